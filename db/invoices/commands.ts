import { eq, sql } from 'drizzle-orm'
import { addDays, later, monthOf, type Day } from '../../shared/day.ts'
import { checkDocument, DAYS_AHEAD, lastMovement } from '../../shared/invoices/rules.ts'
import type { Installment, InvoiceInput, InvoiceKind } from '../../shared/invoices/schemas.ts'
import { money, negate, smaller, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { dueOnOf, type IsWorkday } from '../../shared/terms/rules.ts'
import { givenCustomer } from '../customers/queries.ts'
import { INVOICE_ITEM_KINDS } from '../documents.ts'
import type { Reader } from '../reader.ts'
import { loadCompany } from '../settings/queries.ts'
import type { Tables } from '../tables.ts'
import { refuseStale } from '../versions.ts'
import type { Writer } from '../writer.ts'
import { cancelItems, freeOf, itemsOf, loadHistories, postItems, postSettlements, standingAllocations, takeBack, type Settlement } from './items.ts'

type Invoice = Tables['invoices']['$inferSelect']

/** A document as it was typed; the version that was read is compared before a command begins. */
type DraftInput = Omit<InvoiceInput, 'version'>

/** What a command needs to know of the world outside the ledger. */
export interface Calendar {
  today: Day
  isWorkday: IsWorkday
}

export const SERIES: Record<InvoiceKind, string> = { invoice: 'YS', creditNote: 'HZ', other: 'QT', opening: 'QC' }

/** The document as it will stand: amounts signed, due days worked out from its own terms or the customer's where none are given. */
async function draftRow(tx: Writer, input: DraftInput, calendar: Calendar): Promise<Omit<Invoice, 'id' | 'seal'>> {
  const customer = await givenCustomer(tx, input.customerId)
  const company = await loadCompany(tx)
  const dueOn = input.dueOn ?? dueOnOf(input.documentOn, input.terms ?? customer.terms, customer, calendar.isWorkday)
  const installments: Installment[] = input.installments.length > 0 ? input.installments : [{ dueOn, amount: input.amount }]
  return {
    number: '', kind: input.kind, status: 'draft', customerId: input.customerId, documentOn: input.documentOn,
    dueOn: installments.reduce((first, part) => (part.dueOn < first ? part.dueOn : first), installments[0]?.dueOn ?? dueOn),
    currency: input.currency ?? company.currency, amount: signed(input.kind, input.amount),
    invoiceNumber: input.invoiceNumber, sourceNumber: input.sourceNumber, contractNumber: input.contractNumber, orderNumber: input.orderNumber, note: input.note,
    installments, correctsId: input.kind === 'creditNote' ? input.correctsId : null, reversesId: null, reason: '', postedAt: '', postedBy: '',
  }
}

const signed = (kind: InvoiceKind, amount: Money): Money => (kind === 'creditNote' ? negate(amount) : amount)

async function loadInvoice(tx: Writer, id: number): Promise<Invoice> {
  const [row] = await tx.db.select().from(tx.t.invoices).where(eq(tx.t.invoices.id, id))
  if (!row) throw new Refusal('notFound')
  return row
}

async function loadDraft(tx: Writer, id: number): Promise<Invoice> {
  const row = await loadInvoice(tx, id)
  if (row.status !== 'draft') throw new Refusal('notADraft')
  return row
}

/** Refuses changedElsewhere for a draft that somebody changed since it was read; what is no draft is for the command to refuse. */
export const refuseStaleDraft = (tx: Writer, id: number, version: number): Promise<void> =>
  refuseStale(tx, { what: 'invoice', id, there: sql`invoices where id = ${id} and status = 'draft'` }, version)

/** Saves a draft, or changes one; it has no number and is in no figure. Returns its id. */
export async function saveDraft(tx: Writer, input: DraftInput, calendar: Calendar): Promise<number> {
  const before = input.id ? await loadDraft(tx, input.id) : null
  const id = before?.id ?? (await tx.nextId(tx.t.invoices))
  const after = { id, ...(await draftRow(tx, input, calendar)), seal: '' }
  if (before) await tx.db.update(tx.t.invoices).set(after).where(eq(tx.t.invoices.id, id))
  else await tx.insert(tx.t.invoices, [after])
  tx.record({ what: 'invoice', id, before, after })
  return id
}

export async function discardDraft(tx: Writer, id: number): Promise<void> {
  const before = await loadDraft(tx, id)
  await tx.db.delete(tx.t.invoices).where(eq(tx.t.invoices.id, id))
  tx.record({ what: 'invoice', id, before, after: null })
}

/** Posts a document that was entered in one step, without a draft before. */
export async function postInvoice(tx: Writer, input: DraftInput, calendar: Calendar): Promise<number> {
  if (input.id) {
    await saveDraft(tx, input, calendar)
    return postDraft(tx, input.id, calendar)
  }
  return post(tx, await tx.nextId(tx.t.invoices), await draftRow(tx, input, calendar), calendar)
}

/** A draft becomes a posted document with a number; the row is written anew, because what is posted is sealed. */
export async function postDraft(tx: Writer, id: number, calendar: Calendar): Promise<number> {
  const { seal: _seal, id: _id, ...draft } = await loadDraft(tx, id)
  await tx.db.delete(tx.t.invoices).where(eq(tx.t.invoices.id, id))
  return post(tx, id, draft, calendar)
}

async function post(tx: Writer, id: number, draft: Omit<Invoice, 'id' | 'seal'>, calendar: Calendar): Promise<number> {
  const { startOn } = await loadCompany(tx)
  const document = { ...draft, amount: money(Math.abs(draft.amount)) }
  const why = checkDocument(document, { startOn, today: calendar.today })
  if (why) throw new Refusal(why, { field: FIELD_OF[why] ?? 'documentOn' })
  await refuseKnownInvoiceNumber(tx, draft.invoiceNumber)
  const corrected = draft.correctsId === null ? null : await loadCorrected(tx, draft)
  const number = await tx.nextNumber(SERIES[draft.kind], monthOf(draft.documentOn))
  await tx.post(tx.t.invoices, [{ id, ...draft, number, status: 'posted', postedAt: tx.now, postedBy: tx.by.name }])
  const items = await postItems(tx, draft.installments.map((part, index) => ({
    kind: draft.kind, documentId: id, customerId: draft.customerId, currency: draft.currency, documentOn: draft.documentOn,
    dueOn: part.dueOn, installment: index + 1, amount: signed(draft.kind, part.amount),
  })))
  if (corrected) await offset(tx, corrected, items)
  tx.mention(`invoice:${id}:${number}`)
  return id
}

const FIELD_OF: Record<string, string> = { dueBeforeDocument: 'installments', installmentsDoNotAddUp: 'installments' }

/** One tax invoice is owed once; one that was reversed may be entered again. */
async function refuseKnownInvoiceNumber(tx: Writer, invoiceNumber: string): Promise<void> {
  if (invoiceNumber === '') return
  const [row] = await tx.rows<{ number: string }>(sql`select i.number from invoices i where i.invoice_number = ${invoiceNumber} and i.invoice_number <> '' and i.status = 'posted'
    and i.reverses_id is null and not exists (select 1 from invoices r where r.reverses_id = i.id) limit 1`)
  if (row) throw new Refusal('duplicateInvoiceNumber', { field: 'invoiceNumber', params: { invoiceNumber, number: row.number } })
}

async function loadCorrected(tx: Writer, draft: Omit<Invoice, 'id' | 'seal'>): Promise<Invoice> {
  const corrected = await loadInvoice(tx, draft.correctsId ?? 0).catch(() => null)
  const [reversal] = await tx.db.select({ id: tx.t.invoices.id }).from(tx.t.invoices).where(eq(tx.t.invoices.reversesId, draft.correctsId ?? 0))
  if (!corrected || corrected.status !== 'posted' || corrected.amount <= 0 || reversal || corrected.customerId !== draft.customerId || corrected.currency !== draft.currency) {
    throw new Refusal('correctsNothing', { field: 'correctsId' })
  }
  const [sum] = await tx.rows<{ total: number }>(sql`select cast(coalesce(sum(c.amount), 0) as bigint) as total from invoices c where c.corrects_id = ${corrected.id}
    and c.status = 'posted' and not exists (select 1 from invoices r where r.reverses_id = c.id)`)
  if (corrected.amount + (sum?.total ?? 0) + draft.amount < 0) throw new Refusal('correctsMoreThanInvoice', { field: 'amount' })
  return corrected
}

/** A credit note settles the invoice that it corrects as far as that is open; the rest stays as the customer's credit. */
export async function offset(tx: Writer, corrected: Pick<Invoice, 'id' | 'customerId'>, creditIds: readonly number[]): Promise<void> {
  const debits = await itemsOf(tx, corrected.id, INVOICE_ITEM_KINDS)
  const histories = await loadHistories(tx, [...debits.map((item) => item.id), ...creditIds])
  const settlements: Settlement[] = []
  for (const creditId of creditIds) {
    const credit = histories.get(creditId)
    for (const item of [...debits].sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))) {
      const debit = histories.get(item.id)
      if (!credit || !debit) continue
      // From the later of both documents; what an allocation taken back frees only later is settled on that day.
      const from = later(credit.item.documentOn, debit.item.documentOn)
      for (const on of new Set([from, ...debit.movements.map((move) => move.on).filter((day) => day > from).toSorted()])) {
        const amount = smaller(freeOf(debit, on), freeOf(credit, on))
        if (amount <= 0) continue
        settlements.push({ itemId: item.id, creditItemId: creditId, amount, on, reason: 'creditNote' })
        debit.movements.push({ on, amount })
        credit.movements.push({ on, amount })
      }
    }
  }
  await postSettlements(tx, settlements, () => corrected.customerId)
}

/**
 * Reverses a posted document: its allocations are taken back, then a document of the opposite amount closes it, all on one
 * day that is not before anything that happened to it. Returns the id of the reversal.
 */
export async function reverseInvoice(tx: Writer, input: { id: number; reversedOn?: Day | undefined; reason: string }, calendar: Calendar): Promise<number> {
  const invoice = await loadInvoice(tx, input.id)
  if (invoice.status !== 'posted') throw new Refusal('notPosted')
  if (invoice.reversesId !== null) throw new Refusal('reversalOfReversal')
  const [reversal] = await tx.db.select({ id: tx.t.invoices.id }).from(tx.t.invoices).where(eq(tx.t.invoices.reversesId, invoice.id))
  if (reversal) throw new Refusal('alreadyReversed')
  const items = await itemsOf(tx, invoice.id, INVOICE_ITEM_KINDS)
  const on = await reversalDay(tx, items.map((item) => item.id), invoice.documentOn, input.reversedOn, calendar.today)
  await takeBack(tx, await standingAllocations(tx, items.map((item) => item.id)), on, invoice.customerId)
  const id = await tx.nextId(tx.t.invoices)
  const number = await tx.nextNumber(SERIES[invoice.kind], monthOf(on))
  const { id: _id, seal: _seal, ...copy } = invoice
  await tx.post(tx.t.invoices, [{
    ...copy, id, number, documentOn: on, dueOn: on, amount: negate(invoice.amount), correctsId: null, reversesId: invoice.id,
    installments: items.map((item) => ({ dueOn: on, amount: money(Math.abs(item.amount)) })), reason: input.reason, postedAt: tx.now, postedBy: tx.by.name,
  }])
  await cancelItems(tx, items, id, on)
  tx.mention(`invoice:${invoice.id}:${invoice.number}`)
  tx.mention(`invoice:${id}:${number}`)
  return id
}

/** The day of a reversal: the one asked for, or today, but never before anything that happened to the items. */
export async function reversalDay(reader: Reader, itemIds: readonly number[], documentOn: Day, wanted: Day | undefined, today: Day, field = 'reversedOn'): Promise<Day> {
  const histories = await loadHistories(reader, itemIds)
  const last = [...histories.values()].reduce((day, history) => lastMovement(day, history.movements), documentOn)
  if (wanted === undefined) return later(last, today)
  if (wanted < documentOn) throw new Refusal('beforeDocument', { field, params: { day: documentOn } })
  if (wanted < last) throw new Refusal('beforeAllocations', { field, params: { day: last } })
  if (wanted > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field })
  return wanted
}
