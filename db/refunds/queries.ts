import { sql, type SQL } from 'drizzle-orm'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { refundRow, type RefundRow, type RefundView } from '../../shared/refunds/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { allocationsOf, startsWith } from '../invoices/queries.ts'
import { markAhead } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'

const own = (column: string): SQL => sql.raw(`"refunds"."${column}"`)

const fields = (reader: Reader): Record<string, SQL> => {
  const { refunds: r, customers: c, users: u, bankAccounts: a } = reader.t
  return {
    id: sql`${r.id}`, number: sql`${r.number}`,
    status: sql`case when ${r.reversesId} is not null then 'reversal' when exists (select 1 from ${r} k where k.reverses_id = ${own('id')}) then 'reversed' else 'posted' end`,
    customerId: sql`${r.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`),
    refundedOn: sql`${r.refundedOn}`, currency: sql`${r.currency}`, amount: sql`${r.amount}`, method: sql`${r.method}`,
    bankAccount: sql`coalesce((select ${a.name} from ${a} where ${a.id} = ${own('bank_account_id')}), '')`, payee: sql`${r.payee}`, reference: sql`${r.reference}`,
  }
}

const decorate = (reader: Reader): SQL => {
  const { refunds: r, customers: c, users: u } = reader.t
  return sql`from ${r} join ${c} on ${c.id} = ${r.customerId} left join ${u} on ${u.id} = ${c.salespersonId}`
}

export async function refundGrid(reader: Reader, request: GridRequest, scope: Scope): Promise<GridPage<RefundRow>> {
  const { refunds: r } = reader.t
  const today = await officeToday(reader)
  return markAhead(await gridRows<Omit<RefundRow, 'datedAhead'>>(reader, {
    row: refundRow,
    fields: fields(reader),
    from: decorate(reader),
    ...(scope === null ? { countFrom: sql`from ${r}`, decorated: ['customerCode', 'customerName', 'salesperson'] } : {}),
    where: [inScope(reader, scope)],
    search: (text) => sql`(${r.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(r.number, text)})`,
    totals: { amount: sql`${r.amount}` },
    currency: sql`${r.currency}`,
    order: sql`${r.refundedOn} desc, ${r.id} desc`,
    tie: sql`${r.id}`,
  }, request), (row) => row.refundedOn, today)
}

/** The whole refund with the credits that it paid back. Refuses notFound, also outside the scope. */
export async function refundView(reader: Reader, id: number, scope: Scope): Promise<RefundView> {
  const { refunds: r } = reader.t
  const columns = sql.join(Object.entries(fields(reader)).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)
  const conditions = [sql`${r.id} = ${id}`, inScope(reader, scope)].filter((part) => part !== undefined)
  const [row] = await reader.rows<Omit<RefundView, 'datedAhead' | 'allocations'>>(sql`select ${columns}, ${r.bankAccountId} as "bankAccountId", ${r.note} as note, ${r.itemId} as "itemId",
      ${r.reversesId} as "reversesId", (select k.id from ${r} k where k.reverses_id = ${own('id')}) as "reversedById",
      coalesce((select k.number from ${r} k where k.reverses_id = ${own('id')} or k.id = ${own('reverses_id')} limit 1), '') as "reversalNumber",
      ${r.reason} as reason, ${r.postedAt} as "postedAt", ${r.postedBy} as "postedBy", w.rate, w.base as "baseAmount",
      coalesce((select cast(sum(x.credit_base - x.debit_base) as bigint) from allocations a join exchange_differences x on x.id = a.id where a.item_id = ${own('item_id')}), 0) as "exchangeDifference"
    ${decorate(reader)} left join booked_rates w on w.id = ${r.itemId} where ${sql.join(conditions, sql` and `)}`)
  if (!row) throw new Refusal('notFound')
  return { ...row, datedAhead: row.refundedOn > (await officeToday(reader)), allocations: await allocationsOf(reader, [row.itemId]) }
}
