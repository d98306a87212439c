import { sql } from 'drizzle-orm'
import type { CaseStage, InterruptionKind } from '../../shared/limitation/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const limitationTables = (k: Kit) => ({
  /** 时效中断: what made the three years of a debt start again (民法典 195). Part payments are read from the ledger. */
  interruptions: k.table('interruptions', {
    id: k.id('id'), customerId: k.int('customer_id'), itemId: k.maybeInt('item_id'), kind: k.oneOf<InterruptionKind>('kind'), on: k.day('on_day'), evidence: k.text('evidence'),
    letterId: k.maybeInt('letter_id'), note: k.text('note'), undoesId: k.maybeInt('undoes_id'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.index('interruptions_customer').on(t.customerId, t.on, t.id),
    k.uniqueIndex('interruptions_undoes').on(t.undoesId).where(sql`undoes_id is not null`),
  ]),
  /** 案件: a lawsuit about debts of a customer. */
  lawsuits: k.table('lawsuits', {
    id: k.id('id'), customerId: k.int('customer_id'), court: k.text('court'), caseNumber: k.text('case_number'), currency: k.text('currency'), claim: k.money('claim'), filedOn: k.day('filed_on'),
    note: k.text('note'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('lawsuits_customer').on(t.customerId, t.id), k.index('lawsuits_filed_on').on(t.filedOn, t.id)]),
  lawsuitItems: k.table('lawsuit_items', { id: k.id('id'), lawsuitId: k.int('lawsuit_id'), itemId: k.int('item_id'), seal: k.text('seal') }, (t) => [k.index('lawsuit_items_lawsuit').on(t.lawsuitId, t.itemId), k.index('lawsuit_items_item').on(t.itemId)]),
  /** What happened in a lawsuit: its stages, hearing days and costs. */
  lawsuitEvents: k.table('lawsuit_events', {
    id: k.id('id'), lawsuitId: k.int('lawsuit_id'), on: k.day('on_day'), stage: k.oneOf<CaseStage>('stage'), cost: k.money('cost'), note: k.text('note'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('lawsuit_events_lawsuit').on(t.lawsuitId, t.id), k.index('lawsuit_events_on').on(t.on, t.id)]),
})
