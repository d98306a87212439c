/** Rows of a list of receivables, read without the ledger: invoices, credit notes, other receivables and opening items alike. */
import { addDays, type Day } from '../day.ts'
import type { List } from '../sheets/list.ts'
import type { InvoiceKind } from '../invoices/schemas.ts'
import { absolute, add, negate, subtract, ZERO, type Money } from '../money.ts'
import { readTerms, type MonthEndOrder } from '../terms/reading.ts'
import type { Terms } from '../terms/schemas.ts'
import { correctedInvoice, numberInText } from './references.ts'
import { Identities } from './identity.ts'
import { parseFlag, parseKind } from './kinds.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { SkippedRows } from '../sheets/schemas.ts'

/** Who a row belongs to, as the file says it. */
export interface Party {
  code: string
  taxNumber: string
  name: string
  salesperson: string
  department: string
}

export interface ReadReceivable {
  row: number
  key: string
  kind: InvoiceKind
  party: Party
  documentOn: Day
  dueOn: Day | null
  terms: Terms | null
  /** Positive: what is owed, or what is credited by a credit note. */
  amount: Money
  /** What the document was issued for, negative for a credit; the same in every later list of it, whatever was paid since. */
  total: Money
  currency: string
  invoiceNumber: string
  sourceNumber: string
  contractNumber: string
  orderNumber: string
  note: string
  /** The number of the invoice that a credit note corrects. */
  corrects: string
  /** What was received of it, and on which day, where the list tells both. */
  settled: Money
  settledOn: Day | null
}

export interface ReceivableOptions {
  currency: string
  /** The first day of the ledger; a ledger that is being set up takes it from the title of the opening list. */
  startOn: Day | null
  /** What 30天月结 means in this office. */
  monthEndOrder?: MonthEndOrder
}

export interface ReadReceivables {
  rows: ReadReceivable[]
  skipped: SkippedRows
  startOn: Day | null
}

const VOID = /作废|已废|^void|cancell?ed/i

/**
 * Amount of a row: 价税合计, else 金额 and 税额, else 金额. Where the list says what is still open (余额) that is what is
 * posted. Rows before the first day of the ledger are opening items when the list tells what is open of them, and history,
 * which is left out, when it does not: a list of all invoices ever issued says nothing about what was paid.
 */
export function readReceivables(list: List, options: ReceivableOptions, problems: Problems): ReadReceivables {
  const reader = new RowReader(list.columns, problems)
  const identities = new Identities(reader)
  const startOn = options.startOn ?? (list.openingAsOf ? addDays(list.openingAsOf, 1) : null)
  const tellsOpen = list.openingAsOf !== null || ['open', 'received', 'settledOn'].some((field) => reader.has(field))
  const rows: ReadReceivable[] = []
  for (const row of list.rows) {
    reader.moveTo(row)
    const reason = reader.has('status') && VOID.test(reader.text('status')) ? 'void' : readRow()
    if (reason) list.skip(reason, row)
  }
  return { rows, skipped: list.skipped.all(), startOn }

  /** Takes the present row, or says why it is left out. */
  function readRow(): string | null {
    const documentOn = reader.day('documentOn') ?? missing('documentOn')
    const history = documentOn !== null && startOn !== null && documentOn < startOn
    if (history && !tellsOpen) return 'history'
    const word = parseKind(reader.text('kind'))
    const red = word === 'creditNote' || (reader.has('positive') && parseFlag(reader.text('positive')) === false)
    const total = totalOf(reader)
    const settledOn = reader.day('settledOn')
    const posted = postedAmount(reader, total, settledOn, red)
    const party = partyOf(reader)
    const note = reader.text('note')
    const dueOn = reader.day('dueOn')
    const currency = currencyOf(reader, options.currency)
    const terms = termsOf(reader, options.monthEndOrder)
    const numbers = numbersOf(reader)
    if (reader.failed || documentOn === null || posted === null) return null
    const credit = posted < 0
    if (dueOn !== null && dueOn < documentOn && !credit) return failed('dueOn', 'DUE_BEFORE_DOCUMENT')
    if (settledOn !== null && settledOn < documentOn) return failed('settledOn', 'SETTLED_BEFORE_DOCUMENT')
    if (posted === 0) return total === 0 ? 'zero' : 'settled'
    const settled = settledOn === null || total === null ? ZERO : settledOf(reader, total)
    if (settled === null) return null
    // What was received before the first day of the ledger is history as well: only the rest is owed.
    const before = settledOn !== null && startOn !== null && settledOn < startOn
    if (before && settled === total) return 'settled'
    const owed = before ? subtract(posted, settled) : posted
    const received = before || credit ? ZERO : settled
    const key = identities.take(numbers.key, numbers.field, () => [party.code || party.taxNumber || party.name, documentOn, posted, dueOn ?? '', note].join('|'))
    if (key === null) return null
    rows.push({
      row: reader.row, key, kind: credit ? 'creditNote' : history ? 'opening' : word === 'other' ? 'other' : 'invoice', party, documentOn,
      dueOn: dueOn !== null && dueOn < documentOn ? documentOn : dueOn, terms,
      amount: absolute(owed), total: total === null ? posted : credit ? negate(absolute(total)) : total, currency,
      invoiceNumber: numbers.invoice, sourceNumber: numbers.source, note: noteWithDispute(reader, note),
      contractNumber: reader.text('contractNumber', 120) || numberInText(note, 'contract'),
      orderNumber: reader.text('orderNumber', 120) || numberInText(note, 'order'),
      corrects: credit ? reader.number('corrects') || correctedInvoice(note) : '',
      settled: received, settledOn: received === 0 ? null : settledOn,
    })
    return null
  }

  function missing(field: string): null {
    return reader.failed ? null : reader.fail(field, 'MISSING_VALUE')
  }

  function failed(field: string, code: string): null {
    return reader.fail(field, code)
  }
}

interface Numbers {
  invoice: string
  source: string
  /** The field that tells the row from others, and its key; null when the row has no number at all. */
  field: string
  key: string | null
}

/** An invoice is known by its 20 digits, on paper by code and number together; any other document by its own number. */
function numbersOf(reader: RowReader): Numbers {
  const electronic = reader.number('electronicNumber')
  const paper = reader.number('invoiceNumber')
  const code = reader.number('invoiceCode')
  const source = reader.number('number')
  if (electronic) return { invoice: electronic, source, field: 'electronicNumber', key: `I:${electronic}` }
  if (paper) return { invoice: paper, source, field: 'invoiceNumber', key: `I:${code}${code && '-'}${paper}` }
  return { invoice: '', source, field: 'number', key: source ? `D:${source}` : null }
}

function totalOf(reader: RowReader): Money | null {
  const gross = reader.amount('gross')
  if (gross !== null) return gross
  const amount = reader.amount('amount')
  const tax = reader.amount('tax')
  return amount !== null && tax !== null ? add(amount, tax) : amount
}

/** What is posted of a row: all of it when it was settled later (the receipt follows), else what is still open; a red one is negative. */
function postedAmount(reader: RowReader, total: Money | null, settledOn: Day | null, red: boolean): Money | null {
  const received = reader.amount('received')
  const open = reader.amount('open')
  if (reader.failed) return null
  if (total !== null && received !== null && open !== null && subtract(total, received) !== open) {
    return reader.fail('open', 'AMOUNT_MISMATCH', undefined, { total, received, open })
  }
  const left = total !== null && received !== null ? subtract(total, received) : total
  const posted = settledOn !== null && total !== null ? total : open ?? left
  if (posted !== null) return red && posted > 0 ? negate(posted) : posted
  return reader.fail(['open', 'gross', 'amount'].find((field) => reader.has(field)) ?? 'amount', 'MISSING_VALUE')
}

/** How much was received on the day of settlement: what the list says, else all of it. */
function settledOf(reader: RowReader, total: Money): Money | null {
  const open = reader.amount('open')
  const settled = reader.amount('received') ?? (open === null ? total : subtract(total, open))
  return total > 0 && (settled < 0 || settled > total) ? reader.fail(reader.has('received') ? 'received' : 'open', 'AMOUNT_MISMATCH', undefined, { total, received: settled }) : settled
}

export function partyOf(reader: RowReader): Party {
  const party = {
    code: reader.number('customerCode'), taxNumber: reader.number('taxNumber'), name: reader.name('customerName'),
    salesperson: reader.name('salesperson'), department: reader.name('department'),
  }
  if (!party.code && !party.taxNumber && !party.name && !reader.failed) reader.fail(reader.has('customerName') ? 'customerName' : 'customerCode', 'MISSING_VALUE')
  return party
}

export function currencyOf(reader: RowReader, fallback: string): string {
  return reader.currency() ?? fallback
}

/** The terms of a row, '' for none. What is not understood is a problem of its row that names the word. */
export function termsOf(reader: RowReader, order?: MonthEndOrder): Terms | null {
  const text = reader.text('terms', 200)
  if (text === '') return null
  const read = readTerms(text, order)
  return 'unknown' in read ? reader.fail('terms', 'BAD_TERMS', text, { word: read.unknown }) : read.terms
}

function noteWithDispute(reader: RowReader, note: string): string {
  const disputed = reader.has('disputed') && parseFlag(reader.text('disputed')) === true
  return disputed ? `${reader.title('disputed')}${note && `；${note}`}` : note
}

