/** Which document an open item stands for: its table, its number. The question is asked all over, so it is answered once. */
import { sql, type SQL } from 'drizzle-orm'
import type { ItemKind } from '../shared/invoices/schemas.ts'

/** Items whose document is a receivable (table invoices). */
export const INVOICE_ITEM_KINDS = ['invoice', 'creditNote', 'other', 'opening'] as const satisfies readonly ItemKind[]
export const INVOICE_KINDS = sql`('invoice', 'creditNote', 'other', 'opening')`
/** Items of a receipt's document. */
export const RECEIPT_KINDS = sql`('receipt', 'difference')`
/** Money that came or went, no debt: the column of unallocated money, and what no letter asks for. */
export const MONEY_KINDS = sql`('receipt', 'difference', 'refund')`

/** Positive items that nobody owes: the counters of money, and money that was paid back. */
export const MONEY_DEBITS: ReadonlySet<ItemKind> = new Set(['receipt', 'difference', 'refund'])
/** Credits that are tied to what they were posted for. */
export const BOUND_CREDITS: ReadonlySet<ItemKind> = new Set(['difference', 'offset', 'refund', 'writeOff'])

/** The table that holds an item's document. */
const TABLE_OF: Record<ItemKind, string> = {
  invoice: 'invoices', creditNote: 'invoices', other: 'invoices', opening: 'invoices', receipt: 'receipts', difference: 'receipts',
  refund: 'refunds', offset: 'offsets', dishonour: 'acceptances', writeOff: 'write_offs',
}
const KINDS_BY_TABLE = [...new Set(Object.values(TABLE_OF))].map((table) => ({
  table, kinds: sql.raw(Object.entries(TABLE_OF).filter(([, other]) => other === table).map(([kind]) => `'${kind}'`).join(', ')),
}))

/** The number of an item's document; looked up only in the table that has it. */
export const documentNumber = (kind: SQL, documentId: SQL): SQL => sql`case ${sql.join(KINDS_BY_TABLE.map(({ table, kinds }) =>
  sql`when ${kind} in (${kinds}) then (select number from ${sql.identifier(table)} where id = ${documentId})`), sql` `)} end`

/** How the journal and the ledger check name the document: invoice, receipt, refund, offset, acceptance, write_off. */
export const documentWord = (kind: SQL): SQL => sql`case ${sql.join(KINDS_BY_TABLE.map(({ table, kinds }) =>
  sql`when ${kind} in (${kinds}) then ${sql.raw(`'${table.replace(/s$/, '')}'`)}`), sql` `)} end`
