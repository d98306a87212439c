/** Bills over an office's desk: the commands with what a test does not care about filled in. */
import { acceptanceBook } from '../../db/acceptances/book.ts'
import { acceptanceCalendar } from '../../db/acceptances/calendar.ts'
import {
  collectAcceptance, discountAcceptance, dishonourAcceptance, endorseAcceptance, notifyPriorHand, presentAcceptance, settleAcceptance, splitAcceptance,
} from '../../db/acceptances/commands.ts'
import { acceptanceView, billsOfReceipt, outstandingAcceptances } from '../../db/acceptances/queries.ts'
import { receiveAcceptances, registerAcceptances, returnAcceptances } from '../../db/acceptances/register.ts'
import { undoAcceptance } from '../../db/acceptances/undo.ts'
import { reverseReceipt } from '../../db/receipts/commands.ts'
import { saveBankAccount } from '../../db/settings/commands.ts'
import type { Writer } from '../../db/writer.ts'
import {
  billInput, collectInput, discountInput, dishonourInput, endorseInput, notifyInput, presentInput, receiveInput, settleInput, splitInput, undoInput,
  type AcceptanceBook, type AcceptanceCalendar, type AcceptanceView,
} from '../../shared/acceptances/schemas.ts'
import { day } from '../../shared/day.ts'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { CALENDAR, TODAY, type Desk } from './desk.ts'

type Fields = Record<string, unknown>
/** A bill of 2026-03-01, due 2026-08-31: not due on the desk's day, 2026-06-30. */
const BILL = { billNumber: '530110000012320260301000000001', drawer: '江南制造', acceptor: '工商银行苏州分行', priorHand: '上海机械', issuedOn: '2026-03-01', dueOn: '2026-08-31' }

/** What each step is asked with when a test gives only the bill and what matters. */
const STEPS = {
  split: { input: splitInput, command: splitAcceptance, given: {} },
  endorse: { input: endorseInput, command: endorseAcceptance, given: { endorsee: '永信钢材' } },
  discount: { input: discountInput, command: discountAcceptance, given: { bankAccountId: 1, interest: 100 } },
  present: { input: presentInput, command: presentAcceptance, given: {} },
  collect: { input: collectInput, command: collectAcceptance, given: { bankAccountId: 1 } },
  dishonour: { input: dishonourInput, command: dishonourAcceptance, given: { reason: '账户余额不足' } },
  settle: { input: settleInput, command: settleAcceptance, given: {} },
  notify: { input: notifyInput, command: notifyPriorHand, given: {} },
  undo: { input: undoInput, command: undoAcceptance, given: {} },
} as const

export class Bills {
  readonly desk: Desk

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** A desk whose first bank account has the id 1. */
  static async at(desk: Desk): Promise<Bills> {
    await desk.write((tx) => saveBankAccount(tx, { name: '工行基本户', bank: '工商银行', number: '1102020209000123456', currency: 'CNY', active: true }))
    return new Bills(desk)
  }

  /** Bills received in one receipt; each is given by its amount or by what differs. Returns them as they stand. */
  async receive(customerId: number, receivedOn: string, bills: readonly (number | Fields)[], more: Fields = {}): Promise<AcceptanceView[]> {
    const id = await this.desk.write((tx) => receiveAcceptances(tx, receiveInput.parse({ customerId, receivedOn, bills: bills.map(asBill), ...more }), CALENDAR))
    return this.ofReceipt(id)
  }

  register(receiptId: number, bills: readonly (number | Fields)[]): Promise<number> {
    return this.desk.write((tx) => registerAcceptances(tx, { id: receiptId, bills: bills.map((bill, index) => billInput.parse(asBill(bill, index))) }))
  }

  /** Takes a step, and returns the bill as it stands then. */
  async step(name: keyof typeof STEPS, id: number, more: Fields = {}): Promise<AcceptanceView> {
    const { input, command, given } = STEPS[name]
    await this.desk.write((tx) => (command as (tx: Writer, asked: unknown, today: typeof CALENDAR) => Promise<void>)(tx, input.parse({ id, ...given, ...more }), CALENDAR))
    return this.view(id)
  }

  /** Reverses a receipt as electron/api does: its bills go back in the same write. */
  async reverseReceipt(id: number, reversedOn?: string): Promise<ReceiptView> {
    const on = reversedOn === undefined ? undefined : day(reversedOn)
    return this.desk.receiptView(await this.desk.write(async (tx) => {
      await returnAcceptances(tx, id, on, CALENDAR)
      return reverseReceipt(tx, { id, reason: '退票', reversedOn: on }, CALENDAR)
    }))
  }

  view(id: number): Promise<AcceptanceView> {
    return this.desk.ledger.read((reader) => acceptanceView(reader, id, TODAY, null))
  }

  async ofReceipt(receiptId: number): Promise<AcceptanceView[]> {
    const rows = await this.desk.ledger.read((reader) => billsOfReceipt(reader, receiptId, TODAY, null))
    return Promise.all(rows.map((row) => this.view(row.id)))
  }

  /** Not yet money on a day: in hand, and passed on but not due; over all customers. */
  async outstanding(asOf: string, scope: number | null = null): Promise<[number, number]> {
    const rows = await this.desk.ledger.read((reader) => outstandingAcceptances(reader, { asOf: day(asOf), currency: 'CNY', scope }))
    return [rows.reduce((sum, row) => sum + row.held, 0), rows.reduce((sum, row) => sum + row.contingent, 0)]
  }

  calendar(from: string, to: string, today: string = TODAY): Promise<AcceptanceCalendar> {
    return this.desk.ledger.read((reader) => acceptanceCalendar(reader, { from: day(from), to: day(to) }, day(today), null))
  }

  book(from: string, to: string): Promise<AcceptanceBook> {
    return this.desk.ledger.read((reader) => acceptanceBook(reader, { from: day(from), to: day(to) }, null))
  }
}

/** Each bill of a list gets a number of its own. */
function asBill(bill: number | Fields, index: number): Fields {
  const numbered = { ...BILL, billNumber: `${BILL.billNumber.slice(0, -1)}${index + 1}` }
  return typeof bill === 'number' ? { ...numbered, amount: bill } : { ...numbered, ...bill }
}
