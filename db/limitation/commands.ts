import { eq, sql } from 'drizzle-orm'
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { AHEAD } from '../../shared/limitation/rules.ts'
import type { InterruptionInput, LawsuitEventInput, LawsuitInput } from '../../shared/limitation/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { checkDebts, pastDay } from '../collection/checks.ts'
import { givenCustomer, loadCustomer, type Scope } from '../customers/queries.ts'
import type { Writer } from '../writer.ts'
import { inRunningLawsuit } from './lawsuits.ts'

type WithoutRequest<Input> = Omit<Input, 'requestId'>
interface Today {
  today: Day
}
const SERIES = 'AJ'

/** Notes what no document of the ledger shows, with its evidence. Refuses by the reasons of the contract, in its order. Returns its id. */
export async function noteInterruption(tx: Writer, input: WithoutRequest<InterruptionInput>, { today }: Today, scope: Scope): Promise<number> {
  const { customerId, itemIds, kind, evidence, note } = input
  await givenCustomer(tx, customerId, scope)
  const on = pastDay(input.on, today, 'on')
  await checkDebts(tx, customerId, itemIds, 'any')
  const id = await tx.nextId(tx.t.interruptions)
  await tx.post(tx.t.interruptions, [{ id, customerId, kind, on, evidence, note, undoesId: null, postedAt: tx.now, postedBy: tx.by.name }])
  const firstId = await tx.nextId(tx.t.interruptionItems)
  await tx.post(tx.t.interruptionItems, itemIds.map((itemId, index) => ({ id: firstId + index, interruptionId: id, itemId })))
  tx.mention(`interruption:${id}:${on}`)
  return id
}

/** Takes back what was noted by mistake: a row of its own, so that both stay told. Refuses notFound, alreadyUndone. Returns the id of what was undone. */
export async function undoInterruption(tx: Writer, { id, note }: { id: number; note: string }, { today }: Today, scope: Scope): Promise<number> {
  const [row] = await tx.db.select().from(tx.t.interruptions).where(eq(tx.t.interruptions.id, id))
  if (!row || row.undoesId !== null) throw new Refusal('notFound')
  await loadCustomer(tx, row.customerId, scope)
  const [undone] = await tx.rows<{ id: number }>(sql`select id from interruptions where undoes_id = ${id}`)
  if (undone) throw new Refusal('alreadyUndone')
  await tx.post(tx.t.interruptions, [{
    id: await tx.nextId(tx.t.interruptions), customerId: row.customerId, kind: row.kind, on: today, evidence: '', note, undoesId: id, postedAt: tx.now, postedBy: tx.by.name,
  }])
  tx.mention(`interruption:${id}:${today}`)
  return id
}

/** Opens the file of a lawsuit: from the day of filing the clocks of its debts stand still. Refuses by the reasons of the contract, in its order. Returns its id. */
export async function fileLawsuit(tx: Writer, input: WithoutRequest<LawsuitInput>, { today }: Today, scope: Scope): Promise<number> {
  const { customerId, itemIds, court, claim, lawyer, note } = input
  await givenCustomer(tx, customerId, scope)
  const filedOn = pastDay(input.filedOn, today, 'filedOn')
  const currency = await checkDebts(tx, customerId, itemIds, 'same')
  const [taken] = await tx.rows<{ id: number; number: string }>(sql`select x.item_id as id, x.number from ${inRunningLawsuit(today)} x where x.item_id in ${[...itemIds]} order by x.item_id limit 1`)
  if (taken) throw new Refusal('alreadyInLawsuit', { field: `itemIds.${itemIds.indexOf(taken.id)}`, params: { number: taken.number } })
  const id = await tx.nextId(tx.t.lawsuits)
  const number = await tx.nextNumber(SERIES, monthOf(filedOn))
  await tx.post(tx.t.lawsuits, [{ id, number, customerId, court, currency, claim, filedOn, lawyer, note, postedAt: tx.now, postedBy: tx.by.name }])
  const firstId = await tx.nextId(tx.t.lawsuitItems)
  await tx.post(tx.t.lawsuitItems, itemIds.map((itemId, index) => ({ id: firstId + index, lawsuitId: id, itemId })))
  tx.mention(`lawsuit:${id}:${number}`)
  return id
}

/** Notes what happened, or a hearing to come; the last stage says where the lawsuit stands. Refuses by the reasons of the contract, in its order. Returns the lawsuit's id. */
export async function recordLawsuitEvent(tx: Writer, { id, stage, on, caseNumber, amount, note }: WithoutRequest<LawsuitEventInput>, { today }: Today, scope: Scope): Promise<number> {
  const [lawsuit] = await tx.db.select().from(tx.t.lawsuits).where(eq(tx.t.lawsuits.id, id))
  if (!lawsuit) throw new Refusal('notFound')
  await loadCustomer(tx, lawsuit.customerId, scope)
  if (on < lawsuit.filedOn) throw new Refusal('beforeFiling', { field: 'on', params: { day: lawsuit.filedOn } })
  if (on > today && !AHEAD.has(stage)) throw new Refusal('notInFuture', { field: 'on', params: { day: today } })
  if (on > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'on' })
  if (stage === 'cost' && amount === 0) throw new Refusal('costMissing', { field: 'amount' })
  await tx.post(tx.t.lawsuitEvents, [{ id: await tx.nextId(tx.t.lawsuitEvents), lawsuitId: id, on, stage, caseNumber, amount, note, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`lawsuit:${id}:${lawsuit.number}`)
  return id
}
