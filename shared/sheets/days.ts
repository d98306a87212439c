/** Days as files hold them, and the times that stand beside them. Which of 3/4/2013 is the month, dateOrder.ts decides. */
import { addDays, day, dayOf, isDay, type Day } from '../day.ts'
import type { z } from 'zod'
import type { zDateOrder } from './schemas.ts'
import { cellText, type Cell } from './table.ts'

export type DateOrder = z.infer<typeof zDateOrder>
export const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

const HALF = '(?:上午|下午|凌晨|早上|中午|晚上|am|pm)'
const CLOCK = `(${HALF}\\s*)?(\\d{1,2})\\s*[:.时點点]\\s*(\\d{1,2})(?:\\s*[:.分]\\s*(\\d{1,2})(?:[.,:]\\d+)?\\s*秒?)?\\s*分?(\\s*[ap]\\.?m\\.?)?`
const ZONE = '(?:\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})(?:\\[[\\w/]+\\])?)?'
/** What may stand behind a day: a time of day, the day of the week, or both. */
const BEHIND = new RegExp(`^(?:\\s*[,(]?\\s*(?:(?:星期|周)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\\)?)?(?:(?:[\\sT]\\s*|-(?=\\d{1,2}\\.)|(?=${HALF}))${CLOCK}${ZONE}|[\\sT]\\s*\\d{4}(?:\\d{2})?(?:\\.\\d+)?)?\\s*$`, 'i')
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?!\d)(.*)$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6}(?:\.\d+)?)?(?![\d.])(.*)$/
/** Three numbers of which the first or the last is the year. */
const THREE = /^(\d{1,2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{4}|\d{1,2})\s*[日号]?(?!\d)(.*)$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\d{1,2}(?=月))[a-z]*月?\\.?'
/** 05-Nov-26 · 5 Nov 2026 · 05NOV2026 · 05-11月-26, then Nov 5, 2026, then 2026-Nov-05. */
const DAY_NAME = new RegExp(`^(\\d{1,2})[-\\s/.]*${NAME}[-\\s,/.]*(\\d{4}|\\d{2})(?!\\d)(.*)$`, 'i')
const NAME_DAY = new RegExp(`^${NAME}[-\\s/]*(\\d{1,2})(?:st|nd|rd|th)?[-\\s,/]+(\\d{4}|\\d{2})(?!\\d)(.*)$`, 'i')
const YEAR_NAME = new RegExp(`^(\\d{4})[-\\s/]*${NAME}[-\\s/]*(\\d{1,2})(?!\\d)(.*)$`, 'i')

/** Serial number 2; the numbers before it would be days of 1899. */
const SERIAL_TWO = day('1900-01-01')
/** Serial numbers of 1955 to 2119; smaller and larger numbers in a column of days are something else. */
const SERIALS = { from: 20_000, to: 80_000 }
/** Instants of a file count in the time of China, in which its banks and offices write. */
const ZONE_MINUTES = 480

/** The day of a cell, null when it is empty, or BAD_DATE when it is no day that exists. */
export function parseDay(cell: Cell | undefined, order: DateOrder): Day | 'BAD_DATE' | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string') return isDay(cell) ? cell : fromText(cell, order)
  if (typeof cell === 'number') return fromNumber(cell)
  return 'BAD_DATE'
}

/** The day of a text that can be read in one way only; null when it is none, or one of several. */
export function certainDay(text: string): Day | null {
  const found = new Set(DATE_ORDERS.map((order) => parseDay(text, order)))
  found.delete('BAD_DATE')
  const [only] = found
  return found.size === 1 && only && only !== 'BAD_DATE' ? only : null
}

function fromNumber(value: number): Day | 'BAD_DATE' {
  if (value >= SERIALS.from && value <= SERIALS.to) return addDays(SERIAL_TWO, Math.floor(value) - 2)
  return fromText(String(value), 'ymd') ?? 'BAD_DATE'
}

const fullYear = (text: string | undefined): number => (text?.length === 4 ? Number(text) : Number(text) + (Number(text) < 80 ? 2000 : 1900))

function fromText(text: string, order: DateOrder): Day | 'BAD_DATE' | null {
  const plain = text.normalize('NFKC').trim()
  if (/^[-—–/]*$/.test(plain)) return null
  const first = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain)
  if (first) return exists(Number(first[1]), Number(first[2]), Number(first[3]), first[4])
  const three = THREE.exec(plain)
  if (three) return inOrder(three, order)
  const serial = /^\d{5}(\.\d+)?$/.test(plain) ? Number(plain) : NaN
  if (serial >= SERIALS.from && serial <= SERIALS.to) return addDays(SERIAL_TWO, Math.floor(serial) - 2)
  return named(plain)
}

/** Three numbers in the order of their column; a year of four digits that stands last is no year that stands first. */
function inOrder([, one = '', two = '', three = '', behind]: RegExpExecArray, order: DateOrder): Day | 'BAD_DATE' {
  if (three.length === 1 || (order === 'ymd' && three.length === 2)) return exists(fullYear(one), Number(two), Number(three), behind)
  const year = fullYear(three)
  return order === 'dmy' ? exists(year, Number(two), Number(one), behind) : exists(year, Number(one), Number(two), behind)
}

function named(plain: string): Day | 'BAD_DATE' {
  const monthOf = (text: string | undefined): number => MONTHS.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1 || Number(text)
  const [dayName, nameDay, yearName] = [DAY_NAME.exec(plain), NAME_DAY.exec(plain), YEAR_NAME.exec(plain)]
  if (dayName) return exists(fullYear(dayName[3]), monthOf(dayName[2]), Number(dayName[1]), dayName[4])
  if (nameDay) return exists(fullYear(nameDay[3]), monthOf(nameDay[1]), Number(nameDay[2]), nameDay[4])
  return yearName ? exists(Number(yearName[1]), monthOf(yearName[2]), Number(yearName[3]), yearName[4]) : 'BAD_DATE'
}

function exists(year: number, month: number, date: number, behind: string | undefined): Day | 'BAD_DATE' {
  const found = dayOf(year, month, date)
  if (found === null) return 'BAD_DATE'
  if (!behind || behind.trim() === '') return found
  const time = BEHIND.exec(behind)
  if (!time) return 'BAD_DATE'
  const zone = time[6] === undefined ? null : offsetOf(time[6])
  if (zone === null || zone === ZONE_MINUTES) return found
  return addDays(found, Math.floor((Number(time[2]) * 60 + Number(time[3]) - zone + ZONE_MINUTES) / (24 * 60)))
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0
}

/** The three numbers of a text that may be read in several orders, and how its year is written; null for any other text. */
export function partsOfDay(cell: Cell | undefined): { key: string; short: boolean } | null {
  // A year of four digits that stands first leaves nothing open, and most files write it so.
  if (typeof cell !== 'string' || /^\d{4}/.test(cell)) return null
  const three = THREE.exec(cellText(cell).normalize('NFKC').trim())
  return three && three[3]?.length !== 1 ? { key: `${three[1]}/${three[2]}/${three[3]}`, short: three[3]?.length === 2 } : null
}

const SECONDS_A_DAY = 86_400
const ANY_CLOCK = new RegExp(CLOCK, 'i')

/**
 * The time of day in a cell as HH:MM:SS; '' where it tells none. Digits alone are a time in a column of times, and behind a
 * day of eight digits.
 */
export function timeOfCell(cell: Cell | undefined, alone: boolean): string {
  if (typeof cell === 'number' && !Number.isInteger(cell)) {
    const seconds = Math.round((cell % 1) * SECONDS_A_DAY) % SECONDS_A_DAY
    return clock(seconds / 3600, (seconds / 60) % 60, seconds % 60)
  }
  const text = cellText(cell).normalize('NFKC').trim()
  const compact = (alone ? /^(\d{5,6})$/.exec(text)?.[1]?.padStart(6, '0') : undefined) ?? /^\d{8}\s*(\d{6})(?:\.\d+)?$/.exec(text)?.[1]
  if (compact) return clock(Number(compact.slice(0, 2)), Number(compact.slice(2, 4)), Number(compact.slice(4)))
  // A day with points between its parts is no time of day.
  const behind = text.replace(/^\d{1,4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,4}\s*[日号]?-?/, '')
  const match = ANY_CLOCK.exec(alone && behind === '' ? text : behind)
  if (!match) return ''
  const half = (match[1] ?? match[5] ?? '').toLowerCase()
  const hour = Number(match[2])
  const afternoon = /下午|晚上|^\s*p/.test(half) || (/中午/.test(half) && hour < 11)
  const morning = /上午|凌晨|早上|^\s*a/.test(half)
  return clock(hour + (afternoon && hour < 12 ? 12 : 0) - (morning && hour === 12 ? 12 : 0), Number(match[3]), Number(match[4] ?? 0))
}

const clock = (hour: number, minute: number, second: number): string =>
  hour < 24 && minute < 60 && second < 60 ? [hour, minute, second].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':') : ''
