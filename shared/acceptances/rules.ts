/** Pure decisions about bills (rules: Acceptances; 票据法). Days as they are: no workdays are counted. */
import { addDays, addMonths, daysBetween, type Day } from '../day.ts'
import { money, sumOf, type Money } from '../money.ts'
import { ACCEPTANCE_STEPS, type AcceptanceEventKind, type AcceptanceStatus, type AcceptanceStep, type BillInput, type Deadline } from './schemas.ts'

/** A bill is due at most six months after it was issued (商业汇票承兑、贴现与再贴现管理办法). */
export const LONGEST_MONTHS = 6
/** A bill with a fixed day is presented within ten days of it (票据法 53). */
export const PRESENT_DAYS = 10
/** The prior hand is told within three days of the refusal (票据法 66). */
export const NOTIFY_DAYS = 3
/** Rights against prior hands: six months from the refusal; three where we paid a later hand and turn to ours (票据法 17). */
export const RECOURSE_MONTHS = 6
export const SECOND_RECOURSE_MONTHS = 3
/** Rights against the drawer and the acceptor: two years from the due day (票据法 17). */
export const DRAWER_MONTHS = 24

export const presentByOf = (dueOn: Day): Day => addDays(dueOn, PRESENT_DAYS)

export type BillRefusal = 'dueNotAfterIssue' | 'dueTooLate' | 'receivedBeforeIssue' | 'receivedAfterDue' | 'rangeDoesNotFit'
export const BILL_REFUSALS = ['dueNotAfterIssue', 'dueTooLate', 'receivedBeforeIssue', 'receivedAfterDue', 'rangeDoesNotFit'] as const satisfies readonly BillRefusal[]

/** Why a bill cannot be as it was entered, with the field that is to be mended, or null. */
export function checkBill(bill: Pick<BillInput, 'issuedOn' | 'dueOn' | 'amount' | 'rangeFrom' | 'rangeTo'>, receivedOn: Day): { reason: BillRefusal; field: string } | null {
  if (bill.dueOn <= bill.issuedOn) return { reason: 'dueNotAfterIssue', field: 'dueOn' }
  if (bill.dueOn > addMonths(bill.issuedOn, LONGEST_MONTHS)) return { reason: 'dueTooLate', field: 'dueOn' }
  if (receivedOn < bill.issuedOn) return { reason: 'receivedBeforeIssue', field: 'issuedOn' }
  if (receivedOn > bill.dueOn) return { reason: 'receivedAfterDue', field: 'dueOn' }
  if ((bill.rangeFrom === null) !== (bill.rangeTo === null)) return { reason: 'rangeDoesNotFit', field: 'rangeTo' }
  if (bill.rangeFrom !== null && bill.rangeTo !== null && bill.rangeTo - bill.rangeFrom + 1 !== bill.amount) return { reason: 'rangeDoesNotFit', field: 'rangeTo' }
  return null
}

export interface Range {
  rangeFrom: number | null
  rangeTo: number | null
}

/** Two sub-ranges of one bill meet; a bill without a range is the whole of it. */
export const overlaps = (a: Range, b: Range): boolean =>
  a.rangeFrom === null || a.rangeTo === null || b.rangeFrom === null || b.rangeTo === null || (a.rangeFrom <= b.rangeTo && b.rangeFrom <= a.rangeTo)

/** The sub-ranges of the parts, one behind the other from the first unit on: 0.01 yuan a unit. */
export function subRanges(rangeFrom: number, amounts: readonly Money[]): { rangeFrom: number; rangeTo: number }[] {
  let next = rangeFrom
  return amounts.map((amount) => {
    const from = next
    next += amount
    return { rangeFrom: from, rangeTo: next - 1 }
  })
}

export const addsUp = (amounts: readonly Money[], amount: Money): boolean => sumOf(amounts, (part) => part) === amount

/** Where a bill stands after each event; `undone` and `notified` leave it where it is. */
export const STATUS_AFTER: Partial<Record<AcceptanceEventKind, AcceptanceStatus>> = {
  received: 'held', split: 'split', endorsed: 'endorsed', discounted: 'discounted', presented: 'presented', collected: 'collected',
  dishonoured: 'dishonoured', settled: 'settled', returned: 'returned',
}

/** From where each step may be taken. */
const FROM: Record<AcceptanceStep, readonly AcceptanceStatus[]> = {
  split: ['held'], endorse: ['held'], discount: ['held'], present: ['held'], collect: ['presented'],
  dishonour: ['held', 'presented', 'endorsed', 'discounted'], settle: ['endorsed', 'discounted'], notify: ['dishonoured'],
  undo: ['held', 'split', 'endorsed', 'discounted', 'presented', 'collected', 'dishonoured', 'settled'],
}

/** Where a bill stands, as far as a step asks for it. */
export interface Standing {
  status: AcceptanceStatus
  dueOn: Day
  transferable: boolean
  rangeFrom: number | null
}
export type StepRefusal = 'stepNotPossible' | 'nothingToUndo' | 'notTransferable' | 'noRange' | 'tooLateToTransfer' | 'notDueYet'

/**
 * Why a step may not be taken on a day, or null. What says 不得转让 is not endorsed, discounted or split (票据法 27); a
 * bill is discounted before its due day, and not endorsed once the days for presenting it are over (票据法 36).
 */
export function checkStep(step: AcceptanceStep, bill: Standing, on: Day): StepRefusal | null {
  if (!FROM[step].includes(bill.status)) return 'stepNotPossible'
  if (step === 'undo') return bill.status === 'held' ? 'nothingToUndo' : null
  if ((step === 'split' || step === 'endorse' || step === 'discount') && !bill.transferable) return 'notTransferable'
  if (step === 'split' && bill.rangeFrom === null) return 'noRange'
  if ((step === 'discount' && on >= bill.dueOn) || ((step === 'endorse' || step === 'split') && on > presentByOf(bill.dueOn))) return 'tooLateToTransfer'
  if ((step === 'settle' || (step === 'dishonour' && bill.status === 'held')) && on < bill.dueOn) return 'notDueYet'
  return null
}

/** What may be done now: what is possible on any day from the last event to today, since a clerk also enters what happened last week. */
export const nextSteps = (bill: Standing, { lastOn, today }: { lastOn: Day; today: Day }): AcceptanceStep[] =>
  ACCEPTANCE_STEPS.filter((step) => checkStep(step, bill, lastOn) === null || checkStep(step, bill, today > lastOn ? today : lastOn) === null)

interface Life {
  status: AcceptanceStatus
  dueOn: Day
  presentedOn: Day | null
  refusedOn: Day | null
  /** It was refused after we had passed it on. */
  passedOn: boolean
  notifiedOn: Day | null
  /** The revived debt is settled, so there is nobody left to turn to. */
  paid: boolean
}

/** The days that still matter to a bill in this state, in their order. */
export function deadlinesOf(life: Life, today: Day): Deadline[] {
  const { status, dueOn, refusedOn } = life
  const deadlines: Deadline[] = []
  const put = (kind: Deadline['kind'], on: Day, doneOn: Day | null, done = false): void => {
    const kept = done || (doneOn !== null && doneOn <= on)
    deadlines.push({ kind, on, daysLeft: daysBetween(today, on), state: kept ? 'kept' : doneOn !== null || on < today ? 'missed' : 'open' })
  }
  if (status === 'held' || status === 'presented' || status === 'endorsed' || status === 'discounted') put('due', dueOn, null)
  if (status === 'held' || status === 'presented') put('presentBy', presentByOf(dueOn), life.presentedOn)
  if (status === 'dishonoured' && refusedOn !== null) {
    put('notifyBy', addDays(refusedOn, NOTIFY_DAYS), life.notifiedOn, life.paid)
    put('recourseUntil', addMonths(refusedOn, life.passedOn ? SECOND_RECOURSE_MONTHS : RECOURSE_MONTHS), null, life.paid)
  }
  if (status === 'held' || status === 'presented' || status === 'dishonoured') put('drawerUntil', addMonths(dueOn, DRAWER_MONTHS), null, life.paid)
  return deadlines
}

/** What the bank pays for a discounted bill. */
export const netOf = (amount: Money, interest: Money, fee: Money): Money => money(amount - interest - fee)

/** The yearly rate of a discount in hundredths of a percent, by days to the due day over 360, as banks quote it; null where no day is left. */
export function discountRate(bill: { amount: Money; interest: Money; dueOn: Day }, on: Day): number | null {
  const days = daysBetween(on, bill.dueOn)
  return days <= 0 ? null : Math.round((bill.interest * 360 * 10_000) / (bill.amount * days))
}
