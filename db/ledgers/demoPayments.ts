/** How the customers of the demonstration ledger pay, and how the office allocates what came in. */
import { addDays, nextDate, type Day } from '../../shared/day.ts'
import { money, ZERO } from '../../shared/money.ts'
import { suggestAllocation } from '../../shared/receipts/rules.ts'
import { takeBill } from './demoBills.ts'
import { accountsOf, planPayment } from './demoPayment.ts'
import type { PlannedLine } from './demoSteps.ts'
import { TOLERANCE } from './demoBook.ts'
import { note, type Customer, type Story } from './demoStory.ts'

/** The combinations that are tried for a payment: customers here owe few items at a time. */
const MOST_STEPS = 500

/** Plans an item for the customer's next day of payment. */
export function intend(story: Story, customer: Customer, item: number, from: Day): void {
  const wanted = customer.payDates.length === 0 ? from : customer.payDates.map((date) => nextDate(from, date)).reduce((first, on) => (on < first ? on : first))
  const on = story.agenda.notBefore(wanted, from)
  const key = `${customer.place} ${on}`
  const items = story.intended.get(key)
  if (items) items.add(item)
  else {
    const together = new Set([item])
    story.intended.set(key, together)
    story.agenda.add(on, (day) => {
      story.intended.delete(key)
      pay(story, customer, together, day)
    })
  }
}

function pay(story: Story, customer: Customer, together: ReadonlySet<number>, on: Day): void {
  const { dice, book } = story
  const debts = book.debtsOf(customer.place)
  const items = debts.filter((item) => together.has(item.itemId))
  const owed = book.owed(items)
  if (owed <= 0) return
  const payment = planPayment(dice, { currency: customer.currency, shortName: customer.shortName, items, owed, accounts: accountsOf(customer.currency) })
  const { lines: suggested } = suggestAllocation({ amount: payment.amount, reference: payment.reference, items: debts, tolerance: TOLERANCE, steps: MOST_STEPS })
  const lines = suggested.map(({ itemId, ...line }): PlannedLine => ({ item: itemId, ...line }))
  const waits = dice.chance(0.03)
  const receipt = book.receive({ customer: customer.place, amount: payment.amount })
  note(story, on, { do: 'receive', receipt, customer: customer.place, ...payment, lines: waits ? [] : lines })
  if (!waits) book.settle(receipt, lines, on)
  if (payment.method === 'acceptance') takeBill(story, customer, { receipt, amount: payment.amount, revived: (item, day) => intend(story, customer, item, day) }, on)
  for (const item of items) if (!lines.some((line) => line.item === item.itemId) || payment.amount < owed) intend(story, customer, item.itemId, addDays(on, 20))
  sequel(story, customer, { receipt, waits, items: items.map((item) => item.itemId) }, on)
}

interface Recorded {
  receipt: number
  /** Nothing was allocated yet. */
  waits: boolean
  items: readonly number[]
}

/** What the office does later: allocate what waited, take a wrong allocation back, reverse a receipt that was none. */
function sequel(story: Story, customer: Customer, { receipt, waits, items }: Recorded, on: Day): void {
  const { dice, agenda, book } = story
  if (waits) {
    if (dice.chance(0.85)) agenda.add(addDays(on, dice.between(2, 12)), (day) => allocateRest(story, receipt, items, day))
  } else if (dice.chance(0.02)) {
    agenda.add(addDays(on, dice.between(1, 6)), (day) => {
      const [standing] = book.receipt(receipt).lines
      if (!standing) return
      note(story, day, { do: 'release', receipt, item: standing.item })
      book.release(receipt, standing)
      if (dice.chance(0.6)) agenda.add(addDays(day, 1), (next) => allocateRest(story, receipt, items, next))
    })
  } else if (dice.chance(0.012)) {
    agenda.add(addDays(on, dice.between(1, 4)), (day) => {
      // A bill that went on over a holiday stays where it went.
      if (!book.holdsBills(receipt)) return
      note(story, day, { do: 'reverseReceipt', receipt, reason: dice.pick(['银行退汇', '重复录入', '客户录错']), bills: book.bills.some((bill) => bill.receipt === receipt) })
      book.reverseReceipt(receipt)
      for (const item of items) intend(story, customer, item, addDays(day, 3))
    })
  }
}

/** Allocates by hand what is left of a receipt to some items, or to whatever is open. */
function allocateRest(story: Story, id: number, items: readonly number[] | null, on: Day): void {
  const { book } = story
  const receipt = book.receipt(id)
  let left: number = receipt.left
  const lines: PlannedLine[] = []
  for (const item of book.debtsOf(receipt.customer)) {
    const amount = Math.min(left, item.open)
    if (amount <= 0 || items?.includes(item.itemId) === false) continue
    lines.push({ item: item.itemId, amount: money(amount), difference: ZERO, reason: 'manual' })
    left -= amount
  }
  if (lines.length === 0) return
  note(story, on, { do: 'allocate', receipt: id, lines })
  book.settle(id, lines, on)
}

/** Money before the goods: it stays as an advance until the next invoice is settled with it. */
export function payAhead(story: Story, customer: Customer, on: Day): void {
  const { dice, agenda, book } = story
  const amount = money(Math.round(customer.size * (0.2 + dice.next() * 0.3)) * 100)
  const receipt = book.receive({ customer: customer.place, amount })
  note(story, on, {
    do: 'receive', receipt, customer: customer.place, amount, fee: ZERO, method: 'transfer', account: accountsOf(customer.currency)[0] ?? null,
    reference: dice.pick(['预付款', '定金', '合同预付 30%']), payer: '', lines: [],
  })
  if (dice.chance(0.8)) agenda.add(addDays(on, dice.between(20, 60)), (day) => allocateRest(story, receipt, null, day))
}
