import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zFlag, zId, zRequestId, zReadVersion } from '../procedure.ts'
import { invoiceInput, invoiceRow, invoiceView, itemRow } from './schemas.ts'

/** In the order in which they are tried. */
const posting = [
  'requestReused', 'notFound', 'notADraft', 'changedElsewhere', 'unknownCustomer', 'tooFarAhead', 'beforeStart', 'openingAfterStart', 'dueBeforeDocument', 'installmentsDoNotAddUp',
  'duplicateInvoiceNumber', 'correctsNothing', 'correctsMoreThanInvoice', 'periodClosed',
] as const

export const invoices = {
  list: procedure('invoices.read').route({ method: 'GET', path: '/invoices', summary: '应收单列表 Receivables' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(invoiceRow)),
  items: procedure('invoices.read').route({ method: 'GET', path: '/open-items', summary: '未清项 Open items' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest.extend({ customerId: zId.optional(), includeCredits: zFlag.default(true) })).output(gridPage(itemRow)),
  get: procedure('invoices.read').route({ method: 'GET', path: '/invoices/{id}', summary: '应收单 Receivable' }).input(z.object({ id: zId })).output(invoiceView),
  save: procedure('invoices.write').route({ method: 'POST', path: '/invoices', summary: '保存或直接过账应收单 Save or post', successStatus: 201 })
    .errors(refuses(...posting))
    .input(invoiceInput).output(invoiceView),
  post: procedure('invoices.write').route({ method: 'POST', path: '/invoices/{id}/post', summary: '审核过账 Post a draft' })
    .errors(refuses(...posting))
    .input(z.object({ id: zId, version: zReadVersion, requestId: zRequestId })).output(invoiceView),
  discard: procedure('invoices.write').route({ method: 'DELETE', path: '/invoices/{id}', summary: '删除草稿 Delete a draft' })
    .errors(refuses('notFound', 'notADraft', 'changedElsewhere')).input(z.object({ id: zId, version: zReadVersion })).output(z.object({ done: z.boolean() })),
  reverse: procedure('invoices.write').route({ method: 'POST', path: '/invoices/{id}/reverse', summary: '红冲 Reverse' })
    .errors(refuses('requestReused', 'notFound', 'notPosted', 'reversalOfReversal', 'alreadyReversed', 'beforeDocument', 'beforeAllocations', 'tooFarAhead', 'heldByDocument', 'periodClosed'))
    .input(z.object({ id: zId, reversedOn: zDay.optional(), reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(invoiceView),
}
