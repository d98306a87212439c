import { sql, type SQL } from 'drizzle-orm'
import { daysBetween, later, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { invoiceRow, itemRow, type AllocationRow, type Installment, type InvoiceRow, type InvoiceView, type ItemRow } from '../../shared/invoices/schemas.ts'
import { money, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_ITEM_KINDS, INVOICE_KINDS, RECEIPT_KINDS } from '../documents.ts'
import { gridRows, type GridSource, named } from '../grid.ts'
import { markAhead, openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'
import { versionInList } from '../versions.ts'
import { freeFromDay, itemsOf } from './items.ts'

/** Where a document stands; `reversed` is told by the document that reverses it, because the row itself never changes. */
const status = (reader: Reader): SQL => {
  const i = reader.t.invoices
  return sql`case when ${i.status} = 'draft' then 'draft' when ${i.reversesId} is not null then 'reversal'
    when exists (select 1 from ${i} r where r.reverses_id = ${sql.raw('"invoices"."id"')}) then 'reversed' else 'posted' end`
}

/** `open` is the source of what is open on the day that is asked about (openOn). */
const openOf = (reader: Reader, open: SQL): SQL => sql`coalesce((select cast(sum(b.open) as bigint) from ${reader.t.openItems} o join ${open} b on b.item_id = o.id
  where o.document_id = ${sql.raw('"invoices"."id"')} and o.kind in ${INVOICE_KINDS}), 0)`

const invoiceFields = (reader: Reader, open: SQL): Record<string, SQL> => {
  const { invoices: i, customers: c, users: u } = reader.t
  return {
    id: sql`${i.id}`, number: sql`${i.number}`, kind: sql`${i.kind}`, status: status(reader), customerId: sql`${i.customerId}`,
    customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`), documentOn: sql`${i.documentOn}`,
    dueOn: sql`${i.dueOn}`, currency: sql`${i.currency}`, amount: sql`${i.amount}`, open: openOf(reader, open), invoiceNumber: sql`${i.invoiceNumber}`,
    contractNumber: sql`${i.contractNumber}`, orderNumber: sql`${i.orderNumber}`, note: sql`${i.note}`, version: versionInList('invoice', sql.raw('"invoices"."id"')),
  }
}

const decorate = (reader: Reader): SQL => {
  const { invoices: i, customers: c, users: u } = reader.t
  return sql`from ${i} join ${c} on ${c.id} = ${i.customerId} left join ${u} on ${u.id} = ${c.salespersonId}`
}

export async function invoiceGrid(reader: Reader, request: GridRequest, scope: Scope): Promise<GridPage<InvoiceRow>> {
  const { invoices: i } = reader.t
  const today = await officeToday(reader)
  const open = await openOn(reader, today)
  return markAhead(await gridRows<Omit<InvoiceRow, 'datedAhead'>>(reader, {
    fields: invoiceFields(reader, open),
    row: invoiceRow,
    from: decorate(reader),
    ...(scope === null ? { countFrom: sql`from ${i}`, decorated: ['customerCode', 'customerName', 'salesperson'] } : {}),
    where: [inScope(reader, scope)],
    search: (text) => sql`(${i.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(i.number, text)}
      or (${startsWith(i.invoiceNumber, text)} and ${i.invoiceNumber} <> '') or (${startsWith(i.contractNumber, text)} and ${i.contractNumber} <> ''))`,
    totals: { amount: sql`${i.amount}`, open: openOf(reader, open) },
    currency: sql`${i.currency}`,
    order: sql`${i.documentOn} desc, ${i.id} desc`,
    tie: sql`${i.id}`,
  }, request), (row) => row.documentOn, today)
}

/** A beginning as a range of the index: as it was typed, and as numbers are mostly written, in half width and in capitals. */
export function startsWith(column: unknown, text: string): SQL {
  const plain = text.normalize('NFKC')
  const written = [...new Set([text, plain, plain.toUpperCase()])]
  return sql`(${sql.join(written.map((one) => sql`(${column} >= ${one} and ${column} < ${`${one}\u{10FFFF}`})`), sql` or `)})`
}

const itemFields = (reader: Reader): Record<string, SQL> => {
  const { openItems: o, invoices: i, customers: c } = reader.t
  return {
    id: sql`${o.id}`, kind: sql`${o.kind}`, documentId: sql`${o.documentId}`, number: documentNumber(sql`${o.kind}`, sql`${o.documentId}`), customerId: sql`${o.customerId}`,
    customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), currency: sql`${o.currency}`, documentOn: sql`${o.documentOn}`, dueOn: sql`${o.dueOn}`,
    installment: sql`${o.installment}`, amount: sql`${o.amount}`, open: sql`b.open`, invoiceNumber: sql`coalesce(${i.invoiceNumber}, '')`,
    contractNumber: sql`coalesce(${i.contractNumber}, '')`, orderNumber: sql`coalesce(${i.orderNumber}, '')`,
  }
}

const itemSource = (reader: Reader, open: SQL): SQL => {
  const { openItems: o, invoices: i, customers: c } = reader.t
  return sql`from ${open} b join ${o} on ${o.id} = b.item_id join ${c} on ${c.id} = b.customer_id
    left join ${i} on ${i.id} = ${o.documentId} and ${o.kind} in ${INVOICE_KINDS}`
}

export interface ItemFilter {
  customerId?: number | undefined
  includeCredits: boolean
  today: Day
}

/** What is open today: debts, and credits too where asked for; a credit is never overdue. */
export async function itemGrid(reader: Reader, request: GridRequest, filter: ItemFilter, scope: Scope): Promise<GridPage<ItemRow>> {
  const { openItems: o, customers: c, invoices: i, receipts: r, acceptances: a } = reader.t
  // By subqueries, so that each number is looked up in its own index.
  const documents = (text: string): SQL => sql`(${o.kind} in ${INVOICE_KINDS} and ${o.documentId} in (select ${i.id} from ${i} where ${startsWith(i.number, text)}
      union all select ${i.id} from ${i} where ${startsWith(i.invoiceNumber, text)} and ${i.invoiceNumber} <> ''
      union all select ${i.id} from ${i} where ${startsWith(i.contractNumber, text)} and ${i.contractNumber} <> ''))
    or (${o.kind} in ${RECEIPT_KINDS} and ${o.documentId} in (select ${r.id} from ${r} where ${startsWith(r.number, text)}))
    or (${o.kind} = 'dishonour' and ${o.documentId} in (select ${a.id} from ${a} where ${startsWith(a.number, text)} union all select ${a.id} from ${a} where ${startsWith(a.billNumber, text)}))`
  const source: GridSource = {
    row: itemRow,
    fields: itemFields(reader),
    from: itemSource(reader, await openOn(reader, filter.today)),
    where: [
      inScope(reader, scope),
      filter.customerId === undefined ? undefined : sql`b.customer_id = ${filter.customerId}`,
      filter.includeCredits ? undefined : sql`b.open > 0`,
    ],
    search: (text) => sql`(${c.id} in (${matchingCustomers(reader, text)}) or ${documents(text)})`,
    totals: { amount: sql`${o.amount}`, open: sql`b.open` },
    currency: sql`${o.currency}`,
    order: sql`${o.dueOn}, ${o.id}`,
    tie: sql`${o.id}`,
  }
  const page = await gridRows<Omit<ItemRow, 'daysOverdue'>>(reader, source, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, daysOverdue: row.open > 0 ? daysBetween(row.dueOn, filter.today) : 0 })) }
}

/**
 * All debts of one customer and currency that are open on a day, oldest due first: what a receipt may be allocated to, and
 * how much of each is free.
 */
export async function openDebts(reader: Reader, customerId: number, currency: string, on: Day): Promise<(ItemRow & { free: Money })[]> {
  const { openItems: o } = reader.t
  const fields = sql.join(Object.entries(itemFields(reader)).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)
  const rows = await reader.rows<Omit<ItemRow, 'daysOverdue' | 'cleared'> & { cleared: number }>(sql`select ${fields}, ${isCleared(sql`${o.id}`)} as cleared ${itemSource(reader, await openOn(reader, on))}
    where b.customer_id = ${customerId} and b.open > 0 and ${o.currency} = ${currency} order by ${o.dueOn}, ${o.documentOn}, ${o.id}`)
  const free = await freeFromDay(reader, rows, on)
  return rows.map((row) => ({ ...row, cleared: row.cleared === 1, daysOverdue: daysBetween(row.dueOn, on), free: free.get(row.id) ?? ZERO }))
}

/** What the suggestion is told of them: of each, only what is free. */
export const candidatesOf = <Item extends { id: number; free: Money }>(debts: readonly Item[]): (Item & { itemId: number; open: Money })[] =>
  debts.map((item) => ({ ...item, itemId: item.id, open: item.free }))

/** Whether a small difference of an item stands: 1 or 0. There is one an item at most. */
export const isCleared = (itemId: SQL): SQL => sql`case when exists (select 1 from allocations a join open_items d on d.id = a.credit_item_id
  where a.item_id = ${itemId} and d.kind = 'difference' and d.amount < 0 and a.releases_id is null and not exists (select 1 from allocations r where r.releases_id = a.id)) then 1 else 0 end`

/** What settled the items and what was taken back, both sides named, in the order it happened. */
export async function allocationsOf(reader: Reader, itemIds: readonly number[]): Promise<AllocationRow[]> {
  if (itemIds.length === 0) return []
  const ids = sql`(${sql.join(itemIds.map((id) => sql`${id}`), sql`, `)})`
  return allocationsIn(reader, sql`(select * from allocations where item_id in ${ids} union select * from allocations where credit_item_id in ${ids})`)
}

/** The same for the allocations of a subquery. */
export async function allocationsIn(reader: Reader, source: SQL): Promise<AllocationRow[]> {
  interface Flat extends Omit<AllocationRow, 'debit' | 'credit'> {
    debitKind: AllocationRow['debit']['kind']
    debitId: number
    debitNumber: string
    debitInvoice: string
    creditKind: AllocationRow['credit']['kind']
    creditId: number
    creditNumber: string
  }
  const rows = await reader.rows<Flat>(sql`select a.id, a.item_id as "itemId", a.credit_item_id as "creditItemId", a.amount, a.allocated_on as "allocatedOn", a.reason,
      b.allocated_on as "releasedOn", a.releases_id as "releasesId", d.kind as "debitKind", d.document_id as "debitId", ${documentNumber(sql`d.kind`, sql`d.document_id`)} as "debitNumber",
      coalesce(di.invoice_number, '') as "debitInvoice", c.kind as "creditKind", c.document_id as "creditId", ${documentNumber(sql`c.kind`, sql`c.document_id`)} as "creditNumber"
    from ${source} a
    left join allocations b on b.releases_id = a.id
    join open_items d on d.id = a.item_id join open_items c on c.id = a.credit_item_id
    left join invoices di on di.id = d.document_id and d.kind in ${INVOICE_KINDS}
    order by a.id`)
  return rows.map(({ debitKind, debitId, debitNumber, debitInvoice, creditKind, creditId, creditNumber, ...row }) => ({
    ...row,
    debit: { kind: debitKind, documentId: debitId, number: debitNumber, invoiceNumber: debitInvoice },
    credit: { kind: creditKind, documentId: creditId, number: creditNumber },
  }))
}

/** The whole document with its items and everything that settled them. Refuses notFound, also outside the scope. */
export async function invoiceView(reader: Reader, id: number, scope: Scope): Promise<InvoiceView> {
  const { invoices: i } = reader.t
  const today = await officeToday(reader)
  const [dated] = await reader.rows<{ documentOn: Day }>(sql`select document_on as "documentOn" from invoices where id = ${id}`)
  // A document that is dated ahead shows how it will stand on its own day.
  const open = await openOn(reader, later(today, dated?.documentOn ?? today))
  interface Stored extends Omit<InvoiceRow, 'datedAhead'> {
    sourceNumber: string
    correctsId: number | null
    reversesId: number | null
    reason: string
    postedAt: string
    postedBy: string
    installments: string
    correctsNumber: string | null
    reversalId: number | null
    reversalNumber: string | null
  }
  const fields = sql.join(Object.entries(invoiceFields(reader, open)).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)
  const conditions = [sql`${i.id} = ${id}`, inScope(reader, scope)].filter((part) => part !== undefined)
  const [row] = await reader.rows<Stored>(sql`select ${fields}, ${i.sourceNumber} as "sourceNumber", ${i.correctsId} as "correctsId", ${i.reversesId} as "reversesId",
      ${i.reason} as reason, ${i.postedAt} as "postedAt", ${i.postedBy} as "postedBy", ${i.installments} as installments,
      (select k.number from ${i} k where k.id = ${sql.raw('"invoices"."corrects_id"')}) as "correctsNumber",
      (select k.id from ${i} k where k.reverses_id = ${sql.raw('"invoices"."id"')}) as "reversalId",
      (select k.number from ${i} k where k.reverses_id = ${sql.raw('"invoices"."id"')} or k.id = ${sql.raw('"invoices"."reverses_id"')} limit 1) as "reversalNumber"
    ${decorate(reader)} where ${sql.join(conditions, sql` and `)}`)
  if (!row) throw new Refusal('notFound')
  const items = row.status === 'draft' ? [] : await itemsOf(reader, id, INVOICE_ITEM_KINDS)
  const ids = items.map((item) => item.id)
  const balances = new Map(ids.length === 0 ? [] : (await reader.rows<{ id: number; open: Money }>(sql`select item_id as id, open from ${open} b where item_id in ${ids}`)).map((balance) => [balance.id, balance.open]))
  const { installments, correctsNumber, reversalId, reversalNumber, ...rest } = row
  const planned = JSON.parse(installments) as Installment[]
  return {
    ...rest, datedAhead: row.documentOn > today, correctsNumber: correctsNumber ?? '', reversedById: reversalId, reversalNumber: reversalNumber ?? '', postedAt: row.postedAt || null,
    installments: items.length > 0
      ? items.map((item) => ({ itemId: item.id, dueOn: item.dueOn, amount: item.amount, open: balances.get(item.id) ?? money(0) }))
      : planned.map((part) => ({ itemId: null, dueOn: part.dueOn, amount: part.amount, open: money(0) })),
    allocations: await allocationsOf(reader, ids),
  }
}
