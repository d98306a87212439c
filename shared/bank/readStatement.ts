/** Reads a bank's statement: its lines oldest first, whose account it is, and whether its balances follow from each other. */
import { nameKey } from '../customers/names.ts'
import type { Day } from '../day.ts'
import { absolute, add, money, negate, subtract, ZERO, type Money } from '../money.ts'
import { parseCurrency } from '../sheets/currencies.ts'
import type { DateOrder } from '../sheets/days.ts'
import type { Mapping } from '../sheets/header.ts'
import type { List } from '../sheets/list.ts'
import { keptOf, rowsToLeaveOut } from '../sheets/leaveOut.ts'
import { openPlace } from '../sheets/locate.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { LeaveOut, LeftOutRow, SkippedRows } from '../sheets/schemas.ts'
import { cellText } from '../sheets/table.ts'
import { plainHeader } from '../sheets/words.ts'
import { accountOfName, accountOfTitles, bankIn, isCard, plainAccount, sameAccount, type FoundAccount } from './account.ts'
import { accountsOfParts, refuseOtherParts, refuseSeveralAccounts } from './accountsOfParts.ts'
import { chainOf, type Chain } from './chain.ts'
import { classify, type ClassedLine, type Own } from './classify.ts'
import { directionOfTitles, isOwnBook } from './directionWords.ts'
import { MORE_MEMO } from './fields.ts'
import type { StatementPlace } from './mapping.ts'
import type { Direction, LineClass, ReadLine } from './schemas.ts'
import { readingsOf, type Reading } from './readings.ts'
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
  /** Rows that are no lines because the clerk says so. */
  leaveOut?: LeaveOut | undefined
  /** The currency of the account; a line in another one is a problem of its row. */
  currency?: string | undefined
}

/** cardNumber: the file tells the number of a card, the chosen account has another one · directionsTurned: the balances show that 借 and 贷 are meant from the company's side · totalsDiffer: the file's own sum is another than its lines' */
export interface StatementNote {
  code: 'cardNumber' | 'directionsTurned' | 'totalsDiffer'
  params: Record<string, string | number>
}

export interface SaidCurrency {
  row: number
  column: string
  currency: string
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
  /** Rows that the clerk left out, with the reason. */
  leftOut: LeftOutRow[]
  /** The rows that say a currency, and the column where it stands. */
  currencies: readonly SaidCurrency[]
  dateOrder: DateOrder
  dateOrderCertain: boolean
}

export function readStatement(place: StatementPlace, options: StatementOptions, problems: Problems): ReadStatement {
  const { mapping, dateOrder, today } = options
  const list = openPlace(place, mapping, { dateOrder, today, said: options.said }, problems)
  const nothing: ReadStatement = {
    account: null, lines: [], skipped: list.skipped.all(), hidden: list.hidden.all()['hidden'] ?? null, rows: list.rows.length, opening: null, closing: null, breaks: [], notes: [], leftOut: [], currencies: [], dateOrder: list.dateOrder, dateOrderCertain: list.dateOrderCertain,
  }
  // Whose account it is stands above the list, also where its rows cannot be read yet.
  if (problems.count > 0) return { ...nothing, account: accountOf(place, [], list, options.fileName, options.own) }
  const stated: Stated = { in: null, out: null, opening: null, closing: null }
  // What each of several sheets says of itself is not what all of them add up to.
  const alone = place.parts.length === 1
  if (alone) statedIn(place.parts.flatMap(({ above }) => above), stated)
  const titles = titlesOf(place, options.fileName)
  const ownBook = isOwnBook(titles) || isOwnBook(place.header.row.cells.map((cell) => cellText(cell)))
  const context = { list, reader: new RowReader(list.columns, problems), stated: alone ? stated : { ...stated }, moreMemo: moreMemo(place, options.mapping), ownBook }
  // What stands in a row that the clerk leaves out is no problem.
  const lenient = { ...context, list: { ...list, skip: () => undefined }, reader: new RowReader(list.columns, SILENT) }
  if (alone) for (const row of list.sums) takeSums(row, list, stated)
  if (alone) statedIn(list.remarks, stated)
  const leaveOut = rowsToLeaveOut(place, options.leaveOut ?? [], problems)
  const read = withoutSums(list.rows.flatMap((row) => readLine(row, leaveOut.has(row.row) ? lenient : context) ?? []), list, context.stated)
  const raw = ofOneAccount(read, options.account, list, problems)
  if (raw.every(({ account }) => account === '')) refuseSeveralAccounts(place, problems)
  refuseOtherParts(place, new Set(read.map(({ row }) => row)), options, mapping, problems)
  for (const row of list.rows) if (leaveOut.has(row.row)) list.skip('leftOut', row)
  const wanted = raw.filter(({ row }) => !leaveOut.has(row))
  const currencies = wanted.flatMap(({ row, currency, currencyColumn: column }) => (currency === null ? [] : [{ row, column, currency }]))
  if (options.currency !== undefined) refuseOtherCurrencies(currencies, options.currency, problems)
  const answer = { ...nothing, leftOut: keptOf(list, place, leaveOut), skipped: list.skipped.all(), account: accountOf(place, raw, list, options.fileName, options.own) }
  const readings = readingsOf(raw, options.mapping, {
    account: answer.account, own: options.own, stated, ownBook, titled: directionOfTitles([...titles, ...titlesAmong(place, read)]), signedOut: /[([（]\s*[-−–]/.test(cellText(place.header.row.cells[options.mapping['out'] ?? -1])),
  })
  const [first] = readings
  if (!first || wanted.length === 0) {
    // Where every row was left out for a reason that is named, nothing is missing.
    if (problems.count === 0 && wanted.length > 0) problems.add(null, '', 'NO_DIRECTION')
    else if (problems.count === 0 && !NAMED_REASONS.some((reason) => reason in answer.skipped)) problems.add(null, '', 'NO_DATA_ROWS')
    return answer
  }
  const chain = chainOf(raw, readings.map(({ signed }) => signed), stated.opening)
  const reading = readings[chain.reading] ?? first
  if (reading.needsWord) for (const line of wanted) if (line.word === null) problems.add(line.row, context.reader.title('direction') || context.reader.title('amount'), 'BAD_DIRECTION')
  const inOrder = chain.order.map((index) => ({ line: raw[index] as RawLine, signed: reading.signed[index] ?? ZERO }))
  const sums = { in: sum(inOrder, 1), out: negate(sum(inOrder, -1)) }
  const notes: StatementNote[] = reading.turned ? [{ code: 'directionsTurned', params: {} }] : []
  for (const side of ['in', 'out'] as const) {
    // 借方合计 may be meant from either side, as the columns are.
    const [said, other] = [stated[side], side === 'in' ? 'out' as const : 'in' as const]
    const agrees = said === null || absolute(said) === sums[side] || (stated[other] !== null && absolute(said) === sums[other] && absolute(stated[other]) === sums[side])
    if (said !== null && !agrees && problems.count === 0 && !reading.turned && options.account === undefined) notes.push({ code: 'totalsDiffer', params: { side, stated: absolute(said), read: sums[side] } })
  }
  const ambiguous = repeatedSerials(inOrder)
  const proved = provedLines(inOrder, stated.opening)
  const onlyOneParty = options.mapping['payer'] === undefined || options.mapping['payee'] === undefined
  return {
    ...answer, notes, ...balancesOf(inOrder, stated, chain),
    currencies,
    lines: inOrder.filter(({ line }) => !leaveOut.has(line.row)).map(({ line, signed }) => ({
      ...lineOf(line, signed, { ambiguous, own: options.own, onlyOneParty }), ...((reading.guessed || line.reversed || turnedBack(line, signed, reading)) && !proved.has(line) && { unproven: true }),
    })),
  }
}

/** Reasons that say of a row what it is; a file of nothing else is read to its end. */
const NAMED_REASONS = ['noMoney', 'neutral', 'leftOut']
const SILENT = { add: () => undefined } as unknown as Problems

/** What stands above the list, what its sheet and its file are called. */
const titlesOf = (place: StatementPlace, fileName: string): string[] => [
  ...place.parts.flatMap(({ above, sheet }) => [...above.flatMap(({ cells }) => cells.map((cell) => cellText(cell))), sheet.name]), fileName.replace(/\.[a-z]+$/i, ''),
].filter((text) => text !== '')

/** A title of its own below the first lines, as 付款明细 under the 收款明细. */
function titlesAmong(place: StatementPlace, read: readonly RawLine[]): string[] {
  const lines = new Set(read.map(({ row }) => row))
  return place.rows.flatMap(({ row, cells }) => {
    const texts = lines.has(row) ? [] : cells.filter((cell) => cell !== null)
    return texts.length === 1 ? texts.map((cell) => cellText(cell)) : []
  })
}

/** Rows whose words are those of a sum stay out, unless the balance shows that their money moved. */
function withoutSums(lines: readonly RawLine[], list: List, stated: Stated): RawLine[] {
  const rows = new Map(list.rows.map((row) => [row.row, row]))
  const moved = (line: RawLine, neighbour: RawLine | undefined): boolean => {
    const amount = line.amount ?? (line.in || line.out) ?? ZERO
    return neighbour !== undefined && line.balance !== null && neighbour.balance !== null && !neighbour.perhapsSum && absolute(subtract(line.balance, neighbour.balance)) === absolute(amount)
  }
  return lines.filter((line, index) => {
    if (!line.perhapsSum || moved(line, lines[index - 1]) || (index === 0 && moved(line, lines[1]))) return true
    const row = rows.get(line.row)
    if (row) {
      takeSums(row, list, stated)
      list.skip('summary', row)
    }
    return false
  })
}

/** Lines whose balance is the one before and their amount. */
function provedLines(lines: readonly Signed[], opening: Money | null): Set<RawLine> {
  const proved = new Set<RawLine>()
  let before = opening
  for (const { line, signed } of lines) {
    if (before !== null && line.balance !== null && add(before, signed) === line.balance) proved.add(line)
    before = line.balance
  }
  return proved
}

/** Money that went the other way than its column or its word says. */
function turnedBack(line: RawLine, signed: Money, { turned }: Reading): boolean {
  const told: Direction | null = line.in !== null && line.in !== 0 ? 'in' : line.out !== null && line.out !== 0 ? 'out' : line.word
  return told !== null && (told === 'in') !== (turned ? signed < 0 : signed > 0)
}

/** An account holds one currency; a row that says another one is no line of it. */
export function refuseOtherCurrencies(said: readonly SaidCurrency[], ofAccount: string, problems: Problems): void {
  for (const { row, column, currency } of said) if (currency !== ofAccount) problems.add(row, column, 'WRONG_CURRENCY', currency, { currency: ofAccount })
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

/** Where payer and payee are both named, the company's own number stands in every line on one of the sides. */
const ownOfParties = (lines: readonly RawLine[], own: Own): string =>
  own.accounts.find((number) => lines.length > 0 && lines.every(({ payer, payee }) => sameAccount(payer.account, number) !== sameAccount(payee.account, number))) ?? ''

function accountOf(place: StatementPlace, lines: readonly RawLine[], list: List, fileName: string, own: Own): FoundAccount | null {
  const above = accountOfTitles(place.parts.flatMap(({ above }) => above))
  const reader = new RowReader(list.columns, { add: () => undefined } as unknown as Problems)
  const rows = new Set(lines.map(({ row }) => row))
  const first = list.rows.find(({ row }) => rows.has(row))
  if (first) reader.moveTo(first)
  const inColumn = (field: string): string => (first ? reader.loose(field) : '')
  const beside = accountOfTitles(place.beside)
  const told = plainAccount(inColumn('account')) || above.number || beside.number || ownOfParties(lines, own)
  const number = told || accountOfName(fileName) || (accountsOfParts(place)[0] ?? '')
  const found = {
    number, name: inColumn('accountName') || above.name || beside.name, bank: bankIn(inColumn('accountBank')) || inColumn('accountBank') || above.bank || beside.bank || bankIn(fileName),
    currency: parseCurrency(inColumn('currency')) ?? (above.currency || beside.currency), how: told === '' ? 'name' : 'file', card: inColumn('account') === '' ? (above.number === '' ? beside : above).card : isCard(reader.title('account')),
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
  return (line) => shared || (times.get(keyOf(line)) ?? 0) > 1 || /^\d{0,2}$/.test(line.line.serial) || /^(.)\1*$/.test(line.line.serial)
}

interface LineContext {
  ambiguous: (line: Signed) => boolean
  own: Own
  /** Only payers or only payees have a column, which then names whoever stands on the other side. */
  onlyOneParty: boolean
}

function lineOf(line: RawLine, signed: Money, { ambiguous, own, onlyOneParty }: LineContext): ReadLine {
  const direction: Direction = signed > 0 ? 'in' : 'out'
  const [first, second] = direction === 'in' ? [line.payer, line.payee] : [line.payee, line.payer]
  const isOwn = ({ name, account }: { name: string; account: string }): boolean =>
    own.accounts.some((number) => sameAccount(account, number)) || (name !== '' && own.names.some((known) => nameKey(known) === nameKey(name)))
  const empty = first.name === '' && first.account === ''
  const party = (empty && onlyOneParty) || (!empty && isOwn(first) && !isOwn(second) && (second.name !== '' || second.account !== '')) ? second : first
  const counterparty = line.counterparty || party.name
  const counterpartyAccount = line.counterpartyAccount || party.account
  return {
    row: line.row, on: line.on, time: line.time, direction, amount: absolute(signed), balance: line.balance, counterparty, counterpartyAccount, memo: line.memo,
    serial: ambiguous({ line, signed }) ? '' : line.serial,
    class: classOf(line, { direction, counterparty, counterpartyAccount, memo: line.memo, type: line.type }, own),
  }
}

/** A receipt that its own column takes back is money that goes back to whoever paid. */
function classOf(line: RawLine, facts: ClassedLine, own: Own): LineClass {
  const found = classify(facts, own)
  return found === 'payment' && line.in !== null && line.in < 0 ? 'refund' : found
}
