/** Amounts as files hold them: numbers of a workbook, and texts of every kind of export. */
import { MAX_AMOUNT, money, parseMoney, type Money, type MoneyProblem } from '../money.ts'
import type { Cell } from './table.ts'

const PLAIN_AMOUNT = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/
/** What offices write for nothing in a column of amounts. */
const NOTHING = /^[-—–/\s]*$/

/**
 * Minor units of a cell, null when it is empty, or why it is no amount. `unit` is what one of the file is in yuan
 * (10,000 for a column in 万元).
 */
export function parseAmount(cell: Cell | undefined, unit: number): Money | MoneyProblem | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return fromNumber(cell * unit)
  if (typeof cell !== 'string') return 'NOT_A_NUMBER'
  const plain = unit === 1 ? PLAIN_AMOUNT.exec(cell) : null
  if (plain) {
    const minor = Number(plain[2]) * 100 + Number((plain[3] ?? '').padEnd(2, '0'))
    return minor > MAX_AMOUNT ? 'TOO_LARGE' : money(plain[1] ? -minor : minor)
  }
  if (NOTHING.test(cell)) return null
  const stated = /(百万|万|千)元?$/.exec(cell.trim())
  if (!stated && unit === 1) return parseMoney(cell)
  const factor = stated ? { 百万: 1_000_000, 万: 10_000, 千: 1000 }[stated[1] ?? ''] ?? 1 : unit
  return scaled(stated ? cell.trim().slice(0, -stated[0].length) : cell, factor)
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

/** A text in thousands or ten thousands has more decimals than a fen; they are moved, not rounded. */
function scaled(text: string, factor: number): Money | MoneyProblem {
  const zeros = Math.log10(factor)
  const match = /^([^\d]*)([\d,' ]+)(?:\.(\d+))?([^\d]*)$/.exec(text.normalize('NFKC').trim())
  if (!match) return 'NOT_A_NUMBER'
  const [, before = '', whole = '', decimals = '', after = ''] = match
  const moved = decimals.padEnd(zeros, '0')
  return parseMoney(`${before}${whole}${moved.slice(0, zeros)}.${moved.slice(zeros)}${after}`)
}
