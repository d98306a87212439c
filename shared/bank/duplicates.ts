/** Lines that the ledger has already: banks' files overlap, and the same payment comes in another layout. */
import { nameKey } from '../customers/names.ts'
import { addDays, daysBetween, type Day } from '../day.ts'
import { groupBy } from '../groupBy.ts'
import type { ReadLine } from './schemas.ts'

/** What tells a line of one account from another. Texts are '' where a file tells nothing. */
export type LineFacts = Pick<ReadLine, 'on' | 'time' | 'direction' | 'amount' | 'balance' | 'counterparty' | 'counterpartyAccount' | 'serial'>
/** A line that the ledger has, and the file that it came in. */
export type KnownFacts = LineFacts & { statementId?: number }

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b
const digits = (text: string): string => text.replace(/[^\w*]/g, '')
const bothBalances = (a: LineFacts, b: LineFacts): boolean => a.balance !== null && b.balance !== null
const sameSerial = (a: LineFacts, b: LineFacts): boolean => a.serial !== '' && a.serial === b.serial

const isOneOf = (a: string, b: string, starts: boolean): boolean => (starts ? a.startsWith(b) || b.startsWith(a) : a.endsWith(b) || b.endsWith(a))

/** Whether a text may be another one with signs hidden behind stars, or one that was cut off at its end or beginning. */
function mayBe(a: string, b: string, shortest: number): boolean {
  if (!differ(a, b)) return true
  if (a.includes('*') || b.includes('*')) {
    const [heads, tails] = [[a, b].map((text) => /^[^*]*/.exec(text)?.[0] ?? ''), [a, b].map((text) => /[^*]*$/.exec(text)?.[0] ?? '')]
    return isOneOf(heads[0] ?? '', heads[1] ?? '', true) && isOneOf(tails[0] ?? '', tails[1] ?? '', false)
  }
  return Math.min(a.length, b.length) >= shortest && (isOneOf(a, b, true) || isOneOf(a, b, false))
}
const CUT_NAME = 2
const CUT_ACCOUNT = 4

const mayBeTheSameParty = (a: LineFacts, b: LineFacts): boolean =>
  mayBe(nameKey(a.counterparty), nameKey(b.counterparty), CUT_NAME) && mayBe(digits(a.counterpartyAccount), digits(b.counterpartyAccount), CUT_ACCOUNT)
/** Nobody is named on either side, as with the fees of a bank, of which every day has one. */
const nobody = (line: LineFacts): boolean => line.counterparty === '' && line.counterpartyAccount === ''

/** 0 when it is not certain that the lines are one payment, else how it is known: 3 by the bank's serial number, 2 by the balance, 1 by what they say. */
function likeness(a: LineFacts, b: LineFacts): 0 | 1 | 2 | 3 {
  if (a.on !== b.on || a.direction !== b.direction || a.amount !== b.amount) return 0
  if (sameSerial(a, b)) return 3
  if (differ(a.time, b.time)) return 0
  if (bothBalances(a, b)) return a.balance === b.balance && mayBeTheSameParty(a, b) ? 2 : 0
  if (differ(a.serial, b.serial) || differ(digits(a.counterpartyAccount), digits(b.counterpartyAccount))) return 0
  return nameKey(a.counterparty) === nameKey(b.counterparty) ? 1 : 0
}

/**
 * True when nothing proves that two lines are two payments: another layout hides the account behind stars, cuts the name
 * off, names nobody, counts by other numbers, or has the day of booking. Balances that differ prove it, and numbers of one
 * and the same counting.
 */
function perhapsSame(a: LineFacts, b: KnownFacts, numbered: ReadonlySet<number | undefined>): boolean {
  const apart = Math.abs(daysBetween(a.on, b.on))
  if (apart > NEAR_DAYS || a.direction !== b.direction || a.amount !== b.amount) return false
  if (sameSerial(a, b)) return true
  if (bothBalances(a, b)) return a.balance === b.balance
  if (differ(a.serial, b.serial) && numbered.has(b.statementId)) return false
  if (apart > 0 && a.direction === 'out' && (nobody(a) || nobody(b))) return false
  return mayBeTheSameParty(a, b)
}
export const NEAR_DAYS = 1

/** True when two lines of one account, out of two files, are certainly the same payment (rules: de-duplicate). */
export const sameLine = (a: LineFacts, b: LineFacts): boolean => likeness(a, b) > 0
/** True when they might be the same, and a person has to say so. */
export const perhapsSameLine = (a: LineFacts, b: LineFacts): boolean => !sameLine(a, b) && perhapsSame(a, b, new Set())

export interface Sifted<Line, Known> {
  /** Lines that are not known for certain; those of `perhaps` are among them. */
  fresh: Line[]
  duplicates: { line: Line; known: Known }[]
  perhaps: { line: Line; known: Known }[]
}

/**
 * Sifts what was read by what is known of the same account. Each known line answers for one line only, so two equal payments
 * stay two; the surest likenesses are taken first. Lines of one file are never duplicates of each other.
 */
export function newLines<Line extends LineFacts, Known extends KnownFacts>(read: readonly Line[], known: readonly Known[]): Sifted<Line, Known> {
  const keyOf = (on: Day, { direction, amount }: LineFacts): string => `${on}|${direction}|${amount}`
  const groups = groupBy(known, (line) => keyOf(line.on, line))
  const matches = new Map<Line, Known>()
  const used = new Set<Known>()
  for (const wanted of [3, 2, 1]) {
    for (const line of read) {
      if (matches.has(line)) continue
      const match = groups.get(keyOf(line.on, line))?.find((other) => !used.has(other) && likeness(line, other) === wanted)
      if (!match) continue
      matches.set(line, match)
      used.add(match)
    }
  }
  // Files whose numbers were found again count alike: there another number is another payment.
  const numbered = new Set([...matches].flatMap(([line, other]) => (other.statementId !== undefined && sameSerial(line, other) ? [other.statementId] : [])))
  const fresh = read.filter((line) => !matches.has(line))
  const doubtful = new Map<Line, Known>()
  for (const apart of [0, NEAR_DAYS, -NEAR_DAYS]) {
    for (const line of fresh) {
      if (doubtful.has(line)) continue
      const match = groups.get(keyOf(addDays(line.on, apart), line))?.find((other) => !used.has(other) && perhapsSame(line, other, numbered))
      if (!match) continue
      doubtful.set(line, match)
      used.add(match)
    }
  }
  const pairs = (of: ReadonlyMap<Line, Known>) => read.flatMap((line) => {
    const match = of.get(line)
    return match ? [{ line, known: match }] : []
  })
  return { fresh, duplicates: pairs(matches), perhaps: pairs(doubtful) }
}
