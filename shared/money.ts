/**
 * Money is an integer of minor units (fen, cents); every amount of the product goes through this file.
 * A float never holds money, so sums are exact up to 90 trillion yuan; a larger one is refused, never rounded.
 */
import { z } from 'zod'
import { Refusal } from './refusal.ts'

export type Money = number & { readonly __brand: 'Money' }

export const ZERO = 0 as Money

/** Minor units from a plain integer; a fraction is a bug and throws. Refuses sumTooLarge where a sum would come out rounded. */
export function money(minor: number): Money {
  if (!Number.isInteger(minor)) throw new RangeError(`Money must be a whole number of minor units, got ${minor}`)
  if (!Number.isSafeInteger(minor)) throw new Refusal('sumTooLarge')
  return (minor === 0 ? 0 : minor) as Money
}

export const add = (...parts: readonly Money[]): Money => parts.reduce((sum, part) => money(sum + part), ZERO)
export const subtract = (from: Money, part: Money): Money => money(from - part)
export const negate = (amount: Money): Money => money(-amount)
export const absolute = (amount: Money): Money => money(Math.abs(amount))
export const smaller = (a: Money, b: Money): Money => (a < b ? a : b)
export const sumOf = <T>(rows: readonly T[], pick: (row: T) => number): Money =>
  rows.reduce((sum, row) => money(sum + pick(row)), ZERO)

/** Divides half up (away from zero for negatives) with exact integers: 5 / 2 → 3. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('The denominator must be positive')
  const sign = numerator < 0n ? -1n : 1n
  const size = numerator * sign
  return sign * ((size * 2n + denominator) / (denominator * 2n))
}

/**
 * Splits an amount by whole-number weights: each share is rounded half up to the fen and the last takes the remainder,
 * so the parts always add up (1000.00 in thirds: 333.33, 333.33, 333.34).
 */
export function split(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (weights.length === 0 || total <= 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights must be non-negative integers with a positive sum')
  }
  let left: number = amount
  return weights.map((weight, index) => {
    const last = index === weights.length - 1
    const share = last ? left : Number(divideHalfUp(BigInt(amount) * BigInt(weight), BigInt(total)))
    left -= share
    return money(share)
  })
}

export type MoneyProblem = 'NOT_A_NUMBER' | 'TOO_MANY_DECIMALS' | 'TOO_LARGE'

/** The sign before the decimals of a figure; the other one, blanks and apostrophes may stand between its thousands. */
export type Decimal = '.' | ','

const FIGURES: Record<Decimal, RegExp> = {
  '.': /^(?:([1-9]\d{0,2}(?:([,' _])\d{3})(?:\2\d{3})*)|(\d*))(?:\.(\d*))?$/,
  ',': /^(?:([1-9]\d{0,2}(?:([.' _])\d{3})(?:\2\d{3})*)|(\d*))(?:,(\d{0,2}))?$/,
}

/**
 * The minor units of a figure without sign, or why it is none. Thousands are groups of three between signs that are all the
 * same: 1,234.50 is a figure, 1,2,3,4 is none. `zeros` moves the decimal sign, by four for a figure in 万元; more decimals than
 * two are refused unless they are zeros.
 */
export function parseFigure(text: string, decimal: Decimal = '.', zeros = 0): Money | MoneyProblem {
  const match = FIGURES[decimal].exec(text.replaceAll('’', "'"))
  const whole = match?.[1]?.replace(/\D/g, '') ?? match?.[3] ?? ''
  if (!match || (whole === '' && !match[4])) return 'NOT_A_NUMBER'
  const decimals = (match[4] ?? '').replace(/0+$/, '')
  if (decimals.length > 2 + zeros) return 'TOO_MANY_DECIMALS'
  const minor = Number(`${whole || '0'}${decimals.padEnd(2 + zeros, '0')}`)
  return !Number.isSafeInteger(minor) || minor > MAX_AMOUNT ? 'TOO_LARGE' : money(minor)
}

/** No single document is larger than ten billion yuan: only thousands of such documents make a sum that is refused. */
export const MAX_AMOUNT = 1_000_000_000_000

/** 1234567.8 yuan → "1,234,567.80"; the sign stands before the figure. */
export function formatMoney(amount: number): string {
  const size = Math.abs(amount)
  const whole = Math.trunc(size / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${whole}.${(size % 100).toString().padStart(2, '0')}`
}

/** Plain decimal text for spreadsheets and files: 123450 → "1234.50". */
export const decimalText = (amount: number): string => formatMoney(amount).replaceAll(',', '')

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const SMALL_UNITS = ['', '拾', '佰', '仟']
const LARGE_UNITS = ['', '万', '亿', '万亿']

/** Four digits in capitals, with one 零 for each inner gap. */
function fourDigits(group: number): string {
  let text = ''
  let gap = false
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.trunc(group / 10 ** power) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + DIGITS[digit] + SMALL_UNITS[power]
      gap = false
    }
  }
  return text
}

/**
 * 人民币大写 of minor units, by 《票据法》 and 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》:
 * ends at 元 with 整, at 角 and 分 without; 10 is 壹拾; no gap after 人民币 (the caller prints that word).
 */
export function capitalAmount(amount: Money): string {
  const size = Math.abs(amount)
  const yuan = Math.trunc(size / 100)
  const jiao = Math.trunc(size / 10) % 10
  const fen = size % 10
  const sign = amount < 0 ? '负' : ''
  let text = ''
  let gap = false
  for (let index = LARGE_UNITS.length - 1; index >= 0; index -= 1) {
    const group = Math.trunc(yuan / 10_000 ** index) % 10_000
    if (group === 0) {
      gap = text !== ''
      continue
    }
    const needsZero = text !== '' && (gap || group < 1000)
    text += (needsZero ? '零' : '') + fourDigits(group) + LARGE_UNITS[index]
    gap = false
  }
  // 壹万亿贰仟亿 is said 壹万贰仟亿: the 亿 stands once, behind both groups.
  text = text.replace(/万亿(.*)亿/, '万$1亿')
  if (text !== '') text += '元'
  if (jiao === 0 && fen === 0) return `${sign}${text === '' ? '零元' : text}整`
  if (jiao !== 0) {
    // The rule prints 零 between 元 and 角 when the yuan end in 0 (1,680.32 壹仟陆佰捌拾元零叁角贰分).
    const zero = text !== '' && yuan % 10 === 0 ? '零' : ''
    text += `${zero}${DIGITS[jiao]}角`
  } else if (text !== '') text += '零'
  if (fen !== 0) text += `${DIGITS[fen]}分`
  return sign + text
}

/**
 * The shapes of money in the contract. They are plain integers on the wire (and in OpenAPI) and branded in TypeScript;
 * a transform would make the schema opaque to OpenAPI, so the brand is a cast.
 */
const minorUnits = (least: number, most: number, description: string) =>
  z.int().min(least).max(most).meta({ description }) as unknown as z.ZodType<Money, number>

/** Any sum: an integer of minor units of either sign. */
export const zMoney = minorUnits(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, '金额，整数分 (minor units)')
/** An amount that a document may carry: above zero and below the largest. */
export const zAmount = minorUnits(1, MAX_AMOUNT, '金额，整数分，大于零 (minor units, above zero)')
/** An amount that may be zero: fees, tolerances, limits. */
export const zAmountOrZero = minorUnits(0, MAX_AMOUNT, '金额，整数分，可为零 (minor units, zero or more)')
