import { sql, type SQL } from 'drizzle-orm'
import { later, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import { ZERO, type Money } from '../../shared/money.ts'
import { advanceOf, suggestAllocation, type Allocation, type Candidate } from '../../shared/receipts/rules.ts'
import { receiptRow, type ReceiptRow, type ReceiptView, type SuggestedLine, type Suggestion } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { givenCustomer, inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { itemsOf } from '../invoices/items.ts'
import { allocationsOf, candidatesOf, openDebts, startsWith } from '../invoices/queries.ts'
import { markAhead, openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { loadCompany, loadOptions, officeToday } from '../settings/queries.ts'
import { settledItems } from './settled.ts'

const fields = (reader: Reader, open: SQL): Record<string, SQL> => {
  const { receipts: r, customers: c, users: u, bankAccounts: a } = reader.t
  return {
    id: sql`${r.id}`, number: sql`${r.number}`,
    status: sql`case when ${r.reversesId} is not null then 'reversal' when exists (select 1 from ${r} k where k.reverses_id = ${sql.raw('"receipts"."id"')}) then 'reversed' else 'posted' end`,
    customerId: sql`${r.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`),
    receivedOn: sql`${r.receivedOn}`, currency: sql`${r.currency}`, amount: sql`${r.amount}`, fee: sql`${r.fee}`,
    unallocated: sql`-coalesce((select b.open from ${open} b where b.item_id = ${sql.raw('"receipts"."item_id"')}), 0)`,
    method: sql`${r.method}`, bankAccount: sql`coalesce((select ${a.name} from ${a} where ${a.id} = ${sql.raw('"receipts"."bank_account_id"')}), '')`,
    reference: sql`${r.reference}`, payer: sql`${r.payer}`,
  }
}

const decorate = (reader: Reader): SQL => {
  const { receipts: r, customers: c, users: u } = reader.t
  return sql`from ${r} join ${c} on ${c.id} = ${r.customerId} left join ${u} on ${u.id} = ${c.salespersonId}`
}

export async function receiptGrid(reader: Reader, request: GridRequest, scope: Scope): Promise<GridPage<ReceiptRow>> {
  const { receipts: r } = reader.t
  const today = await officeToday(reader)
  const all = fields(reader, await openOn(reader, today))
  return markAhead(await gridRows<Omit<ReceiptRow, 'datedAhead'>>(reader, {
    row: receiptRow,
    fields: all,
    from: decorate(reader),
    ...(scope === null ? { countFrom: sql`from ${r}`, decorated: ['customerCode', 'customerName', 'salesperson'] } : {}),
    where: [inScope(reader, scope)],
    search: (text) => sql`(${r.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(r.number, text)})`,
    totals: { amount: sql`${r.amount}`, fee: sql`${r.fee}`, unallocated: all['unallocated'] ?? sql`0` },
    currency: sql`${r.currency}`,
    order: sql`${r.receivedOn} desc, ${r.id} desc`,
    tie: sql`${r.id}`,
  }, request), (row) => row.receivedOn, today)
}

/** What the receipt gained (or lost, negative) by the rates of what it settled; what was taken back no longer counts. */
const exchangeGain = sql`coalesce((select cast(sum(x.credit_base - x.debit_base) as bigint) from allocations a join exchange_differences x on x.id = a.id
  where a.credit_item_id = ${sql.raw('"receipts"."item_id"')}), 0)`

/** The whole receipt with everything that it settled. Refuses notFound, also outside the scope. */
export async function receiptView(reader: Reader, id: number, scope: Scope): Promise<ReceiptView> {
  const { receipts: r } = reader.t
  const today = await officeToday(reader)
  const [dated] = await reader.rows<{ receivedOn: Day }>(sql`select received_on as "receivedOn" from receipts where id = ${id}`)
  // A receipt that is dated ahead shows what will be free of it on its own day.
  const columns = sql.join(Object.entries(fields(reader, await openOn(reader, later(today, dated?.receivedOn ?? today)))).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)
  const conditions = [sql`${r.id} = ${id}`, inScope(reader, scope)].filter((part) => part !== undefined)
  const [row] = await reader.rows<Omit<ReceiptView, 'datedAhead' | 'allocations' | 'movedFrom' | 'movedTo'>>(sql`select ${columns}, ${r.bankAccountId} as "bankAccountId", ${r.note} as note, ${r.itemId} as "itemId",
      ${r.reversesId} as "reversesId", (select k.id from ${r} k where k.reverses_id = ${sql.raw('"receipts"."id"')}) as "reversedById",
      coalesce((select k.number from ${r} k where k.reverses_id = ${sql.raw('"receipts"."id"')} or k.id = ${sql.raw('"receipts"."reverses_id"')} limit 1), '') as "reversalNumber",
      ${r.reason} as reason, ${r.postedAt} as "postedAt", ${r.postedBy} as "postedBy", w.rate, -w.base as "baseAmount", ${exchangeGain} as "exchangeDifference"
    ${decorate(reader)} left join booked_rates w on w.id = ${r.itemId} where ${sql.join(conditions, sql` and `)}`)
  if (!row) throw new Refusal('notFound')
  const items = await itemsOf(reader, id, ['receipt', 'difference'])
  return { ...row, datedAhead: row.receivedOn > today, allocations: await allocationsOf(reader, items.map((item) => item.id)), ...(await movesOf(reader, id)) }
}

/** Where a receipt was moved from and to; the paid-in day stays that of the first one. */
async function movesOf(reader: Reader, id: number): Promise<Pick<ReceiptView, 'movedFrom' | 'movedTo'>> {
  const moves = await reader.rows<{ id: number; number: string; receivedOn: Day; newReceiptId: number }>(sql`select r.id, r.number, r.received_on as "receivedOn", m.new_receipt_id as "newReceiptId"
    from receipt_moves m join receipts r on r.id = case when m.new_receipt_id = ${id} then m.receipt_id else m.new_receipt_id end
    where m.receipt_id = ${id} or m.new_receipt_id = ${id}`)
  const [from, to] = [true, false].map((came) => moves.find((move) => (move.newReceiptId === id) === came))
  return { movedFrom: from ? end(from) : null, movedTo: to ? end(to) : null }
}
const end = ({ id, number, receivedOn }: { id: number; number: string; receivedOn: Day }) => ({ id, number, receivedOn })

/** All open debts of the customer, with what the rules suggest on top. Refuses unknownCustomer. */
export async function suggest(reader: Reader, input: { customerId: number; amount: Money; receivedOn: Day; currency?: string | undefined; reference: string }, scope: Scope): Promise<Suggestion> {
  await givenCustomer(reader, input.customerId, scope)
  const currency = input.currency ?? (await loadCompany(reader)).currency
  const { tolerance } = await loadOptions(reader)
  const debts = await openDebts(reader, input.customerId, currency, later(await officeToday(reader), input.receivedOn))
  return suggestionOver(debts, input.amount, suggestAllocation({ amount: input.amount, reference: input.reference, items: candidatesOf(debts), settled: await settledItems(reader, new Map([[input.customerId, [input.reference]]])), tolerance }))
}

/** What a person calls a debt by: its invoice, else our own number. */
export const nameOf = ({ invoiceNumber, number }: Pick<Candidate, 'invoiceNumber' | 'number'>): string => invoiceNumber || number

/** All open debts, those that are suggested first. */
export function suggestionOver(debts: readonly (ItemRow & { free: Money })[], amount: Money, { lines, gaveUp, settled }: Allocation): Suggestion {
  const bySuggestion = new Map(lines.map((line, order) => [line.itemId, { ...line, order }]))
  const all: (SuggestedLine & { order: number })[] = debts.map((item, index) => {
    const line = bySuggestion.get(item.id)
    return { ...item, suggested: line?.amount ?? ZERO, difference: line?.difference ?? ZERO, reason: line?.reason ?? null, order: line?.order ?? debts.length + index }
  })
  return { lines: all.sort((a, b) => a.order - b.order).map(({ order: _order, ...line }) => line), advance: advanceOf(amount, lines), gaveUp, settled: settled.map(nameOf) }
}
