import { sql, type SQL } from 'drizzle-orm'
import { later } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { offsetRow, type OffsetRow, type OffsetView } from '../../shared/offsets/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { allocationsIn, startsWith } from '../invoices/queries.ts'
import { markAhead, openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'

const own = (column: string): SQL => sql.raw(`"offsets"."${column}"`)

const fields = (reader: Reader): Record<string, SQL> => {
  const { offsets: o, customers: c, users: u } = reader.t
  const other = (column: 'name' | 'name_sort'): SQL => sql`coalesce((select n.${sql.identifier(column)} from ${c} n where n.id = ${own('other_customer_id')}), '')`
  return {
    id: sql`${o.id}`, number: sql`${o.number}`, kind: sql`${o.kind}`,
    status: sql`case when ${o.reversesId} is not null then 'reversal' when exists (select 1 from ${o} k where k.reverses_id = ${own('id')}) then 'reversed' else 'posted' end`,
    customerId: sql`${o.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`),
    otherCustomerId: sql`${o.otherCustomerId}`, otherCustomerName: named(other('name'), other('name_sort')),
    salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`), offsetOn: sql`${o.offsetOn}`, currency: sql`${o.currency}`, amount: sql`${o.amount}`, document: sql`${o.document}`,
  }
}

const decorate = (reader: Reader): SQL => {
  const { offsets: o, customers: c, users: u } = reader.t
  return sql`from ${o} join ${c} on ${c.id} = ${o.customerId} left join ${u} on ${u.id} = ${c.salespersonId}`
}

/** A salesperson sees an offset when either customer is the own: both owe otherwise from then on. */
const seen = (reader: Reader, scope: Scope): SQL | undefined =>
  scope === null ? undefined : sql`(${inScope(reader, scope)} or exists (select 1 from ${reader.t.customers} n where n.id = ${own('other_customer_id')} and n.salesperson_id = ${scope}))`

export async function offsetGrid(reader: Reader, request: GridRequest, scope: Scope): Promise<GridPage<OffsetRow>> {
  const { offsets: o } = reader.t
  const matching = (text: string): SQL => matchingCustomers(reader, text)
  const today = await officeToday(reader)
  return markAhead(await gridRows<Omit<OffsetRow, 'datedAhead'>>(reader, {
    row: offsetRow,
    fields: fields(reader),
    from: decorate(reader),
    ...(scope === null ? { countFrom: sql`from ${o}`, decorated: ['customerCode', 'customerName', 'salesperson'] } : {}),
    where: [seen(reader, scope)],
    search: (text) => sql`(${o.customerId} in (${matching(text)}) or ${o.otherCustomerId} in (${matching(text)}) or ${startsWith(o.number, text)})`,
    totals: { amount: sql`${o.amount}` },
    currency: sql`${o.currency}`,
    order: sql`${o.offsetOn} desc, ${o.id} desc`,
    tie: sql`${o.id}`,
  }, request), (row) => row.offsetOn, today)
}

/** The whole offset with what it settled and what was taken over. Refuses notFound, also outside the scope. */
export async function offsetView(reader: Reader, id: number, scope: Scope): Promise<OffsetView> {
  const { offsets: o } = reader.t
  const columns = sql.join(Object.entries(fields(reader)).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)
  const conditions = [sql`${o.id} = ${id}`, seen(reader, scope)].filter((part) => part !== undefined)
  const [row] = await reader.rows<Omit<OffsetView, 'datedAhead' | 'lines' | 'takenOver'>>(sql`select ${columns}, ${o.note} as note, ${o.reversesId} as "reversesId",
      (select k.id from ${o} k where k.reverses_id = ${own('id')}) as "reversedById",
      coalesce((select k.number from ${o} k where k.reverses_id = ${own('id')} or k.id = ${own('reverses_id')} limit 1), '') as "reversalNumber",
      ${o.reason} as reason, ${o.postedAt} as "postedAt", ${o.postedBy} as "postedBy"
    ${decorate(reader)} where ${sql.join(conditions, sql` and `)}`)
  if (!row) throw new Refusal('notFound')
  const original = row.reversesId ?? row.id
  const today = await officeToday(reader)
  return {
    ...row, datedAhead: row.offsetOn > today,
    lines: await allocationsIn(reader, sql`(select a.* from offset_lines l join allocations a on a.id = l.allocation_id where l.offset_id = ${original})`),
    takenOver: row.otherCustomerId === null ? [] : await reader.rows<OffsetView['takenOver'][number]>(sql`select i.id as "itemId", i.due_on as "dueOn", i.amount, coalesce(b.open, 0) as open
      from open_items i left join ${await openOn(reader, later(today, row.offsetOn))} b on b.item_id = i.id where i.document_id = ${original} and i.kind = 'offset' and i.customer_id = ${row.otherCustomerId} order by i.id`),
  }
}
