/** What the ledger already holds of the rows of a file, asked for in as few queries as their number allows. */
import { createHash } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { groupBy } from '../../shared/groupBy.ts'
import type { Day } from '../../shared/day.ts'
import { owner, type InvoiceInLedger } from '../../shared/integration/plan.ts'
import type { Target } from '../../shared/integration/schemas.ts'
import { inPieces } from '../pieces.ts'
import type { Reader } from '../reader.ts'

const LONGEST_KEY = 80
/** The key of a balance begins with its day, which is asked for again however long the customer's name is. */
const BALANCE = /^B:\d{4}-\d{2}-\d{2}\|/

/** Keys made of a row's content can be long; a hash of them tells rows apart as well. */
export const storedKey = (key: string): string =>
  key.length <= LONGEST_KEY ? key : `${BALANCE.exec(key)?.[0] ?? ''}H:${createHash('sha256').update(key).digest('base64url')}`

/** Keys of the rows that were imported before, with the total of the row then. */
export async function importedKeys(reader: Reader, target: Target, keys: readonly string[]): Promise<Map<string, number>> {
  const { importKeys } = reader.t
  const [any] = await reader.db.select({ key: importKeys.key }).from(importKeys).where(eq(importKeys.target, target)).limit(1)
  if (!any) return new Map()
  const byStored = new Map(keys.map((key) => [storedKey(key), key]))
  const rows = await inPieces([...byStored.keys()], (some) =>
    reader.db.select({ key: importKeys.key, amount: importKeys.amount }).from(importKeys).where(and(eq(importKeys.target, target), inArray(importKeys.key, some))))
  return new Map(rows.map((row) => [byStored.get(row.key) ?? row.key, row.amount]))
}

/** A posted invoice of the ledger that a row may repeat, correct or pay. */
export interface KnownInvoice extends InvoiceInLedger {
  id: number
  invoiceNumber: string
  currency: string
}

/** Posted invoices by their invoice number, those that were reversed and reversals left out. */
export async function invoicesByNumber(reader: Reader, numbers: readonly string[]): Promise<Map<string, KnownInvoice>> {
  const { invoices: i } = reader.t
  const [any] = await reader.rows<{ id: number }>(sql`select id from invoices where invoice_number <> '' limit 1`)
  if (!any || numbers.length === 0) return new Map()
  const rows = await inPieces([...new Set(numbers)], (some) =>
    reader.rows<KnownInvoice>(sql`select ${i.id} as id, ${i.invoiceNumber} as "invoiceNumber", ${i.customerId} as "customerId", ${i.amount} as total, ${i.currency} as currency
      from ${i} where ${inArray(i.invoiceNumber, some)} and ${i.invoiceNumber} <> '' and ${i.status} = 'posted' and ${i.reversesId} is null
      and not exists (select 1 from ${i} r where r.reverses_id = ${sql.raw('"invoices"."id"')})`))
  return new Map(rows.map((row) => [row.invoiceNumber, row]))
}

/** Posted documents by the number of their source (单据编号), however they came into the ledger. */
export async function documentsBySource(reader: Reader, numbers: readonly string[]): Promise<Map<string, KnownInvoice[]>> {
  const { invoices: i } = reader.t
  const [any] = await reader.rows<{ id: number }>(sql`select id from invoices where source_number <> '' limit 1`)
  if (!any || numbers.length === 0) return new Map()
  const rows = await inPieces([...new Set(numbers)], (some) =>
    reader.rows<KnownInvoice & { source: string }>(sql`select ${i.id} as id, ${i.sourceNumber} as source, ${i.invoiceNumber} as "invoiceNumber", ${i.customerId} as "customerId", ${i.amount} as total, ${i.currency} as currency
      from ${i} where ${inArray(i.sourceNumber, some)} and ${i.sourceNumber} <> '' and ${i.status} = 'posted' and ${i.reversesId} is null
      and not exists (select 1 from ${i} r where r.reverses_id = ${sql.raw('"invoices"."id"')})`))
  return groupBy(rows, ({ source }) => source)
}

/** By customer and currency: the last day of an imported list of balances, and the first of any document that came otherwise. */
export async function openedBy(reader: Reader, numbers: { balances: boolean }): Promise<{ balances: Map<string, Day>; documents: Map<string, Day> }> {
  const { invoices: i, importKeys: k } = reader.t
  const isBalance = sql`exists (select 1 from ${k} where ${k.documentId} = ${i.id} and ${k.target} = 'receivables' and ${k.key} like 'B:%')`
  const valid = sql`${i.status} = 'posted' and ${i.reversesId} is null and not exists (select 1 from ${i} r where r.reverses_id = ${sql.raw('"invoices"."id"')})`
  const balances = await reader.rows<{ customerId: number; currency: string; day: Day }>(sql`select ${i.customerId} as "customerId", ${i.currency} as currency, max(substr(${k.key}, 3, 10)) as day
    from ${i} join ${k} on ${k.documentId} = ${i.id} and ${k.target} = 'receivables' and ${k.key} like 'B:%' where ${valid} group by ${i.customerId}, ${i.currency}`)
  const documents = numbers.balances ? await reader.rows<{ customerId: number; currency: string; day: Day }>(sql`select ${i.customerId} as "customerId", ${i.currency} as currency, min(${i.documentOn}) as day
    from ${i} where ${valid} and not ${isBalance} group by ${i.customerId}, ${i.currency}`) : []
  const byOwner = (rows: readonly { customerId: number; currency: string; day: Day }[]): Map<string, Day> => new Map(rows.map(({ customerId, currency, day }) => [owner(customerId, currency), day]))
  return { balances: byOwner(balances), documents: byOwner(documents) }
}
