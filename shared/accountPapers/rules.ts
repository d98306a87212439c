/** Pure decisions about 对账单 and 询证函: on which side a balance stands, and what a movement is called. */
import { absolute, capitalAmount, ZERO, type Money } from '../money.ts'
import type { AccountPaperKind, AccountPaperLine } from './schemas.ts'

/** The version of the papers' wording; it stands in each snapshot. */
export const ACCOUNT_PAPER_TEMPLATE = '1'
export const SERIES: Readonly<Record<AccountPaperKind, string>> = { statement: 'DZ', confirmation: 'XZ' }

/** The two columns of a confirmation: what the customer owes us, or what we owe the customer (money that it paid ahead). */
export const sidesOf = (balance: Money): { owedToUs: Money; owedByUs: Money } => (balance < 0 ? { owedToUs: ZERO, owedByUs: absolute(balance) } : { owedToUs: balance, owedByUs: ZERO })

/** 大写 of what is owed, to whichever side; only yuan are written so. */
export const capitalOf = (balance: Money, currency: string): string => (currency === 'CNY' ? capitalAmount(absolute(balance)) : '')

/** Kinds whose documents may have either sign without one of them being a reversal. */
const EITHER_SIGN: ReadonlySet<AccountPaperLine['kind']> = new Set(['opening', 'difference', 'offset', 'writeOff'])

/** A reversal (红冲) shows as the negative of what it reverses; credit notes and refunds are negative by nature. */
export function isReversal({ kind, debit, credit }: Pick<AccountPaperLine, 'kind' | 'debit' | 'credit'>): boolean {
  if (EITHER_SIGN.has(kind)) return false
  const negative = debit < 0 || credit < 0
  return kind === 'creditNote' || kind === 'refund' ? !negative : negative
}
