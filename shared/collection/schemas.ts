import { z } from 'zod'
import { zDay } from '../day.ts'
import { zAmount, zMoney } from '../money.ts'
import { zCurrency, zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'

export const CONTACT_WAYS = ['call', 'visit', 'message', 'mail', 'other'] as const
export const zContactWay = z.enum(CONTACT_WAYS).meta({ description: 'call 电话 · visit 上门 · message 微信短信 · mail 邮件信函 · other 其他' })
export type ContactWay = z.infer<typeof zContactWay>

export type EndedKind = 'promise' | 'dispute' | 'hold'

const zWritten = z.string().trim().min(1).max(500)

export const contactInput = z.object({
  customerId: zId, on: zDay.optional().meta({ description: '联系日期，空则今天' }), way: zContactWay.default('call'), person: zShort.meta({ description: '对方联系人' }),
  result: zWritten.meta({ description: '联系结果' }), nextStep: zNote.meta({ description: '下一步' }), nextOn: zDay.nullable().default(null).meta({ description: '下一步的日期' }),
  requestId: zRequestId,
})
export type ContactInput = z.output<typeof contactInput>

export const contactRow = z.object({
  id: zId, customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName, on: zDay, way: zContactWay, person: z.string(), result: z.string(),
  nextStep: z.string(), nextOn: zDay.nullable(), postedAt: z.string(), postedBy: z.string(),
})
export type ContactRow = z.infer<typeof contactRow>

export const PROMISE_STATES = ['open', 'kept', 'partial', 'broken', 'withdrawn'] as const
export const zPromiseState = z.enum(PROMISE_STATES).meta({ description: 'open 未到期 · kept 已兑现 · partial 部分兑现 · broken 未兑现 · withdrawn 已撤回' })
export type PromiseState = z.infer<typeof zPromiseState>

const zItemIds = z.array(zId).max(500)

export const promiseInput = z.object({
  customerId: zId, amount: zAmount, currency: zCurrency.optional(), madeOn: zDay.optional().meta({ description: '承诺日期，空则今天' }), dueOn: zDay.meta({ description: '承诺付款日' }),
  itemIds: zItemIds.default([]).meta({ description: '承诺支付哪些应收；空为客户全部到期应收' }), person: zShort.meta({ description: '承诺人' }), note: zNote, requestId: zRequestId,
})
export type PromiseInput = z.output<typeof promiseInput>

export const promiseRow = z.object({
  id: zId, customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName, currency: zCurrency, amount: zMoney,
  paid: zMoney.meta({ description: '承诺期内已付' }), missing: zMoney.meta({ description: '尚欠承诺额' }), state: zPromiseState, madeOn: zDay, dueOn: zDay,
  items: z.int().meta({ description: '指定的应收笔数，0 为全部' }), person: z.string(), note: z.string(), postedBy: z.string(),
})
export type PromiseRow = z.infer<typeof promiseRow>

export const DISPUTE_RESULTS = ['upheld', 'rejected', 'agreed'] as const
export const zDisputeResult = z.enum(DISPUTE_RESULTS).meta({ description: 'upheld 客户有理 · rejected 争议不成立 · agreed 协商一致' })
export type DisputeResult = z.infer<typeof zDisputeResult>
export const DISPUTE_STATES = ['standing', ...DISPUTE_RESULTS] as const
export const zDisputeState = z.enum(DISPUTE_STATES).meta({ description: 'standing 处理中 · upheld 客户有理 · rejected 争议不成立 · agreed 协商一致' })

export const disputeInput = z.object({
  customerId: zId, openedOn: zDay.optional().meta({ description: '提出日期，空则今天' }), itemIds: zItemIds.min(1), reason: zWritten, owner: zShort.meta({ description: '谁负责解决' }),
  settleBy: zDay.meta({ description: '最迟解决日' }), requestId: zRequestId,
})
export type DisputeInput = z.output<typeof disputeInput>
export const settleInput = z.object({ id: zId, result: zDisputeResult, note: zNote, requestId: zRequestId })

export const disputeRow = z.object({
  id: zId, customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName, currency: zCurrency, state: zDisputeState,
  amount: zMoney.meta({ description: '争议应收的未清金额' }), items: z.int(), openedOn: zDay, settleBy: zDay, reason: z.string(), owner: z.string(),
  settledOn: zDay.nullable(), note: z.string(), postedBy: z.string(),
})
export type DisputeRow = z.infer<typeof disputeRow>

export const holdInput = z.object({
  customerId: zId, from: zDay.optional().meta({ description: '起，空则今天' }), until: zDay.meta({ description: '止（含当日）' }), reason: zWritten, requestId: zRequestId,
})
export type HoldInput = z.output<typeof holdInput>
export const endInput = z.object({ id: zId, note: zNote, requestId: zRequestId })

export const holdRow = z.object({
  id: zId, from: zDay, until: zDay, reason: z.string(), liftedOn: zDay.nullable(), postedBy: z.string(),
})
export type HoldRow = z.infer<typeof holdRow>

/** An overdue or coming item of a customer as the collector sees it. */
export const storyItem = z.object({
  itemId: zId, kind: z.string(), documentId: z.int(), number: z.string(), invoiceNumber: z.string(), contractNumber: z.string(), documentOn: zDay, dueOn: zDay,
  daysOverdue: z.int(), currency: zCurrency, amount: zMoney, open: zMoney, disputed: z.boolean(), promised: z.boolean(),
})
export type StoryItem = z.infer<typeof storyItem>

/** All that the office knows of a customer's collection. */
export const storyView = z.object({
  customerId: zId, code: z.string(), name: zShownName, salesperson: zShownName, contacts: z.array(z.object({ name: z.string(), role: z.string(), phone: z.string() })),
  phone: z.string(), disputed: zMoney.meta({ description: '争议金额（本位币应收）' }), log: z.array(contactRow), promises: z.array(promiseRow), disputes: z.array(disputeRow),
  holds: z.array(holdRow), items: z.array(storyItem),
})
export type StoryView = z.infer<typeof storyView>

export const worklistRow = z.object({
  customerId: zId, code: z.string(), name: zShownName, salesperson: zShownName, currency: zCurrency, urgency: z.int().meta({ description: '轻重分，高者先催' }),
  overdue: zMoney, disputed: zMoney, promised: zMoney, oldestDueOn: zDay, daysOverdue: z.int(), items: z.int(),
  lastContactOn: zDay.nullable(), lastResult: z.string(), nextStep: z.string(), nextOn: zDay.nullable(), stepDue: z.boolean().meta({ description: '下一步今天到期或已过' }),
  broken: z.int().meta({ description: '近一年未兑现的承诺数' }), promiseOn: zDay.nullable(), promiseAmount: zMoney, disputes: z.int(), holdUntil: zDay.nullable(), holdReason: z.string(),
  limitationOn: zDay.nullable().meta({ description: '六个月内最早届满的诉讼时效' }),
})
export type WorklistRow = z.infer<typeof worklistRow>
