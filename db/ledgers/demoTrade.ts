/** The daily business of the demonstration ledger: invoices, what corrects them, and what the office does about mistakes. */
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import { invoiceInput, type InvoiceKind } from '../../shared/invoices/schemas.ts'
import { money, split, type Money } from '../../shared/money.ts'
import { dueOnOf } from '../../shared/terms/rules.ts'
import { INVOICE_ITEM_KINDS } from '../documents.ts'
import { postInvoice, reverseInvoice, saveDraft, type Calendar } from '../invoices/commands.ts'
import { itemsOf } from '../invoices/items.ts'
import type { Writer } from '../writer.ts'
import type { Dice } from './demoDice.ts'
import { GOODS, OTHER_CHARGES, type Habit } from './demoPeople.ts'
import { plan } from './demoPayments.ts'
import type { Customer, OpeningBalance } from './demoSetup.ts'
import type { Story } from './demoStory.ts'

interface Sale {
  kind: InvoiceKind
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

const calendarOn = (story: Story, on: Day): Calendar => ({ today: on, isWorkday: story.isWorkday })

/** Posts one document and plans when each part of it will be paid. Returns its id. */
async function sell(tx: Writer, story: Story, sale: Sale, on: Day): Promise<number> {
  const { dice, agenda } = story
  const { customer } = sale
  const documentOn = sale.documentOn ?? on
  const isInvoice = sale.kind === 'invoice'
  if (isInvoice) story.invoices += dice.between(1, 9)
  story.orders += 1
  const dueOn = sale.dueOn ?? dueOnOf(documentOn, customer.terms, { cutOffDate: customer.cutOffDate, cutOffCounts: true }, story.isWorkday)
  const id = await postInvoice(tx, invoiceInput.parse({
    kind: sale.kind, customerId: customer.id, documentOn, amount: sale.amount, currency: customer.currency, note: sale.note, dueOn,
    installments: isInvoice && sale.amount > 8_000_000 && dice.chance(0.4) ? installments(sale.amount, dueOn) : [],
    invoiceNumber: isInvoice ? `${documentOn.slice(2, 4)}322000000${String(story.invoices).padStart(9, '0')}` : '',
    sourceNumber: isInvoice ? `CK${documentOn.replaceAll('-', '').slice(2)}-${story.orders}` : '',
    contractNumber: isInvoice && dice.chance(0.6) ? `HR-${documentOn.slice(0, 4)}-${String(customer.id).padStart(3, '0')}-${dice.between(1, 9)}` : '',
    orderNumber: isInvoice ? `SO${monthOf(documentOn).replace('-', '').slice(2)}-${String(story.orders).padStart(4, '0')}` : '',
  }), calendarOn(story, on))
  for (const item of await itemsOf(tx, id, INVOICE_ITEM_KINDS)) {
    const days = delay(customer.habit, dice)
    if (days !== null) plan(story, customer, item.id, agenda.notBefore(addDays(item.dueOn, days), on))
  }
  return id
}

/** 60 % by the terms, 30 % a month after acceptance, 10 % kept back for a year (质保金). */
function installments(amount: Money, dueOn: Day): { dueOn: Day; amount: Money }[] {
  const days = [0, 60, 365]
  return split(amount, [6, 3, 1]).map((part, index) => ({ dueOn: addDays(dueOn, days[index] ?? 0), amount: part }))
}

/** An invoice of the customer's usual size; now and then it is corrected by a credit note, or reversed and written anew. */
export async function sellGoods(tx: Writer, story: Story, customer: Customer, on: Day): Promise<void> {
  const { dice, agenda } = story
  const yuan = Math.max(680, Math.round(customer.size * (0.35 + dice.next() * 1.5)))
  const sale: Sale = { kind: 'invoice', customer, amount: money(yuan * 100 + (dice.chance(0.4) ? dice.between(1, 99) : 0)), note: dice.pick(GOODS) }
  const id = await sell(tx, story, sale, on)
  if (dice.chance(0.045)) {
    const amount = money(Math.round(sale.amount / dice.between(12, 40)))
    agenda.add(addDays(on, dice.between(3, 60)), (tx, day) => giveCredit(tx, story, customer, { correctsId: id, amount }, day))
  } else if (dice.chance(0.014)) {
    agenda.add(addDays(on, 1), async (tx, day) => {
      await reverseInvoice(tx, { id, reason: dice.pick(['开票信息有误，重开', '客户名称开错', '税率开错']) }, calendarOn(story, day))
      await sell(tx, story, sale, day)
    })
  }
}

async function giveCredit(tx: Writer, story: Story, customer: Customer, { correctsId, amount }: { correctsId: number; amount: Money }, on: Day): Promise<void> {
  await postInvoice(tx, invoiceInput.parse({
    kind: 'creditNote', customerId: customer.id, documentOn: on, amount, currency: customer.currency, correctsId, dueOn: on, note: story.dice.pick(['质量折让', '退货', '数量差异']),
  }), calendarOn(story, on))
}

/** A charge beside the sale: freight paid in advance, tools, interest agreed on. */
export async function chargeOther(tx: Writer, story: Story, customer: Customer, on: Day): Promise<void> {
  await sell(tx, story, { kind: 'other', customer, amount: money(story.dice.between(300, 9000) * 100), note: story.dice.pick(OTHER_CHARGES), dueOn: addDays(on, 30) }, on)
}

export async function enterOpening(tx: Writer, story: Story, { customer, documentOn, dueOn, amount }: OpeningBalance, startOn: Day): Promise<void> {
  await sell(tx, story, { kind: 'opening', customer, amount: money(amount), note: '期初余额', documentOn, dueOn }, startOn)
}

/** What lies on the clerk's desk, entered but not posted. */
export async function leaveDrafts(tx: Writer, story: Story, on: Day): Promise<void> {
  for (const customer of story.office.customers.slice(3, 10)) {
    await saveDraft(tx, invoiceInput.parse({
      customerId: customer.id, documentOn: on, amount: story.dice.between(2000, 60_000) * 100, currency: customer.currency, note: story.dice.pick(GOODS),
      orderNumber: `SO${monthOf(on).replace('-', '').slice(2)}-${story.dice.between(9000, 9999)}`,
    }), calendarOn(story, on))
  }
}
