/** Money in: receipts with their allocations, releases, reversals. */
import { refuseBills } from '../../db/acceptances/ofReceipt.ts'
import { returnAcceptances } from '../../db/acceptances/register.ts'
import { allocate as allocateCredit, moveReceipt, recordReceipt, releaseAllocation, reverseReceipt } from '../../db/receipts/commands.ts'
import { receiptView } from '../../db/receipts/queries.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { DAYS_AHEAD, receiptCredit, type DayNumber } from './model.ts'
import { statusOf } from './modelBills.ts'
import { CUSTOMERS, dayText } from './office.ts'
import * as bills from './playAcceptances.ts'
import { AFTER_ALL, asDay, toLines, type Scene, type Touched } from './scene.ts'
import { expectSame } from './watch.ts'

export async function receipt(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const customer = random.pick(CUSTOMERS)!
  const currency = random.chance(0.85) ? 'CNY' : 'USD'
  const on = random.chance(0.02) ? today + DAYS_AHEAD + 1 : scene.dayBetween(Math.max(-2, today - 60), today + (random.chance(0.1) ? 60 : 3))
  const amount = random.between(1, 2_500_000)
  const fee = random.chance(0.02) ? amount + 1 : random.chance(0.2) ? random.between(0, Math.min(amount, 5000)) : 0
  const credit = receiptCredit({ customer, currency, on, amount })
  const lines = random.chance(0.75) ? scene.lines(credit, amount) : []
  const wantedOn = scene.wantedDay(on)
  const plan = model.plan(credit, lines, wantedOn)
  // The receipt itself is posted before its lines are looked at.
  const booked = scene.bookedAt(currency, amount)
  const expected = on < 0 ? 'beforeStart' : fee > amount ? 'feeOverAmount' : currency === 'CNY' && Object.keys(booked).length > 0 ? 'notForeign' : on > today + DAYS_AHEAD ? 'tooFarAhead' : on < model.firstOpen ? 'periodClosed'
    : 'refused' in plan ? plan.refused : null
  const input = receiptInput.parse({
    customerId: customer, receivedOn: dayText(on), amount, fee, currency, allocations: toLines(lines), ...booked, ...(wantedOn === null ? {} : { allocatedOn: dayText(wantedOn) }),
  })
  const id = await scene.write('receipts.record', input, expected, (tx) => recordReceipt(tx, input, scene.calendar))
  if (id === null || 'refused' in plan) return null
  const view = await scene.ledger.read((reader) => receiptView(reader, id, null))
  const document = model.post({ id, type: 'receipt', customer, currency, on, amount, corrects: null, number: '' }, [{ id: view.itemId, due: on, amount }], 'receipt')
  model.settle(document.items[0]!, plan)
  return on
}

export async function allocate(scene: Scene): Promise<Touched> {
  const { random, model } = scene
  const credits = model.items.filter((item) => item.kind !== 'debt' && item.id !== 0)
  const credit = random.chance(0.05) ? random.pick(model.items.filter((item) => item.id !== 0)) : random.pick(credits.filter((item) => model.open(item, AFTER_ALL) < 0)) ?? random.pick(credits)
  if (!credit) return null
  const lines = scene.lines(credit, Math.max(1, -model.open(credit, AFTER_ALL)))
  if (lines.length === 0) return null
  const wantedOn = scene.wantedDay(credit.on)
  const plan = model.plan(credit, lines, wantedOn)
  const expected = model.isFreeCredit(credit) ? ('refused' in plan ? plan.refused : null) : 'notACredit'
  const input = { creditItemId: credit.id, lines: toLines(lines), allocatedOn: wantedOn === null ? undefined : asDay(wantedOn), field: 'lines' }
  const done = await scene.write('receipts.allocate', input, expected, (tx) => allocateCredit(tx, input, scene.calendar))
  if (done === null || 'refused' in plan) return null
  model.settle(credit, plan)
  return Math.min(...plan.planned.map((one) => one.on))
}

export async function release(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const one = random.pick(model.allocations.filter((each) => random.chance(0.05) || (each.releasedOn === null && each.credit.kind !== 'difference')))
  if (!one) return null
  const wanted = random.chance(0.5) ? null : one.on + random.between(-1, 60)
  const on = wanted ?? Math.max(today, one.on)
  const expected = one.releasedOn !== null ? 'alreadyReleased' : one.credit.kind === 'difference' ? 'heldByReversal' : model.holds(one) ? 'heldByDocument'
    : on < one.on ? 'beforeAllocation' : model.whyClosed(on)
  const input = { id: one.id!, releasedOn: wanted === null ? undefined : asDay(wanted) }
  const done = await scene.write('receipts.release', input, expected, (tx) => releaseAllocation(tx, input, scene.calendar))
  if (done === null) return null
  expectSame('day of the release', done, dayText(on))
  model.release(one, on)
  return on
}

export async function reversal(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const document = random.pick(model.documents.filter((one) => one.type === 'receipt' && (one.reversedOn === null || random.chance(0.1))))
  if (!document) return null
  const wanted: DayNumber | null = random.chance(0.5) ? null : document.on + random.between(-1, 150)
  const expected = bills.whyNotReturned(scene, document, wanted) ?? (document.reversedOn !== null ? 'alreadyReversed' : model.isRefunded(document) ? 'refunded'
    : model.whyNotOn(document, wanted, today) ?? model.whyClosed(wanted))
  const input = { id: document.id, reason: '开错', reversedOn: wanted === null ? undefined : asDay(wanted) }
  const id = await scene.write('receipts.reverse', input, expected, async (tx) => {
    await returnAcceptances(tx, document.id, input.reversedOn, scene.calendar)
    return reverseReceipt(tx, input, scene.calendar)
  })
  if (id === null) return null
  bills.giveBack(scene, document, wanted)
  const on = wanted ?? Math.max(model.lastDay(document), today)
  model.reverse(document, on)
  return on
}

/** A receipt of the wrong customer is moved: reversed there, recorded here, both on one day. */
export async function move(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const document = random.pick(model.documents.filter((one) => one.type === 'receipt' && (one.reversedOn === null || random.chance(0.1))))
  if (!document) return null
  const customer = random.chance(0.05) ? document.customer : random.pick(CUSTOMERS.filter((id) => id !== document.customer))!
  const wanted: DayNumber | null = random.chance(0.5) ? null : document.on + random.between(-1, 100)
  const on = wanted ?? Math.max(model.lastDay(document), today)
  const { currency, amount } = document
  const credit = receiptCredit({ customer, currency, on, amount })
  const lines = random.chance(0.5) ? scene.lines(credit, amount) : []
  const plan = model.plan(credit, lines, null)
  const hasBills = model.bills.some((bill) => bill.receipt === document && statusOf(bill) !== 'returned')
  const expected = hasBills ? 'hasAcceptance' : document.reversedOn !== null ? 'alreadyReversed' : model.isRefunded(document) ? 'refunded' : customer === document.customer ? 'sameCustomer'
    : model.whyNotOn(document, wanted, today) ?? model.whyClosed(wanted) ?? (on > today + DAYS_AHEAD ? 'tooFarAhead' : 'refused' in plan ? plan.refused : null)
  const input = { id: document.id, customerId: customer, reason: '记错客户', allocations: toLines(lines), ...(wanted === null ? {} : { movedOn: asDay(wanted) }) }
  const id = await scene.write('receipts.move', input, expected, async (tx) => {
    await refuseBills(tx, document.id)
    return moveReceipt(tx, input, scene.calendar)
  })
  if (id === null || 'refused' in plan) return null
  const view = await scene.ledger.read((reader) => receiptView(reader, id, null))
  model.reverse(document, on)
  const moved = model.post({ id, type: 'receipt', customer, currency, on, amount, corrects: null, number: '' }, [{ id: view.itemId, due: on, amount }], 'receipt')
  model.settle(moved.items[0]!, plan)
  return on
}
