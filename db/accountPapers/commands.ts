import { eq } from 'drizzle-orm'
import { SERIES } from '../../shared/accountPapers/rules.ts'
import type { ReplyInput } from '../../shared/accountPapers/schemas.ts'
import { monthOf, startOfMonth, type Day } from '../../shared/day.ts'
import type { PrintWay } from '../../shared/paper.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Scope } from '../customers/queries.ts'
import { nextPrint } from '../prints.ts'
import { hashOf } from '../seal.ts'
import type { Writer } from '../writer.ts'
import { paperCandidates, paperContent, paperView, refuseReversedDays, type PaperQuestion } from './queries.ts'

/**
 * Issues one numbered paper a customer, a snapshot that stays what it is whatever is posted later; a customer named twice
 * gets one. Refuses the whole batch: datedAhead, endBeforeStart, nobodyToWrite, unknownCustomer.
 */
export async function issuePapers(tx: Writer, customerIds: readonly number[] | undefined, question: PaperQuestion): Promise<number[]> {
  const { kind, today, terms: { from, asOf } } = question
  // A balance of a day that has not passed may still change.
  if (asOf > today) throw new Refusal('datedAhead', { field: 'asOf', params: { day: today } })
  refuseReversedDays(from, asOf)
  const asked = customerIds ?? (await everyone(tx, question))
  if (asked.length === 0) throw new Refusal('nobodyToWrite')
  const papers = []
  for (const customerId of new Set(asked)) {
    const content = { ...(await paperContent(tx, customerId, question, tx.by.name)), number: await tx.nextNumber(SERIES[kind], monthOf(today)) }
    const id = await tx.nextId(tx.t.accountPapers)
    papers.push({
      id, number: content.number, kind, customerId, from: from ?? '', asOf, currency: content.currency, balance: content.closing, content,
      hash: hashOf(JSON.stringify(content)), issuedOn: today, issuedBy: tx.by.name,
    })
    tx.mention(`accountPaper:${id}:${content.number}`)
  }
  await tx.post(tx.t.accountPapers, papers)
  return papers.map(({ id }) => id)
}

/** A confirmation counts as movements those of its month: whoever paid everything in it is asked too. */
const everyone = async (tx: Writer, { terms: { from, asOf, currency }, company, scope }: PaperQuestion): Promise<number[]> =>
  (await paperCandidates(tx, { from: from ?? startOfMonth(asOf), asOf, currency: currency ?? company.currency, everybody: false }, scope)).map(({ customerId }) => customerId)

/** Notes that a paper goes to the printer; true when it went before, so that this one is marked 补打. */
export async function notePaperPrint(tx: Writer, paperId: number, how: PrintWay): Promise<boolean> {
  const { accountPaperPrints } = tx.t
  const print = await nextPrint(tx, accountPaperPrints, eq(accountPaperPrints.paperId, paperId), how)
  await tx.post(accountPaperPrints, [{ ...print, paperId }])
  return print.reprint
}

/**
 * Records the slip that came back. A later one puts an earlier one right: the last counts, all are kept.
 * Refuses datedAhead, notFound, beforeDocument.
 */
export async function recordReply(tx: Writer, { id: paperId, on, agreed, balance, person, note }: ReplyInput, today: Day, scope: Scope): Promise<number> {
  const day = on ?? today
  if (day > today) throw new Refusal('datedAhead', { field: 'on', params: { day: today } })
  const paper = await paperView(tx, paperId, scope)
  if (day < paper.issuedOn) throw new Refusal('beforeDocument', { field: 'on', params: { day: paper.issuedOn } })
  const { accountPaperReplies } = tx.t
  const id = await tx.nextId(accountPaperReplies)
  // Whoever agrees has our balance.
  await tx.post(accountPaperReplies, [{ id, paperId, on: day, agreed, balance: agreed ? null : balance, person, note, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`accountPaper:${paperId}:${paper.number}`)
  return id
}
