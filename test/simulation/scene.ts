/** What every move of a simulated office has at hand: both ledgers, the dice, today, and the way to write and compare. */
import type { Ledger } from '../../db/ledger.ts'
import { SYSTEM, type Writer } from '../../db/writer.ts'
import { contract } from '../../shared/contract.ts'
import { day, type Day } from '../../shared/day.ts'
import { allocationLine } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { Model, type DayNumber, type Item, type Line } from './model.ts'
import { dayText } from './office.ts'
import type { Random } from './random.ts'
import { expectSame, Violation, Watch } from './watch.ts'

/** After every day on which anything happens. */
export const AFTER_ALL: DayNumber = 100_000
export const asDay = (on: DayNumber): Day => day(dayText(on))
export const toLines = (lines: readonly Line[]) => lines.map(({ item, amount, difference }) => allocationLine.parse({ itemId: item.id, amount, difference }))

/** The first day that a move touched, or null when it was refused and touched nothing. */
export type Touched = DayNumber | null
export type Move = (scene: Scene) => Promise<Touched>

export class Scene {
  readonly ledger: Ledger
  readonly random: Random
  readonly model = new Model()
  readonly watch: Watch
  today: DayNumber = 60
  #request = 0

  constructor(ledger: Ledger, random: Random) {
    this.ledger = ledger
    this.random = random
    this.watch = new Watch(ledger, this.model, random)
  }

  get calendar() {
    return { today: asDay(this.today), isWorkday: () => true }
  }

  /** Writes, compares why it was refused with what the model expects, and sometimes sends the same request again. */
  async write<T>(procedure: string, input: unknown, expected: string | null, work: (tx: Writer) => Promise<T>): Promise<T | null> {
    const requestId = `request-${(this.#request += 1)}`
    const call = { by: SYSTEM, procedure, requestId, input }
    const attempt = async (): Promise<T | Refusal> => {
      try {
        return await this.ledger.write(call, work)
      } catch (error) {
        if (error instanceof Refusal) return error
        throw error
      }
    }
    const answer = await attempt()
    if (answer instanceof Refusal && !declared(procedure).includes(answer.reason)) throw new Violation(`${procedure} answers ${answer.reason}, which its contract does not declare`)
    expectSame(`${procedure} ${JSON.stringify(input)}`, answer instanceof Refusal ? answer.reason : null, expected)
    if (this.random.chance(0.1)) expectSame(`${procedure} asked again`, outcome(await attempt()), outcome(answer))
    return answer instanceof Refusal ? null : answer
  }

  /** A day as a clerk would date something: mostly of an open month, now and then not. */
  dayBetween(least: DayNumber, most: DayNumber): DayNumber {
    const open = this.model.firstOpen
    return this.random.between(this.random.chance(0.9) && open <= most ? Math.max(least, open) : least, most)
  }

  /** Now and then a clerk sets the day of an allocation. */
  wantedDay(from: DayNumber): DayNumber | null {
    return this.random.chance(0.2) ? Math.max(from, this.random.chance(0.8) ? this.model.firstOpen : from) + this.random.between(-2, 40) : null
  }

  /** What a clerk says that foreign money was booked at: now and then the rate, or the exact worth. */
  bookedAt(currency: string, amount: number): { rate?: number; baseAmount?: number } {
    const { random } = this
    if (!random.chance(currency === 'CNY' ? 0.01 : 0.4)) return {}
    const rate = random.between(6_500_000, 7_500_000)
    return random.chance(0.5) ? { rate } : { baseAmount: Math.max(1, Math.round((amount * rate) / 1_000_000)) }
  }

  /** Lines as a clerk would enter them: mostly of this customer and mostly right. */
  lines(credit: Item, amount: number): Line[] {
    const { random, model } = this
    const own = model.items.filter((item) => item.customer === credit.customer && item.currency === credit.currency && item.kind === 'debt' && model.open(item, AFTER_ALL) > 0)
    const lines: Line[] = []
    let left = amount
    for (let count = random.between(1, 3); count > 0; count -= 1) {
      const item = random.chance(0.04) ? random.pick(model.items.filter((one) => one.id !== 0)) : random.pick(own)
      if (!item) break
      const open = Math.max(1, model.open(item, AFTER_ALL))
      const difference = random.chance(0.15) ? Math.min(open - 1, random.between(1, random.chance(0.1) ? 101 : 100)) : 0
      const share = random.chance(0.04) ? open + 1 : random.chance(0.6) ? Math.min(open - difference, Math.max(1, left)) : random.between(1, Math.max(1, Math.min(open - difference, left)))
      lines.push({ item, amount: share, difference })
      left -= share
      if (left <= 0 && random.chance(0.9)) break
    }
    return lines
  }
}

/** The reasons that a procedure declares. */
function declared(procedure: string): readonly string[] {
  const [slice = '', name = ''] = procedure.split('.')
  const implemented = (contract as unknown as Record<string, Record<string, { '~orpc': { errorMap: { REFUSED?: { data: { shape: { reason: { options: readonly string[] } } } } } } }>>)[slice]?.[name]
  return implemented?.['~orpc'].errorMap.REFUSED?.data.shape.reason.options ?? []
}

const outcome = (answer: unknown): string => (answer instanceof Refusal ? answer.reason : JSON.stringify(answer ?? null))
