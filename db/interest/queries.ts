import { sql, type SQL } from 'drizzle-orm'
import { later, type Day } from '../../shared/day.ts'
import { groupBy } from '../../shared/groupBy.ts'
import type { LprRate } from '../../shared/interest/lpr.ts'
import { interestOf, LPR_CURRENCY, rateSteps, stretchesOf, termsBetween, termsSteps, type AgreedTerms, type RateStep, type Span, type TermsStep } from '../../shared/interest/rules.ts'
import type { InterestContent, InterestCustomer, InterestItem } from '../../shared/interest/schemas.ts'
import { termsText } from '../../shared/interest/texts.ts'
import type { Movement } from '../../shared/invoices/rules.ts'
import { money, sumOf, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Options } from '../../shared/settings/schemas.ts'
import { disputedItems } from '../collection/standing.ts'
import { givenCustomer, type Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import { openAsOf } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'
import { loadAgreed, loadLpr } from './rates.ts'

/** A note counts while its receivable was not reversed; afterwards its days may be charged again. */
export const noteStands = (note: 'n' | 'm'): SQL => sql.raw(`not exists (select 1 from invoices r where r.reverses_id = ${note}.invoice_id)`)

export interface SheetQuestion {
  customerId: number
  /** The last day that is charged. */
  to: Day
  currency: string
  /** Only these; left out, all that bear interest. */
  itemIds?: readonly number[] | undefined
  language?: 'zh-CN' | 'en'
  scope?: Scope
}

interface StoredDebt extends Omit<InterestItem, 'disputed' | 'open' | 'from' | 'to' | 'stretches' | 'interest'> {
  customerId: number
  documentOn: Day
  disputed: number
}

interface LoadedDebt extends StoredDebt {
  /** At the end of the last day. */
  open: Money
  movements: Movement[]
  charged: Span[]
}

/** Interest that was posted, also where another customer took it over by an offset (its line has the same number as its credit's). */
const isInterest = sql`((i.kind = 'other' and exists (select 1 from interest_notes n where n.invoice_id = i.document_id))
  or (i.kind = 'offset' and exists (select 1 from open_items c join allocations a on a.credit_item_id = c.id join open_items s on s.id = a.item_id
    join interest_notes n on n.invoice_id = s.document_id and s.kind = 'other' where c.document_id = i.document_id and c.kind = 'offset' and c.installment = i.installment and c.amount < 0)))`

/**
 * Debts that were due before `to`, with everything that settled them by then and the days that were charged already.
 * Interest itself bears none, and neither does what is reversed by today: it was never owed. Three queries, however many items.
 */
async function loadDebts(reader: Reader, which: SQL, to: Day, currency: string): Promise<LoadedDebt[]> {
  const theirs = sql`${which} and i.currency = ${currency} and i.due_on < ${to} and i.amount > 0 and i.kind not in ${MONEY_KINDS}`
  const debts = await reader.rows<StoredDebt>(sql`select i.id as "itemId", i.customer_id as "customerId", i.kind, i.document_id as "documentId", ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number,
      coalesce(d.invoice_number, '') as "invoiceNumber", i.document_on as "documentOn", i.due_on as "dueOn", i.amount, case when i.id in ${disputedItems(reader, to)} then 1 else 0 end as disputed
    from open_items i left join invoices d on d.id = i.document_id and i.kind in ${INVOICE_KINDS}
    where ${theirs} and not exists (select 1 from allocations a where a.item_id = i.id and a.reason = 'reversal' and a.allocated_on <= ${later(to, await officeToday(reader))}) and not ${isInterest}
    order by i.due_on, i.id`)
  if (debts.length === 0) return []
  const moves = groupBy(await reader.rows<Movement & { itemId: number }>(sql`select a.item_id as "itemId", a.allocated_on as "on", cast(sum(a.amount) as bigint) as amount
    from open_items i join allocations a on a.item_id = i.id where ${theirs} and a.allocated_on <= ${to} group by a.item_id, a.allocated_on`), (row) => row.itemId)
  const charged = groupBy(await reader.rows<Span & { itemId: number }>(sql`select x.item_id as "itemId", x.from_day as "from", x.to_day as "to"
    from open_items i join interest_note_items x on x.item_id = i.id join interest_notes n on n.id = x.note_id where ${theirs} and ${noteStands('n')}`), (row) => row.itemId)
  return debts.map((debt) => {
    const movements = moves.get(debt.itemId) ?? []
    return { ...debt, open: money(debt.amount - sumOf(movements, (move) => move.amount)), movements, charged: charged.get(debt.itemId) ?? [] }
  })
}

interface Rates {
  terms: TermsStep[]
  rates: RateStep[]
}

function ratesOf(agreed: readonly AgreedTerms[], lpr: readonly LprRate[], options: Options): Rates {
  const terms = termsSteps(agreed, options)
  return { terms, rates: rateSteps(terms, lpr, options.daysInYear) }
}

/** Refuses noRate where the LPR of a day is not known, and lprOfForeign, since the LPR is a rate for yuan. */
function itemsOf(debts: readonly LoadedDebt[], { to, currency }: Pick<SheetQuestion, 'to' | 'currency'>, { terms, rates }: Rates, daysInYear: number): InterestItem[] {
  return debts.flatMap(({ customerId: _customer, movements, charged, documentOn, disputed, ...debt }) => {
    const found = stretchesOf({ ...debt, documentOn, movements, charged }, to, rates)
    if ('noRateOn' in found) throw new Refusal('noRate', { field: 'to', params: { day: found.noRateOn, number: debt.number } })
    // Days that bear none by agreement are not late days; a debt whose interest rounds to nothing is late all the same and is listed.
    const [first, last] = [found[0], found.at(-1)]
    if (!first || !last || found.every(({ rate }) => rate === 0)) return []
    if (currency !== LPR_CURRENCY && termsBetween(terms, first.from, last.to).some((step) => step.basis === 'lpr')) throw new Refusal('lprOfForeign', { field: 'currency', params: { currency } })
    const { stretches, interest } = interestOf(found, daysInYear)
    return [{ ...debt, disputed: disputed === 1, from: first.from, to: last.to, stretches, interest }]
  })
}

/**
 * What a customer could be charged up to and including a day, item by item; days that a standing note has charged are left
 * out. Items that are paid meanwhile are on it for the days that they were late, and so are those in dispute, marked.
 * Refuses unknownCustomer, noRate, lprOfForeign.
 */
export async function interestSheet(reader: Reader, question: SheetQuestion, options: Options): Promise<InterestContent> {
  const { customerId, to, currency, itemIds, language = 'zh-CN', scope = null } = question
  const customer = await givenCustomer(reader, customerId, scope)
  const which = itemIds === undefined ? sql`i.customer_id = ${customerId}` : sql`i.customer_id = ${customerId} and i.id in ${itemIds.length > 0 ? [...itemIds] : [0]}`
  const debts = await loadDebts(reader, which, to, currency)
  const rates = ratesOf((await loadAgreed(reader, customerId)).get(customerId) ?? [], await loadLpr(reader), options)
  const items = itemsOf(debts, question, rates, options.daysInYear)
  const steps = termsBetween(rates.terms, items.reduce((first, item) => (item.from < first ? item.from : first), to), to)
  return {
    customer: { id: customer.id, code: customer.code, name: customer.name }, currency, to, basis: steps.at(-1)?.basis ?? options.interestBasis, daysInYear: options.daysInYear,
    terms: termsText(steps, language), steps, items, total: sumOf(items, (item) => item.interest),
  }
}

/**
 * The interest on the items that a letter lists, as it stands on the letter; null where the office lists none, where there
 * is none yet, and where a rate is missing: then the letter goes out without, and the sheet says why.
 */
export async function letterInterest(reader: Reader, customerId: number, itemIds: readonly number[], asOf: Day, options: Options, more: { currency: string; language?: 'zh-CN' | 'en' }): Promise<InterestContent | null> {
  if (!options.interestOnLetters) return null
  try {
    const content = await interestSheet(reader, { customerId, itemIds, to: asOf, ...more }, options)
    return content.total > 0 ? content : null
  } catch (error) {
    if (error instanceof Refusal && (error.reason === 'noRate' || error.reason === 'lprOfForeign')) return null
    throw error
  }
}

/** Customers who owe interest on what is still open, the most first; the sheet of one also knows what was paid late. */
export async function interestCustomers(reader: Reader, { to, currency, scope }: { to: Day; currency: string; scope: Scope }, options: Options): Promise<InterestCustomer[]> {
  const debts = groupBy(await loadDebts(reader, sql`i.id in (select item_id from ${await openAsOf(reader, to)} o where open > 0) and i.document_on <= ${to}`, to, currency), (debt) => debt.customerId)
  const customers = await reader.rows<Pick<InterestCustomer, 'customerId' | 'code' | 'name' | 'salesperson'>>(sql`select c.id as "customerId", c.code, c.name, coalesce(u.name, '') as salesperson
    from customers c left join users u on u.id = c.salesperson_id ${scope === null ? sql`` : sql`where c.salesperson_id = ${scope}`}`)
  const agreed = await loadAgreed(reader)
  const lpr = await loadLpr(reader)
  const own = ratesOf([], lpr, options)
  return customers.flatMap((customer): InterestCustomer[] => {
    const theirs = debts.get(customer.customerId)
    if (!theirs) return []
    const special = agreed.get(customer.customerId)
    const items = unlessMissing(() => itemsOf(theirs, { to, currency }, special ? ratesOf(special, lpr, options) : own, options.daysInYear))
    if (items?.length === 0) return []
    const shown: readonly { open: Money }[] = items ?? theirs
    return [{ ...customer, currency, items: shown.length, open: sumOf(shown, (item) => item.open), from: items?.map((item) => item.from).sort()[0] ?? null, interest: items ? sumOf(items, (item) => item.interest) : null }]
  }).sort((a, b) => (b.interest ?? 0) - (a.interest ?? 0) || a.customerId - b.customerId)
}

/** The answer, or null where a rate is missing. */
function unlessMissing<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
