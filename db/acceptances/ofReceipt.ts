import { sql } from 'drizzle-orm'
import { Refusal } from '../../shared/refusal.ts'
import type { HangingBill } from '../../shared/receipts/schemas.ts'
import type { Reader } from '../reader.ts'

/** Bills that came with a receipt, the parts of a split one too, as they stand now. */
export const billsOf = (reader: Reader, receiptId: number): Promise<HangingBill[]> =>
  reader.rows<HangingBill>(sql`select b.id, b.number, b.bill_number as "billNumber", b.received_on as "on", b.due_on as "dueOn", b.amount, s.status
    from acceptances b join acceptance_states s on s.acceptance_id = b.id where b.receipt_id = ${receiptId} order by b.id`)

/** A bill that went its way; its receipt cannot be reversed before its later steps are taken back. */
export const billInUse = (bills: readonly HangingBill[]): HangingBill | undefined => bills.find(({ status }) => status !== 'held' && status !== 'split' && status !== 'returned')

/** Refuses hasAcceptance: a bill that was handed in stays with its receipt, so the receipt cannot go to another customer. */
export async function refuseBills(reader: Reader, receiptId: number): Promise<void> {
  const bill = (await billsOf(reader, receiptId)).find(({ status }) => status !== 'returned')
  if (bill) throw new Refusal('hasAcceptance', { params: { number: bill.billNumber } })
}
