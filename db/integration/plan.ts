/** Reads a table against the ledger: what would be posted, what is left out and why, and every problem. Writes nothing. */
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { planCustomers } from '../../shared/integration/customerPlan.ts'
import { readCustomers, type ReadCustomer } from '../../shared/integration/customers.ts'
import type { DateOrder } from '../../shared/sheets/days.ts'
import type { Mapping } from '../../shared/sheets/header.ts'
import type { List } from '../../shared/sheets/list.ts'
import { fittingMapping, locate, openPlace, proposedMapping, type Place, type Wanted } from '../../shared/sheets/locate.ts'
import { ALL_LISTS, LISTS } from '../../shared/integration/fields.ts'
import { Customers, planReceipts, planReceivables, referencesIn, type NewCustomer, type PlannedReceipt, type PlannedReceivable, type Titles } from '../../shared/integration/plan.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { readReceipts } from '../../shared/integration/receipts.ts'
import { readReceivables } from '../../shared/integration/receivables.ts'
import type { Target } from '../../shared/integration/schemas.ts'
import type { SkippedRows } from '../../shared/sheets/schemas.ts'
import type { MonthEndOrder } from '../../shared/terms/reading.ts'
import type { TableFile } from '../../shared/sheets/table.ts'
import { knownCustomers } from '../customers/known.ts'
import type { Calendar } from '../invoices/commands.ts'
import { customersByReference } from '../invoices/references.ts'
import { firstOpenDay } from '../openMonths.ts'
import type { Reader } from '../reader.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import { rememberedMapping } from './queries.ts'
import { importedKeys, invoicesByNumber, type KnownInvoice } from './view.ts'

export interface ImportOptions extends Wanted {
  target?: Target | undefined
  mapping?: Mapping | undefined
  currency?: string | undefined
  dateOrder?: DateOrder | undefined
  /** Left out, unknown customers are created only where the ledger has none at all yet. */
  createCustomers?: boolean | undefined
  allocate: 'none' | 'suggest'
}

export interface ImportPlan {
  place: Place<Target> | null
  list: List | null
  target: Target | null
  mapping: Mapping
  /** The mapping came from an earlier import of a file with this header. */
  remembered: boolean
  problems: Problems
  skipped: SkippedRows
  customers: ReadCustomer[]
  /** Whether unknown customers are created, as asked for or by the state of the ledger. */
  createCustomers: boolean
  newCustomers: readonly NewCustomer[]
  receivables: PlannedReceivable[]
  /** Invoices of the ledger that rows of the file repeat or correct. */
  invoices: ReadonlyMap<string, KnownInvoice>
  receipts: PlannedReceipt[]
  statement: boolean
  /** The first day that the ledger gets from the title of an opening list, when it has none yet. */
  startOn: Day | null
}

export async function planImport(reader: Reader, table: TableFile, options: ImportOptions, calendar: Calendar): Promise<ImportPlan> {
  const problems = new Problems()
  const place = locate(table, options.target ? [LISTS[options.target]] : ALL_LISTS, options)
  const plan: ImportPlan = {
    place, list: null, target: place?.kind.name ?? null, mapping: {}, remembered: false, problems, skipped: {}, customers: [], createCustomers: options.createCustomers ?? false, newCustomers: [],
    receivables: [], invoices: new Map(), receipts: [], statement: false, startOn: null,
  }
  if (!place) {
    problems.add(null, '', 'NO_HEADER')
    return plan
  }
  const remembered = options.mapping ? null : await rememberedMapping(reader, place)
  plan.remembered = remembered !== null
  plan.mapping = fittingMapping(place, options.mapping ?? remembered ?? proposedMapping(place))
  const list = openPlace(place, plan.mapping, { dateOrder: options.dateOrder, today: calendar.today, said: options.mapping !== undefined || plan.remembered, ownCurrency: (await loadCompany(reader)).currency }, problems)
  plan.list = list
  plan.skipped = list.skipped.all()
  if (problems.count > 0) return plan
  if (place.kind.name === 'customers') await customers(reader, plan, list)
  else if (place.kind.name === 'receivables') await receivables(reader, plan, list, options, calendar)
  else await receipts(reader, plan, list, options, calendar)
  plan.skipped = list.skipped.all()
  return plan
}

const tooFarAhead = (day: Day, today: Day): boolean => day > addDays(today, DAYS_AHEAD)

/** The header words of the columns that a problem of matching names. */
function titlesOf(list: List, amount: readonly string[], day: string): Titles {
  const first = (fields: readonly string[]): string => list.columns.get(fields.find((field) => list.columns.has(field)) ?? '')?.title ?? ''
  return {
    customer: first(['customerCode', 'taxNumber', 'customerName']), number: first(['electronicNumber', 'invoiceNumber', 'number', 'serial']),
    amount: first(amount), amountField: amount.find((field) => list.columns.has(field)) ?? 'amount', day: first([day]),
  }
}

/** What 30天月结 means here; an office that was not asked yet takes the days first. */
async function monthEndOrder(reader: Reader): Promise<MonthEndOrder> {
  const { monthEndOrder: said } = await loadOptions(reader)
  return said === 'unasked' ? 'after' : said
}

async function customers(reader: Reader, plan: ImportPlan, list: List): Promise<void> {
  const read = readCustomers(list, plan.problems, await monthEndOrder(reader))
  const titles = { code: list.columns.get('code')?.title ?? '', name: list.columns.get('name')?.title ?? '' }
  plan.customers = planCustomers(read.rows, await knownCustomers(reader), titles, plan.problems, list.skipped)
}

async function receivables(reader: Reader, plan: ImportPlan, list: List, options: ImportOptions, calendar: Calendar): Promise<void> {
  const company = await loadCompany(reader)
  const read = readReceivables(list, { currency: options.currency ?? company.currency, startOn: company.startOn, monthEndOrder: await monthEndOrder(reader) }, plan.problems)
  plan.startOn = company.startOn === null ? read.startOn : null
  plan.invoices = await invoicesByNumber(reader, read.rows.flatMap((row) => [row.invoiceNumber, row.corrects].filter((number) => number !== '')))
  const view = { customers: await knownCustomers(reader), imported: await importedKeys(reader, 'receivables', read.rows.map(({ key }) => key)), firstOpen: await firstOpenDay(reader), ...calendar }
  plan.createCustomers = options.createCustomers ?? view.customers.length === 0
  const parties = new Customers(view.customers, plan.createCustomers)
  plan.receivables = planReceivables(read.rows, view, plan.invoices, parties, titlesOf(list, ['gross', 'amount', 'open'], 'documentOn'), tooFarAhead, plan.problems, list.skipped)
  plan.newCustomers = parties.created
}

async function receipts(reader: Reader, plan: ImportPlan, list: List, options: ImportOptions, calendar: Calendar): Promise<void> {
  const company = await loadCompany(reader)
  const read = readReceipts(list, { currency: options.currency ?? company.currency }, plan.problems)
  plan.statement = read.statement
  const view = {
    customers: await knownCustomers(reader), imported: await importedKeys(reader, 'receipts', read.rows.map(({ key }) => key)), startOn: company.startOn, firstOpen: await firstOpenDay(reader), ...calendar,
  }
  const referenced = read.statement ? await customersByReference(reader, read.rows.flatMap(referencesIn)) : new Map<string, number>()
  // The payers of a bank statement are whoever paid; they are kept apart only when somebody asks for it.
  plan.createCustomers = options.createCustomers ?? (!read.statement && view.customers.length === 0)
  const parties = new Customers(view.customers, plan.createCustomers)
  plan.receipts = planReceipts(read.rows, view, referenced, parties, { statement: read.statement }, titlesOf(list, ['amount'], 'receivedOn'), tooFarAhead, plan.problems, list.skipped)
  plan.newCustomers = parties.created
}
