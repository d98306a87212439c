import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { printNote } from '../paper.ts'
import { interestContent } from '../interest/schemas.ts'
import { zCurrency, zId } from '../procedure.ts'
import { filledWording, look, zLevel } from '../templates/schemas.ts'

/** The levels stand with the wordings, which lie further left. */
export { LETTER_LEVELS, zLevel, type LetterLevel } from '../templates/schemas.ts'

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
  interest: interestContent.optional().meta({ description: '逾期利息计算表，列示在函上，不自动入账' }),
  wording: letterWording.optional().meta({ description: '函上的文字与版式，按发函当日版本；早期信函没有' }),
})
export type LetterContent = z.infer<typeof letterContent>

/** Why a customer gets no letter now, in the order in which it is told; '' when one may go out. */
export const LEFT_OUT = ['', 'onHold', 'inDispute', 'promised', 'nothingDue', 'coveredByReceipts', 'belowMinimum', 'tooSoon'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** What may be decided about a line of a run: a change by the clerk, the owner's approval, the letter that was issued, or why none was. */
export const RUN_STEPS = ['change', 'approve', 'issue', 'skip'] as const
export type RunStepKind = (typeof RUN_STEPS)[number]

export const candidateRow = z.object({
  customerId: zId, code: z.string(), name: z.string(), salesperson: z.string(), currency: zCurrency,
  overdue: zMoney, dueSoon: zMoney, unallocated: zMoney, oldestDueOn: zDay.nullable(), daysOverdue: z.int(), items: z.int(),
  level: zLevel, lastLetterOn: zDay.nullable(), lastLetterNumber: z.string(),
  disputed: zMoney.meta({ description: '争议中，不催' }), promised: zMoney.meta({ description: '承诺期内，不催' }),
  leftOut: z.enum(LEFT_OUT).meta({ description: '不发函的原因，空为可发' }),
})
export type CandidateRow = z.infer<typeof candidateRow>

export const letterRow = z.object({
  id: zId, number: z.string(), level: zLevel, customerId: zId, customerCode: z.string(), customerName: z.string(), issuedOn: zDay, payBy: zDay,
  currency: zCurrency, amount: zMoney, items: z.int(), prints: z.int(), lastPrintedAt: z.string().nullable(), issuedBy: z.string(),
})
export type LetterRow = z.infer<typeof letterRow>
export const letterView = letterRow.extend({ content: letterContent, hash: z.string(), printed: z.array(printNote) })
export type LetterView = z.infer<typeof letterView>
