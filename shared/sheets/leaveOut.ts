/** Rows that a person leaves out of a file, each with the reason, which is kept with the record of the import. */
import type { List } from './list.ts'
import { sheetNames, type Place } from './locate.ts'
import type { Problems } from './problems.ts'
import type { LeaveOut, LeftOutRow } from './schemas.ts'
import { cellText, fileRow, rowOfSheets } from './table.ts'
import { cleanText } from './words.ts'

const KEPT_CHARACTERS = 300

/** The rows to leave out, as the list numbers them, with their reasons; one that the file does not have is a problem. */
export function rowsToLeaveOut(place: Place, rows: LeaveOut, problems: Problems): Map<number, string> {
  const names = sheetNames(place)
  const known = rows.length === 0 ? new Set() : new Set(place.rows.map(({ row }) => row))
  const reasons = new Map<number, string>()
  for (const { row, sheet, reason } of rows) {
    const part = sheet === undefined ? (names.length === 1 ? 0 : -1) : names.indexOf(sheet)
    const number = rowOfSheets(part, row)
    if (part < 0 || !known.has(number)) problems.add(null, '', 'LEAVE_OUT_UNKNOWN', sheet === undefined ? String(row) : `${sheet}!${row}`)
    else reasons.set(number, reason)
  }
  return reasons
}

/** What is kept of the rows of the list that are left out. */
export const keptOf = (list: List, place: Place, reasons: ReadonlyMap<number, string>): LeftOutRow[] =>
  [...list.whole, ...list.sums].filter(({ row }) => reasons.has(row)).map((row) => ({
    ...fileRow(row.row, sheetNames(place)), reason: reasons.get(row.row) ?? '', sums: list.moneyOf(row),
    text: cleanText(row.cells.map((cell) => cellText(cell)).filter((text) => text !== '').join(' | ')).slice(0, KEPT_CHARACTERS),
  }))

/** Takes the rows out of the list; one that is skipped anyway stays what it is. */
export function takeOut(list: List, place: Place, rows: LeaveOut, problems: Problems): LeftOutRow[] {
  const reasons = rowsToLeaveOut(place, rows, problems)
  const left = keptOf(list, place, reasons)
  for (const row of list.rows) if (reasons.has(row.row)) list.skip('leftOut', row)
  list.rows = list.rows.filter(({ row }) => !reasons.has(row))
  list.sums = list.sums.filter(({ row }) => !reasons.has(row))
  return left
}
