/** One seeded run: random work of an office on the real ledger and on the naive model, compared after every step. */
import { checkLedger } from '../../db/check.ts'
import { postDraft, postInvoice, reverseInvoice, saveDraft } from '../../db/invoices/commands.ts'
import { invoiceView } from '../../db/invoices/queries.ts'
import type { Ledger } from '../../db/ledger.ts'
import type { Writer } from '../../db/writer.ts'
import { allocate, recordReceipt, releaseAllocation, reverseReceipt } from '../../db/receipts/commands.ts'
import { receiptView } from '../../db/receipts/queries.ts'
import { SYSTEM } from '../../db/writer.ts'
import { day, type Day } from '../../shared/day.ts'
import { invoiceInput, type InvoiceKind } from '../../shared/invoices/schemas.ts'
import { allocationLine, receiptInput } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { CUSTOMERS, dayText } from './office.ts'
import { Model, type DayNumber, type Document, type Item, type Line } from './model.ts'
import { Random } from './random.ts'
import { expectSame, Violation, Watch } from './watch.ts'

const DAYS_AHEAD = 366
const WEIGHTS = { invoice: 22, creditNote: 8, receipt: 26, allocate: 14, release: 14, reverseInvoice: 5, reverseReceipt: 5, draft: 4 }

export interface Figures {
  steps: number
  posted: number
  refused: number
  agings: number
  asked: number
}

/** Runs one seed; throws a Violation that names the step. */
export async function simulate(ledger: Ledger, seed: number, steps: number): Promise<Figures> {
  const run = new Run(ledger, seed)
  for (let step = 1; step <= steps; step += 1) {
    try {
      await run.step()
    } catch (error) {
      throw new Violation(`seed ${seed}, step ${step}: ${error instanceof Error ? (error instanceof Violation ? error.message : error.stack) : String(error)}`)
    }
  }
  await run.finish(seed)
  return run.figures
}

class Run {
  readonly figures: Figures = { steps: 0, posted: 0, refused: 0, agings: 0, asked: 0 }
  readonly #ledger: Ledger
  readonly #random: Random
  readonly #model = new Model()
  readonly #watch: Watch
  readonly #numbers = new Map<string, Document>()
  #today: DayNumber = 60
  #request = 0

  constructor(ledger: Ledger, seed: number) {
    this.#ledger = ledger
    this.#random = new Random(seed)
    this.#watch = new Watch(ledger, this.#model, this.#random)
  }

  get #calendar() {
    return { today: day(dayText(this.#today)), isWorkday: () => true }
  }

  async step(): Promise<void> {
    this.#today += this.#random.between(0, 3)
    const kind = this.#random.weighted(WEIGHTS)
    const touched = await (kind === 'invoice' || kind === 'draft' || kind === 'creditNote' ? this.#invoice(kind)
      : kind === 'receipt' ? this.#receipt()
      : kind === 'allocate' ? this.#allocate()
      : kind === 'release' ? this.#release()
      : this.#reverse(kind === 'reverseInvoice' ? 'invoice' : 'receipt'))
    await this.#watch.afterStep(touched, this.#today)
    this.figures.steps += 1
    this.figures[touched === null ? 'refused' : 'posted'] += 1
  }

  async finish(seed: number): Promise<void> {
    await this.#watch.atTheEnd()
    const report = await checkLedger(this.#ledger)
    if (!report.ok) throw new Violation(`seed ${seed}, check at the end: ${JSON.stringify(report.findings.slice(0, 3))}`)
    Object.assign(this.figures, { agings: this.#watch.agings, asked: this.#watch.asked })
  }

  /** Writes, compares why it was refused with what the model expects, and sometimes sends the same request again. */
  async #write<T>(procedure: string, input: unknown, expected: string | null, work: (tx: Writer) => Promise<T>): Promise<T | null> {
    const requestId = `request-${(this.#request += 1)}`
    const call = { by: SYSTEM, procedure, requestId, input }
    const attempt = async (): Promise<T | Refusal> => {
      try {
        return await this.#ledger.write(call, work)
      } catch (error) {
        if (error instanceof Refusal) return error
        throw error
      }
    }
    const answer = await attempt()
    expectSame(`${procedure} ${JSON.stringify(input)}`, answer instanceof Refusal ? answer.reason : null, expected)
    if (this.#random.chance(0.1)) expectSame(`${procedure} asked again`, outcome(await attempt()), outcome(answer))
    return answer instanceof Refusal ? null : answer
  }

  async #invoice(action: 'invoice' | 'creditNote' | 'draft'): Promise<DayNumber | null> {
    const random = this.#random
    const kind: InvoiceKind = action === 'creditNote' ? 'creditNote' : random.weighted({ invoice: 8, other: 2, opening: 1, creditNote: 0 })
    const corrects = kind === 'creditNote' && random.chance(0.7) ? random.pick(this.#model.documents.filter((one) => one.type === 'invoice')) ?? null : null
    const customer = corrects && random.chance(0.95) ? corrects.customer : random.pick(CUSTOMERS)!
    const currency = corrects && random.chance(0.95) ? corrects.currency : random.chance(0.85) ? 'CNY' : 'USD'
    const on = random.chance(0.02) ? this.#today + DAYS_AHEAD + 1 : kind === 'opening' && random.chance(0.8) ? random.between(-90, -1) : random.between(Math.max(-2, this.#today - 90), this.#today + 5)
    const amount = corrects && random.chance(0.6) ? random.between(1, corrects.amount + 50) : random.between(1, 2_000_000)
    const parts = this.#parts(on, amount)
    const number = random.chance(0.25) ? `2600${random.between(1000, 1040)}` : ''
    const input = invoiceInput.parse({
      kind, customerId: customer, documentOn: dayText(on), currency, amount, invoiceNumber: number, installments: parts.map(({ due, amount: part }) => ({ dueOn: dayText(due), amount: part })),
      correctsId: corrects?.id ?? null, post: action !== 'draft',
    })
    const sign = kind === 'creditNote' ? 'credit' : 'debt'
    const expected = on > this.#today + DAYS_AHEAD ? 'tooFarAhead'
      : kind !== 'opening' && on < 0 ? 'beforeStart'
      : kind === 'opening' && on >= 0 ? 'openingAfterStart'
      : parts.some((part) => part.due < on) ? 'dueBeforeDocument'
      : parts.reduce((sum, part) => sum + part.amount, 0) !== amount ? 'installmentsDoNotAddUp'
      : number !== '' && this.#numbers.get(number)?.reversedOn === null ? 'duplicateInvoiceNumber'
      : corrects && (corrects.reversedOn !== null || corrects.items[0]!.kind !== 'debt' || corrects.customer !== customer || corrects.currency !== currency) ? 'correctsNothing'
      : corrects && amount > this.#model.correctable(corrects) ? 'correctsMoreThanInvoice' : null
    const id = action === 'draft' ? await this.#throughDraft(input, expected) : await this.#write('invoices.save', input, expected, (tx) => postInvoice(tx, input, this.#calendar))
    if (id === null) return null
    const view = await this.#ledger.read((reader) => invoiceView(reader, id, null))
    const document = this.#model.post({ id, type: 'invoice', customer, currency, on, amount, corrects }, parts.map((part, index) => ({ ...part, id: view.installments[index]?.itemId ?? 0 })), sign)
    if (number !== '') this.#numbers.set(number, document)
    if (corrects) this.#model.offset(document)
    return on
  }

  /** A draft is in no figure; only posting it counts. */
  async #throughDraft(input: ReturnType<typeof invoiceInput.parse>, expected: string | null): Promise<number | null> {
    const id = await this.#ledger.write({ by: SYSTEM, procedure: 'invoices.save' }, (tx) => saveDraft(tx, input, this.#calendar))
    await this.#watch.afterStep(null, this.#today)
    return this.#write('invoices.post', { id }, expected, (tx) => postDraft(tx, id, this.#calendar))
  }

  #parts(on: DayNumber, amount: number): { due: DayNumber; amount: number }[] {
    const count = Math.min(amount, this.#random.weighted({ '1': 6, '2': 2, '3': 1 }) === '1' ? 1 : this.#random.between(2, 3))
    const part = Math.floor(amount / count)
    const wrong = this.#random.chance(0.02) ? 1 : 0
    return Array.from({ length: count }, (_, index) => ({
      due: on + (this.#random.chance(0.02) ? -1 : this.#random.between(0, 120)), amount: index === count - 1 ? amount - part * (count - 1) + wrong : part,
    }))
  }

  async #receipt(): Promise<DayNumber | null> {
    const random = this.#random
    const customer = random.pick(CUSTOMERS)!
    const currency = random.chance(0.85) ? 'CNY' : 'USD'
    const on = random.chance(0.02) ? this.#today + DAYS_AHEAD + 1 : random.between(Math.max(-2, this.#today - 60), this.#today + 3)
    const amount = random.between(1, 2_500_000)
    const fee = random.chance(0.02) ? amount + 1 : random.chance(0.2) ? random.between(0, Math.min(amount, 5000)) : 0
    const credit: Item = { id: 0, document: null as never, kind: 'receipt', customer, currency, on, due: on, amount, closedOn: null }
    const lines = random.chance(0.75) ? this.#lines(credit, amount) : []
    const wantedOn = this.#wantedDay(on)
    const plan = this.#model.plan(credit, lines, wantedOn)
    const expected = on < 0 ? 'beforeStart' : fee > amount ? 'feeOverAmount' : on > this.#today + DAYS_AHEAD ? 'tooFarAhead'
      : 'refused' in plan ? plan.refused : null
    const input = receiptInput.parse({
      customerId: customer, receivedOn: dayText(on), amount, fee, currency, allocations: toLines(lines), ...(wantedOn === null ? {} : { allocatedOn: dayText(wantedOn) }),
    })
    const id = await this.#write('receipts.record', input, expected, (tx) => recordReceipt(tx, input, this.#calendar))
    if (id === null || 'refused' in plan) return null
    const view = await this.#ledger.read((reader) => receiptView(reader, id, null))
    const document = this.#model.post({ id, type: 'receipt', customer, currency, on, amount, corrects: null }, [{ id: view.itemId, due: on, amount }], 'receipt')
    const posted = document.items[0]!
    this.#model.settle(posted, { ...plan, planned: plan.planned.map((one) => ({ ...one, credit: posted })) })
    return on
  }

  /** Lines as a clerk would enter them: mostly of this customer and mostly right. */
  #lines(credit: Item, amount: number): Line[] {
    const random = this.#random
    const own = this.#model.items.filter((item) => item.customer === credit.customer && item.currency === credit.currency && item.kind === 'debt' && this.#model.open(item, 100_000) > 0)
    const lines: Line[] = []
    let left = amount
    for (let count = random.between(1, 3); count > 0; count -= 1) {
      const item = random.chance(0.04) ? random.pick(this.#model.items.filter((one) => one.id !== 0)) : random.pick(own)
      if (!item) break
      const open = Math.max(1, this.#model.open(item, 100_000))
      const difference = random.chance(0.15) ? Math.min(open - 1, random.between(1, random.chance(0.1) ? 101 : 100)) : 0
      const share = random.chance(0.04) ? open + 1 : random.chance(0.6) ? Math.min(open - difference, Math.max(1, left)) : random.between(1, Math.max(1, Math.min(open - difference, left)))
      lines.push({ item, amount: share, difference })
      left -= share
      if (left <= 0 && random.chance(0.9)) break
    }
    return lines
  }

  #wantedDay(from: DayNumber): DayNumber | null {
    return this.#random.chance(0.2) ? from + this.#random.between(-2, 40) : null
  }

  async #allocate(): Promise<DayNumber | null> {
    const random = this.#random
    const credits = this.#model.items.filter((item) => item.kind !== 'debt' && item.id !== 0)
    const credit = random.chance(0.85) ? random.pick(credits.filter((item) => this.#model.open(item, 100_000) < 0)) : random.pick(this.#model.items.filter((item) => item.id !== 0))
    if (!credit) return null
    const lines = this.#lines(credit, Math.max(1, -this.#model.open(credit, 100_000)))
    if (lines.length === 0) return null
    const wantedOn = this.#wantedDay(credit.on)
    const plan = this.#model.plan(credit, lines, wantedOn)
    const expected = credit.kind === 'debt' || credit.kind === 'difference' ? 'notACredit' : 'refused' in plan ? plan.refused : null
    const input = { creditItemId: credit.id, lines: toLines(lines), allocatedOn: wantedOn === null ? undefined : asDay(wantedOn), field: 'lines' }
    const done = await this.#write('receipts.allocate', input, expected, (tx) => allocate(tx, input, this.#calendar))
    if (done === null || 'refused' in plan) return null
    this.#model.settle(credit, plan)
    return Math.min(...plan.planned.map((one) => one.on))
  }

  async #release(): Promise<DayNumber | null> {
    const random = this.#random
    const one = random.pick(this.#model.allocations.filter((each) => random.chance(0.05) || (each.releasedOn === null && each.credit.kind !== 'difference')))
    if (!one) return null
    const wanted = random.chance(0.5) ? null : one.on + random.between(-1, 60)
    const on = wanted ?? Math.max(this.#today, one.on)
    const expected = one.releasedOn !== null ? 'alreadyReleased' : on < one.on ? 'beforeAllocation' : one.credit.kind === 'difference' ? 'heldByReversal' : null
    const input = { id: one.id!, releasedOn: wanted === null ? undefined : asDay(wanted) }
    // A difference is told apart before its day is looked at.
    const wanting = expected === 'beforeAllocation' && one.credit.kind === 'difference' ? 'heldByReversal' : expected
    const done = await this.#write('receipts.release', input, wanting, (tx) => releaseAllocation(tx, input, this.#calendar))
    if (done === null) return null
    expectSame('day of the release', done, dayText(on))
    this.#model.release(one, on)
    return on
  }

  async #reverse(type: Document['type']): Promise<DayNumber | null> {
    const random = this.#random
    const document = random.pick(this.#model.documents.filter((one) => one.type === type && (one.reversedOn === null || random.chance(0.1))))
    if (!document) return null
    const wanted = random.chance(0.5) ? null : document.on + random.between(-1, 150)
    const last = this.#model.lastDay(document)
    const expected = document.reversedOn !== null ? 'alreadyReversed' : wanted === null ? null : wanted < document.on ? 'beforeDocument' : wanted < last ? 'beforeAllocations' : wanted > this.#today + DAYS_AHEAD ? 'tooFarAhead' : null
    const input = { id: document.id, reason: '开错', ...(wanted === null ? {} : { reversedOn: asDay(wanted) }) }
    const id = await this.#write(`${type}s.reverse`, input, expected, (tx) => (type === 'invoice' ? reverseInvoice(tx, input, this.#calendar) : reverseReceipt(tx, input, this.#calendar)))
    if (id === null) return null
    const on = wanted ?? Math.max(last, this.#today)
    this.#model.reverse(document, on)
    return on
  }
}

const outcome = (answer: unknown): string => (answer instanceof Refusal ? answer.reason : JSON.stringify(answer))
const asDay = (on: DayNumber): Day => day(dayText(on))
const toLines = (lines: readonly Line[]) => lines.map(({ item, amount, difference }) => allocationLine.parse({ itemId: item.id, amount, difference }))
