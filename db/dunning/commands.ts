import { eq, sql } from 'drizzle-orm'
import { monthOf } from '../../shared/day.ts'
import { whyLeftOut } from '../../shared/dunning/rules.ts'
import type { LetterContent } from '../../shared/dunning/schemas.ts'
import { ZERO } from '../../shared/money.ts'
import type { PrintWay } from '../../shared/paper.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company } from '../../shared/settings/schemas.ts'
import { customersOnHold } from '../collection/standing.ts'
import { nextPrint } from '../prints.ts'
import { hashOf } from '../seal.ts'
import type { Writer } from '../writer.ts'
import { letterContent, letterGrid, type DunningQuestion, type LetterRequest } from './queries.ts'

const SERIES = 'CK'

export interface Issued {
  ids: number[]
  leftOut: { customerId: number; reason: string }[]
}

/**
 * Issues one numbered letter a customer, a snapshot that stays what it is whatever is posted later. Refuses the whole
 * batch for a customer who should get none (onHold, inDispute, promised, nothingDue, coveredByReceipts, belowMinimum, tooSoon), or leaves that
 * customer out when `skipLeftOut` says so.
 */
export async function issueLetters(tx: Writer, requests: readonly LetterRequest[], question: DunningQuestion, company: Company, skipLeftOut: boolean): Promise<Issued> {
  const issued: Issued = { ids: [], leftOut: [] }
  for (const request of requests) {
    try {
      await refuseHeld(tx, request.customerId, question)
      const content = await letterContent(tx, request, question, company, tx.by.name)
      const [last] = (await letterGrid(tx, { offset: 0, limit: 1, sort: [], filters: [{ field: 'customerId', op: 'eq', value: request.customerId }], withTotals: false }, null)).rows
      const why = whyLeftOut({ onHold: false, disputed: ZERO, promised: ZERO, dunned: content.total, unallocated: content.unallocated, lastLetterOn: last?.issuedOn ?? null }, question.asOf, question.options)
      if (why !== '') throw new Refusal(why, { params: { customer: content.customer.name } })
      issued.ids.push(await issue(tx, content))
    } catch (error) {
      if (!(error instanceof Refusal) || !skipLeftOut) throw error
      issued.leftOut.push({ customerId: request.customerId, reason: error.reason })
    }
  }
  return issued
}

async function refuseHeld(tx: Writer, customerId: number, { asOf, scope }: DunningQuestion): Promise<void> {
  const [held] = await tx.rows<{ name: string }>(sql`select c.name from customers c where c.id = ${customerId} and c.id in ${customersOnHold(tx, asOf)}
    ${scope === null ? sql`` : sql`and c.salesperson_id = ${scope}`}`)
  if (held) throw new Refusal('onHold', { params: { customer: held.name } })
}

async function issue(tx: Writer, draft: LetterContent): Promise<number> {
  const id = await tx.nextId(tx.t.letters)
  const number = await tx.nextNumber(SERIES, monthOf(draft.issuedOn))
  const content = { ...draft, number }
  await tx.post(tx.t.letters, [{
    id, number, level: content.level, customerId: content.customer.id, issuedOn: content.issuedOn, payBy: content.payBy, currency: content.currency,
    amount: content.total, items: content.items.length, content, hash: hashOf(JSON.stringify(content)), issuedBy: tx.by.name,
  }])
  tx.mention(`letter:${id}:${number}`)
  return id
}

/** Notes that a letter goes to paper; true when it went before, so that this one is marked 补打. */
export async function notePrint(tx: Writer, letterId: number, how: PrintWay): Promise<boolean> {
  const { letterPrints } = tx.t
  const print = await nextPrint(tx, letterPrints, eq(letterPrints.letterId, letterId), how)
  await tx.post(letterPrints, [{ ...print, letterId }])
  return print.reprint
}
