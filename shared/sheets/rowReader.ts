/** Reads the cells of a row by field: what is there, or a problem with its row and column and nothing. */
import type { Day } from '../day.ts'
import type { Decimal, Money } from '../money.ts'
import { readMoney, type CellMoney } from './amounts.ts'
import { agreedCurrency, likelyCurrency, parseCurrency } from './currencies.ts'
import { parseDay, type DateOrder } from './days.ts'
import type { Problems } from './problems.ts'
import { cellText, type Cell, type TableRow } from './table.ts'
import { cleanText, saysNothing, startsLikeFormula } from './words.ts'

export interface Column {
  index: number
  title: string
  /** What one of an amount is in yuan. */
  unit: number
  order: DateOrder
  /** The sign before the decimals of its texts; null where none of them shows it. */
  decimal: Decimal | null
  /** The currency that its header names; null where it names none. */
  currency: string | null
  /** The currency that the lines above the list name. */
  titleCurrency: string | null
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
  /** The currencies that cells and headers of the present row's amounts name, by field. */
  readonly #said = new Map<string, string>()

  constructor(columns: ReadonlyMap<string, Column>, problems: Problems) {
    this.#columns = columns
    this.problems = problems
  }

  moveTo(row: TableRow): void {
    this.row = row.row
    this.#cells = row.cells
    this.failed = false
    if (this.#said.size > 0) this.#said.clear()
  }

  has(field: string): boolean {
    return this.#columns.has(field)
  }

  /** Whether anything stands in the present row's cell, be it readable or not; a dash is nothing. */
  filled(field: string): boolean {
    const column = this.#columns.get(field)
    return column !== undefined && !saysNothing(cellText(this.#cells[column.index]))
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
    return saysNothing(text) || LOST_DIGITS.test(text) ? '' : text
  }

  /** A figure that is no money, as a quantity or a price of many decimals; null where none can be read. */
  figure(field: string): number | null {
    const column = this.#columns.get(field)
    const cell = column ? this.#cells[column.index] : null
    if (typeof cell === 'number') return cell
    const text = this.loose(field).normalize('NFKC').replace(/\s/g, '')
    const plain = column?.decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
    const figure = plain === '' ? NaN : Number(plain)
    return Number.isFinite(figure) ? figure : null
  }

  /** The money of a cell as far as it can be read, for whoever proves something by it; what cannot is a problem only when its row is read. */
  looseMoney(field: string): CellMoney | null {
    const column = this.#columns.get(field)
    const money = column ? readMoney(this.#cells[column.index], column.unit, column.decimal) : null
    return typeof money === 'string' ? null : money
  }

  /** The money of a cell with the side that stands beside it; its currency is also kept for `currency`. */
  money(field: string): CellMoney | null {
    const column = this.#columns.get(field)
    if (!column) return null
    const money = readMoney(this.#cell(field), column.unit, column.decimal)
    if (typeof money === 'string') return this.fail(field, money)
    const said = money?.currency ?? column.currency
    if (money && said) this.#said.set(field, money.currency !== null && column.currency !== null ? agreedCurrency(money.currency, column.currency) ?? money.currency : said)
    return money
  }

  /** The amount of a cell in which no side may stand, as one that says CR or 贷. */
  amount(field: string): Money | null {
    const money = this.money(field)
    return money !== null && money.side !== null ? this.fail(field, 'SIDE_IN_AMOUNT') : money?.amount ?? null
  }

  /** Which field says the currency of the present row; '' where only the lines above the list do. */
  get currencyField(): string {
    if (parseCurrency(cellText(this.#cell('currency'))) !== null) return 'currency'
    return this.#said.keys().next().value ?? ''
  }

  /**
   * The currency of the amounts that were read of the present row: as its own column says, the cells or their headers, else the
   * lines above the list. Null where nothing says one, and a problem where they contradict each other.
   */
  currency(): string | null {
    const text = this.text('currency', 40)
    const ofRow = parseCurrency(text)
    if (ofRow === null && !saysNothing(text)) return this.fail('currency', 'UNKNOWN_CURRENCY')
    let found = ofRow
    for (const [field, said] of this.#said) {
      const agreed = found === null ? said : agreedCurrency(found, said)
      if (agreed === null) return this.fail(field, 'CURRENCIES_DIFFER', undefined, { currency: found ?? '', other: said })
      found = agreed
    }
    if (found !== null) return likelyCurrency(found)
    const [column] = this.#columns.values()
    return column?.titleCurrency ?? null
  }

  day(field: string): Day | null {
    const column = this.#columns.get(field)
    if (!column) return null
    const found = parseDay(this.#cell(field), column.order)
    return found === 'BAD_DATE' ? this.fail(field, 'BAD_DATE') : found
  }
}
