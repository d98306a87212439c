/** Open items and what settles them: the only place that posts to open_items, open_balances and allocations. */
import { eq, inArray, sql } from 'drizzle-orm'
import { later, type Day } from '../../shared/day.ts'
import { freeFrom, type Movement } from '../../shared/invoices/rules.ts'
import type { ItemKind } from '../../shared/invoices/schemas.ts'
import { money, negate, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { isAhead } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'
import { bookWorth, postExchange, type Side, type Worth } from './worth.ts'

export type Item = Tables['openItems']['$inferSelect']
export type NewItem = Omit<Item, 'id' | 'seal'>
export type Allocation = Tables['allocations']['$inferSelect']

export interface Settlement {
  itemId: number
  creditItemId: number
  /** Minor units; negative takes back. */
  amount: Money
  on: Day
  reason: string
  releasesId?: number
}

/** An item with everything that ever settled it, as it is needed to decide. */
export interface ItemHistory {
  item: Item
  /** Positive settles, negative takes back, by day, whichever side of the allocation the item is. */
  movements: Movement[]
}

const SOME = 400

/** Loads items with their movements; ids that do not exist are absent. */
export async function loadHistories(reader: Reader, ids: readonly number[]): Promise<Map<number, ItemHistory>> {
  const histories = new Map<number, ItemHistory>()
  for (let start = 0; start < ids.length; start += SOME) {
    const some = ids.slice(start, start + SOME)
    for (const item of await reader.rows<Item>(sql`select id, kind, document_id as "documentId", customer_id as "customerId", currency, document_on as "documentOn",
      due_on as "dueOn", installment, amount, seal from open_items where id in ${some}`)) histories.set(item.id, { item, movements: [] })
    for (const { itemId, ...movement } of await reader.rows<Movement & { itemId: number }>(sql`select item_id as "itemId", allocated_on as "on", amount from allocations where item_id in ${some}
      union all select credit_item_id, allocated_on, amount from allocations where credit_item_id in ${some}`)) histories.get(itemId)?.movements.push(movement)
  }
  return histories
}

/** Posts items with their balances; returns their ids in order. `worth` says otherwise than the rate of the day, null books nothing. */
export async function postItems(tx: Writer, items: readonly (NewItem & { worth?: Worth | null | undefined })[]): Promise<number[]> {
  const rows: ((typeof items)[number] & { id: number })[] = []
  for (const item of items) rows.push({ id: await tx.nextId(tx.t.openItems), ...item })
  await tx.post(tx.t.openItems, rows)
  await bookWorth(tx, rows)
  await tx.insert(tx.t.openBalances, rows.map((row) => ({ itemId: row.id, customerId: row.customerId, open: row.amount })))
  return rows.map((row) => row.id)
}

/** Posts allocations and moves the balances of both sides; the caller has checked them. Returns their ids in order. */
export async function postSettlements(tx: Writer, settlements: readonly Settlement[], customerOf: (itemId: number) => number): Promise<number[]> {
  if (settlements.length === 0) return []
  const rows = []
  const deltas = new Map<number, number>()
  const move = (itemId: number, by: number): void => void deltas.set(itemId, (deltas.get(itemId) ?? 0) + by)
  for (const { on, ...settlement } of settlements) {
    rows.push({
      id: await tx.nextId(tx.t.allocations), itemId: settlement.itemId, creditItemId: settlement.creditItemId, amount: settlement.amount,
      allocatedOn: on, reason: settlement.reason, releasesId: settlement.releasesId ?? null, postedBy: tx.by.name,
    })
    move(settlement.itemId, -settlement.amount)
    move(settlement.creditItemId, settlement.amount)
  }
  await tx.post(tx.t.allocations, rows)
  await postExchange(tx, rows, await moveBalances(tx, deltas, customerOf))
  return rows.map((row) => row.id)
}

/** Moves the balances of items and returns how the items that were open stood before. */
async function moveBalances(tx: Writer, deltas: ReadonlyMap<number, number>, customerOf: (itemId: number) => number): Promise<Map<number, Side>> {
  const ids = [...deltas.keys()]
  const sides = new Map<number, Side>()
  for (let start = 0; start < ids.length; start += SOME) {
    const some = ids.slice(start, start + SOME)
    for (const { itemId, ...side } of await tx.rows<Side & { itemId: number }>(sql`select b.item_id as "itemId", b.open, r.base from open_balances b
      left join booked_rates r on r.id = b.item_id where b.item_id in ${some}`)) sides.set(itemId, side)
    await tx.run(sql`delete from open_balances where item_id in ${some}`)
    const after = some.map((itemId) => ({ itemId, customerId: customerOf(itemId), open: money((sides.get(itemId)?.open ?? 0) + (deltas.get(itemId) ?? 0)) }))
    await tx.insert(tx.t.openBalances, after.filter((row) => row.open !== 0))
  }
  return sides
}

/** Allocations of an item, on either side, that stand: not taken back, and no taking back themselves. */
export async function standingAllocations(reader: Reader, itemIds: readonly number[]): Promise<Allocation[]> {
  const { allocations } = reader.t
  if (itemIds.length === 0) return []
  return reader.db.select().from(allocations).where(sql`(${inArray(allocations.itemId, [...itemIds])} or ${inArray(allocations.creditItemId, [...itemIds])})
    and ${allocations.releasesId} is null and not exists (select 1 from ${allocations} r where r.releases_id = ${sql.raw('"allocations"."id"')})`).orderBy(allocations.id)
}

/** An allocation that a refund, an offset or a write-off made of its own items: only reversing that document takes it back. */
export const isHeld = (debitKind: ItemKind, creditKind: ItemKind): boolean => debitKind === 'refund' || creditKind === 'offset' || creditKind === 'writeOff'

/**
 * Takes allocations back on a day: rows of their own with the negative amounts. A small difference among them is closed
 * as well, else it would stay behind as a credit that nobody gave. Refuses heldByDocument what a refund, an offset or a
 * write-off holds, unless it is the one that takes back (`own`: its items).
 */
export async function takeBack(tx: Writer, standing: readonly Allocation[], on: Day, customerId: number, own: readonly number[] = []): Promise<void> {
  if (standing.length === 0) return
  const { openItems } = tx.t
  const special = await tx.db.select().from(openItems).where(sql`${inArray(openItems.id, [...new Set(standing.flatMap((row) => [row.itemId, row.creditItemId]))])}
    and ${openItems.kind} in ('difference', 'refund', 'offset', 'writeOff')`).orderBy(openItems.id)
  const held = special.find((item) => !own.includes(item.id) && isHeld(item.amount > 0 ? item.kind : 'invoice', item.amount < 0 ? item.kind : 'receipt'))
  if (held) throw new Refusal('heldByDocument')
  const differences = special.filter((item) => item.kind === 'difference' && item.amount < 0)
  const dayOf = (row: Allocation): Day => later(on, row.allocatedOn)
  await postSettlements(tx, standing.map((row) => ({
    itemId: row.itemId, creditItemId: row.creditItemId, amount: negate(row.amount), on: dayOf(row), reason: row.reason, releasesId: row.id,
  })), () => customerId)
  for (const item of differences) {
    await cancelItems(tx, [item], item.documentId, standing.filter((row) => row.creditItemId === item.id).map(dayOf).reduce(later, on))
  }
}

/**
 * Posts the counter items of a reversed document and settles each item with its own, so that both are closed from that
 * day on while every day before stays as it was.
 */
export async function cancelItems(tx: Writer, items: readonly Item[], documentId: number, on: Day): Promise<number[]> {
  const counters = await postItems(tx, items.map(({ id: _id, seal: _seal, ...item }) => ({ ...item, documentId, documentOn: on, dueOn: on, amount: negate(item.amount), worth: null })))
  await postSettlements(tx, items.map((item, index) => {
    const counter = counters[index] ?? 0
    const [itemId, creditItemId] = item.amount > 0 ? [item.id, counter] : [counter, item.id]
    return { itemId, creditItemId, amount: money(Math.abs(item.amount)), on, reason: 'reversal' }
  }), () => items[0]?.customerId ?? 0)
  return counters
}

/** What is free of an item from a day on, minor units and never negative. */
export const freeOf = (history: ItemHistory, from: Day): Money => {
  const free = freeFrom(history.item.amount, history.movements, from)
  return free > 0 ? free : ZERO
}

/**
 * What of open items may be settled from a day on, by item: all that is open on it, less what allocations dated after it
 * will take. Where nothing is dated ahead the two are the same.
 */
export async function freeFromDay(reader: Reader, items: readonly { id: number; open: Money }[], day: Day): Promise<Map<number, Money>> {
  const histories = (await isAhead(reader, day)) ? await loadHistories(reader, items.map(({ id }) => id)) : new Map<number, ItemHistory>()
  return new Map(items.map(({ id, open }) => {
    const history = histories.get(id)
    return [id, history ? freeOf(history, day) : open]
  }))
}

export const itemsOf = async (reader: Reader, documentId: number, kinds: readonly Item['kind'][]): Promise<Item[]> => {
  const { openItems } = reader.t
  return reader.db.select().from(openItems).where(sql`${eq(openItems.documentId, documentId)} and ${inArray(openItems.kind, [...kinds])}`).orderBy(openItems.id)
}
