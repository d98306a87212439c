import { sql } from 'drizzle-orm'
import type { ExchangeRate, ExchangeRateRow } from '../../shared/rates/schemas.ts'
import type { Reader } from '../reader.ts'
import { versionsOf } from '../versions.ts'

/** How the journal names a rate. */
export const rateKey = ({ currency, on }: Pick<ExchangeRate, 'currency' | 'on'>): string => `${currency}:${on}`

export const listRates = async (reader: Reader): Promise<ExchangeRateRow[]> => {
  const versions = await versionsOf(reader, 'exchangeRate')
  const rates = await reader.rows<ExchangeRate>(sql`select currency, on_day as "on", rate from exchange_rates order by currency, on_day desc`)
  return rates.map((rate) => ({ ...rate, version: versions.get(rateKey(rate)) ?? 1 }))
}

/** The rates of some currencies. The ledger's own has none, so an office without foreign money gets an empty list. */
export const ratesOf = (reader: Reader, currencies: readonly string[]): Promise<ExchangeRate[]> =>
  reader.rows<ExchangeRate>(sql`select currency, on_day as "on", rate from exchange_rates where currency in ${currencies}`)
