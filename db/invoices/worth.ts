/**
 * What foreign items are worth in the ledger's own currency, and what settling them gains or loses. The parts of an item
 * always add up to what it was booked at. In an office without foreign money nothing here is ever written.
 */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { ItemKind } from '../../shared/invoices/schemas.ts'
import { absolute, money, negate, subtract, ZERO, type Money } from '../../shared/money.ts'
import { baseOf, partOfBase, rateOf, rateOn } from '../../shared/rates/rules.ts'
import { ratesOf } from '../rates/queries.ts'
import type { Writer } from '../writer.ts'

/** A rate in millionths and the worth in the ledger's own currency, with the sign of the item. */
export interface Worth {
  rate: number
  base: Money
}

/** What a person said that a foreign amount was booked at: the exact worth counts before the rate; null when nothing was said. */
export function saidWorth(amount: Money, said: { rate?: number | undefined; baseAmount?: Money | undefined }): Worth | null {
  if (said.baseAmount !== undefined) return { rate: said.rate ?? rateOf(amount, said.baseAmount), base: said.baseAmount }
  return said.rate === undefined ? null : { rate: said.rate, base: baseOf(amount, said.rate) }
}

interface NewlyPosted {
  id: number
  kind: ItemKind
  currency: string
  documentOn: Day
  amount: Money
  /** Left out: by the rate of its day. Null: it books nothing and takes the worth of what it settles. */
  worth?: Worth | null | undefined
}

/** What always takes the worth of its other side: clearing a rest, or moving a debt, neither gains nor loses. */
const UNBOOKED: ReadonlySet<ItemKind> = new Set(['difference', 'offset'])

/** Books new items at the rates of their days; an item whose currency has no rate yet books nothing. */
export async function bookWorth(tx: Writer, items: readonly NewlyPosted[]): Promise<void> {
  const asking = items.filter((item) => item.worth === undefined && !UNBOOKED.has(item.kind))
  const rates = asking.length === 0 ? [] : await ratesOf(tx, [...new Set(asking.map((item) => item.currency))])
  const booked = items.flatMap((item) => {
    if (item.worth) return [{ id: item.id, ...item.worth }]
    const rate = item.worth === null || rates.length === 0 || UNBOOKED.has(item.kind) ? null : rateOn(rates, item.currency, item.documentOn)
    return rate === null ? [] : [{ id: item.id, rate, base: baseOf(item.amount, rate) }]
  })
  if (booked.length > 0) await tx.post(tx.t.bookedRates, booked)
}

/** A side of settlements as it stands before them: what is open of it, and what it was booked at. */
export interface Side {
  open: Money
  base: Money | null
}

interface NewlySettled {
  id: number
  itemId: number
  creditItemId: number
  amount: Money
  releasesId: number | null
}

/** Posts what new allocations are worth on both sides: a settlement takes its part along, a release gives it back. */
export async function postExchange(tx: Writer, settled: readonly NewlySettled[], sides: ReadonlyMap<number, Side>): Promise<void> {
  const released = settled.flatMap((row) => row.releasesId ?? [])
  const booked = [...sides].flatMap(([id, { base }]) => (base === null ? [] : [id]))
  if (released.length === 0 && booked.length === 0) return
  const before = released.length === 0 ? [] : await tx.rows<{ id: number; debitBase: Money; creditBase: Money }>(
    sql`select id, debit_base as "debitBase", credit_base as "creditBase" from exchange_differences where id in ${released}`)
  const taken = new Map(before.map((row) => [row.id, row]))
  const running = await standOf(tx, booked, sides)
  const part = (id: number, amount: Money): Money | null => {
    const side = running.get(id)
    if (!side) return null
    const base = partOfBase(amount, side.open, side.left)
    side.open = subtract(side.open, amount)
    side.left = subtract(side.left, base)
    return base
  }
  const rows = settled.flatMap((row) => {
    if (row.releasesId !== null) {
      const was = taken.get(row.releasesId)
      return was ? [{ id: row.id, debitBase: negate(was.debitBase), creditBase: negate(was.creditBase) }] : []
    }
    const [debit, credit] = [part(row.itemId, row.amount), part(row.creditItemId, row.amount)]
    const worth = debit ?? credit
    return worth === null ? [] : [{ id: row.id, debitBase: debit ?? worth, creditBase: credit ?? worth }]
  })
  if (rows.length > 0) await tx.post(tx.t.exchangeDifferences, rows)
}

/** What is open of each booked item and what is left of its worth, both positive. */
async function standOf(tx: Writer, booked: readonly number[], sides: ReadonlyMap<number, Side>): Promise<Map<number, { open: Money; left: Money }>> {
  if (booked.length === 0) return new Map()
  const used = new Map((await tx.rows<{ id: number; used: number }>(sql`select id, cast(sum(part) as bigint) as used from (
      select a.item_id as id, x.debit_base as part from allocations a join exchange_differences x on x.id = a.id where a.item_id in ${booked}
      union all select a.credit_item_id, x.credit_base from allocations a join exchange_differences x on x.id = a.id where a.credit_item_id in ${booked}) parts group by id`))
    .map((row) => [row.id, row.used]))
  return new Map(booked.map((id) => {
    const { open, base } = sides.get(id) ?? { open: ZERO, base: ZERO }
    return [id, { open: absolute(open), left: money(Math.abs(base ?? 0) - (used.get(id) ?? 0)) }]
  }))
}
