/** From a receipt by acceptance to its bills: the one, the list of them, or where they are registered while there are none. */
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'

export async function openBillsOf(receipt: { id: number; number: string }): Promise<void> {
  const found = await api.acceptances.list({ filters: [{ field: 'receiptId', op: 'eq', value: receipt.id }], limit: 2, withTotals: false })
  const [first, second] = found.rows
  if (!first) openPage('acceptanceEntry', { receiptId: receipt.id })
  else if (!second) openPage('acceptance', { id: first.id })
  else openPage('acceptances', { filters: [{ field: 'receiptNumber', op: 'contains', value: receipt.number }] })
}
