/** Finds in a file the list that is wanted: its sheet, its header, what its columns mean, and its rows. */
import type { DateOrder } from './days.ts'
import { chooseSheet, headerAt, headerSignature, proposeMapping, type Header, type Mapping } from './header.ts'
import type { ListKind } from './kinds.ts'
import { openList, type List } from './list.ts'
import type { Problems } from './problems.ts'
import { cellText, type Sheet, type TableFile } from './table.ts'

export interface Place<Name extends string = string> {
  sheet: Sheet
  header: Header<Name>
  kind: ListKind<Name>
  /** A mapping is remembered under it for the next file with the same header. */
  signature: string
}

export interface Wanted {
  sheet?: string | undefined
  headerRow?: number | undefined
}

/** Where the list stands; null when no sheet has a header that names at least three things we know. */
export function locate<Name extends string>(table: TableFile, kinds: readonly ListKind<Name>[], wanted: Wanted): Place<Name> | null {
  const sheets = wanted.sheet === undefined ? table.sheets : table.sheets.filter(({ name }) => name === wanted.sheet)
  const sheet = sheets[0]
  const pointed = wanted.headerRow !== undefined && sheet ? headerAt(sheet, wanted.headerRow, kinds) : null
  const found = pointed && sheet ? { sheet, header: pointed } : chooseSheet(sheets, kinds)
  if (!found) return null
  const { kind, row } = found.header
  return { ...found, kind, signature: headerSignature(kind.name, row) }
}

/** A mapping that fits the list: fields of its kind on columns of the file, each column once. */
export function fittingMapping(place: Place, mapping: Mapping): Mapping {
  const known = new Set(place.kind.fields.map(({ field }) => field))
  const width = place.header.row.cells.length
  const taken = new Set<number>()
  return Object.fromEntries(Object.entries(mapping).filter(([field, column]) => {
    if (!known.has(field) || column >= width || taken.has(column)) return false
    taken.add(column)
    return true
  }))
}

export const proposedMapping = (place: Place): Mapping =>
  proposeMapping(Array.from(place.header.row.cells, (cell) => cellText(cell)), place.kind.fields).mapping

/** Opens the list and notes what makes it unusable as a whole: a missing column, or no rows at all. */
export function openPlace(place: Place, mapping: Mapping, dateOrder: DateOrder | undefined, problems: Problems): List {
  const list = openList(place.sheet, place.header, { mapping, dateOrder })
  for (const group of place.kind.required) {
    if (group.some((field) => field in mapping)) continue
    const field = place.kind.missed?.(group, mapping, list.openingAsOf !== null) ?? group[0] ?? ''
    problems.add(null, place.kind.fields.find((known) => known.field === field)?.words[0] ?? field, 'MISSING_COLUMN', '', { field })
  }
  if (problems.count === 0 && list.rows.length === 0) problems.add(null, '', 'NO_DATA_ROWS')
  return list
}
