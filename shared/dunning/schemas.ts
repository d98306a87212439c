import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { printNote } from '../paper.ts'
import { interestContent } from '../interest/schemas.ts'
import { zCurrency, zId, zNote, zRequestId, zShownName, zVersion } from '../procedure.ts'
import { filledWording, look, zLevel } from '../templates/schemas.ts'

/** The levels stand with the wordings, which lie further left. */
export { LETTER_LEVELS, zLevel, type LetterLevel } from '../templates/schemas.ts'

/** A red invoice, or another credit that is no money, which is not set against a debt yet. `open` is positive. */
export const freeCredit = z.object({ itemId: z.int(), kind: z.string(), number: z.string(), invoiceNumber: z.string(), documentOn: zDay, open: zMoney })
export type FreeCredit = z.infer<typeof freeCredit>

export const letterItem = z.object({
  itemId: z.int(), kind: z.string(), number: z.string(), invoiceNumber: z.string(), contractNumber: z.string(),
  documentOn: zDay, dueOn: zDay, daysOverdue: z.int(), amount: zMoney, paid: zMoney, open: zMoney,
})
export type LetterItem = z.infer<typeof letterItem>

/** The words as they were filled in on the day of issue, with the look of that day: nothing is filled in again for a reprint. */
export const letterWording = z.object({ version: z.int(), parts: filledWording, lookVersion: z.int(), look })

/** Everything that stands on the paper: a letter is this snapshot, whatever is posted later. */
export const letterContent = z.object({
  template: z.string(), level: zLevel, language: z.enum(['zh-CN', 'en']), number: z.string(), issuedOn: zDay, payBy: zDay, asOf: zDay, currency: zCurrency,
  company: z.object({ name: z.string(), taxNumber: z.string(), bankName: z.string(), bankAccount: z.string(), address: z.string(), contact: z.string(), phone: z.string() }),
  customer: z.object({ id: z.int(), code: z.string(), name: z.string(), address: z.string(), contact: z.string() }),
  items: z.array(letterItem), total: zMoney, overdue: zMoney, unallocated: zMoney, capital: z.string(), remark: z.string(), sender: z.string(),
  fee: zMoney.optional().meta({ description: '催收费用，列示在函上，不自动入账' }),
  credits: z.array(freeCredit).optional().meta({ description: '未抵减的红字发票，从应付中扣除；早期信函没有' }),
  interest: interestContent.optional().meta({ description: '逾期利息计算表，列示在函上，不自动入账' }),
  wording: letterWording.optional().meta({ description: '函上的文字与版式，按发函当日版本；早期信函没有' }),
})
export type LetterContent = z.infer<typeof letterContent>

/** Why a customer gets no letter now, in the order in which it is told; '' when one may go out. */
export const LEFT_OUT = ['', 'onHold', 'inDispute', 'promised', 'nothingDue', 'coveredByReceipts', 'coveredByCredits', 'belowMinimum', 'tooSoon'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** What may be decided about a line of a run: a change by the clerk, the owner's approval, the letter that was issued, or why none was. */
export const RUN_STEPS = ['change', 'approve', 'issue', 'skip'] as const
export type RunStepKind = (typeof RUN_STEPS)[number]

export const candidateRow = z.object({
  customerId: zId, code: z.string(), name: zShownName, salesperson: zShownName, currency: zCurrency,
  overdue: zMoney, dueSoon: zMoney, unallocated: zMoney, credits: zMoney.meta({ description: '未抵减的红字发票，不论何日到期' }), net: zMoney.meta({ description: '函上应付：所催款项减未核销收款与未抵减的红字发票，不低于零' }), oldestDueOn: zDay.nullable(), daysOverdue: z.int(), items: z.int(),
  level: zLevel.meta({ description: '下一封的级次：按最长逾期，至多比上一封高一级' }), dueLevel: zLevel.meta({ description: '最长逾期所应的级次' }), lastLetterOn: zDay.nullable(), lastLetterNumber: z.string(),
  disputed: zMoney.meta({ description: '争议中，不催' }), promised: zMoney.meta({ description: '承诺期内，不催' }),
  leftOut: z.enum(LEFT_OUT).meta({ description: '不发函的原因，空为可发' }),
})
export type CandidateRow = z.infer<typeof candidateRow>

/** 催款批次: a proposal of a day for everybody with something due. */
export const runInput = z.object({
  asOf: zDay.optional(), currency: zCurrency.optional(),
  overDays: z.int().min(-7).max(36500).default(0).meta({ description: '逾期超过多少天；-7 含七天内到期' }),
  payBy: zDay.optional().meta({ description: '最后付款日；空则按账套设置' }), language: z.enum(['zh-CN', 'en']).default('zh-CN'), note: zNote, requestId: zRequestId,
})
export type RunInput = z.output<typeof runInput>

export const runRow = z.object({
  id: zId, asOf: zDay, currency: zCurrency, overDays: z.int(), payBy: zDay, language: z.string(), note: z.string(), postedAt: z.string(), postedBy: z.string(),
  customers: z.int(), issued: z.int(), skipped: z.int(),
})
export type RunRow = z.infer<typeof runRow>

/** Where a line of a run stands; those that are proposed, taken or approved are issued next. */
export const LINE_STATES = ['proposed', 'taken', 'needsApproval', 'approved', 'issued', 'skipped', 'leftOut'] as const
export type LineState = (typeof LINE_STATES)[number]
/** Why a line is not issued: what kept the customer out, or that the clerk took the line out. */
export const LINE_REASONS = [...LEFT_OUT, 'byHand'] as const
export const zLineReason = z.enum(LINE_REASONS)
export type LineReason = (typeof LINE_REASONS)[number]

const zLineState = z.enum(LINE_STATES).meta({ description: 'proposed 建议发 · taken 人工选发 · needsApproval 待批准 · approved 已批准 · issued 已发 · skipped 发函时跳过 · leftOut 不发' })
export const runLine = z.object({
  id: zId, customerId: zId, code: z.string(), name: zShownName, salesperson: zShownName, state: zLineState, level: zLevel, dueLevel: zLevel,
  amount: zMoney, unallocated: zMoney.meta({ description: '可抵减：未核销收款与未抵减的红字发票' }), daysOverdue: z.int(), items: z.int(), why: zLineReason, remark: z.string(),
  letterId: z.int().nullable(), letterNumber: z.string(), letterAmount: zMoney.nullable(), decidedBy: z.string(), version: z.int(),
})
export type RunLine = z.infer<typeof runLine>

export const runSum = z.object({ state: zLineState, level: zLevel, why: zLineReason, customers: z.int(), amount: zMoney })
export type RunSum = z.infer<typeof runSum>
export const runView = runRow.extend({ sums: z.array(runSum) })
export type RunView = z.infer<typeof runView>

export const lineChange = z.object({
  lineIds: z.array(zId).min(1).max(500), taken: z.boolean().optional().meta({ description: 'true 发，false 不发' }),
  level: zLevel.optional().meta({ description: '改发较低级次' }), remark: z.string().trim().max(500).optional().meta({ description: '函件附言' }), version: zVersion.meta({ description: '所选各行版本中最大的一个' }), requestId: zRequestId,
})
export type LineChange = z.output<typeof lineChange>

export const letterRow = z.object({
  id: zId, number: z.string(), level: zLevel, customerId: zId, customerCode: z.string(), customerName: zShownName, issuedOn: zDay, payBy: zDay,
  currency: zCurrency, amount: zMoney.meta({ description: '所列款项合计' }), net: zMoney.meta({ description: '扣除未核销收款与红字发票后应付' }), items: z.int(), prints: z.int(), lastPrintedAt: z.string().nullable(), issuedBy: z.string(),
  voided: z.boolean().meta({ description: '已作废：未送达，不计级次与间隔' }),
})
export type LetterRow = z.infer<typeof letterRow>
export const letterView = letterRow.extend({
  content: letterContent, hash: z.string(), printed: z.array(printNote),
  void: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
  /** The receivable that the fee on the letter became. */
  feeInvoice: z.object({ id: zId, number: z.string() }).nullable(),
})
export type LetterView = z.infer<typeof letterView>

export const runIssued = z.object({
  issued: z.array(letterRow), skipped: z.array(z.object({ lineId: zId, customerId: zId, reason: zLineReason })),
  left: z.int().meta({ description: '还可发的户数；待批准的不算' }),
})
export type RunIssued = z.infer<typeof runIssued>
