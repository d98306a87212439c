/** The rows of a list below its header: what each column is, which rows are data, and what the title says of them. */
import type { Day } from '../day.ts'
import { orderOfColumn, parseDay, type DateOrder } from './days.ts'
import type { Header, Mapping } from './header.ts'
import type { Field, FieldKind } from './kinds.ts'
import type { Column } from './rowReader.ts'
import { cellText, type Sheet, type TableRow } from './table.ts'
import { plainHeader, unitOfHeader, unitOfTitle } from './words.ts'

const SUMMARY = /^(?:本页|本日|当日|本月|当月|本季|本年|本期|累计|期末|总|客户|部门|业务员|账户)?(?:小计|合计|总计|累计|共计|总额合计)$/
const ENGLISH_SUMMARY = /^(?:sub|grand|page)?totals?$/
const FOOTER = /^(?:制表|制单|审核|复核|打印|编制|填表|经办|出纳|会计主管|主管|printed|prepared|page\s*\d)/i
const AS_OF = /(?:截止|截至|截止日期|截至日期|基准日|as\s*(?:of|at))\D{0,6}(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{8})/i

export interface List {
  columns: ReadonlyMap<string, Column>
  rows: TableRow[]
  /** Rows that are no data, by the reason why they were left out. */
  skipped: Record<string, number>
  /** Rows of sums among them, for whoever wants to hold them against the lines. */
  sums: TableRow[]
  dateOrder: DateOrder
  dateOrderCertain: boolean
  /** The day that the title of an opening list states, as in 截止日期：2026-03-31. */
  openingAsOf: Day | null
}

export interface ListOptions {
  mapping: Mapping
  dateOrder?: DateOrder | undefined
}

export function openList(sheet: Sheet, header: Header, options: ListOptions): List {
  const titles = sheet.rows.slice(0, header.index)
  const rows = sheet.rows.slice(header.index + 1)
  const fields = header.kind.fields.filter(({ field }) => field in options.mapping)
  const days = fields.filter(({ kind }) => kind === 'day').map(({ field }) => options.mapping[field] ?? -1)
  const { orders, dateOrder, dateOrderCertain } = dateOrders(rows, days, options.dateOrder)
  const titleUnit = firstOf(titles, unitOfTitle) ?? 1
  const columns = new Map<string, Column>()
  for (const { field } of fields) {
    const index = options.mapping[field] ?? -1
    const title = cellText(header.row.cells[index])
    columns.set(field, { index, title, unit: unitOfHeader(title) ?? titleUnit, order: orders.get(index) ?? dateOrder })
  }
  return { columns, ...dataRows(rows, header.row, columns, fields), dateOrder, dateOrderCertain, openingAsOf: asOf([...titles, header.row]) }
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

/** A column that shows its order decides for itself, and for those of the file that could be read both ways. */
function dateOrders(rows: readonly TableRow[], columns: readonly number[], wanted: DateOrder | undefined) {
  const orders = new Map<number, DateOrder>()
  let ambiguous = false
  let shown: DateOrder | null = null
  for (const column of columns) {
    const { order, open } = orderOfColumn(cellsOf(rows, column))
    if (order) {
      shown ??= order
      orders.set(column, order)
    } else ambiguous ||= open
  }
  if (wanted) for (const column of columns) orders.set(column, wanted)
  return { orders, dateOrder: wanted ?? shown ?? (ambiguous ? 'mdy' : 'ymd'), dateOrderCertain: wanted !== undefined || shown !== null || !ambiguous } as const
}

function* cellsOf(rows: readonly TableRow[], column: number) {
  for (const row of rows) yield row.cells[column]
}

function dataRows(rows: readonly TableRow[], header: TableRow, columns: ReadonlyMap<string, Column>, fields: readonly Field[]) {
  const skipped: Record<string, number> = {}
  const sums: TableRow[] = []
  const skip = (reason: string): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1
  }
  const columnsOf = (wanted: FieldKind): number[] => fields.filter(({ kind }) => kind === wanted).flatMap(({ field }) => columns.get(field)?.index ?? [])
  const dayColumns = columnsOf('day')
  // Words like 合计 may stand in a remark of a document; anywhere else they make the row a summary.
  const freeText = new Set(columnsOf('remark'))
  const mapped = Array.from(columns.values(), ({ index }) => index)
  const titles = header.cells.map((cell) => cellText(cell))
  const kept = rows.filter((row) => {
    const { cells } = row
    if (mapped.every((index) => cellText(cells[index]).trim() === '')) {
      if (cells.some((cell) => cell !== null)) skip(isSummary(row, freeText) ? 'summary' : 'note')
      return false
    }
    if (repeatsHeader(row, titles)) {
      skip('repeatedHeader')
      return false
    }
    // The day often stands first, where a total row has its word.
    if (dayColumns.map((index) => cellText(cells[index]).trim()).some((text) => text !== '' && !isSummaryWord(text))) return true
    if (isSummary(row, freeText)) {
      skip('summary')
      sums.push(row)
      return false
    }
    const first = cells.find((cell) => cell !== null)
    if (typeof first === 'string' && FOOTER.test(first.normalize('NFKC').trim())) {
      skip('note')
      return false
    }
    return true
  })
  return { rows: kept, skipped, sums }
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
