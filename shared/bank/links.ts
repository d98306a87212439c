/** Which open lines belong to money that is already recorded: receipts entered by hand, bills collected or discounted. */
import { daysBetween, type Day } from '../day.ts'
import { groupBy } from '../groupBy.ts'
import type { Money } from '../money.ts'
import type { Payer } from './payers.ts'
import type { Verdict } from './sureness.ts'

/** Recorded money that misses its line; `amount` is what the bank received, in minor units. */
export interface Recorded {
  kind: 'receipt' | 'acceptance'
  id: number
  number: string
  customerId: number
  customerCode: string
  customerName: string
  /** The customer is 待确认款: nobody knew whose money it is. */
  unidentified: boolean
  bankAccountId: number | null
  currency: string
  on: Day
  amount: Money
}

interface Incoming {
  line: { id: number; bankAccountId: number; currency: string; on: Day; amount: Money; memo: string }
  payer: Payer | null
}

/** A bank and a clerk are at most a long holiday apart. */
const NEAR_DAYS = 9
const BILL = /托收|承兑|汇票|票据|贴现/

const keyOf = (one: { currency: string; amount: number }): string => `${one.currency} ${one.amount}`
const apart = (line: Incoming['line'], recorded: Recorded): number => Math.abs(daysBetween(line.on, recorded.on))

function mayBe({ line, payer }: Incoming, recorded: Recorded): boolean {
  if (recorded.bankAccountId !== null && recorded.bankAccountId !== line.bankAccountId) return false
  if (apart(line, recorded) > NEAR_DAYS) return false
  if (recorded.kind === 'acceptance') return !payer?.strong || BILL.test(line.memo)
  return recorded.unidentified || !payer?.strong || payer.customer.id === recorded.customerId
}

export interface Linked extends Verdict {
  link: Recorded
}

/**
 * The recorded money of each line, nearest day first, each for one line only. `near` are lines that might have been that
 * money too: they are not to be recorded unseen, or the same money would stand there twice.
 */
export function linksOf(incoming: readonly Incoming[], recorded: readonly Recorded[]): { links: Map<number, Linked>; near: Set<number> } {
  const byAmount = groupBy(recorded, keyOf)
  const pairs = incoming.flatMap((one) => (byAmount.get(keyOf(one.line)) ?? []).filter((other) => mayBe(one, other)).map((other) => ({ ...one, other })))
  const [ofLine, ofRecorded] = [countBy(pairs, ({ line }) => line.id), countBy(pairs, ({ other }) => `${other.kind} ${other.id}`)]
  const links = new Map<number, Linked>()
  const used = new Set<Recorded>()
  for (const { line, payer, other } of pairs.sort((a, b) => apart(a.line, a.other) - apart(b.line, b.other) || a.line.id - b.line.id || a.other.id - b.other.id)) {
    if (links.has(line.id) || used.has(other)) continue
    used.add(other)
    const only = ofLine.get(line.id) === 1 && ofRecorded.get(`${other.kind} ${other.id}`) === 1
    const certain = only && payer?.strong === true && payer.customer.id === other.customerId && other.kind === 'receipt' && other.on === line.on && other.bankAccountId === line.bankAccountId
    links.set(line.id, { link: other, sureness: certain ? 'sure' : only ? 'likely' : 'unsure', doubt: certain ? null : 'nearReceipt' })
  }
  return { links, near: new Set([...ofLine.keys()].filter((id) => !links.has(id))) }
}

function countBy<Row, Key>(rows: readonly Row[], keyOfRow: (row: Row) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const row of rows) counts.set(keyOfRow(row), (counts.get(keyOfRow(row)) ?? 0) + 1)
  return counts
}
