/** Finds in a file the list that is wanted: its sheets, its header, what its columns mean, and its rows. */
import { looksLikeMoney } from './amounts.ts'
import { currencyOfTitles } from './currencies.ts'
import { DATE_ORDERS, parseDay, partsOfDay } from './days.ts'
import { chooseSheet, findHeader, headerAt, headerSignature, proposeMapping, type Header, type Mapping, type Proposal, type Unsure } from './header.ts'
import type { ListKind } from './kinds.ts'
import { openList, type List, type ListOptions } from './list.ts'
import type { Problems } from './problems.ts'
import type { UnreadSheet } from './schemas.ts'
import { cellText, plainSheet, rowOfSheets, type Sheet, type TableFile, type TableRow } from './table.ts'
import { plainHeader, unitOfTitle } from './words.ts'

/** One of the sheets that make up the list. */
export interface Part<Name extends string = string> {
  sheet: Sheet
  header: Header<Name>
  /** What stands above the header. */
  above: TableRow[]
}

export interface Place<Name extends string = string> {
  /** The sheet whose header names the columns. */
  sheet: Sheet
  header: Header<Name>
  kind: ListKind<Name>
  /** A mapping is remembered under it for the next file with the same header. */
  signature: string
  /** All sheets with the same columns, in the order of the file; mostly one. */
  parts: Part<Name>[]
  /** The rows below their headers, their cells in the columns of `header`. */
  rows: TableRow[]
  /** Sheets with anything in them that are no part of the list. */
  unread: UnreadSheet[]
}

export interface Wanted {
  sheet?: string | undefined
  headerRow?: number | undefined
}

/** Where the list stands; null when no sheet has a header that names at least three things we know. */
export function locate<Name extends string>(table: TableFile, kinds: readonly ListKind<Name>[], wanted: Wanted): Place<Name> | null {
  const all = table.sheets.map(plainSheet)
  const sheets = wanted.sheet === undefined ? all : all.filter(({ name }) => name === wanted.sheet)
  const sheet = sheets[0]
  const pointed = wanted.headerRow !== undefined && sheet ? headerAt(sheet, wanted.headerRow, kinds) : null
  const found = pointed && sheet ? { sheet, header: pointed } : chooseSheet(sheets, kinds)
  if (!found) return null
  const { kind, row } = found.header
  const parts = sheets.flatMap((each) => partOf(each, found) ?? [])
  return {
    ...found, kind, signature: headerSignature(kind.name, row), parts, rows: rowsOf(parts, found.header),
    unread: all.filter((each) => each.rows.length > 0 && !parts.some((part) => part.sheet === each)).map(({ name, rows, hidden }) => ({ name, rows: rows.length, hidden })),
  }
}

const aboveOf = (sheet: Sheet, header: Header): TableRow[] => sheet.rows.slice(0, sheet.rows[header.index]?.row === header.row.row ? header.index : 0)

/** The part of a list that a sheet is: that of the header itself, and any other that shows the same columns, unit and currency. */
function partOf<Name extends string>(sheet: Sheet, found: { sheet: Sheet; header: Header<Name> }): Part<Name> | null {
  const own = { sheet: found.sheet, header: found.header, above: aboveOf(found.sheet, found.header) }
  if (sheet === found.sheet) return own
  if (sheet.hidden) return null
  const header = findHeader(sheet, [found.header.kind])
  if (!header || !sameMeaning(header, found.header)) return null
  const part = { sheet, header, above: aboveOf(sheet, header) }
  const counts = ({ above }: Part): string => `${unitOf(above)}|${currencyOfTitles(above) ?? ''}`
  return counts(part) === counts(own) ? part : null
}

const unitOf = (rows: readonly TableRow[]): number => rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? unitOfTitle(cell) ?? [] : [])))[0] ?? 1

const sameMeaning = (one: Header, other: Header): boolean =>
  headerSignature('', one.row) === headerSignature('', other.row)
  || (Object.keys(one.mapping).sort().join() === Object.keys(other.mapping).sort().join() && moneyTitles(one) === moneyTitles(other))

/** What the columns of money are called: 应收金额 is not 收款金额, though both may be the amount of a list. */
const moneyTitles = ({ kind, mapping, row }: Header): string =>
  kind.fields.filter(({ field, kind: what }) => (what === 'amount' || what === 'balance') && field in mapping).map(({ field }) => plainHeader(cellText(row.cells[mapping[field] ?? -1]))).join('|')

/** The rows of all parts as one list; where a part has its columns elsewhere, its cells are moved to those of the first header. */
function rowsOf(parts: readonly Part[], header: Header): TableRow[] {
  return parts.flatMap((part, number) => {
    const rows = part.sheet.rows.slice(part.header.index + 1)
    const columns = part.header === header ? null : columnsIn(part.header, header)
    if (number === 0 && columns === null) return rows
    return rows.map((row) => ({ ...row, row: rowOfSheets(number, row.row), cells: columns === null ? row.cells : moved(row.cells, columns) }))
  })
}

/** Column of a part → column of the list, by the same title or the same meaning; null when they stand alike. */
function columnsIn(part: Header, list: Header): number[] | null {
  const titles = list.row.cells.map((cell) => plainHeader(cellText(cell)))
  const meaning = new Map(Object.entries(part.mapping).map(([field, column]) => [column, list.mapping[field]]))
  const taken = new Set<number>()
  const columns = Array.from(part.row.cells, (cell, column) => {
    const same = titles[column] === plainHeader(cellText(cell)) ? column : titles.indexOf(plainHeader(cellText(cell)))
    const to = meaning.get(column) ?? (same < 0 ? undefined : same)
    if (to === undefined || taken.has(to)) return -1
    taken.add(to)
    return to
  })
  return columns.every((to, column) => to === column) ? null : columns
}

/** What has no column in the list stands behind its last one. */
function moved(cells: TableRow['cells'], columns: readonly number[]): TableRow['cells'] {
  const width = Math.max(...columns) + 1
  const row: TableRow['cells'] = Array.from({ length: width }, () => null)
  for (const [column, cell] of cells.entries()) {
    const to = columns[column] ?? -1
    if (to >= 0) row[to] = cell
    else if (cell !== null) row.push(cell)
  }
  return row
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

export const proposedMapping = (place: Place): Mapping => proposalOf(place).mapping

const LOOKED_AT = 300

function proposalOf({ header, kind, rows }: Place): Proposal {
  const looked = rows.slice(0, LOOKED_AT)
  const holdsMoney = (column: number): boolean => looked.some(({ cells }) => looksLikeMoney(cells[column]))
  return proposeMapping(Array.from(header.row.cells, (cell) => cellText(cell)), kind.fields, { sides: kind.sides, holdsMoney })
}

/**
 * Columns that may be money of the list and are not taken, because their titles do not prove it: what the list needs and has
 * not, or may have beside it. Whoever imports is asked; a mapping that somebody gave has answered.
 */
export function unsureColumns(place: Place, mapping: Mapping): Unsure[] {
  const taken = new Set(Object.values(mapping))
  const met = new Set(place.kind.required.filter((group) => group.some((field) => field in mapping)).flat())
  const unsure = proposalOf(place).unsure.filter(({ column, field }) => !taken.has(column) && !(field in mapping) && !met.has(field))
  return [...unsure, ...sameTitles(place, mapping)]
}

/** Columns of money that are called just as one that is taken, and hold something else. */
function sameTitles(place: Place, mapping: Mapping): Unsure[] {
  // Below the upper line of a header of two the same word stands for several things.
  if (place.header.lines.length > 1) return []
  const titles = Array.from(place.header.row.cells, (cell) => plainHeader(cellText(cell)))
  const taken = new Set(Object.values(mapping))
  return place.kind.fields.filter(({ field: name, kind }) => kind === 'amount' && name in mapping).flatMap(({ field }) => {
    const chosen = mapping[field] ?? -1
    const differs = (column: number): boolean => place.rows.some(({ cells }) => cellText(cells[column]).trim() !== '' && cellText(cells[column]) !== cellText(cells[chosen]))
    return titles.flatMap((title, column) => (title !== '' && title === titles[chosen] && !taken.has(column) && differs(column) ? [{ column, field }] : []))
  })
}

export interface OpenOptions extends Omit<ListOptions, 'mapping'> {
  /** Somebody has said what the columns mean, so nothing of them is asked. */
  said?: boolean | undefined
}

/** Opens the list and notes what makes it unusable as a whole: a missing column, or no rows at all. */
export function openPlace(place: Place, mapping: Mapping, options: OpenOptions, problems: Problems): List {
  problems.sheets = sheetNames(place)
  const list = openList(place, { mapping, ...options })
  const unsure = options.said ? [] : unsureColumns(place, mapping)
  for (const { column, field } of unsure) problems.add(null, cellText(place.header.row.cells[column]), 'UNSURE_COLUMN', '', { field, index: column })
  for (const group of place.kind.required) {
    if (group.some((field) => field in mapping || unsure.some((each) => each.field === field))) continue
    const field = place.kind.missed?.(group, mapping, list.openingAsOf !== null) ?? group[0] ?? ''
    problems.add(null, place.kind.fields.find((known) => known.field === field)?.words[0] ?? field, 'MISSING_COLUMN', '', { field })
  }
  if (list.doubt) problems.add(null, cellText(place.header.row.cells[list.doubt.column]), 'DATE_ORDER', list.doubt.example, readings(list.doubt.example))
  if (problems.count === 0 && list.rows.length === 0) problems.add(null, '', 'NO_DATA_ROWS')
  return list
}

/** What a day may mean, by the order that says so: { dmy: 2026-03-02, mdy: 2026-02-03 }. */
const readings = (text: string): Record<string, string> => Object.fromEntries(DATE_ORDERS.flatMap((order) => {
  const found = parseDay(text, order)
  return found === null || found === 'BAD_DATE' || (order === 'ymd' && !partsOfDay(text)?.short) ? [] : [[order, found]]
}))

/** The names of the sheets that are read as one list. */
export const sheetNames = (place: Place): string[] => place.parts.map(({ sheet }) => sheet.name)
