/** Holds the total rows of a list against its lines: a list whose sums do not fit has lost a row, or holds one too many. */
import type { List } from '../sheets/list.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import { cellText, rowOfSheets, type TableRow } from '../sheets/table.ts'
import { standingOf } from './receivables.ts'

/** Sums over something else than the rows of the list above them. */
const OTHER_SUM = /累计|本页|本日|当日|本月|当月|本季|本年|本期|全年|当前|期末|期初|page/i
const SUM = /(?:小|合|总|共)计|(?:sub|grand)?\s*total/i
const FEW = 400

/** Minor units of a cell, null where it holds no plain amount. */
function amountOf(reader: RowReader, field: string): number | null {
  const text = reader.loose(field).normalize('NFKC').replace(/[,¥\s]/g, '')
  if (text === '') return 0
  const value = Number(/^\((.+)\)$/.test(text) ? `-${text.slice(1, -1)}` : text)
  return Number.isFinite(value) ? Math.round(value * 100) : null
}

/**
 * Each total row must be the sum of the rows since the list, its sheet or one of the sums above it began, with void documents
 * or without them. Only a column that can be read throughout is held against it, in lists of one currency.
 */
export function proveTotals(list: List, fields: readonly string[], problems: Problems, leftOut: ReadonlySet<number> = new Set()): void {
  const sums = list.sums.filter((row) => !leftOut.has(row.row) && isSum(row))
  if (sums.length === 0 || sums.length > FEW) return
  const reader = new RowReader(list.columns, problems)
  const currencies = new Set(list.rows.map((row) => (reader.moveTo(row), reader.loose('currency'))))
  if (currencies.size > 1) return
  const field = fields.find((each) => reader.has(each) && sums.some((row) => (reader.moveTo(row), reader.loose(each) !== '')))
  if (field === undefined) return
  const before: { row: number; all: number; valid: number }[] = []
  const starts = [{ all: 0, valid: 0 }]
  let [all, valid, sheet] = [0, 0, 0]
  for (const row of list.rows) {
    reader.moveTo(row)
    const amount = amountOf(reader, field)
    if (amount === null) return
    if (sheetOf(row) !== sheet) starts.push({ all, valid })
    sheet = sheetOf(row)
    all += amount
    if (standingOf(reader) !== 'void') valid += amount
    before.push({ row: row.row, all, valid })
  }
  for (const row of sums) {
    reader.moveTo(row)
    const total = amountOf(reader, field)
    if (total === null || reader.loose(field) === '') continue
    const here = before.findLast((each) => each.row < row.row) ?? { all: 0, valid: 0 }
    if (!starts.some((start) => here.all - start.all === total || here.valid - start.valid === total)) {
      problems.add(row.row, reader.title(field), 'TOTAL_DIFFERS', reader.loose(field), { total, lines: here.all })
    }
    starts.push(here)
  }
}

const sheetOf = ({ row }: TableRow): number => Math.trunc(row / rowOfSheets(1, 0))

/** A row that says it is a sum of those above it, in the first cell that says anything. */
function isSum(row: TableRow): boolean {
  const words = row.cells.filter((cell) => typeof cell === 'string').map((cell) => cellText(cell))
  return words.some((word) => SUM.test(word)) && !words.some((word) => OTHER_SUM.test(word))
}
