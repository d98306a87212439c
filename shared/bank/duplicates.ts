/** Lines that the ledger has already: banks' files overlap, and the same file is handed in twice. */
import { nameKey } from '../customers/names.ts'
import { groupBy } from '../groupBy.ts'
import type { ReadLine } from './schemas.ts'

/** What tells a line of one account from another. Texts are '' where a file tells nothing. */
export type LineFacts = Pick<ReadLine, 'on' | 'time' | 'direction' | 'amount' | 'balance' | 'counterparty' | 'counterpartyAccount' | 'serial'>

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b
const digits = (text: string): string => text.replace(/\W/g, '')

/** 0 when the lines are two payments, else how surely they are one: 3 by the bank's serial number, 2 by the balance, 1 by what they say. */
function likeness(a: LineFacts, b: LineFacts): 0 | 1 | 2 | 3 {
  if (a.on !== b.on || a.direction !== b.direction || a.amount !== b.amount) return 0
  if (a.serial !== '' && a.serial === b.serial) return 3
  const othersAgree = !differ(nameKey(a.counterparty), nameKey(b.counterparty)) && !differ(digits(a.counterpartyAccount), digits(b.counterpartyAccount))
  if (!othersAgree || differ(a.time, b.time)) return 0
  if (a.balance !== null && b.balance !== null) return a.balance === b.balance ? 2 : 0
  if (differ(a.serial, b.serial)) return 0
  return nameKey(a.counterparty) === nameKey(b.counterparty) ? 1 : 0
}

/** True when two lines of one account, out of two files, are the same payment (rules: de-duplicate). */
export const sameLine = (a: LineFacts, b: LineFacts): boolean => likeness(a, b) > 0

export interface Sifted<Line, Known> {
  fresh: Line[]
  duplicates: { line: Line; known: Known }[]
}

/**
 * Sifts what was read by what is known of the same account. Each known line answers for one line only, so two equal payments
 * stay two; the surest likenesses are taken first. Lines of one file are never duplicates of each other.
 */
export function newLines<Line extends LineFacts, Known extends LineFacts>(read: readonly Line[], known: readonly Known[]): Sifted<Line, Known> {
  const keyOf = ({ on, direction, amount }: LineFacts): string => `${on}|${direction}|${amount}`
  const groups = groupBy(known, keyOf)
  const matches = new Map<Line, Known>()
  const used = new Set<Known>()
  for (const wanted of [3, 2, 1]) {
    for (const line of read) {
      if (matches.has(line)) continue
      const match = groups.get(keyOf(line))?.find((other) => !used.has(other) && likeness(line, other) === wanted)
      if (!match) continue
      matches.set(line, match)
      used.add(match)
    }
  }
  const sifted: Sifted<Line, Known> = { fresh: [], duplicates: [] }
  for (const line of read) {
    const match = matches.get(line)
    if (match) sifted.duplicates.push({ line, known: match })
    else sifted.fresh.push(line)
  }
  return sifted
}
