/**
 * The demonstration ledger (示例账套): an invented factory over the last 18 months, told day by day through the commands
 * that everybody uses, so that each feature has something to show and every figure adds up. The same day gives the same
 * ledger: chance comes from a seed, and nothing reads a clock.
 */
import { addDays, addMonths, endOfMonth, monthOf, startOfMonth, type Day } from '../../shared/day.ts'
import type { Calendar } from '../invoices/commands.ts'
import type { Ledger } from '../ledger.ts'
import { closeMonth } from '../periods/commands.ts'
import { SYSTEM } from '../writer.ts'
import { Agenda } from './demoAgenda.ts'
import { bringStatement } from './demoBank.ts'
import { planCollection } from './demoCollection.ts'
import { Dice } from './demoDice.ts'
import { planLetters } from './demoLetters.ts'
import { payAhead } from './demoPayments.ts'
import { openingBalances, setUp } from './demoSetup.ts'
import type { Story } from './demoStory.ts'
import { chargeOther, enterOpening, leaveDrafts, sellGoods } from './demoTrade.ts'

const SEED = 20_260_301
const MONTHS = 18
/** The office closes a month while the second one after it goes on. */
const MONTHS_OPEN = 2

/** Fills an empty ledger, month by month, and closes the months that are over; refuses nothing, because the story keeps the rules. */
export async function fillDemo(ledger: Ledger, { today, isWorkday }: Calendar): Promise<void> {
  const startOn = startOfMonth(addMonths(today, -MONTHS))
  const dice = new Dice(SEED)
  const office = await ledger.write({ by: SYSTEM, procedure: 'ledgers.createDemo' }, (tx) => setUp(tx, startOn, dice))
  const story: Story = { dice, office, isWorkday, agenda: new Agenda(today, isWorkday), intended: new Map(), invoices: 54_300_000, orders: 100 }
  for (const opening of openingBalances(office.customers, startOn, dice)) story.agenda.add(startOn, (tx) => enterOpening(tx, story, opening, startOn))
  for (let month = startOn; month <= today; month = addMonths(month, 1)) planMonth(story, month)
  planLetters(story, today)
  planCollection(story, today)
  const lastWorkday = workdayBefore(today, isWorkday)
  story.agenda.add(lastWorkday, (tx, on) => leaveDrafts(tx, story, on))
  for (let month = startOn; month <= today; month = addMonths(month, 1)) {
    await ledger.write({ by: office.clerk, procedure: 'ledgers.createDemo' }, (tx) => story.agenda.run(tx, month, endOfMonth(month)))
    const over = addMonths(month, -MONTHS_OPEN)
    if (over < startOn) continue
    await ledger.write({ by: office.clerk, procedure: 'ledgers.createDemo' }, (tx) => closeMonth(tx, { month: monthOf(over), acceptWarnings: true }, { today: month }))
  }
  await ledger.write({ by: office.clerk, procedure: 'ledgers.createDemo' }, (tx) => bringStatement(tx, office, { today }))
}

/** The last workday up to a day. */
function workdayBefore(on: Day, isWorkday: Calendar['isWorkday']): Day {
  return isWorkday(on) ? on : workdayBefore(addDays(on, -1), isWorkday)
}

/** What customers order in a month, what is charged beside it, and what comes in ahead. */
function planMonth(story: Story, month: Day): void {
  const { dice, agenda } = story
  for (const customer of story.office.customers) {
    const invoices = Math.floor(customer.pace + dice.next())
    for (let count = 0; count < invoices; count += 1) agenda.add(addDays(month, dice.between(0, 27)), (tx, on) => sellGoods(tx, story, customer, on))
    if (dice.chance(0.03)) agenda.add(addDays(month, dice.between(0, 27)), (tx, on) => chargeOther(tx, story, customer, on))
    if (dice.chance(0.02)) agenda.add(addDays(month, dice.between(0, 27)), (tx, on) => payAhead(tx, story, customer, on))
  }
}
