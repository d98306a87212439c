/** Amounts as files hold them: numbers of a workbook, and texts of every kind of export, with all that stands beside the figure. */
import { MAX_AMOUNT, money, parseFigure, type Decimal, type Money, type MoneyProblem } from '../money.ts'
import { agreedCurrency, CURRENCY_WORD, currencyOfCell } from './currencies.ts'
import type { Cell } from './table.ts'
import { saysNothing } from './words.ts'

/** What a word beside an amount says of its side: CR 贷 · DR 借 · 收 · 付. Whose side it is, the reader of the list knows. */
export type MoneySide = 'credit' | 'debit' | 'in' | 'out'

/** A cell of money; nothing that stands in it is dropped. */
export interface CellMoney {
  amount: Money
  /** ISO code, `$` or `¥` where only that shared sign stands there; null where the cell names none. */
  currency: string | null
  side: MoneySide | null
}

export type AmountProblem = MoneyProblem | 'AMBIGUOUS_AMOUNT'

const PLAIN_AMOUNT = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/
const UNITS: Record<string, number> = { 千: 1000, 万: 10_000, 百万: 1_000_000, 千万: 10_000_000, 亿: 100_000_000 }
const UNIT = /^(百万|千万|万|千|亿)?(?:元|圆)?整?/
const SIDES: readonly [RegExp, MoneySide][] = [
  [/^(?:c(?:r(?:edit)?)?\.?(?![a-z])|贷方?)/i, 'credit'], [/^(?:d(?:r|ebit)?\.?(?![a-z])|借方?)/i, 'debit'], [/^(?:收入?|存入?)/, 'in'], [/^(?:付出?|支出?)/, 'out'],
]

/**
 * The money of a cell, null when it is empty, or why it is none. `unit` is what one of the column is in yuan (10,000 for a
 * column in 万元), `decimal` the sign before its decimals; null where the column does not show which of the two that is.
 */
export function readMoney(cell: Cell | undefined, unit = 1, decimal: Decimal | null = '.'): CellMoney | AmountProblem | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return bare(fromNumber(cell * unit))
  if (typeof cell !== 'string') return 'NOT_A_NUMBER'
  const plain = unit === 1 && decimal === '.' ? PLAIN_AMOUNT.exec(cell) : null
  if (plain) return bare(fromPlain(plain))
  return saysNothing(cell) ? null : fromText(cell, unit, decimal)
}

/** The figure alone, for whoever asks whether a cell holds one; what posts money takes readMoney. */
export function parseAmount(cell: Cell | undefined, unit: number, decimal: Decimal | null = '.'): Money | AmountProblem | null {
  const found = readMoney(cell, unit, decimal)
  return found !== null && typeof found === 'object' ? found.amount : found
}

/** Whether a cell holds money, whichever sign stands before the decimals of its column. */
export const looksLikeMoney = (cell: Cell | undefined): boolean => (['.', ','] as const).some((decimal) => typeof parseAmount(cell, 1, decimal) === 'number')

/** An amount as a person types it into a cell of the screen, which counts in one currency; another one is never taken for it. */
export function parseMoney(text: string, currency: string): Money | AmountProblem | 'OTHER_CURRENCY' {
  const found = readMoney(text) ?? 'NOT_A_NUMBER'
  if (typeof found === 'string') return found
  if (found.side !== null) return 'NOT_A_NUMBER'
  return found.currency === null || agreedCurrency(found.currency, currency) !== null ? found.amount : 'OTHER_CURRENCY'
}

const bare = (amount: Money | MoneyProblem): CellMoney | MoneyProblem => (typeof amount === 'string' ? amount : { amount, currency: null, side: null })

function fromPlain(plain: RegExpExecArray): Money | MoneyProblem {
  const minor = Number(plain[2]) * 100 + Number((plain[3] ?? '').padEnd(2, '0'))
  return minor > MAX_AMOUNT ? 'TOO_LARGE' : money(plain[1] ? -minor : minor)
}

/**
 * A double of a workbook stands for the decimal that was typed: 73051.52 is 7305152 fen. What lies off a whole fen by more
 * than the noise of adding doubles was typed with more decimals and is refused, never rounded.
 */
function fromNumber(yuan: number): Money | MoneyProblem {
  const fen = yuan * 100
  const whole = Math.round(fen)
  if (!Number.isFinite(fen) || Math.abs(whole) > MAX_AMOUNT) return 'TOO_LARGE'
  return Math.abs(fen - whole) <= 1e-5 + Math.abs(fen) * 1e-13 ? money(whole) : 'TOO_MANY_DECIMALS'
}

/** What stands before and behind the figure: at most one sign, a pair of brackets, currencies that agree, one side. */
class Beside {
  negative = false
  open = false
  closed = false
  currency: string | null = null
  side: MoneySide | null = null

  /** False when something in it is not known. */
  take(text: string): boolean {
    let rest = text
    while (rest !== '') {
      const length = this.#step(rest)
      if (length === 0) return false
      rest = rest.slice(length)
    }
    return true
  }

  #step(rest: string): number {
    const first = rest.charAt(0)
    if (/[\s+:]/.test(first)) return 1
    if (/[-−–]/.test(first)) return this.#once(!this.negative && !this.open, () => (this.negative = true))
    if (first === '(') return this.#once(!this.open && !this.negative, () => (this.open = true))
    if (first === ')') return this.#once(this.open && !this.closed, () => (this.closed = true))
    const word = CURRENCY_WORD.exec(rest)?.[0]
    if (word !== undefined) {
      const said = currencyOfCell(word)
      const agreed = said === null ? null : this.currency === null ? said : agreedCurrency(this.currency, said)
      this.currency = agreed
      return agreed === null ? 0 : word.length
    }
    for (const [words, side] of SIDES) {
      const found = words.exec(rest)?.[0]
      if (found !== undefined) return this.side === null ? ((this.side = side), found.length) : 0
    }
    return 0
  }

  #once(allowed: boolean, mark: () => void): number {
    if (allowed) mark()
    return allowed ? 1 : 0
  }
}

const PARTS = /^([^\d]*?)([.,]?\d(?:[\d.,'’ _]*\d)?[.]?)([^\d]*)$/

function fromText(text: string, unit: number, decimal: Decimal | null): CellMoney | AmountProblem {
  const parts = PARTS.exec(text.normalize('NFKC').trim())
  if (!parts) return 'NOT_A_NUMBER'
  const [, before = '', figure = '', after = ''] = parts
  const beside = new Beside()
  const stated = UNIT.exec(after.trimStart())
  const behind = after.trimStart().slice(stated?.[0].length ?? 0)
  if (!beside.take(before) || !beside.take(behind) || beside.open !== beside.closed) return 'NOT_A_NUMBER'
  const factor = stated?.[1] ? UNITS[stated[1]] ?? 1 : unit
  if (decimal === null && factor === 1 && MAYBE_GROUP.test(figure) && figure.endsWith('0')) return 'AMBIGUOUS_AMOUNT'
  const amount = parseFigure(figure, decimal ?? '.', Math.log10(factor))
  if (typeof amount === 'string') return amount
  return { amount: money(beside.negative || beside.open ? -amount : amount), currency: beside.currency, side: beside.side }
}

/** 1.234 is a thousand and more to one office and less than two to another. */
const MAYBE_GROUP = /^[1-9]\d{0,2}\.\d{3}$/
const FIGURE = /\d[\d.,'’ _]*/

/**
 * The sign before the decimals in a column: 1.234,56 or 12,5 among its texts is certain of the comma, 1,234.56 or 12.50 of the
 * point. Null when none of its cells is certain of either.
 */
export function decimalOfColumn(cells: Iterable<Cell | undefined>): Decimal | null {
  let [points, commas] = [0, 0]
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const certain = decimalOf(cell)
    if (certain === '.') points += 1
    else if (certain === ',') commas += 1
  }
  return points === 0 && commas === 0 ? null : commas > points ? ',' : '.'
}

function decimalOf(text: string): Decimal | null {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (comma < 0 && point < 0) return null
  const figure = FIGURE.exec(text)?.[0].replace(/[^\d.,]/g, '') ?? ''
  if (figure.includes(',') && figure.includes('.')) return figure.lastIndexOf(',') > figure.lastIndexOf('.') ? (/,\d{1,2}$/.test(figure) ? ',' : null) : '.'
  if (/^\d+,\d{1,2}$/.test(figure) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(figure)) return ','
  return /^\d+\.\d+$/.test(figure) && !MAYBE_GROUP.test(figure) ? '.' : null
}
