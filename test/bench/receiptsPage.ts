/** The first page of the receipts of a month with count and totals, as the grid asks for it. */
import type DatabaseDriver from 'better-sqlite3'
import type { Ledger } from '../../db/ledger.ts'
import { receiptGrid } from '../../db/receipts/queries.ts'
import { addDays, addMonths, type Day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { assertSame, compare, type Measure } from './measure.ts'

export async function measureReceiptsPage(ledger: Ledger, plain: DatabaseDriver.Database, today: Day, runs: number): Promise<Measure> {
  const [from, to] = [addDays(addMonths(today, -7), 1), addMonths(today, -6)]
  const request = gridRequest.parse({ filters: [{ field: 'receivedOn', op: 'between', value: from, to }, { field: 'method', op: 'eq', value: 'transfer' }] })
  const ours = () => ledger.read((reader) => receiptGrid(reader, request, null))
  const where = `where r.received_on between ? and ? and r.method = ?`
  const page = plain.prepare<unknown[], { id: number }>(`select r.id, r.number, r.reverses_id, (select k.id from receipts k where k.reverses_id = r.id) as reversed_by, r.customer_id, c.code, c.name,
      u.name as salesperson, r.received_on, r.currency, r.amount, r.fee, -coalesce(b.open, 0) as unallocated, r.method, a.name as bank_account, r.reference, r.payer
    from receipts r join customers c on c.id = r.customer_id left join users u on u.id = c.salesperson_id left join open_balances b on b.item_id = r.item_id
      left join bank_accounts a on a.id = r.bank_account_id ${where} order by r.received_on desc, r.id desc limit 100`)
  const sums = plain.prepare<unknown[], { total: number; amount: number; fee: number; unallocated: number }>(`select count(*) as total, sum(r.amount) as amount, sum(r.fee) as fee,
      -coalesce(sum(b.open), 0) as unallocated from receipts r left join open_balances b on b.item_id = r.item_id ${where}`)
  const floor = () => ({ rows: page.all(from, to, 'transfer'), sums: sums.get(from, to, 'transfer') })
  const [mine, theirs] = [await ours(), floor()]
  assertSame('receipts page', [mine.rows.map((row) => row.id), mine.total, mine.totals?.['amount'], mine.totals?.['fee'], mine.totals?.['unallocated']],
    [theirs.rows.map((row) => row.id), theirs.sums?.total, theirs.sums?.amount, theirs.sums?.fee, theirs.sums?.unallocated])
  return compare('receipts, first page of a month, totals', { runs, ours, floors: [floor] })
}
