import { z } from 'zod'
import { zDay, type Day } from '../day.ts'
import { MAX_AMOUNT, zAmount, zAmountOrZero, zMoney } from '../money.ts'
import { zCurrency, zDatedAhead, zFlag, zId, zName, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'
import { receiptInput, receiptView } from '../receipts/schemas.ts'

/** 银承 is accepted by a bank, 商承 by a company. */
export const ACCEPTANCE_KINDS = ['bank', 'commercial'] as const
export const zAcceptanceKind = z.enum(ACCEPTANCE_KINDS).meta({ description: 'bank 银行承兑汇票 · commercial 商业承兑汇票' })
export type AcceptanceKind = z.infer<typeof zAcceptanceKind>

/** held 在手 · split 已拆分 · endorsed 已背书 · discounted 已贴现 · presented 托收中 · collected 已收款 · dishonoured 拒付 · settled 到期结清 · returned 已退票 */
export const ACCEPTANCE_STATUSES = ['held', 'split', 'endorsed', 'discounted', 'presented', 'collected', 'dishonoured', 'settled', 'returned'] as const
export const zAcceptanceStatus = z.enum(ACCEPTANCE_STATUSES)
export type AcceptanceStatus = z.infer<typeof zAcceptanceStatus>

/** What happens to an acceptance; `undone` takes back the last that stands, `notified` notes that the prior hand was told. */
export const ACCEPTANCE_EVENTS = ['received', 'split', 'endorsed', 'discounted', 'presented', 'collected', 'dishonoured', 'settled', 'returned', 'notified', 'undone'] as const
export const zAcceptanceEvent = z.enum(ACCEPTANCE_EVENTS)
export type AcceptanceEventKind = z.infer<typeof zAcceptanceEvent>

/** What a user may do with a bill, in the order of its life; the events are what was done. */
export const ACCEPTANCE_STEPS = ['split', 'endorse', 'discount', 'present', 'collect', 'dishonour', 'settle', 'notify', 'undo'] as const
export type AcceptanceStep = (typeof ACCEPTANCE_STEPS)[number]

const zRangeEnd = z.int().min(1).max(999_999_999_999).nullable().default(null)
/** Bills of one receipt at most. */
export const MOST_BILLS = 50

/** One bill as it is written on its face. Its amount is the sub-range where it has one: 0.01 yuan a unit. */
export const billInput = z.object({
  billNumber: z.string().trim().min(1).max(60).meta({ description: '票据号码；电子票据为 30 位数字' }),
  rangeFrom: zRangeEnd.meta({ description: '子票区间起，每单位 0.01 元；纸质或旧票为空' }), rangeTo: zRangeEnd,
  kind: zAcceptanceKind.default('bank'), drawer: zName, acceptor: zName, acceptorBank: zShort, priorHand: zShort.meta({ description: '前手（背书人）' }),
  issuedOn: zDay, dueOn: zDay, amount: zAmount, transferable: zFlag.default(true).meta({ description: 'false：票面记载“不得转让”' }), note: zNote,
})
export type BillInput = z.output<typeof billInput>

const addsUpToAReceipt = (bills: readonly { amount: number }[]): boolean => bills.reduce((sum, bill) => sum + bill.amount, 0) <= MAX_AMOUNT
const zBills = z.array(billInput).min(1).max(MOST_BILLS).refine(addsUpToAReceipt, { message: 'TOO_LARGE' })

/** A receipt by acceptance and its bills at once; the receipt is as large as its bills together. */
export const receiveInput = receiptInput.pick({ customerId: true, receivedOn: true, reference: true, payer: true, note: true, allocations: true, allocatedOn: true, requestId: true }).extend({ bills: zBills })
export type ReceiveInput = z.output<typeof receiveInput>
export const registerInput = z.object({ id: zId, bills: zBills, requestId: zRequestId })

const step = {
  id: zId, on: zDay.optional().meta({ description: '发生日；空则为今天' }), note: zNote, requestId: zRequestId,
}
export const splitInput = z.object({ ...step, amounts: z.array(zAmount).min(2).max(MOST_BILLS).meta({ description: '各份金额，合计等于票面金额' }) })
export const endorseInput = z.object({ ...step, endorsee: zName.meta({ description: '被背书人' }) })
export const discountInput = z.object({ ...step, bankAccountId: zId, interest: zAmountOrZero.meta({ description: '贴现利息，分' }), fee: zAmountOrZero.default(0 as never) })
export const presentInput = z.object(step)
export const collectInput = z.object({ ...step, bankAccountId: zId, fee: zAmountOrZero.default(0 as never) })
export const dishonourInput = z.object({ ...step, reason: z.string().trim().min(1).max(200).meta({ description: '拒付理由' }) })
export const settleInput = z.object(step)
export const notifyInput = z.object({ ...step, notified: zShort.meta({ description: '所通知的前手；空则为登记的前手' }) })
export const undoInput = z.object(step)

export const acceptanceRow = z.object({
  id: zId, number: z.string(), billNumber: z.string(), rangeFrom: z.int().nullable(), rangeTo: z.int().nullable(), kind: zAcceptanceKind, drawer: z.string(), acceptor: z.string(),
  issuedOn: zDay, dueOn: zDay, currency: zCurrency, amount: zMoney, status: zAcceptanceStatus, since: zDay,
  customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName, receiptId: zId, receiptNumber: z.string(), receivedOn: zDay,
  daysToDue: z.int().meta({ description: '距到期天数，已过期为负' }), presentBy: zDay.meta({ description: '提示付款的最后一天（到期日后十日）' }), datedAhead: zDatedAhead,
})
export type AcceptanceRow = z.infer<typeof acceptanceRow>

export const acceptanceEvent = z.object({
  id: zId, kind: zAcceptanceEvent, on: zDay, amount: zMoney, interest: zMoney, fee: zMoney, bankAccount: z.string(), counterparty: z.string(), note: z.string(),
  itemId: z.int().nullable(), undoesId: z.int().nullable(), undone: z.boolean(), postedAt: z.string(), postedBy: z.string(),
})
export type AcceptanceEvent = z.infer<typeof acceptanceEvent>

/** due 到期 · presentBy 提示付款 · notifyBy 通知前手 · recourseUntil 对前手追索权 · drawerUntil 对出票人、承兑人的权利 */
export const DEADLINE_KINDS = ['due', 'presentBy', 'notifyBy', 'recourseUntil', 'drawerUntil'] as const
export const zDeadlineKind = z.enum(DEADLINE_KINDS)
export type DeadlineKind = z.infer<typeof zDeadlineKind>
export const deadline = z.object({ kind: zDeadlineKind, on: zDay, daysLeft: z.int(), state: z.enum(['open', 'kept', 'missed']) })
export type Deadline = z.infer<typeof deadline>

const relative = z.object({ id: zId, number: z.string(), rangeFrom: z.int().nullable(), rangeTo: z.int().nullable(), amount: zMoney, status: zAcceptanceStatus })

export const acceptanceView = acceptanceRow.extend({
  acceptorBank: z.string(), priorHand: z.string(), transferable: z.boolean(), note: z.string(), postedAt: z.string(), postedBy: z.string(),
  events: z.array(acceptanceEvent), parts: z.array(relative).meta({ description: '拆分出的各份' }), parent: relative.nullable().meta({ description: '由哪一张拆分而来' }),
  deadlines: z.array(deadline), next: z.array(z.enum(ACCEPTANCE_STEPS)).meta({ description: '现在可以办理的事项' }),
  lastOn: zDay.meta({ description: '最后一次变动日；以后的事项不能早于它' }),
  revived: z.object({ itemId: zId, open: zMoney }).nullable().meta({ description: '拒付后恢复的应收' }),
})
export type AcceptanceView = z.infer<typeof acceptanceView>

/** What was received at once: the receipt, and its bills. */
export const received = z.object({ receipt: receiptView, acceptances: z.array(acceptanceRow) })

export const calendarInput = z.object({ from: zDay, to: zDay })
export const calendarEntry = acceptanceRow.pick({ id: true, number: true, billNumber: true, kind: true, acceptor: true, customerName: true, currency: true, amount: true, status: true, dueOn: true })
  .extend({ what: zDeadlineKind, on: zDay, daysLeft: z.int() })
export type CalendarEntry = z.infer<typeof calendarEntry>
const sum = z.object({ count: z.int(), amount: zMoney })
export const acceptanceCalendar = z.object({
  today: zDay, currency: zCurrency,
  missed: z.array(calendarEntry).meta({ description: '已经错过、尚未办理的期限' }), entries: z.array(calendarEntry),
  overdue: sum.meta({ description: '已到期未收款' }), ahead: z.array(sum.extend({ days: z.int() })).meta({ description: '今后 30、60、90 天内到期的在手与托收中票据' }),
})
export type AcceptanceCalendar = z.infer<typeof acceptanceCalendar>

export const bookInput = z.object({ from: zDay, to: zDay, language: z.enum(['zh-CN', 'en']).default('zh-CN') })
/** A line of the 备查簿: a bill, and what became of it by the last day of the book. */
export const bookLine = acceptanceRow.omit({ salesperson: true, daysToDue: true, presentBy: true, receiptId: true, since: true }).extend({
  priorHand: z.string(), endorsedOn: zDay.nullable(), endorsee: z.string(),
  discountedOn: zDay.nullable(), interest: zMoney, discountNet: zMoney, collectedOn: zDay.nullable(), collected: zMoney, dishonouredOn: zDay.nullable(), reason: z.string(),
})
export type BookLine = z.infer<typeof bookLine>
export interface AcceptanceBook {
  from: Day
  to: Day
  lines: readonly BookLine[]
}
