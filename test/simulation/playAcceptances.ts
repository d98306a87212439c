/** Bills: received with their receipt, and every step of their life. */
import { sql } from 'drizzle-orm'
import * as commands from '../../db/acceptances/commands.ts'
import { receiveAcceptances } from '../../db/acceptances/register.ts'
import { undoAcceptance } from '../../db/acceptances/undo.ts'
import { receiptView } from '../../db/receipts/queries.ts'
import type { Writer } from '../../db/writer.ts'
import { receiveInput } from '../../shared/acceptances/schemas.ts'
import { money } from '../../shared/money.ts'
import { DAYS_AHEAD, receiptCredit, type DayNumber, type Document } from './model.ts'
import { happen, isTaken, lastOn, standing, statusBefore, statusOf, takeBackLast, whyNotStep, type Bill, type BillStep } from './modelBills.ts'
import { BANK_ACCOUNT, CUSTOMERS, dayText } from './office.ts'
import { asDay, toLines, type Scene, type Touched } from './scene.ts'

interface Paper {
  number: string
  range: Bill['range']
  issued: DayNumber
  due: DayNumber
  amount: number
  transferable: boolean
}

function paper({ random, model }: Scene, on: DayNumber): Paper {
  const amount = random.between(1000, 900_000)
  const issued = on - random.between(random.chance(0.03) ? -1 : 0, 60)
  const ranged = random.chance(0.7)
  const start = random.between(1, 5)
  return {
    number: random.chance(0.1) ? random.pick(model.bills)?.number ?? 'B0' : `B${model.bills.length + random.between(0, 1000)}`, amount, issued,
    due: issued + random.between(random.chance(0.03) ? 0 : 40, 170), range: ranged ? [start, start + amount - 1 + (random.chance(0.03) ? 1 : 0)] : null, transferable: random.chance(0.9),
  }
}

function whyNotPaper(scene: Scene, papers: readonly Paper[], on: DayNumber): string | null {
  for (const [index, one] of papers.entries()) {
    if (one.due <= one.issued) return 'dueNotAfterIssue'
    if (on < one.issued) return 'receivedBeforeIssue'
    if (on > one.due) return 'receivedAfterDue'
    if (one.range && one.range[1] - one.range[0] + 1 !== one.amount) return 'rangeDoesNotFit'
    const before = papers.slice(0, index).map((other): Bill => ({ ...other, id: 0, receipt: null as never, parent: null, events: [{ kind: 'received', on, undoneOn: null, revived: null }] }))
    if (isTaken([...before, ...scene.model.bills], one)) return 'billTaken'
  }
  return null
}

export async function receive(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const customer = random.pick(CUSTOMERS)!
  const on = random.chance(0.02) ? today + DAYS_AHEAD + 1 : scene.dayBetween(Math.max(-2, today - 60), today + 3)
  const papers = Array.from({ length: random.between(1, 2) }, () => paper(scene, on))
  const amount = papers.reduce((sum, one) => sum + one.amount, 0)
  const lines = random.chance(0.6) ? scene.lines(receiptCredit({ customer, currency: 'CNY', on, amount }), amount) : []
  const plan = model.plan(receiptCredit({ customer, currency: 'CNY', on, amount }), lines, null)
  const expected = whyNotPaper(scene, papers, on) ?? (on < 0 ? 'beforeStart' : on > today + DAYS_AHEAD ? 'tooFarAhead' : on < model.firstOpen ? 'periodClosed' : 'refused' in plan ? plan.refused : null)
  const input = receiveInput.parse({
    customerId: customer, receivedOn: dayText(on), allocations: toLines(lines),
    bills: papers.map((one) => ({
      billNumber: one.number, rangeFrom: one.range?.[0] ?? null, rangeTo: one.range?.[1] ?? null, drawer: '出票人', acceptor: '承兑行', issuedOn: dayText(one.issued), dueOn: dayText(one.due),
      amount: one.amount, transferable: one.transferable,
    })),
  })
  const id = await scene.write('acceptances.receive', input, expected, (tx) => receiveAcceptances(tx, input, scene.calendar))
  if (id === null || 'refused' in plan) return null
  const view = await scene.ledger.read((reader) => receiptView(reader, id, null))
  const receipt = model.post({ id, type: 'receipt', customer, currency: 'CNY', on, amount, corrects: null, number: '' }, [{ id: view.itemId, due: on, amount }], 'receipt')
  model.settle(receipt.items[0]!, plan)
  const ids = await billIds(scene, sql`receipt_id = ${id}`)
  for (const [index, { number, range, due, amount: face, transferable }] of papers.entries()) add(scene, { number, range, due, amount: face, transferable, receipt, parent: null }, ids[index], on)
  return on
}

const billIds = async ({ ledger }: Scene, where: ReturnType<typeof sql>): Promise<number[]> =>
  (await ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from acceptances where ${where} order by id`))).map(({ id }) => id)

function add({ model }: Scene, facts: Omit<Bill, 'id' | 'events'>, id: number | undefined, on: DayNumber): void {
  const bill: Bill = { ...facts, id: id ?? 0, events: [] }
  happen(bill, 'received', on)
  model.bills.push(bill)
}

export async function step(scene: Scene): Promise<Touched> {
  const { random, model } = scene
  const bill = random.pick(model.bills.filter((one) => random.chance(0.05) || !['returned', 'settled'].includes(statusOf(one))))
  if (!bill) return null
  const steps: readonly BillStep[] = ['split', 'endorse', 'discount', 'present', 'collect', 'dishonour', 'settle', 'notify', 'undo']
  const likely = steps.filter((one) => whyNotStep(bill, one, Math.max(bill.due, lastOn(bill))) === null || whyNotStep(bill, one, lastOn(bill)) === null)
  const kind = (random.chance(0.9) ? random.pick(likely) : undefined) ?? random.pick(steps)!
  return kind === 'undo' ? undo(scene, bill) : kind === 'split' ? split(scene, bill) : plain(scene, bill, kind)
}

/** The day that a clerk gives, or null for the program's own; and the day that counts. */
function dayOf({ random, today }: Scene, bill: Bill): { wanted: DayNumber | null; on: DayNumber } {
  const last = lastOn(bill)
  const wanted = random.chance(0.4) ? null : random.chance(0.5) ? Math.max(last, bill.due + random.between(-5, 12)) : last + random.between(random.chance(0.1) ? -2 : 0, 50)
  return { wanted, on: wanted ?? Math.max(today, last) }
}

const whyNotOn = ({ model, today }: Scene, bill: Bill, on: DayNumber): string | null =>
  on < lastOn(bill) ? 'beforeLastEvent' : on > Math.max(today, lastOn(bill)) + DAYS_AHEAD ? 'tooFarAhead' : model.whyClosed(on)

const asked = (bill: Bill, wanted: DayNumber | null) => ({ id: bill.id, note: '', on: wanted === null ? undefined : asDay(wanted) })

/** A void part belongs to no command's answer, so writes answer that they were done. */
const done = (work: (tx: Writer) => Promise<void>) => async (tx: Writer): Promise<true> => {
  await work(tx)
  return true
}

async function split(scene: Scene, bill: Bill): Promise<Touched> {
  const { random } = scene
  const { wanted, on } = dayOf(scene, bill)
  const first = random.between(1, Math.max(1, bill.amount - 1))
  const amounts = [first, Math.max(1, bill.amount - first) + (random.chance(0.05) ? 1 : 0)]
  const expected = whyNotStep(bill, 'split', on) ?? (amounts[0]! + amounts[1]! !== bill.amount ? 'partsDoNotAddUp' : whyNotOn(scene, bill, on))
  const input = { ...asked(bill, wanted), amounts: amounts.map(money) }
  if ((await scene.write('acceptances.split', input, expected, done((tx) => commands.splitAcceptance(tx, input, scene.calendar)))) === null) return null
  happen(bill, 'split', on)
  const ids = (await billIds(scene, sql`split_from_id = ${bill.id}`)).slice(-amounts.length)
  let from = bill.range![0]
  for (const [index, amount] of amounts.entries()) {
    add(scene, { ...bill, range: [from, from + amount - 1], amount, parent: bill }, ids[index], on)
    from += amount
  }
  return on
}

const KIND = { endorse: 'endorsed', discount: 'discounted', present: 'presented', collect: 'collected', dishonour: 'dishonoured', settle: 'settled', notify: 'notified' } as const

async function plain(scene: Scene, bill: Bill, kind: keyof typeof KIND): Promise<Touched> {
  const { random, model } = scene
  const { wanted, on } = dayOf(scene, bill)
  const bankAccountId = random.chance(0.03) ? 99 : BANK_ACCOUNT
  const fee = money(random.chance(0.04) ? bill.amount + 1 : random.between(0, 100))
  const banked = kind === 'discount' || kind === 'collect'
  const expected = whyNotStep(bill, kind, on) ?? (banked && bankAccountId === 99 ? 'unknownBankAccount' : banked && fee > bill.amount ? 'deductionsOverAmount' : whyNotOn(scene, bill, on))
  const base = asked(bill, wanted)
  const input = { ...base, bankAccountId, fee, interest: money(0), endorsee: '下家', reason: '账户余额不足', notified: '' }
  const { calendar } = scene
  const work = {
    endorse: (tx: Writer) => commands.endorseAcceptance(tx, input, calendar), discount: (tx: Writer) => commands.discountAcceptance(tx, input, calendar),
    present: (tx: Writer) => commands.presentAcceptance(tx, input, calendar), collect: (tx: Writer) => commands.collectAcceptance(tx, input, calendar),
    dishonour: (tx: Writer) => commands.dishonourAcceptance(tx, input, calendar), settle: (tx: Writer) => commands.settleAcceptance(tx, input, calendar),
    notify: (tx: Writer) => commands.notifyPriorHand(tx, input, calendar),
  }[kind]
  if ((await scene.write(`acceptances.${kind}`, input, expected, done(work))) === null) return null
  if (kind !== 'dishonour') {
    happen(bill, KIND[kind], on)
    return on
  }
  const [row] = await scene.ledger.read((reader) => reader.rows<{ id: number }>(sql`select max(id) as id from open_items where kind = 'dishonour' and document_id = ${bill.id} and amount > 0`))
  const { customer } = bill.receipt
  const revived = model.post({ id: bill.id, type: 'acceptance', customer, currency: 'CNY', on, amount: bill.amount, corrects: null, number: '' }, [{ id: row!.id, due: on, amount: bill.amount }], 'debt')
  happen(bill, 'dishonoured', on, revived.items[0]!)
  return on
}

async function undo(scene: Scene, bill: Bill): Promise<Touched> {
  const { model, today } = scene
  const { wanted, on } = dayOf(scene, bill)
  const last = standing(bill).at(-1)
  const parts = last?.kind === 'split' ? model.bills.filter((one) => one.parent === bill && standing(one).length > 0) : []
  const revived = last?.revived ?? null
  const input = asked(bill, wanted)
  const expected = whyNotStep(bill, 'undo', on) ?? whyNotUndo()
  if ((await scene.write('acceptances.undo', input, expected, done((tx) => undoAcceptance(tx, input, scene.calendar)))) === null) return null
  for (const one of [...parts, bill]) takeBackLast(one, on)
  if (revived) model.reverse(revived.document, on)
  return on

  function whyNotUndo(): string | null {
    if (parts.some((part) => statusOf(part) !== 'held')) return 'partsInUse'
    if (['held', 'presented'].includes(statusBefore(bill)) && isTaken(model.bills, bill, [bill, ...parts])) return 'billTaken'
    if (revived && on < model.lastDay(revived.document)) return 'beforeAllocations'
    for (const one of [bill, ...parts]) {
      if (on < lastOn(one)) return 'beforeLastEvent'
      if (on > Math.max(today, lastOn(one)) + DAYS_AHEAD) return 'tooFarAhead'
    }
    return revived && model.isHeld(revived.document) ? 'heldByDocument' : model.whyClosed(on)
  }
}

/** Why a receipt may not be reversed because of the bills that came with it; they go back with it. */
export function whyNotReturned(scene: Scene, receipt: Document, wanted: DayNumber | null): string | null {
  const bills = inHand(scene, receipt)
  if (bills.some((bill) => statusOf(bill) !== 'held')) return 'acceptanceInUse'
  for (const bill of bills) {
    const why = whyNotOn(scene, bill, wanted ?? Math.max(scene.today, lastOn(bill)))
    if (why) return why
  }
  return null
}

export function giveBack(scene: Scene, receipt: Document, wanted: DayNumber | null): void {
  for (const bill of inHand(scene, receipt)) happen(bill, 'returned', wanted ?? Math.max(scene.today, lastOn(bill)))
}

const inHand = ({ model }: Scene, receipt: Document): Bill[] => model.bills.filter((bill) => bill.receipt === receipt && !['returned', 'split'].includes(statusOf(bill)))
