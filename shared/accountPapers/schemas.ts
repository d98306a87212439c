import { z } from 'zod'
import { zDay } from '../day.ts'
import { itemKind } from '../invoices/schemas.ts'
import { zMoney } from '../money.ts'
import { printNote } from '../paper.ts'
import { zCurrency, zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'

/** statement 对账单 over a period · confirmation 询证函 for the auditor, the balance of a day. */
export const ACCOUNT_PAPER_KINDS = ['statement', 'confirmation'] as const
export const zAccountPaperKind = z.enum(ACCOUNT_PAPER_KINDS).meta({ description: 'statement 对账单 · confirmation 询证函' })
export type AccountPaperKind = z.infer<typeof zAccountPaperKind>

/** waiting 未回 · agreed 相符 · differs 不符: what the last slip that came back says. */
export const REPLY_STATES = ['waiting', 'agreed', 'differs'] as const
export const zReplyState = z.enum(REPLY_STATES).meta({ description: 'waiting 未回 · agreed 相符 · differs 不符' })
export type ReplyState = z.infer<typeof zReplyState>

/** Whom the customer answers: nobody of ours reads it first. */
export const auditor = z.object({ name: z.string().trim().min(1).max(120), address: z.string().trim().min(1).max(200), contact: zShort, phone: zShort })
export type Auditor = z.infer<typeof auditor>

/** Everything that stands on the paper. */
export const accountPaperContent = z.object({
  template: z.string(), kind: zAccountPaperKind, language: z.enum(['zh-CN', 'en']), number: z.string(), issuedOn: zDay, from: zDay.nullable(), asOf: zDay, currency: zCurrency,
  company: z.object({ name: z.string(), taxNumber: z.string(), bankName: z.string(), bankAccount: z.string(), address: z.string(), contact: z.string(), phone: z.string() }),
  customer: z.object({ id: z.int(), code: z.string(), name: z.string(), address: z.string(), contact: z.string() }),
  auditor: auditor.nullable(),
  opening: zMoney, rows: z.array(z.object({ on: zDay, kind: itemKind, number: z.string(), text: z.string(), debit: zMoney, credit: zMoney, balance: zMoney })),
  debits: zMoney, credits: zMoney, closing: zMoney, capital: z.string(), sender: z.string(),
})
export type AccountPaperContent = z.infer<typeof accountPaperContent>
export type AccountPaperLine = AccountPaperContent['rows'][number]

const paperTerms = z.object({ asOf: zDay, currency: zCurrency.optional(), language: z.enum(['zh-CN', 'en']).default('zh-CN') })
/** What both papers are made of; `from` is of the statement, `auditor` of the confirmation. */
export const statementTerms = paperTerms.extend({ from: zDay })
export const confirmationTerms = paperTerms.extend({ auditor })
export type PaperTerms = z.infer<typeof paperTerms> & { from: z.infer<typeof zDay> | null; auditor: Auditor | null }

/** Without customers: all that have a balance or movements. */
export const paperBatch = z.object({
  customerIds: z.array(zId).min(1).max(1000).optional().meta({ description: '空则为所有有余额或发生额的客户' }), requestId: zRequestId,
})

export const paperCandidate = z.object({
  customerId: zId, code: z.string(), name: zShownName, salesperson: zShownName, currency: zCurrency,
  opening: zMoney, debits: zMoney, credits: zMoney, closing: zMoney, lastIssuedOn: zDay.nullable(), lastNumber: z.string(),
})
export type PaperCandidate = z.infer<typeof paperCandidate>

export const accountPaperRow = z.object({
  id: zId, number: z.string(), kind: zAccountPaperKind, customerId: zId, customerCode: z.string(), customerName: zShownName, issuedOn: zDay,
  from: z.string().meta({ description: '对账单的起始日；询证函为空' }), asOf: zDay, currency: zCurrency, balance: zMoney, state: zReplyState,
  prints: z.int(), lastPrintedAt: z.string().nullable(), issuedBy: z.string(),
})
export type AccountPaperRow = z.infer<typeof accountPaperRow>

export const paperReply = z.object({
  id: zId, on: zDay, agreed: z.boolean(), balance: zMoney.nullable().meta({ description: '不符时客户的账面余额' }), person: z.string(), note: z.string(), postedAt: z.string(), postedBy: z.string(),
})
export type PaperReply = z.infer<typeof paperReply>
export const replyInput = z.object({
  id: zId, on: zDay.optional().meta({ description: '回函日；空则为今天' }), agreed: z.boolean(), balance: zMoney.nullable().default(null),
  person: zShort.meta({ description: '签章人' }), note: zNote, requestId: zRequestId,
})
export type ReplyInput = Omit<z.infer<typeof replyInput>, 'requestId'>

export const accountPaperView = accountPaperRow.extend({ content: accountPaperContent, hash: z.string(), printed: z.array(printNote), replies: z.array(paperReply) })
export type AccountPaperView = z.infer<typeof accountPaperView>
