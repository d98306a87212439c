import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { ExchangeRate } from '../../shared/rates/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { loadCompany } from '../settings/queries.ts'
import { refuseStale } from '../versions.ts'
import type { Writer } from '../writer.ts'
import { rateKey } from './queries.ts'

async function stored(tx: Writer, currency: string, on: Day): Promise<ExchangeRate | null> {
  const { exchangeRates: t } = tx.t
  const [row] = await tx.db.select().from(t).where(and(eq(t.currency, currency), eq(t.on, on)))
  return row ?? null
}

/** Refuses changedElsewhere where the rate of the day is another than was read; a day that had none has version 0. */
export const refuseStaleRate = async (tx: Writer, { currency, on }: Pick<ExchangeRate, 'currency' | 'on'>, read: number): Promise<void> => {
  if (read === 0 ? await stored(tx, currency, on) : true) await refuseStale(tx, { what: 'exchangeRate', id: rateKey({ currency, on }), there: sql`exchange_rates where currency = ${currency}` }, read)
}

/** Sets the rate of a currency from a day on; what is booked already stays. Refuses ownCurrency. */
export async function saveRate(tx: Writer, after: ExchangeRate): Promise<ExchangeRate> {
  if (after.currency === (await loadCompany(tx)).currency) throw new Refusal('ownCurrency', { field: 'currency', params: { currency: after.currency } })
  const before = await stored(tx, after.currency, after.on)
  if (before) await drop(tx, before)
  await tx.insert(tx.t.exchangeRates, [after])
  tx.record({ what: 'exchangeRate', id: rateKey(after), before, after })
  return after
}

export async function removeRate(tx: Writer, currency: string, on: Day): Promise<void> {
  const before = await stored(tx, currency, on)
  if (!before) throw new Refusal('notFound')
  await drop(tx, before)
  tx.record({ what: 'exchangeRate', id: rateKey(before), before, after: null })
}

const drop = (tx: Writer, { currency, on }: ExchangeRate) =>
  tx.db.delete(tx.t.exchangeRates).where(and(eq(tx.t.exchangeRates.currency, currency), eq(tx.t.exchangeRates.on, on)))
