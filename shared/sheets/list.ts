/** The rows of a list below its header: what each column is, which rows are data, and what the title says of them. */
import type { Day } from '../day.ts'
import type { Decimal } from '../money.ts'
import { decimalOfColumn, readMoney } from './amounts.ts'
import { currencyOfHeader, currencyOfTitles, likelyCurrency, OWN_CURRENCY, parseCurrency } from './currencies.ts'
import { orderOfColumn, type OrderFound } from './dateOrder.ts'
import { parseDay, type DateOrder } from './days.ts'
import type { Header, Mapping } from './header.ts'
import type { Field, FieldKind } from './kinds.ts'
import type { Place } from './locate.ts'
import type { Column } from './rowReader.ts'
import { Skipped, type FieldSum } from './skipped.ts'
import { sumTest } from './sums.ts'
import { cellText, type TableRow } from './table.ts'
import { plainHeader, unitOfHeader, unitOfTitle } from './words.ts'

const FOOTER = /^(?:制表|制单|审核|复核|打印|编制|填表|经办|出纳|会计主管|主管|printed|prepared|page\s*\d)/i
const AS_OF = /(?:截止|截至|截止日期|截至日期|基准日|as\s*(?:of|at))\D{0,6}(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{8})/i

export interface List {
  columns: ReadonlyMap<string, Column>
  rows: TableRow[]
  /** The same before anybody left any of them out: what the file says of itself is proved by them. */
  whole: readonly TableRow[]
  /** Rows that are no data, by the reason why they were left out, with the money that stands in them. */
  skipped: Skipped
  /** Rows that the spreadsheet hides; they are read like any other. */
  hidden: Skipped
  /** The money of a row by its columns. */
  moneyOf: (row: TableRow) => FieldSum[]
  /** Leaves a row out for a reason. */
  skip: (reason: string, row: TableRow) => void
  /** Rows of sums among them, for whoever wants to hold them against the lines. */
  sums: TableRow[]
  /** Sentences that stand alone below the rows; what they say of the whole list is for whoever knows its words. */
  remarks: TableRow[]
  dateOrder: DateOrder
  dateOrderCertain: boolean
  /** The column of days that may be read in several orders, with the first of them; null where their order is certain. */
  doubt: { column: number; example: string } | null
  /** The day that the title of an opening list states, as in 截止日期：2026-03-31. */
  openingAsOf: Day | null
}

export interface ListOptions {
  mapping: Mapping
  dateOrder?: DateOrder | undefined
  /** Days near to it are likelier than those of other years; without it only the rows themselves tell the order. */
  today?: Day | undefined
  /** The office's own currency, which 本位币 means. */
  ownCurrency?: string | undefined
}

export function openList({ header, rows, parts }: Place, options: ListOptions): List {
  const titles = parts.flatMap(({ above }) => above)
  const fields = header.kind.fields.filter(({ field }) => field in options.mapping)
  const indexOf = ({ field }: Field): number => options.mapping[field] ?? -1
  const days = fields.filter(({ kind }) => kind === 'day').map(indexOf)
  const past = new Set(fields.filter(({ field }) => header.kind.past?.includes(field)).map(indexOf))
  const { orders, dateOrder, doubt } = dateOrders(rows, days, options, past)
  const decimals = decimalsOf(rows, fields.filter(({ kind }) => isMoney(kind)).map(indexOf))
  const titleUnit = firstOf(titles, unitOfTitle) ?? 1
  const titleCurrency = currencyOfTitles(titles)
  const columns = new Map<string, Column>()
  for (const field of fields) {
    const index = indexOf(field)
    const title = cellText(header.row.cells[index])
    const named = isMoney(field.kind) ? currencyOfHeader(title) : null
    columns.set(field.field, {
      index, title, unit: unitOfHeader(title) ?? titleUnit, order: orders.get(index) ?? dateOrder, decimal: decimals(index),
      currency: named === OWN_CURRENCY ? options.ownCurrency ?? 'CNY' : named, titleCurrency,
    })
  }
  const names = parts.map(({ sheet }) => sheet.name)
  const [skipped, hidden] = [new Skipped(names), new Skipped(names)]
  const sumsOf = moneyOfRow(columns, fields)
  const skip = (reason: string, row: TableRow): void => skipped.add(reason, row.row, sumsOf(row))
  const data = dataRows(rows, header, columns, fields, skip)
  for (const row of data.rows) if (row.hidden) hidden.add('hidden', row.row, sumsOf(row))
  return { columns, ...data, whole: data.rows, skipped, hidden, moneyOf: sumsOf, skip, dateOrder, dateOrderCertain: doubt === null, doubt, openingAsOf: asOf([...titles, header.row]) }
}

const isMoney = (kind: FieldKind): boolean => kind === 'amount' || kind === 'balance'

/** A column that shows the sign before its decimals decides for itself, and for those of the file that do not. */
function decimalsOf(rows: readonly TableRow[], columns: readonly number[]): (column: number) => Decimal | null {
  const shown = new Map(columns.map((column) => [column, decimalOfColumn(cellsOf(rows, column))]))
  const all = new Set([...shown.values()].filter((decimal) => decimal !== null))
  const [only = null] = all.size === 1 ? all : []
  return (column) => shown.get(column) ?? only
}

/** The money of a row by its columns; a balance is no money of the row. */
function moneyOfRow(columns: ReadonlyMap<string, Column>, fields: readonly Field[]): (row: TableRow) => FieldSum[] {
  const amounts = fields.filter(({ kind }) => kind === 'amount').map(({ field }) => field)
  const currencyColumn = columns.get('currency')?.index
  return ({ cells }) => amounts.flatMap((field) => {
    const column = columns.get(field)
    const money = column ? readMoney(cells[column.index], column.unit, column.decimal) : null
    if (!column || money === null || typeof money === 'string' || money.amount === 0) return []
    const ofRow = currencyColumn === undefined ? null : parseCurrency(cellText(cells[currencyColumn]))
    return { field, currency: ofRow ?? likelyCurrency(money.currency ?? column.currency ?? column.titleCurrency ?? ''), amount: money.amount }
  })
}

function firstOf<T>(rows: readonly TableRow[], read: (text: string) => T | null): T | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      const found = typeof cell === 'string' ? read(cell) : null
      if (found !== null) return found
    }
  }
  return null
}

const asOf = (rows: readonly TableRow[]): Day | null => firstOf(rows, (text) => {
  const match = AS_OF.exec(text.normalize('NFKC'))
  const found = match?.[1] ? parseDay(match[1].replace(/\s/g, ''), 'ymd') : null
  return found === 'BAD_DATE' ? null : found
})

/** A column that shows its order decides for itself, and for those of the file that could be read in several. */
function dateOrders(rows: readonly TableRow[], columns: readonly number[], { dateOrder: wanted, today }: ListOptions, past: ReadonlySet<number>) {
  const orders = new Map<number, DateOrder>()
  const open: { column: number; found: OrderFound }[] = []
  for (const column of columns) {
    const found = orderOfColumn(cellsOf(rows, column), { today, past: past.has(column) })
    if (found.order === null) continue
    if (wanted) orders.set(column, wanted)
    else if (found.certain) orders.set(column, found.order)
    else open.push({ column, found })
  }
  const shown = wanted ?? orders.values().next().value
  for (const { column, found } of open) orders.set(column, shown ?? found.order ?? 'ymd')
  const [doubt] = shown === undefined ? open : []
  return { orders, dateOrder: shown ?? doubt?.found.order ?? 'ymd', doubt: doubt ? { column: doubt.column, example: doubt.found.example } : null } as const
}

function* cellsOf(rows: readonly TableRow[], column: number) {
  for (const row of rows) yield row.cells[column]
}

function dataRows(
  rows: readonly TableRow[], header: Header, columns: ReadonlyMap<string, Column>, fields: readonly Field[], skip: (reason: string, row: TableRow) => void,
): { rows: TableRow[]; sums: TableRow[]; remarks: TableRow[] } {
  const sums: TableRow[] = []
  const columnsOf = (wanted: readonly FieldKind[]): number[] => fields.filter(({ kind }) => wanted.includes(kind)).flatMap(({ field }) => columns.get(field)?.index ?? [])
  const mapped = Array.from(columns.values(), ({ index }) => index)
  const identity = (header.kind.identity ?? []).flatMap((field) => columns.get(field)?.index ?? [])
  const days = columnsOf(['day'])
  const isSum = sumTest({ days, remarks: new Set(columnsOf(['remark'])), names: new Set(columnsOf(['name', 'number', 'text'])), identity })
  const titles = header.lines.map(({ cells }) => cells.map((cell) => ({ text: cellText(cell), plain: plainHeader(cellText(cell)) })))
  const kept = rows.filter((row) => {
    const { cells } = row
    const empty = mapped.every((index) => cellText(cells[index]).trim() === '')
    if (empty && cells.every((cell) => cell === null)) return false
    if (titles.some((line) => repeatsHeader(row, line))) {
      skip('repeatedHeader', row)
      return false
    }
    if (isSum(row)) {
      skip('summary', row)
      if (!empty) sums.push(row)
      return false
    }
    if (empty || isFooter(row, days)) {
      skip('note', row)
      return false
    }
    return true
  })
  const remarks: TableRow[] = []
  for (let last = kept.at(-1); last && isRemark(last); last = kept.at(-1)) {
    skip('note', last)
    remarks.unshift(last)
    kept.pop()
  }
  return { rows: kept, sums, remarks }
}

/** A sentence that stands alone below the list. */
function isRemark({ cells }: TableRow): boolean {
  const filled = cells.filter((cell) => cell !== null && cell !== '')
  const [text] = filled
  return filled.length === 1 && typeof text === 'string' && /[:,。;、]|^(?:注|说明|备注|note)/i.test(text.normalize('NFKC'))
}

/** What stands below a list: who made it, and on which page. A row of the list has its day. */
function isFooter({ cells }: TableRow, days: readonly number[]): boolean {
  const first = cells.find((cell) => cell !== null)
  if (days.some((index) => cellText(cells[index]).trim() !== '' && cells[index] !== first)) return false
  return typeof first === 'string' && FOOTER.test(first.normalize('NFKC').trim())
}

function repeatsHeader(row: TableRow, titles: readonly { text: string; plain: string }[]): boolean {
  let [same, filled] = [0, 0]
  for (const [index, cell] of row.cells.entries()) {
    if (cell === null) continue
    filled += 1
    const title = titles[index]
    if (title && title.plain !== '' && typeof cell === 'string' && (cell === title.text || (cell.charAt(0) === title.text.charAt(0) && plainHeader(cell) === title.plain))) same += 1
    // A row of data shows itself in its first cells.
    else if (filled > 3 && same === 0) return false
  }
  return same >= 2 && same / filled > 0.6
}
