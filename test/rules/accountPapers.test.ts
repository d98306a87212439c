/** Statements and confirmations (rules: Dunning, Statement and Confirmation). */
import { describe, expect, it } from 'vitest'
import { capitalOf, isReversal, sidesOf } from '../../shared/accountPapers/rules.ts'
import type { AccountPaperLine } from '../../shared/accountPapers/schemas.ts'
import { money } from '../../shared/money.ts'

describe('a balance', () => {
  it.each([[100, 100, 0], [0, 0, 0], [-100, 0, 100]])('of %i stands under 贵公司欠 %i and 欠贵公司 %i', (balance, owedToUs, owedByUs) => {
    expect(sidesOf(money(balance))).toEqual({ owedToUs, owedByUs })
  })

  it.each([[100_000, 'CNY', '壹仟元整'], [-100_000, 'CNY', '壹仟元整'], [100_000, 'USD', '']])('of %i %s is written out as %s', (balance, currency, written) => {
    expect(capitalOf(money(balance), currency)).toBe(written)
  })
})

describe('a movement', () => {
  it.each<[AccountPaperLine['kind'], number, number, boolean]>([
    ['invoice', 100, 0, false], ['invoice', -100, 0, true], ['creditNote', -100, 0, false], ['creditNote', 100, 0, true], ['receipt', 0, 100, false], ['receipt', 0, -100, true],
    ['refund', 0, -100, false], ['refund', 0, 100, true], ['dishonour', 100, 0, false], ['difference', 0, -1, false], ['offset', 0, -100, false], ['opening', -100, 0, false], ['writeOff', 0, -100, false],
  ])('%s with debit %i and credit %i is a reversal: %s', (kind, debit, credit, reversal) => {
    expect(isReversal({ kind, debit: money(debit), credit: money(credit) })).toBe(reversal)
  })
})
