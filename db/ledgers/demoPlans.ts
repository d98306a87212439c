/**
 * The demonstration's story (示例账套), planned before any ledger is there: an invented factory over the last 18 months, as
 * data in the order of its days. Pure: the same day gives the same plan, chance comes from the day, and the plan's own book
 * keeps what each item owes, so that a ledger takes every step of it.
 */
import { addDays, addMonths, monthOf, startOfMonth, type Day } from '../../shared/day.ts'
import type { IsWorkday } from '../../shared/terms/rules.ts'
import { Agenda } from './demoAgenda.ts'
import { DemoBook } from './demoBook.ts'
import { planFile, type PlannedFile } from './demoCustomers.ts'
import { Dice } from './demoDice.ts'
import { payAhead } from './demoPayments.ts'
import { CUSTOMERS } from './demoPeople.ts'
import { planCollection, planLetters } from './demoRounds.ts'
import { missingIn } from './demoShown.ts'
import type { Step } from './demoSteps.ts'
import { note, type Customer, type Story } from './demoStory.ts'
import { chargeOther, leaveDrafts, planOpening, sellGoods } from './demoTrade.ts'

const MONTHS = 18
/** The office closes a month while the second one after it goes on. */
const MONTHS_OPEN = 2
/** So many throws of chance are tried until a story has everything to show. */
const TRIES = 40

export interface DemoPlan {
  startOn: Day
  files: readonly PlannedFile[]
  /** By their days; a month is closed before anything else of its day. */
  steps: readonly Step[]
  /** What the story could not show, by name; empty on every day that was tried. */
  missing: readonly string[]
}

/** Plans the story that ends today. */
export function planDemo(today: Day, { isWorkday }: { isWorkday: IsWorkday }): DemoPlan {
  const known = new Map<Day, boolean>()
  const remembered = (on: Day): boolean => {
    const found = known.get(on) ?? isWorkday(on)
    known.set(on, found)
    return found
  }
  let fullest = tell(today, remembered, 0)
  for (let attempt = 1; attempt < TRIES && fullest.missing.length > 0; attempt += 1) {
    const other = tell(today, remembered, attempt)
    if (other.missing.length < fullest.missing.length) fullest = other
  }
  return fullest
}

/** One story by chance; the day and the attempt are its seed. */
function tell(today: Day, isWorkday: IsWorkday, attempt: number): DemoPlan {
  const startOn = startOfMonth(addMonths(today, -MONTHS))
  const dice = new Dice(Number(today.replaceAll('-', '')) * TRIES + attempt)
  const customers = CUSTOMERS.map((customer, place): Customer => ({ ...customer, place }))
  const files = customers.map((customer) => planFile(customer, dice))
  const story: Story = { dice, isWorkday, book: new DemoBook(), agenda: new Agenda(today, isWorkday), steps: [], intended: new Map(), invoices: 54_300_000, orders: 100 }
  for (const customer of customers) if (customer.currency === 'CNY' && dice.chance(0.62)) planOpening(story, customer, startOn)
  for (let month = startOn; month <= today; month = addMonths(month, 1)) planMonth(story, customers, month)
  planLetters(story, today)
  planCollection(story, today)
  story.agenda.add(story.agenda.notAfter(today), (on) => leaveDrafts(story, customers.slice(3, 10), on))
  for (let month = startOn; month <= today; month = addMonths(month, 1)) {
    const over = addMonths(month, -MONTHS_OPEN)
    if (over >= startOn) note(story, month, { do: 'closeMonth', month: monthOf(over) })
    story.agenda.run(month, addDays(addMonths(month, 1), -1))
  }
  note(story, today, { do: 'bringStatement' })
  return { startOn, files, steps: story.steps, missing: missingIn(story, today) }
}

/** What customers order in a month, what is charged beside it, and what comes in ahead. */
function planMonth(story: Story, customers: readonly Customer[], month: Day): void {
  const { dice, agenda } = story
  for (const customer of customers) {
    const invoices = Math.floor(customer.pace + dice.next())
    for (let count = 0; count < invoices; count += 1) agenda.add(addDays(month, dice.between(0, 27)), (on) => sellGoods(story, customer, on))
    if (dice.chance(0.03)) agenda.add(addDays(month, dice.between(0, 27)), (on) => chargeOther(story, customer, on))
    if (dice.chance(0.02)) agenda.add(addDays(month, dice.between(0, 27)), (on) => payAhead(story, customer, on))
  }
}
