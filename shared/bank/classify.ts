/**
 * What a line of a statement is. Only words that no customer's payment carries take a line out of the receipts, because a
 * receipt that is taken for something else is money that nobody allocates; a fee that is taken for a receipt is only a nuisance.
 */
import { nameKey } from '../customers/names.ts'
import type { Direction, LineClass } from './schemas.ts'

export interface ClassedLine {
  direction: Direction
  counterparty: string
  counterpartyAccount: string
  memo: string
  /** What the bank calls the kind of business, as in 收费 or 结息; '' where it tells none. */
  type: string
}

/** The company itself: its names and its accounts' numbers. */
export interface Own {
  names: readonly string[]
  accounts: readonly string[]
}

const FEE = /手续费|工本费|账户管理费|帐户管理费|账户维护费|汇划费|划款费|回单.{0,4}费|电汇费|邮电费|电子汇划|网银服务费|网银年费|证书.{0,2}费|询证函.{0,4}费|函证费|短信.{0,4}费|对账单费|账户年费|小额账户|汇款费|转账费|结算费|开户费|验资费|密钥.{0,2}费|u盾|ukey|bank ?charge|service ?charge|bank ?fee|handling ?fee|commission|monthly ?fee|account ?fee|wire ?fee|transfer ?fee/i
const FEE_TYPE = /^(?:收费|扣费|费用|手续费.*|fees?|charges?|chg)$/i
/** Words for a fee of any kind: the bank's own when no other side is named. */
const PLAIN_FEE = /服务费|管理费|年费|月费|\bfee\b|\bcharges?\b/i
const INTEREST = /结息|存款利息|利息收入|利息支出|活期利息|定期利息|协定存款|通知存款.{0,2}息|贷款利息|归还利息|扣息|付息|入息|利息入账|^利息$|季息|存息|\binterest\b|\bint\.? ?(?:paid|earned|credit)/i
const LOAN = /贷款发放|发放贷款|放款|贷款放出|归还贷款|贷款归还|还贷|贷款本金|本金归还|还本|loan ?(?:disbursement|drawdown|repayment)/i
const PLACEMENT = /理财|结构性存款|大额存单|定期存款|定存|转定期|申购|赎回|七天通知|保证金户|验资户/
const CAPITAL = /实收资本|投资款|注资款|增资款|注册资本|出资款|capital contribution/i
const TREASURY = /国家金库|国库|税务局|财政局|社保|社会保险|医疗保障|公积金/
const RETURNED = /退汇|退票|冲正|汇款退回|转账退回|付款退回|被退回|原路退|退款|reversal|reversed|returned|refund/i
/** Weaker words, which a customer may write too. */
const PERHAPS_RETURNED = /退回|冲销|抹账|撤销|返还/
const PAID_BACK = /退款|退货款|退还货款|退预收|退还预收|退多收|多收退|退多付|退还多付|冲正|冲销|抹账|refund|reversal/i
/** The other side is a bank, or one of its own accounts. */
const BANK = /银行|信用社|信用联社|支行|分行|营业部|农商行|应付利息|待划转|手续费|中间业务|内部户|暂收|暂付|清算|\bbank\b/i

const digitsOf = (number: string): string => number.replace(/\D/g, '')

/** The class of a line; `own` is what the ledger knows of the company. */
export function classify(line: ClassedLine, own: Own): LineClass {
  const words = `${line.memo} ${line.type}`.trim()
  const account = digitsOf(line.counterpartyAccount)
  if (account.length >= 6 && own.accounts.some((number) => digitsOf(number) === account)) return 'transfer'
  const bankOrNobody = line.counterparty === '' || BANK.test(line.counterparty)
  const name = nameKey(line.counterparty)
  const itself = name !== '' && own.names.some((known) => nameKey(known) === name)
  if (itself && !RETURNED.test(words) && !INTEREST.test(words) && !FEE.test(words) && !LOAN.test(words)) return 'transfer'
  if (bankOrNobody || itself) {
    const ofBank = bankClass(line, words)
    if (ofBank) return ofBank
  }
  return line.direction === 'in' ? classIn(line, words) : classOut(words)
}

function bankClass({ direction, counterparty, memo, type }: ClassedLine, words: string): LineClass | null {
  if (INTEREST.test(words) || /应付利息|待划转利息|^利息/.test(counterparty)) return 'interest'
  if (LOAN.test(words)) return 'other'
  // A fee that comes in is one that the bank gives back; else somebody paid and spoke of a fee.
  if (direction === 'in') return PERHAPS_RETURNED.test(words) ? (FEE.test(words) ? 'fee' : 'refund') : PLACEMENT.test(words) ? 'other' : null
  if (FEE.test(words) || FEE_TYPE.test(type.trim()) || FEE_TYPE.test(memo.trim())) return 'fee'
  return (counterparty === '' ? PLAIN_FEE.test(words) : FEE.test(counterparty)) ? 'fee' : null
}

function classIn({ counterparty }: ClassedLine, words: string): LineClass {
  if (TREASURY.test(counterparty) || CAPITAL.test(words)) return 'other'
  return RETURNED.test(words) ? 'refund' : 'receipt'
}

function classOut(words: string): LineClass {
  if (PAID_BACK.test(words)) return 'refund'
  return PLACEMENT.test(words) || LOAN.test(words) ? 'other' : 'payment'
}
