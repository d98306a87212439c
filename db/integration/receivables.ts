/** Posts the planned receivables of a file, the receipts that settled them, and what credit notes take off invoices. */
import { later } from '../../shared/day.ts'
import { absolute, negate, ZERO, type Money } from '../../shared/money.ts'
import type { PlannedReceivable } from '../../shared/integration/plan.ts'
import { offset } from '../invoices/commands.ts'
import { postInvoices, type BulkInvoice, type Posted } from '../invoices/bulk.ts'
import { postSettlements, type Settlement } from '../invoices/items.ts'
import { postReceipts } from '../receipts/bulk.ts'
import type { Writer } from '../writer.ts'
import type { Pace } from '../sheets/pace.ts'
import type { ImportPlan } from './plan.ts'

/** Rows of one piece: enough to keep one prepared statement busy, few enough to show progress. */
const PIECE = 2000

interface Result {
  /** Ids of the documents in the order of the plan. */
  ids: number[]
  receipts: number
  allocations: number
}

export async function postReceivables(tx: Writer, plan: ImportPlan, customerId: (id: number) => number, pace: Pace): Promise<Result> {
  const posted = new Map<PlannedReceivable, Posted>()
  const post = async (rows: readonly PlannedReceivable[], correctsId: (row: PlannedReceivable) => number | null): Promise<void> => {
    for (let start = 0; start < rows.length; start += PIECE) {
      const piece = rows.slice(start, start + PIECE)
      const documents = await postInvoices(tx, piece.map((row) => document(row, customerId(row.customerId), correctsId(row))))
      for (const [index, row] of piece.entries()) {
        const one = documents[index]
        if (one) posted.set(row, one)
      }
      await pace.step(piece.length)
    }
  }
  // What is corrected is posted before what corrects it, wherever the two stand in the file.
  const debts = plan.receivables.filter(({ kind }) => kind !== 'creditNote')
  const credits = plan.receivables.filter(({ kind }) => kind === 'creditNote')
  await post(debts, () => null)
  const corrected = correctedBy(plan, credits, posted, customerId)
  await post(credits, (row) => corrected.get(row)?.id ?? null)
  const settled = await postSettled(tx, debts.filter(({ settledOn }) => settledOn !== null), posted, customerId)
  for (const row of credits) {
    const blue = corrected.get(row)
    if (blue) await offset(tx, blue, posted.get(row)?.itemIds ?? [])
  }
  return { ids: plan.receivables.map((row) => posted.get(row)?.id ?? 0), receipts: settled, allocations: settled + corrected.size }
}

function document(row: PlannedReceivable, customerId: number, correctsId: number | null): BulkInvoice {
  return {
    kind: row.kind, customerId, documentOn: row.documentOn, dueOn: row.due, currency: row.currency, amount: row.kind === 'creditNote' ? negate(row.amount) : row.amount,
    invoiceNumber: row.invoiceNumber, sourceNumber: row.sourceNumber, contractNumber: row.contractNumber, orderNumber: row.orderNumber, note: row.note,
    installments: [{ dueOn: row.due, amount: row.amount }], correctsId,
  }
}

interface Corrected {
  id: number
  customerId: number
}

/**
 * The invoice that each credit note corrects, of the same customer and currency, in the file or in the ledger. One that
 * corrects more than the invoice was posted with, as an opening item that is open in part, stays on its own.
 */
function correctedBy(plan: ImportPlan, credits: readonly PlannedReceivable[], posted: ReadonlyMap<PlannedReceivable, Posted>, customerId: (id: number) => number) {
  const inFile = new Map([...posted.keys()].filter(({ invoiceNumber }) => invoiceNumber !== '').map((row) => [row.invoiceNumber, row]))
  const left = new Map<number, number>()
  const corrected = new Map<PlannedReceivable, Corrected>()
  for (const row of credits) {
    if (row.corrects === '') continue
    const blue = inFile.get(row.corrects)
    const stored = plan.invoices.get(row.corrects)
    const found = blue ? { id: posted.get(blue)?.id ?? 0, customerId: customerId(blue.customerId), currency: blue.currency, amount: blue.amount }
      : stored && { ...stored, amount: absolute(stored.total as Money) }
    if (!found || found.customerId !== customerId(row.customerId) || found.currency !== row.currency) continue
    const rest = (left.get(found.id) ?? found.amount) - row.amount
    if (rest < 0) continue
    left.set(found.id, rest)
    corrected.set(row, { id: found.id, customerId: found.customerId })
  }
  return corrected
}

/** Each document that the file says was settled gets a receipt of what was received on that day, allocated to it. */
async function postSettled(tx: Writer, rows: readonly PlannedReceivable[], posted: ReadonlyMap<PlannedReceivable, Posted>, customerId: (id: number) => number): Promise<number> {
  for (let start = 0; start < rows.length; start += PIECE) {
    const piece = rows.slice(start, start + PIECE)
    const receipts = await postReceipts(tx, piece.map((row) => ({
      customerId: customerId(row.customerId), receivedOn: row.settledOn ?? row.documentOn, currency: row.currency, amount: row.settled, fee: ZERO, method: 'transfer',
      bankAccountId: null, reference: row.invoiceNumber || row.sourceNumber, payer: '', note: '',
    })))
    const customers = new Map<number, number>()
    const settlements = piece.map((row, index): Settlement => {
      const [itemId, creditItemId] = [posted.get(row)?.itemIds[0] ?? 0, receipts[index]?.itemId ?? 0]
      for (const id of [itemId, creditItemId]) customers.set(id, customerId(row.customerId))
      return { itemId, creditItemId, amount: row.settled, on: later(row.settledOn ?? row.documentOn, row.documentOn), reason: 'reference' }
    })
    await postSettlements(tx, settlements, (itemId) => customers.get(itemId) ?? 0)
  }
  return rows.length
}
