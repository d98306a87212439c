/** Reads a table against the ledger: what would be posted, what is left out and why, and every problem. Writes nothing. */
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { planCustomers } from '../../shared/integration/customerPlan.ts'
import { readCustomers, type ReadCustomer } from '../../shared/integration/customers.ts'
import type { DateOrder } from '../../shared/sheets/days.ts'
import { LISTS } from '../../shared/integration/fields.ts'
import { proposeMapping, type Mapping } from '../../shared/sheets/header.ts'
import type { List } from '../../shared/sheets/list.ts'
import { takeOut } from '../../shared/sheets/leaveOut.ts'
import { fittingMapping, openPlace, proposedMapping, type Place, type Wanted } from '../../shared/sheets/locate.ts'
import { readBalances, statedDayOf } from '../../shared/integration/balances.ts'
import type { Buckets } from '../../shared/integration/buckets.ts'
import { aboutOf, findList, type OtherList } from '../../shared/integration/listKind.ts'
import { proveTotals } from '../../shared/integration/listTotals.ts'
import { Customers, planReceipts, planReceivables, referencesIn, type NewCustomer, type PlannedReceipt, type PlannedReceivable, type Titles } from '../../shared/integration/plan.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { readReceipts } from '../../shared/integration/receipts.ts'
import { readReceivables, type ReadReceivables } from '../../shared/integration/receivables.ts'
import type { Target } from '../../shared/integration/schemas.ts'
import type { LeaveOut, LeftOutRow, SkippedRows } from '../../shared/sheets/schemas.ts'
import type { MonthEndOrder } from '../../shared/terms/reading.ts'
import { cellText, type TableFile } from '../../shared/sheets/table.ts'
import { knownCustomers } from '../customers/known.ts'
import type { Calendar } from '../invoices/commands.ts'
import { customersByReference } from '../invoices/references.ts'
import { firstOpenDay } from '../openMonths.ts'
import type { Reader } from '../reader.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import { rememberedMapping } from './queries.ts'
import { documentsBySource, importedKeys, invoicesByNumber, openedBy, type KnownInvoice } from './view.ts'

export interface ImportOptions extends Wanted {
  target?: Target | undefined
  mapping?: Mapping | undefined
  currency?: string | undefined
  dateOrder?: DateOrder | undefined
  /** Left out, unknown customers are created only where the ledger has none at all yet. */
  createCustomers?: boolean | undefined
  allocate: 'none' | 'suggest'
  /** The day of a list of balances, where somebody said it. */
  asOf?: Day | undefined
  leaveOut?: LeaveOut | undefined
}

export interface ImportPlan {
  place: Place<Target> | null
  list: List | null
  target: Target | null
  /** The kinds that the list may be, where nothing tells which; somebody has to say it. */
  asked: readonly Target[]
  mapping: Mapping
  /** The mapping came from an earlier import of a file with this header. */
  remembered: boolean
  problems: Problems
  skipped: SkippedRows
  /** Rows that somebody left out, with the reasons. */
  leftOut: LeftOutRow[]
  /** What is to be told, and stops nothing. */
  notes: Problems
  customers: ReadCustomer[]
  /** Whether unknown customers are created, as asked for or by the state of the ledger. */
  createCustomers: boolean
  newCustomers: readonly NewCustomer[]
  receivables: PlannedReceivable[]
  /** Invoices of the ledger that rows of the file repeat or correct. */
  invoices: ReadonlyMap<string, KnownInvoice>
  receipts: PlannedReceipt[]
  statement: boolean
  /** The day of an opening list: as its title says, or whoever imports it. */
  openingAsOf: Day | null
  /** The first day that the ledger gets from the title of an opening list, when it has none yet. */
  startOn: Day | null
}

export async function planImport(reader: Reader, table: TableFile, options: ImportOptions, calendar: Calendar, fileName = ''): Promise<ImportPlan> {
  const problems = new Problems()
  const { place, buckets, asked, other } = findList(table, fileName, options)
  const plan: ImportPlan = {
    place, list: null, target: place?.kind.name ?? null, asked, mapping: {}, remembered: false, problems, skipped: {}, leftOut: [], notes: new Problems(), customers: [], createCustomers: options.createCustomers ?? false, newCustomers: [],
    receivables: [], invoices: new Map(), receipts: [], statement: false, openingAsOf: null, startOn: null,
  }
  if (!place) {
    problems.add(null, '', 'NO_HEADER')
    return plan
  }
  const remembered = options.mapping ? null : await rememberedMapping(reader, place)
  plan.remembered = remembered !== null
  if (plan.remembered) plan.asked = []
  plan.mapping = fittingMapping(place, options.mapping ?? remembered ?? proposedMapping(place))
  if (!options.mapping && !plan.remembered) askReceived(place, plan.mapping, problems)
  const list = openPlace(place, plan.mapping, { dateOrder: options.dateOrder, today: calendar.today, said: options.mapping !== undefined || plan.remembered, ownCurrency: (await loadCompany(reader)).currency }, problems)
  plan.list = list
  plan.openingAsOf = list.openingAsOf
  plan.leftOut = takeOut(list, place, options.leaveOut ?? [], problems)
  if (other) problems.add(null, '', OTHER_LISTS[other])
  else if (plan.asked.length > 0) problems.add(null, '', 'KIND_UNKNOWN', '', { targets: asked.join(', ') })
  plan.skipped = list.skipped.all()
  if (problems.count > 0) return plan
  if (place.kind.name === 'customers') await customers(reader, plan, list)
  else if (place.kind.name === 'receivables' || place.kind.name === 'balances') await receivables(reader, plan, list, options, calendar, { buckets, about: aboutOf(place, fileName) })
  else await receipts(reader, plan, list, options, calendar)
  plan.skipped = list.skipped.all()
  return plan
}

const RECEIVED = /(?:回款|收款|到账|已付|已收)(?:金额|额)?$|^(?:paid|received|collected)/i
const NOT_RECEIVED = /未|待|应收|计划|预计|预期|约定|比例|率|是否/

/** Money that came in, told in columns that are not read, as 1月回款 and 2月回款: without them the whole document would stay open. */
function askReceived({ header, rows, kind }: Place<Target>, mapping: Mapping, problems: Problems): void {
  if (kind.name !== 'receivables' || 'open' in mapping || 'localOpen' in mapping || 'credit' in mapping) return
  const taken = new Set(Object.values(mapping))
  for (const [index, cell] of header.row.cells.entries()) {
    const title = cellText(cell).trim()
    if (taken.has(index) || !RECEIVED.test(title) || NOT_RECEIVED.test(title)) continue
    if (rows.some(({ cells }) => typeof cells[index] === 'number' && cells[index] !== 0 || /^[¥\s]*[1-9][\d,]*(?:\.\d+)?$/.test(cellText(cells[index])))) problems.add(null, title, 'UNSURE_COLUMN', '', { field: 'received', index })
  }
}

/** How a list that is none of ours is refused. */
const OTHER_LISTS: Record<OtherList, string> = { payables: 'PAYABLES_LIST', payments: 'PAYMENTS_LIST', orders: 'ORDERS_LIST', bankJournal: 'BANK_JOURNAL' }

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
  noteDebts(plan)
  plan.customers = planCustomers(read.rows, await knownCustomers(reader), titles, plan.problems, list.skipped)
}

/** A file of customers may tell what each of them owes as well, which is not read with their addresses and must not be lost unsaid. */
function noteDebts({ place, mapping, notes }: ImportPlan): void {
  if (!place) return
  const taken = new Set(Object.values(mapping))
  const money = LISTS.balances.fields.filter(({ kind, field }) => kind === 'amount' && !['debit', 'credit'].includes(field))
  const found = proposeMapping(Array.from(place.header.row.cells, (cell) => cellText(cell)), money).mapping
  for (const column of new Set(Object.values(found))) {
    const filled = place.rows.filter(({ cells }) => typeof cells[column] === 'number' || /^[\s¥(（-]*\d/.test(cellText(cells[column]))).length
    if (!taken.has(column) && filled > 0) notes.add(null, cellText(place.header.row.cells[column]), 'DEBTS_NOT_READ', String(filled))
  }
}

/** A red invoice whose blue one is neither in the file nor in the ledger stays as the customer's credit, which somebody should know. */
function noteLonelyCredits(plan: ImportPlan, titles: Titles): void {
  const inFile = new Set(plan.receivables.map(({ invoiceNumber, customerId }) => `${customerId}|${invoiceNumber}`))
  plan.notes.sheets = plan.problems.sheets
  for (const { row, corrects, customerId } of plan.receivables) {
    if (corrects === '' || inFile.has(`${customerId}|${corrects}`) || plan.invoices.get(corrects)?.customerId === customerId) continue
    plan.notes.add(row, titles.number, 'BLUE_NOT_FOUND', corrects)
  }
  // What the list itself says was taken back stays open until the red invoice comes, which somebody should know as well.
  const takenBack = new Set(plan.receivables.map(({ corrects }) => corrects))
  for (const { row, reversed, invoiceNumber, sourceNumber, amount } of plan.receivables) {
    if (reversed && !takenBack.has(invoiceNumber)) plan.notes.add(row, titles.number, 'RED_NOT_FOUND', invoiceNumber || sourceNumber, { total: amount })
  }
}

/** The columns of which a list of debts has its amounts, those that say most of a document first. */
const DEBT_AMOUNTS = ['gross', 'amount', 'net', 'debit', 'open', 'debitBalance', 'localAmount', 'localOpen', 'begin']

async function receivables(
  reader: Reader, plan: ImportPlan, list: List, options: ImportOptions, calendar: Calendar, { buckets, about }: { buckets: Buckets | null; about: string },
): Promise<void> {
  const company = await loadCompany(reader)
  const settings = { currency: options.currency ?? company.currency, ownCurrency: company.currency, startOn: company.startOn, own: company, notes: plan.notes, monthEndOrder: await monthEndOrder(reader) }
  proveTotals(list, plan.target === 'balances' ? ['open', 'debitBalance', 'begin'] : DEBT_AMOUNTS, plan.problems)
  const read = plan.target === 'balances' ? balances() : readReceivables(list, settings, plan.problems)
  plan.startOn = company.startOn === null ? read.startOn : null
  const numbers = read.rows.flatMap((row) => [row.invoiceNumber, row.corrects].filter((number) => number !== ''))
  plan.invoices = await invoicesByNumber(reader, numbers)
  const sources = await documentsBySource(reader, read.rows.flatMap((row) => (row.invoiceNumber === '' && row.sourceNumber !== '' ? [row.sourceNumber] : [])))
  const view = { customers: await knownCustomers(reader), imported: await importedKeys(reader, 'receivables', read.rows.map(({ key }) => key)), firstOpen: await firstOpenDay(reader), opened: await openedBy(reader, { balances: plan.target === 'balances' }), ...calendar }
  plan.createCustomers = options.createCustomers ?? view.customers.length === 0
  const parties = new Customers(view.customers, plan.createCustomers)
  const titles = titlesOf(list, DEBT_AMOUNTS, 'documentOn')
  plan.receivables = planReceivables(read.rows, view, { invoices: plan.invoices, sources }, parties, titles, tooFarAhead, plan.problems, list.skipped)
  if (read.receipts.length > 0) {
    const imported = await importedKeys(reader, 'receipts', read.receipts.map(({ key }) => key))
    plan.receipts = planReceipts(read.receipts, { ...view, imported, startOn: company.startOn }, new Map(), parties, { statement: false }, titles, tooFarAhead, plan.problems, list.skipped)
  }
  noteLonelyCredits(plan, titles)
  plan.newCustomers = parties.created

  function balances(): ReadReceivables {
    plan.openingAsOf = options.asOf ?? list.openingAsOf ?? statedDayOf(about)
    return readBalances(list, buckets, plan.openingAsOf, settings, plan.problems)
  }
}

async function receipts(reader: Reader, plan: ImportPlan, list: List, options: ImportOptions, calendar: Calendar): Promise<void> {
  const company = await loadCompany(reader)
  proveTotals(list, ['amount', 'localAmount'], plan.problems)
  const read = readReceipts(list, { currency: options.currency ?? company.currency, ownCurrency: company.currency }, plan.problems)
  plan.statement = read.statement
  const view = {
    customers: await knownCustomers(reader), imported: await importedKeys(reader, 'receipts', read.rows.map(({ key }) => key)), startOn: company.startOn, firstOpen: await firstOpenDay(reader), ...calendar,
  }
  const referenced = read.statement ? await customersByReference(reader, read.rows.flatMap(referencesIn)) : new Map<string, number>()
  // The payers of a bank statement are whoever paid; they are kept apart only when somebody asks for it.
  plan.createCustomers = options.createCustomers ?? (!read.statement && view.customers.length === 0)
  const parties = new Customers(view.customers, plan.createCustomers)
  plan.receipts = planReceipts(read.rows, view, referenced, parties, { statement: read.statement }, titlesOf(list, ['amount', 'localAmount'], 'receivedOn'), tooFarAhead, plan.problems, list.skipped)
  plan.newCustomers = parties.created
}
