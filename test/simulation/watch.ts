/** What is compared after every step: invariants, balances, allocations and the aging of random days. */
import { sql } from 'drizzle-orm'
import { agingItems, agingReport, type AgingQuestion } from '../../db/aging/queries.ts'
import { customerGrid } from '../../db/customers/queries.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { itemGrid } from '../../db/invoices/queries.ts'
import type { Ledger } from '../../db/ledger.ts'
import { controlTotals } from '../../db/periods/controlTotals.ts'
import type { Reader } from '../../db/reader.ts'
import { day, type Month } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import type { AgingReport } from '../../shared/aging/schemas.ts'
import { dayText } from './office.ts'
import { type Allocation, type DayNumber, type Model } from './model.ts'
import { agingOf, totalsOf } from './modelReports.ts'
import { monthOf, monthText } from './months.ts'
import type { Random } from './random.ts'

export class Violation extends Error {}

export function expectSame(what: string, ours: unknown, model: unknown): void {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(model)]
  if (a !== b) throw new Violation(`${what}: the ledger says ${a}, the model says ${b}`)
}

interface Remembered {
  on: DayNumber
  question: AgingQuestion
  answer: string
}

const MOST_REMEMBERED = 40
const AFTER_EVERYTHING = 100_000

export class Watch {
  readonly #ledger: Ledger
  readonly #model: Model
  readonly #random: Random
  #remembered: Remembered[] = []
  #lastAllocation = 0
  agings = 0
  asked = 0
  totals = 0
  lists = 0

  constructor(ledger: Ledger, model: Model, random: Random) {
    this.#ledger = ledger
    this.#model = model
    this.#random = random
  }

  /** Compares everything after a step that touched nothing before `touched` (null: it was refused and touched nothing). */
  async afterStep(touched: DayNumber | null, today: DayNumber): Promise<void> {
    this.#remembered = this.#remembered.filter(({ on }) => touched === null || on < touched)
    await this.#ledger.read(async (reader) => {
      const [broken] = await brokenInvariants(reader)
      if (broken) throw new Violation(`invariant ${broken.code}: ${broken.table} ${broken.id} ${broken.text}`)
      await this.#compareAllocations(reader)
      await this.#compareBalances(reader)
      await this.#compareLists(reader, today)
      await this.#age(reader, today)
      await this.#askAgain(reader, 1)
      if (this.#random.chance(0.3)) await this.#compareTotals(reader, today)
    })
  }

  /** The control totals of a month, those of closed ones as often as others. */
  async #compareTotals(reader: Reader, today: DayNumber): Promise<void> {
    const closed = this.#model.closings
    const month = this.#random.chance(0.5) && closed.length > 0 ? this.#random.pick(closed)! : this.#random.between(-1, monthOf(today) + 1)
    const { rows, disagreeing } = await controlTotals(reader, monthText(month) as Month)
    const told = rows.map(({ customerId, currency, opening, debits, credits, closing, aging }) => ({ customer: customerId, currency, opening, debits, credits, closing, aging }))
    expectSame(`control totals of ${monthText(month)}`, told, totalsOf(this.#model, month))
    expectSame(`control totals of ${monthText(month)} that the aging contradicts`, disagreeing, 0)
    this.totals += 1
  }

  /** Asks every remembered aging again. */
  async atTheEnd(): Promise<void> {
    await this.#ledger.read((reader) => this.#askAgain(reader, this.#remembered.length))
  }

  /** New rows of the ledger must be the allocations that the model made, in its order; their ids are learnt. */
  async #compareAllocations(reader: Reader): Promise<void> {
    interface Row { id: number; debt: number; credit: number; amount: number; on: string; releases: number | null }
    const rows = await reader.rows<Row>(sql`select a.id, a.item_id as debt, a.credit_item_id as credit, a.amount, a.allocated_on as "on", a.releases_id as releases
      from allocations a where a.id > ${this.#lastAllocation} and a.reason <> 'reversal' order by a.id`)
    this.#lastAllocation = rows.at(-1)?.id ?? this.#lastAllocation
    const made = this.#model.allocations.filter((one) => one.id === null)
    const known = new Map(this.#model.allocations.filter((one) => one.id !== null).map((one) => [one.id, one]))
    const posted = rows.filter((row) => row.releases === null)
    expectSame('number of new allocations', posted.length, made.length)
    const told = (one: Allocation) => ({ debt: one.debt.id, amount: one.amount, on: dayText(one.on) })
    for (const [index, row] of posted.entries()) {
      const one = made[index]!
      if (one.credit.kind === 'difference') one.credit.id = row.credit
      expectSame('allocation', { debt: row.debt, amount: row.amount, on: row.on, credit: row.credit }, { ...told(one), credit: one.credit.id })
      one.id = row.id
    }
    for (const row of rows) {
      const one = known.get(row.releases ?? 0)
      if (row.releases !== null) expectSame('release', { on: row.on, amount: -row.amount }, { on: one?.releasedOn == null ? '' : dayText(one.releasedOn), amount: one?.amount })
    }
  }

  async #compareBalances(reader: Reader): Promise<void> {
    const rows = await reader.rows<{ id: number; open: number }>(sql`select item_id as id, open from open_balances order by item_id`)
    const expected = this.#model.items.map((item) => ({ id: item.id, open: this.#model.open(item, AFTER_EVERYTHING) })).filter(({ open }) => open !== 0)
    expectSame('balances', rows, expected.sort((a, b) => a.id - b.id))
  }

  /** What the lists say today against the model, which leaves out what is dated ahead, and so against the aging. */
  async #compareLists(reader: Reader, today: DayNumber): Promise<void> {
    const on = day(dayText(today))
    const asked = { ...reader, now: `${on}T04:00:00.000Z` }
    const request = gridRequest.parse({ limit: 1000 })
    const open = this.#model.items.filter((item) => item.on <= today).map((item) => ({ item, open: this.#model.open(item, today) })).filter((one) => one.open !== 0)
    const listed = (await itemGrid(asked, request, { includeCredits: true, today: on }, null)).rows.map(({ id, open: left }) => ({ id, open: left }))
    expectSame(`open items on ${on}`, listed.sort((a, b) => a.id - b.id), open.map((one) => ({ id: one.item.id, open: one.open })).sort((a, b) => a.id - b.id))
    const ofCustomer = (id: number): number => open.reduce((sum, one) => (one.item.customer === id && one.item.currency === 'CNY' ? sum + one.open : sum), 0)
    const customers = (await customerGrid(asked, request, null)).rows.map((row) => [row.id, row.open - row.advance])
    expectSame(`customers on ${on}`, customers, customers.map(([id]) => [id, ofCustomer(id ?? 0)]))
    const question: AgingQuestion = { asOf: on, basis: 'due', boundaries: [30], currency: 'CNY', scope: null }
    const figures = await agingReport(reader, question, 'customer', [])
    expectSame(`customers and aging of ${on}`, customers.filter(([, balance]) => balance !== 0), figures.rows.filter((row) => row.total !== 0).map((row) => [row.id, row.total]))
    this.lists += 1
  }

  async #age(reader: Reader, today: DayNumber): Promise<void> {
    const random = this.#random
    const on = random.between(-40, today + 40)
    const ends = random.chance(0.5) ? [30, 60, 90, 180, 365] : [random.between(1, 15), random.between(16, 50)]
    const basis = random.chance(0.7) ? 'due' : 'document'
    const question: AgingQuestion = { asOf: day(dayText(on)), basis, boundaries: ends, currency: random.chance(0.8) ? 'CNY' : 'USD', scope: null }
    const report = await agingReport(reader, question, 'customer', [])
    const expected = [...agingOf(this.#model, on, basis, ends, question.currency)].sort(([a], [b]) => a - b)
    expectSame(`aging of ${question.asOf} by ${basis} in ${question.currency}`, report.rows.filter((row) => row.items > 0).map((row) => [row.id, figures(row)]), expected)
    this.agings += 1
    if (random.chance(0.1)) await this.#drillDown(reader, question, report)
    this.#remembered.push({ on, question, answer: JSON.stringify(report) })
    if (this.#remembered.length > MOST_REMEMBERED) this.#remembered.shift()
  }

  /** The rows behind a cell add up to it, and grouping otherwise changes no total. */
  async #drillDown(reader: Reader, question: AgingQuestion, report: AgingReport): Promise<void> {
    const bySalesperson = await agingReport(reader, question, 'salesperson', [])
    expectSame('totals by salesperson', bySalesperson.totals, report.totals)
    const cells: [string, number][] = [['notDue', report.totals.notDue], ['overdue', report.totals.overdue], ['unallocated', report.totals.unallocated], ['total', report.totals.total], ['bucket0', report.totals.buckets[0] ?? 0]]
    const [column, amount] = this.#random.pick(cells)!
    const page = await agingItems(reader, question, { column, groupBy: 'customer' }, gridRequest.parse({ limit: 1000 }))
    expectSame(`rows behind ${column}`, page.rows.reduce((sum, row) => sum + row.open, 0), amount)
    expectSame(`total of the rows behind ${column}`, page.totals?.['open'], amount)
  }

  async #askAgain(reader: Reader, count: number): Promise<void> {
    for (let index = 0; index < Math.min(count, this.#remembered.length); index += 1) {
      const remembered = count === 1 ? this.#random.pick(this.#remembered)! : this.#remembered[index]!
      const answer = JSON.stringify(await agingReport(reader, remembered.question, 'customer', []))
      if (answer !== remembered.answer) throw new Violation(`the aging of ${remembered.question.asOf} changed: ${remembered.answer} became ${answer}`)
      this.asked += 1
    }
  }
}

const figures = (row: AgingReport['totals']): number[] => [row.notDue, ...row.buckets, row.unallocated, row.total, row.overdue, row.items, row.acceptances]
