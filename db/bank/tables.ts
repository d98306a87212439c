import { sql } from 'drizzle-orm'
import type { Direction, LineClass, LineStatus } from '../../shared/bank/schemas.ts'
import type { Kit } from '../engine/kit.ts'

/**
 * What a user decided about a line: its class, the document that was recorded from it (receipt, refund), one that was recorded
 * before and is linked to it (linkedReceipt, linkedRefund, acceptance), that such a decision is taken back, or that the line
 * is the same payment as one of another file or another one (same, another).
 */
export type DecisionKind = 'class' | 'same' | 'another' | 'receipt' | 'refund' | 'linkedReceipt' | 'linkedRefund' | 'acceptance' | 'undone'

export const bankTables = (k: Kit) => ({
  /** A bank's file as it was imported. Balances are the bank's own, where the file tells them. */
  statements: k.table('statements', {
    id: k.id('id'), bankAccountId: k.int('bank_account_id'), fileName: k.text('file_name'), fileHash: k.text('file_hash'), firstOn: k.text('first_on'), lastOn: k.text('last_on'),
    lines: k.int('lines'), duplicates: k.int('duplicates'), opening: k.maybeMoney('opening'), closing: k.maybeMoney('closing'), importedAt: k.text('imported_at'), importedBy: k.text('imported_by'), seal: k.text('seal'),
  }, (t) => [k.index('statements_account').on(t.bankAccountId, t.lastOn, t.id)]),
  /** Its lines, as the bank wrote them; `class` is how the import took them. */
  statementLines: k.table('statement_lines', {
    id: k.id('id'), statementId: k.int('statement_id'), bankAccountId: k.int('bank_account_id'), row: k.int('file_row'), on: k.day('on_day'), time: k.text('time'),
    direction: k.oneOf<Direction>('direction'), amount: k.money('amount'), balance: k.maybeMoney('balance'), counterparty: k.text('counterparty'), counterpartyAccount: k.text('counterparty_account'),
    memo: k.text('memo'), serial: k.text('serial'), class: k.oneOf<LineClass>('class'), seal: k.text('seal'),
  }, (t) => [
    k.index('statement_lines_account').on(t.bankAccountId, t.on, t.amount),
    k.index('statement_lines_on').on(t.on, t.id),
    k.index('statement_lines_statement').on(t.statementId, t.row),
    k.index('statement_lines_amount').on(t.amount, t.id),
  ]),
  /** Lines that are perhaps the same payment as one that another file brought. */
  statementTwins: k.table('statement_twins', { id: k.id('id'), lineId: k.int('line_id'), otherId: k.int('other_id'), seal: k.text('seal') }, (t) => [k.uniqueIndex('statement_twins_line').on(t.lineId)]),
  /** Lines whose direction rests on a sign or a title alone: they are never booked unseen. */
  statementDoubts: k.table('statement_doubts', { id: k.id('id'), lineId: k.int('line_id'), kind: k.oneOf<'direction'>('kind'), seal: k.text('seal') }, (t) => [k.uniqueIndex('statement_doubts_line').on(t.lineId)]),
  /** What of a file did not become lines: rows that were left out or skipped, with their amounts. */
  statementRests: k.table('statement_rests', { id: k.id('id'), statementId: k.int('statement_id'), content: k.json<unknown>('content'), seal: k.text('seal') }, (t) => [k.uniqueIndex('statement_rests_statement').on(t.statementId)]),
  /** What users decided about lines, one row a decision. */
  statementDecisions: k.table('statement_decisions', {
    id: k.id('id'), lineId: k.int('line_id'), kind: k.oneOf<DecisionKind>('kind'), class: k.oneOf<LineClass>('class'), documentId: k.maybeInt('document_id'),
    at: k.text('decided_at'), by: k.text('decided_by'), seal: k.text('seal'),
  }, (t) => [k.index('statement_decisions_line').on(t.lineId, t.id)]),
  /** Where each line stands now, for lists; proved from the lines and decisions. */
  statementStates: k.table('statement_states', {
    lineId: k.id('line_id'), bankAccountId: k.int('bank_account_id'), on: k.day('on_day'), class: k.oneOf<LineClass>('class'), status: k.oneOf<LineStatus>('status'),
    receiptId: k.maybeInt('receipt_id'), refundId: k.maybeInt('refund_id'), acceptanceEventId: k.maybeInt('acceptance_event_id'),
  }, (t) => [
    k.index('statement_states_status').on(t.status, t.class, t.on, t.lineId),
    k.index('statement_states_account').on(t.bankAccountId, t.on, t.lineId),
    k.index('statement_states_receipt').on(t.receiptId).where(sql`receipt_id is not null`),
    k.index('statement_states_refund').on(t.refundId).where(sql`refund_id is not null`),
    k.index('statement_states_acceptance').on(t.acceptanceEventId).where(sql`acceptance_event_id is not null`),
  ]),
  /** Payers that a clerk matched once: a name or an account, and whose money it is. Can be forgotten. */
  learntPayers: k.table('learnt_payers', {
    id: k.id('id'), kind: k.oneOf<'name' | 'account'>('kind'), key: k.text('key'), customerId: k.int('customer_id'), at: k.text('learnt_at'), by: k.text('learnt_by'),
  }, (t) => [k.uniqueIndex('learnt_payers_key').on(t.kind, t.key), k.index('learnt_payers_customer').on(t.customerId)]),
  /** What stood on an account at the end of a day, where the ledger's own account book begins. */
  accountOpenings: k.table('account_openings', { id: k.id('bank_account_id'), on: k.day('on_day'), amount: k.money('amount') }),
  /** 余额调节表 that were made and kept. `difference` is what no list explains; zero when the account is reconciled. */
  reconciliations: k.table('reconciliations', {
    id: k.id('id'), bankAccountId: k.int('bank_account_id'), asOf: k.day('as_of'), statementBalance: k.money('statement_balance'), bookBalance: k.money('book_balance'), difference: k.money('difference'),
    content: k.json<unknown>('content'), madeAt: k.text('made_at'), madeBy: k.text('made_by'), seal: k.text('seal'),
  }, (t) => [k.index('reconciliations_account').on(t.bankAccountId, t.asOf, t.id)]),
})
