/** Offsets of the four kinds: own advances, credit notes, debts that another customer takes over, debts against what we owe. */
import { sql } from 'drizzle-orm'
import { postOffset, reverseOffset } from '../../db/offsets/commands.ts'
import { offsetInput, type OffsetKind } from '../../shared/offsets/schemas.ts'
import { DAYS_AHEAD, type Allocation, type DayNumber, type Document, type Item, type Model, type Plan } from './model.ts'
import { CUSTOMERS, dayText } from './office.ts'
import { AFTER_ALL, asDay, type Scene, type Touched } from './scene.ts'

interface OffsetLine {
  debt: Item
  credit: Item | null
  amount: number
}

interface Asked {
  kind: OffsetKind
  customer: number
  other: number | null
  currency: string
  document: string
  on: DayNumber
  lines: OffsetLine[]
}

const CREDIT_OF: Partial<Record<OffsetKind, Item['kind']>> = { advance: 'receipt', creditNote: 'credit' }

export async function offset(scene: Scene): Promise<Touched> {
  const asked = ask(scene)
  if (!asked) return null
  const { kind, customer, other, currency, on } = asked
  const plan = CREDIT_OF[kind] ? planOwn(scene.model, asked) : planTaken(scene.model, asked)
  const expected = whyNot(scene, asked) ?? ('refused' in plan ? plan.refused : scene.model.whyClosed(on))
  const input = offsetInput.parse({
    kind, customerId: customer, otherCustomerId: other, offsetOn: dayText(on), currency, document: asked.document,
    lines: asked.lines.map((line) => ({ itemId: line.debt.id, creditItemId: line.credit?.id ?? null, amount: line.amount })),
  })
  const id = await scene.write('offsets.post', input, expected, (tx) => postOffset(tx, input, scene.calendar))
  if (id === null || 'refused' in plan) return null
  const document = scene.model.post({ id, type: 'offset', customer, currency, on, amount: 0, corrects: null, number: '' }, [], 'taken')
  if (CREDIT_OF[kind]) settleOwn(scene.model, document, plan)
  else await settleTaken(scene, document, asked)
  return on
}

/** An offset as a clerk would enter it: mostly right. */
function ask({ random, model, today }: Scene): Asked | null {
  const kind = random.weighted<OffsetKind>({ advance: 3, creditNote: 3, customers: 3, payable: 2 })
  const debts = model.items.filter((item) => item.kind === 'debt' && model.open(item, AFTER_ALL) > 0)
  const credits = model.items.filter((item) => item.kind === CREDIT_OF[kind] && model.open(item, AFTER_ALL) < 0)
  const first = CREDIT_OF[kind] ? random.pick(credits) : random.pick(debts)
  if (!first) return null
  const { customer, currency } = first
  const own = debts.filter((item) => item.customer === customer && item.currency === currency)
  const anything = model.items.filter((item) => item.id !== 0)
  const lines: OffsetLine[] = []
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const debt = random.chance(0.04) ? random.pick(anything) : random.pick(own)
    if (!debt) continue
    const theirs = credits.filter((item) => item.customer === customer && item.currency === currency)
    const credit = CREDIT_OF[kind] === undefined || random.chance(0.02) ? null : random.chance(0.03) ? random.pick(anything)! : random.pick(theirs)!
    const most = Math.max(1, Math.min(Math.abs(model.open(debt, AFTER_ALL)), credit ? Math.abs(model.open(credit, AFTER_ALL)) : Infinity))
    lines.push({ debt, credit, amount: random.chance(0.05) ? most + 1 : random.between(1, most) })
  }
  const latest = Math.max(...lines.map((line) => Math.max(line.debt.on, line.credit?.on ?? 0)))
  const on = random.chance(0.02) ? today + DAYS_AHEAD + 1 : Math.max(latest, random.chance(0.85) ? model.firstOpen : 0) + random.between(-1, 20)
  return lines.length === 0 ? null : {
    kind, customer, currency, lines, on, document: random.chance(0.03) ? '' : '同意函', other: kind !== 'customers' || random.chance(0.02) ? null : random.pick(CUSTOMERS)!,
  }
}

function whyNot({ today }: Scene, { kind, customer, other, currency, document, on, lines }: Asked): string | null {
  const creditKind = CREDIT_OF[kind]
  if (kind === 'customers' && other === null) return 'unknownOtherCustomer'
  if (kind === 'customers' && other === customer) return 'sameCustomer'
  if (creditKind === undefined && document === '') return 'documentMissing'
  if (on < 0) return 'beforeStart'
  if (on > today + DAYS_AHEAD) return 'tooFarAhead'
  if (creditKind && lines.some((line) => line.credit === null)) return 'creditMissing'
  for (const [index, { debt, credit }] of lines.entries()) {
    if (lines.findIndex((line) => line.debt === debt && (!creditKind || line.credit === credit)) < index) return 'itemTwice'
    if (credit && credit.kind !== creditKind) return 'notACredit'
    if (debt.customer !== customer || (credit && credit.customer !== customer)) return 'otherCustomer'
    if (debt.currency !== currency || (credit && credit.currency !== currency)) return 'otherCurrency'
    if (debt.kind !== 'debt') return 'notADebt'
  }
  return null
}

/** Credit by credit, in the order in which they are named first; what one takes is gone for the next. */
function planOwn(model: Model, { lines, on }: Asked): { refused: string } | Plan {
  const trial = model.copy()
  const all: Plan = { planned: [], differences: [] }
  for (const credit of new Set(lines.map((line) => line.credit!))) {
    if (!credit) continue
    const plan = trial.plan(credit, lines.filter((line) => line.credit === credit).map((line) => ({ item: line.debt, amount: line.amount, difference: 0 })), on)
    if ('refused' in plan) return plan
    trial.settle(credit, plan)
    all.planned.push(...plan.planned.map((one) => ({ ...one, credit })))
  }
  return all
}

function planTaken(model: Model, { lines, on }: Asked): { refused: string } | Plan {
  for (const { debt, amount } of lines) {
    if (on < debt.on) return { refused: 'beforeDocuments' }
    if (amount > model.free(debt, on)) return { refused: 'moreThanItemOpen' }
  }
  return { planned: [], differences: [] }
}

/** Which allocations an offset of own credits made. */
const linesOf = new WeakMap<Document, Allocation[]>()

function settleOwn(model: Model, document: Document, { planned }: Plan): void {
  const made = planned.map((one): Allocation => ({ ...one, id: null }))
  model.allocations.push(...made)
  linesOf.set(document, made)
}

async function settleTaken({ ledger, model }: Scene, document: Document, { lines, on, other, customer }: Asked): Promise<void> {
  const rows = await ledger.read((reader) => reader.rows<{ id: number; amount: number }>(sql`select id, amount from open_items where kind = 'offset' and document_id = ${document.id} order by id`))
  const [credits, debts] = [rows.filter((row) => row.amount < 0), rows.filter((row) => row.amount > 0)]
  for (const [index, { debt, amount }] of lines.entries()) {
    const credit = model.addItem(document, { id: credits[index]?.id ?? 0, kind: 'taken', on, due: on, amount, customer })
    model.allocations.push({ id: null, debt, credit, amount, on, releasedOn: null })
  }
  if (other === null) return
  for (const [index, { debt, amount }] of lines.entries()) model.addItem(document, { id: debts[index]?.id ?? 0, kind: 'debt', on, due: debt.due, amount, customer: other })
}

export async function reversal(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const document = random.pick(model.documents.filter((one) => one.type === 'offset' && (one.reversedOn === null || random.chance(0.1))))
  if (!document) return null
  const wanted = random.chance(0.5) ? null : document.on + random.between(-1, 90)
  const takenOn = model.allocations.some((one) => one.releasedOn === null && one.credit.kind === 'taken' && document.items.includes(one.debt))
  const expected = document.reversedOn !== null ? 'alreadyReversed' : model.whyNotOn(document, wanted, today) ?? (takenOn ? 'heldByDocument' : model.whyClosed(wanted))
  const input = { id: document.id, reason: '冲错', ...(wanted === null ? {} : { reversedOn: asDay(wanted) }) }
  const id = await scene.write('offsets.reverse', input, expected, (tx) => reverseOffset(tx, input, scene.calendar))
  if (id === null) return null
  const on = wanted ?? Math.max(model.lastDay(document), today)
  for (const one of linesOf.get(document) ?? []) if (one.releasedOn === null) model.release(one, on)
  model.reverse(document, on)
  return on
}
