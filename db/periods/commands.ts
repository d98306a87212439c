import { eq } from 'drizzle-orm'
import { monthAfter, type Day, type Month } from '../../shared/day.ts'
import { acceptedWarnings, closeRefusal, reopenRefusal } from '../../shared/periods/rules.ts'
import type { ControlTotal } from '../../shared/periods/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { closedThrough } from '../openMonths.ts'
import type { Writer } from '../writer.ts'
import { checkLines } from './checks.ts'
import { monthTotals } from './controlTotals.ts'
import { ledgerMonths } from './queries.ts'

/**
 * Closes a month: from now on nothing is posted that counts in it or before it. Keeps the control totals that it was closed
 * at. Refuses by the reasons of the contract, in its order.
 */
export async function closeMonth(tx: Writer, { month, acceptWarnings }: { month: Month; acceptWarnings: boolean }, { today }: { today: Day }): Promise<number> {
  const months = await ledgerMonths(tx, today)
  const why = closeRefusal(month, months)
  if (why) throw new Refusal(why, { field: 'month', params: { month: why === 'earlierMonthOpen' && months.closedThrough ? monthAfter(months.closedThrough) : month } })
  const lines = await checkLines(tx, month, today)
  const [drafts] = lines.filter((line) => line.check === 'drafts' && line.count > 0)
  if (drafts) throw new Refusal('documentsNotPosted', { params: { count: drafts.count } })
  const warnings = lines.filter((line) => line.level === 'warning')
  if (warnings.length > 0 && !acceptWarnings) throw new Refusal('warningsNotAccepted', { field: 'acceptWarnings', params: { count: warnings.length } })
  const { totals, disagreeing } = await monthTotals(tx, month)
  if (disagreeing.length > 0) throw new Refusal('totalsDisagree', { params: { count: disagreeing.length } })
  await tx.insert(tx.t.closedPeriods, [{ month }])
  return postEvent(tx, { month, kind: 'closed', reason: acceptedWarnings(lines), totals })
}

/** Opens the last closed month again; why is kept. Refuses notClosed, laterMonthClosed. */
export async function reopenMonth(tx: Writer, { month, reason }: { month: Month; reason: string }): Promise<number> {
  const last = await closedThrough(tx)
  const why = reopenRefusal(month, last)
  if (why) throw new Refusal(why, { field: 'month', params: { month: why === 'laterMonthClosed' ? last ?? month : month } })
  await tx.db.delete(tx.t.closedPeriods).where(eq(tx.t.closedPeriods.month, month))
  return postEvent(tx, { month, kind: 'reopened', reason, totals: [] })
}

async function postEvent(tx: Writer, event: { month: Month; kind: 'closed' | 'reopened'; reason: string; totals: ControlTotal[] }): Promise<number> {
  const id = await tx.nextId(tx.t.periodEvents)
  await tx.post(tx.t.periodEvents, [{ id, ...event, at: tx.now, by: tx.by.name }])
  tx.mention(`period:${id}:${event.month}`)
  return id
}
