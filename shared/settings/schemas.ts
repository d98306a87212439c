import { z } from 'zod'
import { zDay } from '../day.ts'
import { zAmountOrZero } from '../money.ts'
import { zCurrency, zId, zKnownCurrency, zName, zShort, zVersion } from '../procedure.ts'

export const zStandard = z.enum(['enterprise', 'small']).meta({ description: 'enterprise 企业会计准则 · small 小企业会计准则' })
export const zBasis = z.enum(['due', 'document']).meta({ description: '账龄基准：due 按到期日 · document 按单据日期' })
export type Basis = z.infer<typeof zBasis>

/** Upper ends of the overdue buckets in days; the last bucket is everything over the last end. */
export const zBoundaries = z.array(z.int().min(1).max(36500)).min(1).max(12)
  .refine((ends) => ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0)), { message: 'BOUNDARIES_MUST_RISE' })
export const DEFAULT_BOUNDARIES = [30, 60, 90, 180, 365]

/** Ends of the allowance's aging buckets in months since the document day, and a rate in basis points for each bucket and for what is over the last end. */
export const zProvisionRates = z.object({ months: z.array(z.int().min(1).max(600)).min(1).max(12), rates: z.array(z.int().min(0).max(10_000)).min(2).max(13) })
  .refine(({ months }) => months.every((end, index) => index === 0 || end > (months[index - 1] ?? 0)), { message: 'BOUNDARIES_MUST_RISE' })
  .refine(({ months, rates }) => rates.length === months.length + 1, { message: 'ONE_RATE_MORE_THAN_ENDS' })
export type ProvisionRates = z.infer<typeof zProvisionRates>
export const DEFAULT_PROVISION_RATES: ProvisionRates = { months: [12, 24, 36, 48, 60], rates: [500, 1000, 3000, 5000, 8000, 10_000] }

/** Interest on late payment: 约定日利率, or a multiple of the 1-year LPR, or what public bodies and large companies owe small ones. */
export const zInterestBasis = z.enum(['daily', 'lpr', 'smallCreditor']).meta({ description: 'daily 约定日利率 · lpr 一年期 LPR 加计 · smallCreditor 机关与大型企业拖欠中小企业（日万分之五）' })
export type InterestBasis = z.infer<typeof zInterestBasis>

export const options = z.object({
  tolerance: zAmountOrZero.meta({ description: '尾差容差（分）' }),
  basis: zBasis,
  monthEndOrder: z.enum(['unasked', 'after', 'before']).meta({ description: '“30天月结”的算法：after 先加天数再到月底 · before 先到月底再加天数 · unasked 未问，按 after' }),
  boundaries: zBoundaries,
  letterGapDays: z.int().min(0).max(365).meta({ description: '两封催款函之间最少天数' }),
  letterMinimum: zAmountOrZero.meta({ description: '低于此金额不催（分）' }),
  demandAfterDays: z.int().min(0).max(3650).meta({ description: '逾期超过多少天改发催款函' }),
  secondDemandAfterDays: z.int().min(0).max(3650).meta({ description: '逾期超过多少天发再次催款函' }),
  finalNoticeAfterDays: z.int().min(0).max(3650).meta({ description: '逾期超过多少天发最后通知（须老板批准）' }),
  letterFees: z.array(zAmountOrZero).length(4).meta({ description: '各级催款函列示的催收费用（分），按级次' }),
  interestBasis: zInterestBasis,
  dailyRate: z.int().min(0).max(10_000).meta({ description: '约定日利率（百万分之一），500 即日万分之五' }),
  lprFactor: z.int().min(100).max(400).meta({ description: 'LPR 倍数（百分之一），130 即 1.3 倍' }),
  daysInYear: z.union([z.literal(360), z.literal(365)]).meta({ description: '一年按多少天计息' }),
  interestOnLetters: z.boolean().meta({ description: '催款函上列示逾期利息' }),
  openingAllowance: zAmountOrZero.meta({ description: '启用账套前已有的坏账准备余额（分，本位币）' }),
  provisionRates: zProvisionRates.meta({ description: '坏账准备：账龄段上限（月）与各段计提比例（万分之一）' }),
  payWithinDays: z.int().min(1).max(365).meta({ description: '函中最后付款日 = 发函日 + 天数' }),
  lockAfterMinutes: z.int().min(0).max(600).meta({ description: '空闲多少分钟后锁定，0 为不锁' }),
})
export type Options = z.infer<typeof options>

export const company = z.object({
  name: zName, taxNumber: zShort, bankName: zShort, bankAccount: zShort, address: zShort, contact: zShort, phone: zShort,
  standard: zStandard, currency: zCurrency, timeZone: z.string().max(60),
  startOn: zDay.nullable().meta({ description: '启用日：此前的单据是历史，只以期初余额进入' }),
})
export type Company = z.infer<typeof company>

/** The day of every question is reckoned in this zone, so one that does not exist would end every answer. */
function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
/** A short text without a default: what a change leaves out stays as it was. */
const zChanged = zShort.unwrap()
/** What may be changed of the company; what later reading depends on is judged here, before it is stored. */
export const companyChange = company.extend({
  taxNumber: zChanged, bankName: zChanged, bankAccount: zChanged, address: zChanged, contact: zChanged, phone: zChanged,
  timeZone: z.string().max(60).refine(isTimeZone, { message: 'NOT_A_TIME_ZONE' }).meta({ examples: ['Asia/Shanghai'] }), currency: zKnownCurrency,
}).partial()

export const settingsView = z.object({ company, options, today: zDay, version: z.int() })
export type SettingsView = z.infer<typeof settingsView>

export const bankAccount = z.object({
  id: zId, name: z.string(), bank: z.string(), number: z.string(), currency: zCurrency, active: z.boolean(), version: z.int(),
})
export type BankAccount = z.infer<typeof bankAccount>
export const bankAccountInput = z.object({
  id: zId.optional(), version: zVersion, name: zName, bank: zShort, number: zShort, currency: zKnownCurrency.default('CNY'), active: z.boolean().default(true),
})
