/** The order and the signs of a statement's lines, proved by its balances: each is the one before and what came in or went out. */
import type { Day } from '../day.ts'
import { add, money, type Money } from '../money.ts'

export interface Link {
  on: Day
  time: string
  balance: Money | null
}

export interface Chain {
  /** Positions of the lines as they were read, oldest first. */
  order: number[]
  /** Which of the readings of the amounts was taken. */
  reading: number
  /** How many balances follow from the one before, and how many do not. */
  fits: number
  misfits: number
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Orders in which the lines may have been written, the likeliest first: oldest first, newest first, and days in any order. */
function* orders(links: readonly Link[]): Generator<number[]> {
  const asRead = links.map((_, index) => index)
  const turned = [...asRead].reverse()
  const day = (index: number): string => links[index]?.on ?? ''
  const time = (index: number): string => links[index]?.time ?? ''
  const rises = (order: readonly number[]): boolean => order.every((index, place) => place === 0 || day(order[place - 1] ?? 0) <= day(index))
  const sort = (order: readonly number[], byTime: boolean): number[] => [...order].sort((a, b) => compare(day(a), day(b)) || (byTime ? compare(time(a), time(b)) : 0))
  const timed = links.every((link) => link.time !== '')
  for (const order of [asRead, turned]) if (rises(order)) yield order
  if (timed) yield* [sort(asRead, true), sort(turned, true)]
  yield* [sort(asRead, false), sort(turned, false)]
}

function inversions(links: readonly Link[], order: readonly number[]): number {
  let count = 0
  for (let place = 1; place < order.length; place += 1) {
    const [before, after] = [links[order[place - 1] ?? 0], links[order[place] ?? 0]]
    if (before && after && before.on === after.on && before.time > after.time && after.time !== '') count += 1
  }
  return count
}

function follow(links: readonly Link[], order: readonly number[], signed: readonly Money[], opening: Money | null): { fits: number; misfits: number } {
  let [fits, misfits] = [0, 0]
  let expected: Money | null = opening
  for (const index of order) {
    const balance = links[index]?.balance ?? null
    if (expected !== null) expected = add(expected, signed[index] ?? money(0))
    if (balance === null) continue
    if (expected !== null) {
      if (expected === balance) fits += 1
      else misfits += 1
    }
    expected = balance
  }
  return { fits, misfits }
}

/**
 * The order and the reading of the amounts whose balances fit best. `readings` are the signed amounts as they might be
 * meant, the likeliest first: a less likely one is taken only when the likelier ones fit nowhere near as well. `opening` is
 * what the file says stood there before its first line.
 */
export function chainOf(links: readonly Link[], readings: readonly (readonly Money[])[], opening: Money | null = null): Chain {
  let best: (Chain & { rank: number; turns: number }) | null = null
  for (const [reading, signed] of readings.entries()) {
    let rank = 0
    for (const order of orders(links)) {
      const { fits, misfits } = follow(links, order, signed, opening)
      const chain = { order, reading, fits, misfits, rank, turns: inversions(links, order) }
      if (!best || better(chain, best)) best = chain
      // Nothing can fit better, and the statement of a year has a hundred thousand lines.
      if (misfits === 0 && fits > 1 && best === chain && chain.turns === 0) return best
      rank += 1
    }
  }
  return best ?? { order: [], reading: 0, fits: 0, misfits: 0 }
}

interface Candidate extends Chain { rank: number; turns: number }

function better(a: Candidate, b: Candidate): boolean {
  if (a.reading !== b.reading) return a.fits >= 1 && a.misfits * 4 <= a.fits && a.fits > b.fits * 2
  return a.fits - b.fits > 0 || (a.fits === b.fits && (a.turns < b.turns || (a.turns === b.turns && a.rank < b.rank)))
}
