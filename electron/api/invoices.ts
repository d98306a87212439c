import { withDisputes } from '../../db/collection/standing.ts'
import { discardDraft, postDraft, postInvoice, reverseInvoice, saveDraft } from '../../db/invoices/commands.ts'
import { invoiceGrid, invoiceView, itemGrid } from '../../db/invoices/queries.ts'
import { calendarOf, os, todayOf } from './context.ts'

export const invoices = {
  list: os.invoices.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => invoiceGrid(reader, input, scope))),
  items: os.invoices.items.handler(async ({ input: { customerId, includeCredits, ...request }, context: { ledger, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.read(async (reader) => withDisputes(reader, await itemGrid(reader, request, { customerId, includeCredits, today }, scope), today))
  }),
  get: os.invoices.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => invoiceView(reader, input.id, scope))),
  save: os.invoices.save.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    const id = await ledger.write({ by: user, procedure: 'invoices.save', requestId, input }, (tx) => (input.post ? postInvoice(tx, input, calendar) : saveDraft(tx, input, calendar)))
    return ledger.read((reader) => invoiceView(reader, id, scope))
  }),
  post: os.invoices.post.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    const id = await ledger.write({ by: user, procedure: 'invoices.post', requestId, input }, (tx) => postDraft(tx, input.id, calendar))
    return ledger.read((reader) => invoiceView(reader, id, scope))
  }),
  discard: os.invoices.discard.handler(async ({ input, context: { ledger, user } }) => {
    await ledger.write({ by: user, procedure: 'invoices.discard' }, (tx) => discardDraft(tx, input.id))
    return { done: true }
  }),
  reverse: os.invoices.reverse.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    const id = await ledger.write({ by: user, procedure: 'invoices.reverse', requestId, input }, (tx) => reverseInvoice(tx, input, calendar))
    return ledger.read((reader) => invoiceView(reader, id, scope))
  }),
}
