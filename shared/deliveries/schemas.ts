import { z } from 'zod'
import { zDay } from '../day.ts'
import { LETTER_LEVELS } from '../dunning/schemas.ts'
import { zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'

/** Papers that can be delivered. */
export const DELIVERED_PAPERS = ['letter', 'accountPaper'] as const
export const zDeliveredPaper = z.enum(DELIVERED_PAPERS).meta({ description: 'letter 催款函 · accountPaper 对账单、询证函' })
export type DeliveredPaper = z.infer<typeof zDeliveredPaper>

/** What a paper is called: the level of a letter, or which paper of the account. */
export const DELIVERED_KINDS = [...LETTER_LEVELS, 'statement', 'confirmation'] as const
export type DeliveredKind = (typeof DELIVERED_KINDS)[number]

export const DELIVERY_WAYS = ['courier', 'registered', 'hand', 'email', 'other'] as const
export const zDeliveryWay = z.enum(DELIVERY_WAYS).meta({ description: 'courier 快递 · registered 挂号信/EMS · hand 当面送达 · email 电子邮件 · other 其他' })
export type DeliveryWay = z.infer<typeof zDeliveryWay>

/** What became of a delivery: it arrived (who signed), came back, or its stamped slip is here. */
export const DELIVERY_OUTCOMES = ['arrived', 'returned', 'slip'] as const
export const zDeliveryOutcome = z.enum(DELIVERY_OUTCOMES).meta({ description: 'arrived 已签收 · returned 退回 · slip 收到签章回执' })
export type DeliveryOutcome = z.infer<typeof zDeliveryOutcome>

/** How a delivery stands: under way until something came of it; a stamped slip is the strongest proof. */
export const DELIVERY_STATES = ['sent', ...DELIVERY_OUTCOMES] as const
export const zDeliveryState = z.enum(DELIVERY_STATES).meta({ description: 'sent 已发出 · arrived 已签收 · returned 退回 · slip 已收回执' })
export type DeliveryState = z.infer<typeof zDeliveryState>

const zTracking = z.string().trim().max(60).regex(/^[\w\-/. ]*$/).default('').meta({ description: '快递单号、挂号信号' })

export const deliveryInput = z.object({
  paper: zDeliveredPaper, documentIds: z.array(zId).min(1).max(200).meta({ description: '一次寄出的一份或多份' }), way: zDeliveryWay.default('courier'),
  on: zDay.optional().meta({ description: '发出日期，空则今天' }), tracking: zTracking, recipient: zShort.meta({ description: '收件人' }), note: zNote, requestId: zRequestId,
})
export type DeliveryInput = z.output<typeof deliveryInput>

export const outcomeInput = z.object({
  id: zId, outcome: zDeliveryOutcome, on: zDay.optional().meta({ description: '签收、退回或收到回执的日期，空则今天' }),
  signedBy: zShort.meta({ description: '签收人' }), note: zNote, requestId: zRequestId,
})
export type OutcomeInput = z.output<typeof outcomeInput>
export const undoInput = z.object({ id: zId, outcomeId: zId, note: zNote, requestId: zRequestId })
export type UndoInput = z.output<typeof undoInput>

/** One paper and one tracking number a line. */
export const TRACKING_LINES = 1000
export const trackingLine = z.object({ number: z.string().trim().max(60), tracking: z.string().trim().max(60) })
export type TrackingLine = z.infer<typeof trackingLine>
export const trackingInput = z.object({
  lines: z.array(trackingLine).min(1).max(TRACKING_LINES), way: z.enum(['courier', 'registered']).default('courier'), on: zDay.optional().meta({ description: '发出日期，空则今天' }), requestId: zRequestId,
})
export type TrackingInput = z.output<typeof trackingInput>
/** Why a line cannot be posted; the first reason counts. */
export const TRACKING_PROBLEMS = ['numberMissing', 'trackingMissing', 'trackingUnreadable', 'numberTwice', 'trackingTwice', 'unknownPaper', 'letterVoided', 'beforeDocument', 'alreadyRecorded'] as const
export const trackingProblem = z.object({ row: z.int(), reason: z.enum(TRACKING_PROBLEMS), number: z.string(), tracking: z.string() })
export type TrackingProblem = z.infer<typeof trackingProblem>
export const trackingAnswer = z.object({ posted: z.int().meta({ description: '登记笔数；有问题时为 0' }), problems: z.array(trackingProblem) })

export const deliveryRow = z.object({
  id: zId, paper: zDeliveredPaper, documentId: z.int(), number: z.string(), kind: z.enum(DELIVERED_KINDS), customerId: zId, customerCode: z.string(), customerName: zShownName,
  on: zDay, way: zDeliveryWay, tracking: z.string(), recipient: z.string(), state: zDeliveryState, outcomeOn: zDay.nullable().meta({ description: '签收、退回或收到回执的日期' }),
  signedBy: z.string(), daysWaiting: z.int().nullable().meta({ description: '发出后多少天仍无结果；有结果的为空' }), files: z.int(), note: z.string(), postedAt: z.string(), postedBy: z.string(),
})
export type DeliveryRow = z.infer<typeof deliveryRow>

export const outcomeRow = z.object({
  id: zId, outcome: zDeliveryOutcome, on: zDay, signedBy: z.string(), note: z.string(), undone: z.boolean(), undoesId: z.int().nullable(), postedAt: z.string(), postedBy: z.string(),
})
export type OutcomeRow = z.infer<typeof outcomeRow>

export const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type FileType = (typeof FILE_TYPES)[number]
export const MAX_FILE_BYTES = 5 * 1024 * 1024
export const fileInput = z.object({ id: zId, file: z.file().meta({ description: 'PDF、PNG 或 JPEG，不超过 5 MB' }), requestId: zRequestId })
export const fileRow = z.object({ id: zId, name: z.string(), type: z.enum(FILE_TYPES), size: z.int(), hash: z.string(), postedAt: z.string(), postedBy: z.string() })
export type FileRow = z.infer<typeof fileRow>

export const deliveryView = deliveryRow.extend({ outcomes: z.array(outcomeRow), attached: z.array(fileRow) })
export type DeliveryView = z.infer<typeof deliveryView>

/** How the delivery of a paper stands, over all its deliveries; papers that were never sent are left out. */
export const paperState = z.object({ documentId: z.int(), state: zDeliveryState, on: zDay, deliveries: z.int() })
export type PaperState = z.infer<typeof paperState>
