/** Decides, row by row, what an import will post: matches customers, leaves out what the ledger has, and finds what contradicts it. */
import { monthOf, type Day } from '../day.ts'
import { decimalText } from '../money.ts'
import { CustomerIndex, type KnownCustomer } from '../customers/matching.ts'
import { UNIDENTIFIED } from '../customers/unidentified.ts'
import { numbersNamed } from '../invoices/references.ts'
import { dueOnOf, type IsWorkday } from '../terms/rules.ts'
import { DEFAULT_TERMS } from '../terms/schemas.ts'
import type { Problems } from '../sheets/problems.ts'
import type { Skipped } from '../sheets/skipped.ts'
import type { Party, ReadReceivable } from './receivables.ts'
import type { ReadReceipt } from './receipts.ts'

/** What the ledger already holds of a file's rows. */
export interface LedgerView {
  customers: readonly KnownCustomer[]
  today: Day
  isWorkday: IsWorkday
  /** The first day of an open month; nothing is posted before it. */
  firstOpen: Day
  /** Keys that were imported before, with the total of the row. */
  imported: ReadonlyMap<string, number>
  /** By `owner`: the last day of which a list of balances was imported for a customer, and the first of any other document. */
  opened?: { balances: ReadonlyMap<string, Day>; documents: ReadonlyMap<string, Day> }
}

/** Whose balance it is: one customer's in one currency. */
export const owner = (customerId: number, currency: string): string => `${customerId}|${currency}`

export interface InvoiceInLedger {
  customerId: number
  total: number
  currency: string
}

/** Documents that the ledger has, however they came into it: by invoice number, and by their own where they have no other. */
export interface KnownDocuments {
  invoices: ReadonlyMap<string, InvoiceInLedger>
  sources: ReadonlyMap<string, readonly InvoiceInLedger[]>
}

/** A customer whom the file names and the ledger lacks; `id` is negative and `code` may be empty until the ledger gives one. */
export interface NewCustomer extends KnownCustomer {
  salesperson: string
  department: string
}

export interface PlannedReceivable extends ReadReceivable {
  customerId: number
  due: Day
}

export interface PlannedReceipt extends ReadReceipt {
  customerId: number
}

export interface Titles {
  customer: string
  number: string
  amount: string
  /** The field of that column. */
  amountField: string
  day: string
}

/** A document may be dated a little ahead, as an invoice issued for tomorrow's delivery; a year ahead is a slip of the keys. */
export type TooFarAhead = (day: Day, today: Day) => boolean

/** Finds the customers of rows and, where it is allowed, makes those that are missing. */
export class Customers {
  readonly index: CustomerIndex
  readonly created: NewCustomer[] = []
  readonly #byId = new Map<number, KnownCustomer>()
  /** Customers that are missing may be made. */
  readonly create: boolean

  constructor(known: readonly KnownCustomer[], create: boolean) {
    this.index = new CustomerIndex(known)
    this.create = create
    for (const customer of known) this.#byId.set(customer.id, customer)
  }

  /** The customer of a party, or null after the problem was noted. */
  of(party: Party, row: number, title: string, problems: Problems): KnownCustomer | null {
    const found = this.index.find(party)
    if (typeof found !== 'string') return found
    if (found === 'UNKNOWN_CUSTOMER' && this.create) return this.make(party)
    problems.add(row, title, found, party.code || party.taxNumber || party.name, { name: party.name, code: party.code })
    return null
  }

  make(party: Party): NewCustomer {
    const made: NewCustomer = {
      id: -1 - this.created.length, code: party.code, name: party.name || party.code || party.taxNumber, shortName: '',
      taxNumber: party.taxNumber, terms: DEFAULT_TERMS, cutOffDate: null, cutOffCounts: true, salesperson: party.salesperson, department: party.department,
    }
    this.created.push(made)
    this.index.add(made)
    this.#byId.set(made.id, made)
    return made
  }

  byId(id: number): KnownCustomer | undefined {
    return this.#byId.get(id)
  }
}

/** The due day of a row: its own, else its terms or the customer's, from the day on which the invoice counts as handed in. */
export function dueOf(row: ReadReceivable, customer: KnownCustomer, isWorkday: IsWorkday): Day {
  return row.dueOn ?? dueOnOf(row.documentOn, row.terms ?? customer.terms, customer, isWorkday)
}

/** Notes as a problem why nothing may be posted on the day of a row: it is years away, or its month is closed. */
const dayGate = ({ today, firstOpen }: LedgerView, titles: Titles, tooFarAhead: TooFarAhead, problems: Problems) => (on: Day, row: number): boolean => {
  if (tooFarAhead(on, today)) problems.add(row, titles.day, 'DAY_TOO_FAR', on)
  else if (on < firstOpen) problems.add(row, titles.day, 'PERIOD_CLOSED', on, { month: monthOf(on), day: firstOpen })
  else return false
  return true
}

export function planReceivables(
  rows: readonly ReadReceivable[], view: LedgerView, { invoices, sources }: KnownDocuments, customers: Customers,
  titles: Titles, tooFarAhead: TooFarAhead, problems: Problems, skipped: Skipped,
): PlannedReceivable[] {
  const planned: PlannedReceivable[] = []
  const refusesDay = dayGate(view, titles, tooFarAhead, problems)
  // Thousands of rows share a day, a customer and a rule; the calendar is asked once for each.
  const dueDays = new Map<string, Day>()
  for (const row of rows) {
    const customer = customers.of(row.party, row.row, titles.customer, problems)
    if (!customer) continue
    const total = view.imported.get(row.key)
    // Two customers may use the same number for papers of their own, so only that of this customer is the same one.
    const inLedger = row.invoiceNumber ? invoices.get(row.invoiceNumber) : sources.get(row.sourceNumber)?.find(({ customerId }) => customerId === customer.id)
    if (total !== undefined || inLedger) {
      if (inLedger && inLedger.customerId !== customer.id) differs(row.row, titles.customer, customer.name)
      else if (inLedger && inLedger.currency !== row.currency) differs(row.row, titles.amount, `${row.currency} ${decimalText(row.total)}`, `${inLedger.currency} ${decimalText(inLedger.total)}`)
      else if ((total ?? inLedger?.total) !== row.total) differs(row.row, titles.amount, String(row.total / 100), total ?? inLedger?.total)
      else skipped.add('existing', row.row, [{ field: titles.amountField, currency: row.currency, amount: row.total }])
      continue
    }
    if (refusesDay(row.documentOn, row.row) || countsTwice(row, customer.id)) continue
    const key = row.dueOn ?? (row.terms ? null : `${customer.id}|${row.documentOn}`)
    let due = key === null ? undefined : dueDays.get(key)
    if (due === undefined) {
      due = dueOf(row, customer, view.isWorkday)
      if (key !== null) dueDays.set(key, due)
    }
    planned.push({ ...row, customerId: customer.id, due })
  }
  return planned

  /** A balance holds every document up to its day, so that one of the two is enough. */
  function countsTwice({ row, asOf, documentOn, currency, total }: ReadReceivable, customerId: number): boolean {
    const { balances, documents } = view.opened ?? {}
    const [balance, document] = [balances?.get(owner(customerId, currency)), documents?.get(owner(customerId, currency))]
    if (balance !== undefined && (asOf !== undefined || documentOn <= balance)) problems.add(row, titles.amount, 'IN_BALANCE', decimalText(total), { day: balance })
    else if (asOf !== undefined && document !== undefined && document <= asOf) problems.add(row, titles.amount, 'HAS_DOCUMENTS', decimalText(total), { day: document })
    else return false
    return true
  }

  function differs(row: number, title: string, value: string, ledger?: number | string): void {
    problems.add(row, title, 'DIFFERS_FROM_LEDGER', value, ledger === undefined ? undefined : { ledger })
  }
}

/** Where the payer is unknown, the customer whose invoice or contract the remark names; numbers of several customers say nothing. */
export function customerOfReferences(row: ReadReceipt, referenced: ReadonlyMap<string, number>): number | null {
  const ids = new Set(referencesIn(row).flatMap((number) => referenced.get(number) ?? []))
  const [only] = ids
  return ids.size === 1 && only !== undefined ? only : null
}

/** Numbers of a row that may be those of invoices, contracts or orders. */
export const referencesIn = (row: ReadReceipt): string[] => [...row.invoiceNumbers, ...numbersNamed(row.reference)]

export function planReceipts(
  rows: readonly ReadReceipt[], view: LedgerView & { startOn: Day | null }, referenced: ReadonlyMap<string, number>, customers: Customers,
  options: { statement: boolean }, titles: Titles, tooFarAhead: TooFarAhead, problems: Problems, skipped: Skipped,
): PlannedReceipt[] {
  const planned: PlannedReceipt[] = []
  const refusesDay = dayGate(view, titles, tooFarAhead, problems)
  const leave = (reason: string, { row, currency, amount }: ReadReceipt): void => skipped.add(reason, row, [{ field: titles.amountField, currency, amount }])
  for (const row of rows) {
    if (view.startOn !== null && row.receivedOn < view.startOn) {
      leave('history', row)
      continue
    }
    const total = view.imported.get(row.key)
    if (total !== undefined) {
      if (total === row.amount) leave('existing', row)
      else problems.add(row.row, titles.amount, 'DIFFERS_FROM_LEDGER', String(row.amount / 100), { ledger: total })
      continue
    }
    if (refusesDay(row.receivedOn, row.row)) continue
    const customer = customerOf(row)
    if (customer) planned.push({ ...row, customerId: customer.id })
  }
  return planned

  function customerOf(row: ReadReceipt): KnownCustomer | null {
    if (!options.statement) return customers.of(row.party, row.row, titles.customer, problems)
    const found = customers.index.find(row.party)
    if (typeof found !== 'string') return found
    const known = customers.index.findPayer(row.party.name, row.reference) ?? customers.byId(customerOfReferences(row, referenced) ?? 0)
    if (known) return known
    // Money of a payer whom nobody knows yet is kept apart, never lost; a payer is not made a customer just for having paid.
    if (customers.create) return customers.of({ ...UNIDENTIFIED, taxNumber: '', salesperson: '', department: '' }, row.row, titles.customer, problems)
    problems.add(row.row, titles.customer, 'UNKNOWN_CUSTOMER', row.party.name || row.reference, { name: row.party.name, code: '' })
    return null
  }
}
