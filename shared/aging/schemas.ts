import { z } from 'zod'
import { zDay } from '../day.ts'
import { itemKind } from '../invoices/schemas.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId, zShownName } from '../procedure.ts'
import { zBasis } from '../settings/schemas.ts'

export const GROUPS = ['customer', 'salesperson', 'department'] as const
export const zGroup = z.enum(GROUPS)
export type AgingGroup = z.infer<typeof zGroup>

/** 30,60,90 → the ends of the overdue buckets; text in a query string, numbers on RPC. */
export const zEnds = z.string().regex(/^\d{1,5}(,\d{1,5}){0,11}$/).optional()
  .meta({ description: '区间上限（天），逗号分隔，如 30,60,90,180,365；空用账套设置' })

export const agingInput = z.object({
  asOf: zDay.optional().meta({ description: '截止日；空为今天' }),
  basis: zBasis.optional(), boundaries: zEnds, groupBy: zGroup.default('customer'), currency: zCurrency.optional(),
})
export type AgingInput = z.output<typeof agingInput>

/** `notDue`, then one column a bucket from the nearest to the farthest, then unallocated receipts (negative). */
export const agingColumns = z.object({
  notDue: zMoney, buckets: z.array(zMoney), unallocated: zMoney, total: zMoney, overdue: zMoney, items: z.int(),
  acceptances: zMoney.meta({ description: '在手、托收中的承兑汇票：已冲减应收、尚未变成现金；不计入余额' }),
  debts: zMoney.meta({ description: '全部欠款：未清的应收，红字与预收都不计入' }), overdueDebts: zMoney.meta({ description: '其中逾期的欠款；逾期率 = 逾期欠款 / 全部欠款' }),
})
export type AgingColumns = z.infer<typeof agingColumns>
export const agingRow = agingColumns.extend({ id: z.int().nullable(), code: z.string(), name: z.string() })
export type AgingRow = z.infer<typeof agingRow>
export const bucketHead = z.object({ index: z.int(), from: z.int(), to: z.int().nullable() })
export type BucketHead = z.infer<typeof bucketHead>

export const agingReport = z.object({
  asOf: zDay, basis: zBasis, groupBy: zGroup, currency: zCurrency, currencies: z.array(zCurrency),
  buckets: z.array(bucketHead), rows: z.array(agingRow), totals: agingColumns,
})
export type AgingReport = z.infer<typeof agingReport>

/** One cell of the report: which group row and which column. */
export const agingCell = z.object({
  column: z.string().regex(/^(notDue|overdue|receivable|unallocated|total|bucket\d{1,2})$/).default('total').meta({ description: 'notDue · bucket0… · overdue · receivable（未到期 + 逾期，不减预收）· unallocated · total' }),
  groupId: z.coerce.number<number>().int().nullish().meta({ description: '客户或业务员编号；空为全部' }),
  groupName: z.string().max(120).nullish().meta({ description: '部门名' }),
})
export const agingItem = z.object({
  id: zId, kind: itemKind, documentId: zId, number: z.string(), customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName,
  documentOn: zDay, dueOn: zDay, daysOverdue: z.int(), amount: zMoney, open: zMoney, invoiceNumber: z.string(), currency: zCurrency,
  disputed: z.boolean().optional().meta({ description: '截止日在争议中' }),
})
export type AgingItem = z.infer<typeof agingItem>
