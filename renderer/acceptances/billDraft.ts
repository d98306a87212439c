/** Bills as a clerk types them, and as the backend takes them. */
import { LONGEST_MONTHS } from '../../shared/acceptances/rules.ts'
import type { AcceptanceKind, BillInput } from '../../shared/acceptances/schemas.ts'
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import { addMonths, type Day } from '../../shared/day.ts'
import { money, sumOf, type Money } from '../../shared/money.ts'

/** A line of the sheet. `rangeTo` holds the sub-range as it is typed, 1-1000000, because there a refusal of it is marked. */
export interface BillDraft {
  key: string
  billNumber: string
  rangeTo: string
  kind: AcceptanceKind
  drawer: string
  acceptor: string
  issuedOn: Day | null
  dueOn: Day | null
  amount: Money | null
  transferable: 'yes' | 'no'
}

export interface BillHead {
  customer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  receivedOn: Day | null
  priorHand: string
  reference: string
}

/** Each a key of the texts under `acceptances:problem`. */
export type BillProblem = 'billNumber' | 'range' | 'drawer' | 'acceptor' | 'issuedOn' | 'dueOn' | 'amount'

export const blankBill = (): BillDraft => ({
  key: crypto.randomUUID(), billNumber: '', rangeTo: '', kind: 'bank', drawer: '', acceptor: '', issuedOn: null, dueOn: null, amount: null, transferable: 'yes',
})

/** The bills of one customer often have the same drawer and acceptor, so the next line begins with them. */
export const nextBill = (last: BillDraft | undefined): BillDraft =>
  last ? { ...blankBill(), kind: last.kind, drawer: last.drawer, acceptor: last.acceptor, issuedOn: last.issuedOn, dueOn: last.dueOn } : blankBill()

/** A line in which nothing of its own was typed; it is not sent. */
export const isBlankBill = (bill: BillDraft): boolean => bill.billNumber.trim() === '' && bill.rangeTo.trim() === '' && bill.amount === null

/** Banks write 1-1000000, 1,1000000 or 000000000001-000001000000; the first unit alone is enough beside an amount. */
export function readRange(text: string, amount: Money | null): { rangeFrom: number; rangeTo: number } | null | 'unread' {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  const match = /^(\d{1,12})(?:\s*[-–—~,，]\s*(\d{1,12}))?$/.exec(plain)
  if (!match) return 'unread'
  const rangeFrom = Number(match[1])
  const rangeTo = match[2] === undefined ? (amount === null ? rangeFrom : rangeFrom + amount - 1) : Number(match[2])
  return rangeFrom < 1 || rangeTo < rangeFrom ? 'unread' : { rangeFrom, rangeTo }
}

/** Fills what follows from what was typed: the due day from the day of issue, the amount from a whole sub-range. */
export function completeBill(bill: BillDraft, before: BillDraft | undefined): BillDraft {
  const issuedNow = bill.issuedOn !== null && bill.issuedOn !== before?.issuedOn
  const dueOn = bill.dueOn === null && issuedNow && bill.issuedOn ? addMonths(bill.issuedOn, LONGEST_MONTHS) : bill.dueOn
  const range = bill.amount === null && /\d\s*[-–—~,，]\s*\d/.test(bill.rangeTo) ? readRange(bill.rangeTo, null) : null
  const amount = range !== null && range !== 'unread' ? money(range.rangeTo - range.rangeFrom + 1) : bill.amount
  return dueOn === bill.dueOn && amount === bill.amount ? bill : { ...bill, dueOn, amount }
}

export const sumOfBills = (bills: readonly BillDraft[]): Money => sumOf(bills, (bill) => bill.amount ?? 0)

/** The first thing that is missing in a line, or null. */
export function problemOfBill(bill: BillDraft): BillProblem | null {
  if (bill.billNumber.trim() === '') return 'billNumber'
  if (readRange(bill.rangeTo, bill.amount) === 'unread') return 'range'
  if (bill.drawer.trim() === '') return 'drawer'
  if (bill.acceptor.trim() === '') return 'acceptor'
  if (bill.issuedOn === null) return 'issuedOn'
  if (bill.dueOn === null) return 'dueOn'
  return bill.amount === null || bill.amount <= 0 ? 'amount' : null
}

/** The column whose cell is to be mended. */
export const cellOf = (problem: BillProblem): keyof BillDraft => (problem === 'range' ? 'rangeTo' : problem)

export function toBills(bills: readonly BillDraft[], { customer, priorHand }: BillHead): BillInput[] {
  return bills.flatMap((bill) => {
    const range = readRange(bill.rangeTo, bill.amount)
    if (range === 'unread' || !bill.issuedOn || !bill.dueOn || !bill.amount) return []
    return [{
      billNumber: bill.billNumber.trim(), rangeFrom: range?.rangeFrom ?? null, rangeTo: range?.rangeTo ?? null, kind: bill.kind, drawer: bill.drawer.trim(), acceptor: bill.acceptor.trim(),
      acceptorBank: '', priorHand: priorHand.trim() || (customer?.name ?? ''), issuedOn: bill.issuedOn, dueOn: bill.dueOn, amount: bill.amount, transferable: bill.transferable === 'yes', note: '',
    }]
  })
}
