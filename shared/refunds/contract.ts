import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId, zRequestId } from '../procedure.ts'
import { refundInput, refundRow, refundView } from './schemas.ts'

export const refunds = {
  list: procedure('receipts.read').route({ method: 'GET', path: '/refunds', summary: '退款单列表 Refunds' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(refundRow)),
  get: procedure('receipts.read').route({ method: 'GET', path: '/refunds/{id}', summary: '退款单 Refund' }).input(z.object({ id: zId })).output(refundView),
  record: procedure('receipts.write').route({ method: 'POST', path: '/refunds', summary: '登记退款 Record a refund', successStatus: 201 })
    .errors(refuses(
      'requestReused', 'unknownCustomer', 'unknownBankAccount', 'beforeStart', 'notForeign', 'tooFarAhead', 'doesNotAddUp', 'itemTwice', 'unknownItem', 'notACredit', 'otherCustomer',
      'otherCurrency', 'beforeDocuments', 'moreThanReceiptLeft', 'periodClosed',
    ))
    .input(refundInput).output(refundView),
  reverse: procedure('receipts.write').route({ method: 'POST', path: '/refunds/{id}/reverse', summary: '红冲退款 Reverse a refund' })
    .errors(refuses('requestReused', 'notFound', 'reversalOfReversal', 'alreadyReversed', 'beforeDocument', 'beforeAllocations', 'tooFarAhead', 'periodClosed'))
    .input(z.object({ id: zId, reversedOn: zDay.optional(), reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(refundView),
}
