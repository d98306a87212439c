/** Receivables: invoices, opening balances, credit notes, drafts, and their reversal. */
import { discardDraft, postDraft, postInvoice, reverseInvoice, saveDraft } from '../../db/invoices/commands.ts'
import { invoiceView } from '../../db/invoices/queries.ts'
import { SYSTEM } from '../../db/writer.ts'
import { invoiceInput, type InvoiceKind } from '../../shared/invoices/schemas.ts'
import { DAYS_AHEAD, type DayNumber } from './model.ts'
import { CUSTOMERS, dayText } from './office.ts'
import { asDay, type Scene, type Touched } from './scene.ts'

export const invoice = (scene: Scene): Promise<Touched> => post(scene, scene.random.weighted({ invoice: 8, other: 2, opening: 1 }), 'at once')
export const creditNote = (scene: Scene): Promise<Touched> => post(scene, 'creditNote', 'at once')
export const draft = (scene: Scene): Promise<Touched> => post(scene, scene.random.weighted({ invoice: 8, other: 2, opening: 1 }), 'through a draft')

async function post(scene: Scene, kind: InvoiceKind, way: 'at once' | 'through a draft'): Promise<Touched> {
  const { random, model, today } = scene
  const corrects = kind === 'creditNote' && random.chance(0.7) ? random.pick(model.documents.filter((one) => one.type === 'invoice')) ?? null : null
  const customer = corrects && random.chance(0.95) ? corrects.customer : random.pick(CUSTOMERS)!
  const currency = corrects && random.chance(0.95) ? corrects.currency : random.chance(0.85) ? 'CNY' : 'USD'
  const on = random.chance(0.02) ? today + DAYS_AHEAD + 1 : kind === 'opening' && random.chance(0.8) ? random.between(-90, -1) : scene.dayBetween(Math.max(-2, today - 90), today + (random.chance(0.1) ? 60 : 5))
  const amount = corrects && random.chance(0.6) ? random.between(1, corrects.amount + 50) : random.between(1, 2_000_000)
  const parts = installments(scene, on, amount)
  const number = random.chance(0.25) ? `2600${random.between(1000, 1040)}` : ''
  const input = invoiceInput.parse({
    kind, customerId: customer, documentOn: dayText(on), currency, amount, invoiceNumber: number, installments: parts.map(({ due, amount: part }) => ({ dueOn: dayText(due), amount: part })),
    correctsId: corrects?.id ?? null, post: way === 'at once',
  })
  const expected = on > today + DAYS_AHEAD ? 'tooFarAhead'
    : kind !== 'opening' && on < 0 ? 'beforeStart'
    : kind === 'opening' && on >= 0 ? 'openingAfterStart'
    : parts.some((part) => part.due < on) ? 'dueBeforeDocument'
    : parts.reduce((sum, part) => sum + part.amount, 0) !== amount ? 'installmentsDoNotAddUp'
    : number !== '' && model.documents.some((one) => one.number === number && one.reversedOn === null) ? 'duplicateInvoiceNumber'
    : corrects && (corrects.reversedOn !== null || corrects.items[0]!.kind !== 'debt' || corrects.customer !== customer || corrects.currency !== currency) ? 'correctsNothing'
    : corrects && amount > model.correctable(corrects) ? 'correctsMoreThanInvoice'
    : on < model.firstOpen ? 'periodClosed' : null
  const id = way === 'through a draft' ? await throughDraft(scene, input, on, expected) : await scene.write('invoices.save', input, expected, (tx) => postInvoice(tx, input, scene.calendar))
  if (id === null) return null
  const view = await scene.ledger.read((reader) => invoiceView(reader, id, null))
  const posted = { id, type: 'invoice' as const, customer, currency, on, amount, corrects, number }
  const document = model.post(posted, parts.map((part, index) => ({ ...part, id: view.installments[index]?.itemId ?? 0 })), kind === 'creditNote' ? 'credit' : 'debt')
  if (corrects) model.correct(document)
  return on
}

/** A draft is in no figure; only posting it counts. One that cannot be posted stays, or is discarded. */
async function throughDraft(scene: Scene, input: ReturnType<typeof invoiceInput.parse>, on: DayNumber, expected: string | null): Promise<number | null> {
  const call = { by: SYSTEM, procedure: 'invoices.save' }
  const id = await scene.ledger.write(call, (tx) => saveDraft(tx, input, scene.calendar))
  await scene.watch.afterStep(null, scene.today)
  const posted = await scene.write('invoices.post', { id }, expected, (tx) => postDraft(tx, id, scene.calendar))
  if (posted === null && scene.random.chance(0.8)) await scene.ledger.write(call, (tx) => discardDraft(tx, id))
  else if (posted === null) scene.model.drafts.push(on)
  return posted
}

function installments({ random }: Scene, on: DayNumber, amount: number): { due: DayNumber; amount: number }[] {
  const count = Math.min(amount, random.weighted({ '1': 6, '2': 2, '3': 1 }) === '1' ? 1 : random.between(2, 3))
  const part = Math.floor(amount / count)
  const wrong = random.chance(0.02) ? 1 : 0
  return Array.from({ length: count }, (_, index) => ({
    due: on + (random.chance(0.02) ? -1 : random.between(0, 120)), amount: index === count - 1 ? amount - part * (count - 1) + wrong : part,
  }))
}

export async function reversal(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const document = random.pick(model.documents.filter((one) => one.type === 'invoice' && (one.reversedOn === null || random.chance(0.1))))
  if (!document) return null
  const wanted = random.chance(0.5) ? null : document.on + random.between(-1, 150)
  const expected = document.reversedOn !== null ? 'alreadyReversed' : model.whyNotOn(document, wanted, today) ?? (model.isHeld(document) ? 'heldByDocument' : model.whyClosed(wanted))
  const input = { id: document.id, reason: '开错', ...(wanted === null ? {} : { reversedOn: asDay(wanted) }) }
  const id = await scene.write('invoices.reverse', input, expected, (tx) => reverseInvoice(tx, input, scene.calendar))
  if (id === null) return null
  const on = wanted ?? Math.max(model.lastDay(document), today)
  model.reverse(document, on)
  return on
}
