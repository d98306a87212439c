/** What kind of list a file holds: by its header, its title, sheet and file name, the words of its rows. What is unsure is asked. */
import { ALL_LISTS, LISTS } from './fields.ts'
import { withBuckets } from './balances.ts'
import { bucketsOf, type Buckets } from './buckets.ts'
import { ungrouped } from './grouped.ts'
import { parseKind, type RowKind } from './kinds.ts'
import { locate, proposedMapping, type Place, type Wanted } from '../sheets/locate.ts'
import { proposeMapping, type Mapping } from '../sheets/header.ts'
import type { Target } from './schemas.ts'
import { cellText, type TableFile } from '../sheets/table.ts'
import { plainHeader } from '../sheets/words.ts'

/** A list that is none of ours, by the word that a refusal says: what is owed to others, money that went out, papers without a debt, a bank's book. */
export type OtherList = 'payables' | 'payments' | 'orders' | 'bankJournal'

export interface FoundList {
  place: Place<Target> | null
  buckets: Buckets | null
  /** The kinds that it may be, where nothing tells which; the place is then the likeliest. */
  asked: readonly Target[]
  /** What it is instead, where it is none of ours. */
  other: OtherList | null
}

const RECEIPTS = /收款(?!方式|条件|账)|回款|到账|实收|进账|receipts?\b|payments? received|cash received|remittance/i
const DEBTS = /应收|发票|开票|欠款|未收|销售清单|销售明细|销货|对账|invoices?\b|receivable|outstanding|open items|debtors/i
const BALANCES = /汇总表|余额表|账龄(?:分析)?表|往来余额|客户余额|期初余额|summary|aging|ageing|aged/i
const OTHERS: readonly [OtherList, RegExp][] = [
  ['payables', /预付|预收(?:账款|款余额|款汇总)|应付(?:$|账款|款|单|票据|明细|余额|汇总)|进项|采购(?:$|发票|明细|清单|列表|台账|单)|(?:取得|收到)的?发票|供应商(?:往来|对账|余额|明细|列表|发票)|payables?\b|(?:vendor|supplier) (?:bills?|invoices?|balances?|ledger|aging)|purchase (?:invoices?|ledger|journal)/i],
  ['payments', /付款单|付款明细|付款登记|支出明细|报销|payments? made|disbursements?/i],
  ['orders', /销售订单(?:列表|明细|表|$)|订单列表|合同(?:台账|列表|明细|清单|汇总|一览|登记)|报价单|发货单|出库单|送货单|sales orders?\b|quotations?\b|delivery notes?\b/i],
  ['bankJournal', /日记账|银行存款账|journal of bank|bank journal/i],
]
/** What we are owed or was paid to us; a name that says so beside one of the others is no sign of it. */
const OURS = /应收|销项|开具|收款|回款|receivable|sales invoice|receipts?\b/i
/** Titles that only a list of debts has, or only one of money that came in; a balance may stand in either. */
const SURE_DEBT_TITLES = /发票|开票|到期|应收|未收|已收|价税|立账|due|invoice|billed/
const SURE_RECEIPT_TITLES = /收款|到账|回款|实收|receipt|received/
const DEBT_TITLES = /发票|开票|到期|应收|余额|未收|已收|欠|价税|立账|due|invoice|balance|outstanding|billed/
const RECEIPT_TITLES = /收款|到账|回款|实收|付款人|付款单位|付款方|结算方式|receipt|received|payment|payer|流水号|对方/
const SUPPLIER_TITLES = /^(?:供应商|供货商|供应商名称|供应商编码|vendor|supplier|vendorname|suppliername|payee)$/
const ORDER_DAY = /^(?:签订|签约|合同签订|合同|订单|下单|下达|报价|询价|交货|送货|发货|出库|生效)(?:日期?|时间)$/
const DEBT_DAY = /发票|开票|到期|单据日期|收款日|回款日|应收日|记账|入账|凭证|立账|^(?:日期|业务日期)$/
const CUSTOMER_DETAILS = ['contact', 'phone', 'email', 'address', 'bankName', 'bankAccount', 'terms', 'cutOffDate', 'creditLimit', 'mnemonic']

/** The list of a file with its kind; a kind that somebody has said is taken as said. */
export function findList(table: TableFile, fileName: string, wanted: Wanted & { target?: Target | undefined; mapping?: Mapping | undefined }): FoundList {
  const found = told(table, fileName, wanted)
  return { ...found, place: found.place && ungrouped(found.place) }
}

function told(given: TableFile, fileName: string, wanted: Wanted & { target?: Target | undefined; mapping?: Mapping | undefined }): FoundList {
  const nothing = { buckets: null, asked: [], other: null }
  const { table, others } = withoutOthers(given, wanted)
  const target = wanted.target ?? mappedTo(wanted.mapping)
  if (target === 'balances') return { ...nothing, ...balancesIn(table, fileName, wanted) }
  if (target) return { ...nothing, place: locate(table, [LISTS[target]], wanted) }
  const found = ofOneKind(locate(table, ALL_LISTS, wanted), table, wanted)
  const place = found && others.length > 0 ? { ...found, unread: [...found.unread, ...others.map(({ name, rows, hidden }) => ({ name, rows: rows.length, hidden }))] } : found
  const balances = balancesIn(table, fileName, wanted)
  if (!place) return { ...nothing, ...(balances.place && complete(balances.place) ? balances : { place: null }) }
  const about = aboutOf(place, fileName)
  const titles = titlesOf(place).map(plainHeader)
  const types = typesOf(place)
  const other = boughtBy(place) ? 'payables' : otherList(about, titles, types)
  if (balances.place && isBalances(place, balances.place, balances.buckets, about)) return { ...nothing, ...balances, other }
  if (place.kind.name === 'customers') return { ...nothing, place }
  const kind = kindOf(place, about, titles, types)
  const sure = kind ?? place.kind.name
  const chosen = sure === place.kind.name ? place : locate(table, [LISTS[sure]], wanted) ?? place
  return { ...nothing, place: chosen, asked: kind === null ? ['receivables', 'receipts'] : [], other }
}

/** What a line calls a list that is none of ours. */
const otherNamed = (lines: readonly string[]): OtherList | undefined => OTHERS.find(([, word]) => lines.some((line) => word.test(line) && !OURS.test(line)))?.[0]

/** The file without sheets whose own name or title says that they are no list of ours, where others are; they are named as not read. */
function withoutOthers(table: TableFile, wanted: Wanted): { table: TableFile; others: TableFile['sheets'] } {
  const isOther = ({ name, rows }: TableFile['sheets'][number]): boolean =>
    otherNamed([name.trim(), ...rows.slice(0, 3).flatMap(({ cells }) => (cells.filter((cell) => cell !== null).length === 1 ? cells.map((cell) => cellText(cell)) : []))]) !== undefined
  const others = wanted.sheet !== undefined || table.sheets.length < 2 ? [] : table.sheets.filter(isOther)
  const rest = table.sheets.filter((sheet) => !others.includes(sheet))
  return others.length > 0 && rest.some(({ hidden }) => !hidden) && locate({ ...table, sheets: rest }, ALL_LISTS, {}) !== null ? { table: { ...table, sheets: rest }, others } : { table, others: [] }
}

/** Sheets of the same columns are one list only where their names and titles do not tell receipts from debts; the others are named as not read. */
function ofOneKind(place: Place<Target> | null, table: TableFile, wanted: Wanted): Place<Target> | null {
  if (!place || place.parts.length < 2) return place
  const kinds = new Set(place.parts.map(({ sheet, above }) => {
    const about = [sheet.name, ...above.flatMap(({ cells }) => cells.map((cell) => cellText(cell)))].join('\n')
    return RECEIPTS.test(about) === DEBTS.test(about) ? '' : RECEIPTS.test(about) ? 'receipts' : 'debts'
  }))
  return kinds.has('receipts') && kinds.has('debts') ? locate(table, ALL_LISTS, { ...wanted, sheet: place.sheet.name }) : place
}

/** Who says what the columns mean says what the list is, where only one kind has these fields. */
function mappedTo(mapping: Mapping | undefined): Target | undefined {
  const fitting = mapping === undefined ? [] : Object.values(LISTS).filter(({ fields }) => Object.keys(mapping).every((each) => fields.some(({ field }) => field === each)))
  return fitting.length === 1 ? fitting[0]?.name : undefined
}

const titlesOf = (place: Place): string[] => Array.from(place.header.row.cells, (cell) => cellText(cell))

/** File, sheet and the lines above the header, which say what a list is called. */
export function aboutOf(place: Place, fileName: string): string {
  const above = place.parts.flatMap((part) => part.above.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')))
  return [fileName.replace(/\.\w+$/, ''), ...place.parts.map(({ sheet }) => sheet.name), ...above].join('\n')
}

/** An aged list whose ages stand in a second line of the header, and whose customers may stand under no title at all, with one line that says all. */
function withOneHeader(table: TableFile): TableFile {
  return {
    ...table, sheets: table.sheets.map((sheet) => {
      const at = sheet.rows.slice(0, SEARCHED_ROWS).findIndex(({ cells }) => bucketsOf(Array.from(cells, (cell) => (typeof cell === 'string' ? cell : '')), '') !== null)
      const [upper, lower] = [sheet.rows[at - 1], sheet.rows[at]]
      if (!lower) return sheet
      const texts = Array.from(lower.cells, (cell) => cellText(cell))
      const ages = new Set(bucketsOf(texts, '')?.columns.map(({ column }) => column))
      const above = (column: number): string => cellText(upper?.cells[column])
      const joins = upper !== undefined && upper.row === lower.row - 1 && texts.every((text, column) => text === '' || ages.has(column)) && texts.some((text, column) => text === '' && above(column) !== '')
      const titles = joins ? Array.from({ length: Math.max(texts.length, upper.cells.length) }, (_, column) => texts[column] || above(column)) : texts
      const named = titles[0] !== '' || sheet.rows.slice(at + 1).every(({ cells }) => typeof cells[0] !== 'string') ? titles : ['Customer', ...titles.slice(1)]
      const header = { ...lower, cells: named.map((text) => (text === '' ? null : text)) }
      return { ...sheet, rows: [...sheet.rows.slice(0, joins ? at - 1 : at), header, ...sheet.rows.slice(at + 1)] }
    }),
  }
}

function balancesIn(given: TableFile, fileName: string, wanted: Wanted): { place: Place<Target> | null; buckets: Buckets | null } {
  const table = withOneHeader(given)
  const lines = table.sheets.flatMap(({ rows }) => rows.slice(0, SEARCHED_ROWS)).map(({ cells }) => Array.from(cells, (cell) => (typeof cell === 'string' ? cell : '')))
  const aged = lines.reduce<Buckets | null>((found, titles) => found ?? bucketsOf(titles, ''), null)
  const place = locate<Target>(table, [withBuckets(LISTS.balances, aged)], wanted)
  return { place, buckets: place && aged ? bucketsOf(titlesOf(place), aboutOf(place, fileName)) : null }
}
const SEARCHED_ROWS = 60

/** Whether a list has all that its kind needs. */
function complete(place: Place<Target>): boolean {
  const mapping = proposedMapping(place)
  return place.kind.required.every((group) => group.some((field) => field in mapping))
}

/** A list of balances is one that tells of customers what they owe and of no document its day. */
function isBalances(place: Place<Target>, balances: Place<Target>, buckets: Buckets | null, about: string): boolean {
  if (balances.header.row.row !== place.header.row.row && complete(place)) return false
  if (!complete(balances)) return false
  const mapping = proposedMapping(place)
  if ('documentOn' in mapping || 'receivedOn' in mapping) return false
  if (place.kind.name !== 'customers') return true
  // A file of customers may tell what each owes as well; their addresses are what it is about.
  return buckets !== null || BALANCES.test(about) || CUSTOMER_DETAILS.filter((field) => field in mapping).length < 2
}

/** How many rows the list's own words call what. */
function typesOf(place: Place<Target>): Map<RowKind | null, number> {
  const column = proposeMapping(titlesOf(place), LISTS.receivables.fields.filter(({ field }) => field === 'kind')).mapping['kind']
  const types = new Map<RowKind | null, number>()
  if (column === undefined) return types
  for (const row of place.rows) {
    const text = cellText(row.cells[column]).trim()
    if (text !== '') types.set(parseKind(text), (types.get(parseKind(text)) ?? 0) + 1)
  }
  return types
}

/** Receivables or receipts, null where nothing tells. */
function kindOf(place: Place<Target>, about: string, titles: readonly string[], types: ReadonlyMap<RowKind | null, number>): 'receivables' | 'receipts' | null {
  const documents = [...types.keys()].filter((type) => type !== null && type !== 'receipt')
  if (types.has('receipt') && documents.length === 0 && !types.has(null)) return 'receipts'
  if (types.has('receipt') && documents.length > 0) return 'receivables'
  const [receipts, debts] = [RECEIPTS.test(about), DEBTS.test(about)]
  if (receipts !== debts && complete(place)) {
    // A name says more than words that both kinds of lists share, and less than columns that only one of them has.
    const [money, papers] = [titles.some((title) => SURE_RECEIPT_TITLES.test(title)), titles.some((title) => SURE_DEBT_TITLES.test(title))]
    if (receipts && !papers) return 'receipts'
    if (debts && !money) return 'receivables'
  }
  if (titles.some((title) => DEBT_TITLES.test(title)) || titles.some((title) => RECEIPT_TITLES.test(title))) return place.kind.name === 'receipts' ? 'receipts' : 'receivables'
  if (documents.length > 0 || debts !== receipts) return documents.length > 0 || debts ? 'receivables' : 'receipts'
  return titles.some((title) => /借方|贷方|debit|credit/.test(title)) ? (place.kind.name === 'receipts' ? 'receipts' : 'receivables') : null
}

/** Several sellers and one buyer are what that buyer bought. */
function boughtBy(place: Place<Target>): boolean {
  const { sellerName, customerName } = proposedMapping(place)
  if (place.kind.name !== 'receivables' || sellerName === undefined || customerName === undefined) return false
  const named = (column: number): Set<string> => new Set(place.rows.map((row) => cellText(row.cells[column]).trim()).filter((text) => text !== ''))
  return named(sellerName).size > 1 && named(customerName).size === 1
}

/** What a list is that is none of ours; where its name says both, its rows are read one by one. */
function otherList(about: string, titles: readonly string[], types: ReadonlyMap<RowKind | null, number>): OtherList | null {
  if (titles.some((title) => SUPPLIER_TITLES.test(title)) && !titles.some((title) => /客户|购方|购买方|购货|customer|client|buyer|debtor/.test(title))) return 'payables'
  const kinds = [...types.keys()]
  if (kinds.length > 0 && kinds.every((kind) => kind === 'order')) return 'orders'
  if (kinds.length > 0 && kinds.every((kind) => kind === 'purchase')) return 'payables'
  const found = otherNamed(about.split('\n'))
  if (found && !kinds.some((kind) => kind === 'invoice' || kind === 'receipt' || kind === 'other')) return found
  // The only day of the list is one of a paper that makes no debt, and no column is about an invoice.
  return titles.some((title) => ORDER_DAY.test(title)) && !titles.some((title) => DEBT_DAY.test(title)) ? 'orders' : null
}
