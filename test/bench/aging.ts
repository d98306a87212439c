/** Aging of past days, against what somebody would write by hand over the open items and the allocations up to the day. */
import type DatabaseDriver from 'better-sqlite3'
import { agingReport, type AgingQuestion } from '../../db/aging/queries.ts'
import type { Ledger } from '../../db/ledger.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { assertSame, compare, type Measure } from './measure.ts'

const ENDS = [30, 60, 90, 180, 365]

/** Buckets of one row per customer over a derived table `i` with its open amount. */
function buckets(asOf: Day): string {
  const heads = [0, ...ENDS].map((end, index) => {
    const [from, to] = [ENDS[index], end + 1]
    const last = addDays(asOf, -to)
    return `coalesce(sum(case when kind not in ('receipt', 'difference') and ${from === undefined ? `due_on <= '${last}'` : `due_on between '${addDays(asOf, -from)}' and '${last}'`} then open end), 0) as b${index}`
  })
  return `customer_id, coalesce(sum(case when kind not in ('receipt', 'difference') and due_on >= '${asOf}' then open end), 0) as not_due, ${heads.join(', ')},
    coalesce(sum(case when kind in ('receipt', 'difference') then open end), 0) as unallocated, sum(open) as total, count(*) as items`
}

const existing = (asOf: Day): string => `i.document_on <= '${asOf}' and i.currency = 'CNY'`

/** What was settled up to the day added up first, then joined to the items. */
const joined = (asOf: Day): string => `with settled as (select item_id, sum(amount) as amount from allocations where allocated_on <= '${asOf}' group by item_id),
    used as (select credit_item_id, sum(amount) as amount from allocations where allocated_on <= '${asOf}' group by credit_item_id)
  select ${buckets(asOf)} from (select i.customer_id, i.kind, i.due_on, i.amount - coalesce(s.amount, 0) + coalesce(u.amount, 0) as open
    from open_items i left join settled s on s.item_id = i.id left join used u on u.credit_item_id = i.id where ${existing(asOf)}) where open <> 0 group by customer_id`

/** Each item asks for what settled it. */
const correlated = (asOf: Day): string => `select ${buckets(asOf)} from (select i.customer_id, i.kind, i.due_on, i.amount
    - coalesce((select sum(a.amount) from allocations a where a.item_id = i.id and a.allocated_on <= '${asOf}'), 0)
    + coalesce((select sum(a.amount) from allocations a where a.credit_item_id = i.id and a.allocated_on <= '${asOf}'), 0) as open
  from open_items i where ${existing(asOf)}) where open <> 0 group by customer_id`

interface Row {
  not_due: number
  b0: number
  b5: number
  unallocated: number
  total: number
  items: number
}

export async function measureAging(ledger: Ledger, plain: DatabaseDriver.Database, today: Day, runs: number): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const [name, days] of [['today', 0], ['a month ago', 30], ['a year ago', 365], ['two years ago', 730]] as const) {
    const asOf = addDays(today, -days)
    const question: AgingQuestion = { asOf, basis: 'due', boundaries: ENDS, currency: 'CNY', scope: null }
    const ours = () => ledger.read((reader) => agingReport(reader, question, 'customer', ['CNY']))
    const floors = [joined(asOf), correlated(asOf)].map((text) => plain.prepare<[], Row>(text))
    const { totals, rows } = await ours()
    for (const floor of floors) {
      const theirs = floor.all()
      const sum = (pick: keyof Row): number => theirs.reduce((total, row) => total + row[pick], 0)
      assertSame(`aging ${name}`, [rows.length, totals.notDue, totals.buckets[0], totals.buckets[5], totals.unallocated, totals.total, totals.items],
        [theirs.length, sum('not_due'), sum('b0'), sum('b5'), sum('unallocated'), sum('total'), sum('items')])
    }
    measures.push(await compare(`aging ${name} (${asOf})`, { runs, ours, floors: floors.map((floor) => () => floor.all()) }))
  }
  return measures
}
