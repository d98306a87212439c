/** An office's desk over a ledger: the commands with what a test does not care about filled in. */
import { agingReport, type AgingQuestion } from '../../db/aging/queries.ts'
import { createCustomer } from '../../db/customers/commands.ts'
import { postDraft, postInvoice, reverseInvoice, saveDraft, type Calendar } from '../../db/invoices/commands.ts'
import { invoiceView } from '../../db/invoices/queries.ts'
import type { Call, Ledger } from '../../db/ledger.ts'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { postOffset, reverseOffset } from '../../db/offsets/commands.ts'
import { offsetView } from '../../db/offsets/queries.ts'
import { allocate, recordReceipt, releaseAllocation, reverseReceipt } from '../../db/receipts/commands.ts'
import { receiptView } from '../../db/receipts/queries.ts'
import { recordRefund, reverseRefund } from '../../db/refunds/commands.ts'
import { refundView } from '../../db/refunds/queries.ts'
import { saveUser } from '../../db/users/commands.ts'
import { SYSTEM, type Writer } from '../../db/writer.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { day, type Day } from '../../shared/day.ts'
import { invoiceInput, type InvoiceView } from '../../shared/invoices/schemas.ts'
import { money } from '../../shared/money.ts'
import { offsetInput, type OffsetView } from '../../shared/offsets/schemas.ts'
import { allocationLine, receiptInput, type ReceiptView } from '../../shared/receipts/schemas.ts'
import { refundInput, type RefundView } from '../../shared/refunds/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'

export const TODAY = day('2026-06-30')
export const CALENDAR: Calendar = { today: TODAY, isWorkday: () => true }

type Fields = Record<string, unknown>
interface Line {
  itemId: number | null | undefined
  amount: number
  difference?: number
}
const lines = (given: readonly Line[]) => given.map((line) => allocationLine.parse(line))

export class Desk {
  readonly ledger: Ledger

  constructor(ledger: Ledger) {
    this.ledger = ledger
  }

  /** An empty office that started in the given month, or whenever its documents say. */
  static async found(ledger: Ledger, startMonth: string | null = null): Promise<Desk> {
    const desk = new Desk(ledger)
    await desk.write((tx) => foundEmptyLedger(tx, startMonth))
    return desk
  }

  write<T>(work: (tx: Writer) => Promise<T>, call: Partial<Call> = {}): Promise<T> {
    return this.ledger.write({ by: SYSTEM, procedure: 'test', ...call }, work)
  }

  async salesperson(name: string): Promise<number> {
    return (await this.write((tx) => saveUser(tx, { name, role: 'salesperson', department: '', active: true }))).id
  }

  customer(name: string, more: Fields = {}): Promise<number> {
    return this.write((tx) => createCustomer(tx, customerInput.parse({ name, ...more })))
  }

  /** A posted receivable of a customer: amount and day, the rest as wanted. */
  async invoice(customerId: number, amount: number, documentOn: string, more: Fields = {}): Promise<InvoiceView> {
    const id = await this.write((tx) => postInvoice(tx, invoiceInput.parse({ customerId, amount, documentOn, ...more }), CALENDAR))
    return this.invoiceView(id)
  }

  async draft(customerId: number, amount: number, documentOn: string, more: Fields = {}): Promise<number> {
    return this.write((tx) => saveDraft(tx, invoiceInput.parse({ customerId, amount, documentOn, ...more }), CALENDAR))
  }

  async postDraft(id: number): Promise<InvoiceView> {
    await this.write((tx) => postDraft(tx, id, CALENDAR))
    return this.invoiceView(id)
  }

  async receipt(customerId: number, amount: number, receivedOn: string, allocations: readonly Line[] = [], more: Fields = {}): Promise<ReceiptView> {
    const id = await this.write((tx) => recordReceipt(tx, receiptInput.parse({ customerId, amount, receivedOn, allocations, ...more }), CALENDAR))
    return this.receiptView(id)
  }

  allocate(creditItemId: number, given: readonly Line[], allocatedOn?: string): Promise<number> {
    return this.write((tx) => allocate(tx, { creditItemId, lines: lines(given), allocatedOn: allocatedOn === undefined ? undefined : day(allocatedOn), field: 'lines' }, CALENDAR))
  }

  release(id: number, releasedOn?: string): Promise<Day> {
    return this.write((tx) => releaseAllocation(tx, { id, releasedOn: releasedOn === undefined ? undefined : day(releasedOn) }, CALENDAR))
  }

  async offset(fields: Fields): Promise<OffsetView> {
    return this.offsetView(await this.write((tx) => postOffset(tx, offsetInput.parse(fields), CALENDAR)))
  }

  async reverseOffset(id: number, reversedOn?: string): Promise<OffsetView> {
    return this.offsetView(await this.write((tx) => reverseOffset(tx, { id, reason: '冲错', reversedOn: reversedOn === undefined ? undefined : day(reversedOn) }, CALENDAR)))
  }

  async refund(customerId: number, amount: number, refundedOn: string, more: Fields = {}): Promise<RefundView> {
    return this.refundView(await this.write((tx) => recordRefund(tx, refundInput.parse({ customerId, amount, refundedOn, ...more }), CALENDAR)))
  }

  async reverseRefund(id: number, reversedOn?: string): Promise<RefundView> {
    return this.refundView(await this.write((tx) => reverseRefund(tx, { id, reason: '退错', reversedOn: reversedOn === undefined ? undefined : day(reversedOn) }, CALENDAR)))
  }

  async reverseInvoice(id: number, reversedOn?: string): Promise<InvoiceView> {
    return this.invoiceView(await this.write((tx) => reverseInvoice(tx, { id, reason: '开错', reversedOn: reversedOn === undefined ? undefined : day(reversedOn) }, CALENDAR)))
  }

  async reverseReceipt(id: number, reversedOn?: string): Promise<ReceiptView> {
    return this.receiptView(await this.write((tx) => reverseReceipt(tx, { id, reason: '重复', reversedOn: reversedOn === undefined ? undefined : day(reversedOn) }, CALENDAR)))
  }

  invoiceView(id: number): Promise<InvoiceView> {
    return this.ledger.read((reader) => invoiceView(reader, id, null))
  }

  receiptView(id: number): Promise<ReceiptView> {
    return this.ledger.read((reader) => receiptView(reader, id, null))
  }

  offsetView(id: number): Promise<OffsetView> {
    return this.ledger.read((reader) => offsetView(reader, id, null))
  }

  refundView(id: number): Promise<RefundView> {
    return this.ledger.read((reader) => refundView(reader, id, null))
  }

  /** The totals of an aging: not due, the buckets, unallocated, total. */
  async aging(asOf: string, more: Partial<AgingQuestion> = {}): Promise<number[]> {
    const question: AgingQuestion = { asOf: day(asOf), basis: 'due', boundaries: [30, 60, 90], currency: 'CNY', scope: null, ...more }
    const { totals } = await this.ledger.read((reader) => agingReport(reader, question, 'customer', []))
    return [totals.notDue, ...totals.buckets, totals.unallocated, totals.total]
  }
}

/** The reason why something was refused, or what it answered instead. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    return `not refused: ${JSON.stringify(await attempt)}`
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
}

/** The field that a refusal marks. */
export async function fieldOf(attempt: Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt
    return 'not refused'
  } catch (error) {
    if (error instanceof Refusal) return error.data.field
    throw error
  }
}

export const fen = money
