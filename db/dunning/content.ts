/** What stands on a letter: the items that it asks for, what keeps one back, and the snapshot that is issued. */
import { inArray, sql } from 'drizzle-orm'
import { addDays, daysBetween, type Day } from '../../shared/day.ts'
import { dueLevel, feeOf, isAbove, letterFigures, LETTER_TEMPLATE, nextLevel, payByFor, REMIND_AHEAD, whyLeftOut, whyNothing } from '../../shared/dunning/rules.ts'
import type { FreeCredit, LeftOut, LetterContent, LetterItem, LetterLevel } from '../../shared/dunning/schemas.ts'
import { add, money, negate, subtract, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company, Options } from '../../shared/settings/schemas.ts'
import { customersOnHold, disputedItems, promisedItems } from '../collection/standing.ts'
import type { Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import { letterInterest } from '../interest/queries.ts'
import { openOfCustomers } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import type { Tables } from '../tables.ts'
import { lastLetterId, resetCustomers, type Chained } from './chains.ts'
import { withWording } from './wording.ts'

export interface DunningQuestion {
  asOf: Day
  currency: string
  options: Options
  scope: Scope
}

export interface LetterRequest {
  customerId: number
  level?: LetterLevel | undefined
  payBy?: Day | undefined
  remark: string
  language: 'zh-CN' | 'en'
}

/** A customer as a letter would find them on a day. */
export interface Dunned {
  customer: Tables['customers']['$inferSelect']
  /** What the letter lists: all overdue items that are neither in dispute nor under a promise, or what falls due within a week. */
  items: LetterItem[]
  total: Money
  unallocated: Money
  /** Red invoices that are not set against a debt yet, whatever their own due day. */
  freeCredits: FreeCredit[]
  credits: Money
  /** Due, but not asked for now. */
  disputed: Money
  promised: Money
  onHold: boolean
  lastLetterOn: Day | null
  /** What the worst item calls for, and the highest that may go out. */
  due: LetterLevel
  level: LetterLevel
  /** Days over of the worst item. */
  daysOverdue: number
  why: LeftOut
}

interface Flat extends Omit<LetterItem, 'daysOverdue' | 'paid'> {
  customerId: number
  credit: number
  disputed: number
  promised: number
}

/** Looks up many customers at once, so that a thousand letters do not ask a thousand times; who is unknown or outside the scope is not in it. */
export async function loadDunned(reader: Reader, customerIds: readonly number[], question: DunningQuestion): Promise<Map<number, Dunned>> {
  const { asOf, currency, options, scope } = question
  if (customerIds.length === 0) return new Map()
  const { customers } = reader.t
  const found = (await reader.db.select().from(customers).where(inArray(customers.id, [...customerIds]))).filter((row) => scope === null || row.salespersonId === scope)
  const ids = found.map((row) => row.id)
  if (ids.length === 0) return new Map()
  const rows = await reader.rows<Flat>(sql`select i.customer_id as "customerId", i.id as "itemId", i.kind, ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number, coalesce(d.invoice_number, '') as "invoiceNumber",
      coalesce(d.contract_number, '') as "contractNumber", i.document_on as "documentOn", i.due_on as "dueOn", i.amount, o.open,
      case when i.kind in ${MONEY_KINDS} then 1 else 0 end as credit, case when i.id in ${disputedItems(reader, asOf)} then 1 else 0 end as disputed,
      case when i.id in ${promisedItems(reader, asOf)} then 1 else 0 end as promised
    from ${openOfCustomers(ids, asOf)} o join open_items i on i.id = o.item_id
      left join invoices d on d.id = i.document_id and i.kind in ${INVOICE_KINDS}
    where i.document_on <= ${asOf} and i.currency = ${currency} and (i.kind in ${MONEY_KINDS} or o.open < 0 or i.due_on <= ${addDays(asOf, REMIND_AHEAD)}) order by i.due_on, i.id`)
  const held = new Set((await reader.rows<{ id: number }>(sql`select c.id from customers c where c.id in ${ids} and c.id in ${customersOnHold(reader, asOf)}`)).map((row) => row.id))
  const letters = new Map((await reader.rows<{ customerId: number; on: Day; level: LetterLevel }>(sql`select k.customer_id as "customerId", k.issued_on as "on", k.level from customers c
    join letters k on k.id = ${lastLetterId(question, sql`c.id`)} where c.id in ${ids}`)).map((row) => [row.customerId, row]))
  const flat = new Map<number, Flat[]>(ids.map((id) => [id, []]))
  for (const row of rows) flat.get(row.customerId)?.push(row)
  const listed = found.map((customer) => ({ customer, last: letters.get(customer.id), ...listedOf(flat.get(customer.id) ?? [], asOf) }))
  const chains = listed.flatMap(({ customer, last, overSince, worst }): Chained[] =>
    (last && last.on <= asOf && dueLevel(worst, options) !== 'reminder' ? [{ customerId: customer.id, letterOn: last.on, overSince }] : []))
  const reset = await resetCustomers(reader, chains, question)
  return new Map(listed.map(({ customer, last, overSince: _since, worst, ...sums }): [number, Dunned] => {
    const due = dueLevel(worst, options)
    const [onHold, lastLetterOn] = [held.has(customer.id), last?.on ?? null]
    const level = nextLevel({ due, last: last?.level ?? null, reset: reset.has(customer.id) })
    return [customer.id, { customer, ...sums, onHold, lastLetterOn, due, level, daysOverdue: worst, why: whyLeftOut({ ...sums, onHold, dunned: sums.total, lastLetterOn }, asOf, options) }]
  }))
}

/** Debts are asked for; receipts that are not allocated and red invoices that are free come off the sum and are named. */
function listedOf(rows: readonly Flat[], asOf: Day) {
  const due = rows.filter((row) => row.credit === 0 && row.open > 0)
  const freeCredits = rows.filter((row) => row.credit === 0 && row.open < 0)
    .map(({ itemId, kind, number, invoiceNumber, documentOn, open }): FreeCredit => ({ itemId, kind, number, invoiceNumber, documentOn, open: negate(open) }))
  const asked = due.filter((row) => row.disputed + row.promised === 0).map(({ credit: _credit, disputed: _disputed, promised: _promised, customerId: _customer, ...row }): LetterItem => ({
    ...row, paid: subtract(row.amount, row.open), daysOverdue: Math.max(0, daysBetween(row.dueOn, asOf)),
  }))
  const overdue = asked.filter((item) => item.daysOverdue > 0)
  const items = overdue.length > 0 ? overdue : asked.filter((item) => item.daysOverdue === 0)
  return {
    items,
    total: sumOf(items, (item) => item.open),
    worst: Math.max(0, ...items.map((item) => item.daysOverdue)),
    disputed: sumOf(due.filter((row) => row.disputed === 1), (row) => row.open),
    promised: sumOf(due.filter((row) => row.disputed === 0 && row.promised === 1), (row) => row.open),
    unallocated: negate(rows.filter((row) => row.credit === 1).reduce<Money>((sum, row) => add(sum, row.open), ZERO)),
    freeCredits,
    credits: sumOf(freeCredits, (credit) => credit.open),
    overSince: due.filter((row) => row.dueOn < asOf).map((row) => (row.documentOn > row.dueOn ? row.documentOn : row.dueOn)).toSorted()[0] ?? null,
  }
}

/**
 * Everything that will stand on the paper, without a number yet. Refuses inDispute, promised or nothingDue where nothing is
 * left to ask for, and levelTooHigh for a level above the next one of the chain.
 */
export async function contentOf(reader: Reader, dunned: Dunned, request: LetterRequest, { asOf, currency, options }: DunningQuestion, company: Company, sender: string): Promise<LetterContent> {
  const { customer, items, unallocated, freeCredits } = dunned
  const figures = letterFigures(items, currency)
  if (figures.total <= 0) throw new Refusal(whyNothing(dunned), { params: { customer: customer.name } })
  const level = request.level ?? dunned.level
  if (isAbove(level, dunned.level)) throw new Refusal('levelTooHigh', { field: 'level', params: { customer: customer.name, level: dunned.level } })
  const { name, taxNumber, bankName, bankAccount, address, contact, phone } = company
  const fee = feeOf(level, options.letterFees)
  const interest = await letterInterest(reader, customer.id, items.map((item) => item.itemId), asOf, options, { currency, language: request.language })
  return withWording(reader, {
    template: LETTER_TEMPLATE, level, language: request.language, number: '',
    issuedOn: asOf, payBy: request.payBy ?? payByFor(asOf, options.payWithinDays), asOf, currency,
    company: { name, taxNumber, bankName, bankAccount, address, contact, phone },
    customer: { id: customer.id, code: customer.code, name: customer.name, address: customer.address, contact: customer.contacts[0]?.name ?? '' },
    items, ...figures, unallocated, remark: request.remark, sender, ...(freeCredits.length > 0 ? { credits: freeCredits } : {}), ...(fee > 0 ? { fee: money(fee) } : {}), ...(interest ? { interest } : {}),
  })
}

/** The letter to one customer as it would be issued now. Refuses unknownCustomer, and by the reasons of contentOf. */
export async function letterContent(reader: Reader, request: LetterRequest, question: DunningQuestion, company: Company, sender: string): Promise<LetterContent> {
  const dunned = (await loadDunned(reader, [request.customerId], question)).get(request.customerId)
  if (!dunned) throw new Refusal('unknownCustomer', { field: 'customerId' })
  return contentOf(reader, dunned, request, question, company, sender)
}
