import { sql } from 'drizzle-orm'
import type { PayerBook } from '../../shared/bank/payers.ts'
import type { Proposed } from '../../shared/bank/proposals.ts'
import type { Accepted, AcceptLine } from '../../shared/bank/schemas.ts'
import { UNIDENTIFIED } from '../../shared/customers/unidentified.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { later } from '../../shared/day.ts'
import { sumOf, ZERO } from '../../shared/money.ts'
import { suggestAllocation } from '../../shared/receipts/rules.ts'
import type { AllocationLine } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { createCustomer } from '../customers/commands.ts'
import { candidatesOf, openDebts } from '../invoices/queries.ts'
import { firstOpenDay } from '../openMonths.ts'
import { recordReceipt, type Today } from '../receipts/commands.ts'
import { settledItems } from '../receipts/settled.ts'
import { loadOptions, officeToday } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import { decide } from './decisions.ts'
import { learnPayer } from './learning.ts'
import { checkLink, type LinkTarget } from './links.ts'
import { refuseDoubtful, wholeLines, type WholeLine } from './lines.ts'
import { loadProposals, ProposalBook } from './proposals.ts'
import { payerBook } from './surroundings.ts'

/** Refuses notOpen, perhapsSame, notAReceipt, naming the line by its place in the request. */
function refuseClosed(lines: readonly WholeLine[]): void {
  for (const [index, line] of lines.entries()) {
    const at = { field: `lines.${index}`, row: index + 1 }
    if (line.status === 'done' || lines.findIndex((other) => other.id === line.id) < index) throw new Refusal('notOpen', at)
    refuseDoubtful(line, at)
    if (line.class !== 'receipt' || line.direction !== 'in') throw new Refusal('notAReceipt', at)
  }
}

/** A refusal of one line among many says which. */
async function atLine<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.reason, { ...error.data, row: index + 1, field: error.data.field === undefined ? `lines.${index}` : `lines.${index}.${error.data.field}` })
  }
}

const REFERENCE = 500
const PAYER = 120

/** Records a line's money as a receipt of a customer, on the line's day or the first open one after it. */
async function recordLine(tx: Writer, line: WholeLine, customerId: number, allocations: readonly AllocationLine[], today: Today): Promise<number> {
  return recordReceipt(tx, {
    customerId, receivedOn: later(line.on, await firstOpenDay(tx)), amount: line.amount, currency: line.currency, method: 'transfer', bankAccountId: line.bankAccountId,
    reference: line.memo.slice(0, REFERENCE), payer: line.counterparty.slice(0, PAYER), fee: ZERO, note: '', allocations: [...allocations],
  }, today)
}

/** A line and what became of it: a receipt that was recorded from it, or a document that was there before. */
interface Done {
  line: WholeLine
  kind: 'receipt' | 'linkedReceipt' | 'acceptance'
  documentId: number
}

async function finish(tx: Writer, done: readonly Done[]): Promise<Accepted> {
  await decide(tx, done)
  const lines = []
  for (const { line, kind, documentId } of done) {
    const [row] = await tx.rows<{ number: string }>(kind === 'acceptance' ? sql`select b.number from acceptance_events e join acceptances b on b.id = e.acceptance_id where e.id = ${documentId}`
      : sql`select number from receipts where id = ${documentId}`)
    lines.push({ lineId: line.id, receiptId: kind === 'acceptance' ? null : documentId, documentNumber: row?.number ?? '' })
  }
  return { accepted: done.length, amount: sumOf(done, ({ line }) => line.amount), lines }
}

/**
 * Records the receipts of lines, or links lines to what is recorded already, in the order of the request. What the clerk
 * saw goes along: where the ledger has moved on since, the line is refused and nothing of the request is stored.
 */
export async function acceptLines(tx: Writer, wanted: readonly AcceptLine[], today: Today): Promise<Accepted> {
  const lines = await wholeLines(tx, wanted.map(({ lineId }) => lineId))
  refuseClosed(lines)
  const payers = await payerBook(tx, lines)
  // Only what a request leaves open is worked out anew.
  const proposals = wanted.every((one) => one.receiptId ?? one.acceptanceEventId ?? (one.customerId !== undefined && one.allocations !== undefined)) ? null : await loadProposals(tx)
  const done: Done[] = []
  for (const [index, one] of wanted.entries()) {
    const line = lines[index]
    if (line) done.push(await atLine(index, () => acceptLine(tx, line, one, proposals?.byLine.get(line.id), payers, today)))
  }
  return finish(tx, done)
}

async function acceptLine(tx: Writer, line: WholeLine, wanted: AcceptLine, proposed: Proposed | undefined, payers: PayerBook, today: Today): Promise<Done> {
  const link = linkWanted(wanted, proposed)
  if (link) {
    await checkLink(tx, line, link)
    return link.receiptId !== undefined ? { line, kind: 'linkedReceipt', documentId: link.receiptId } : { line, kind: 'acceptance', documentId: link.acceptanceEventId ?? 0 }
  }
  const customerId = wanted.customerId ?? proposed?.payer?.customer.id
  if (customerId === undefined) throw new Refusal('unknownCustomer', { field: 'customerId' })
  const own = proposed?.payer?.customer.id === customerId
  const allocations = wanted.allocations ?? (own && proposed ? proposed.lines : await suggested(tx, line, customerId))
  const documentId = await recordLine(tx, line, customerId, allocations, today)
  await learnPayer(tx, line, customerId, payers)
  return { line, kind: 'receipt', documentId }
}

function linkWanted(wanted: AcceptLine, proposed: Proposed | undefined): LinkTarget | null {
  if (wanted.receiptId !== undefined) return { receiptId: wanted.receiptId }
  if (wanted.acceptanceEventId !== undefined) return { acceptanceEventId: wanted.acceptanceEventId }
  if (!proposed?.link || wanted.customerId !== undefined || wanted.allocations !== undefined) return null
  return proposed.link.kind === 'receipt' ? { receiptId: proposed.link.id } : { acceptanceEventId: proposed.link.id }
}

/** For a customer whom the clerk chose without saying what is settled. */
async function suggested(tx: Writer, line: WholeLine, customerId: number): Promise<readonly AllocationLine[]> {
  const { tolerance } = await loadOptions(tx)
  const debts = await openDebts(tx, customerId, line.currency, later(await officeToday(tx), line.on))
  return suggestAllocation({ amount: line.amount, reference: line.memo, items: candidatesOf(debts), settled: await settledItems(tx, new Map([[customerId, [line.memo]]])), tolerance }).lines
}

/** Accepts what is sure, as the money came, at most `limit` lines; the rest waits for the next call. */
export async function acceptSure(tx: Writer, { bankAccountId, limit }: { bankAccountId?: number | undefined; limit: number }, today: Today, book = new ProposalBook()): Promise<Accepted & { remaining: number }> {
  const sure = await book.sure(tx)
  const wanted = sure.lines.filter(({ line }) => bankAccountId === undefined || line.bankAccountId === bankAccountId)
  const taken = wanted.slice(0, limit)
  const lines = await wholeLines(tx, taken.map(({ line }) => line.id))
  const done: Done[] = []
  for (const [index, one] of taken.entries()) {
    const line = lines[index]
    if (!line || !one.payer) continue
    const { customer } = one.payer
    done.push(one.link ? { line, kind: 'linkedReceipt', documentId: one.link.id } : { line, kind: 'receipt', documentId: await recordLine(tx, line, customer.id, one.lines, today) })
  }
  const answer = await finish(tx, done)
  if (done.length > 0) book.leave(sure, sure.lines.filter((one) => !taken.includes(one)))
  return { ...answer, remaining: wanted.length - taken.length }
}

/** 待确认款, made when it is missing. */
export async function unidentifiedCustomer(tx: Writer): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(sql`select id from customers where code = ${UNIDENTIFIED.code} or name = ${UNIDENTIFIED.name} order by id limit 1`)
  return row?.id ?? createCustomer(tx, customerInput.parse({ ...UNIDENTIFIED, shortName: UNIDENTIFIED.name }))
}

/** Keeps money of unknown payers on 待确认款, so that it is in the books and can be claimed. */
export async function keepLines(tx: Writer, lineIds: readonly number[], today: Today): Promise<Accepted> {
  const lines = await wholeLines(tx, lineIds)
  refuseClosed(lines)
  const customerId = await unidentifiedCustomer(tx)
  const done: Done[] = []
  for (const [index, line] of lines.entries()) done.push({ line, kind: 'receipt', documentId: await atLine(index, () => recordLine(tx, line, customerId, [], today)) })
  return finish(tx, done)
}
