/** Money that goes back to customers. */
import { recordRefund, reverseRefund } from '../../db/refunds/commands.ts'
import { refundView } from '../../db/refunds/queries.ts'
import { refundInput } from '../../shared/refunds/schemas.ts'
import { DAYS_AHEAD, type DayNumber, type Item } from './model.ts'
import { CUSTOMERS, dayText } from './office.ts'
import { AFTER_ALL, asDay, type Scene, type Touched } from './scene.ts'

interface Part {
  item: Item
  amount: number
}

export async function refund(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const credits = model.items.filter((item) => model.isFreeCredit(item) && model.open(item, AFTER_ALL) < 0)
  const first = random.pick(credits) ?? null
  const customer = first?.customer ?? random.pick(CUSTOMERS)!
  const currency = first?.currency ?? 'CNY'
  const on = random.chance(0.02) ? today + DAYS_AHEAD + 1 : scene.dayBetween(Math.max(-1, (first?.on ?? today) - 3), today + (random.chance(0.1) ? 60 : 3))
  const chosen = random.chance(0.6) && first ? parts(scene, first) : []
  const left = first ? -model.open(first, AFTER_ALL) : 1
  const amount = chosen.length > 0 ? chosen.reduce((sum, part) => sum + part.amount, 0) + (random.chance(0.03) ? 1 : 0) : random.between(1, left + (random.chance(0.1) ? left : 0))
  const paid = chosen.length > 0 ? chosen : oldestFirst(scene, customer, currency, on, amount)
  const booked = scene.bookedAt(currency, amount)
  const expected = on < 0 ? 'beforeStart' : currency === 'CNY' && Object.keys(booked).length > 0 ? 'notForeign' : on > today + DAYS_AHEAD ? 'tooFarAhead'
    : chosen.length > 0 ? whyNot(scene, chosen, { customer, currency, on, amount }) : paid.reduce((sum, part) => sum + part.amount, 0) < amount ? 'moreThanReceiptLeft' : null
  const input = refundInput.parse({ customerId: customer, refundedOn: dayText(on), currency, amount, ...booked, credits: chosen.map(({ item, amount: part }) => ({ itemId: item.id, amount: part })) })
  const id = await scene.write('refunds.record', input, expected ?? model.whyClosed(on), (tx) => recordRefund(tx, input, scene.calendar))
  if (id === null) return null
  const { itemId } = await scene.ledger.read((reader) => refundView(reader, id, null))
  const [debt] = model.post({ id, type: 'refund', customer, currency, on, amount, corrects: null, number: '' }, [{ id: itemId, due: on, amount }], 'refund').items
  for (const part of paid) model.allocations.push({ id: null, debt: debt!, credit: part.item, amount: part.amount, on, releasedOn: null })
  return on
}

/** Credits as a clerk would choose them: mostly of one customer and mostly left. */
function parts({ random, model }: Scene, first: Item): Part[] {
  const others = model.items.filter((item) => item.id !== 0 && (random.chance(0.02) || (item.customer === first.customer && model.isFreeCredit(item) && model.open(item, AFTER_ALL) < 0)))
  const items = random.chance(0.5) ? [first] : [first, random.pick(others) ?? first]
  return items.map((item) => {
    const left = Math.max(1, Math.abs(model.open(item, AFTER_ALL)))
    return { item, amount: random.chance(0.05) ? left + 1 : random.between(1, left) }
  })
}

function whyNot({ model }: Scene, chosen: readonly Part[], wanted: { customer: number; currency: string; on: DayNumber; amount: number }): string | null {
  if (chosen.reduce((sum, part) => sum + part.amount, 0) !== wanted.amount) return 'doesNotAddUp'
  for (const [index, { item, amount }] of chosen.entries()) {
    if (chosen.findIndex((other) => other.item === item) < index) return 'itemTwice'
    if (!model.isFreeCredit(item)) return 'notACredit'
    if (item.customer !== wanted.customer) return 'otherCustomer'
    if (item.currency !== wanted.currency) return 'otherCurrency'
    if (wanted.on < item.on) return 'beforeDocuments'
    if (amount > model.free(item, wanted.on)) return 'moreThanReceiptLeft'
  }
  return null
}

/** Where no credits are chosen, the oldest that are there on the day give what they have for good. */
function oldestFirst({ model }: Scene, customer: number, currency: string, on: DayNumber, amount: number): Part[] {
  const credits = model.items.filter((item) => model.isFreeCredit(item) && item.customer === customer && item.currency === currency && item.on <= on).sort((a, b) => a.on - b.on || a.id - b.id)
  let missing = amount
  return credits.flatMap((item) => {
    const part = Math.min(missing, Math.max(0, model.free(item, on)))
    missing -= part
    return part > 0 ? [{ item, amount: part }] : []
  })
}

export async function reversal(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const document = random.pick(model.documents.filter((one) => one.type === 'refund' && (one.reversedOn === null || random.chance(0.1))))
  if (!document) return null
  const wanted = random.chance(0.5) ? null : document.on + random.between(-1, 90)
  const expected = document.reversedOn !== null ? 'alreadyReversed' : model.whyNotOn(document, wanted, today) ?? model.whyClosed(wanted)
  const input = { id: document.id, reason: '退错', ...(wanted === null ? {} : { reversedOn: asDay(wanted) }) }
  const id = await scene.write('refunds.reverse', input, expected, (tx) => reverseRefund(tx, input, scene.calendar))
  if (id === null) return null
  const on = wanted ?? Math.max(model.lastDay(document), today)
  model.reverse(document, on)
  return on
}
