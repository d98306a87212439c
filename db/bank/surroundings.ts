/** What the ledger knows around the open lines of statements: payers, open items, and money that is recorded without its line. */
import { sql } from 'drizzle-orm'
import type { Recorded } from '../../shared/bank/links.ts'
import { PayerBook, type BankCustomer, type Learnt, type PayerFacts } from '../../shared/bank/payers.ts'
import type { OpenLine } from '../../shared/bank/proposals.ts'
import { UNIDENTIFIED } from '../../shared/customers/unidentified.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { numbersNamed } from '../../shared/invoices/references.ts'
import type { Candidate } from '../../shared/receipts/rules.ts'
import { storedTerms } from '../../shared/terms/schemas.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import { isCleared } from '../invoices/queries.ts'
import { freeFromDay } from '../invoices/items.ts'
import { customersByReference } from '../invoices/references.ts'
import { inPieces } from '../pieces.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'

/** Incoming lines that wait to become receipts, in the order in which they were imported. */
export async function openLines(reader: Reader): Promise<OpenLine[]> {
  const rows = await reader.rows<Omit<OpenLine, 'unproven'> & { unproven: number }>(sql`select l.id, l.bank_account_id as "bankAccountId", a.currency, l.on_day as "on", l.time, l.amount,
    l.counterparty, l.counterparty_account as "counterpartyAccount", l.memo, case when exists (select 1 from statement_doubts d where d.line_id = l.id) then 1 else 0 end as unproven
  from statement_states s join statement_lines l on l.id = s.line_id join bank_accounts a on a.id = s.bank_account_id
  where s.status = 'open' and s.class = 'receipt' and l.direction = 'in' order by s.line_id`)
  return rows.map((row) => ({ ...row, unproven: row.unproven === 1 }))
}

/** The payers that the ledger knows, as far as these lines need them. */
export async function payerBook(reader: Reader, lines: readonly PayerFacts[]): Promise<PayerBook> {
  const customers = (await reader.rows<Omit<BankCustomer, 'active' | 'terms' | 'cutOffCounts'> & { active: number; terms: string; cutOffCounts: number }>(sql`select id, code, name, short_name as "shortName", tax_number as "taxNumber", terms,
      cut_off_date as "cutOffDate", cut_off_counts as "cutOffCounts", bank_account as "bankAccount", active from customers`))
    .filter(({ code, name }) => code !== UNIDENTIFIED.code && name !== UNIDENTIFIED.name)
    .map((customer) => ({ ...customer, terms: storedTerms(JSON.parse(customer.terms)), cutOffCounts: customer.cutOffCounts === 1, active: customer.active === 1 }))
  const learnt = await reader.rows<Learnt>(sql`select kind, key, customer_id as "customerId" from learnt_payers`)
  return new PayerBook(customers, learnt, await customersByReference(reader, lines.flatMap(({ memo }) => numbersNamed(memo))))
}

export interface OpenItem extends Candidate {
  customerId: number
  currency: string
}

/** With more customers than this it is quicker to read all that is open than to ask for each. */
const MANY = 1000

/** What the customers owe today and a receipt may settle, by customer and currency. */
export async function openItemsOf(reader: Reader, customerIds: ReadonlySet<number>): Promise<OpenItem[]> {
  const today = await officeToday(reader)
  const open = await openOn(reader, today)
  const load = async (condition: ReturnType<typeof sql>): Promise<OpenItem[]> => (await reader.rows<Omit<OpenItem, 'cleared'> & { cleared: number }>(sql`select b.item_id as "itemId", b.customer_id as "customerId", o.currency, b.open, o.due_on as "dueOn",
      o.document_on as "documentOn", ${documentNumber(sql`o.kind`, sql`o.document_id`)} as number, coalesce(i.invoice_number, '') as "invoiceNumber",
      coalesce(i.contract_number, '') as "contractNumber", coalesce(i.order_number, '') as "orderNumber", ${isCleared(sql`o.id`)} as cleared
    from ${open} b join open_items o on o.id = b.item_id left join invoices i on i.id = o.document_id and o.kind in ${INVOICE_KINDS}
    where b.open > 0 and o.kind not in ${MONEY_KINDS} and ${condition}`)).map((row) => ({ ...row, cleared: row.cleared === 1 }))
  const items = customerIds.size > MANY ? await load(sql`1 = 1`) : await inPieces([...customerIds], (some) => load(sql`b.customer_id in ${some}`))
  const free = await freeFromDay(reader, items.map(({ itemId, open: owed }) => ({ id: itemId, open: owed })), today)
  return items.map((item) => ({ ...item, open: free.get(item.itemId) ?? item.open }))
}

/** A bank and a clerk are at most so many days apart. */
const AROUND_DAYS = 10

/** Receipts and money of bills that were entered by hand around the days of the lines and miss their own. */
export async function recordedWithoutLine(reader: Reader, lines: readonly Pick<OpenLine, 'on'>[]): Promise<Recorded[]> {
  const days = lines.map(({ on }) => on).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const [from, to]: [Day, Day] = [addDays(first, -AROUND_DAYS), addDays(last, AROUND_DAYS)]
  const unidentified = sql`case when c.code = ${UNIDENTIFIED.code} or c.name = ${UNIDENTIFIED.name} then 1 else 0 end`
  const rows = await reader.rows<Omit<Recorded, 'unidentified'> & { unidentified: number }>(sql`select 'receipt' as kind, r.id, r.number, r.customer_id as "customerId", c.code as "customerCode", c.name as "customerName",
      ${unidentified} as unidentified, r.bank_account_id as "bankAccountId", r.currency, r.received_on as "on", r.amount - r.fee as amount
    from receipts r join customers c on c.id = r.customer_id
    where r.received_on between ${from} and ${to} and r.reverses_id is null and (r.method in ('transfer', 'other') or (r.method = 'cash' and r.bank_account_id is not null))
      and not exists (select 1 from receipts k where k.reverses_id = r.id) and not exists (select 1 from statement_states s where s.receipt_id = r.id)
    union all select 'acceptance', e.id, b.number, b.customer_id, c.code, c.name, 0, e.bank_account_id, b.currency, e.on_day, e.amount
    from acceptance_events e join acceptances b on b.id = e.acceptance_id join customers c on c.id = b.customer_id
    where e.on_day between ${from} and ${to} and e.kind in ('collected', 'discounted') and not exists (select 1 from acceptance_events u where u.undoes_id = e.id)
      and not exists (select 1 from statement_states s where s.acceptance_event_id = e.id)`)
  return rows.map((row) => ({ ...row, unidentified: row.unidentified === 1 }))
}
