/** 催收工作台: the customers with something overdue, in the order in which they should be asked. */
import { sql } from 'drizzle-orm'
import { brokenSince, overdueDays, promiseState, urgencyOf } from '../../shared/collection/rules.ts'
import type { WorklistRow } from '../../shared/collection/schemas.ts'
import { daysBetween, type Day } from '../../shared/day.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { money, sumOf } from '../../shared/money.ts'
import type { Scope } from '../customers/queries.ts'
import { MONEY_KINDS } from '../documents.ts'
import { openAsOf } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { promisesPaid } from './promises.ts'
import { customersOnHold, disputedItems, promisedItems, standsOn } from './standing.ts'

interface Stored extends Omit<WorklistRow, 'urgency' | 'currency' | 'daysOverdue' | 'stepDue' | 'broken' | 'promiseOn' | 'promiseAmount' | 'nextOn' | 'limitationOn'> {
  nextOn: Day | '' | null
}

export interface WorklistQuestion {
  asOf: Day
  currency: string
  /** The day on which the first debt of a customer is time-barred, of those near it; the limitation lies to the right and is handed in. */
  limitation?: ReadonlyMap<number, Day>
}

/** Customers with overdue items on a day, the most urgent first (urgencyOf); the step of the last contact is the one that stands. */
export async function worklist(reader: Reader, { asOf, currency, limitation }: WorklistQuestion, scope: Scope): Promise<WorklistRow[]> {
  const open = await openAsOf(reader, asOf)
  const rows = await reader.rows<Stored>(sql`select c.id as "customerId", c.code, c.name, coalesce(u.name, '') as salesperson, s.overdue, s.disputed, s.promised, s."oldestDueOn", s.items,
      k.on_day as "lastContactOn", coalesce(k.result, '') as "lastResult", coalesce(k.next_step, '') as "nextStep", k.next_on as "nextOn", h.until_day as "holdUntil", coalesce(h.reason, '') as "holdReason",
      (select cast(count(*) as bigint) from disputes d where d.customer_id = c.id and d.opened_on <= ${asOf} and ${standsOn('dispute', sql`d.id`, asOf)}) as disputes
    from (select i.customer_id, cast(sum(o.open) as bigint) as overdue, min(i.due_on) as "oldestDueOn", cast(count(*) as bigint) as items,
        cast(sum(case when x.item_id is not null then o.open else 0 end) as bigint) as disputed,
        cast(sum(case when x.item_id is null and y.item_id is not null then o.open else 0 end) as bigint) as promised
      from ${open} o cross join open_items i left join (select distinct item_id from ${disputedItems(reader, asOf)} each) x on x.item_id = i.id
        left join (select distinct item_id from ${promisedItems(reader, asOf)} each) y on y.item_id = i.id
      where i.id = o.item_id and i.document_on <= ${asOf} and i.due_on < ${asOf} and i.currency = ${currency} and o.open > 0 and i.kind not in ${MONEY_KINDS} group by i.customer_id) s
    join customers c on c.id = s.customer_id left join users u on u.id = c.salesperson_id
    left join contacts k on k.id = (select l.id from contacts l where l.customer_id = c.id and l.on_day <= ${asOf} order by l.on_day desc, l.id desc limit 1)
    left join holds h on h.id = (select l.id from holds l where l.customer_id = c.id and l.customer_id in ${customersOnHold(reader, asOf)}
      and l.from_day <= ${asOf} and l.until_day >= ${asOf} and ${standsOn('hold', sql`l.id`, asOf)} order by l.until_day desc, l.id desc limit 1)
    ${scope === null ? sql`` : sql`where c.salesperson_id = ${scope}`}`)
  const promises = await promiseStates(reader, asOf)
  return rows.map((row): WorklistRow => {
    const theirs = promises.get(row.customerId) ?? []
    const waiting = theirs.filter((promise) => promise.state === 'open' && promise.currency === currency)
    const broken = theirs.filter((promise) => (promise.state === 'broken' || promise.state === 'partial') && promise.dueOn >= brokenSince(asOf)).length
    const daysOverdue = overdueDays(row.oldestDueOn, asOf)
    const nextOn = row.nextOn === '' ? null : row.nextOn
    const stepDue = nextOn !== null && nextOn <= asOf
    const limitationOn = limitation?.get(row.customerId) ?? null
    const daysToLimitation = limitationOn && daysBetween(asOf, limitationOn)
    const urgency = urgencyOf({ overdue: row.overdue, waiting: money(row.disputed + row.promised), daysOverdue, broken, stepDue, onHold: row.holdUntil !== null, daysToLimitation })
    return {
      ...row, currency, urgency, daysOverdue, nextOn, stepDue, broken, limitationOn,
      promiseOn: waiting.map((promise) => promise.dueOn).toSorted()[0] ?? null, promiseAmount: sumOf(waiting, (promise) => promise.amount),
    }
  }).toSorted((a, b) => b.urgency - a.urgency || b.overdue - a.overdue || a.customerId - b.customerId)
}

async function promiseStates(reader: Reader, asOf: Day) {
  const { facts, paid } = await promisesPaid(reader, asOf)
  const states = facts.map((fact) => ({ ...fact, state: promiseState({ ...fact, withdrawn: false }, paid.get(fact.id) ?? money(0), asOf) }))
  return groupBy(states, (state) => state.customerId)
}
