/** Finds in a file the list that is to be imported: its sheet, its header, what its columns mean, and its rows. */
import type { DateOrder } from './days.ts'
import { FIELDS, REQUIRED } from './fields.ts'
import { chooseSheet, headerAt, headerSignature, proposeMapping, type Header, type Mapping } from './header.ts'
import { openList, type List } from './list.ts'
import type { Problems } from './problems.ts'
import type { Target } from './schemas.ts'
import { cellText, type Sheet, type TableFile } from './table.ts'

export interface Place {
  sheet: Sheet
  header: Header
  target: Target
  /** A mapping is remembered under it for the next file with the same header. */
  signature: string
}

export interface Wanted {
  target?: Target | undefined
  sheet?: string | undefined
  headerRow?: number | undefined
}

/** Where the list stands; null when no sheet has a header that names at least three things we know. */
export function locate(table: TableFile, wanted: Wanted): Place | null {
  const targets = wanted.target ? [wanted.target] : undefined
  const sheets = wanted.sheet === undefined ? table.sheets : table.sheets.filter(({ name }) => name === wanted.sheet)
  const sheet = sheets[0]
  const pointed = wanted.headerRow !== undefined && sheet ? headerAt(sheet, wanted.headerRow, targets) : null
  const found = pointed && sheet ? { sheet, header: pointed } : chooseSheet(sheets, targets)
  if (!found) return null
  const { target } = found.header
  return { ...found, target, signature: headerSignature(target, found.header.row) }
}

/** A mapping that fits the list: fields of the target on columns of the file, each column once. */
export function fittingMapping(place: Place, mapping: Mapping): Mapping {
  const known = new Set(FIELDS[place.target].map(({ field }) => field))
  const width = place.header.row.cells.length
  const taken = new Set<number>()
  return Object.fromEntries(Object.entries(mapping).filter(([field, column]) => {
    if (!known.has(field) || column >= width || taken.has(column)) return false
    taken.add(column)
    return true
  }))
}

export const proposedMapping = (place: Place): Mapping =>
  proposeMapping(Array.from(place.header.row.cells, (cell) => cellText(cell)), place.target).mapping

/** Opens the list and notes what makes it unusable as a whole: a missing column, or no rows at all. */
export function openPlace(place: Place, mapping: Mapping, dateOrder: DateOrder | undefined, problems: Problems): List {
  const list = openList(place.sheet, place.header, { mapping, target: place.target, dateOrder })
  for (const group of REQUIRED[place.target]) {
    if (group.some((field) => field in mapping)) continue
    const field = group.includes('open') ? amountField(list, mapping) : group[0] ?? ''
    problems.add(null, FIELDS[place.target].find((known) => known.field === field)?.words[0] ?? field, 'MISSING_COLUMN', '', { field })
  }
  if (problems.count === 0 && list.rows.length === 0) problems.add(null, '', 'NO_DATA_ROWS')
  return list
}

/** What the missing column of amounts would be called in such a list. */
function amountField(list: List, mapping: Mapping): string {
  if (list.openingAsOf !== null) return 'open'
  return 'positive' in mapping || 'electronicNumber' in mapping ? 'gross' : 'amount'
}
