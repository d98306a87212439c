import { sql } from 'drizzle-orm'
import type { CaseStage, InterruptionKind } from '../../shared/limitation/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const limitationTables = (k: Kit) => ({
  /** 时效中断 that no other document shows: a request for more time, a demand by another way (民法典 195). */
  interruptions: k.table('interruptions', {
    id: k.id('id'), customerId: k.int('customer_id'), kind: k.oneOf<InterruptionKind>('kind'), on: k.day('on_day'), evidence: k.text('evidence'), note: k.text('note'), undoesId: k.maybeInt('undoes_id'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('interruptions_customer').on(t.customerId, t.on, t.id), k.uniqueIndex('interruptions_undoes').on(t.undoesId).where(sql`undoes_id is not null`)]),
  /** Which debts it concerns. */
  interruptionItems: k.table('interruption_items', {
    id: k.id('id'), interruptionId: k.int('interruption_id'), itemId: k.int('item_id'), seal: k.text('seal'),
  }, (t) => [k.index('interruption_items_interruption').on(t.interruptionId, t.itemId), k.index('interruption_items_item').on(t.itemId)]),
  /** 案件: a lawsuit about debts of a customer. */
  lawsuits: k.table('lawsuits', {
    id: k.id('id'), number: k.text('number'), customerId: k.int('customer_id'), court: k.text('court'), currency: k.text('currency'), claim: k.money('claim'), filedOn: k.day('filed_on'), lawyer: k.text('lawyer'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('lawsuits_number').on(t.number), k.index('lawsuits_customer').on(t.customerId, t.id), k.index('lawsuits_filed_on').on(t.filedOn, t.id)]),
  lawsuitItems: k.table('lawsuit_items', {
    id: k.id('id'), lawsuitId: k.int('lawsuit_id'), itemId: k.int('item_id'), seal: k.text('seal'),
  }, (t) => [k.index('lawsuit_items_lawsuit').on(t.lawsuitId, t.itemId), k.index('lawsuit_items_item').on(t.itemId)]),
  /** What happened in a lawsuit: its stages, hearing days (also those to come), the court's case number, costs. */
  lawsuitEvents: k.table('lawsuit_events', {
    id: k.id('id'), lawsuitId: k.int('lawsuit_id'), on: k.day('on_day'), stage: k.oneOf<CaseStage>('stage'), caseNumber: k.text('case_number'), amount: k.money('amount'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('lawsuit_events_lawsuit').on(t.lawsuitId, t.id), k.index('lawsuit_events_on').on(t.on, t.id)]),
})
