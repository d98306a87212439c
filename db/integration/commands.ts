/** The import: all rows of a file or none, in one transaction, and nothing that was imported before. */
import { Refusal } from '../../shared/refusal.ts'
import { money, type Money } from '../../shared/money.ts'
import { proposedMapping, type Place } from '../../shared/sheets/locate.ts'
import { countOf } from '../../shared/sheets/skipped.ts'
import type { ImportResult, Target } from '../../shared/integration/schemas.ts'
import { and, eq } from 'drizzle-orm'
import type { Calendar } from '../invoices/commands.ts'
import { changeCompany } from '../settings/commands.ts'
import type { Writer } from '../writer.ts'
import { postReceivables } from './receivables.ts'
import { postReceiptRows } from './receipts.ts'
import { ImportProblems, type ImportFile } from '../sheets/file.ts'
import { Pace } from '../sheets/pace.ts'
import { createMissing, importCustomers } from './people.ts'
import { planImport, type ImportOptions, type ImportPlan } from './plan.ts'
import { storedKey } from './view.ts'

/**
 * Plans the file against the ledger as it is inside of this transaction, and posts the plan. Throws ImportProblems when
 * there is any problem, and the reason of the signal when it is aborted; the transaction then leaves nothing.
 */
export async function runImport(tx: Writer, file: ImportFile, options: ImportOptions, calendar: Calendar, pace = new Pace()): Promise<ImportResult> {
  await pace.begin('checking', 1)
  const plan = await planImport(tx, file.table, options, calendar, file.name)
  if (plan.problems.count > 0 || !plan.place || !plan.target) throw new ImportProblems(plan.problems.list(), plan.problems.count)
  const rows = plan.customers.length + plan.receivables.length + plan.receipts.length
  const skipped = countOf(plan.skipped)
  const startOn = await beginLedger(tx, plan)
  const answer: ImportResult = {
    id: null, target: plan.target, fileName: file.name, rows: plan.list?.rows.length ?? 0, created: rows, customersCreated: plan.customers.length + plan.newCustomers.length,
    receiptsCreated: plan.receipts.length, allocationsCreated: 0, skipped: plan.skipped, leftOut: plan.leftOut, notes: plan.notes.list(), total: totalOf(plan), totals: totalsOf(plan), startOn,
  }
  if (rows === 0) return answer
  await pace.begin('writing', rows + plan.newCustomers.length)
  const known = await createMissing(tx, plan.newCustomers, pace)
  const customerId = (id: number): number => (id < 0 ? known.get(id) ?? 0 : id)
  if (plan.target === 'customers') await importCustomers(tx, plan.customers, pace)
  if (plan.receivables.length > 0) {
    const posted = await postReceivables(tx, plan, customerId, pace)
    answer.receiptsCreated += posted.receipts
    answer.allocationsCreated += posted.allocations
    await keep(tx, 'receivables', plan.receivables.map((row, index) => ({ key: row.key, documentId: posted.ids[index] ?? 0, amount: row.total })))
  }
  // A ledger holds money beside the debts; it comes after them, so that it can be allocated to them.
  if (plan.receipts.length > 0) {
    const posted = await postReceiptRows(tx, plan, options, customerId, calendar, pace)
    answer.allocationsCreated += posted.allocations
    await keep(tx, 'receipts', plan.receipts.map((row, index) => ({ key: row.key, documentId: posted.ids[index] ?? 0, amount: row.amount })))
  }
  if (options.mapping) await remember(tx, plan.place, plan.mapping)
  answer.id = await tx.nextId(tx.t.imports)
  await tx.insert(tx.t.imports, [{
    id: answer.id, target: plan.target, fileName: file.name, fileHash: file.hash, at: tx.now, by: tx.by.name, rows: answer.rows, created: rows, skipped, leftOut: plan.leftOut,
  }])
  tx.record({ what: 'import', id: answer.id, before: null, after: { fileName: file.name, fileHash: file.hash, target: plan.target, created: rows, skipped: plan.skipped, leftOut: plan.leftOut } })
  return answer
}

/** What the rows of a plan add up to, credit notes subtracted. */
export const totalOf = (plan: ImportPlan): Money => money(
  plan.receivables.reduce((sum, row) => sum + (row.kind === 'creditNote' ? -row.amount : row.amount), 0) + plan.receipts.reduce((sum, row) => sum + row.amount, 0),
)

/** The same by currency, since amounts of several add up to nothing. */
export function totalsOf(plan: ImportPlan): ImportResult['totals'] {
  const sums = new Map<string, number>()
  const count = (currency: string, amount: number): unknown => sums.set(currency, (sums.get(currency) ?? 0) + amount)
  for (const { currency, kind, amount } of plan.receivables) count(currency, kind === 'creditNote' ? -amount : amount)
  for (const { currency, amount } of plan.receipts) count(currency, amount)
  return Array.from(sums, ([currency, amount]) => ({ currency, amount: money(amount) }))
}

/** An opening list starts a ledger that has no first day yet; one that already has earlier documents or closed months keeps none. */
async function beginLedger(tx: Writer, plan: ImportPlan): Promise<ImportResult['startOn']> {
  if (plan.startOn === null || plan.receivables.length === 0) return null
  try {
    await changeCompany(tx, { startOn: plan.startOn })
    return plan.startOn
  } catch (error) {
    if (error instanceof Refusal && (error.reason === 'startAfterDocuments' || error.reason === 'periodClosed')) return null
    throw error
  }
}

async function keep(tx: Writer, target: Target, rows: readonly { key: string; documentId: number; amount: Money }[]): Promise<void> {
  await tx.insert(tx.t.importKeys, rows.map((row) => ({ ...row, target, key: storedKey(row.key) })))
}

/** A mapping that somebody chose is proposed again for the next file with the same header. */
async function remember(tx: Writer, place: Place<Target>, mapping: ImportPlan['mapping']): Promise<void> {
  const { importMappings } = tx.t
  const proposed = proposedMapping(place)
  const same = Object.keys(proposed).length === Object.keys(mapping).length && Object.entries(mapping).every(([field, column]) => proposed[field] === column)
  await tx.db.delete(importMappings).where(and(eq(importMappings.signature, place.signature), eq(importMappings.target, place.kind.name)))
  if (!same) await tx.insert(importMappings, [{ signature: place.signature, target: place.kind.name, mapping, at: tx.now }])
}
