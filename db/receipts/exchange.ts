import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { exchangeRow, type ExchangeRow } from '../../shared/receipts/schemas.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { documentNumber } from '../documents.ts'
import { gridRows, named } from '../grid.ts'
import type { Reader } from '../reader.ts'

/**
 * 汇兑损益 of a period by document: a settlement counts on its day for the money that made it (the refund, else the credit),
 * and a release counts on its own day the other way. What a reversal closes gains nothing and is left out.
 */
export async function exchangeGrid(reader: Reader, request: GridRequest, { from, to }: { from: Day; to: Day }, scope: Scope): Promise<GridPage<ExchangeRow>> {
  const { customers: c } = reader.t
  const side = (column: string) => sql`case when d.kind = 'refund' then d.${sql.identifier(column)} else c.${sql.identifier(column)} end`
  const documents = sql`(select case when d.kind = 'refund' then 'refund' when c.kind = 'difference' then 'receipt' else c.kind end as kind, ${side('document_id')} as document_id,
      d.customer_id, d.currency, min(a.id) as id, max(a.allocated_on) as last_on, cast(sum(a.amount) as bigint) as settled,
      cast(sum(x.debit_base) as bigint) as debit_base, cast(sum(x.credit_base) as bigint) as credit_base
    from exchange_differences x join allocations a on a.id = x.id join open_items d on d.id = a.item_id join open_items c on c.id = a.credit_item_id
    where a.allocated_on between ${from} and ${to} and a.reason <> 'reversal' group by 1, 2, d.customer_id, d.currency having sum(a.amount) <> 0 or sum(x.credit_base - x.debit_base) <> 0) e`
  return gridRows<ExchangeRow>(reader, {
    row: exchangeRow,
    fields: {
      id: sql`e.id`, kind: sql`e.kind`, documentId: sql`e.document_id`, number: documentNumber(sql`e.kind`, sql`e.document_id`), lastOn: sql`e.last_on`,
      customerId: sql`e.customer_id`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), currency: sql`e.currency`,
      settled: sql`e.settled`, debitBase: sql`e.debit_base`, creditBase: sql`e.credit_base`, gain: sql`e.credit_base - e.debit_base`,
    },
    from: sql`from ${documents} join ${c} on ${c.id} = e.customer_id`,
    where: [inScope(reader, scope)],
    search: (text) => sql`e.customer_id in (${matchingCustomers(reader, text)})`,
    totals: { debitBase: sql`e.debit_base`, creditBase: sql`e.credit_base`, gain: sql`e.credit_base - e.debit_base` },
    order: sql`e.last_on desc, e.id desc`,
    tie: sql`e.id`,
  }, request)
}
