/** The rows of a list below its header: what each column is, which rows are data, and what the title says of them. */
import type { Day } from '../day.ts'
import type { Decimal } from '../money.ts'
import { decimalOfColumn, readMoney } from './amounts.ts'
import { currencyOfHeader, currencyOfTitles, likelyCurrency, OWN_CURRENCY, parseCurrency } from './currencies.ts'
import { orderOfColumn, type OrderFound } from './dateOrder.ts'
import { parseDay, type DateOrder } from './days.ts'
import type { Mapping } from './header.ts'
import type { Field, FieldKind } from './kinds.ts'
import type { Place } from './locate.ts'
import type { Column } from './rowReader.ts'
import { Skipped, type FieldSum } from './skipped.ts'
import { cellText, type TableRow } from './table.ts'
import { plainHeader, unitOfHeader, unitOfTitle } from './words.ts'

const SUMMARY = /^(?:本页|本日|当日|本月|当月|本季|本年|本期|累计|期末|总|客户|部门|业务员|账户)?(?:小计|合计|总计|累计|共计|总额合计)$/
const ENGLISH_SUMMARY = /^(?:sub|grand|page)?totals?$/
const FOOTER = /^(?:制表|制单|审核|复核|打印|编制|填表|经办|出纳|会计主管|主管|printed|prepared|page\s*\d)/i
const AS_OF = /(?:截止|截至|截止日期|截至日期|基准日|as\s*(?:of|at))\D{0,6}(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{8})/i

export interface List {
  columns: ReadonlyMap<string, Column>
  rows: TableRow[]
  /** Rows that are no data, by the reason why they were left out, with the money that stands in them. */
  skipped: Skipped
  /** Rows that the spreadsheet hides; they are read like any other. */
  hidden: Skipped
  /** Leaves a row out for a reason. */
  skip: (reason: string, row: TableRow) => void
  /** Rows of sums among them, for whoever wants to hold them against the lines. */
  sums: TableRow[]
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
  const data = dataRows(rows, header.row, columns, fields, skip)
  for (const row of data.rows) if (row.hidden) hidden.add('hidden', row.row, sumsOf(row))
  return { columns, ...data, skipped, hidden, skip, dateOrder, dateOrderCertain: doubt === null, doubt, openingAsOf: asOf([...titles, header.row]) }
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
  rows: readonly TableRow[], header: TableRow, columns: ReadonlyMap<string, Column>, fields: readonly Field[], skip: (reason: string, row: TableRow) => void,
): { rows: TableRow[]; sums: TableRow[] } {
  const sums: TableRow[] = []
  const columnsOf = (wanted: FieldKind): number[] => fields.filter(({ kind }) => kind === wanted).flatMap(({ field }) => columns.get(field)?.index ?? [])
  const dayColumns = columnsOf('day')
  // Words like 合计 may stand in a remark of a document; anywhere else they make the row a summary.
  const freeText = new Set(columnsOf('remark'))
  const mapped = Array.from(columns.values(), ({ index }) => index)
  const titles = header.cells.map((cell) => cellText(cell))
  const kept = rows.filter((row) => {
    const { cells } = row
    if (mapped.every((index) => cellText(cells[index]).trim() === '')) {
      if (cells.some((cell) => cell !== null)) skip(isSummary(row, freeText) ? 'summary' : 'note', row)
      return false
    }
    if (repeatsHeader(row, titles)) {
      skip('repeatedHeader', row)
      return false
    }
    // The day often stands first, where a total row has its word.
    if (dayColumns.map((index) => cellText(cells[index]).trim()).some((text) => text !== '' && !isSummaryWord(text))) return true
    if (isSummary(row, freeText)) {
      skip('summary', row)
      sums.push(row)
      return false
    }
    const first = cells.find((cell) => cell !== null)
    if (typeof first === 'string' && FOOTER.test(first.normalize('NFKC').trim())) {
      skip('note', row)
      return false
    }
    return true
  })
  return { rows: kept, sums }
}

/** A word such as 合计 that makes its row a sum of others. */
export function isSummaryWord(text: string): boolean {
  const plain = plainHeader(text)
  return SUMMARY.test(plain) || ENGLISH_SUMMARY.test(plain)
}

function isSummary(row: TableRow, freeText: ReadonlySet<number>): boolean {
  return row.cells.some((cell, index) => typeof cell === 'string' && cell.length <= 20 && !freeText.has(index) && isSummaryWord(cell))
}

function repeatsHeader(row: TableRow, titles: readonly string[]): boolean {
  const filled = row.cells.filter((cell) => cell !== null).length
  if (filled < 2) return false
  let same = 0
  for (const [index, cell] of row.cells.entries()) if (typeof cell === 'string' && cell === titles[index]) same += 1
  return same >= 2 && same / filled > 0.6
}
