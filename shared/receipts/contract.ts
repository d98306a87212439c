import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId, zRequestId } from '../procedure.ts'
import { allocationLine, exchangeRow, moveInput, receiptHanging, receiptInput, receiptRow, receiptView, suggestInput, suggestion } from './schemas.ts'

/** Line by line; the first line that is refused decides. */
export const ALLOCATION_REFUSALS = ['tooFarAhead', 'itemTwice', 'unknownItem', 'otherCustomer', 'otherCurrency', 'notADebt', 'differenceOverTolerance', 'differenceTwice', 'beforeDocuments', 'moreThanItemOpen', 'moreThanReceiptLeft', 'differenceStaysOpen', 'periodClosed'] as const

export const receipts = {
  list: procedure('receipts.read').route({ method: 'GET', path: '/receipts', summary: '收款单列表 Receipts' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(receiptRow)),
  get: procedure('receipts.read').route({ method: 'GET', path: '/receipts/{id}', summary: '收款单 Receipt' }).input(z.object({ id: zId })).output(receiptView),
  suggest: procedure('receipts.read').route({ method: 'POST', path: '/receipts/suggestion', summary: '建议核销 Suggested allocation' })
    .errors(refuses('unknownCustomer')).input(suggestInput).output(suggestion),
  record: procedure('receipts.write').route({ method: 'POST', path: '/receipts', summary: '登记收款并核销 Record a receipt', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'unknownBankAccount', 'beforeStart', 'feeOverAmount', 'notForeign', ...ALLOCATION_REFUSALS)).input(receiptInput).output(receiptView),
  allocate: procedure('receipts.write').route({ method: 'POST', path: '/allocations', summary: '核销预收或红字余额 Allocate a credit' })
    .errors(refuses('requestReused', 'notFound', 'notACredit', ...ALLOCATION_REFUSALS))
    .input(z.object({ creditItemId: zId, lines: z.array(allocationLine).min(1).max(500), allocatedOn: zDay.optional(), requestId: zRequestId }))
    .output(z.object({ allocated: z.int() })),
  release: procedure('receipts.write').route({ method: 'POST', path: '/allocations/{id}/release', summary: '取消一笔核销 Release one allocation' })
    .errors(refuses('requestReused', 'notFound', 'alreadyReleased', 'heldByReversal', 'heldByDocument', 'beforeAllocation', 'tooFarAhead', 'periodClosed'))
    .input(z.object({ id: zId, releasedOn: zDay.optional(), requestId: zRequestId })).output(z.object({ id: zId, releasedOn: zDay })),
  reverse: procedure('receipts.write').route({ method: 'POST', path: '/receipts/{id}/reverse', summary: '红冲收款 Reverse a receipt' })
    .errors(refuses('requestReused', 'acceptanceInUse', 'beforeLastEvent', 'notFound', 'reversalOfReversal', 'alreadyReversed', 'refunded', 'beforeDocument', 'beforeAllocations', 'tooFarAhead', 'periodClosed'))
    .input(z.object({ id: zId, reversedOn: zDay.optional(), reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(receiptView),
  exchangeDifferences: procedure('reports.read').route({ method: 'GET', path: '/exchange-differences', summary: '汇兑损益 Exchange gains and losses by document' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest.extend({ from: zDay, to: zDay })).output(gridPage(exchangeRow)),
  hanging: procedure('receipts.read').route({ method: 'GET', path: '/receipts/{id}/hanging', summary: '红冲前须知：与这笔收款相连的一切 What hangs on a receipt' })
    .input(z.object({ id: zId })).output(receiptHanging),
  move: procedure('receipts.write').route({ method: 'POST', path: '/receipts/{id}/move', summary: '转给其他客户 Move a receipt to another customer', successStatus: 201 })
    .errors(refuses('requestReused', 'hasAcceptance', 'notFound', 'reversalOfReversal', 'alreadyReversed', 'refunded', 'sameCustomer', 'unknownCustomer', 'beforeDocument', 'beforeAllocations', ...ALLOCATION_REFUSALS))
    .input(moveInput).output(receiptView),
}
