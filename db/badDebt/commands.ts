/** What comes after a write-off: the debt comes back 坏账收回, or the document was a mistake 红冲. */
import { eq, sql } from 'drizzle-orm'
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { negate, subtract, ZERO, type Money } from '../../shared/money.ts'
import { partOfBase, rateOf } from '../../shared/rates/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { reversalDay } from '../invoices/commands.ts'
import { cancelItems, itemsOf, postItems, standingAllocations, takeBack } from '../invoices/items.ts'
import type { Worth } from '../invoices/worth.ts'
import type { Reader } from '../reader.ts'
import type { Today } from '../receipts/commands.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'
import { SERIES } from './requests.ts'

type WriteOff = Tables['writeOffs']['$inferSelect']

async function load(tx: Writer, id: number): Promise<WriteOff> {
  const [found] = await tx.db.select().from(tx.t.writeOffs).where(eq(tx.t.writeOffs.id, id))
  if (!found) throw new Refusal('notFound')
  return found
}

const reversedBy = async (tx: Writer, id: number): Promise<boolean> => (await tx.rows<{ id: number }>(sql`select id from write_offs where reverses_id = ${id}`)).length > 0

/** What came back of a write-off and was not taken back again. */
const recoveriesOf = (reader: Reader, id: number): Promise<{ id: number; number: string; amount: Money }[]> =>
  reader.rows(sql`select w.id, w.number, w.amount from write_offs w where w.recovers_id = ${id} and w.reverses_id is null
    and not exists (select 1 from write_offs k where k.reverses_id = w.id) order by w.id`)

/**
 * Revives a part of a debt that was written off, due as the oldest of its lines was, so that the money that came can be
 * allocated to it like any other. Refuses by the reasons of the contract, in its order. Returns the recovery's id.
 */
export async function recover(tx: Writer, input: { id: number; amount: Money; recoveredOn: Day; note: string }, { today }: Today): Promise<number> {
  const writeOff = await load(tx, input.id)
  const { customerId, currency, evidence } = writeOff
  if (writeOff.kind !== 'writeOff' || writeOff.reversesId !== null) throw new Refusal('notAWriteOff')
  if (await reversedBy(tx, writeOff.id)) throw new Refusal('alreadyReversed')
  if (input.recoveredOn < writeOff.writtenOffOn) throw new Refusal('beforeDocument', { field: 'recoveredOn', params: { day: writeOff.writtenOffOn } })
  if (input.recoveredOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'recoveredOn' })
  const before = await recoveriesOf(tx, writeOff.id)
  const left = before.reduce((rest, one) => subtract(rest, one.amount), writeOff.amount)
  if (input.amount > left) throw new Refusal('moreThanWrittenOff', { field: 'amount', params: { left, amount: input.amount } })
  const [oldest] = await tx.rows<{ dueOn: Day }>(sql`select min(d.due_on) as "dueOn" from open_items c join allocations a on a.credit_item_id = c.id join open_items d on d.id = a.item_id
    where c.kind = 'writeOff' and c.document_id = ${writeOff.id} and a.releases_id is null`)
  const id = await tx.nextId(tx.t.writeOffs)
  const number = await tx.nextNumber(SERIES, monthOf(input.recoveredOn))
  await tx.post(tx.t.writeOffs, [{
    id, number, kind: 'recovery', customerId, currency, amount: input.amount, writtenOffOn: input.recoveredOn, reason: input.note, evidence, requestId: null, recoversId: writeOff.id, reversesId: null,
    postedAt: tx.now, postedBy: tx.by.name,
  }])
  await postItems(tx, [{
    kind: 'writeOff', documentId: id, customerId, currency, documentOn: input.recoveredOn, dueOn: oldest?.dueOn ?? input.recoveredOn, installment: 1, amount: input.amount,
    worth: await worthOf(tx, writeOff.id, before, input.amount, left),
  }])
  tx.mention(`writeOff:${id}:${number}`)
  return id
}

/** A foreign debt comes back at what it was written off at; null where that was not booked. */
async function worthOf(tx: Writer, id: number, before: readonly { id: number }[], amount: Money, left: Money): Promise<Worth | null> {
  const [lost] = await tx.rows<{ base: Money | null }>(sql`select cast(sum(x.debit_base) as bigint) as base from open_items c join allocations a on a.credit_item_id = c.id join exchange_differences x on x.id = a.id
    where c.kind = 'writeOff' and c.document_id = ${id}`)
  if (!lost?.base) return null
  const [back] = before.length === 0 ? [] : await tx.rows<{ base: Money }>(sql`select cast(coalesce(sum(b.base), 0) as bigint) as base from open_items i join booked_rates b on b.id = i.id
    where i.kind = 'writeOff' and i.document_id in ${before.map((one) => one.id)}`)
  const base = partOfBase(amount, left, subtract(lost.base, back?.base ?? ZERO))
  return { rate: rateOf(amount, base), base }
}

/**
 * Reverses a write-off, whose debts are open again, or a recovery, whose debt is gone again and what was paid on it is
 * free. Refuses recovered while something that came back stands. Returns the id of the reversal.
 */
export async function reverseWriteOff(tx: Writer, input: { id: number; reversedOn?: Day | undefined; reason: string }, { today }: Today): Promise<number> {
  const document = await load(tx, input.id)
  if (document.reversesId !== null) throw new Refusal('reversalOfReversal')
  if (await reversedBy(tx, document.id)) throw new Refusal('alreadyReversed')
  const [recovery] = await recoveriesOf(tx, document.id)
  if (recovery) throw new Refusal('recovered', { params: { number: recovery.number } })
  const items = await itemsOf(tx, document.id, ['writeOff'])
  const ids = items.map((item) => item.id)
  const on = await reversalDay(tx, ids, document.writtenOffOn, input.reversedOn, today)
  await takeBack(tx, await standingAllocations(tx, ids), on, document.customerId, ids)
  const id = await tx.nextId(tx.t.writeOffs)
  const number = await tx.nextNumber(SERIES, monthOf(on))
  await cancelItems(tx, items, id, on)
  const { seal: _seal, ...copy } = document
  await tx.post(tx.t.writeOffs, [{ ...copy, id, number, writtenOffOn: on, amount: negate(document.amount), requestId: null, reversesId: document.id, reason: input.reason, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`writeOff:${document.id}:${document.number}`)
  tx.mention(`writeOff:${id}:${number}`)
  return id
}
