/**
 * 银行存款余额调节表: book balance + what the bank received and the book has not − what the bank paid and the book has not
 * = statement balance + what the book received and the bank has not − what the book paid and the bank has not. Amounts in
 * minor units; what is not a document of its own (fees, interest, payments) stands in the book as soon as its line is imported.
 */
import type { Day } from '../day.ts'
import { groupBy } from '../groupBy.ts'
import { add, money, negate, subtract, sumOf, ZERO, type Money } from '../money.ts'
import type { Direction, LineStatus, Missing, Reconciliation } from './schemas.ts'

/** A line of the account up to the day. */
export interface BankLine {
  id: number
  on: Day
  time: string
  direction: Direction
  amount: Money
  balance: Money | null
  status: LineStatus
  counterparty: string
  memo: string
}

/** Money of the account in the books up to the day, what was taken back by then left out; `lineId` is its line whenever it came. */
export interface BookEntry {
  kind: 'receipt' | 'refund' | 'acceptance'
  id: number
  number: string
  on: Day
  direction: Direction
  amount: Money
  text: string
  line: { id: number; on: Day } | null
}

export interface BankFacts {
  asOf: Day
  opening: { on: Day; amount: Money } | null
  lines: readonly BankLine[]
  entries: readonly BookEntry[]
  /** What the clerk reads off the bank's paper. */
  entered: Money | null
}

const signed = ({ direction, amount }: { direction: Direction; amount: Money }): Money => (direction === 'in' ? amount : negate(amount))

export interface ChainedLine {
  line: BankLine
  /** What the balance before and the amount make, where that is not what the bank says. */
  expected: Money | null
}

/**
 * Lines as the bank booked them. Files overlap and may be imported in any order, so within a day the balances tell which
 * line followed which; where they do not, time and number do, and the break is noted.
 */
export function chainLines(lines: readonly BankLine[]): ChainedLine[] {
  const byDay = groupBy(lines, (line) => line.on)
  const chain: ChainedLine[] = []
  let running: Money | null = null
  for (const on of [...byDay.keys()].sort()) {
    const left = (byDay.get(on) ?? []).sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id - b.id))
    while (left.length > 0) {
      const before: Money | null = running
      const next: number = before === null ? firstOf(left) : left.findIndex((line) => line.balance === null || line.balance === add(before, signed(line)))
      const [line]: BankLine[] = left.splice(Math.max(next, 0), 1)
      if (!line) break
      const expected: Money | null = before === null ? null : add(before, signed(line))
      chain.push({ line, expected: line.balance !== null && expected !== null && expected !== line.balance ? expected : null })
      running = line.balance ?? expected
    }
  }
  return chain
}

/** The line of a day that no other line of the day leads to: the one the day began with. */
function firstOf(lines: readonly BankLine[]): number {
  const after = new Set(lines.map(({ balance }) => balance))
  return lines.findIndex((line) => line.balance === null || !after.has(subtract(line.balance, signed(line))))
}

/** What the bank says, from the last balance that it tells and the lines after it. */
function statementBalance(chain: readonly ChainedLine[], { entered, opening }: BankFacts): Pick<Reconciliation, 'statementBalance' | 'statementBy'> {
  if (entered !== null) return { statementBalance: entered, statementBy: 'entered' }
  const last = chain.findLastIndex(({ line }) => line.balance !== null)
  const rest = (from: number): Money => sumOf(chain.slice(from), ({ line }) => signed(line))
  if (last >= 0) return { statementBalance: add(chain[last]?.line.balance ?? ZERO, rest(last + 1)), statementBy: 'file' }
  if (!opening) return { statementBalance: null, statementBy: 'none' }
  const since = chain.filter(({ line }) => line.on > opening.on)
  return { statementBalance: add(opening.amount, sumOf(since, ({ line }) => signed(line))), statementBy: 'sum' }
}

export type Reconciled = Omit<Reconciliation, 'bankAccountId' | 'bankAccount' | 'currency' | 'company'>
const MOST_GAPS = 100

/** The opening counts what the bank had: money whose line is not later than its day is in it, whenever it was booked. */
export function reconcile(facts: BankFacts): Reconciled {
  const { asOf, opening, lines, entries } = facts
  const isLater = (on: Day): boolean => opening === null || on > opening.on
  const chain = chainLines(lines)
  const counted = entries.filter((entry) => isLater(entry.line?.on ?? entry.on))
  const matched = new Set(counted.flatMap(({ line }) => (line && line.on <= asOf ? [line.id] : [])))
  const since = lines.filter(({ on }) => isLater(on))
  const noted = since.filter(({ status }) => status === 'noted')
  const bankOnly = since.filter(({ id, status }) => status !== 'noted' && !matched.has(id))
  const bookOnly = counted.filter(({ line }) => line === null || line.on > asOf)
  const bookBalance = add(opening?.amount ?? ZERO, sumOf(counted, signed), sumOf(noted, signed))
  const statement = statementBalance(chain, facts)
  const adjustedBook = add(bookBalance, sumOf(bankOnly, signed))
  const adjustedStatement = statement.statementBalance === null ? null : add(statement.statementBalance, sumOf(bookOnly, signed))
  const first = chain[0]?.line
  return {
    asOf, opening: opening?.amount ?? null, openingOn: opening?.on ?? null, ...statement, bookBalance,
    suggestedOpening: first && first.balance !== null ? { before: first.on, amount: subtract(first.balance, signed(first)) } : null,
    bankReceived: bankOnly.filter(({ direction }) => direction === 'in').map(ofLine), bankPaid: bankOnly.filter(({ direction }) => direction === 'out').map(ofLine),
    bookReceived: bookOnly.filter(({ direction }) => direction === 'in').map(ofEntry), bookPaid: bookOnly.filter(({ direction }) => direction === 'out').map(ofEntry),
    adjustedBook, adjustedStatement, difference: adjustedStatement === null ? null : money(adjustedBook - adjustedStatement),
    gaps: chain.flatMap(({ line, expected }) => (expected !== null && line.balance !== null && isLater(line.on) ? [{ on: line.on, lineId: line.id, expected, found: line.balance }] : [])).slice(0, MOST_GAPS),
  }
}

const ofLine = (line: BankLine): Missing =>
  ({ on: line.on, text: [line.counterparty, line.memo].filter((text) => text !== '').join(' '), number: '', amount: line.amount, lineId: line.id, receiptId: null, refundId: null })
const ofEntry = (entry: BookEntry): Missing => ({
  on: entry.on, text: entry.text, number: entry.number, amount: entry.amount, lineId: null,
  receiptId: entry.kind === 'receipt' ? entry.id : null, refundId: entry.kind === 'refund' ? entry.id : null,
})
