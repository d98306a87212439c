/**
 * The naive ledger beside the real one: plain lists, every figure worked out anew from all of history, day by day. It is
 * written from the domain rules alone and shares no code with db/.
 */

import { statusOf, type Bill } from './modelBills.ts'
import { firstOf, lastOf } from './months.ts'

/** Days are counted from an arbitrary first one, so that nothing here depends on the product's own calendar. */
export type DayNumber = number

/**
 * debt: invoices, others, openings, what was taken over, what a dishonour revived. credit: credit notes. taken: what settles
 * debts that somebody else took over. receipt, difference and refund are money.
 */
export type ItemSort = 'debt' | 'credit' | 'taken' | 'receipt' | 'difference' | 'refund'

export interface Item {
  /** The id in the real ledger, learnt from its answer. */
  id: number
  document: Document
  kind: ItemSort
  customer: number
  currency: string
  on: DayNumber
  due: DayNumber
  /** Always positive; `kind` says which side it is on. */
  amount: number
  /** From this day on the item is cancelled by a reversal. */
  closedOn: DayNumber | null
}

export interface Document {
  /** The id in the real ledger. */
  id: number
  type: 'invoice' | 'receipt' | 'refund' | 'offset' | 'acceptance'
  customer: number
  currency: string
  on: DayNumber
  amount: number
  /** The number of the tax invoice, where it has one. */
  number: string
  corrects: Document | null
  reversedOn: DayNumber | null
  items: Item[]
}

export interface Allocation {
  /** The id in the real ledger; differences are never released by themselves and have none. */
  id: number | null
  debt: Item
  credit: Item
  amount: number
  on: DayNumber
  releasedOn: DayNumber | null
}

export interface Line {
  item: Item
  amount: number
  difference: number
}

export interface Plan {
  planned: Omit<Allocation, 'id'>[]
  differences: { debt: Item; amount: number; on: DayNumber }[]
}

export const TOLERANCE = 100
export const DAYS_AHEAD = 366
const isDebt = (item: Item): boolean => item.kind === 'debt'
/** On the side of the debts: what is owed, and money that was paid back. */
export const isPositive = (item: Item): boolean => item.kind === 'debt' || item.kind === 'refund'

/** A receipt's credit before it is posted, to plan with. */
export const receiptCredit = (facts: Pick<Item, 'customer' | 'currency' | 'on' | 'amount'>): Item =>
  ({ ...facts, id: 0, document: null as never, kind: 'receipt', due: facts.on, closedOn: null })

export class Model {
  readonly documents: Document[] = []
  readonly items: Item[] = []
  readonly allocations: Allocation[] = []
  readonly bills: Bill[] = []
  /** Days of drafts that nobody posted. */
  readonly drafts: DayNumber[] = []
  /** The months that were closed and not opened again, in their order; the first closed everything before it. */
  readonly closings: number[] = []

  get closedMonth(): number | null {
    return this.closings.at(-1) ?? null
  }

  /** The first day on which something may be posted. */
  get firstOpen(): DayNumber {
    return this.closedMonth === null ? -Infinity : firstOf(this.closedMonth + 1)
  }

  whyClosed(on: DayNumber | null): string | null {
    return on !== null && on < this.firstOpen ? 'periodClosed' : null
  }

  /** Whether a person has to accept something before the month is closed: money that lies unallocated, bills that are due and still lie here. */
  warned(month: number, today: DayNumber): boolean {
    return this.items.some((item) => this.open(item, lastOf(month)) < 0) || this.bills.some((bill) => statusOf(bill) === 'held' && bill.due <= Math.min(lastOf(month), today - 1))
  }

  /** What was settled of an item at the end of a day. */
  settled(item: Item, day: DayNumber): number {
    let sum = 0
    for (const one of this.allocations) {
      if ((one.debt === item || one.credit === item) && one.on <= day && (one.releasedOn === null || day < one.releasedOn)) sum += one.amount
    }
    return sum
  }

  /** What was open of an item at the end of a day; credits are negative. */
  open(item: Item, day: DayNumber): number {
    if (day < item.on || (item.closedOn !== null && day >= item.closedOn)) return 0
    const left = item.amount - this.settled(item, day)
    return isPositive(item) ? left : -left
  }

  /** The days on which anything happened to an item. */
  days(item: Item): DayNumber[] {
    const days = [item.on]
    for (const one of this.allocations) {
      if (one.debt !== item && one.credit !== item) continue
      days.push(one.on)
      if (one.releasedOn !== null) days.push(one.releasedOn)
    }
    if (item.closedOn !== null) days.push(item.closedOn)
    return days
  }

  /** The least that is free of an item on any day from a day on. */
  free(item: Item, from: DayNumber): number {
    const after = this.days(item).filter((day) => day > from)
    return Math.min(...[from, ...after].map((day) => (item.closedOn !== null && day >= item.closedOn ? 0 : item.amount - this.settled(item, day))))
  }

  /** The first day from a day on, from which the items have the wanted amounts free for good; tried one day after the other. */
  firstDay(wanted: readonly [Item, number][], from: DayNumber): DayNumber | null {
    const last = Math.max(from, ...wanted.flatMap(([item]) => this.days(item)))
    for (let day = from; day <= last; day += 1) if (wanted.every(([item, amount]) => this.free(item, day) >= amount)) return day
    return null
  }

  post(document: Omit<Document, 'items' | 'reversedOn'>, parts: readonly { id: number; due: DayNumber; amount: number }[], kind: Item['kind']): Document {
    const posted: Document = { ...document, reversedOn: null, items: [] }
    for (const part of parts) this.addItem(posted, { ...part, kind, on: document.on, customer: document.customer })
    this.documents.push(posted)
    return posted
  }

  addItem(document: Document, item: Pick<Item, 'id' | 'kind' | 'on' | 'due' | 'amount' | 'customer'>): Item {
    const added: Item = { ...item, document, currency: document.currency, closedOn: null }
    document.items.push(added)
    this.items.push(added)
    return added
  }

  /** What a credit note may still take off an invoice. */
  correctable(invoice: Document): number {
    const notes = this.documents.filter((other) => other.corrects === invoice && other.reversedOn === null)
    return invoice.amount - notes.reduce((sum, note) => sum + note.amount, 0)
  }

  /** A credit note settles what it corrects as far as that is open for good, the part due first; the rest stays. */
  correct(note: Document): void {
    const parts = note.corrects!.items.map((item, index) => ({ item, index })).sort((a, b) => a.item.due - b.item.due || a.index - b.index)
    for (const credit of note.items) {
      for (const { item } of parts) {
        // From the later of both documents; what is free only later is settled on that day.
        for (let on = Math.max(credit.on, item.on); on <= Math.max(credit.on, ...this.days(item)); on += 1) {
          const amount = Math.min(this.free(item, on), this.free(credit, on))
          if (amount > 0) this.allocations.push({ id: null, debt: item, credit, amount, on, releasedOn: null })
        }
      }
    }
  }

  /** Another model with the same allocations, to try something. */
  copy(): Model {
    const trial = new Model()
    trial.allocations.push(...this.allocations)
    trial.closings.push(...this.closings)
    return trial
  }

  /** Why the lines may not be allocated, or the allocations as they would stand. Lines count one after the other. */
  plan(credit: Item, lines: readonly Line[], wantedOn: DayNumber | null): { refused: string } | Plan {
    const planned: Allocation[] = []
    const differences: Plan['differences'] = []
    const trial = this.copy()
    for (const [index, line] of lines.entries()) {
      if (lines.findIndex((other) => other.item === line.item) < index) return { refused: 'itemTwice' }
      if (line.item.customer !== credit.customer) return { refused: 'otherCustomer' }
      if (line.item.currency !== credit.currency) return { refused: 'otherCurrency' }
      if (!isDebt(line.item)) return { refused: 'notADebt' }
      if (line.difference > (credit.kind === 'receipt' ? TOLERANCE : 0)) return { refused: 'differenceOverTolerance' }
      const stands = this.allocations.some((other) => other.debt === line.item && other.credit.kind === 'difference' && other.releasedOn === null)
      if (line.difference > 0 && stands) return { refused: 'differenceTwice' }
      const documents = Math.max(credit.on, line.item.on)
      if (wantedOn !== null && wantedOn < documents) return { refused: 'beforeDocuments' }
      const base = Math.max(documents, this.firstOpen)
      const total = line.amount + line.difference
      const [debtFits, creditFits] = wantedOn === null
        ? [trial.firstDay([[line.item, total]], base) !== null, trial.firstDay([[credit, line.amount]], base) !== null]
        : [trial.free(line.item, wantedOn) >= total, trial.free(credit, wantedOn) >= line.amount]
      if (!debtFits) return { refused: 'moreThanItemOpen' }
      if (!creditFits) return { refused: 'moreThanReceiptLeft' }
      // What will ever settle the item counts, also what is dated later; a difference must leave nothing.
      if (line.difference > 0 && trial.free(line.item, Math.max(...trial.days(line.item))) > total) return { refused: 'differenceStaysOpen' }
      const on = wantedOn ?? trial.firstDay([[line.item, total], [credit, line.amount]], base)!
      const one: Allocation = { id: null, debt: line.item, credit, amount: line.amount, on, releasedOn: null }
      planned.push(one)
      trial.allocations.push(one)
      if (line.difference > 0) {
        differences.push({ debt: line.item, amount: line.difference, on })
        trial.allocations.push({ ...one, credit: { ...credit }, amount: line.difference })
      }
    }
    return lines.length > 0 && this.whyClosed(wantedOn) !== null ? { refused: 'periodClosed' } : { planned, differences }
  }

  /** Makes planned allocations stand; a small difference is a credit of its own, made on the day it clears. */
  settle(credit: Item, { planned, differences }: Plan): void {
    for (const one of planned) this.allocations.push({ ...one, credit, id: null })
    for (const { debt, amount, on } of differences) {
      const item = this.addItem(credit.document, { id: 0, kind: 'difference', on, due: on, amount, customer: credit.customer })
      this.allocations.push({ id: null, debt, credit: item, amount, on, releasedOn: null })
    }
  }

  #takeBack(one: Allocation, on: DayNumber): void {
    one.releasedOn = Math.max(on, one.on)
    if (one.credit.kind === 'difference') one.credit.closedOn = one.releasedOn
  }

  /** Takes one allocation back, and with it the small differences of that receipt on the same debt. */
  release(allocation: Allocation, on: DayNumber): void {
    this.#takeBack(allocation, on)
    for (const other of this.allocations) {
      const completes = other.releasedOn === null && other.debt === allocation.debt && other.credit.kind === 'difference' && other.credit.document === allocation.credit.document
      if (completes && allocation.credit.kind === 'receipt') this.#takeBack(other, on)
    }
  }

  /** The last day on which anything happened to what a document itself posted (its differences are not its own). */
  lastDay(document: Document): DayNumber {
    return Math.max(document.on, ...document.items.filter((item) => item.kind !== 'difference').flatMap((item) => this.days(item)))
  }

  reverse(document: Document, on: DayNumber): void {
    for (const one of this.allocations) {
      if (one.releasedOn === null && (document.items.includes(one.debt) || document.items.includes(one.credit))) this.#takeBack(one, on)
    }
    for (const item of document.items) item.closedOn ??= on
    document.reversedOn = on
  }

  /** Why a document may not be reversed on a day, or null; null for the day lets the program choose. */
  whyNotOn(document: Document, wanted: DayNumber | null, today: DayNumber): string | null {
    if (wanted === null) return null
    if (wanted < document.on) return 'beforeDocument'
    if (wanted < this.lastDay(document)) return 'beforeAllocations'
    return wanted > today + DAYS_AHEAD ? 'tooFarAhead' : null
  }

  /** Only its document takes such an allocation back: money that was paid back, debts that somebody took over. */
  holds(one: Allocation): boolean {
    return one.debt.kind === 'refund' || one.credit.kind === 'taken'
  }

  #standing(document: Document): Allocation[] {
    return this.allocations.filter((one) => one.releasedOn === null && (document.items.includes(one.debt) || document.items.includes(one.credit)))
  }

  isHeld(document: Document): boolean {
    return this.#standing(document).some((one) => this.holds(one))
  }

  isRefunded(document: Document): boolean {
    return this.#standing(document).some((one) => one.debt.kind === 'refund')
  }

  /** A credit that may be allocated freely. */
  isFreeCredit(item: Item): boolean {
    return item.kind === 'receipt' || item.kind === 'credit'
  }
}
