import { eq, sql } from 'drizzle-orm'
import { monthOf } from '../../shared/day.ts'
import type { LetterContent } from '../../shared/dunning/schemas.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import type { PrintWay } from '../../shared/paper.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company } from '../../shared/settings/schemas.ts'
import { postInvoice, type Calendar } from '../invoices/commands.ts'
import { nextPrint } from '../prints.ts'
import { hashOf } from '../seal.ts'
import type { Writer } from '../writer.ts'
import { contentOf, loadDunned, type DunningQuestion, type LetterRequest } from './content.ts'
import { feeOfLetter, letterView } from './queries.ts'

const SERIES = 'CK'

export interface Issued {
  ids: number[]
  leftOut: { customerId: number; reason: string }[]
}

export interface IssueTerms {
  /** Leaves out who should get none, instead of refusing all. */
  skipLeftOut: boolean
  /** Whoever issues may approve final notices. */
  mayApprove: boolean
}

/**
 * Issues one numbered letter a customer, a snapshot that stays what it is whatever is posted later. Refuses the whole batch
 * for a customer who should get none (unknownCustomer, onHold, inDispute, promised, nothingDue, coveredByReceipts, coveredByCredits,
 * belowMinimum, tooSoon, levelTooHigh, needsApproval), or leaves that customer out.
 */
export async function issueLetters(tx: Writer, requests: readonly LetterRequest[], question: DunningQuestion, company: Company, terms: IssueTerms): Promise<Issued> {
  const leftOut: Issued['leftOut'] = []
  const contents: LetterContent[] = []
  const dunned = await loadDunned(tx, requests.map((request) => request.customerId), question)
  const served = new Set<number>()
  for (const request of requests) {
    try {
      const theirs = dunned.get(request.customerId)
      if (!theirs) throw new Refusal('unknownCustomer', { field: 'customerId' })
      // The same customer twice would be two letters of one day.
      const why = theirs.why === '' && served.has(request.customerId) && question.options.letterGapDays > 0 ? 'tooSoon' : theirs.why
      if (why !== '') throw new Refusal(why, { params: { customer: theirs.customer.name } })
      const content = await contentOf(tx, theirs, request, question, company, tx.by.name)
      if (content.level === 'finalNotice' && !terms.mayApprove) throw new Refusal('needsApproval', { field: 'level', params: { customer: theirs.customer.name } })
      contents.push(content)
      served.add(request.customerId)
    } catch (error) {
      if (!(error instanceof Refusal) || !terms.skipLeftOut) throw error
      leftOut.push({ customerId: request.customerId, reason: error.reason })
    }
  }
  return { ids: await postLetters(tx, contents), leftOut }
}

/** Numbers the letters and posts them; answers their ids, in the order of the drafts. */
export async function postLetters(tx: Writer, drafts: readonly LetterContent[]): Promise<number[]> {
  const rows = []
  for (const draft of drafts) {
    const id = await tx.nextId(tx.t.letters)
    const number = await tx.nextNumber(SERIES, monthOf(draft.issuedOn))
    const content = { ...draft, number }
    rows.push({
      id, number, level: content.level, customerId: content.customer.id, issuedOn: content.issuedOn, payBy: content.payBy, currency: content.currency,
      amount: content.total, items: content.items.length, content, hash: hashOf(JSON.stringify(content)), issuedBy: tx.by.name,
    })
    tx.mention(`letter:${id}:${number}`)
  }
  if (rows.length > 0) await tx.post(tx.t.letters, rows)
  return rows.map((row) => row.id)
}

/**
 * 作废 of a letter that never went out: it counts neither for the level nor for the spacing of the next one. Refuses
 * notFound, alreadyVoided, delivered, feeBooked.
 */
export async function voidLetter(tx: Writer, { id, reason }: { id: number; reason: string }): Promise<void> {
  const letter = await letterView(tx, id, null)
  if (letter.voided) throw new Refusal('alreadyVoided', { params: { number: letter.number } })
  const [sent] = await tx.rows<{ id: number }>(sql`select id from deliveries where paper = 'letter' and document_id = ${id} limit 1`)
  if (sent) throw new Refusal('delivered', { params: { number: letter.number } })
  if (letter.feeInvoice) throw new Refusal('feeBooked', { params: { number: letter.feeInvoice.number } })
  await tx.post(tx.t.letterVoids, [{ id: await tx.nextId(tx.t.letterVoids), letterId: id, reason, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`letter:${id}:${letter.number}`)
}

/** Makes the fee that a letter lists a receivable, once. Refuses notFound, alreadyVoided, noFee, feeBooked, and as an invoice would. Returns the invoice's id. */
export async function bookFee(tx: Writer, { id, note }: { id: number; note: string }, calendar: Calendar): Promise<number> {
  const letter = await letterView(tx, id, null)
  const { fee } = letter.content
  if (letter.voided) throw new Refusal('alreadyVoided', { params: { number: letter.number } })
  if (fee === undefined || fee <= 0) throw new Refusal('noFee', { params: { number: letter.number } })
  const [booked] = await tx.rows<{ number: string }>(feeOfLetter(letter))
  if (booked) throw new Refusal('feeBooked', { params: { number: booked.number } })
  const { customerId, currency, number, payBy } = letter
  const documentOn = calendar.today
  const dueOn = payBy < documentOn ? documentOn : payBy
  return postInvoice(tx, invoiceInput.parse({ kind: 'other', customerId, currency, amount: fee, documentOn, dueOn, sourceNumber: number, note }), calendar)
}

/** Notes that a letter goes to paper; true when it went before, so that this one is marked 补打. */
export async function notePrint(tx: Writer, letterId: number, how: PrintWay): Promise<boolean> {
  const { letterPrints } = tx.t
  const print = await nextPrint(tx, letterPrints, eq(letterPrints.letterId, letterId), how)
  await tx.post(letterPrints, [{ ...print, letterId }])
  return print.reprint
}
