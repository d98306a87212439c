/** The days that bills ask for: due days, and the deadlines that rights depend on. */
import { sql, type SQL } from 'drizzle-orm'
import { daysBetween, type Day } from '../../shared/day.ts'
import { deadlinesOf } from '../../shared/acceptances/rules.ts'
import type { AcceptanceCalendar, AcceptanceStatus, CalendarEntry } from '../../shared/acceptances/schemas.ts'
import { money, type Money } from '../../shared/money.ts'
import type { Scope } from '../customers/queries.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { loadCompany } from '../settings/queries.ts'

/** How far ahead the sums of what falls due look. */
export const AHEAD_DAYS = [30, 60, 90] as const
const LIVE = sql`('held', 'presented', 'endorsed', 'discounted', 'dishonoured')`

type Live = Omit<CalendarEntry, 'what' | 'on' | 'daysLeft'> & { presentedOn: Day | null; refusedOn: Day | null; notifiedOn: Day | null; passedOn: number; revived: Money | null }

const standing = (kinds: SQL, pick: SQL): SQL => sql`(select ${pick} from acceptance_events e where e.acceptance_id = b.id and e.kind in ${kinds}
  and not exists (select 1 from acceptance_events u where u.undoes_id = e.id) order by e.id desc limit 1)`

/** Every deadline from `from` to `to`, and what was missed before; sums of due bills in the ledger's currency. */
export async function acceptanceCalendar(reader: Reader, { from, to }: { from: Day; to: Day }, today: Day, scope: Scope): Promise<AcceptanceCalendar> {
  const { currency } = await loadCompany(reader)
  const bills = await reader.rows<Live>(sql`select b.id, b.number, b.bill_number as "billNumber", b.kind, b.acceptor, c.name as "customerName", b.currency, b.amount, s.status, b.due_on as "dueOn",
      ${standing(sql`('presented')`, sql`e.on_day`)} as "presentedOn", ${standing(sql`('dishonoured')`, sql`e.on_day`)} as "refusedOn", ${standing(sql`('notified')`, sql`e.on_day`)} as "notifiedOn",
      coalesce(${standing(sql`('endorsed', 'discounted')`, sql`1`)}, 0) as "passedOn",
      (select o.open from ${await openOn(reader, today)} o where o.item_id = ${standing(sql`('dishonoured')`, sql`e.item_id`)}) as revived
    from acceptance_states s join acceptances b on b.id = s.acceptance_id join customers c on c.id = b.customer_id
    where s.status in ${LIVE} ${scope === null ? sql`` : sql`and c.salesperson_id = ${scope}`} order by s.due_on, b.id`)
  const missed: CalendarEntry[] = []
  const entries: CalendarEntry[] = []
  for (const { presentedOn, refusedOn, notifiedOn, passedOn, revived, ...bill } of bills) {
    // A refusal that is dated ahead has brought no debt yet that could have been paid.
    const paid = bill.status === 'dishonoured' && (refusedOn ?? today) <= today && (revived ?? 0) === 0
    for (const { kind, on, daysLeft, state } of deadlinesOf({ status: bill.status, dueOn: bill.dueOn, presentedOn, refusedOn, notifiedOn, passedOn: passedOn === 1, paid }, today)) {
      const entry = { ...bill, what: kind, on, daysLeft }
      if (state === 'missed' && doneLate(kind, presentedOn, notifiedOn)) continue
      if (state === 'missed') missed.push(entry)
      else if (state === 'open' && on >= from && on <= to) entries.push(entry)
    }
  }
  const due = bills.filter((bill) => bill.currency === currency && IN_HAND.has(bill.status))
  const sumOfDue = (fits: (days: number) => boolean) => {
    const some = due.filter((bill) => fits(daysBetween(today, bill.dueOn)))
    return { count: some.length, amount: money(some.reduce((total, bill) => total + bill.amount, 0)) }
  }
  return {
    today, currency, missed: missed.toSorted(byDay), entries: entries.toSorted(byDay), overdue: sumOfDue((days) => days < 0),
    ahead: AHEAD_DAYS.map((days) => ({ days, ...sumOfDue((left) => left >= 0 && left <= days) })),
  }
}

const IN_HAND = new Set<AcceptanceStatus>(['held', 'presented'])
/** What was done after its day needs no reminder any more. */
const doneLate = (kind: CalendarEntry['what'], presentedOn: Day | null, notifiedOn: Day | null): boolean =>
  (kind === 'presentBy' && presentedOn !== null) || (kind === 'notifyBy' && notifiedOn !== null)
const byDay = (a: CalendarEntry, b: CalendarEntry): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id)
