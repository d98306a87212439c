/** Queries that must return no row, whatever was posted in whatever order. Each names the documents that break it. */
import { sql, type SQL } from 'drizzle-orm'
import { INVOICE_KINDS, RECEIPT_KINDS } from './documents.ts'
import type { Reader } from './reader.ts'

export interface Broken {
  code: string
  table: string
  id: number
  text: string
}

interface Invariant {
  code: string
  table: string
  /** id and text of each offender. */
  query: SQL
}

/** Every numbered document. */
const NUMBERS = sql.join(['invoices', 'receipts', 'letters', 'vouchers', 'offsets', 'refunds', 'acceptances'].map((table) => sql`select number from ${sql.identifier(table)} where number <> ''`), sql` union all `)

const INVARIANTS: readonly Invariant[] = [
  {
    code: 'balanceIsAmountLessAllocations', table: 'open_items',
    query: sql`select i.id as id, 'open ' || coalesce(b.open, 0) || ', should be ' || (i.amount - coalesce(d.total, 0) + coalesce(c.total, 0)) as text
      from open_items i
      left join open_balances b on b.item_id = i.id
      left join (select item_id, cast(sum(amount) as bigint) as total from allocations group by item_id) d on d.item_id = i.id
      left join (select credit_item_id, cast(sum(amount) as bigint) as total from allocations group by credit_item_id) c on c.credit_item_id = i.id
      where coalesce(b.open, 0) <> i.amount - coalesce(d.total, 0) + coalesce(c.total, 0) or b.open = 0 limit 100`,
  },
  {
    code: 'allocationJoinsADebtAndACredit', table: 'allocations',
    query: sql`select a.id as id, 'item ' || a.item_id || ' with ' || a.credit_item_id as text
      from allocations a join open_items d on d.id = a.item_id join open_items c on c.id = a.credit_item_id
      where d.amount <= 0 or c.amount >= 0 or d.customer_id <> c.customer_id or d.currency <> c.currency or a.amount = 0
        or (a.releases_id is null and (a.amount < 0 or a.allocated_on < d.document_on or a.allocated_on < c.document_on)) limit 100`,
  },
  {
    code: 'releaseNegatesWhatItReleases', table: 'allocations',
    query: sql`select r.id as id, 'releases ' || r.releases_id as text from allocations r left join allocations a on a.id = r.releases_id
      where r.releases_id is not null and (a.id is null or a.amount + r.amount <> 0 or a.item_id <> r.item_id or a.credit_item_id <> r.credit_item_id
        or r.allocated_on < a.allocated_on or a.releases_id is not null) limit 100`,
  },
  {
    code: 'neverMoreThanTheDebtOnAnyDay', table: 'open_items',
    query: sql`select i.id as id, 'on ' || m.day || ' settled ' || m.settled || ' of ' || i.amount as text from open_items i join (
        select item_id, day, cast(sum(cast(sum(amount) as bigint)) over (partition by item_id order by day) as bigint) as settled from (
          select item_id, allocated_on as day, amount from allocations
          union all select credit_item_id, allocated_on, -amount from allocations) moves
        group by item_id, day) m on m.item_id = i.id
      where (i.amount > 0 and (m.settled < 0 or m.settled > i.amount)) or (i.amount < 0 and (m.settled > 0 or m.settled < i.amount)) limit 100`,
  },
  {
    code: 'itemsAddUpToTheInvoice', table: 'invoices',
    query: sql`select d.id as id, 'items ' || coalesce(i.total, 0) || ', document ' || d.amount as text from invoices d
      left join (select document_id, cast(sum(amount) as bigint) as total from open_items where kind in ${INVOICE_KINDS} group by document_id) i on i.document_id = d.id
      where d.status = 'posted' and coalesce(i.total, 0) <> d.amount limit 100`,
  },
  {
    code: 'itemOfTheReceipt', table: 'receipts',
    query: sql`select r.id as id, 'item ' || coalesce(i.amount, 0) || ', document ' || r.amount as text from receipts r
      left join open_items i on i.id = r.item_id and i.kind = 'receipt' and i.document_id = r.id
      where i.id is null or i.amount + r.amount <> 0 or i.customer_id <> r.customer_id or i.document_on <> r.received_on limit 100`,
  },
  {
    code: 'itemsHaveTheirDocument', table: 'open_items',
    query: sql`select i.id as id, i.kind || ' of ' || i.document_id as text from open_items i
      left join invoices d on d.id = i.document_id and d.status = 'posted' and i.kind in ${INVOICE_KINDS}
      left join receipts r on r.id = i.document_id and i.kind in ${RECEIPT_KINDS}
      left join refunds f on f.id = i.document_id and i.kind = 'refund'
      left join offsets o on o.id = i.document_id and i.kind = 'offset'
      left join acceptances b on b.id = i.document_id and i.kind = 'dishonour'
      where d.id is null and r.id is null and f.id is null and o.id is null and b.id is null limit 100`,
  },
  {
    code: 'balanceOfTheItemsCustomer', table: 'open_items',
    query: sql`select i.id as id, 'customer ' || b.customer_id || ', should be ' || i.customer_id as text from open_balances b join open_items i on i.id = b.item_id
      where b.customer_id <> i.customer_id limit 100`,
  },
  {
    code: 'numbersHaveTheirCounter', table: 'counters',
    query: sql`select 0 as id, n.series || ': no counter' as text from (select distinct substr(number, 1, 9) as series from (${NUMBERS}) numbers) n
      where not exists (select 1 from counters c where c.series = n.series)`,
  },
  {
    code: 'numbersHaveNoGaps', table: 'counters',
    query: sql`select 0 as id, c.series || ': last ' || c.last || ', documents ' || coalesce(n.count, 0) as text from counters c left join (
        select substr(number, 1, 9) as series, cast(count(*) as bigint) as count, max(cast(substr(number, 11) as bigint)) as top from (${NUMBERS}) numbers group by 1) n on n.series = c.series
      where c.series like '__-______' and (c.last <> coalesce(n.count, 0) or c.last <> coalesce(n.top, 0)) limit 100`,
  },
]

/** Every broken invariant, at most 100 offenders each; empty when the ledger adds up. */
export async function brokenInvariants(reader: Reader): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { code, table, query } of INVARIANTS) {
    for (const row of await reader.rows<{ id: number; text: string }>(query)) broken.push({ code, table, id: row.id, text: row.text })
  }
  return broken
}
