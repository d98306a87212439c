/** Columns of an aged list: 30天以内 · 1-30 · 31–60天 · 1年以内 · 1-2年 · 3年以上 · Current · > 90 days. */
import { addDays, addMonths, type Day } from '../day.ts'

export interface Bucket {
  column: number
  title: string
  /** Where the bucket begins, in days or months; null for what is not due yet. */
  from: { count: number; unit: 'days' | 'months' } | null
}

export interface Buckets {
  columns: readonly Bucket[]
  /** The list counts from the due day and not from the day of the document. */
  byDueDay: boolean
}

const DIGITS: Record<string, number> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }
const NUMBER = '(\\d{1,4}|[一两二三四五六七八九十])'
const UNIT = '(天|日|个?月|年|d|days?|months?|mths?|years?|yrs?)?'
const NOT_DUE = /^(?:未到期|未逾期|未超期|未过期|信用期内|账期内|current|notyetdue|notdue|notoverdue)(?:金额|余额)?$/
const ABOUT = /^(?:应收账款|应收|账龄|逾期|超期|过期|超信用期|overdue|pastdue|aged|age)+/
const RANGE = new RegExp(`^${NUMBER}${UNIT}(?:[-~–—至到]|to)${NUMBER}${UNIT}$`)
const WITHIN = new RegExp(`^(?:(?:[<≤]|less ?than|under)${NUMBER}${UNIT}|${NUMBER}${UNIT}(?:\\(?含\\)?)?(?:以内|之内|以下|内))$`)
const OVER = new RegExp(`^(?:(?:[>≥]|over|morethan|above|超过|大于)${NUMBER}${UNIT}|${NUMBER}${UNIT}(?:\\+|以上|及以上|andover|andabove|andolder|orolder|andmore))$`)
/** What Xero calls what is older than its last column. */
const OLDEST = /^(?:older|更早|以前)$/
const ONE = new RegExp(`^${NUMBER}(months?|个?月)$`)
const OPEN_WORD = /以上|超过|大于|[>+]|^(?:over|more than|above)/i
const FEWEST = 2

const numberOf = (text: string | undefined): number => (text === undefined ? NaN : DIGITS[text] ?? Number(text))

function spanOf(unit: string | undefined, count: number): NonNullable<Bucket['from']> {
  if (unit === undefined || /^[天日d]/.test(unit)) return { count, unit: 'days' }
  return { count: /年|y/.test(unit) ? count * 12 : count, unit: 'months' }
}

/** Where the bucket of a title begins; undefined when the title names none. */
function fromOf(title: string): { from: Bucket['from']; end: number | null } | undefined {
  const plain = title.normalize('NFKC').toLowerCase().replace(/[\s_,]/g, '').replace(/\([^)]*\)$/, '')
  if (NOT_DUE.test(plain)) return { from: null, end: null }
  const text = plain.replace(ABOUT, '').replace(/(?:金额|余额|overdue|pastdue|old)$/, '')
  const range = RANGE.exec(text)
  if (range) {
    const [first, last] = [numberOf(range[1]), numberOf(range[3])]
    return first < last ? { from: spanOf(range[2] ?? range[4], first), end: spanOf(range[4] ?? range[2], last).count } : undefined
  }
  const within = WITHIN.exec(text)
  if (within) return { from: spanOf(within[2] ?? within[4], 0), end: spanOf(within[2] ?? within[4], numberOf(within[1] ?? within[3])).count }
  // Xero writes 1 Month, 2 Months for what is from one or two months old on.
  const one = ONE.exec(text)
  if (one) return { from: spanOf('months', numberOf(one[1])), end: null }
  const over = OVER.exec(text)
  return over ? { from: spanOf(over[2] ?? over[4], numberOf(over[1] ?? over[3])), end: null } : undefined
}

/** The age buckets among the titles of a list; null when it has none. `about` is what stands above the list. */
export function bucketsOf(titles: readonly string[], about: string): Buckets | null {
  const named = titles.flatMap((title, column) => {
    const span = title === '' ? undefined : fromOf(title)
    return span ? [{ column, title, ...span }] : []
  })
  const last = named.findLast(({ from }) => from !== null)
  const oldest = titles.findIndex((title) => OLDEST.test(title.trim().toLowerCase()))
  const found = last?.from && oldest > last.column ? [...named, { column: oldest, title: titles[oldest] ?? '', from: { ...last.from, count: last.from.count + 1 }, end: null }] : named
  if (found.filter(({ from }) => from !== null).length < FEWEST) return null
  const ends = new Set(found.map(({ end }) => end))
  // 30 belongs to the bucket that ends with it, so that the next one begins the day after; so does what is over 90.
  const afterEnd = ({ count, unit }: NonNullable<Bucket['from']>, title: string): boolean =>
    unit === 'days' && count > 0 && (ends.has(count) || (OPEN_WORD.test(title) && !ends.has(count - 1)))
  return {
    columns: found.map(({ column, title, from }) => ({ column, title, from: from && afterEnd(from, title) ? { ...from, count: from.count + 1 } : from })),
    byDueDay: found.some(({ from }) => from === null) || titles.some((title) => /逾期|超期|overdue|past ?due/i.test(title)) || /逾期|超期|overdue|past ?due/i.test(about),
  }
}

/** The youngest day that lies in a bucket at the end of `asOf`; what is due today is not over yet. */
export function dayInBucket({ from }: Bucket, asOf: Day, byDueDay: boolean): Day {
  if (from === null) return asOf
  if (from.unit === 'days') return addDays(asOf, -Math.max(from.count, byDueDay ? 1 : 0))
  return from.count === 0 ? addDays(asOf, byDueDay ? -1 : 0) : addDays(addMonths(asOf, -from.count), -1)
}
