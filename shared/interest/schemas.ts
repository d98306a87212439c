import { z } from 'zod'
import { zDay } from '../day.ts'
import { itemKind } from '../invoices/schemas.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId, zNote, zRequestId, zShownName, zVersion } from '../procedure.ts'
import { zInterestBasis } from '../settings/schemas.ts'

/** One stretch of days in which neither the open amount nor the rate changed; the first day counts, the last one too. */
export const interestStretch = z.object({
  from: zDay, to: zDay, days: z.int(), open: zMoney,
  rate: z.int().meta({ description: '年利率（百万分之一），按日利率约定时为日利率 × 年天数' }),
  /** Exact interest of the stretch in millionths of a fen is rounded only in the item's sum, so a stretch shows its share. */
  interest: zMoney,
})
export type InterestStretch = z.infer<typeof interestStretch>

/** 利息计算表 of one item: `open` is what is open at the end of the sheet, `from` and `to` the first and the last day charged. */
export const interestItem = z.object({
  itemId: z.int(), kind: itemKind, documentId: z.int(), number: z.string(), invoiceNumber: z.string(), dueOn: zDay, amount: zMoney, open: zMoney,
  disputed: z.boolean().meta({ description: '争议中' }), from: zDay, to: zDay, stretches: z.array(interestStretch), interest: zMoney,
})
export type InterestItem = z.infer<typeof interestItem>

/** On what a rate was based from a day on; `rate` is millionths a day (daily), hundredths of the LPR (lpr), or nothing. */
export const termsStep = z.object({ from: zDay, basis: zInterestBasis, rate: z.int() })

/** A calculation sheet: what stands on a letter, and what a 利息单 keeps for good. */
export const interestContent = z.object({
  customer: z.object({ id: z.int(), code: z.string(), name: z.string() }), currency: zCurrency, to: zDay,
  basis: zInterestBasis, daysInYear: z.int(), terms: z.string().meta({ description: '利率依据，如“一年期 LPR 的 1.3 倍”' }),
  steps: z.array(termsStep).meta({ description: '计息期内先后适用的利率依据' }),
  items: z.array(interestItem), total: zMoney,
})
export type InterestContent = z.infer<typeof interestContent>

const zCustomerDay = z.object({ customerId: zId, to: zDay.optional().meta({ description: '计息截止日（含当日），空则今天' }), currency: zCurrency.optional() })
export const sheetQuestion = zCustomerDay
export const overviewQuestion = zCustomerDay.omit({ customerId: true })

/** A customer who could be charged interest on what is still open; null where a rate is missing. */
export const interestCustomer = z.object({
  customerId: zId, code: z.string(), name: zShownName, salesperson: zShownName, currency: zCurrency, items: z.int(), open: zMoney, from: zDay.nullable(), interest: zMoney.nullable(),
})
export type InterestCustomer = z.infer<typeof interestCustomer>

/** The LPR is quoted in whole hundredths of a percent, so that every multiple of it is a whole millionth. */
const zLpr = z.int().min(0).max(500_000).multipleOf(100).meta({ description: '一年期 LPR，百万分之一（3.10% 为 31000）' })
export const lprRow = z.object({ on: zDay, rate: zLpr, published: z.boolean().meta({ description: '随程序提供，未经修改' }), postedBy: z.string(), version: z.int() })
export type LprRow = z.infer<typeof lprRow>
export const lprInput = z.object({ on: zDay, rate: zLpr.default(0), removed: z.boolean().default(false).meta({ description: 'true 删除这一天的利率' }), version: zVersion, requestId: zRequestId })
export type LprInput = z.output<typeof lprInput>

export const termsBasis = z.enum(['', ...zInterestBasis.options]).meta({ description: '空 恢复按系统设置计息' })
export const termsInput = z.object({
  customerId: zId, from: zDay.meta({ description: '自哪一天起' }), basis: termsBasis,
  rate: z.int().min(0).max(10_000).default(0).meta({ description: 'daily 百万分之一日利率（500 即日万分之五）· lpr 倍数的百分之一（150 即 1.5 倍）· 其他为 0' }),
  note: zNote.meta({ description: '约定依据，如合同编号' }), version: zVersion.meta({ description: '所更正的同日约定的 id；没有为 0' }), requestId: zRequestId,
}).refine(({ basis, rate }) => basis !== 'lpr' || rate > 0, { message: 'LPR_TIMES_NOTHING', path: ['rate'] })
export type TermsInput = z.output<typeof termsInput>
export const termsRow = z.object({
  id: zId, customerId: zId, customerCode: z.string(), customerName: zShownName, from: zDay, basis: termsBasis, rate: z.int(), note: z.string(),
  replaced: z.boolean().meta({ description: '同一天起另有更晚的约定' }), postedBy: z.string(), postedAt: z.string(),
})
export type TermsRow = z.infer<typeof termsRow>

export const noteInput = z.object({
  customerId: zId, to: zDay.meta({ description: '计息截止日（含当日）' }), currency: zCurrency.optional(), itemIds: z.array(zId).min(1).max(5000).meta({ description: '计息的应收' }),
  documentOn: zDay.optional().meta({ description: '单据日期，空则今天' }), dueOn: zDay.optional().meta({ description: '利息的到期日，空则单据日期加付款天数' }),
  language: z.enum(['zh-CN', 'en']).default('zh-CN').meta({ description: '利息计算单的语言' }), note: zNote, requestId: zRequestId,
})
export type NoteInput = z.output<typeof noteInput>

/** Everything that stands on the paper of a 利息单: the calculation, and who asks for it. */
export const interestNoteContent = interestContent.extend({
  number: z.string(), documentOn: zDay, dueOn: zDay, language: z.enum(['zh-CN', 'en']), note: z.string(), sender: z.string(),
  company: z.object({ name: z.string(), bankName: z.string(), bankAccount: z.string(), address: z.string(), contact: z.string(), phone: z.string() }),
})
export type InterestNoteContent = z.infer<typeof interestNoteContent>

export const NOTE_STATUSES = ['posted', 'void'] as const
export const noteRow = z.object({
  id: zId, number: z.string(), status: z.enum(NOTE_STATUSES).meta({ description: 'posted 有效 · void 其应收已红冲，作废' }), customerId: zId, customerCode: z.string(), customerName: zShownName,
  currency: zCurrency, to: zDay, amount: zMoney, open: zMoney, items: z.int(), invoiceId: zId, invoiceNumber: z.string(), postedOn: zDay, postedBy: z.string(), postedAt: z.string(),
})
export type NoteRow = z.infer<typeof noteRow>
export const noteView = noteRow.extend({ content: interestNoteContent, hash: z.string() })
export type NoteView = z.infer<typeof noteView>
