import { desc, eq, sql, type SQL } from 'drizzle-orm'
import { daysBetween, addDays, type Day } from '../../shared/day.ts'
import { levelFor, letterFigures, longestOverdue, LETTER_TEMPLATE, payByFor, whyLeftOut } from '../../shared/dunning/rules.ts'
import type { CandidateRow, LetterContent, LetterItem, LetterLevel, LetterRow, LetterView } from '../../shared/dunning/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { money, negate, subtract, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company, Options } from '../../shared/settings/schemas.ts'
import { openAsOf, openOfCustomer } from '../openAsOf.ts'
import { inScope, loadCustomer, matchingCustomers, type Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import { gridRows } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import type { Reader } from '../reader.ts'

/** How many days ahead a reminder looks: what is due in the next week (rules: Dunning, level 1). */
export const REMIND_AHEAD = 7

export interface DunningQuestion {
  asOf: Day
  currency: string
  options: Options
  scope: Scope
}

/** Customers with something due, the most overdue money first, and why one would get no letter now. */
export async function candidates(reader: Reader, question: DunningQuestion, filter: { overDays: number; search?: string | undefined }): Promise<CandidateRow[]> {
  const { asOf } = question
  interface Sums {
    customerId: number
    code: string
    name: string
    salesperson: string
    overdue: number
    dueSoon: number
    unallocated: number
    oldestDueOn: Day | null
    items: number
    lastLetterOn: Day | null
    lastLetterNumber: string | null
  }
  const debt = sql`i.kind not in ${MONEY_KINDS}`
  const rows = await reader.rows<Sums>(sql`select c.id as "customerId", c.code, c.name, coalesce(u.name, '') as salesperson, s.overdue, s."dueSoon", s.unallocated, s."oldestDueOn", s.items,
      (select l.issued_on from letters l where l.customer_id = c.id order by l.issued_on desc, l.id desc limit 1) as "lastLetterOn",
      (select l.number from letters l where l.customer_id = c.id order by l.issued_on desc, l.id desc limit 1) as "lastLetterNumber"
    from (select i.customer_id,
        cast(coalesce(sum(case when ${debt} and i.due_on < ${asOf} then o.open end), 0) as bigint) as overdue,
        cast(coalesce(sum(case when ${debt} and i.due_on between ${asOf} and ${addDays(asOf, REMIND_AHEAD)} then o.open end), 0) as bigint) as "dueSoon",
        cast(coalesce(sum(case when not (${debt}) then -o.open end), 0) as bigint) as unallocated,
        min(case when ${debt} and o.open > 0 then i.due_on end) as "oldestDueOn",
        cast(coalesce(sum(case when ${debt} and i.due_on < ${asOf} then 1 end), 0) as bigint) as items
      from ${await openAsOf(reader, asOf)} o cross join open_items i where i.id = o.item_id and i.document_on <= ${asOf} and i.currency = ${question.currency} group by i.customer_id) s
    join customers c on c.id = s.customer_id left join users u on u.id = c.salesperson_id
    where (s.overdue > 0 or s."dueSoon" > 0) ${question.scope === null ? sql`` : sql`and c.salesperson_id = ${question.scope}`}
      ${filter.search?.trim() ? sql`and c.id in (${matchingCustomers(reader, filter.search)})` : sql``}
    order by s.overdue desc, c.code`)
  return rows.map((row) => {
    const daysOverdue = row.oldestDueOn === null ? 0 : daysBetween(row.oldestDueOn, asOf)
    const dunned = money(row.overdue > 0 ? row.overdue : row.dueSoon)
    return {
      ...row, overdue: money(row.overdue), dueSoon: money(row.dueSoon), unallocated: money(row.unallocated), currency: question.currency, daysOverdue,
      level: levelFor(daysOverdue, question.options.demandAfterDays), lastLetterNumber: row.lastLetterNumber ?? '',
      leftOut: whyLeftOut({ dunned, unallocated: money(row.unallocated), lastLetterOn: row.lastLetterOn }, asOf, question.options),
    }
  }).filter(({ daysOverdue }) => (filter.overDays < 0 ? daysOverdue >= filter.overDays : daysOverdue > filter.overDays))
}

/** All overdue items of the customer on a day; where nothing is overdue, what falls due within a week. Credits reduce nothing here. */
async function letterItems(reader: Reader, customerId: number, question: DunningQuestion): Promise<{ items: LetterItem[]; unallocated: Money }> {
  interface Flat extends Omit<LetterItem, 'daysOverdue' | 'paid'> {
    credit: number
  }
  const rows = await reader.rows<Flat>(sql`select i.id as "itemId", i.kind, ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number, coalesce(d.invoice_number, '') as "invoiceNumber",
      coalesce(d.contract_number, '') as "contractNumber", i.document_on as "documentOn", i.due_on as "dueOn", i.amount, o.open,
      case when i.kind in ${MONEY_KINDS} then 1 else 0 end as credit
    from ${openOfCustomer(customerId, question.asOf)} o join open_items i on i.id = o.item_id
      left join invoices d on d.id = i.document_id and i.kind in ${INVOICE_KINDS}
    where i.customer_id = ${customerId} and i.document_on <= ${question.asOf} and i.currency = ${question.currency} order by i.due_on, i.id`)
  const debts = rows.filter((row) => row.credit === 0).map(({ credit: _credit, ...row }) => ({
    ...row, amount: money(row.amount), open: money(row.open), paid: subtract(money(row.amount), money(row.open)), daysOverdue: Math.max(0, daysBetween(row.dueOn, question.asOf)),
  }))
  const overdue = debts.filter((item) => item.daysOverdue > 0)
  const soon = debts.filter((item) => item.daysOverdue === 0 && item.dueOn <= addDays(question.asOf, REMIND_AHEAD))
  return {
    items: overdue.some((item) => item.open > 0) ? overdue : soon,
    unallocated: negate(rows.filter((row) => row.credit === 1).reduce<Money>((sum, row) => money(sum + row.open), ZERO)),
  }
}

export interface LetterRequest {
  customerId: number
  level?: LetterLevel | undefined
  payBy?: Day | undefined
  remark: string
  language: 'zh-CN' | 'en'
}

/** Everything that will stand on the paper, without a number yet. Refuses unknownCustomer and nothingDue. */
export async function letterContent(reader: Reader, request: LetterRequest, question: DunningQuestion, company: Company, sender: string): Promise<LetterContent> {
  const customer = await loadCustomer(reader, request.customerId, question.scope).catch(() => {
    throw new Refusal('unknownCustomer', { field: 'customerId' })
  })
  const { items, unallocated } = await letterItems(reader, request.customerId, question)
  const figures = letterFigures(items, question.currency)
  if (figures.total <= 0) throw new Refusal('nothingDue', { params: { customer: customer.name } })
  const { name, taxNumber, bankName, bankAccount, address, contact, phone } = company
  return {
    template: LETTER_TEMPLATE, level: request.level ?? levelFor(longestOverdue(items), question.options.demandAfterDays), language: request.language, number: '',
    issuedOn: question.asOf, payBy: request.payBy ?? payByFor(question.asOf, question.options.payWithinDays), asOf: question.asOf, currency: question.currency,
    company: { name, taxNumber, bankName, bankAccount, address, contact, phone },
    customer: { id: customer.id, code: customer.code, name: customer.name, address: customer.address, contact: customer.contacts[0]?.name ?? '' },
    items, ...figures, unallocated, remark: request.remark, sender,
  }
}

const letterFields = (reader: Reader): Record<string, SQL> => {
  const { letters: l, letterPrints: p, customers: c } = reader.t
  const outer = sql.raw('"letters"."id"')
  return {
    id: sql`${l.id}`, number: sql`${l.number}`, level: sql`${l.level}`, customerId: sql`${l.customerId}`, customerCode: sql`${c.code}`, customerName: sql`${c.name}`,
    issuedOn: sql`${l.issuedOn}`, payBy: sql`${l.payBy}`, currency: sql`${l.currency}`, amount: sql`${l.amount}`, items: sql`${l.items}`, issuedBy: sql`${l.issuedBy}`,
    prints: sql`(select cast(count(*) as bigint) from ${p} where ${p.letterId} = ${outer})`,
    lastPrintedAt: sql`(select max(${p.at}) from ${p} where ${p.letterId} = ${outer})`,
  }
}

export async function letterGrid(reader: Reader, request: GridRequest, scope: Scope, ids?: readonly number[]): Promise<GridPage<LetterRow>> {
  const { letters: l, customers: c } = reader.t
  return gridRows<LetterRow>(reader, {
    fields: letterFields(reader),
    from: sql`from ${l} join ${c} on ${c.id} = ${l.customerId}`,
    where: [inScope(reader, scope), ids ? sql`${l.id} in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})` : undefined],
    search: (text) => sql`(${l.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(l.number, text)})`,
    totals: { amount: sql`${l.amount}` },
    currency: sql`${l.currency}`,
    order: sql`${l.issuedOn} desc, ${l.id} desc`,
    tie: sql`${l.id}`,
  }, request)
}

/** The letter as it was sent, with every print of it. Refuses notFound, also outside the scope. */
export async function letterView(reader: Reader, id: number, scope: Scope): Promise<LetterView> {
  const { letters, letterPrints } = reader.t
  const page = await letterGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, scope, [id])
  const [row] = page.rows
  const [stored] = await reader.db.select().from(letters).where(eq(letters.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  const printed = await reader.db.select().from(letterPrints).where(eq(letterPrints.letterId, id)).orderBy(desc(letterPrints.id))
  return { ...row, content: stored.content, hash: stored.hash, printed: printed.map(({ at, by, reprint, how }) => ({ at, by, reprint, how })) }
}
