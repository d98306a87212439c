/** What a receipt voucher (收款收据) says it was paid for. */
import { formatMoney, type Money } from '../money.ts'
import type { VoucherItem } from './schemas.ts'

/** The version of the paper's wording; it stands in each snapshot. */
export const VOUCHER_TEMPLATE = '1'

/** How many documents are named; a slip has room for two lines of them. */
const NAMED = 3

/** An invoice is named by its own number, which the payer knows; what has none by ours. */
const nameOf = ({ number, invoiceNumber }: VoucherItem): string => invoiceNumber || number

/** 货款，发票 A、B、C 等5张；余额 1,000.00 预收. Without anything settled the money was paid in advance. */
export function purposeOf(items: readonly VoucherItem[], advance: Money): string {
  if (items.length === 0) return '预收货款'
  const named = items.slice(0, NAMED).map(nameOf).join('、')
  const many = items.length > NAMED ? ` 等${items.length}张` : ''
  const word = items.every((item) => item.invoiceNumber !== '') ? '发票' : '单据'
  return `货款，${word} ${named}${many}${advance > 0 ? `；其中预收 ${formatMoney(advance)}` : ''}`
}
