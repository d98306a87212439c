/** Posts the planned receipts of a file and allocates them: to the invoices that a row names, or as the rules suggest. */
import { later } from '../../shared/day.ts'
import { suggestAllocation } from '../../shared/receipts/rules.ts'
import type { PlannedReceipt } from '../../shared/integration/plan.ts'
import { ZERO } from '../../shared/money.ts'
import type { Calendar } from '../invoices/commands.ts'
import { candidatesOf, openDebts } from '../invoices/queries.ts'
import { postReceipts } from '../receipts/bulk.ts'
import { allocate } from '../receipts/commands.ts'
import { settledItems } from '../receipts/settled.ts'
import { listBankAccounts, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import type { Pace } from '../sheets/pace.ts'
import type { ImportOptions, ImportPlan } from './plan.ts'

const PIECE = 2000

export async function postReceiptRows(
  tx: Writer, plan: ImportPlan, options: ImportOptions, customerId: (id: number) => number, calendar: Calendar, pace: Pace,
): Promise<{ ids: number[]; allocations: number }> {
  const accounts = new Map((await listBankAccounts(tx)).flatMap((account) => [[account.number, account.id], [account.name, account.id]] as const))
  const { tolerance } = await loadOptions(tx)
  const ids: number[] = []
  let allocations = 0
  for (let start = 0; start < plan.receipts.length; start += PIECE) {
    const piece = plan.receipts.slice(start, start + PIECE)
    const posted = await postReceipts(tx, piece.map((row) => ({
      customerId: customerId(row.customerId), receivedOn: row.receivedOn, currency: row.currency, amount: row.amount, fee: row.fee ?? ZERO, method: row.method,
      bankAccountId: accounts.get(row.bankAccount) ?? null, reference: row.reference, payer: row.party.name, note: noteOf(row, accounts),
    })))
    for (const [index, row] of piece.entries()) {
      const receipt = posted[index]
      if (!receipt) continue
      ids.push(receipt.id)
      const lines = row.customerId < 0 ? [] : await linesOf(row)
      allocations += await allocate(tx, { creditItemId: receipt.itemId, lines, field: 'allocations' }, calendar)
      await pace.step()
    }
  }
  return { ids, allocations }

  async function linesOf(row: PlannedReceipt) {
    const wanted = options.allocate === 'suggest'
    if (!wanted && row.invoiceNumbers.length === 0) return []
    const items = candidatesOf(await openDebts(tx, row.customerId, row.currency, later(calendar.today, row.receivedOn)))
    // The invoices that the list itself assigns are the debtor's designation; the rules decide only where it names none.
    const named = suggestAllocation({ amount: row.amount, reference: row.invoiceNumbers.join(' '), items, tolerance: ZERO }).lines
    if (named[0]?.reason === 'reference' || !wanted) return named.filter(({ reason }) => reason === 'reference')
    return suggestAllocation({ amount: row.amount, reference: row.reference, items, settled: await settledItems(tx, new Map([[row.customerId, [row.reference]]])), tolerance }).lines
  }
}

/** A bank account of the file that the ledger does not keep stays readable in the note. */
const noteOf = (row: PlannedReceipt, accounts: ReadonlyMap<string, number>): string =>
  [row.note, row.bankAccount !== '' && !accounts.has(row.bankAccount) ? row.bankAccount : ''].filter((text) => text !== '').join(' ')
