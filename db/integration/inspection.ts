/** What the person sees before an import: where the list was found, what its columns mean, the first rows, and every problem. */
import type { Inspection } from '../../shared/integration/schemas.ts'
import { sheetNames } from '../../shared/sheets/locate.ts'
import { cellText, fileRow, type FileProblem, type TableFile } from '../../shared/sheets/table.ts'
import { ZERO } from '../../shared/money.ts'
import { fileColumns, PREVIEWED_ROWS, shown } from '../sheets/columns.ts'
import { asProblem, unreadFilesOf } from '../sheets/file.ts'
import { totalOf, totalsOf } from './commands.ts'
import type { ImportPlan } from './plan.ts'

const NOTHING: Omit<Inspection, 'fileName'> = {
  format: '', encoding: '', sheets: [], sheet: '', target: null, asked: [], headerRow: null, columns: [], mapping: {}, remembered: false, fields: [],
  dateOrder: 'ymd', dateOrderCertain: true, readSheets: [], unreadSheets: [], unreadFiles: [], hidden: null, openingAsOf: null, rows: 0, create: 0, skipped: {}, leftOut: [], notes: [], newCustomers: 0, createCustomers: false, suggestCreateCustomers: false,
  receipts: 0, total: ZERO, totals: [], preview: [], problems: [], problemCount: 0,
}

/** A file that could not be read at all. */
export const unreadable = (fileName: string, problem: FileProblem): Inspection => ({
  ...NOTHING, fileName, problemCount: 1,
  problems: [asProblem(problem)],
})

export function inspectionOf(fileName: string, table: TableFile, plan: ImportPlan): Inspection {
  const { place, list } = plan
  const base = {
    ...NOTHING, fileName, format: table.format, encoding: table.encoding, sheets: table.sheets.map(({ name }) => name), unreadFiles: unreadFilesOf(table),
    problems: plan.problems.list(), problemCount: plan.problems.count,
  }
  if (!place || !list) return base
  const names = sheetNames(place)
  const { kind } = place
  const required = new Set(kind.required.filter((group) => group.length === 1).flat())
  const unknown = base.problems.filter(({ code }) => code === 'UNKNOWN_CUSTOMER').length
  return {
    ...base, sheet: place.sheet.name, readSheets: names, unreadSheets: place.unread, hidden: list.hidden.all()['hidden'] ?? null, target: plan.asked.length > 0 ? null : kind.name, asked: [...plan.asked], headerRow: place.header.row.row, mapping: plan.mapping, remembered: plan.remembered,
    columns: fileColumns(place.header.row.cells, list.rows), fields: kind.fields.map(({ field }) => ({ field, required: required.has(field) })),
    dateOrder: list.dateOrder, dateOrderCertain: list.dateOrderCertain, openingAsOf: plan.openingAsOf,
    rows: list.rows.length, create: plan.customers.length + plan.receivables.length + plan.receipts.length, skipped: plan.skipped, leftOut: plan.leftOut, notes: plan.notes.list(),
    newCustomers: plan.customers.length + plan.newCustomers.length,
    createCustomers: plan.createCustomers,
    // A list in which no customer is known comes from an office that starts; a single unknown one is more likely a slip.
    suggestCreateCustomers: unknown > 0 && (plan.statement || (plan.receivables.length === 0 && plan.receipts.length === 0)),
    receipts: plan.receipts.length + plan.receivables.filter(({ settledOn }) => settledOn !== null).length,
    total: totalOf(plan), totals: totalsOf(plan), preview: previewOf(plan),
  }
}

function previewOf({ place, list, mapping, customers, receivables, receipts, problems }: ImportPlan): Inspection['preview'] {
  const sheets = place ? sheetNames(place) : []
  const created = new Set([...customers.map(({ row }) => row), ...receivables.flatMap(({ row, rows }) => rows ?? [row]), ...receipts.map(({ row }) => row)])
  const failed = problems.rows()
  return (list?.rows ?? []).slice(0, PREVIEWED_ROWS).map(({ row, cells }) => ({
    ...fileRow(row, sheets), values: Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, shown(cellText(cells[column]))])),
    state: failed.has(row) ? 'problem' : created.has(row) ? 'create' : 'skip',
  }))
}
