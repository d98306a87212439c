/** Carries the demonstration's plan into a ledger, step by step, by the commands that everybody uses. It decides nothing by chance. */
import { sql } from 'drizzle-orm'
import { billInput } from '../../shared/acceptances/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { ZERO } from '../../shared/money.ts'
import { receiptInput, type AllocationLine } from '../../shared/receipts/schemas.ts'
import { collectAcceptance, discountAcceptance, dishonourAcceptance, endorseAcceptance, notifyPriorHand, presentAcceptance, settleAcceptance, splitAcceptance } from '../acceptances/commands.ts'
import { registerAcceptances, returnAcceptances } from '../acceptances/register.ts'
import { INVOICE_ITEM_KINDS } from '../documents.ts'
import { postInvoice, reverseInvoice, saveDraft, type Calendar } from '../invoices/commands.ts'
import { itemsOf, standingAllocations } from '../invoices/items.ts'
import { allocate, recordReceipt, releaseAllocation, reverseReceipt } from '../receipts/commands.ts'
import type { Writer } from '../writer.ts'
import { bringStatement } from './demoBank.ts'
import { callCustomers, settleOldest } from './demoCollection.ts'
import { sendLetters } from './demoLetters.ts'
import { ACCOUNTS, CUSTOMERS } from './demoPeople.ts'
import type { Office } from './demoSetup.ts'
import type { BillMoved, Credited, Deed, PlannedDraft, PlannedLine, Received, Sold, Step, TookBill } from './demoSteps.ts'

type Numbers = Map<number, number>

export class Carrier {
  readonly #office: Office
  readonly #isWorkday: Calendar['isWorkday']
  readonly #documents: Numbers = new Map()
  readonly #items: Numbers = new Map()
  readonly #receipts: Numbers = new Map()
  readonly #bills: Numbers = new Map()

  constructor(office: Office, isWorkday: Calendar['isWorkday']) {
    this.#office = office
    this.#isWorkday = isWorkday
  }

  /** Does one step of the plan. What fails says which step of which day it was. */
  async carry(tx: Writer, step: Step): Promise<void> {
    try {
      await this.#do(tx, step, step.on)
    } catch (error) {
      throw new Error(`${step.on} ${step.do}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }

  async #do(tx: Writer, deed: Deed, on: Day): Promise<void> {
    const today = { today: on }
    switch (deed.do) {
      case 'sell': return this.#sell(tx, deed, on)
      case 'credit': return this.#credit(tx, deed, on)
      case 'receive': return this.#receive(tx, deed, on)
      case 'takeBill': return this.#takeBill(tx, deed)
      case 'moveBill': return this.#moveBill(tx, deed, on)
      case 'leaveDrafts': return this.#leaveDrafts(tx, deed.drafts, on)
      case 'release': return this.#release(tx, deed.receipt, deed.item, on)
      case 'reverseSale': return void await reverseInvoice(tx, { id: numberOf(this.#documents, deed.document), reason: deed.reason }, this.#calendar(on))
      case 'allocate': return void await allocate(tx, { creditItemId: await this.#creditOf(tx, deed.receipt), lines: this.#lines(deed.lines), allocatedOn: on, field: 'allocations' }, today)
      case 'reverseReceipt': {
        const id = numberOf(this.#receipts, deed.receipt)
        if (deed.bills) await returnAcceptances(tx, id, on, today)
        return void await reverseReceipt(tx, { id, reason: deed.reason }, today)
      }
      case 'sendLetters': return sendLetters(tx, deed, on)
      case 'callCustomers': return callCustomers(tx, deed.slots, on)
      case 'settleDispute': return settleOldest(tx, on)
      case 'bringStatement': return bringStatement(tx, this.#office, today)
      case 'closeMonth': throw new Error('A month is closed in a write of its own')
    }
  }

  #calendar(on: Day): Calendar {
    return { today: on, isWorkday: this.#isWorkday }
  }

  #customer(place: number): { customerId: number; currency: string } {
    return { customerId: this.#office.customers[place] ?? 0, currency: CUSTOMERS[place]?.currency ?? 'CNY' }
  }

  #lines(lines: readonly PlannedLine[]): AllocationLine[] {
    return lines.map(({ item, ...line }) => ({ ...line, itemId: numberOf(this.#items, item) }))
  }

  async #sell(tx: Writer, { do: _do, document, items, customer, ...sale }: Sold, on: Day): Promise<void> {
    const id = await postInvoice(tx, invoiceInput.parse({ ...sale, ...this.#customer(customer) }), this.#calendar(on))
    this.#documents.set(document, id)
    for (const [index, { id: itemId }] of (await itemsOf(tx, id, INVOICE_ITEM_KINDS)).entries()) this.#items.set(items[index] ?? -1, itemId)
  }

  async #credit(tx: Writer, { document, customer, corrects, amount, note }: Credited, on: Day): Promise<void> {
    this.#documents.set(document, await postInvoice(tx, invoiceInput.parse({
      kind: 'creditNote', documentOn: on, dueOn: on, amount, note, correctsId: numberOf(this.#documents, corrects), ...this.#customer(customer),
    }), this.#calendar(on)))
  }

  async #receive(tx: Writer, { do: _do, receipt, customer, account, lines, ...given }: Received, on: Day): Promise<void> {
    this.#receipts.set(receipt, await recordReceipt(tx, receiptInput.parse({
      ...given, ...this.#customer(customer), receivedOn: on, note: '', bankAccountId: account === null ? null : this.#office.accounts[account], allocations: this.#lines(lines),
    }), { today: on }))
  }

  async #creditOf(tx: Writer, receipt: number): Promise<number> {
    const [credit] = await itemsOf(tx, numberOf(this.#receipts, receipt), ['receipt'])
    return credit?.id ?? 0
  }

  async #release(tx: Writer, receipt: number, item: number, on: Day): Promise<void> {
    const credit = await this.#creditOf(tx, receipt)
    const standing = (await standingAllocations(tx, [numberOf(this.#items, item)])).find((row) => row.creditItemId === credit)
    await releaseAllocation(tx, { id: standing?.id ?? 0, releasedOn: on }, { today: on })
  }

  async #takeBill(tx: Writer, { receipt, bill, given }: TookBill): Promise<void> {
    const id = numberOf(this.#receipts, receipt)
    await registerAcceptances(tx, { id, bills: [billInput.parse({ ...given, rangeFrom: 1, rangeTo: given.amount, transferable: true })] })
    const [row] = await tx.rows<{ id: number }>(sql`select id from acceptances where receipt_id = ${id}`)
    this.#bills.set(bill, row?.id ?? 0)
  }

  async #moveBill(tx: Writer, { bill, step, text, interest, parts, amounts, item }: BillMoved, on: Day): Promise<void> {
    const id = numberOf(this.#bills, bill)
    const bankAccountId = this.#office.accounts[ACCOUNTS.findIndex(({ currency }) => currency === 'CNY')] ?? 0
    const [of, today] = [{ id, on, note: '' }, { today: on }] as const
    switch (step) {
      case 'endorse': return endorseAcceptance(tx, { ...of, endorsee: text, note: '付材料款' }, today)
      case 'discount': return discountAcceptance(tx, { ...of, bankAccountId, interest, fee: ZERO }, today)
      case 'present': return presentAcceptance(tx, of, today)
      case 'collect': return collectAcceptance(tx, { ...of, bankAccountId, fee: ZERO }, today)
      case 'settle': return settleAcceptance(tx, of, today)
      case 'notify': return notifyPriorHand(tx, { ...of, notified: '' }, today)
      case 'dishonour': {
        await dishonourAcceptance(tx, { ...of, reason: text }, today)
        const [revived] = await itemsOf(tx, id, ['dishonour'])
        return void this.#items.set(item, revived?.id ?? 0)
      }
      case 'split': {
        await splitAcceptance(tx, { ...of, amounts: [...amounts] }, today)
        const rows = await tx.rows<{ id: number }>(sql`select id from acceptances where split_from_id = ${id} order by id`)
        for (const [index, part] of parts.entries()) this.#bills.set(part, rows[index]?.id ?? 0)
      }
    }
  }

  async #leaveDrafts(tx: Writer, drafts: readonly PlannedDraft[], on: Day): Promise<void> {
    for (const { customer, ...draft } of drafts) await saveDraft(tx, invoiceInput.parse({ ...draft, ...this.#customer(customer), documentOn: on }), this.#calendar(on))
  }
}

/** The ledger's number of what the plan names. */
function numberOf(numbers: Numbers, planned: number): number {
  const found = numbers.get(planned)
  if (found === undefined) throw new Error(`The plan names ${planned}, which was not made before`)
  return found
}
