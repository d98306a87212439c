import { sql } from 'drizzle-orm'
import type { ContactInput, DisputeInput, DisputeResult, EndedKind, HoldInput, PromiseInput } from '../../shared/collection/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { givenCustomer, loadCustomer, type Scope } from '../customers/queries.ts'
import { openOfCustomer } from '../openAsOf.ts'
import type { Today } from '../receipts/commands.ts'
import { loadCompany } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import { checkDebts, pastDay } from './checks.ts'
import { disputedItems } from './standing.ts'

type WithoutRequest<Input> = Omit<Input, 'requestId'>

/** Notes a contact. Refuses unknownCustomer, notInFuture, endBeforeStart (a next step before it), tooFarAhead. Returns its id. */
export async function recordContact(tx: Writer, input: WithoutRequest<ContactInput>, { today }: Today, scope: Scope): Promise<number> {
  await givenCustomer(tx, input.customerId, scope)
  const on = pastDay(input.on, today, 'on')
  if (input.nextOn !== null) refuseBadEnd(on, input.nextOn, today, 'nextOn')
  const id = await tx.nextId(tx.t.contacts)
  const { customerId, way, person, result, nextStep, nextOn } = input
  await tx.post(tx.t.contacts, [{ id, customerId, on, way, person, result, nextStep, nextOn: nextOn ?? '', postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`contact:${id}:${on}`)
  return id
}

/** Notes a promise; whether it is kept, the receipts say. Refuses by the reasons of the contract, in its order. Returns its id. */
export async function makePromise(tx: Writer, input: WithoutRequest<PromiseInput>, { today }: Today, scope: Scope): Promise<number> {
  const { customerId, amount, dueOn, itemIds, person, note } = input
  await givenCustomer(tx, customerId, scope)
  const madeOn = pastDay(input.madeOn, today, 'madeOn')
  if (dueOn < madeOn) throw new Refusal('promiseInPast', { field: 'dueOn', params: { day: madeOn } })
  refuseTooFar(dueOn, today, 'dueOn')
  const currency = input.currency ?? (await loadCompany(tx)).currency
  await checkDebts(tx, customerId, itemIds, currency)
  if (itemIds.length > 0) {
    const [{ open } = { open: 0 }] = await tx.rows<{ open: number }>(sql`select cast(coalesce(sum(open), 0) as bigint) as open from ${openOfCustomer(customerId, madeOn)} o where o.item_id in ${[...itemIds]}`)
    if (amount > open) throw new Refusal('moreThanOpen', { field: 'amount', params: { open, amount } })
  }
  const id = await tx.nextId(tx.t.promises)
  await tx.post(tx.t.promises, [{ id, customerId, currency, amount, madeOn, dueOn, person, note, postedAt: tx.now, postedBy: tx.by.name }])
  const firstId = await tx.nextId(tx.t.promiseItems)
  await tx.post(tx.t.promiseItems, itemIds.map((itemId, index) => ({ id: firstId + index, promiseId: id, itemId })))
  tx.mention(`promise:${id}:${dueOn}`)
  return id
}

/** Notes a dispute: its items are not dunned until it is settled. Refuses by the reasons of the contract, in its order. Returns its id. */
export async function openDispute(tx: Writer, input: WithoutRequest<DisputeInput>, { today }: Today, scope: Scope): Promise<number> {
  const { customerId, itemIds, reason, owner, settleBy } = input
  await givenCustomer(tx, customerId, scope)
  const openedOn = pastDay(input.openedOn, today, 'openedOn')
  refuseBadEnd(openedOn, settleBy, today, 'settleBy')
  await checkDebts(tx, customerId, itemIds, 'same')
  const standing = await tx.rows<{ id: number }>(sql`select x.item_id as id from ${disputedItems(tx, today)} x where x.item_id in ${[...itemIds]}`)
  const [taken] = standing
  if (taken) throw new Refusal('alreadyDisputed', { field: `itemIds.${itemIds.indexOf(taken.id)}` })
  const id = await tx.nextId(tx.t.disputes)
  await tx.post(tx.t.disputes, [{ id, customerId, openedOn, settleBy, reason, owner, postedAt: tx.now, postedBy: tx.by.name }])
  const firstId = await tx.nextId(tx.t.disputeItems)
  await tx.post(tx.t.disputeItems, itemIds.map((itemId, index) => ({ id: firstId + index, disputeId: id, itemId })))
  tx.mention(`dispute:${id}:${openedOn}`)
  return id
}

/** Leaves a customer alone until a day. Refuses unknownCustomer, endBeforeStart, tooFarAhead, alreadyOnHold. Returns its id. */
export async function holdCustomer(tx: Writer, input: WithoutRequest<HoldInput>, { today }: Today, scope: Scope): Promise<number> {
  const { customerId, until, reason } = input
  await givenCustomer(tx, customerId, scope)
  const from = input.from ?? today
  refuseBadEnd(from, until, today, 'until')
  const [other] = await tx.rows<{ until: Day }>(sql`select h.until_day as until from holds h where h.customer_id = ${customerId} and h.from_day <= ${until} and h.until_day >= ${from}
    and not exists (select 1 from collection_ends e where e.what = 'hold' and e.document_id = h.id) limit 1`)
  if (other) throw new Refusal('alreadyOnHold', { field: 'until', params: { day: other.until } })
  const id = await tx.nextId(tx.t.holds)
  await tx.post(tx.t.holds, [{ id, customerId, from, until, reason, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`hold:${id}:${from}`)
  return id
}

interface Ending {
  id: number
  note: string
}

/** Takes a promise back before its day is over; afterwards it stays what became of it. Refuses notFound, alreadyEnded, promiseOver. */
export async function withdrawPromise(tx: Writer, input: Ending, { today }: Today, scope: Scope): Promise<number> {
  const promise = await findStanding(tx, 'promise', input.id, scope)
  if (promise.dueOn < today) throw new Refusal('promiseOver', { params: { day: promise.dueOn } })
  return end(tx, 'promise', input, '', today)
}

/** Settles a dispute: from today on its items are dunned again, as far as they are open. Refuses notFound, alreadyEnded. */
export async function settleDispute(tx: Writer, input: Ending & { result: DisputeResult }, { today }: Today, scope: Scope): Promise<number> {
  await findStanding(tx, 'dispute', input.id, scope)
  return end(tx, 'dispute', input, input.result, today)
}

/** Ends a hold before its day. Refuses notFound, alreadyEnded (also when its day has passed). */
export async function liftHold(tx: Writer, input: Ending, { today }: Today, scope: Scope): Promise<number> {
  const hold = await findStanding(tx, 'hold', input.id, scope)
  if (hold.dueOn < today) throw new Refusal('alreadyEnded')
  return end(tx, 'hold', input, '', today)
}

const LAST_DAY: Record<EndedKind, { table: string; day: string }> = {
  promise: { table: 'promises', day: 'due_on' }, dispute: { table: 'disputes', day: 'settle_by' }, hold: { table: 'holds', day: 'until_day' },
}

async function findStanding(tx: Writer, what: EndedKind, id: number, scope: Scope): Promise<{ dueOn: Day }> {
  const { table, day } = LAST_DAY[what]
  const [row] = await tx.rows<{ customerId: number; dueOn: Day; ended: number | null }>(sql`select x.customer_id as "customerId", x.${sql.identifier(day)} as "dueOn",
      (select e.id from collection_ends e where e.what = ${what} and e.document_id = x.id) as ended from ${sql.identifier(table)} x where x.id = ${id}`)
  if (!row) throw new Refusal('notFound')
  await loadCustomer(tx, row.customerId, scope)
  if (row.ended !== null) throw new Refusal('alreadyEnded')
  return row
}

async function end(tx: Writer, what: EndedKind, { id, note }: Ending, result: string, on: Day): Promise<number> {
  await tx.post(tx.t.collectionEnds, [{ id: await tx.nextId(tx.t.collectionEnds), what, documentId: id, on, result, note, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`${what}:${id}:${on}`)
  return id
}

function refuseTooFar(on: Day, today: Day, field: string): void {
  if (on > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field })
}

function refuseBadEnd(from: Day, until: Day, today: Day, field: string): void {
  if (until < from) throw new Refusal('endBeforeStart', { field, params: { day: from } })
  refuseTooFar(until, today, field)
}
