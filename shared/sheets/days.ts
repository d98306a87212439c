/** Days as files hold them, and the order of the parts where a file writes 3/4/2013. */
import { addDays, day, dayOf, isDay, type Day } from '../day.ts'
import type { z } from 'zod'
import type { zDateOrder } from './schemas.ts'
import { cellText, type Cell } from './table.ts'

export type DateOrder = z.infer<typeof zDateOrder>

const TIME = /^(?:\s|T)\s*(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M|Z|[+-]\d{2}:?\d{2})?|\d{1,2}时\d{1,2}分(?:\d{1,2}秒)?|\d{6})$/i
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?![\d])(.*)$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?(?![\d])(.*)$/
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?![\d])(.*)$/
const MONTH_NAME = /^(?:(\d{1,2})[-\s]([A-Za-z]{3,9})|([A-Za-z]{3,9})\.?\s+(\d{1,2}),?)[-\s,]+(\d{4})$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Serial number 2; the numbers before it would be days of 1899. */
const SERIAL_TWO = day('1900-01-01')
/** Serial numbers of 1955 to 2119; smaller and larger numbers in a column of days are something else. */
const SERIALS = { from: 20_000, to: 80_000 }

/** The day of a cell, null when it is empty, or BAD_DATE when it is no day that exists. */
export function parseDay(cell: Cell | undefined, order: DateOrder): Day | 'BAD_DATE' | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string') return isDay(cell) ? cell : fromText(cell, order)
  if (typeof cell === 'number') return fromNumber(cell)
  return 'BAD_DATE'
}

function fromNumber(value: number): Day | 'BAD_DATE' {
  if (value >= SERIALS.from && value <= SERIALS.to) return addDays(SERIAL_TWO, Math.floor(value) - 2)
  return fromText(String(value), 'ymd') ?? 'BAD_DATE'
}

function fromText(text: string, order: DateOrder): Day | 'BAD_DATE' | null {
  const plain = text.normalize('NFKC').trim()
  if (/^[-—–/]*$/.test(plain)) return null
  const first = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain)
  if (first) return timed(first[4]) ? exists(Number(first[1]), Number(first[2]), Number(first[3])) : 'BAD_DATE'
  const last = YEAR_LAST.exec(plain)
  if (last) {
    if (!timed(last[4])) return 'BAD_DATE'
    const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])]
    const full = last[3]?.length === 2 ? 2000 + year : year
    if (order === 'ymd' && last[3]?.length === 2) return exists(2000 + a, b, year)
    return order === 'dmy' ? exists(full, b, a) : exists(full, a, b)
  }
  const named = MONTH_NAME.exec(plain)
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? named[3] ?? '').slice(0, 3).toLowerCase()) + 1
    return exists(Number(named[5]), month, Number(named[1] ?? named[4]))
  }
  const serial = /^\d{5}(\.\d+)?$/.test(plain) ? Number(plain) : NaN
  return serial >= SERIALS.from && serial <= SERIALS.to ? addDays(SERIAL_TWO, Math.floor(serial) - 2) : 'BAD_DATE'
}

const timed = (rest: string | undefined): boolean => !rest || rest.trim() === '' || TIME.test(rest)
const exists = (year: number, month: number, date: number): Day | 'BAD_DATE' => dayOf(year, month, date) ?? 'BAD_DATE'

/**
 * The order of 3/4/2013 in a column: a first part above 12 says day first, a second part above 12 month first.
 * Null when no such day occurs or when every one could be read both ways.
 */
export function orderOfColumn(cells: Iterable<Cell | undefined>): { order: DateOrder | null; open: boolean } {
  let [monthFirst, dayFirst, seen] = [0, 0, false]
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const match = YEAR_LAST.exec(cellText(cell).trim())
    if (!match) continue
    seen = true
    if (Number(match[1]) > 12) dayFirst += 1
    else if (Number(match[2]) > 12) monthFirst += 1
  }
  if (monthFirst > dayFirst) return { order: 'mdy', open: false }
  return dayFirst > monthFirst ? { order: 'dmy', open: false } : { order: null, open: seen }
}
