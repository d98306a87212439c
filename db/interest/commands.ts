/** 利息单: interest becomes a receivable, only when the clerk says so. */
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import { chargedRuns } from '../../shared/interest/rules.ts'
import type { InterestNoteContent, NoteInput } from '../../shared/interest/schemas.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { postInvoice, type Calendar } from '../invoices/commands.ts'
import { hashOf } from '../seal.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import { interestSheet } from './queries.ts'

export const SERIES = 'LX'

/**
 * Posts the interest of items up to and including a day: the note with its whole calculation, the receivable that it is
 * owed by (其他应收, whose remark names the note), and the days that are charged now. Refuses by the reasons of the
 * contract, in its order. Returns the note's id.
 */
export async function postInterestNote(tx: Writer, input: Omit<NoteInput, 'requestId'>, calendar: Calendar): Promise<number> {
  const { customerId, to, itemIds, language, note } = input
  const twice = itemIds.findIndex((itemId, index) => itemIds.indexOf(itemId) < index)
  if (twice >= 0) throw new Refusal('itemTwice', { field: `itemIds.${twice}`, params: { itemId: itemIds[twice] ?? 0 } })
  const [company, options] = [await loadCompany(tx), await loadOptions(tx)]
  const documentOn = input.documentOn ?? calendar.today
  const dueOn = input.dueOn ?? addDays(documentOn, options.payWithinDays)
  checkDays({ to, documentOn, dueOn }, calendar.today)
  const currency = input.currency ?? company.currency
  const sheet = await interestSheet(tx, { customerId, to, currency, itemIds, language }, options)
  // What rounds to nothing is not charged: its days stay free and add up until they make a fen.
  const found = new Set(sheet.items.filter((item) => item.interest > 0).map((item) => item.itemId))
  const without = itemIds.findIndex((itemId) => !found.has(itemId))
  if (without >= 0) throw new Refusal('bearsNoInterest', { field: `itemIds.${without}`, params: { day: to } })

  const number = await tx.nextNumber(SERIES, monthOf(documentOn))
  const invoiceId = await postInvoice(tx, {
    kind: 'other', customerId, documentOn, dueOn, currency, amount: sheet.total, installments: [], invoiceNumber: '', sourceNumber: number, contractNumber: '', orderNumber: '',
    note: `逾期利息 ${number}，计至 ${to}`, correctsId: null, post: true,
  }, calendar)
  const { name, bankName, bankAccount, address, contact, phone } = company
  const content: InterestNoteContent = {
    ...sheet, number, documentOn, dueOn, language, note, sender: tx.by.name, company: { name, bankName, bankAccount, address, contact, phone },
  }
  const id = await tx.nextId(tx.t.interestNotes)
  await tx.post(tx.t.interestNotes, [{
    id, number, customerId, currency, to, amount: sheet.total, content, hash: hashOf(JSON.stringify(content)), invoiceId, postedOn: documentOn, postedAt: tx.now, postedBy: tx.by.name,
  }])
  const firstId = await tx.nextId(tx.t.interestNoteItems)
  const runs = sheet.items.flatMap(({ itemId, stretches }) => chargedRuns(stretches).map((run) => ({ noteId: id, itemId, ...run })))
  await tx.post(tx.t.interestNoteItems, runs.map((run, index) => ({ id: firstId + index, ...run })))
  tx.mention(`interestNote:${id}:${number}`)
  return id
}

/** Interest is earned day by day, so a note neither reaches into the future nor is older than the days that it charges. */
function checkDays({ to, documentOn, dueOn }: { to: Day; documentOn: Day; dueOn: Day }, today: Day): void {
  if (to > today) throw new Refusal('notInFuture', { field: 'to', params: { day: today } })
  if (documentOn < to) throw new Refusal('beforeInterestDays', { field: 'documentOn', params: { day: to } })
  if (documentOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'documentOn' })
  if (dueOn < documentOn) throw new Refusal('dueBeforeDocument', { field: 'dueOn' })
}
