/**
 * The plan's own book: what each item still owes and each receipt still has, counted as simply as can be, so that nothing
 * is planned that a ledger would refuse. What is not allowed is a fault of the story and throws.
 */
import { checkStep, STATUS_AFTER } from '../../shared/acceptances/rules.ts'
import type { AcceptanceEventKind, AcceptanceStatus, AcceptanceStep } from '../../shared/acceptances/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { money, smaller, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { whyNoDifference, type Candidate } from '../../shared/receipts/rules.ts'
import type { PlannedLine } from './demoSteps.ts'

/** What the office's ledger clears by itself, as every new ledger does. */
export const TOLERANCE = money(100)

export interface BookItem extends Candidate {
  customer: number
  document: number
  cleared: boolean
}

interface BookReceipt {
  customer: number
  left: Money
  reversed: boolean
  /** What stands of it, the oldest first. */
  lines: PlannedLine[]
}

export interface BookBill {
  status: AcceptanceStatus
  receipt: number
  customer: number
  amount: Money
  dueOn: Day
}

const EVENT_OF = { split: 'split', endorse: 'endorsed', discount: 'discounted', present: 'presented', collect: 'collected', dishonour: 'dishonoured', settle: 'settled', notify: 'notified' } as const satisfies Record<Exclude<AcceptanceStep, 'undo'>, AcceptanceEventKind>

export class DemoBook {
  readonly items: BookItem[] = []
  readonly receipts: BookReceipt[] = []
  readonly bills: BookBill[] = []
  readonly #ofCustomer = new Map<number, BookItem[]>()
  #documents = 0

  nextDocument(): number {
    this.#documents += 1
    return this.#documents
  }

  /** Notes a debt and answers its number. */
  owe(debt: Omit<BookItem, 'itemId' | 'cleared' | 'number'>): number {
    if (debt.open <= 0 || debt.dueOn < debt.documentOn) throw new Error(`A debt of ${debt.open} due on ${debt.dueOn}`)
    const itemId = this.items.length
    const item = { ...debt, itemId, cleared: false, number: '' }
    this.items.push(item)
    this.#ofCustomer.set(debt.customer, [...(this.#ofCustomer.get(debt.customer) ?? []), item])
    return itemId
  }

  item(id: number): BookItem {
    const item = this.items[id]
    if (!item) throw new Error(`No item ${id}`)
    return item
  }

  receipt(id: number): BookReceipt {
    const receipt = this.receipts[id]
    if (!receipt) throw new Error(`No receipt ${id}`)
    return receipt
  }

  bill(id: number): BookBill {
    const bill = this.bills[id]
    if (!bill) throw new Error(`No bill ${id}`)
    return bill
  }

  /** What a customer owes, in the order in which it is settled. */
  debtsOf(customer: number): BookItem[] {
    return (this.#ofCustomer.get(customer) ?? []).filter((item) => item.open > 0)
      .toSorted((a, b) => (a.dueOn === b.dueOn ? (a.documentOn === b.documentOn ? a.itemId - b.itemId : a.documentOn < b.documentOn ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
  }

  receive({ customer, amount }: { customer: number; amount: Money }): number {
    if (amount <= 0) throw new Error(`A receipt of ${amount}`)
    return this.receipts.push({ customer, left: amount, reversed: false, lines: [] }) - 1
  }

  settle(id: number, lines: readonly PlannedLine[], on: Day): void {
    const receipt = this.receipt(id)
    for (const line of lines) {
      const item = this.item(line.item)
      const rest = money(item.open - line.amount - line.difference)
      const why = line.amount <= 0 || line.amount > receipt.left || rest < 0 || receipt.reversed || item.customer !== receipt.customer || item.documentOn > on
        ? 'is not there' : whyNoDifference({ difference: line.difference, tolerance: TOLERANCE, cleared: item.cleared, rest })
      if (why !== null) throw new Error(`${on}: ${line.amount} of ${receipt.left} for item ${line.item} of ${item.open}: ${why}`)
      receipt.left = money(receipt.left - line.amount)
      item.open = rest
      if (line.difference > 0) item.cleared = true
      receipt.lines.push(line)
    }
  }

  /** Takes the settlement of an item by a receipt back, its small difference too. */
  release(id: number, line: PlannedLine): void {
    const receipt = this.receipt(id)
    const item = this.item(line.item)
    receipt.lines.splice(receipt.lines.indexOf(line), 1)
    receipt.left = money(receipt.left + line.amount)
    item.open = money(item.open + line.amount + line.difference)
    if (line.difference > 0) item.cleared = false
  }

  reverseReceipt(id: number): void {
    const receipt = this.receipt(id)
    for (const line of receipt.lines.slice()) this.release(id, line)
    receipt.reversed = true
    receipt.left = ZERO
    for (const bill of this.bills) if (bill.receipt === id && bill.status === 'held') bill.status = 'returned'
  }

  /** A credit note settles what is open of the document, the oldest due first; the rest stays with the customer. */
  credit(document: number, amount: Money): void {
    let left = amount
    for (const item of this.ofDocument(document)) {
      const part = smaller(item.open, left)
      item.open = money(item.open - part)
      left = money(left - part)
    }
  }

  reverseDocument(document: number): void {
    for (const item of this.ofDocument(document)) {
      for (const [id, receipt] of this.receipts.entries()) for (const line of receipt.lines.filter((one) => one.item === item.itemId)) this.release(id, line)
      item.open = ZERO
    }
  }

  ofDocument(document: number): BookItem[] {
    return this.items.filter((item) => item.document === document).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
  }

  takeBill(bill: Omit<BookBill, 'status'>): number {
    return this.bills.push({ ...bill, status: 'held' }) - 1
  }

  /** Whether a bill allows a step on a day. */
  mayMove(id: number, step: AcceptanceStep, on: Day): boolean {
    return checkStep(step, { ...this.bill(id), transferable: true, rangeFrom: 1 }, on) === null
  }

  moveBill(id: number, step: keyof typeof EVENT_OF): void {
    const bill = this.bill(id)
    bill.status = STATUS_AFTER[EVENT_OF[step]] ?? bill.status
  }

  /** Whether a receipt's bills are all in hand as they came. */
  holdsBills(receipt: number): boolean {
    return this.bills.every((bill) => bill.receipt !== receipt || bill.status === 'held')
  }

  owed(items: readonly BookItem[]): Money {
    return sumOf(items, (item) => item.open)
  }
}
