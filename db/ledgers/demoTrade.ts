/** The daily business of the demonstration ledger: invoices, what corrects them, and what the office does about mistakes. */
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import { money, split, type Money } from '../../shared/money.ts'
import { dueOnOf } from '../../shared/terms/rules.ts'
import type { Dice } from './demoDice.ts'
import { GOODS, OTHER_CHARGES, type Habit } from './demoPeople.ts'
import { intend } from './demoPayments.ts'
import type { Sold } from './demoSteps.ts'
import { note, type Customer, type Story } from './demoStory.ts'

interface Sale {
  kind: Sold['kind']
  customer: Customer
  amount: Money
  note: string
  dueOn?: Day
  documentOn?: Day
}

/** Days after the due day on which a customer pays; null is never, unless somebody presses. */
function delay(habit: Habit, dice: Dice): number | null {
  switch (habit) {
    case 'punctual': return dice.between(-4, 3)
    case 'usual': return dice.between(-1, 14)
    case 'slow': return dice.chance(0.03) ? null : dice.between(8, 55)
    case 'bad': return dice.chance(0.14) ? null : dice.between(25, 150)
  }
}

/** Posts one document and plans when each part of it will be paid. Answers its number. */
function sell(story: Story, sale: Sale, on: Day): number {
  const { dice, agenda, book } = story
  const { customer, amount, kind } = sale
  const documentOn = sale.documentOn ?? on
  const isInvoice = kind === 'invoice'
  if (isInvoice) story.invoices += dice.between(1, 9)
  story.orders += 1
  const dueOn = sale.dueOn ?? dueOnOf(documentOn, customer.terms, { cutOffDate: customer.cutOffDate, cutOffCounts: true }, story.isWorkday)
  const parts = isInvoice && amount > 8_000_000 && dice.chance(0.4) ? installments(amount, dueOn) : []
  const names = {
    invoiceNumber: isInvoice ? `${documentOn.slice(2, 4)}322000000${String(story.invoices).padStart(9, '0')}` : '',
    sourceNumber: isInvoice ? `CK${documentOn.replaceAll('-', '').slice(2)}-${story.orders}` : '',
    contractNumber: isInvoice && dice.chance(0.6) ? `HR-${documentOn.slice(0, 4)}-${String(customer.place + 1).padStart(3, '0')}-${dice.between(1, 9)}` : '',
    orderNumber: isInvoice ? `SO${monthOf(documentOn).replace('-', '').slice(2)}-${String(story.orders).padStart(4, '0')}` : '',
  }
  const document = book.nextDocument()
  const items = (parts.length > 0 ? parts : [{ dueOn, amount }]).map((part) => book.owe({ customer: customer.place, document, documentOn, dueOn: part.dueOn, open: part.amount, ...names }))
  note(story, on, { do: 'sell', document, items, customer: customer.place, kind, documentOn, dueOn, amount, installments: parts, ...names, note: sale.note })
  for (const item of items) {
    const days = delay(customer.habit, dice)
    if (days !== null) intend(story, customer, item, agenda.notBefore(addDays(book.item(item).dueOn, days), on))
  }
  return document
}

/** 60 % by the terms, 30 % a month after acceptance, 10 % kept back for a year (质保金). */
function installments(amount: Money, dueOn: Day): { dueOn: Day; amount: Money }[] {
  const days = [0, 60, 365]
  return split(amount, [6, 3, 1]).map((part, index) => ({ dueOn: addDays(dueOn, days[index] ?? 0), amount: part }))
}

/** An invoice of the customer's usual size; now and then it is corrected by a credit note, or reversed and written anew. */
export function sellGoods(story: Story, customer: Customer, on: Day): void {
  const { dice, agenda, book } = story
  const yuan = Math.max(680, Math.round(customer.size * (0.35 + dice.next() * 1.5)))
  const sale: Sale = { kind: 'invoice', customer, amount: money(yuan * 100 + (dice.chance(0.4) ? dice.between(1, 99) : 0)), note: dice.pick(GOODS) }
  const document = sell(story, sale, on)
  if (dice.chance(0.045)) {
    const amount = money(Math.round(sale.amount / dice.between(12, 40)))
    agenda.add(addDays(on, dice.between(3, 60)), (day) => {
      note(story, day, { do: 'credit', document: book.nextDocument(), customer: customer.place, corrects: document, amount, note: dice.pick(['质量折让', '退货', '数量差异']) })
      book.credit(document, amount)
    })
  } else if (dice.chance(0.014)) {
    agenda.add(addDays(on, 1), (day) => {
      note(story, day, { do: 'reverseSale', document, reason: dice.pick(['开票信息有误，重开', '客户名称开错', '税率开错']) })
      book.reverseDocument(document)
      sell(story, sale, day)
    })
  }
}

/** A charge beside the sale: freight paid in advance, tools, interest agreed on. */
export function chargeOther(story: Story, customer: Customer, on: Day): void {
  sell(story, { kind: 'other', customer, amount: money(story.dice.between(300, 9000) * 100), note: story.dice.pick(OTHER_CHARGES), dueOn: addDays(on, 30) }, on)
}

/** What a customer owed before the ledger began; most of it is paid in its first months. */
export function planOpening(story: Story, customer: Customer, startOn: Day): void {
  const { dice, agenda } = story
  const documentOn = addDays(startOn, -dice.between(5, 80))
  const sale = { kind: 'opening', customer, amount: money(Math.round(customer.size * (0.4 + dice.next() * 1.4)) * 100), note: '期初余额', documentOn, dueOn: addDays(documentOn, dice.between(0, 90)) } as const
  agenda.add(startOn, (on) => sell(story, sale, on))
}

/** What lies on the clerk's desk, entered but not posted. */
export function leaveDrafts(story: Story, customers: readonly Customer[], on: Day): void {
  const { dice } = story
  note(story, on, { do: 'leaveDrafts', drafts: customers.map(({ place }) => ({
    customer: place, amount: money(dice.between(2000, 60_000) * 100), note: dice.pick(GOODS), orderNumber: `SO${monthOf(on).replace('-', '').slice(2)}-${dice.between(9000, 9999)}`,
  })) })
}
