/** Words of a file that stand for one of a few things: yes and no, kinds of documents, their standing, ways of payment. */
import type { InvoiceKind } from '../invoices/schemas.ts'
import { negate, type Money } from '../money.ts'
import type { Method } from '../receipts/schemas.ts'
import type { MoneySide } from '../sheets/amounts.ts'

const plainWord = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Yes or no in either language; null when it is neither. */
export function parseFlag(text: string): boolean | null {
  const plain = plainWord(text)
  if (/^(是|有|对|√|✓|y|yes|true|t|1)$/.test(plain)) return true
  if (/^(否|无|不|×|x|n|no|false|f|0)$/.test(plain)) return false
  return null
}

/**
 * What a row is by its own word. Beside documents a list may hold money that came in (receipt) or went back (refund), what
 * the office itself owes (purchase), and papers that make no debt yet (order).
 */
export type RowKind = InvoiceKind | 'receipt' | 'refund' | 'purchase' | 'order'

/** Null when the word says nothing we know, so that an invoice is meant. */
export function parseKind(text: string): RowKind | null {
  const plain = plainWord(text)
  if (plain === '') return null
  if (/退款|refund/.test(plain)) return 'refund'
  if (/红字|红冲|贷项|负数|credit ?(note|memo)|退货|冲红|^dg$|sales return/.test(plain)) return 'creditNote'
  if (/采购|应付|预付|付款单|进项|供应商|^bill|vendor|purchase|payable|expense|supplier/.test(plain)) return 'purchase'
  if (/订单|报价|询价|发货单|出库单|(^|[^a-z])orders?$|quot(e|ation)|estimate|pro ?-?forma|delivery/.test(plain)) return 'order'
  if (/其他应收|其它应收|other receivable/.test(plain)) return 'other'
  if (/期初|opening/.test(plain)) return 'opening'
  if (/^(?!.*(应收|发票)).*(收款|回款|到账|预收)|receipt|^(customer |inbound |received |sales )?payments?$|^(dz|deposit)$|prepayment|overpayment/.test(plain)) return 'receipt'
  return /发票|应收|invoice|receivable|销售/.test(plain) ? 'invoice' : null
}

/** How a document stands: void and draft ones are no debt, of a settled one nothing is owed, of one that is paid in part the rest. */
export type Standing = 'void' | 'draft' | 'settled' | 'partly' | null

const VOID = /作废|已废|废票|撤销|已删除|驳回|已取消|^void|^cancell?ed|^deleted|^rejected|^reversed/
const DRAFT = /^(草稿|暂存|创建|开立|未审核?|待审核?|审核中|未提交|draft|parked|submitted|(awaiting|pending) approval)$/
const SETTLED = /^((已|全部|完全|全额)?(结清|核销|收款|收齐|收清|付清|结算|结账|回款|到账|到款|付讫|收讫)(完毕|完成)?|已收|已到|已回|已付|已付款|已完全(核销|收款)|(fully )?(paid|settled|cleared|reconciled)( in full)?|closed|in payment)$/
const NOT = /^(未|非|不|无|待|尚未|not |un)/
/** Words of a column that says only whether something is so, as 是否作废 or 是否结清. */
const FLAGGED = /^是否|标[志识]$|^is|(?:回款|收款|到账|结清|核销|结算|付款)(?:情况|状态)$/

/** How a document stands by the word of a column of this title. */
export function parseStanding(text: string, title: string): Standing {
  const plain = plainWord(text)
  if (plain === '') return null
  const flag = FLAGGED.test(plainWord(title)) || /^(作废|voided)$/.test(plainWord(title)) ? parseFlag(plain) : null
  if (flag !== null) return !flag ? null : /作废|void|cancel/.test(plainWord(title)) ? 'void' : 'settled'
  if (DRAFT.test(plain)) return 'draft'
  if (/部分|partial|partly/.test(plain)) return /红冲/.test(plain) ? null : 'partly'
  if (NOT.test(plain)) return null
  return VOID.test(plain) ? 'void' : SETTLED.test(plain) ? 'settled' : null
}

/** The side that a balance or an amount stands on; null when the word is neither (平: nothing is owed). */
export function parseSide(text: string): 'debit' | 'credit' | null {
  const plain = plainWord(text)
  if (/^(借|借方|debit|dr|d|s)\.?$/.test(plain)) return 'debit'
  return /^(贷|贷方|credit|cr|c|h)\.?$/.test(plain) ? 'credit' : null
}

/** What is owed by the side that an amount stands on: on the credit side stands what the customer has to his credit. */
export const owedOn = (side: MoneySide | null, amount: Money): Money => (side === 'credit' && amount > 0 ? negate(amount) : amount)

export function parseMethod(text: string): Method {
  const plain = plainWord(text)
  if (/现金|cash/.test(plain)) return 'cash'
  if (/承兑|票据|汇票|银承|商承|acceptance|draft/.test(plain)) return 'acceptance'
  if (plain === '' || /转账|电汇|汇款|网银|银行|转帐|transfer|wire|bank|汇入|入账|收款|pos/.test(plain)) return 'transfer'
  return 'other'
}
