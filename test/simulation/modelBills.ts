/** Bills in the naive ledger: each with everything that ever happened to it, and where that leaves it. */
import type { DayNumber, Document, Item } from './model.ts'

export type BillStatus = 'held' | 'split' | 'endorsed' | 'discounted' | 'presented' | 'collected' | 'dishonoured' | 'settled' | 'returned'
export type BillStep = 'split' | 'endorse' | 'discount' | 'present' | 'collect' | 'dishonour' | 'settle' | 'notify' | 'undo'

interface BillEvent {
  kind: 'received' | Exclude<BillStatus, 'held'> | 'notified' | 'undone'
  on: DayNumber
  /** The day on which it was taken back. */
  undoneOn: DayNumber | null
  /** The debt that a dishonour revived. */
  revived: Item | null
}

export interface Bill {
  /** The id in the real ledger. */
  id: number
  number: string
  range: [from: number, to: number] | null
  receipt: Document
  parent: Bill | null
  due: DayNumber
  amount: number
  transferable: boolean
  events: BillEvent[]
}

export const standing = (bill: Bill): BillEvent[] => bill.events.filter((event) => event.kind !== 'undone' && event.undoneOn === null)
export const lastOn = (bill: Bill): DayNumber => Math.max(...bill.events.map((event) => event.on))

export function statusOf(bill: Bill, events = standing(bill)): BillStatus {
  const told = events.filter((event) => event.kind !== 'notified').at(-1)
  return told === undefined ? 'returned' : told.kind === 'received' ? 'held' : (told.kind as BillStatus)
}

/** Where a bill stood at the end of a day; null while it was not there yet. */
export function statusAt(bill: Bill, day: DayNumber): BillStatus | null {
  const known = bill.events.filter((event) => event.on <= day)
  return known.length === 0 ? null : statusOf(bill, known.filter((event) => event.kind !== 'undone' && (event.undoneOn === null || event.undoneOn > day)))
}

/** Where a bill stood before its last step. */
export const statusBefore = (bill: Bill): BillStatus => statusOf(bill, standing(bill).slice(0, -1))

export function happen(bill: Bill, kind: BillEvent['kind'], on: DayNumber, revived: Item | null = null): void {
  bill.events.push({ kind, on, undoneOn: null, revived })
}

/** Takes the last standing step back, by an event of its own. */
export function takeBackLast(bill: Bill, on: DayNumber): void {
  standing(bill).at(-1)!.undoneOn = on
  happen(bill, 'undone', on)
}

const meet = (a: Bill['range'], b: Bill['range']): boolean => a === null || b === null || (a[0] <= b[1] && b[0] <= a[1])

/** Whether the same units of the same bill are in our hands already. */
export const isTaken = (bills: readonly Bill[], wanted: Pick<Bill, 'number' | 'range'>, except: readonly Bill[] = []): boolean =>
  bills.some((bill) => bill.number === wanted.number && !except.includes(bill) && ['held', 'presented'].includes(statusOf(bill)) && meet(bill.range, wanted.range))

const PRESENT_DAYS = 10

/** Why a step may not be taken on a day, or null: from where it starts, what the paper says, and its due day. */
export function whyNotStep(bill: Bill, step: BillStep, on: DayNumber): string | null {
  const status = statusOf(bill)
  const passed = status === 'endorsed' || status === 'discounted'
  const possible = {
    split: status === 'held', endorse: status === 'held', discount: status === 'held', present: status === 'held', collect: status === 'presented',
    dishonour: status === 'held' || status === 'presented' || passed, settle: passed, notify: status === 'dishonoured', undo: status !== 'returned',
  }[step]
  if (!possible) return 'stepNotPossible'
  if (step === 'undo') return status === 'held' ? 'nothingToUndo' : null
  const transfers = step === 'split' || step === 'endorse' || step === 'discount'
  if (transfers && !bill.transferable) return 'notTransferable'
  if (step === 'split' && bill.range === null) return 'noRange'
  if (transfers && (step === 'discount' ? on >= bill.due : on > bill.due + PRESENT_DAYS)) return 'tooLateToTransfer'
  return (step === 'settle' || (step === 'dishonour' && status === 'held')) && on < bill.due ? 'notDueYet' : null
}
