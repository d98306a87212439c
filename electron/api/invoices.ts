import { withDisputes } from '../../db/collection/standing.ts'
import { discardDraft, postDraft, postInvoice, refuseStaleDraft, reverseInvoice, saveDraft } from '../../db/invoices/commands.ts'
import { invoiceGrid, invoiceView, itemGrid } from '../../db/invoices/queries.ts'
import { calendarOf, os, todayOf } from './context.ts'

export const invoices = {
  list: os.invoices.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => invoiceGrid(reader, input, scope))),
  items: os.invoices.items.handler(async ({ input: { customerId, includeCredits, ...request }, context: { ledger, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.read(async (reader) => withDisputes(reader, await itemGrid(reader, request, { customerId, includeCredits, today }, scope), today))
  }),
  get: os.invoices.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => invoiceView(reader, input.id, scope))),
  save: os.invoices.save.handler(async ({ input: { requestId, version, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    return ledger.write({ by: user, procedure: 'invoices.save', requestId, input }, async (tx) => {
      if (input.id) await refuseStaleDraft(tx, input.id, version)
      return input.post ? postInvoice(tx, input, calendar) : saveDraft(tx, input, calendar)
    }, (reader, id) => invoiceView(reader, id, scope))
  }),
  post: os.invoices.post.handler(async ({ input: { requestId, version, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    return ledger.write({ by: user, procedure: 'invoices.post', requestId, input }, async (tx) => {
      await refuseStaleDraft(tx, input.id, version)
      return postDraft(tx, input.id, calendar)
    }, (reader, id) => invoiceView(reader, id, scope))
  }),
  discard: os.invoices.discard.handler(async ({ input, context: { ledger, user } }) => {
    await ledger.write({ by: user, procedure: 'invoices.discard' }, async (tx) => {
      await refuseStaleDraft(tx, input.id, input.version)
      await discardDraft(tx, input.id)
    })
    return { done: true }
  }),
  reverse: os.invoices.reverse.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    return ledger.write({ by: user, procedure: 'invoices.reverse', requestId, input }, (tx) => reverseInvoice(tx, input, calendar), (reader, id) => invoiceView(reader, id, scope))
  }),
}
