import { sql } from 'drizzle-orm'
import type { AcceptanceEventKind, AcceptanceKind, AcceptanceStatus } from '../../shared/acceptances/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const acceptancesTables = (k: Kit) => ({
  /** 承兑汇票: one bill, or one sub-range (子票区间, in units of 0.01 yuan) of it. What happens to it stands in its events. */
  acceptances: k.table('acceptances', {
    id: k.id('id'), number: k.text('number'), billNumber: k.text('bill_number'), rangeFrom: k.maybeInt('range_from'), rangeTo: k.maybeInt('range_to'),
    kind: k.oneOf<AcceptanceKind>('kind'), drawer: k.text('drawer'), acceptor: k.text('acceptor'), acceptorBank: k.text('acceptor_bank'), priorHand: k.text('prior_hand'),
    issuedOn: k.day('issued_on'), dueOn: k.day('due_on'), currency: k.text('currency'), amount: k.money('amount'), transferable: k.bool('transferable'),
    customerId: k.int('customer_id'), receiptId: k.int('receipt_id'), splitFromId: k.maybeInt('split_from_id'), receivedOn: k.day('received_on'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('acceptances_number').on(t.number),
    k.index('acceptances_bill_number').on(t.billNumber, t.rangeFrom),
    k.index('acceptances_received_on').on(t.receivedOn, t.id),
    k.index('acceptances_due_on').on(t.dueOn, t.id),
    k.index('acceptances_customer').on(t.customerId, t.id),
    k.index('acceptances_receipt').on(t.receiptId, t.id),
    k.index('acceptances_split_from').on(t.splitFromId).where(sql`split_from_id is not null`),
  ]),
  /** Its life, one row a step. `amount` is what was received net for it (collected, discounted), else the face amount. */
  acceptanceEvents: k.table('acceptance_events', {
    id: k.id('id'), acceptanceId: k.int('acceptance_id'), kind: k.oneOf<AcceptanceEventKind>('kind'), on: k.day('on_day'),
    amount: k.money('amount'), interest: k.money('interest'), fee: k.money('fee'), bankAccountId: k.maybeInt('bank_account_id'), counterparty: k.text('counterparty'), note: k.text('note'),
    /** The open item that a dishonour brought. */
    itemId: k.maybeInt('item_id'), undoesId: k.maybeInt('undoes_id'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.index('acceptance_events_acceptance').on(t.acceptanceId, t.id),
    k.index('acceptance_events_on').on(t.on, t.kind),
    k.uniqueIndex('acceptance_events_undoes').on(t.undoesId).where(sql`undoes_id is not null`),
  ]),
  /** Where each stands now, for lists; proved from the events. */
  acceptanceStates: k.table('acceptance_states', {
    acceptanceId: k.id('acceptance_id'), status: k.oneOf<AcceptanceStatus>('status'), since: k.day('since'), dueOn: k.day('due_on'), customerId: k.int('customer_id'), amount: k.money('amount'),
  }, (t) => [k.index('acceptance_states_status').on(t.status, t.dueOn), k.index('acceptance_states_customer').on(t.customerId, t.status)]),
})
