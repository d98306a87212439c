import { desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { capitalAmount, money, sumOf } from '../../shared/money.ts'
import type { HangingVoucher } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { purposeOf, VOUCHER_TEMPLATE } from '../../shared/vouchers/rules.ts'
import { voucherRow, type VoucherContent, type VoucherItem, type VoucherRow, type VoucherView } from '../../shared/vouchers/schemas.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import type { Reader } from '../reader.ts'
import { itemsSettledBy } from '../receipts/hanging.ts'
import { receiptView } from '../receipts/queries.ts'
import { loadCompany, officeToday } from '../settings/queries.ts'

const fields = (reader: Reader): Record<string, SQL> => {
  const { vouchers: v, voucherPrints: p, receipts: r, customers: c } = reader.t
  const outer = sql.raw('"vouchers"."id"')
  return {
    id: sql`${v.id}`, number: sql`${v.number}`, receiptId: sql`${v.receiptId}`, receiptNumber: sql`${r.number}`, customerId: sql`${v.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`),
    status: sql`case when exists (select 1 from ${r} k where k.reverses_id = ${sql.raw('"vouchers"."receipt_id"')}) then 'void' else 'valid' end`,
    issuedOn: sql`${v.issuedOn}`, currency: sql`${v.currency}`, amount: sql`${v.amount}`, issuedBy: sql`${v.issuedBy}`,
    prints: sql`(select cast(count(*) as bigint) from ${p} where ${p.voucherId} = ${outer})`,
    lastPrintedAt: sql`(select max(${p.at}) from ${p} where ${p.voucherId} = ${outer})`,
  }
}

export async function voucherGrid(reader: Reader, request: GridRequest, scope: Scope, ids?: readonly number[]): Promise<GridPage<VoucherRow>> {
  const { vouchers: v, receipts: r, customers: c } = reader.t
  return gridRows<VoucherRow>(reader, {
    row: voucherRow,
    fields: fields(reader),
    from: sql`from ${v} join ${r} on ${r.id} = ${v.receiptId} join ${c} on ${c.id} = ${v.customerId}`,
    where: [inScope(reader, scope), ids ? sql`${v.id} in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})` : undefined],
    search: (text) => sql`(${v.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(v.number, text)} or ${startsWith(r.number, text)})`,
    totals: { amount: sql`${v.amount}` },
    currency: sql`${v.currency}`,
    order: sql`${v.issuedOn} desc, ${v.id} desc`,
    tie: sql`${v.id}`,
  }, request)
}

/** The voucher as it was issued, with every print of it. Refuses notFound, also outside the scope. */
export async function voucherView(reader: Reader, id: number, scope: Scope): Promise<VoucherView> {
  const { vouchers, voucherPrints } = reader.t
  const [row] = (await voucherGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, scope, [id])).rows
  const [stored] = await reader.db.select().from(vouchers).where(eq(vouchers.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  const printed = await reader.db.select().from(voucherPrints).where(eq(voucherPrints.voucherId, id)).orderBy(desc(voucherPrints.id))
  return { ...row, content: stored.content, hash: stored.hash, printed: printed.map(({ at, by, reprint, how }) => ({ at, by, reprint, how })) }
}

/** The voucher of a receipt, as the list of what hangs on it shows. */
export const vouchersOf = (reader: Reader, receiptId: number): Promise<HangingVoucher[]> =>
  reader.rows<HangingVoucher>(sql`select v.id, v.number, v.issued_on as "on", v.amount, (select cast(count(*) as bigint) from voucher_prints p where p.voucher_id = v.id) as prints
    from vouchers v where v.receipt_id = ${receiptId}`)

/** Everything that will stand on the slip, without a number yet. Refuses what may have none, by the reasons of the contract. */
export async function voucherContent(reader: Reader, receiptId: number, { issuedOn, issuedBy, field }: { issuedOn: Day; issuedBy: string; field: string }): Promise<VoucherContent & { customerId: number }> {
  const receipt = await receiptView(reader, receiptId, null)
  const { number, receivedOn, payer, currency, amount, method } = receipt
  if (receipt.status === 'reversal') throw new Refusal('reversalDocument', { field, params: { number } })
  if (receipt.status === 'reversed') throw new Refusal('alreadyReversed', { field, params: { number } })
  const [before] = await vouchersOf(reader, receiptId)
  if (before) throw new Refusal('alreadyIssued', { field, params: { number, voucher: before.number } })
  if (issuedOn < receivedOn) throw new Refusal('beforeDocument', { field: 'issuedOn', params: { day: receivedOn } })
  const { name, taxNumber } = await loadCompany(reader)
  const items = await documentsOf(reader, receiptId)
  return {
    template: VOUCHER_TEMPLATE, number: '', issuedOn, receivedOn, receiptNumber: number, company: { name, taxNumber }, customerId: receipt.customerId,
    customer: { code: receipt.customerCode, name: receipt.customerName }, payer, currency, amount, capital: currency === 'CNY' ? capitalAmount(amount) : '', method,
    purpose: purposeOf(items, money(amount - sumOf(items, (item) => item.amount))), items, issuedBy,
  }
}

/** What a receipt settled, one line a document, whatever installments it has. */
async function documentsOf(reader: Reader, receiptId: number): Promise<VoucherItem[]> {
  const documents = new Map<string, VoucherItem>()
  for (const { number, invoiceNumber, amount } of await itemsSettledBy(reader, receiptId, await officeToday(reader))) {
    documents.set(number, { number, invoiceNumber, amount: money((documents.get(number)?.amount ?? 0) + amount) })
  }
  return [...documents.values()]
}
