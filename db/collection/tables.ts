import { sql } from 'drizzle-orm'
import type { ContactWay, EndedKind } from '../../shared/collection/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const collectionTables = (k: Kit) => ({
  /** 催收记录: a call, a visit, a message, with what came of it and what is next. */
  contacts: k.table('contacts', {
    id: k.id('id'), customerId: k.int('customer_id'), on: k.day('on_day'), way: k.oneOf<ContactWay>('way'), person: k.text('person'), result: k.text('result'),
    nextStep: k.text('next_step'), nextOn: k.text('next_on'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('contacts_customer').on(t.customerId, t.on, t.id), k.index('contacts_next_on').on(t.nextOn).where(sql`next_on <> ''`)]),
  /** 付款承诺. Whether it was kept is worked out from the money that came until its day. */
  promises: k.table('promises', {
    id: k.id('id'), customerId: k.int('customer_id'), currency: k.text('currency'), amount: k.money('amount'), madeOn: k.day('made_on'), dueOn: k.day('due_on'),
    person: k.text('person'), note: k.text('note'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('promises_customer').on(t.customerId, t.dueOn, t.id), k.index('promises_due_on').on(t.dueOn, t.id)]),
  /** Which items a promise is about; none means all of the customer's. */
  promiseItems: k.table('promise_items', {
    id: k.id('id'), promiseId: k.int('promise_id'), itemId: k.int('item_id'), seal: k.text('seal'),
  }, (t) => [k.index('promise_items_promise').on(t.promiseId, t.itemId), k.index('promise_items_item').on(t.itemId)]),
  /** 争议: items that the customer contests; they are not dunned while it lasts. */
  disputes: k.table('disputes', {
    id: k.id('id'), customerId: k.int('customer_id'), openedOn: k.day('opened_on'), settleBy: k.day('settle_by'), reason: k.text('reason'), owner: k.text('owner'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('disputes_customer').on(t.customerId, t.openedOn, t.id), k.index('disputes_settle_by').on(t.settleBy, t.id)]),
  disputeItems: k.table('dispute_items', {
    id: k.id('id'), disputeId: k.int('dispute_id'), itemId: k.int('item_id'), seal: k.text('seal'),
  }, (t) => [k.index('dispute_items_dispute').on(t.disputeId, t.itemId), k.index('dispute_items_item').on(t.itemId)]),
  /** 暂缓催收: a customer who is left alone, with the reason and the last day of it. */
  holds: k.table('holds', {
    id: k.id('id'), customerId: k.int('customer_id'), from: k.day('from_day'), until: k.day('until_day'), reason: k.text('reason'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('holds_customer').on(t.customerId, t.until, t.id)]),
  /** That a promise was withdrawn, a dispute settled or a hold lifted, each once. */
  collectionEnds: k.table('collection_ends', {
    id: k.id('id'), what: k.oneOf<EndedKind>('what'), documentId: k.int('document_id'), on: k.day('on_day'), result: k.text('result'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('collection_ends_document').on(t.what, t.documentId)]),
})
