/** Lines that belong to documents which are recorded already, and documents that are made for a line. */
import { sql } from 'drizzle-orm'
import { statusOf } from '../../shared/bank/rules.ts'
import type { LineClass } from '../../shared/bank/schemas.ts'
import { UNIDENTIFIED } from '../../shared/customers/unidentified.ts'
import { later, type Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import type { AllocationLine } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RefundCredit } from '../../shared/refunds/schemas.ts'
import { firstOpenDay } from '../openMonths.ts'
import { moveReceipt, type Today } from '../receipts/commands.ts'
import { recordRefund } from '../refunds/commands.ts'
import type { Writer } from '../writer.ts'
import { decide } from './decisions.ts'
import { learnPayer } from './learning.ts'
import { refuseDoubtful, wholeLines, type WholeLine } from './lines.ts'
import { payerBook } from './surroundings.ts'
import type { DecisionKind } from './tables.ts'

export interface LinkTarget {
  receiptId?: number | undefined
  refundId?: number | undefined
  acceptanceEventId?: number | undefined
}

interface Linkable {
  direction: 'in' | 'out'
  amount: Money
  currency: string
  bankAccountId: number | null
  reversed: number
  linked: number
}

const loadLinkable = async (tx: Writer, { receiptId, refundId, acceptanceEventId }: LinkTarget): Promise<Linkable | undefined> => {
  const query = receiptId !== undefined ? sql`select 'in' as direction, r.amount - r.fee as amount, r.currency, r.bank_account_id as "bankAccountId",
        case when r.reverses_id is not null or exists (select 1 from receipts k where k.reverses_id = r.id) or r.method = 'acceptance' then 1 else 0 end as reversed,
        case when exists (select 1 from statement_states s where s.receipt_id = r.id) then 1 else 0 end as linked from receipts r where r.id = ${receiptId}`
    : refundId !== undefined ? sql`select 'out' as direction, r.amount, r.currency, r.bank_account_id as "bankAccountId",
        case when r.reverses_id is not null or exists (select 1 from refunds k where k.reverses_id = r.id) then 1 else 0 end as reversed,
        case when exists (select 1 from statement_states s where s.refund_id = r.id) then 1 else 0 end as linked from refunds r where r.id = ${refundId}`
    : sql`select 'in' as direction, e.amount, b.currency, e.bank_account_id as "bankAccountId",
        case when e.kind not in ('collected', 'discounted') or exists (select 1 from acceptance_events u where u.undoes_id = e.id) then 1 else 0 end as reversed,
        case when exists (select 1 from statement_states s where s.acceptance_event_id = e.id) then 1 else 0 end as linked from acceptance_events e join acceptances b on b.id = e.acceptance_id where e.id = ${acceptanceEventId}`
  return (await tx.rows<Linkable>(query))[0]
}

/** Refuses unknownDocument, documentReversed, otherAmount, otherBankAccount, alreadyLinked. A document without an account goes with any. */
export async function checkLink(tx: Writer, line: WholeLine, target: LinkTarget): Promise<void> {
  const document = await loadLinkable(tx, target)
  if (!document) throw new Refusal('unknownDocument')
  if (document.reversed === 1) throw new Refusal('documentReversed')
  if (document.amount !== line.amount || document.direction !== line.direction || document.currency !== line.currency) throw new Refusal('otherAmount', { params: { amount: document.amount, line: line.amount } })
  if (document.bankAccountId !== null && document.bankAccountId !== line.bankAccountId) throw new Refusal('otherBankAccount')
  if (document.linked === 1) throw new Refusal('alreadyLinked')
}

/** One line to one document. Refuses notFound, notOpen, perhapsSame, then what checkLink refuses. */
export async function linkLine(tx: Writer, input: LinkTarget & { id: number }): Promise<void> {
  const [line] = await wholeLines(tx, [input.id])
  if (!line) return
  if (line.status === 'done') throw new Refusal('notOpen')
  refuseDoubtful(line)
  await checkLink(tx, line, input)
  const kind = input.receiptId !== undefined ? 'linkedReceipt' as const : input.refundId !== undefined ? 'linkedRefund' as const : 'acceptance' as const
  await decide(tx, [{ line, kind, documentId: input.receiptId ?? input.refundId ?? input.acceptanceEventId ?? null }])
}

/** Takes a link back. A receipt or refund that was recorded from the line has no other ground: it is reversed instead. */
export async function unlinkLine(tx: Writer, id: number): Promise<void> {
  const [line] = await wholeLines(tx, [id])
  if (!line || line.status !== 'done') throw new Refusal('notLinked')
  const [last] = await tx.rows<{ kind: DecisionKind }>(sql`select kind from statement_decisions where line_id = ${id} order by id desc limit 1`)
  if (last?.kind === 'receipt' || last?.kind === 'refund') throw new Refusal('reverseTheReceipt')
  const documentId = line.receiptId ?? line.refundId ?? line.acceptanceEventId
  await decide(tx, [{ line, kind: 'undone', documentId }])
}

/** Moves money of 待确认款 to the customer whose it is; the line then belongs to the new receipt, and its payer is learnt. */
export async function claimLine(tx: Writer, input: { id: number; customerId: number; allocations: readonly AllocationLine[]; reason: string; claimedOn?: Day | undefined }, today: Today): Promise<void> {
  const [line] = await wholeLines(tx, [input.id])
  const [kept] = line?.receiptId ? await tx.rows<{ id: number }>(sql`select r.id from receipts r join customers c on c.id = r.customer_id
    where r.id = ${line.receiptId} and (c.code = ${UNIDENTIFIED.code} or c.name = ${UNIDENTIFIED.name})`) : []
  if (!line || !kept) throw new Refusal('notKept')
  const receiptId = await moveReceipt(tx, { id: kept.id, customerId: input.customerId, movedOn: input.claimedOn, reason: input.reason || '认领', allocations: input.allocations }, today)
  await decide(tx, [{ line, kind: 'receipt', documentId: receiptId }])
  await learnPayer(tx, line, input.customerId, await payerBook(tx, [line]))
}

/** Records money that went back to a customer. Refuses notFound, notOpen, perhapsSame, notARefund, then what recordRefund refuses. */
export async function refundLine(tx: Writer, input: { id: number; customerId: number; credits: readonly RefundCredit[]; note: string }, today: Today): Promise<void> {
  const [line] = await wholeLines(tx, [input.id])
  if (!line) return
  if (line.status === 'done') throw new Refusal('notOpen')
  refuseDoubtful(line)
  if (line.direction !== 'out') throw new Refusal('notARefund')
  const refundId = await recordRefund(tx, {
    customerId: input.customerId, refundedOn: later(line.on, await firstOpenDay(tx)), amount: line.amount, currency: line.currency, method: 'transfer', bankAccountId: line.bankAccountId,
    payee: line.counterparty.slice(0, 120), reference: line.memo.slice(0, 500), note: input.note, credits: [...input.credits],
  }, today)
  await decide(tx, [{ line, kind: 'refund', class: 'refund', documentId: refundId }])
}

/** Says what lines are. Refuses alreadyDone, perhapsSame, wrongDirection. Returns how many wait to be dealt with now. */
export async function classifyLines(tx: Writer, lineIds: readonly number[], name: LineClass): Promise<{ classified: number; open: number }> {
  const lines = await wholeLines(tx, [...new Set(lineIds)])
  for (const [index, line] of lines.entries()) {
    const at = { field: `lineIds.${index}`, row: index + 1 }
    if (line.status === 'done') throw new Refusal('alreadyDone', at)
    refuseDoubtful(line, at)
    if (name === (line.direction === 'out' ? 'receipt' : 'payment')) throw new Refusal('wrongDirection', at)
  }
  const changed = lines.filter((line) => line.class !== name)
  await decide(tx, changed.map((line) => ({ line, kind: 'class', class: name })))
  return { classified: changed.length, open: lines.filter((line) => statusOf(name, line.direction) === 'open').length }
}
