import { z } from 'zod'
import { zDay } from '../day.ts'
import { itemKind } from '../invoices/schemas.ts'
import { zAmount, zAmountOrZero, zMoney, ZERO } from '../money.ts'
import { zCurrency, zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'

/** What makes the three years start again (民法典 195; 诉讼时效规定 8, 14). Part payments, promises, delivered demands and signed statements are read from the ledger; the rest is noted by hand. */
export const INTERRUPTION_KINDS = ['demand', 'partPayment', 'signedStatement', 'promise', 'extension', 'lawsuit', 'other'] as const
export const zInterruptionKind = z.enum(INTERRUPTION_KINDS).meta({ description: 'demand 催款函送达 · partPayment 部分付款 · signedStatement 对账单签章 · promise 付款承诺 · extension 请求延期 · lawsuit 起诉或仲裁 · other 其他' })
export type InterruptionKind = z.infer<typeof zInterruptionKind>

/** Beside them the stamped slip of a demand, and the auditor's confirmation, which is told but moves nothing. */
export const CLOCK_EVENTS = [...INTERRUPTION_KINDS, 'slip', 'confirmation'] as const
export const zClockEvent = z.enum(CLOCK_EVENTS)
export type ClockEventKind = z.infer<typeof zClockEvent>

/** What an event did to the clock. */
export const EFFECTS = ['restarts', 'stops', 'revives', 'early', 'tooLate', 'none', 'takenBack'] as const
export const zEffect = z.enum(EFFECTS).meta({
  description: 'restarts 重新计算 · stops 诉讼中不计算 · revives 届满后重新确认 · early 起算前，无影响 · tooLate 已届满，无效 · none 不构成中断 · takenBack 已撤销',
})
export type Effect = z.infer<typeof zEffect>

export const CLOCK_STATES = ['notDue', 'running', 'stopped', 'expired'] as const
export const zClockState = z.enum(CLOCK_STATES)
export type ClockState = z.infer<typeof zClockState>

/** How near the end is, the nearest first; the office is warned six, three and one month before it. */
export const CLOCK_LEVELS = ['expired', 'month1', 'month3', 'month6', 'running', 'stopped', 'notDue'] as const
export const zClockLevel = z.enum(CLOCK_LEVELS).meta({
  description: 'expired 已届满 · month1 一个月内届满 · month3 三个月内 · month6 六个月内 · running 六个月以上 · stopped 诉讼中 · notDue 未起算',
})
export type ClockLevel = z.infer<typeof zClockLevel>

/** A debt is all that one document still asks for: the installments of an invoice are one debt (民法典 189). */
export const limitationRow = z.object({
  itemId: zId.meta({ description: '这笔债权的第一笔未清应收' }), kind: itemKind, documentId: zId, number: z.string(), invoiceNumber: z.string(), contractNumber: z.string(),
  customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName, currency: zCurrency, open: zMoney, items: z.int(), documentOn: zDay,
  dueOn: zDay.meta({ description: '最后一期到期日' }), restartedOn: zDay.nullable().meta({ description: '最近一次中断；空则自到期日起算' }),
  endsOn: zDay.nullable().meta({ description: '届满日；诉讼中为空' }), level: zClockLevel, revived: z.boolean().meta({ description: '届满后由债务人重新确认' }),
  lawsuit: z.string().meta({ description: '进行中的案件' }),
})
export type LimitationRow = z.infer<typeof limitationRow>

export const CLOCK_SOURCES = ['letter', 'receipt', 'accountPaper', 'promise', 'interruption', 'lawsuit'] as const
export const clockEntry = z.object({
  kind: zClockEvent, on: zDay, until: zDay.nullable().meta({ description: '诉讼结束日' }), effect: zEffect,
  source: z.enum(CLOCK_SOURCES), documentId: zId, number: z.string(), text: z.string().meta({ description: '凭据' }), amount: zMoney.nullable(), by: z.string(),
})
export type ClockEntry = z.infer<typeof clockEntry>

export const clockView = limitationRow.extend({
  startsOn: zDay.meta({ description: '起算日' }), lastOn: zDay.nullable().meta({ description: '届满日遇休假日顺延到的日子（民法典 203）；诉讼中为空' }), state: zClockState,
  installments: z.array(z.object({ itemId: zId, dueOn: zDay, amount: zMoney, open: zMoney })), log: z.array(clockEntry),
})
export type ClockView = z.infer<typeof clockView>

const zWritten = z.string().trim().min(1).max(500)
const zItemIds = z.array(zId).min(1).max(500)

export const interruptionInput = z.object({
  customerId: zId, itemIds: zItemIds, kind: zInterruptionKind, on: zDay.optional().meta({ description: '发生日，空则今天' }), evidence: zWritten.meta({ description: '凭据：文书、录音、函件编号' }),
  note: zNote, requestId: zRequestId,
})
export type InterruptionInput = z.output<typeof interruptionInput>
export const undoInput = z.object({ id: zId, note: zNote, requestId: zRequestId })
export const interruptionView = z.object({
  id: zId, customerId: zId, itemIds: z.array(zId), kind: zInterruptionKind, on: zDay, evidence: z.string(), note: z.string(), undone: z.boolean(), postedBy: z.string(),
})
export type InterruptionView = z.infer<typeof interruptionView>

/** The stages of a lawsuit, in their usual order; a cost or a note changes no stage. */
export const CASE_STAGES = ['filed', 'accepted', 'mediation', 'hearing', 'judgment', 'enforcement', 'closed', 'withdrawn', 'cost', 'note'] as const
export const zCaseStage = z.enum(CASE_STAGES).meta({ description: 'filed 递交起诉状 · accepted 立案 · mediation 调解 · hearing 开庭 · judgment 判决 · enforcement 执行 · closed 结案 · withdrawn 撤诉 · cost 费用 · note 备注' })
export type CaseStage = z.infer<typeof zCaseStage>

export const lawsuitInput = z.object({
  customerId: zId, itemIds: zItemIds, court: zWritten.max(120).meta({ description: '受理法院' }), claim: zAmount.meta({ description: '诉讼请求金额' }),
  filedOn: zDay.optional().meta({ description: '递交起诉状之日，空则今天' }), lawyer: zShort, note: zNote, requestId: zRequestId,
})
export type LawsuitInput = z.output<typeof lawsuitInput>

export const lawsuitEventInput = z.object({
  id: zId, stage: zCaseStage, on: zDay.meta({ description: '发生日；开庭、调解可为将来的日子' }), caseNumber: zShort.meta({ description: '案号' }),
  amount: zAmountOrZero.default(ZERO).meta({ description: '费用或判决金额' }), note: zNote, requestId: zRequestId,
})
export type LawsuitEventInput = z.output<typeof lawsuitEventInput>

export const lawsuitRow = z.object({
  id: zId, number: z.string(), customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName, court: z.string(), caseNumber: z.string(),
  currency: zCurrency, claim: zMoney, costs: zMoney, filedOn: zDay, stage: zCaseStage, running: z.boolean(), hearingOn: zDay.nullable().meta({ description: '下次开庭或调解' }),
  lawyer: z.string(), items: z.int(), postedBy: z.string(),
})
export type LawsuitRow = z.infer<typeof lawsuitRow>

export const lawsuitEvent = z.object({
  id: zId, stage: zCaseStage, on: zDay, caseNumber: z.string(), amount: zMoney, note: z.string(), postedAt: z.string(), postedBy: z.string(),
})
export type LawsuitEvent = z.infer<typeof lawsuitEvent>

export const lawsuitView = lawsuitRow.extend({
  note: z.string(), postedAt: z.string(), enforceBy: zDay.nullable().meta({ description: '最迟申请执行日：判决后两年（民诉法 250），已申请或未判决为空' }),
  debts: z.array(z.object({ itemId: zId, kind: itemKind, documentId: zId, number: z.string(), dueOn: zDay, amount: zMoney, open: zMoney })), events: z.array(lawsuitEvent),
})
export type LawsuitView = z.infer<typeof lawsuitView>
