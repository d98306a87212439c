import type { Month } from '../../shared/day.ts'
import type { ControlTotal } from '../../shared/periods/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const periodsTables = (k: Kit) => ({
  /** Each closing and reopening of a month, with the totals it was closed at. */
  periodEvents: k.table('period_events', {
    id: k.id('id'), month: k.oneOf<Month>('month'), kind: k.oneOf<'closed' | 'reopened'>('kind'), reason: k.text('reason'), totals: k.json<ControlTotal[]>('totals'),
    at: k.text('made_at'), by: k.text('made_by'), seal: k.text('seal'),
  }, (t) => [k.index('period_events_month').on(t.month, t.id)]),
  /** The months that are closed now; the writer posts nothing dated in or before the last of them. Proved from the events. */
  closedPeriods: k.table('closed_periods', { month: k.key('month') }),
})
