import { desc, eq, sql, type SQL } from 'drizzle-orm'
import { daysBetween, addDays, type Day } from '../../shared/day.ts'
import { levelFor, letterFigures, longestOverdue, LETTER_TEMPLATE, payByFor, whyLeftOut, whyNothing } from '../../shared/dunning/rules.ts'
import type { CandidateRow, LetterContent, LetterItem, LetterLevel, LetterRow, LetterView } from '../../shared/dunning/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { money, negate, subtract, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company, Options } from '../../shared/settings/schemas.ts'
import { customersOnHold, disputedItems, promisedItems } from '../collection/standing.ts'
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

/**
 * Customers with something due, the most overdue money first, and why one would get no letter now. What is in dispute or
 * under a promise whose day has not passed is in neither sum.
 */
export async function candidates(reader: Reader, question: DunningQuestion, filter: { overDays: number; search?: string | undefined }): Promise<CandidateRow[]> {
  const { asOf } = question
  interface Sums {
    customerId: number
    code: string
    name: string
    salesperson: string
    overdue: number
    dueSoon: number
    disputed: number
    promised: number
    unallocated: number
    oldestDueOn: Day | null
    oldestDunnedOn: Day | null
    onHold: number
    items: number
    lastLetterOn: Day | null
    lastLetterNumber: string | null
  }
  const debt = sql`i.kind not in ${MONEY_KINDS}`
  const soon = addDays(asOf, REMIND_AHEAD)
  const dunned = sql`x.item_id is null and y.item_id is null`
  const rows = await reader.rows<Sums>(sql`select c.id as "customerId", c.code, c.name, coalesce(u.name, '') as salesperson, s.overdue, s."dueSoon", s.disputed, s.promised, s.unallocated, s."oldestDueOn", s."oldestDunnedOn", s.items,
      case when c.id in ${customersOnHold(reader, asOf)} then 1 else 0 end as "onHold",
      (select l.issued_on from letters l where l.customer_id = c.id order by l.issued_on desc, l.id desc limit 1) as "lastLetterOn",
      (select l.number from letters l where l.customer_id = c.id order by l.issued_on desc, l.id desc limit 1) as "lastLetterNumber"
    from (select i.customer_id,
        cast(coalesce(sum(case when ${debt} and ${dunned} and i.due_on < ${asOf} then o.open end), 0) as bigint) as overdue,
        cast(coalesce(sum(case when ${debt} and ${dunned} and i.due_on between ${asOf} and ${soon} then o.open end), 0) as bigint) as "dueSoon",
        cast(coalesce(sum(case when ${debt} and i.due_on <= ${soon} and x.item_id is not null then o.open end), 0) as bigint) as disputed,
        cast(coalesce(sum(case when ${debt} and i.due_on <= ${soon} and x.item_id is null and y.item_id is not null then o.open end), 0) as bigint) as promised,
        cast(coalesce(sum(case when not (${debt}) then -o.open end), 0) as bigint) as unallocated,
        min(case when ${debt} and o.open > 0 then i.due_on end) as "oldestDueOn", min(case when ${debt} and ${dunned} and o.open > 0 then i.due_on end) as "oldestDunnedOn",
        cast(coalesce(sum(case when ${debt} and ${dunned} and i.due_on < ${asOf} then 1 end), 0) as bigint) as items
      from ${await openAsOf(reader, asOf)} o cross join open_items i left join (select distinct item_id from ${disputedItems(reader, asOf)} each) x on x.item_id = i.id
        left join (select distinct item_id from ${promisedItems(reader, asOf)} each) y on y.item_id = i.id
      where i.id = o.item_id and i.document_on <= ${asOf} and i.currency = ${question.currency} group by i.customer_id) s
    join customers c on c.id = s.customer_id left join users u on u.id = c.salesperson_id
    where (s.overdue > 0 or s."dueSoon" > 0 or s.disputed > 0 or s.promised > 0) ${question.scope === null ? sql`` : sql`and c.salesperson_id = ${question.scope}`}
      ${filter.search?.trim() ? sql`and c.id in (${matchingCustomers(reader, filter.search)})` : sql``}
    order by s.overdue desc, c.code`)
  return rows.map(({ oldestDunnedOn, onHold, ...row }) => {
    const daysOverdue = row.oldestDueOn === null ? 0 : daysBetween(row.oldestDueOn, asOf)
    const sums = { overdue: money(row.overdue), dueSoon: money(row.dueSoon), disputed: money(row.disputed), promised: money(row.promised), unallocated: money(row.unallocated) }
    return {
      ...row, ...sums, currency: question.currency, daysOverdue,
      level: levelFor(oldestDunnedOn === null ? 0 : daysBetween(oldestDunnedOn, asOf), question.options.demandAfterDays), lastLetterNumber: row.lastLetterNumber ?? '',
      leftOut: whyLeftOut({ ...sums, onHold: onHold === 1, dunned: row.overdue > 0 ? sums.overdue : sums.dueSoon, lastLetterOn: row.lastLetterOn }, asOf, question.options),
    }
  }).filter(({ daysOverdue }) => (filter.overDays < 0 ? daysOverdue >= filter.overDays : daysOverdue > filter.overDays))
}

interface Listed {
  items: LetterItem[]
  /** Due, but not asked for now. */
  disputed: Money
  promised: Money
  unallocated: Money
}

/**
 * All overdue items of the customer on a day that are neither in dispute nor under a promise; where nothing is overdue,
 * what falls due within a week. Credits reduce nothing here.
 */
async function letterItems(reader: Reader, customerId: number, question: DunningQuestion): Promise<Listed> {
  interface Flat extends Omit<LetterItem, 'daysOverdue' | 'paid'> {
    credit: number
    disputed: number
    promised: number
  }
  const rows = await reader.rows<Flat>(sql`select i.id as "itemId", i.kind, ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number, coalesce(d.invoice_number, '') as "invoiceNumber",
      coalesce(d.contract_number, '') as "contractNumber", i.document_on as "documentOn", i.due_on as "dueOn", i.amount, o.open,
      case when i.kind in ${MONEY_KINDS} then 1 else 0 end as credit, case when i.id in ${disputedItems(reader, question.asOf)} then 1 else 0 end as disputed,
      case when i.id in ${promisedItems(reader, question.asOf)} then 1 else 0 end as promised
    from ${openOfCustomer(customerId, question.asOf)} o join open_items i on i.id = o.item_id
      left join invoices d on d.id = i.document_id and i.kind in ${INVOICE_KINDS}
    where i.customer_id = ${customerId} and i.document_on <= ${question.asOf} and i.currency = ${question.currency} order by i.due_on, i.id`)
  const due = rows.filter((row) => row.credit === 0 && row.dueOn <= addDays(question.asOf, REMIND_AHEAD))
  const debts = due.filter((row) => row.disputed + row.promised === 0).map(({ credit: _credit, disputed: _disputed, promised: _promised, ...row }) => ({
    ...row, amount: money(row.amount), open: money(row.open), paid: subtract(money(row.amount), money(row.open)), daysOverdue: Math.max(0, daysBetween(row.dueOn, question.asOf)),
  }))
  const overdue = debts.filter((item) => item.daysOverdue > 0)
  const soon = debts.filter((item) => item.daysOverdue === 0)
  return {
    items: overdue.some((item) => item.open > 0) ? overdue : soon,
    disputed: sumOf(due.filter((row) => row.disputed === 1), (row) => row.open),
    promised: sumOf(due.filter((row) => row.disputed === 0 && row.promised === 1), (row) => row.open),
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

/** Everything that will stand on the paper, without a number yet. Refuses unknownCustomer, and inDispute, promised or nothingDue where nothing is left to ask for. */
export async function letterContent(reader: Reader, request: LetterRequest, question: DunningQuestion, company: Company, sender: string): Promise<LetterContent> {
  const customer = await loadCustomer(reader, request.customerId, question.scope).catch(() => {
    throw new Refusal('unknownCustomer', { field: 'customerId' })
  })
  const { items, unallocated, ...waiting } = await letterItems(reader, request.customerId, question)
  const figures = letterFigures(items, question.currency)
  if (figures.total <= 0) throw new Refusal(whyNothing(waiting), { params: { customer: customer.name } })
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
