/** What the person sees before an import: where the list was found, what its columns mean, the first rows, and every problem. */
import type { Inspection } from '../../shared/integration/schemas.ts'
import { sheetNames } from '../../shared/sheets/locate.ts'
import { cellText, fileRow, type FileProblem, type TableFile } from '../../shared/sheets/table.ts'
import { ZERO } from '../../shared/money.ts'
import type { Inspected } from '../../shared/sheets/schemas.ts'
import { PREVIEWED_ROWS, shown } from '../sheets/columns.ts'
import { inspectedFile, unreadFile } from '../sheets/inspected.ts'
import { totalOf, totalsOf } from './commands.ts'
import type { ImportPlan } from './plan.ts'

const NO_LIST: Omit<Inspection, keyof Inspected> = {
  target: null, asked: [], openingAsOf: null, rows: 0, create: 0, notes: [], newCustomers: 0, createCustomers: false, suggestCreateCustomers: false,
  receipts: 0, total: ZERO, totals: [], preview: [],
}

/** A file that could not be read at all. */
export const unreadable = (fileName: string, problem: FileProblem): Inspection => ({ ...NO_LIST, ...unreadFile(fileName, problem) })

export function inspectionOf(fileName: string, table: TableFile, plan: ImportPlan): Inspection {
  const { place, list } = plan
  const read = list && { ...plan, dateOrder: list.dateOrder, dateOrderCertain: list.dateOrderCertain, hidden: list.hidden.all()['hidden'] ?? null }
  const file = { ...NO_LIST, ...inspectedFile(fileName, table, plan.problems, place, read) }
  if (!place || !list) return file
  const unknown = file.problems.filter(({ code }) => code === 'UNKNOWN_CUSTOMER').length
  return {
    ...file, target: plan.asked.length > 0 ? null : place.kind.name, asked: [...plan.asked], openingAsOf: plan.openingAsOf,
    rows: list.rows.length, create: plan.customers.length + plan.receivables.length + plan.receipts.length, notes: plan.notes.list(),
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
