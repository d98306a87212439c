/** What moved the balance of a customer, document by document: the ledger card of a month and the statement of any days. */
import { sql, type SQL } from 'drizzle-orm'
import type { Day } from '../shared/day.ts'
import type { ItemKind } from '../shared/invoices/schemas.ts'
import { add, negate, sumOf, ZERO, type Money } from '../shared/money.ts'
import { documentNumber, INVOICE_KINDS, RECEIPT_KINDS } from './documents.ts'
import type { Reader } from './reader.ts'

/**
 * The items that stand on the side of the debts, wherever their sign points: a credit note and the reversal of an invoice
 * are negative debits. Of offsets, what was taken over is a debt and what settled is none; a reversal stands where the
 * document stood that it reverses. A debt that came back is a debt again; writing it off was none.
 */
export const isDebit: SQL = sql`(i.kind in ${INVOICE_KINDS} or i.kind = 'dishonour'
  or (i.kind = 'offset' and (i.amount > 0) = ((select o.reverses_id from offsets o where o.id = i.document_id) is null))
  or (i.kind = 'writeOff' and (select w.kind from write_offs w where w.id = i.document_id) = 'recovery'))`

export interface Movement {
  on: Day
  kind: ItemKind
  documentId: number
  number: string
  /** The invoice number, or what was written on the payment. */
  text: string
  debit: Money
  credit: Money
  balance: Money
}

export interface Movements {
  opening: Money
  debits: Money
  credits: Money
  closing: Money
  rows: Movement[]
}

/** The movements of a customer in one currency from one day to another, with the balances before and after. */
export async function movementsOf(reader: Reader, customerId: number, currency: string, { from, to }: { from: Day; to: Day }): Promise<Movements> {
  const [before] = await reader.rows<{ opening: Money }>(sql`select cast(coalesce(sum(amount), 0) as bigint) as opening from open_items
    where customer_id = ${customerId} and currency = ${currency} and document_on < ${from}`)
  const opening = before?.opening ?? ZERO
  const moves = await reader.rows<Omit<Movement, 'balance'>>(sql`select m.*, ${documentNumber(sql`m.kind`, sql`m."documentId"`)} as number,
      coalesce(case when m.kind in ${INVOICE_KINDS} then (select invoice_number from invoices where id = m."documentId")
        when m.kind in ${RECEIPT_KINDS} then (select reference from receipts where id = m."documentId") end, '') as text
    from (select i.document_on as "on", i.kind, i.document_id as "documentId", min(i.id) as first,
        cast(sum(case when ${isDebit} then i.amount else 0 end) as bigint) as debit, cast(sum(case when ${isDebit} then 0 else -i.amount end) as bigint) as credit
      from open_items i where i.customer_id = ${customerId} and i.currency = ${currency} and i.document_on between ${from} and ${to}
      group by i.document_on, i.kind, i.document_id) m order by m."on", m.first`)
  let balance = opening
  const rows = moves.map(({ on, kind, documentId, number, text, debit, credit }) => {
    balance = add(balance, debit, negate(credit))
    return { on, kind, documentId, number, text, debit, credit, balance }
  })
  return { opening, debits: sumOf(rows, (row) => row.debit), credits: sumOf(rows, (row) => row.credit), closing: balance, rows }
}
