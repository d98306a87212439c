import { z } from 'zod'
import { bucketHead } from '../aging/schemas.ts'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId } from '../procedure.ts'

export const overviewInput = z.object({ asOf: zDay.optional(), currency: zCurrency.optional() })
export const overview = z.object({
  asOf: zDay, currency: zCurrency, currencies: z.array(zCurrency),
  receivable: zMoney.meta({ description: '应收：未清款项减红字，不减预收' }), overdue: zMoney,
  debts: zMoney.meta({ description: '全部欠款：未清的应收，红字与预收都不计入' }), overdueDebts: zMoney.meta({ description: '其中逾期的欠款' }),
  overdueBasisPoints: z.int().nullable().meta({ description: '逾期率 = 逾期欠款 / 全部欠款，万分之一；没有欠款时为空' }),
  dueIn7: zMoney, dueIn30: zMoney, advances: zMoney.meta({ description: '未核销收款，正数' }), balance: zMoney,
  acceptances: zMoney.meta({ description: '截止日在手、托收中的承兑汇票：已冲减应收、尚未变成现金' }),
  longestOverdue: z.int().meta({ description: '最长逾期天数' }),
  notDue: zMoney, buckets: z.array(bucketHead.extend({ amount: zMoney })),
  debtors: z.array(z.object({ customerId: zId, code: z.string(), name: z.string(), overdue: zMoney, receivable: zMoney, daysOverdue: z.int() })),
  salespeople: z.array(z.object({ salespersonId: z.int().nullable(), name: z.string(), receivable: zMoney, overdue: zMoney, overdueBasisPoints: z.int().nullable() })),
})
export type Overview = z.infer<typeof overview>

/** The live counts on the flow chart of the home page. */
export const counts = z.object({
  customers: z.int(), drafts: z.int(), openItems: z.int(), overdueItems: z.int(), receiptsToday: z.int(), unallocatedReceipts: z.int(),
  customersToDun: z.int(), lettersThisMonth: z.int(), imports: z.int(),
  bankLines: z.int().meta({ description: '待处理的银行流水' }), acceptancesDue: z.int().meta({ description: '30 天内到期的在手票据' }), monthsToClose: z.int().meta({ description: '已过未结的月份' }),
  limitation: z.int().meta({ description: '诉讼时效六个月内届满的债权' }),
})
export type Counts = z.infer<typeof counts>

export const searchHit = z.object({
  kind: z.enum(['customer', 'invoice', 'receipt', 'voucher', 'offset', 'refund', 'acceptance', 'letter', 'interestNote', 'accountPaper', 'writeOff', 'provision', 'lawsuit']), id: zId, title: z.string(), detail: z.string(),
})
export type SearchHit = z.infer<typeof searchHit>
