import { z } from 'zod'
import { zDay } from '../day.ts'
import { allocationRow, itemKind } from '../invoices/schemas.ts'
import { zAmount, zMoney } from '../money.ts'
import { zCurrency, zDatedAhead, zId, zNote, zRequestId, zShownName } from '../procedure.ts'
import { zStandard } from '../settings/schemas.ts'

export const WRITE_OFF_KINDS = ['writeOff', 'recovery'] as const
export type WriteOffKind = (typeof WRITE_OFF_KINDS)[number]
export type WriteOffStep = 'approved' | 'rejected'
export const REQUEST_STATUSES = ['waiting', 'approved', 'rejected'] as const
export const WRITE_OFF_STATUSES = ['posted', 'reversed', 'reversal'] as const

const zBasisPoints = z.int().min(0).max(10_000).meta({ description: '计提比例，万分之一 (basis points)' })

/** By aging bucket, and specific for customers who are judged by themselves; rates in basis points. Buckets are in months of the document day, `from` excluded. */
export const provisionContent = z.object({
  asOf: zDay, currency: zCurrency, standard: zStandard,
  buckets: z.array(z.object({ from: z.int(), to: z.int().nullable(), open: zMoney, rate: z.int(), required: zMoney })),
  specific: z.array(z.object({ customerId: z.int(), code: z.string(), name: z.string(), open: zMoney, rate: z.int(), required: zMoney, note: z.string() })),
  required: zMoney, existing: zMoney, amount: zMoney,
})
export type ProvisionContent = z.infer<typeof provisionContent>

export const provisionQuestion = z.object({
  asOf: zDay, currency: zCurrency.optional(),
  specific: z.array(z.object({ customerId: zId, rate: zBasisPoints, note: zNote })).max(200).default([]).meta({ description: '单项计提的客户，不再计入账龄组合' }),
})
export type ProvisionQuestion = z.output<typeof provisionQuestion>
export const provisionInput = provisionQuestion.extend({ requestId: zRequestId })

/** Bookkeeping accounts that an entry names; their words stand in the locale files. */
export const ACCOUNTS = ['receivable', 'allowance', 'impairmentLoss', 'badDebtLoss', 'otherIncome'] as const
export const entry = z.object({ debit: z.enum(ACCOUNTS), credit: z.enum(ACCOUNTS), amount: zMoney })
export type Entry = z.infer<typeof entry>

export const provisionRow = z.object({ id: zId, number: z.string(), asOf: zDay, currency: zCurrency, required: zMoney, existing: zMoney, amount: zMoney, postedBy: z.string(), postedAt: z.string() })
export type ProvisionRow = z.infer<typeof provisionRow>
/** `entry` is null when nothing is to be booked. */
export const provisionPreview = z.object({ content: provisionContent, entry: entry.nullable(), currencies: z.array(zCurrency) })
export type ProvisionPreview = z.infer<typeof provisionPreview>
export const provisionView = provisionRow.extend({ content: provisionContent, entry: entry.nullable() })
export type ProvisionView = z.infer<typeof provisionView>

const zReason = z.string().trim().min(1).max(200)
export const writeOffLine = z.object({ itemId: zId, amount: zAmount })
export type WriteOffLine = z.output<typeof writeOffLine>
export const writeOffInput = z.object({
  customerId: zId, lines: z.array(writeOffLine).min(1).max(500), reason: zReason.meta({ description: '核销原因' }),
  evidence: z.string().trim().min(1).max(500).meta({ description: '证据：判决书、破产裁定、工商注销证明等及其编号' }), requestId: zRequestId,
})
export type WriteOffInput = z.output<typeof writeOffInput>

export const requestRow = z.object({
  id: zId, status: z.enum(REQUEST_STATUSES), customerId: zId, customerCode: z.string(), customerName: zShownName, currency: zCurrency, amount: zMoney,
  reason: z.string(), evidence: z.string(), askedOn: zDay, askedBy: z.string(), decidedBy: z.string(),
})
export type RequestRow = z.infer<typeof requestRow>
export const requestItem = z.object({ itemId: zId, kind: itemKind, documentId: zId, number: z.string(), documentOn: zDay, dueOn: zDay, open: zMoney, amount: zMoney })
export const requestView = requestRow.extend({
  /** The user who asked and may therefore not decide. */
  askedById: z.int(), postedAt: z.string(), decidedAt: z.string(), decisionNote: z.string(), writeOffId: z.int().nullable(), writeOffNumber: z.string(), lines: z.array(requestItem),
})
export type RequestView = z.infer<typeof requestView>

export const approveInput = z.object({ id: zId, writtenOffOn: zDay.optional(), note: zNote, requestId: zRequestId })
export const rejectInput = z.object({ id: zId, note: zReason, requestId: zRequestId })
export const recoverInput = z.object({ id: zId, amount: zAmount, recoveredOn: zDay, note: zNote, requestId: zRequestId })
export const reverseInput = z.object({ id: zId, reversedOn: zDay.optional(), reason: zReason, requestId: zRequestId })

/** The memo list 备查: what was written off, what came back, what is left. A reversed write-off has nothing left. */
export const writeOffRow = z.object({
  id: zId, number: z.string(), status: z.enum(WRITE_OFF_STATUSES), customerId: zId, customerCode: z.string(), customerName: zShownName, writtenOffOn: zDay, currency: zCurrency,
  amount: zMoney, recovered: zMoney, left: zMoney, reason: z.string(), evidence: z.string(), postedBy: z.string(), datedAhead: zDatedAhead,
})
export type WriteOffRow = z.infer<typeof writeOffRow>

export const recoveryRow = z.object({ id: zId, number: z.string(), status: z.enum(WRITE_OFF_STATUSES), writtenOffOn: zDay, amount: zMoney, open: zMoney, reason: z.string() })
export const writeOffView = writeOffRow.extend({
  kind: z.enum(WRITE_OFF_KINDS), askedBy: z.string(), postedAt: z.string(), recoversId: z.int().nullable(), recoversNumber: z.string(),
  reversesId: z.int().nullable(), reversedById: z.int().nullable(), reversalNumber: z.string(),
  /** The open debt that a recovery revived; null for a write-off. */
  itemId: z.int().nullable(), entry: entry, lines: z.array(allocationRow), recoveries: z.array(recoveryRow),
})
export type WriteOffView = z.infer<typeof writeOffView>
