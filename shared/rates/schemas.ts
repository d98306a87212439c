import { z } from 'zod'
import { zDay } from '../day.ts'
import { zCurrency } from '../procedure.ts'

/** Rates are whole millionths: 7.1234 yuan for one dollar is 7 123 400. */
export const RATE_UNIT = 1_000_000

/** What one unit of a foreign currency is worth in the ledger's own, in millionths. */
export const zRate = z.int().min(1).max(1_000_000 * RATE_UNIT).meta({ description: '汇率：1 单位外币折合本位币，百万分之一为单位（7.1234 → 7123400）' })

/** The rate that documents dated on or after the day are booked at, until a later one. */
export const exchangeRate = z.object({ currency: zCurrency, on: zDay, rate: zRate })
export type ExchangeRate = z.infer<typeof exchangeRate>
export const exchangeRateRow = exchangeRate.extend({ version: z.int() })
export type ExchangeRateRow = z.infer<typeof exchangeRateRow>
