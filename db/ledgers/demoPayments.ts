/** How the customers of the demonstration ledger pay, and how the office allocates what came in. */
import { addDays, nextDate, type Day } from '../../shared/day.ts'
import { money, sumOf, ZERO } from '../../shared/money.ts'
import { receiptInput, type AllocationLine } from '../../shared/receipts/schemas.ts'
import { returnAcceptances } from '../acceptances/register.ts'
import { openDebts } from '../invoices/queries.ts'
import { allocate, recordReceipt, releaseAllocation, reverseReceipt } from '../receipts/commands.ts'
import { receiptView, suggest } from '../receipts/queries.ts'
import type { Writer } from '../writer.ts'
import { takeBill } from './demoBills.ts'
import { planPayment } from './demoPlans.ts'
import type { Customer } from './demoSetup.ts'
import type { Story } from './demoStory.ts'

/** Plans an item for the customer's next day of payment. */
export function plan(story: Story, customer: Customer, itemId: number, from: Day): void {
  const wanted = customer.payDates.length === 0 ? from : customer.payDates.map((date) => nextDate(from, date)).reduce((first, on) => (on < first ? on : first))
  const on = story.agenda.notBefore(wanted, from)
  const key = `${customer.id} ${on}`
  const items = story.intended.get(key)
  if (items) items.add(itemId)
  else {
    const ids = new Set([itemId])
    story.intended.set(key, ids)
    story.agenda.add(on, async (tx, day) => {
      story.intended.delete(key)
      await pay(tx, story, customer, ids, day)
    })
  }
}

async function pay(tx: Writer, story: Story, customer: Customer, ids: ReadonlySet<number>, on: Day): Promise<void> {
  const { dice } = story
  const items = (await openDebts(tx, customer.id, customer.currency, on)).filter((item) => ids.has(item.id))
  const owed = sumOf(items, (item) => item.open)
  if (owed <= 0) return
  const payment = planPayment(dice, { currency: customer.currency, shortName: customer.shortName, items, owed, accounts: story.office.accounts[customer.currency] })
  const suggestion = await suggest(tx, { customerId: customer.id, amount: payment.amount, receivedOn: on, currency: customer.currency, reference: payment.reference }, null)
  const lines = suggestion.lines.flatMap((line) => (line.reason === null ? [] : [{ itemId: line.id, amount: line.suggested, difference: line.difference, reason: line.reason }]))
  const waits = dice.chance(0.03)
  const id = await recordReceipt(tx, receiptInput.parse({
    customerId: customer.id, receivedOn: on, currency: customer.currency, ...payment, note: '', allocations: waits ? [] : lines,
  }), { today: on })
  if (payment.method === 'acceptance') await takeBill(tx, story, customer, { id, amount: payment.amount, revived: (itemId, day) => plan(story, customer, itemId, day) }, on)
  for (const item of items) if (!lines.some((line) => line.itemId === item.id) || payment.amount < owed) plan(story, customer, item.id, addDays(on, 20))
  sequel(story, customer, { id, waits, lines: lines.map((line) => ({ ...line, reason: 'manual' as const })), items: items.map((item) => item.id) }, on)
}

interface Recorded {
  id: number
  /** Nothing was allocated yet. */
  waits: boolean
  lines: readonly AllocationLine[]
  items: readonly number[]
}

/** What the office does later: allocate what waited, take a wrong allocation back, reverse a receipt that was none. */
function sequel(story: Story, customer: Customer, { id, waits, lines, items }: Recorded, on: Day): void {
  const { dice, agenda } = story
  if (waits) {
    if (dice.chance(0.85)) agenda.add(addDays(on, dice.between(2, 12)), (tx, day) => allocateRest(tx, customer, id, items, day))
  } else if (dice.chance(0.02)) {
    agenda.add(addDays(on, dice.between(1, 6)), async (tx, day) => {
      const [standing] = (await receiptView(tx, id, null)).allocations.filter((row) => row.releasedOn === null && row.releasesId === null)
      if (!standing) return
      await releaseAllocation(tx, { id: standing.id, releasedOn: day }, { today: day })
      if (dice.chance(0.6)) agenda.add(addDays(day, 1), (tx, next) => allocateRest(tx, customer, id, items, next))
    })
  } else if (dice.chance(0.012) && lines.length > 0) {
    agenda.add(addDays(on, dice.between(1, 4)), async (tx, day) => {
      await returnAcceptances(tx, id, day, { today: day })
      await reverseReceipt(tx, { id, reason: dice.pick(['银行退汇', '重复录入', '客户录错']) }, { today: day })
      for (const itemId of items) plan(story, customer, itemId, addDays(day, 3))
    })
  }
}

/** Allocates by hand what is left of a receipt to some items, or to whatever is open. */
async function allocateRest(tx: Writer, customer: Customer, receiptId: number, items: readonly number[] | null, on: Day): Promise<void> {
  const receipt = await receiptView(tx, receiptId, null)
  let left: number = receipt.status === 'posted' ? receipt.unallocated : 0
  const lines: AllocationLine[] = []
  for (const item of await openDebts(tx, customer.id, customer.currency, on)) {
    const amount = Math.min(left, item.open)
    if (amount <= 0 || items?.includes(item.id) === false) continue
    lines.push({ itemId: item.id, amount: money(amount), difference: ZERO, reason: 'manual' })
    left -= amount
  }
  await allocate(tx, { creditItemId: receipt.itemId, lines, allocatedOn: on, field: 'allocations' }, { today: on })
}

/** Money before the goods: it stays as an advance until the next invoice is settled with it. */
export async function payAhead(tx: Writer, story: Story, customer: Customer, on: Day): Promise<void> {
  const { dice, office, agenda } = story
  const id = await recordReceipt(tx, receiptInput.parse({
    customerId: customer.id, receivedOn: on, currency: customer.currency, amount: Math.round(customer.size * (0.2 + dice.next() * 0.3)) * 100, method: 'transfer',
    bankAccountId: office.accounts[customer.currency][0] ?? null, reference: dice.pick(['预付款', '定金', '合同预付 30%']), payer: '', note: '',
  }), { today: on })
  if (dice.chance(0.8)) agenda.add(addDays(on, dice.between(20, 60)), (tx, day) => allocateRest(tx, customer, id, null, day))
}
