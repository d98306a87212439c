/** Rows of a list of receipts or of a bank statement, read without the ledger. Of a statement only the money that came in. */
import { parseDirection } from '../bank/directionWords.ts'
import { timeOfCell } from '../sheets/days.ts'
import type { List } from '../sheets/list.ts'
import type { Day } from '../day.ts'
import type { Money } from '../money.ts'
import type { Method } from '../receipts/schemas.ts'
import { Identities } from './identity.ts'
import { parseKind, parseMethod } from './kinds.ts'
import type { Problems } from '../sheets/problems.ts'
import { currencyOf, standingOf, type Party } from './receivables.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { SkippedRows } from '../sheets/schemas.ts'
import { isPeriodSum } from '../sheets/sums.ts'

export interface ReadReceipt {
  row: number
  key: string
  party: Party
  receivedOn: Day
  /** HH:MM:SS, or '' where the list tells none. */
  time: string
  amount: Money
  fee: Money | null
  currency: string
  method: Method
  bankAccount: string
  reference: string
  note: string
  invoiceNumbers: string[]
}

export interface ReadReceipts {
  rows: ReadReceipt[]
  skipped: SkippedRows
  /** A bank's list of both directions, whose payers are whoever paid, and not names out of the office's own books. */
  statement: boolean
}

const INTEREST = /结息|存款利息|利息收入|^利息$|interest/i

export function readReceipts(list: List, options: { currency: string; ownCurrency?: string }, problems: Problems): ReadReceipts {
  const reader = new RowReader(list.columns, problems)
  const identities = new Identities(reader)
  const rows: ReadReceipt[] = []
  const statement = reader.has('outgoing') || reader.has('direction')
  for (const row of list.rows) {
    reader.moveTo(row)
    const reason = readRow()
    if (reason) list.skip(reason, row)
  }
  return { rows: inOrder(rows), skipped: list.skipped.all(), statement }

  function readRow(): string | null {
    const serial = reader.number('serial')
    const texts = ['reference', 'purpose', 'summary', 'note'].map((field) => reader.text(field))
    // The sum of a month is dated like the money that it adds up.
    if (serial === '' && texts.some(isPeriodSum)) return 'summary'
    const word = parseKind(reader.text('kind'))
    if (word === 'refund' || word === 'purchase') return reader.fail('kind', 'ROW_IS_REFUND')
    if (word === 'invoice' || word === 'creditNote' || word === 'other') return reader.fail('kind', 'ROW_IS_DEBT')
    const standing = standingOf(reader)
    if (standing === 'void' || standing === 'draft') return standing
    const amount = reader.amount(reader.has('amount') ? 'amount' : 'localAmount')
    if (!reader.failed && statement && isOutgoing(reader, amount)) return 'outgoing'
    const name = reader.name('customerName')
    if (statement && name === '' && texts.some((text) => INTEREST.test(text))) return 'interest'
    const receivedOn = reader.day('receivedOn')
    const party: Party = { code: reader.number('customerCode'), taxNumber: reader.number('taxNumber'), name, salesperson: '', department: '' }
    const fee = reader.amount('fee')
    const currency = reader.has('amount') ? currencyOf(reader, options) : options.ownCurrency ?? options.currency
    const bankAccount = reader.number('bankAccount')
    if (reader.failed) return null
    if (receivedOn === null) return reader.fail('receivedOn', 'MISSING_VALUE')
    if (amount === null) return reader.fail('amount', 'MISSING_VALUE')
    if (amount === 0) return 'zero'
    if (amount < 0) return reader.fail('amount', 'NEGATIVE')
    if (fee !== null && (fee < 0 || fee > amount)) return reader.fail('fee', 'FEE_OVER_AMOUNT')
    if (!statement && !party.code && !party.taxNumber && !party.name) return reader.fail(reader.has('customerName') ? 'customerName' : 'customerCode', 'MISSING_VALUE')
    const time = timeOf(reader)
    const [reference, note] = [unique(texts.slice(0, 3)).join(' '), texts[3] ?? '']
    const key = identities.take(serial ? `S:${bankAccount}|${serial}` : null, 'serial', () =>
      [bankAccount, receivedOn, time, amount, party.code || party.name, reference].join('|'))
    if (key === null) return null
    rows.push({
      row: reader.row, key, party, receivedOn, time, amount, fee, currency, bankAccount, method: parseMethod(statement ? '' : reader.text('method')),
      // The bank's remark is what a payment says of itself, as much as its purpose; of the office's own list it is a note.
      reference: statement ? unique([...texts.slice(0, 3), note]).join(' ').slice(0, 500) : reference, note: statement ? '' : note,
      invoiceNumbers: reader.text('invoiceNumbers').split(/[,，;；、\s]+/).filter((number) => number !== ''),
    })
    return null
  }
}

/** Oldest first, as the money came in. Many banks list the newest first; without times that holds within a day too. */
function inOrder(rows: ReadReceipt[]): ReadReceipt[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first && last && first.receivedOn > last.receivedOn && rows.every(({ time }) => time === '')) rows.reverse()
  return rows.sort((a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.time, b.time))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The time of day as HH:MM:SS, out of the column of days or one of its own; '' when the list tells none. */
const timeOf = (reader: RowReader): string => timeOfCell(reader.text('time', 40), true) || timeOfCell(reader.text('receivedOn', 40), false)

function isOutgoing(reader: RowReader, amount: Money | null): boolean {
  if (reader.has('direction')) return parseDirection(reader.text('direction')) === 'out'
  const outgoing = reader.amount('outgoing')
  return outgoing !== null && outgoing !== 0 && (amount === null || amount === 0)
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '')
