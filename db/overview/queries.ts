import { sql } from 'drizzle-orm'
import { overdueRatio } from '../../shared/aging/rules.ts'
import { addDays, startOfMonth, type Day } from '../../shared/day.ts'
import { add, money, negate, ZERO } from '../../shared/money.ts'
import type { Counts, Overview, SearchHit } from '../../shared/overview/schemas.ts'
import { monthsToClose } from '../../shared/periods/rules.ts'
import { agingReport, currenciesInUse, type AgingQuestion } from '../aging/queries.ts'
import { openAsOf, openOn } from '../openAsOf.ts'
import { candidates } from '../dunning/queries.ts'
import { ledgerMonths } from '../periods/queries.ts'
import { lookupCustomers, type Scope } from '../customers/queries.ts'
import { startsWith } from '../invoices/queries.ts'
import { MONEY_KINDS } from '../documents.ts'
import type { Reader } from '../reader.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'

const TOP = 10
/** Days ahead within which a bill that falls due is worth a look. */
const SOON = 30

/** The owner's figures of a day, from the same report that the aging page shows, so that both always agree. */
export async function overview(reader: Reader, question: AgingQuestion, ownCurrency: string): Promise<Overview> {
  const currencies = await currenciesInUse(reader, ownCurrency)
  const byCustomer = await agingReport(reader, question, 'customer', currencies)
  const bySalesperson = await agingReport(reader, question, 'salesperson', currencies)
  const { totals } = byCustomer
  const open = await openAsOf(reader, question.asOf)
  const scope = question.scope === null ? sql`` : sql`and i.customer_id in (select id from customers where salesperson_id = ${question.scope})`
  const [soon] = await reader.rows<{ in7: number; in30: number }>(sql`select
      cast(coalesce(sum(case when i.kind not in ${MONEY_KINDS} and i.due_on between ${question.asOf} and ${addDays(question.asOf, 7)} then o.open end), 0) as bigint) as in7,
      cast(coalesce(sum(case when i.kind not in ${MONEY_KINDS} and i.due_on between ${question.asOf} and ${addDays(question.asOf, 30)} then o.open end), 0) as bigint) as in30
    from ${open} o cross join open_items i where i.id = o.item_id and i.document_on <= ${question.asOf} and i.currency = ${question.currency} ${scope}`)
  const oldest = new Map((await reader.rows<{ customerId: number; dueOn: Day }>(sql`select i.customer_id as "customerId", min(i.due_on) as "dueOn"
    from ${open} o cross join open_items i
    where i.id = o.item_id and i.document_on <= ${question.asOf} and i.currency = ${question.currency} and o.open > 0 and i.kind not in ${MONEY_KINDS} ${scope} group by i.customer_id`)).map((row) => [row.customerId, row.dueOn]))
  const receivable = add(totals.notDue, totals.overdue)
  return {
    asOf: question.asOf, currency: question.currency, currencies, receivable, overdue: totals.overdue,
    debts: totals.debts, overdueDebts: totals.overdueDebts, overdueBasisPoints: overdueRatio(totals),
    dueIn7: money(soon?.in7 ?? 0), dueIn30: money(soon?.in30 ?? 0), advances: negate(totals.unallocated), balance: totals.total, acceptances: totals.acceptances,
    longestOverdue: [...oldest.values()].reduce((longest, dueOn) => Math.max(longest, daysSince(dueOn, question.asOf)), 0),
    notDue: totals.notDue, buckets: byCustomer.buckets.map((head) => ({ ...head, amount: totals.buckets[head.index] ?? ZERO })),
    debtors: byCustomer.rows.filter((row) => row.overdue > 0).sort((a, b) => b.overdue - a.overdue).slice(0, TOP).map((row) => ({
      customerId: row.id ?? 0, code: row.code, name: row.name, overdue: row.overdue, receivable: add(row.notDue, row.overdue), daysOverdue: daysSince(oldest.get(row.id ?? 0), question.asOf),
    })),
    salespeople: bySalesperson.rows.sort((a, b) => b.overdue - a.overdue)
      .map((row) => ({ salespersonId: row.id, name: row.name, receivable: add(row.notDue, row.overdue), overdue: row.overdue, overdueBasisPoints: overdueRatio(row) })),
  }
}

const daysSince = (dueOn: Day | undefined, asOf: Day): number => (dueOn === undefined || dueOn >= asOf ? 0 : Math.round((Date.parse(asOf) - Date.parse(dueOn)) / 86_400_000))

/** The live counts of the home page; a salesperson's are those of the own customers. */
export async function counts(reader: Reader, today: Day, scope: Scope): Promise<Omit<Counts, 'limitation'>> {
  const own = (column: string) => (scope === null ? sql`` : sql`and ${sql.raw(column)} in (select id from customers where salesperson_id = ${scope})`)
  const open = await openOn(reader, today)
  const [row] = await reader.rows<Omit<Counts, 'monthsToClose' | 'customersToDun' | 'limitation'>>(sql`select
    (select cast(count(*) as bigint) from customers where active = 1 ${own('id')}) as customers,
    (select cast(count(*) as bigint) from invoices where status = 'draft' ${own('customer_id')}) as drafts,
    (select cast(count(*) as bigint) from ${open} b where b.open > 0 ${own('b.customer_id')}) as "openItems",
    (select cast(count(*) as bigint) from ${open} b join open_items i on i.id = b.item_id where b.open > 0 and i.due_on < ${today} ${own('b.customer_id')}) as "overdueItems",
    (select cast(count(*) as bigint) from receipts where received_on = ${today} ${own('customer_id')}) as "receiptsToday",
    (select cast(count(*) as bigint) from ${open} b join open_items i on i.id = b.item_id where b.open < 0 and i.kind = 'receipt' ${own('b.customer_id')}) as "unallocatedReceipts",
    (select cast(count(*) as bigint) from letters l where issued_on >= ${startOfMonth(today)} and not exists (select 1 from letter_voids v where v.letter_id = l.id) ${own('customer_id')}) as "lettersThisMonth",
    (select cast(count(*) as bigint) from acceptance_states where status in ('held', 'presented') and due_on <= ${addDays(today, SOON)} ${own('customer_id')}) as "acceptancesDue",
    (select cast(count(*) as bigint) from statement_states where status in ('open', 'perhaps')) as "bankLines",
    (select cast(count(*) as bigint) from imports) as imports`)
  if (!row) throw new Error('The counts returned no row')
  // The bank and the month end are the office's own; a salesperson is told nothing of them.
  const told = { ...row, customersToDun: await customersToDun(reader, today, scope) }
  return scope === null ? { ...told, monthsToClose: monthsToClose(await ledgerMonths(reader, today)) } : { ...told, bankLines: 0, monthsToClose: 0 }
}

/** How many customers the runs of today would write to, each currency by itself. */
async function customersToDun(reader: Reader, today: Day, scope: Scope): Promise<number> {
  const options = await loadOptions(reader)
  const chosen = new Set<number>()
  for (const currency of await currenciesInUse(reader, (await loadCompany(reader)).currency)) {
    for (const row of await candidates(reader, { asOf: today, currency, options, scope }, { overDays: 0 })) if (row.leftOut === '') chosen.add(row.customerId)
  }
  return chosen.size
}

/** Documents that are found by their number alone, and where they lie. */
const NUMBERED = { receipt: 'receipts', voucher: 'vouchers', offset: 'offsets', refund: 'refunds', letter: 'letters', interestNote: 'interest_notes', accountPaper: 'account_papers', writeOff: 'write_offs', lawsuit: 'lawsuits' } satisfies Partial<Record<SearchHit['kind'], string>>

/** Customers by any of their names, documents by the beginning of any of their numbers, each in the order of its codes or numbers. A provision is about all customers, so a salesperson finds none. */
export async function search(reader: Reader, text: string, limit: number, scope: Scope): Promise<SearchHit[]> {
  const wanted = text.trim()
  if (wanted === '') return []
  const customers = await lookupCustomers(reader, wanted, limit, scope)
  const own = scope === null ? sql`` : sql`and c.salesperson_id = ${scope}`
  const documents = await reader.rows<SearchHit>(sql`
    select * from (select 'invoice' as kind, d.id, d.number || case when d.invoice_number <> '' then ' · ' || d.invoice_number else '' end as title, c.name as detail from invoices d join customers c on c.id = d.customer_id
      where ((${startsWith(sql`d.number`, wanted)} and d.number <> '') or (${startsWith(sql`d.invoice_number`, wanted)} and d.invoice_number <> '') or (${startsWith(sql`d.contract_number`, wanted)} and d.contract_number <> '')) ${own} order by d.number, d.id limit ${limit}) found
    union all select * from (select 'acceptance', d.id, d.number || ' · ' || d.bill_number, c.name from acceptances d join customers c on c.id = d.customer_id
      where (${startsWith(sql`d.number`, wanted)} or ${startsWith(sql`d.bill_number`, wanted)}) ${own} order by d.number, d.id limit ${limit}) found
    ${sql.join(Object.entries(NUMBERED).map(([kind, table]) => sql`union all select * from (select ${sql.raw(`'${kind}'`)}, d.id, d.number, c.name
      from ${sql.identifier(table)} d join customers c on c.id = d.customer_id where ${startsWith(sql`d.number`, wanted)} ${own} order by d.number, d.id limit ${limit}) found`), sql` `)}
    ${scope === null ? sql`union all select * from (select 'provision', d.id, d.number, d.as_of from provisions d where ${startsWith(sql`d.number`, wanted)} order by d.number, d.id limit ${limit}) found` : sql``}`)
  return [...customers.map((hit) => ({ kind: 'customer' as const, id: hit.id, title: `${hit.code} ${hit.name}`, detail: hit.salesperson })), ...documents].slice(0, limit)
}
