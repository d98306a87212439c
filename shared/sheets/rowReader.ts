/** Reads the cells of a row by field: what is there, or a problem with its row and column and nothing. */
import type { Day } from '../day.ts'
import type { Money } from '../money.ts'
import { parseAmount } from './amounts.ts'
import { parseDay, type DateOrder } from './days.ts'
import type { Problems } from './problems.ts'
import { cellText, type Cell, type TableRow } from './table.ts'
import { cleanText, startsLikeFormula } from './words.ts'

export interface Column {
  index: number
  title: string
  /** What one of an amount is in yuan. */
  unit: number
  order: DateOrder
}

const LONGEST_NAME = 120
/** Numbers of more digits than a double holds have lost their last ones when a workbook kept them as a number. */
const EXACT_DIGITS = 15
const LOST_DIGITS = /^\d(?:\.\d+)?E\+?\d+$/i

export class RowReader {
  row = 0
  /** Problems found in the present row; a row with any is not imported, and no further ones are sought in it. */
  failed = false
  readonly problems: Problems
  readonly #columns: ReadonlyMap<string, Column>
  #cells: readonly Cell[] = []

  constructor(columns: ReadonlyMap<string, Column>, problems: Problems) {
    this.#columns = columns
    this.problems = problems
  }

  moveTo(row: TableRow): void {
    this.row = row.row
    this.#cells = row.cells
    this.failed = false
  }

  has(field: string): boolean {
    return this.#columns.has(field)
  }

  title(field: string): string {
    return this.#columns.get(field)?.title ?? ''
  }

  fail(field: string, code: string, value?: string, params?: Record<string, string | number>): null {
    this.failed = true
    const column = this.#columns.get(field)
    this.problems.add(this.row, column?.title ?? '', code, value ?? (column ? cellText(this.#cells[column.index]) : ''), params)
    return null
  }

  #cell(field: string): Cell {
    const column = this.#columns.get(field)
    const cell = column ? this.#cells[column.index] ?? null : null
    if (cell === null || typeof cell !== 'object') return cell
    return this.fail(field, 'FORMULA_WITHOUT_RESULT')
  }

  /** Free text of a document, '' when there is none. */
  text(field: string, longest = 500): string {
    const text = cleanText(cellText(this.#cell(field)))
    if (text.length > longest) this.fail(field, 'TOO_LONG', text, { limit: longest })
    return text
  }

  /** Text that names somebody or something; one that a spreadsheet would run as a formula is refused. */
  name(field: string): string {
    const text = this.text(field, LONGEST_NAME)
    if (text !== '' && startsLikeFormula(text)) this.fail(field, 'UNSAFE_TEXT')
    return text
  }

  /** A number of a document, a code or an account: text, whose every digit counts. */
  number(field: string): string {
    const cell = this.#cell(field)
    if (typeof cell === 'number') {
      const digits = String(cell)
      if (!Number.isSafeInteger(cell) && (digits.includes('e') || digits.length > EXACT_DIGITS)) this.fail(field, 'DIGITS_LOST')
      return digits
    }
    const text = this.name(field)
    if (LOST_DIGITS.test(text)) this.fail(field, 'DIGITS_LOST')
    return text
  }

  /** What stands there, as far as it can be trusted: '' for a mere dash and for a number that has lost digits. Never a problem. */
  loose(field: string): string {
    const column = this.#columns.get(field)
    const cell = column ? this.#cells[column.index] ?? null : null
    if (typeof cell === 'number') return Number.isSafeInteger(cell) && String(cell).length <= EXACT_DIGITS ? String(cell) : ''
    if (typeof cell !== 'string') return ''
    const text = cleanText(cell).replace(/^['`’]/, '')
    return /^[-—–/\s]*$/.test(text) || LOST_DIGITS.test(text) ? '' : text
  }

  amount(field: string): Money | null {
    const column = this.#columns.get(field)
    if (!column) return null
    const amount = parseAmount(this.#cell(field), column.unit)
    return typeof amount === 'string' ? this.fail(field, amount) : amount
  }

  day(field: string): Day | null {
    const column = this.#columns.get(field)
    if (!column) return null
    const found = parseDay(this.#cell(field), column.order)
    return found === 'BAD_DATE' ? this.fail(field, 'BAD_DATE') : found
  }
}
