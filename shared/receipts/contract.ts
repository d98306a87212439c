import { z } from 'zod'
import { zDay } from '../day.ts'
import { gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId, zRequestId } from '../procedure.ts'
import { allocationLine, receiptInput, receiptRow, receiptView, suggestInput, suggestion } from './schemas.ts'

/** Line by line; the first line that is refused decides. */
const allocation = ['tooFarAhead', 'itemTwice', 'unknownItem', 'otherCustomer', 'otherCurrency', 'notADebt', 'differenceOverTolerance', 'beforeDocuments', 'moreThanItemOpen', 'moreThanReceiptLeft', 'periodClosed'] as const

export const receipts = {
  list: procedure('receipts.read').route({ method: 'GET', path: '/receipts', summary: '收款单列表 Receipts' }).input(gridRequest).output(gridPage(receiptRow)),
  get: procedure('receipts.read').route({ method: 'GET', path: '/receipts/{id}', summary: '收款单 Receipt' }).input(z.object({ id: zId })).output(receiptView),
  suggest: procedure('receipts.read').route({ method: 'POST', path: '/receipts/suggestion', summary: '建议核销 Suggested allocation' })
    .errors(refuses('unknownCustomer')).input(suggestInput).output(suggestion),
  record: procedure('receipts.write').route({ method: 'POST', path: '/receipts', summary: '登记收款并核销 Record a receipt', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'unknownBankAccount', 'beforeStart', 'feeOverAmount', ...allocation)).input(receiptInput).output(receiptView),
  allocate: procedure('receipts.write').route({ method: 'POST', path: '/allocations', summary: '核销预收或红字余额 Allocate a credit' })
    .errors(refuses('requestReused', 'notFound', 'notACredit', ...allocation))
    .input(z.object({ creditItemId: zId, lines: z.array(allocationLine).min(1).max(500), allocatedOn: zDay.optional(), requestId: zRequestId }))
    .output(z.object({ allocated: z.int() })),
  release: procedure('receipts.write').route({ method: 'POST', path: '/allocations/{id}/release', summary: '取消一笔核销 Release one allocation' })
    .errors(refuses('requestReused', 'notFound', 'alreadyReleased', 'heldByReversal', 'heldByDocument', 'beforeAllocation', 'tooFarAhead', 'periodClosed'))
    .input(z.object({ id: zId, releasedOn: zDay.optional(), requestId: zRequestId })).output(z.object({ id: zId, releasedOn: zDay })),
  reverse: procedure('receipts.write').route({ method: 'POST', path: '/receipts/{id}/reverse', summary: '红冲收款 Reverse a receipt' })
    .errors(refuses('requestReused', 'notFound', 'reversalOfReversal', 'alreadyReversed', 'beforeDocument', 'beforeAllocations', 'tooFarAhead', 'periodClosed'))
    .input(z.object({ id: zId, reversedOn: zDay.optional(), reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(receiptView),
}
