import { postInterestNote } from '../../db/interest/commands.ts'
import { noteGrid, noteView } from '../../db/interest/notes.ts'
import { interestCustomers, interestSheet } from '../../db/interest/queries.ts'
import { givenCustomer } from '../../db/customers/queries.ts'
import { listLpr, setLpr, setTerms, termsGrid, presentLpr, presentTerms } from '../../db/interest/rates.ts'
import { refuseOlder } from '../../db/versions.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { interestNotesHtml } from '../../shared/interest/noteHtml.ts'
import type { NoteView } from '../../shared/interest/schemas.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { calendarOf, os, todayOf, type Access } from './context.ts'

/** The last day of a sheet: the one asked for, or today; a sheet may look ahead, a note may not. */
async function lastDay({ ledger }: Access, to: Day | undefined): Promise<Day> {
  const today = await todayOf(ledger)
  if (to !== undefined && to > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'to' })
  return to ?? today
}

const paper = ({ content, status }: NoteView) => ({ content, isVoid: status === 'void' })
const noteOf = ({ ledger, scope }: Access, id: number): Promise<NoteView> => ledger.read((reader) => noteView(reader, id, scope))

export const interest = {
  sheet: os.interest.sheet.handler(async ({ input: { to, currency, customerId }, context }) => {
    const day = await lastDay(context, to)
    return context.ledger.read(async (reader) =>
      interestSheet(reader, { customerId, to: day, currency: currency ?? (await loadCompany(reader)).currency, scope: context.scope }, await loadOptions(reader)))
  }),
  customers: os.interest.customers.handler(async ({ input: { to, currency }, context }) => {
    const day = await lastDay(context, to)
    return context.ledger.read(async (reader) =>
      interestCustomers(reader, { to: day, currency: currency ?? (await loadCompany(reader)).currency, scope: context.scope }, await loadOptions(reader)))
  }),
  lpr: os.interest.lpr.handler(({ context: { ledger } }) => ledger.read(listLpr)),
  setLpr: os.interest.setLpr.handler(async ({ input: { requestId, version, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'interest.setLpr', requestId, input }, async (tx) => {
      refuseOlder(version, await presentLpr(tx, input.on))
      await setLpr(tx, input, { today })
    }, (reader) => listLpr(reader))
  }),
  terms: os.interest.terms.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read((reader) => termsGrid(reader, request, { customerId }, scope))),
  setTerms: os.interest.setTerms.handler(async ({ input: { requestId, version, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'interest.setTerms', requestId, input }, async (tx) => {
      // Who changed what of somebody else's customer is not for a salesperson to learn.
      await givenCustomer(tx, input.customerId, scope)
      refuseOlder(version, await presentTerms(tx, input))
      return setTerms(tx, input, { today }, scope)
    }, async (reader, id) => {
      const [row] = (await termsGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, { id }, scope)).rows
      if (!row) throw new Refusal('notFound')
      return row
    })
  }),
  notes: os.interest.notes.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read((reader) => noteGrid(reader, request, { customerId }, scope))),
  postNote: os.interest.postNote.handler(async ({ input: { requestId, ...input }, context }) => {
    const calendar = await calendarOf(context.ledger)
    return context.ledger.write({ by: context.user, procedure: 'interest.postNote', requestId, input }, (tx) => postInterestNote(tx, input, calendar), (reader, id) => noteView(reader, id, context.scope))
  }),
  note: os.interest.note.handler(({ input, context }) => noteOf(context, input.id)),
  noteHtml: os.interest.noteHtml.handler(async ({ input, context }) => ({ html: interestNotesHtml([paper(await noteOf(context, input.id))]) })),
  notePdf: os.interest.notePdf.handler(async ({ input, context }) => {
    const note = await noteOf(context, input.id)
    const bytes = await context.office.options.effects.printPdf(interestNotesHtml([paper(note)]), { footer: note.number })
    return new File([new Uint8Array(bytes)], `${note.number}.pdf`, { type: 'application/pdf' })
  }),
  printNotes: os.interest.printNotes.handler(async ({ input, context }) => {
    const notes: NoteView[] = []
    for (const id of input.ids) notes.push(await noteOf(context, id))
    const html = interestNotesHtml(notes.map(paper))
    const native = context.office.options.printing === 'native'
    if (native) await context.office.options.effects.print(html)
    return { html, native }
  }),
}
