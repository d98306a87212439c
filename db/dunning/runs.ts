/** 催款批次: the runs, their lines with what was decided about each, and what they add up to. */
import { sql, type SQL } from 'drizzle-orm'
import { LINE_STATES, runLine, runRow, type LineState, type RunLine, type RunRow, type RunSum, type RunView } from '../../shared/dunning/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import type { Reader } from '../reader.ts'

/** States from which a line is issued next. */
export const ISSUABLE: ReadonlySet<LineState> = new Set<LineState>(['proposed', 'taken', 'approved'])
/** States in which a line is done with. */
export const DONE: ReadonlySet<LineState> = new Set<LineState>(['issued', 'skipped'])
export const oneOf = (states: ReadonlySet<LineState>): SQL => sql`${STATE} in ${LINE_STATES.filter((state) => states.has(state))}`

const line = (column: string): SQL => sql.raw(`"dunning_run_lines"."${column}"`)
/** A line with the last thing that was decided about it, which is all that counts. */
export const LINES = sql`from dunning_run_lines join customers on customers.id = dunning_run_lines.customer_id
  left join dunning_run_steps s on s.id = (select max(x.id) from dunning_run_steps x where x.line_id = dunning_run_lines.id)`
export const STATE = sql`case when s.kind = 'issue' then 'issued' when s.kind = 'skip' then 'skipped' when s.kind = 'approve' then 'approved'
  when s.taken = 0 or (s.id is null and ${line('left_out')} <> '') then 'leftOut' when coalesce(s.level, ${line('level')}) = 'finalNotice' then 'needsApproval'
  when s.id is null then 'proposed' else 'taken' end`
export const LEVEL = sql`coalesce(s.level, ${line('level')})`
const WHY = sql`case when s.kind = 'skip' then s.reason when s.id is null then ${line('left_out')} when s.taken = 1 then '' when ${line('left_out')} <> '' then ${line('left_out')} else 'byHand' end`

const runFields = (reader: Reader, scope: Scope): Record<string, SQL> => {
  const { dunningRuns: r } = reader.t
  // A salesperson is told of the own customers only, also in the counts.
  const own = scope === null ? sql`` : sql`and y.customer_id in (select id from customers where salesperson_id = ${scope})`
  const ownSteps = (kind: string): SQL => sql`(select cast(count(*) as bigint) from dunning_run_steps x ${scope === null ? sql`` : sql`join dunning_run_lines y on y.id = x.line_id`} where x.run_id = "dunning_runs"."id" and x.kind = ${kind} ${own})`
  return {
    id: sql`${r.id}`, asOf: sql`${r.asOf}`, currency: sql`${r.currency}`, overDays: sql`${r.overDays}`, payBy: sql`${r.payBy}`, language: sql`${r.language}`, note: sql`${r.note}`,
    postedAt: sql`${r.postedAt}`, postedBy: sql`${r.postedBy}`,
    customers: sql`(select cast(count(*) as bigint) from dunning_run_lines y where y.run_id = "dunning_runs"."id" ${own})`, issued: ownSteps('issue'), skipped: ownSteps('skip'),
  }
}

export async function runGrid(reader: Reader, request: GridRequest, scope: Scope, only?: number): Promise<GridPage<RunRow>> {
  const { dunningRuns: r } = reader.t
  return gridRows<RunRow>(reader, {
    row: runRow,
    fields: runFields(reader, scope), from: sql`from ${r}`, where: [only === undefined ? undefined : sql`${r.id} = ${only}`], order: sql`${r.asOf} desc, ${r.id} desc`, tie: sql`${r.id}`,
  }, request)
}

/** Refuses notFound. */
export async function runView(reader: Reader, id: number, scope: Scope): Promise<RunView> {
  const [run] = (await runGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, scope, id)).rows
  if (!run) throw new Refusal('notFound')
  const sums = await reader.rows<RunSum>(sql`select ${STATE} as state, ${LEVEL} as level, ${WHY} as why, cast(count(*) as bigint) as customers, cast(sum(${line('amount')}) as bigint) as amount
    ${LINES} where ${line('run_id')} = ${id} ${scope === null ? sql`` : sql`and ${inScope(reader, scope)}`} group by 1, 2, 3 order by 1, 2, 3`)
  return { ...run, sums }
}

const lineFields: Record<string, SQL> = {
  id: line('id'), customerId: line('customer_id'), code: sql`customers.code`, name: named(sql`customers.name`, sql`customers.name_sort`), salesperson: named(sql`coalesce(u.name, '')`, sql`coalesce(u.name_sort, '')`), state: STATE, level: LEVEL, dueLevel: line('due_level'),
  amount: line('amount'), unallocated: line('unallocated'), daysOverdue: line('days_overdue'), items: line('items'), why: WHY, remark: sql`coalesce(s.remark, '')`,
  letterId: sql`s.letter_id`, letterNumber: sql`coalesce(k.number, '')`, letterAmount: sql`k.amount`, decidedBy: sql`coalesce(s.posted_by, '')`, version: sql`coalesce(s.id, 0)`,
}

/** The lines of a run, the largest sum first. Refuses notFound. */
export async function lineGrid(reader: Reader, request: GridRequest, runId: number, scope: Scope, ids?: readonly number[]): Promise<GridPage<RunLine>> {
  const page = await gridRows<RunLine>(reader, {
    row: runLine,
    fields: lineFields,
    from: sql`${LINES} left join users u on u.id = customers.salesperson_id left join letters k on k.id = s.letter_id`,
    where: [sql`${line('run_id')} = ${runId}`, inScope(reader, scope), ids ? sql`${line('id')} in ${ids}` : undefined],
    search: (text) => sql`${line('customer_id')} in (${matchingCustomers(reader, text)})`,
    totals: { amount: line('amount'), items: line('items') },
    order: line('id'),
    tie: line('id'),
  }, request)
  if (page.rows.length === 0 && (await reader.rows(sql`select id from dunning_runs where id = ${runId}`)).length === 0) throw new Refusal('notFound')
  return page
}
