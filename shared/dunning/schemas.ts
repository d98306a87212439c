import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { printNote } from '../paper.ts'
import { zCurrency, zId } from '../procedure.ts'

/** 温馨提示 (not yet due or only just) and 催款函 (first demand); the further levels belong to the dunning process. */
export const LETTER_LEVELS = ['reminder', 'demand'] as const
export const zLevel = z.enum(LETTER_LEVELS).meta({ description: 'reminder 付款提醒 · demand 催款函' })
export type LetterLevel = z.infer<typeof zLevel>

export const letterItem = z.object({
  itemId: z.int(), kind: z.string(), number: z.string(), invoiceNumber: z.string(), contractNumber: z.string(),
  documentOn: zDay, dueOn: zDay, daysOverdue: z.int(), amount: zMoney, paid: zMoney, open: zMoney,
})
export type LetterItem = z.infer<typeof letterItem>

/** Everything that stands on the paper: a letter is this snapshot, whatever is posted later. */
export const letterContent = z.object({
  template: z.string(), level: zLevel, language: z.enum(['zh-CN', 'en']), number: z.string(), issuedOn: zDay, payBy: zDay, asOf: zDay, currency: zCurrency,
  company: z.object({ name: z.string(), taxNumber: z.string(), bankName: z.string(), bankAccount: z.string(), address: z.string(), contact: z.string(), phone: z.string() }),
  customer: z.object({ id: z.int(), code: z.string(), name: z.string(), address: z.string(), contact: z.string() }),
  items: z.array(letterItem), total: zMoney, overdue: zMoney, unallocated: zMoney, capital: z.string(), remark: z.string(), sender: z.string(),
})
export type LetterContent = z.infer<typeof letterContent>

/** Why a customer gets no letter now, in the order in which it is told; '' when one may go out. */
export const LEFT_OUT = ['', 'onHold', 'inDispute', 'promised', 'nothingDue', 'coveredByReceipts', 'belowMinimum', 'tooSoon'] as const

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
