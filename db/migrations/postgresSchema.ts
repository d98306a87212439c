/** What drizzle-kit compares with the last snapshot to write the next postgres migration. */
import { postgresKit } from '../engine/postgresKit.ts'
import { defineTables } from '../tables.ts'

export const {
  journal, requests, counters, settings, bankAccounts, users, customers, customerKeys, invoices, openItems, openBalances, allocations,
  receipts, letters, letterPrints, imports, importKeys, importMappings,
} = defineTables(postgresKit)
