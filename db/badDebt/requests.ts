/** 核销申请: one person asks, another decides; only then is anything posted to the debts. */
import { eq, sql } from 'drizzle-orm'
import type { WriteOffInput, WriteOffLine } from '../../shared/badDebt/schemas.ts'
import { addDays, later, monthOf, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { negate, sumOf } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { MONEY_DEBITS } from '../documents.ts'
import { freeOf, loadHistories, postItems, postSettlements, type ItemHistory } from '../invoices/items.ts'
import type { Today } from '../receipts/commands.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'

type Request = Tables['writeOffRequests']['$inferSelect']
export const SERIES = 'HX'

/** Asks for a write-off; nothing is posted to the debts. Refuses by the reasons of the contract, in its order. Returns the request's id. */
export async function askForWriteOff(tx: Writer, input: Omit<WriteOffInput, 'requestId'>, { today }: Today): Promise<number> {
  const { customerId, lines, reason, evidence } = input
  const [customer] = await tx.rows<{ id: number }>(sql`select id from customers where id = ${customerId}`)
  if (!customer) throw new Refusal('unknownCustomer', { field: 'customerId' })
  const currency = await checkLines(tx, input, today)
  const id = await tx.nextId(tx.t.writeOffRequests)
  await tx.post(tx.t.writeOffRequests, [{
    id, customerId, currency, amount: sumOf(lines, (line) => line.amount), lines: lines.map(({ itemId, amount }) => ({ itemId, amount })), reason, evidence,
    askedOn: today, postedAt: tx.now, postedBy: tx.by.name, postedById: tx.by.id,
  }])
  tx.mention(`writeOffRequest:${id}:`)
  return id
}

/** Refuses lines that could not be approved as things stand; returns the currency of them all. */
async function checkLines(tx: Writer, { customerId, lines }: Pick<WriteOffInput, 'customerId' | 'lines'>, today: Day): Promise<string> {
  const histories = await loadHistories(tx, lines.map((line) => line.itemId))
  const waiting = new Map((await tx.rows<{ id: number; lines: string | WriteOffLine[] }>(sql`select r.id, r.lines from write_off_requests r where r.customer_id = ${customerId}
      and not exists (select 1 from write_off_steps s where s.write_off_request_id = r.id) order by r.id`))
    .flatMap((row) => (typeof row.lines === 'string' ? (JSON.parse(row.lines) as WriteOffLine[]) : row.lines).map((line) => [line.itemId, row.id] as const)))
  let currency = ''
  for (const [index, line] of lines.entries()) {
    const at = `lines.${index}`
    if (lines.findIndex((other) => other.itemId === line.itemId) < index) throw new Refusal('itemTwice', { field: at, params: { itemId: line.itemId } })
    const debt = histories.get(line.itemId)
    if (!debt) throw new Refusal('unknownItem', { field: at })
    if (debt.item.customerId !== customerId) throw new Refusal('otherCustomer', { field: at })
    if (index > 0 && debt.item.currency !== currency) throw new Refusal('otherCurrency', { field: at })
    currency = debt.item.currency
    if (debt.item.amount <= 0 || MONEY_DEBITS.has(debt.item.kind)) throw new Refusal('notADebt', { field: at })
    const asked = waiting.get(line.itemId)
    if (asked !== undefined) throw new Refusal('alreadyAsked', { field: at, params: { id: asked } })
    refuseMoreThanOpen(debt, line, later(today, debt.item.documentOn), at)
  }
  return currency
}

function refuseMoreThanOpen(debt: ItemHistory, line: WriteOffLine, on: Day, at: string): void {
  const open = freeOf(debt, on)
  if (line.amount > open) throw new Refusal('moreThanItemOpen', { field: `${at}.amount`, params: { open, amount: line.amount } })
}

/** The request while it waits, and never for the one who asked: two people write off, or nobody does. */
async function loadWaiting(tx: Writer, id: number): Promise<Request> {
  const [request] = await tx.db.select().from(tx.t.writeOffRequests).where(eq(tx.t.writeOffRequests.id, id))
  if (!request) throw new Refusal('notFound')
  const [step] = await tx.rows<{ id: number }>(sql`select id from write_off_steps where write_off_request_id = ${id}`)
  if (step) throw new Refusal('alreadyDecided')
  if (request.postedById === tx.by.id) throw new Refusal('samePerson', { params: { name: request.postedBy } })
  return request
}

async function decide(tx: Writer, writeOffRequestId: number, step: 'approved' | 'rejected', note: string): Promise<void> {
  await tx.post(tx.t.writeOffSteps, [{ id: await tx.nextId(tx.t.writeOffSteps), writeOffRequestId, step, note, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`writeOffRequest:${writeOffRequestId}:`)
}

export async function rejectWriteOff(tx: Writer, input: { id: number; note: string }): Promise<void> {
  await loadWaiting(tx, input.id)
  await decide(tx, input.id, 'rejected', input.note)
}

/**
 * Approves: the document, a credit for each debt, and the allocations that settle them by it, all on one day. The credit
 * takes the worth of its debt, so that a foreign loss is no exchange difference. Returns the write-off's id.
 */
export async function approveWriteOff(tx: Writer, input: { id: number; writtenOffOn?: Day | undefined; note: string }, { today }: Today): Promise<number> {
  const request = await loadWaiting(tx, input.id)
  const { customerId, currency, amount, lines, reason, evidence } = request
  const writtenOffOn = input.writtenOffOn ?? today
  if (writtenOffOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'writtenOffOn' })
  const histories = await loadHistories(tx, lines.map((line) => line.itemId))
  const debts = lines.map((line, index) => {
    const debt = histories.get(line.itemId)
    if (!debt) throw new Error(`Request ${request.id} has lost item ${line.itemId}`)
    if (writtenOffOn < debt.item.documentOn) throw new Refusal('beforeDocuments', { field: 'writtenOffOn', params: { day: debt.item.documentOn } })
    const wanted = { itemId: line.itemId, amount: sumOf([line], (each) => each.amount) }
    refuseMoreThanOpen(debt, wanted, writtenOffOn, `lines.${index}`)
    return wanted
  })
  const id = await tx.nextId(tx.t.writeOffs)
  const number = await tx.nextNumber(SERIES, monthOf(writtenOffOn))
  await tx.post(tx.t.writeOffs, [{
    id, number, kind: 'writeOff', customerId, currency, amount, writtenOffOn, reason, evidence, requestId: request.id, recoversId: null, reversesId: null, postedAt: tx.now, postedBy: tx.by.name,
  }])
  const credits = await postItems(tx, debts.map((line, index) => ({
    kind: 'writeOff', documentId: id, customerId, currency, documentOn: writtenOffOn, dueOn: writtenOffOn, installment: index + 1, amount: negate(line.amount), worth: null,
  })))
  await postSettlements(tx, debts.map((line, index) => ({ itemId: line.itemId, creditItemId: credits[index] ?? 0, amount: line.amount, on: writtenOffOn, reason: 'writeOff' })), () => customerId)
  await decide(tx, request.id, 'approved', input.note)
  tx.mention(`writeOff:${id}:${number}`)
  return id
}
