/** What an inspection says of any file: how it was read, where its list stands, what its columns mean, what is left out, every problem. */
import { sheetNames, type Place } from '../../shared/sheets/locate.ts'
import type { Problems } from '../../shared/sheets/problems.ts'
import type { Inspected, SkippedRows } from '../../shared/sheets/schemas.ts'
import type { FileProblem, TableFile } from '../../shared/sheets/table.ts'
import { fileColumns } from './columns.ts'
import { asProblem, unreadFilesOf } from './file.ts'

const NOTHING: Omit<Inspected, 'fileName'> = {
  format: '', encoding: '', sheets: [], sheet: '', readSheets: [], unreadSheets: [], unreadFiles: [], headerRow: null, columns: [], mapping: {}, remembered: false, fields: [],
  dateOrder: 'ymd', dateOrderCertain: true, skipped: {}, hidden: null, leftOut: [], problems: [], problemCount: 0,
}

/** A file that could not be read at all. */
export const unreadFile = (fileName: string, problem: FileProblem): Inspected => ({ ...NOTHING, fileName, problems: [asProblem(problem)], problemCount: 1 })

/** What the reading of a list tells beside its place. */
type Read = Pick<Inspected, 'mapping' | 'remembered' | 'dateOrder' | 'dateOrderCertain' | 'leftOut'> & { skipped: SkippedRows; hidden: SkippedRows[string] | null }

/** A file without a list, or with the one that was found in it. */
export function inspectedFile(fileName: string, table: TableFile, problems: Problems, place: Place | null, read: Read | null): Inspected {
  const file = {
    ...NOTHING, fileName, format: table.format, encoding: table.encoding, sheets: table.sheets.map(({ name }) => name), unreadFiles: unreadFilesOf(table),
    problems: problems.list(), problemCount: problems.count,
  }
  if (!place || !read) return file
  const { kind, header } = place
  const required = new Set(kind.required.filter((group) => group.length === 1).flat())
  const { mapping, remembered, dateOrder, dateOrderCertain, leftOut, skipped, hidden } = read
  return {
    ...file, sheet: place.sheet.name, readSheets: sheetNames(place), unreadSheets: place.unread, headerRow: header.row.row, columns: fileColumns(header.row.cells, place.rows),
    fields: kind.fields.map(({ field }) => ({ field, required: required.has(field) })), mapping, remembered, dateOrder, dateOrderCertain, leftOut, skipped, hidden,
  }
}
