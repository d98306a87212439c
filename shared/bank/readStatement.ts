/** Reads a bank's statement: its lines oldest first, whose account it is, and whether its balances follow from each other. */
import type { Day } from '../day.ts'
import { absolute, add, money, negate, subtract, ZERO, type Money } from '../money.ts'
import { parseCurrency } from '../sheets/currencies.ts'
import type { DateOrder } from '../sheets/days.ts'
import type { Mapping } from '../sheets/header.ts'
import type { List } from '../sheets/list.ts'
import { openPlace } from '../sheets/locate.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { SkippedRows } from '../sheets/schemas.ts'
import { cellText } from '../sheets/table.ts'
import { plainHeader } from '../sheets/words.ts'
import { accountOfName, accountOfTitles, bankIn, plainAccount, sameAccount, type FoundAccount } from './account.ts'
import { accountsOfParts, refuseSeveralAccounts } from './accountsOfParts.ts'
import { chainOf, type Chain } from './chain.ts'
import { classify, type Own } from './classify.ts'
import { MORE_MEMO } from './fields.ts'
import type { StatementPlace } from './mapping.ts'
import type { Direction, ReadLine } from './schemas.ts'
import { readingsOf } from './readings.ts'
import { readLine, takeSums, type RawLine } from './statementRow.ts'
import { statedIn, type Stated } from './totals.ts'

export interface StatementOptions {
  mapping: Mapping
  dateOrder?: DateOrder | undefined
  /** Days near to it are likelier than those of other years. */
  today?: Day | undefined
  /** Somebody has said what the columns mean. */
  said?: boolean | undefined
  fileName: string
  own: Own
  /** The account whose lines are wanted of a file of several. */
  account?: string | undefined
  /** The currency of the account; a line in another one is a problem of its row. */
  currency?: string | undefined
}

/** directionsTurned: the balances show that 借 and 贷 are meant from the company's side · totalsDiffer: the file's own sum is another than its lines' */
export interface StatementNote {
  code: 'directionsTurned' | 'totalsDiffer'
  params: Record<string, string | number>
}

export interface ReadStatement {
  account: FoundAccount | null
  lines: ReadLine[]
  skipped: SkippedRows
  /** Rows that the spreadsheet hides, read like any other. */
  hidden: SkippedRows[string] | null
  /** Rows below the header that were looked at as lines. */
  rows: number
  opening: Money | null
  closing: Money | null
  breaks: { row: number; on: Day; expected: Money; found: Money }[]
  notes: StatementNote[]
  dateOrder: DateOrder
  dateOrderCertain: boolean
}

export function readStatement(place: StatementPlace, options: StatementOptions, problems: Problems): ReadStatement {
  const { mapping, dateOrder, today } = options
  const list = openPlace(place, mapping, { dateOrder, today, said: options.said }, problems)
  const nothing: ReadStatement = {
    account: null, lines: [], skipped: list.skipped.all(), hidden: list.hidden.all()['hidden'] ?? null, rows: list.rows.length, opening: null, closing: null, breaks: [], notes: [], dateOrder: list.dateOrder, dateOrderCertain: list.dateOrderCertain,
  }
  if (problems.count > 0) return nothing
  const stated: Stated = { in: null, out: null, opening: null, closing: null }
  // What each of several sheets says of itself is not what all of them add up to.
  const alone = place.parts.length === 1
  if (alone) statedIn(place.parts.flatMap(({ above }) => above), stated)
  const reader = new RowReader(list.columns, problems)
  const context = { list, reader, stated: alone ? stated : { ...stated }, moreMemo: moreMemo(place, options.mapping) }
  if (alone) for (const row of list.sums) takeSums(row, list, stated)
  const read = list.rows.flatMap((row) => readLine(row, context) ?? [])
  const raw = ofOneAccount(read, options.account, list, problems)
  if (raw.every(({ account }) => account === '')) refuseSeveralAccounts(place, problems)
  for (const { row, currency } of raw) if (currency !== null && options.currency !== undefined && currency !== options.currency) problems.add(row, '', 'WRONG_CURRENCY', currency, { currency: options.currency })
  const answer = { ...nothing, skipped: list.skipped.all(), account: accountOf(place, raw, list, options.fileName) }
  const readings = readingsOf(raw, options.mapping, answer.account, stated)
  const [first] = readings
  if (!first || raw.length === 0) {
    if (problems.count === 0) problems.add(null, '', raw.length === 0 ? 'NO_DATA_ROWS' : 'NO_DIRECTION')
    return answer
  }
  const chain = chainOf(raw, readings.map(({ signed }) => signed))
  const reading = readings[chain.reading] ?? first
  if (reading.needsWord) for (const line of raw) if (line.word === null) problems.add(line.row, reader.title('direction'), 'BAD_DIRECTION')
  const inOrder = chain.order.map((index) => ({ line: raw[index] as RawLine, signed: reading.signed[index] ?? ZERO }))
  const sums = { in: sum(inOrder, 1), out: negate(sum(inOrder, -1)) }
  const notes: StatementNote[] = reading.turned ? [{ code: 'directionsTurned', params: {} }] : []
  for (const side of ['in', 'out'] as const) {
    const said = stated[side]
    if (said !== null && problems.count === 0 && !reading.turned && absolute(said) !== sums[side] && options.account === undefined) notes.push({ code: 'totalsDiffer', params: { side, stated: absolute(said), read: sums[side] } })
  }
  const ambiguous = repeatedSerials(inOrder)
  return {
    ...answer, notes, ...balancesOf(inOrder, stated, chain),
    lines: inOrder.map(({ line, signed }) => lineOf(line, signed, ambiguous, options.own)),
  }
}

const sum = (lines: readonly { signed: Money }[], sign: 1 | -1): Money => money(lines.reduce((total, { signed }) => (signed * sign > 0 ? total + signed : total), 0))

/** A second 备注 and other columns of words that no field took. */
function moreMemo(place: StatementPlace, mapping: Mapping): number[] {
  const taken = new Set(Object.values(mapping))
  return Array.from(place.header.row.cells, (cell, column) => (!taken.has(column) && MORE_MEMO.test(plainHeader(cellText(cell))) ? column : -1)).filter((column) => column >= 0)
}

function ofOneAccount(lines: RawLine[], wanted: string | undefined, list: List, problems: Problems): RawLine[] {
  const numbers = [...new Set(lines.map(({ account }) => plainAccount(account)).filter((number) => number !== ''))]
  if (numbers.length < 2) return lines
  if (wanted === undefined) {
    problems.add(null, '', 'SEVERAL_ACCOUNTS', numbers.join(', '), { count: numbers.length })
    return lines
  }
  const rows = new Map(list.rows.map((row) => [row.row, row]))
  return lines.filter(({ account, row }) => {
    const own = sameAccount(account, wanted)
    const left = rows.get(row)
    if (!own && left) list.skip('otherAccount', left)
    return own
  })
}

function accountOf(place: StatementPlace, lines: readonly RawLine[], list: List, fileName: string): FoundAccount | null {
  const above = accountOfTitles(place.parts.flatMap(({ above }) => above))
  const reader = new RowReader(list.columns, { add: () => undefined } as unknown as Problems)
  const rows = new Set(lines.map(({ row }) => row))
  const first = list.rows.find(({ row }) => rows.has(row))
  if (first) reader.moveTo(first)
  const inColumn = (field: string): string => (first ? reader.loose(field) : '')
  const told = plainAccount(inColumn('account')) || above.number
  const number = told || accountOfName(fileName) || (accountsOfParts(place)[0] ?? '')
  const found = {
    number, name: inColumn('accountName') || above.name, bank: bankIn(inColumn('accountBank')) || inColumn('accountBank') || above.bank || bankIn(fileName),
    currency: parseCurrency(inColumn('currency')) ?? above.currency, how: told === '' ? 'name' : 'file',
  } as const
  return found.number === '' && found.name === '' && found.bank === '' ? null : found
}

interface Signed {
  line: RawLine
  signed: Money
}

function balancesOf(lines: readonly Signed[], stated: Stated, chain: Chain): Pick<ReadStatement, 'opening' | 'closing' | 'breaks'> {
  const breaks: ReadStatement['breaks'] = []
  let [before, opening, running] = [ZERO, null as Money | null, null as Money | null]
  for (const { line, signed } of lines) {
    before = add(before, signed)
    if (running !== null) running = add(running, signed)
    if (line.balance === null) continue
    opening ??= subtract(line.balance, before)
    if (running !== null && running !== line.balance) breaks.push({ row: line.row, on: line.on, expected: running, found: line.balance })
    running = line.balance
  }
  // A statement without any balance may still say where it began and ended.
  if (running === null) return { opening: stated.opening, closing: stated.closing, breaks }
  return { opening, closing: running, breaks: chain.misfits === 0 ? [] : breaks }
}

const keyOf = ({ line, signed }: Signed): string => `${line.serial}|${line.on}|${signed}`

/** Numbers that stand on several equal lines, or are no numbers at all, tell no line from another. */
function repeatedSerials(lines: readonly Signed[]): (line: Signed) => boolean {
  const times = new Map<string, number>()
  for (const line of lines) times.set(keyOf(line), (times.get(keyOf(line)) ?? 0) + 1)
  const serials = lines.map(({ line }) => line.serial).filter((serial) => serial !== '')
  // A number that many lines share, as that of an empty voucher, is none.
  const shared = new Set(serials).size * 2 < serials.length
  return (line) => shared || (times.get(keyOf(line)) ?? 0) > 1 || line.line.serial.length < 3 || /^(.)\1*$/.test(line.line.serial)
}

function lineOf(line: RawLine, signed: Money, ambiguous: (line: Signed) => boolean, own: Own): ReadLine {
  const direction: Direction = signed > 0 ? 'in' : 'out'
  const party = direction === 'in' ? line.payer : line.payee
  const counterparty = line.counterparty || party.name
  const counterpartyAccount = line.counterpartyAccount || party.account
  return {
    row: line.row, on: line.on, time: line.time, direction, amount: absolute(signed), balance: line.balance, counterparty, counterpartyAccount, memo: line.memo,
    serial: ambiguous({ line, signed }) ? '' : line.serial,
    class: classify({ direction, counterparty, counterpartyAccount, memo: line.memo, type: line.type }, own),
  }
}
