import type { DeliveryFile, DeliveryKind, LetterContent, LetterLevel, LetterTemplate } from '../../shared/dunning/schemas.ts'
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
  /** The office's wording of a level and language; a change is a new version, and each letter says which one it has. */
  const letterTemplates = k.table('letter_templates', {
    id: k.id('id'), level: k.text('level'), language: k.text('language'), version: k.int('version'), content: k.json<LetterTemplate>('content'), savedAt: k.text('saved_at'), savedBy: k.text('saved_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('letter_templates_version').on(t.level, t.language, t.version)])
  /** 催款批次: whom a run proposes to dun; its lines may change until their letter is issued. */
  const dunningRuns = k.table('dunning_runs', {
    id: k.id('id'), asOf: k.day('as_of'), currency: k.text('currency'), madeAt: k.text('made_at'), madeBy: k.text('made_by'), seal: k.text('seal'),
  }, (t) => [k.index('dunning_runs_as_of').on(t.asOf, t.id)])
  const dunningRunLines = k.table('dunning_run_lines', {
    id: k.id('id'), runId: k.int('run_id'), customerId: k.int('customer_id'), level: k.text('level'), proposedLevel: k.text('proposed_level'), amount: k.money('amount'), overdue: k.money('overdue'), daysOverdue: k.int('days_overdue'),
    taken: k.bool('taken'), leftOut: k.text('left_out'), note: k.text('note'), approvedBy: k.text('approved_by'), letterId: k.maybeInt('letter_id'),
  }, (t) => [k.index('dunning_run_lines_run').on(t.runId, t.id)])
  /** How a letter reached the customer: courier and its number, by hand, by e-mail, the stamped slip that came back. */
  const letterDeliveries = k.table('letter_deliveries', {
    id: k.id('id'), letterId: k.int('letter_id'), kind: k.oneOf<DeliveryKind>('kind'), number: k.text('number'), on: k.day('on_day'), note: k.text('note'), file: k.json<DeliveryFile | null>('file'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('letter_deliveries_letter').on(t.letterId, t.id)])
  return { letters, letterPrints, letterTemplates, dunningRuns, dunningRunLines, letterDeliveries }
}
