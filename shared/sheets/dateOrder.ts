/**
 * The order of the parts where a file writes 3/4/2013 or 26/11/02. A day that exists in one order only proves it; else the
 * course of the rows, their span and their nearness to today choose, and say whether the choice is certain.
 */
import { daysBetween, type Day } from '../day.ts'
import { DATE_ORDERS, parseDay, partsOfDay, type DateOrder } from './days.ts'
import { cellText, type Cell } from './table.ts'

export interface OrderFound {
  /** Null when no day of the column depends on the order. */
  order: DateOrder | null
  certain: boolean
  /** The first text that depends on it, for whoever is asked. */
  example: string
}

export interface OrderOptions {
  today?: Day | undefined
  /** The days have happened: none of them lies ahead. */
  past?: boolean
}

/** How the days of a column would run in one order. */
interface Course {
  order: DateOrder
  /** Texts that are no days in this order, or days ahead where none can be. */
  wrong: number
  turns: number
  span: number
  /** Of the day in the middle from today; 0 where today is not told. */
  distance: number
}

/** A day's difference between the clocks of a bank and of an office. */
const MOST_AHEAD = 1
/** An import takes no day further ahead. */
const FAR_AHEAD = 366
const LONG_AGO = 1100
const CLEARLY = 3
const ENOUGH_DAYS = 3

export function orderOfColumn(cells: Iterable<Cell | undefined>, { today, past = false }: OrderOptions = {}): OrderFound {
  const keys: string[] = []
  const seen = new Set<string>()
  let [example, short, long] = ['', false, false]
  for (const cell of cells) {
    const parts = partsOfDay(cell)
    if (!parts) continue
    if (example === '') example = cellText(cell)
    if (parts.short) short = true
    else long = true
    if (keys.at(-1) !== parts.key) keys.push(parts.key)
    seen.add(parts.key)
  }
  if (example === '') return { order: null, certain: true, example }
  // Where a year of four digits stands last, it does not stand first in the other rows of the column.
  const orders = short && !long ? DATE_ORDERS : DATE_ORDERS.filter((order) => order !== 'ymd')
  const courses = orders.map((order) => courseOf(keys, order, today, past)).sort(better)
  return { ...choose(courses, seen.size), example }
}

function courseOf(keys: readonly string[], order: DateOrder, today: Day | undefined, past: boolean): Course {
  const days: Day[] = []
  let wrong = 0
  for (const key of keys) {
    const found = parseDay(key, order)
    if (found === null || found === 'BAD_DATE' || (today !== undefined && daysBetween(today, found) > (past ? MOST_AHEAD : FAR_AHEAD))) wrong += 1
    else days.push(found)
  }
  let [up, down] = [0, 0]
  for (const [index, day] of days.entries()) {
    const before = days[index - 1]
    if (before !== undefined && day > before) up += 1
    else if (before !== undefined && day < before) down += 1
  }
  const sorted = days.toSorted()
  const [first, last, middle] = [sorted[0], sorted.at(-1), sorted[Math.trunc(sorted.length / 2)]]
  return {
    order, wrong, turns: Math.min(up, down), span: first && last ? daysBetween(first, last) : 0,
    distance: today !== undefined && middle !== undefined ? Math.abs(daysBetween(middle, today)) : 0,
  }
}

/** Days of another decade are further away than a disorder of the rows can be wrong. */
const longAgo = (one: Course, other: Course): boolean => one.distance > LONG_AGO && one.distance > other.distance * CLEARLY

function better(one: Course, other: Course): number {
  if (one.wrong !== other.wrong) return one.wrong - other.wrong
  if (longAgo(one, other)) return 1
  if (longAgo(other, one)) return -1
  return one.turns - other.turns || one.span - other.span || one.distance - other.distance
}

/** The best of them, and whether it is clearly better than each other one. */
function choose([best, ...others]: readonly Course[], different: number): { order: DateOrder | null; certain: boolean } {
  if (!best) return { order: null, certain: true }
  const clear = (other: Course): boolean => {
    // A slip of the keys among proofs of the one order is no proof of the other.
    if (other.wrong > best.wrong) return other.wrong > best.wrong * CLEARLY
    if (longAgo(other, best)) return true
    if (different < ENOUGH_DAYS) return false
    return (best.turns === 0 && other.turns > 0) || (other.turns >= best.turns && other.span > best.span * CLEARLY)
  }
  return { order: best.order, certain: others.every(clear) }
}
