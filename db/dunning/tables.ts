import type { LeftOut, LetterContent, LetterLevel, RunStepKind } from '../../shared/dunning/schemas.ts'
import type { customersTables } from '../customers/tables.ts'
import type { Kit } from '../engine/kit.ts'

export const dunningTables = (k: Kit, customers: ReturnType<typeof customersTables>['customers']) => {
  const letters = k.table('letters', {
    id: k.id('id'), number: k.text('number'), level: k.oneOf<LetterLevel>('level'), customerId: k.int('customer_id').references(() => customers.id),
    issuedOn: k.day('issued_on'), payBy: k.day('pay_by'), currency: k.text('currency'), amount: k.money('amount'), items: k.int('items'),
    content: k.json<LetterContent>('content'), hash: k.text('hash'), issuedBy: k.text('issued_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('letters_number').on(t.number),
    k.index('letters_issued_on').on(t.issuedOn, t.id),
    k.index('letters_customer').on(t.customerId, t.issuedOn, t.id),
  ])
  const letterPrints = k.table('letter_prints', {
    id: k.id('id'), letterId: k.int('letter_id').references(() => letters.id), at: k.instant('at'), by: k.text('by'), reprint: k.bool('reprint'), how: k.text('how'), seal: k.text('seal'),
  }, (t) => [k.index('letter_prints_letter').on(t.letterId, t.id)])
  /** 作废 of a letter that never went out: it counts neither for the level nor for the spacing. */
  const letterVoids = k.table('letter_voids', {
    id: k.id('id'), letterId: k.int('letter_id').references(() => letters.id), reason: k.text('reason'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('letter_voids_letter').on(t.letterId)])
  /** 催款批次: a proposal for all customers of a day. */
  const dunningRuns = k.table('dunning_runs', {
    id: k.id('id'), asOf: k.day('as_of'), currency: k.text('currency'), overDays: k.int('over_days'), payBy: k.day('pay_by'), language: k.text('language'), note: k.text('note'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('dunning_runs_as_of').on(t.asOf, t.id)])
  /** What the run proposed for a customer, and why one was left out; it stays as it was proposed. */
  const dunningRunLines = k.table('dunning_run_lines', {
    id: k.id('id'), runId: k.int('run_id').references(() => dunningRuns.id), customerId: k.int('customer_id').references(() => customers.id), level: k.oneOf<LetterLevel>('level'), due: k.oneOf<LetterLevel>('due_level'), amount: k.money('amount'),
    unallocated: k.money('unallocated'), daysOverdue: k.int('days_overdue'), items: k.int('items'), leftOut: k.oneOf<LeftOut>('left_out'), seal: k.text('seal'),
  }, (t) => [k.index('dunning_run_lines_run').on(t.runId, t.id), k.index('dunning_run_lines_customer').on(t.customerId, t.id)])
  /** What was decided about a line, one after the other; the last one stands. */
  const dunningRunSteps = k.table('dunning_run_steps', {
    id: k.id('id'), runId: k.int('run_id'), lineId: k.int('line_id').references(() => dunningRunLines.id), kind: k.oneOf<RunStepKind>('kind'), taken: k.bool('taken'), level: k.oneOf<LetterLevel>('level'), remark: k.text('remark'),
    letterId: k.maybeInt('letter_id'), reason: k.text('reason'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('dunning_run_steps_line').on(t.lineId, t.id), k.index('dunning_run_steps_run').on(t.runId, t.id)])
  return { letters, letterPrints, letterVoids, dunningRuns, dunningRunLines, dunningRunSteps }
}
