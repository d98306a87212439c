/** Holds the total rows of a list against its lines: a list whose sums do not fit has lost a row, or holds one too many. */
import type { List } from '../sheets/list.ts'
import { decimalText, type Money } from '../money.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import { cellText, rowOfSheets, type TableRow } from '../sheets/table.ts'
import { owedOn } from './kinds.ts'
import { standingOf } from './receivables.ts'

/** Sums over something else than the rows of the list above them. */
const OTHER_SUM = /累计|本页|本日|当日|本月|当月|本季|本年|本期|全年|当前|期末|期初|page/i
/** The parts of the total, which stand below it in an aged list: they are no money. */
const SHARES = /^\s*(?:percent(?:age)?|%|share)s?\s+of\b|^\s*占.{0,6}(?:合计|总计|比)/i
const SUM = /(?:小|合|总|共)计|(?:sub|grand)?\s*total/i
const FEW = 400

/** Readings of a sum: of all rows of the file, without the void ones, without those that somebody leaves out, and without both. */
const READINGS: readonly { voided: boolean; leftOut: boolean }[] =
  [{ voided: true, leftOut: true }, { voided: false, leftOut: true }, { voided: true, leftOut: false }, { voided: false, leftOut: false }]

/**
 * Each total row must be the sum of the rows since the list, its sheet or one of the sums above it began, with void documents
 * or without them. Only a column that can be read throughout is held against it, in lists of one currency.
 */
export function proveTotals(list: List, fields: readonly string[], problems: Problems): void {
  const sums = list.sums.filter(isSum)
  if (sums.length === 0 || sums.length > FEW) return
  const reader = new RowReader(list.columns, problems)
  const currencies = new Set(list.whole.map((row) => (reader.moveTo(row), reader.loose('currency'))))
  if (currencies.size > 1) return
  const amountOf = (row: TableRow, field: string): Money | null => {
    reader.moveTo(row)
    const money = reader.looseMoney(field)
    return money && owedOn(money.side, money.amount)
  }
  const field = fields.find((each) => reader.has(each) && sums.some((row) => amountOf(row, each) !== null))
  if (field === undefined) return
  const kept = new Set(list.rows)
  // Sums are only compared here, so that those of nonsense may grow beyond any amount.
  const nothing: readonly number[] = READINGS.map(() => 0)
  const sumsBefore: { row: number; sums: readonly number[] }[] = []
  const starts = [nothing]
  let [running, sheet] = [nothing, 0]
  for (const row of list.whole) {
    const amount = amountOf(row, field)
    if (amount === null && reader.filled(field)) return
    if (sheetOf(row) !== sheet) starts.push(running)
    sheet = sheetOf(row)
    const isVoid = standingOf(reader) === 'void'
    const counts = READINGS.map(({ voided, leftOut }) => (voided || !isVoid) && (leftOut || kept.has(row)))
    running = running.map((sum, index) => sum + (counts[index] ? amount ?? 0 : 0))
    sumsBefore.push({ row: row.row, sums: running })
  }
  for (const row of sums) {
    const total = amountOf(row, field)
    if (total === null) continue
    const here = sumsBefore.findLast((each) => each.row < row.row)?.sums ?? nothing
    if (!starts.some((start) => start.some((from, index) => (here[index] ?? 0) - from === total))) {
      problems.add(row.row, reader.title(field), 'TOTAL_DIFFERS', reader.loose(field) || decimalText(total), { total, lines: here[0] ?? 0 })
    }
    starts.push(here)
  }
}

const sheetOf = ({ row }: TableRow): number => Math.trunc(row / rowOfSheets(1, 0))

/** A row that says it is a sum of those above it, in the first cell that says anything. */
function isSum(row: TableRow): boolean {
  const words = row.cells.filter((cell) => typeof cell === 'string').map((cell) => cellText(cell))
  return words.some((word) => SUM.test(word)) && !words.some((word) => OTHER_SUM.test(word) || SHARES.test(word))
}
