import { holdCustomer, liftHold, makePromise, openDispute, recordContact, settleDispute, withdrawPromise } from '../../db/collection/commands.ts'
import { contactGrid, customerStory, disputeGrid, holdsOf, oneRow, promiseGrid } from '../../db/collection/queries.ts'
import { worklist, type WorklistQuestion } from '../../db/collection/worklist.ts'
import { nearlyEnded } from '../../db/limitation/clocks.ts'
import type { Reader } from '../../db/reader.ts'
import type { ContactRow, DisputeRow, HoldRow, PromiseRow, WorklistRow } from '../../shared/collection/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Scope } from '../../db/customers/queries.ts'
import { loadCompany, officeToday } from '../../db/settings/queries.ts'
import type { Writer } from '../../db/writer.ts'
import { os, todayOf, type Access } from './context.ts'

type Work<Input> = (tx: Writer, input: Input, today: { today: Day }, scope: Scope) => Promise<number>

/** One posted row of the collection by who is signed in; answers its id and the day it counts on. */
async function post<Input extends { requestId?: string | undefined }>({ ledger, user, scope }: Access, procedure: string, { requestId, ...input }: Input, work: Work<Omit<Input, 'requestId'>>): Promise<{ id: number; asOf: Day }> {
  const today = await todayOf(ledger)
  const id = await ledger.write({ by: user, procedure: `collection.${procedure}`, requestId, input }, (tx) => work(tx, input, { today }, scope))
  return { id, asOf: today }
}

type Posted = Promise<{ id: number; asOf: Day }>
const contactOf = async ({ ledger, scope }: Access, posted: Posted): Promise<ContactRow> => {
  const one = await posted
  return ledger.read((reader) => oneRow((request) => contactGrid(reader, request, one, scope)))
}
const promiseOf = async ({ ledger, scope }: Access, posted: Posted): Promise<PromiseRow> => {
  const one = await posted
  return ledger.read((reader) => oneRow((request) => promiseGrid(reader, request, one, scope)))
}
const disputeOf = async ({ ledger, scope }: Access, posted: Posted): Promise<DisputeRow> => {
  const one = await posted
  return ledger.read((reader) => oneRow((request) => disputeGrid(reader, request, one, scope)))
}
const holdOf = async ({ ledger }: Access, posted: Posted): Promise<HoldRow> => {
  const { id } = await posted
  const [hold] = await ledger.read((reader) => holdsOf(reader, { id }))
  if (!hold) throw new Refusal('notFound')
  return hold
}

/** The worklist, with the day on which each customer's first debt is time-barred. */
async function worklistWithLimitation(reader: Reader, { asOf, currency }: WorklistQuestion, scope: Scope): Promise<WorklistRow[]> {
  const limitation = new Map<number, Day>()
  for (const { customerId, endsOn, ...debt } of await nearlyEnded(reader, { asOf, scope })) {
    if (debt.currency === currency && endsOn !== null && !limitation.has(customerId)) limitation.set(customerId, endsOn)
  }
  return worklist(reader, { asOf, currency, limitation }, scope)
}

export const collection = {
  worklist: os.collection.worklist.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) =>
    worklistWithLimitation(reader, { asOf: input.asOf ?? (await officeToday(reader, ledger.now())), currency: input.currency ?? (await loadCompany(reader)).currency }, scope))),
  story: os.collection.story.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => customerStory(reader, input.customerId, await officeToday(reader, ledger.now()), scope))),
  contacts: os.collection.contacts.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    contactGrid(reader, request, { asOf: await officeToday(reader, ledger.now()), customerId }, scope))),
  recordContact: os.collection.recordContact.handler(({ input, context }) => contactOf(context, post(context, 'recordContact', input, recordContact))),
  promises: os.collection.promises.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    promiseGrid(reader, request, { asOf: await officeToday(reader, ledger.now()), customerId }, scope))),
  makePromise: os.collection.makePromise.handler(({ input, context }) => promiseOf(context, post(context, 'makePromise', input, makePromise))),
  withdrawPromise: os.collection.withdrawPromise.handler(({ input, context }) => promiseOf(context, post(context, 'withdrawPromise', input, withdrawPromise))),
  disputes: os.collection.disputes.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    disputeGrid(reader, request, { asOf: await officeToday(reader, ledger.now()), customerId }, scope))),
  openDispute: os.collection.openDispute.handler(({ input, context }) => disputeOf(context, post(context, 'openDispute', input, openDispute))),
  settleDispute: os.collection.settleDispute.handler(({ input, context }) => disputeOf(context, post(context, 'settleDispute', input, settleDispute))),
  hold: os.collection.hold.handler(({ input, context }) => holdOf(context, post(context, 'hold', input, holdCustomer))),
  liftHold: os.collection.liftHold.handler(({ input, context }) => holdOf(context, post(context, 'liftHold', input, liftHold))),
}
