import { sql, type SQL } from 'drizzle-orm'
import { bucketDays, bucketHeads } from '../../shared/aging/rules.ts'
import { agingItem, type AgingColumns, type AgingGroup, type AgingItem, type AgingReport, type AgingRow, type BucketHead } from '../../shared/aging/schemas.ts'
import { daysBetween, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { add, ZERO, type Money } from '../../shared/money.ts'
import type { Basis } from '../../shared/settings/schemas.ts'
import { outstandingAcceptances } from '../acceptances/queries.ts'
import { matchingCustomers, type Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import { gridRows, named } from '../grid.ts'
import type { Reader } from '../reader.ts'
import { openAsOf } from '../openAsOf.ts'

export interface AgingQuestion {
  asOf: Day
  basis: Basis
  boundaries: readonly number[]
  currency: string
  scope: Scope
}

const basisDay = (basis: Basis): SQL => (basis === 'due' ? sql`i.due_on` : sql`i.document_on`)

/** The condition that puts an item into a bucket; `notDue` is the bucket before the first. */
function inBucket(question: AgingQuestion, head: BucketHead | 'notDue'): SQL {
  const on = basisDay(question.basis)
  if (head === 'notDue') return sql`${on} >= ${question.asOf}`
  const { from, to } = bucketDays(head, question.asOf)
  return from === null ? sql`${on} <= ${to}` : sql`${on} between ${from} and ${to}`
}

const existing = (question: AgingQuestion): SQL => sql`i.id = o.item_id and i.document_on <= ${question.asOf} and i.currency = ${question.currency}
  ${question.scope === null ? sql`` : sql`and c.salesperson_id = ${question.scope}`}`

/** Where a sum stands that is in no bucket of its own. */
const UNALLOCATED = -2
const NOT_DUE = -1

/** The open sums by customer. One comparison after the other finds an item's bucket, so each row is looked at once. */
async function sumsByCustomer(reader: Reader, question: AgingQuestion, heads: readonly BucketHead[]): Promise<Map<number, AgingColumns>> {
  const on = basisDay(question.basis)
  const place = (index: number): SQL => sql.raw(String(index))
  const earlier = heads.flatMap((head) => {
    const { from } = bucketDays(head, question.asOf)
    return from === null ? [] : [sql` when ${on} >= ${from} then ${place(head.index)}`]
  })
  const rows = await reader.rows<{ customerId: number; place: number; open: Money; debts: Money; items: number }>(sql`select i.customer_id as "customerId",
      case when i.kind in ${MONEY_KINDS} then ${place(UNALLOCATED)} when ${on} >= ${question.asOf} then ${place(NOT_DUE)}${sql.join(earlier)} else ${place(heads.length - 1)} end as place,
      cast(sum(o.open) as bigint) as open, cast(sum(case when o.open > 0 and i.kind not in ${MONEY_KINDS} then o.open else 0 end) as bigint) as debts, cast(count(*) as bigint) as items
    from ${await openAsOf(reader, question.asOf)} o cross join open_items i ${question.scope === null ? sql`` : sql`join customers c on c.id = i.customer_id`}
    where ${existing(question)} group by 1, 2`)
  const sums = new Map<number, AgingColumns>()
  for (const { customerId, place, open, debts, items } of rows) {
    const sum = sums.get(customerId) ?? nothing(heads)
    if (place === UNALLOCATED) sum.unallocated = open
    else if (place === NOT_DUE) sum.notDue = open
    else {
      sum.buckets[place] = open
      sum.overdue = add(sum.overdue, open)
      sum.overdueDebts = add(sum.overdueDebts, debts)
    }
    sum.total = add(sum.total, open)
    sum.debts = add(sum.debts, debts)
    sum.items += items
    sums.set(customerId, sum)
  }
  // A customer who paid everything by bill owes nothing and still stands in the report: the bills are not money yet.
  for (const { customerId, held } of await outstandingAcceptances(reader, question)) {
    if (held !== 0) sums.set(customerId, { ...(sums.get(customerId) ?? nothing(heads)), acceptances: held })
  }
  return sums
}

const nothing = (heads: readonly BucketHead[]): AgingColumns => ({ notDue: ZERO, buckets: heads.map(() => ZERO), unallocated: ZERO, total: ZERO, overdue: ZERO, items: 0, acceptances: ZERO, debts: ZERO, overdueDebts: ZERO })

const merge = (rows: readonly AgingColumns[], heads: readonly BucketHead[]): AgingColumns => rows.reduce<AgingColumns>((sum, row) => ({
  notDue: add(sum.notDue, row.notDue), buckets: sum.buckets.map((amount, index) => add(amount, row.buckets[index] ?? ZERO)),
  unallocated: add(sum.unallocated, row.unallocated), total: add(sum.total, row.total), overdue: add(sum.overdue, row.overdue), items: sum.items + row.items, acceptances: add(sum.acceptances, row.acceptances),
  debts: add(sum.debts, row.debts), overdueDebts: add(sum.overdueDebts, row.overdueDebts),
}), nothing(heads))

/** The currencies that occur, the ledger's own first; asked one after the other, so that each is one step on the index. */
export async function currenciesInUse(reader: Reader, own: string): Promise<string[]> {
  const found: string[] = []
  for (let last = ''; ;) {
    const [row] = await reader.rows<{ currency: string | null }>(sql`select min(currency) as currency from open_items where currency > ${last}`)
    if (!row?.currency) return [...new Set([own, ...found])]
    found.push((last = row.currency))
  }
}

/** The aging of a day, in minor units; the columns of each row add up to its total, and the rows to the totals. */
export async function agingReport(reader: Reader, question: AgingQuestion, groupBy: AgingGroup, currencies: string[]): Promise<AgingReport> {
  const heads = bucketHeads(question.boundaries)
  const sums = await sumsByCustomer(reader, question, heads)
  interface Holder {
    id: number
    code: string
    name: string
    department: string
    salespersonId: number | null
    salesperson: string | null
  }
  const holders = await reader.rows<Holder>(sql`select c.id, c.code, c.name, c.department, c.salesperson_id as "salespersonId", u.name as salesperson
    from customers c left join users u on u.id = c.salesperson_id order by c.code`)
  const groups = new Map<string, { head: Pick<AgingRow, 'id' | 'code' | 'name'>; parts: AgingColumns[] }>()
  for (const holder of holders) {
    const row = sums.get(holder.id)
    if (!row) continue
    const head = groupBy === 'customer' ? { id: holder.id, code: holder.code, name: holder.name }
      : groupBy === 'salesperson' ? { id: holder.salespersonId, code: '', name: holder.salesperson ?? '' }
      : { id: null, code: '', name: holder.department }
    const key = groupBy === 'department' ? head.name : String(head.id)
    const group = groups.get(key) ?? { head, parts: [] }
    group.parts.push(row)
    groups.set(key, group)
  }
  const rows = [...groups.values()].map(({ head, parts }) => ({ ...head, ...merge(parts, heads) }))
  return { asOf: question.asOf, basis: question.basis, groupBy, currency: question.currency, currencies, buckets: heads, rows, totals: merge(rows, heads) }
}

export interface AgingCell {
  column: string
  groupBy: AgingGroup
  groupId?: number | null | undefined
  groupName?: string | null | undefined
}

function cellCondition(question: AgingQuestion, cell: AgingCell): SQL[] {
  const heads = bucketHeads(question.boundaries)
  const debt = sql`i.kind not in ${MONEY_KINDS}`
  const conditions: SQL[] = []
  const bucket = /^bucket(\d+)$/.exec(cell.column)
  if (bucket) {
    const head = heads[Number(bucket[1])]
    conditions.push(debt, head ? inBucket(question, head) : sql`1 = 0`)
  } else if (cell.column === 'receivable') conditions.push(debt)
  else if (cell.column === 'notDue') conditions.push(debt, inBucket(question, 'notDue'))
  else if (cell.column === 'overdue') conditions.push(debt, sql`not (${inBucket(question, 'notDue')})`)
  else if (cell.column === 'unallocated') conditions.push(sql`not (${debt})`)
  if (cell.groupBy === 'department') {
    if (typeof cell.groupName === 'string') conditions.push(sql`c.department = ${cell.groupName}`)
  } else if (typeof cell.groupId === 'number') {
    conditions.push(cell.groupBy === 'customer' ? sql`i.customer_id = ${cell.groupId}` : cell.groupId === 0 ? sql`c.salesperson_id is null` : sql`c.salesperson_id = ${cell.groupId}`)
  }
  return conditions
}

/** The items behind one cell of the report, with what was open of each on that day. */
export async function agingItems(reader: Reader, question: AgingQuestion, cell: AgingCell, request: GridRequest): Promise<GridPage<AgingItem>> {
  const page = await gridRows<Omit<AgingItem, 'daysOverdue'>>(reader, {
    row: agingItem,
    fields: {
      id: sql`i.id`, kind: sql`i.kind`, documentId: sql`i.document_id`, number: documentNumber(sql`i.kind`, sql`i.document_id`), customerId: sql`i.customer_id`,
      customerCode: sql`c.code`, customerName: named(sql`c.name`, sql`c.name_sort`), salesperson: named(sql`coalesce(u.name, '')`, sql`coalesce(u.name_sort, '')`), documentOn: sql`i.document_on`, dueOn: sql`i.due_on`,
      amount: sql`i.amount`, open: sql`o.open`, invoiceNumber: sql`coalesce(d.invoice_number, '')`, currency: sql`i.currency`,
    },
    from: sql`from ${await openAsOf(reader, question.asOf)} o cross join open_items i join customers c on c.id = i.customer_id left join users u on u.id = c.salesperson_id
      left join invoices d on d.id = i.document_id and i.kind in ${INVOICE_KINDS}`,
    where: [existing(question), ...cellCondition(question, cell)],
    search: (text) => sql`i.customer_id in (${matchingCustomers(reader, text)})`,
    totals: { amount: sql`i.amount`, open: sql`o.open` },
    order: sql`${basisDay(question.basis)}, i.id`,
    tie: sql`i.id`,
  }, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, daysOverdue: daysBetween(question.basis === 'due' ? row.dueOn : row.documentOn, question.asOf) })) }
}
