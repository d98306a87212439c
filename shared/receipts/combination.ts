/**
 * The one set of open items that adds up to a payment. All sums of one half of the items meet all sums of the other
 * (Horowitz and Sahni), which proves for some thirty items whether there is exactly one set; sums above what is wanted are
 * never built, so that for most payments hundreds of items are within reach. The work is bounded: where it ends early, two
 * sets that were found still prove that no set is the only one, and everything else is given up and said so.
 */
import type { Money } from '../money.ts'

/** How many sums the search may write down; then it says that it gave up. Some ten milliseconds. */
export const COMBINATION_STEPS = 400_000
/** How many sums of one half are held at once. */
const MOST_SUMS = 32_768
/** How often the halves meet on the way: whenever they have grown by so much since the last time. */
const GROWTH = 4

/** The sums of all sets of some items, rising, and what they were before each item came. */
class Half {
  sums = new Float64Array([0])
  readonly #before: { item: number; amount: number; sums: Float64Array }[] = []

  /** Adds one item to every set that stays within `most`. Returns how many sums were written. */
  add(item: number, amount: number, most: number): number {
    const { sums } = this
    let fitting = sums.length
    while (fitting > 0 && (sums[fitting - 1] ?? 0) + amount > most) fitting -= 1
    const merged = new Float64Array(sums.length + fitting)
    // Both lists rise; beyond the end of either stands what is above every sum.
    let [old, added, at] = [0, 0, 0]
    let [without, having] = [sums[0] ?? Infinity, fitting > 0 ? (sums[0] ?? 0) + amount : Infinity]
    while (at < merged.length) {
      if (without <= having) {
        merged[at] = without
        old += 1
        without = old < sums.length ? sums[old] ?? 0 : Infinity
      } else {
        merged[at] = having
        added += 1
        having = added < fitting ? (sums[added] ?? 0) + amount : Infinity
      }
      at += 1
    }
    this.#before.push({ item, amount, sums })
    this.sums = merged
    return merged.length
  }

  /** The items of the set that makes a sum; the caller knows that there is only one. */
  itemsOf(sum: number): number[] {
    const items: number[] = []
    let rest = sum
    for (const { item, amount, sums } of this.#before.toReversed()) {
      if (contains(sums, rest)) continue
      items.push(item)
      rest -= amount
    }
    return items
  }
}

function contains(sums: Float64Array, wanted: number): boolean {
  let [low, high] = [0, sums.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sums[middle] ?? 0
    if (found === wanted) return true
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** The sums of the halves that together make what is wanted; more than one such pair is all that matters about the others. */
function meet(a: Half, b: Half, wanted: number): { pairs: number; first: readonly [number, number] | null } {
  const [left, right] = [a.sums, b.sums]
  let [pairs, first]: [number, readonly [number, number] | null] = [0, null]
  for (let i = 0, j = right.length - 1; i < left.length && j >= 0 && pairs < 2;) {
    const [low, high] = [left[i] ?? 0, right[j] ?? 0]
    if (low + high < wanted) i += 1
    else if (low + high > wanted) j -= 1
    else {
      first ??= [low, high]
      let [lows, highs] = [0, 0]
      for (; i < left.length && left[i] === low; i += 1) lows += 1
      for (; j >= 0 && right[j] === high; j -= 1) highs += 1
      pairs += lows * highs
    }
  }
  return { pairs, first }
}

/**
 * The one set of two or more items that adds up to the amount; null when there is none or more than one. `gaveUp` says
 * that the items are too many to know; then there is no set either. Amounts in minor units, above zero.
 */
export function uniqueCombination<Item extends { open: Money }>(items: readonly Item[], amount: Money, steps = COMBINATION_STEPS): { set: Item[] | null; gaveUp: boolean } {
  // Smaller ones first: their sets fill the range soonest, so that a second set is found soonest where there is one.
  const usable = items.filter((item) => item.open > 0 && item.open < amount).sort((x, y) => x.open - y.open)
  const total = usable.reduce((sum, item) => sum + item.open, 0)
  if (total < amount) return { set: null, gaveUp: false }
  // Which items are paid and which are not is the same question; the smaller sum has the fewer sets.
  const inverted = total - amount < amount
  const wanted = inverted ? total - amount : amount
  const [a, b] = [new Half(), new Half()]
  const within = usable.flatMap((item, index) => (item.open <= wanted ? [index] : []))
  let left = steps
  let meeting = 0
  let complete = true
  for (const index of within) {
    const half = a.sums.length <= b.sums.length ? a : b
    if (left <= 0 || half.sums.length > MOST_SUMS) {
      complete = false
      break
    }
    left -= half.add(index, usable[index]?.open ?? 0, wanted)
    if (half.sums.length > meeting * GROWTH) {
      meeting = half.sums.length
      left -= a.sums.length + b.sums.length
      if (meet(a, b, wanted).pairs > 1) return { set: null, gaveUp: false }
    }
  }
  const { pairs, first } = meet(a, b, wanted)
  if (pairs > 1) return { set: null, gaveUp: false }
  if (!complete) return { set: null, gaveUp: true }
  if (!first) return { set: null, gaveUp: false }
  const met = new Set([...a.itemsOf(first[0]), ...b.itemsOf(first[1])])
  const set = new Set(usable.filter((_, index) => met.has(index) !== inverted))
  return { set: items.filter((item) => set.has(item)), gaveUp: false }
}
