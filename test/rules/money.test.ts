import { describe, expect, it } from 'vitest'
import { capitalAmount, decimalText, divideHalfUp, formatMoney, MAX_AMOUNT, money, split, zAmount, zAmountOrZero, zMoney } from '../../shared/money.ts'
import { parseMoney } from '../../shared/sheets/amounts.ts'

describe('money', () => {
  it('is a whole number of minor units, and anything else is a bug', () => {
    expect(money(-0)).toBe(0)
    for (const wrong of [10.5, Number.NaN, Infinity]) expect(() => money(wrong)).toThrow(RangeError)
    for (const rounded of [2 ** 53, -(2 ** 53)]) expect(() => money(rounded)).toThrow('sumTooLarge')
  })
  it('stays inside of its limits in the contract', () => {
    expect([zAmount.safeParse(0), zAmount.safeParse(1), zAmount.safeParse(1.5), zAmount.safeParse(MAX_AMOUNT + 1), zAmountOrZero.safeParse(0), zMoney.safeParse(-5), zMoney.safeParse('5')].map((result) => result.success))
      .toEqual([false, true, false, false, true, true, false])
  })
})

describe('divideHalfUp rounds a half away from zero', () => {
  it.each([[5n, 2n, 3n], [-5n, 2n, -3n], [4n, 3n, 1n], [5n, 3n, 2n], [0n, 7n, 0n], [1n, 3n, 0n]] as const)('%i / %i = %i', (a, b, result) => expect(divideHalfUp(a, b)).toBe(result))
  it('refuses a denominator of zero', () => expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError))
})

describe('split: shares rounded half up, the last takes the remainder (rules: Money and days)', () => {
  it.each([
    ['1000.00 in thirds', 100_000, [1, 1, 1], [33_333, 33_333, 33_334]],
    ['0.01 in halves', 1, [1, 1], [1, 0]],
    ['0.05 in thirds', 5, [1, 1, 1], [2, 2, 1]],
    ['30/60/10 per cent', 99_999, [30, 60, 10], [30_000, 59_999, 10_000]],
    ['a weight of nothing', 100, [0, 1], [0, 100]],
    ['a credit', -100_000, [1, 1, 1], [-33_333, -33_333, -33_334]],
    ['the largest amount', MAX_AMOUNT, [1, 2], [333_333_333_333, 666_666_666_667]],
  ])('%s', (_, amount, weights, parts) => {
    expect(split(money(amount), weights)).toEqual(parts)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
  })
  it.each([[[]], [[0]], [[-1, 2]], [[0.5, 0.5]]])('refuses weights %j', (weights) => expect(() => split(money(1), weights)).toThrow(RangeError))
})

describe('parseMoney reads what people and programs write', () => {
  it.each([
    ['1,234.50', 123_450], ['￥1234.5', 123_450], ['¥ 1,234', 123_400], ['１２３４．５０', 123_450], ['（1,234.50）', -123_450], ['1234.5-', -123_450], ['-0.01', -1], ['−5', -500],
    ['+3', 300], ['1234.500', 123_450], ['.5', 50], ['5.', 500], ['CNY 12.30', 1230], ['12元', 1200], ["1'234.50", 123_450], ['0', 0], ['-¥5', -500], ['10000000000.00', MAX_AMOUNT],
    ['1.005', 'TOO_MANY_DECIMALS'], ['', 'NOT_A_NUMBER'], ['-', 'NOT_A_NUMBER'], ['.', 'NOT_A_NUMBER'], ['12a', 'NOT_A_NUMBER'], ['1.2.3', 'NOT_A_NUMBER'], ['(-5)', 'NOT_A_NUMBER'], ['-5-', 'NOT_A_NUMBER'],
    ['1e5', 'NOT_A_NUMBER'], ['10000000000.01', 'TOO_LARGE'], ['99999999999999999999', 'TOO_LARGE'],
  ])('%s', (text, expected) => expect(parseMoney(text, 'CNY')).toBe(expected))
})

describe('formatMoney', () => {
  it.each([[0, '0.00'], [5, '0.05'], [-5, '-0.05'], [123_456_780, '1,234,567.80'], [-100_000, '-1,000.00'], [99_999, '999.99']])('%i', (amount, text) => {
    expect(formatMoney(amount)).toBe(text)
    expect(decimalText(amount)).toBe(text.replaceAll(',', ''))
    expect(parseMoney(text, 'CNY')).toBe(amount)
  })
})

describe('人民币大写 (支付结算办法附一: 正确填写票据和结算凭证的基本规定)', () => {
  it.each([
    ['official', '1409.50', '壹仟肆佰零玖元伍角'], ['official', '6007.14', '陆仟零柒元壹角肆分'], ['official', '1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['official', '107000.53', '壹拾万柒仟元零伍角叁分'], ['official', '16409.02', '壹万陆仟肆佰零玖元零贰分'], ['official', '325.04', '叁佰贰拾伍元零肆分'],
    ['ends at 元', '1.00', '壹元整'], ['10 is 壹拾', '10.00', '壹拾元整'], ['nothing', '0.00', '零元整'], ['角 alone', '0.50', '伍角'], ['分 alone', '0.03', '叁分'], ['角 and 分', '0.35', '叁角伍分'],
    ['one 零 for a gap of several digits', '10005.00', '壹万零伍元整'], ['a gap over 万', '100000001.00', '壹亿零壹元整'], ['a group below a thousand', '10100.00', '壹万零壹佰元整'],
    ['a full group after 万', '12345.00', '壹万贰仟叁佰肆拾伍元整'], ['zeros at the end of a group', '120003400.00', '壹亿贰仟万叁仟肆佰元整'], ['亿', '100000000.00', '壹亿元整'], ['credits', '-12.30', '负壹拾贰元叁角'],
    ['the largest amount', '10000000000.00', '壹佰亿元整'],
  ])('%s: %s', (_, figure, words) => expect(capitalAmount(parseMoney(figure, 'CNY') as never)).toBe(words))
})
