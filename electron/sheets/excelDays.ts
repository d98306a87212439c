/** Days in a workbook are plain numbers; only the number format of the cell's style says that they are days. */

/** Built-in formats of ECMA-376 18.8.30 that show a day, with those of the Chinese and Japanese editions (27–36, 50–58). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** True when a number format shows a day: it has a y or d outside quotes, brackets and escapes. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAY_FORMATS.has(id)
  const plain = code.replace(/"[^"]*"/g, '').replace(/\[[^\]]*\]/g, '').replace(/\\./g, '').replace(/_./g, '')
  return /[yd年日]/i.test(plain.split(';')[0] ?? '') && !/^general$/i.test(plain)
}

const MILLISECONDS_A_DAY = 86_400_000
const LAST_SERIAL = 2_958_465
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/**
 * The day of a serial number as text, with its time of day when it has one. Excel's 1900 system counts a 29 February 1900
 * that never was, so the numbers before it lie one day later. Null when the number is outside of what Excel can show.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL) return null
  const whole = Math.floor(serial)
  const epoch = from1904 ? EPOCH_1904 : whole < 60 ? EPOCH_1900 + MILLISECONDS_A_DAY : EPOCH_1900
  // Times are stored as binary fractions, so they are rounded to the second before they are split.
  const seconds = Math.round((serial - whole) * 86_400)
  const instant = new Date(epoch + whole * MILLISECONDS_A_DAY + seconds * 1000).toISOString()
  return seconds === 0 ? instant.slice(0, 10) : `${instant.slice(0, 10)} ${instant.slice(11, 19)}`
}
