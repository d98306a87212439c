import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId, zRequestId } from '../procedure.ts'
import { offsetInput, offsetRow, offsetView } from './schemas.ts'

export const offsets = {
  list: procedure('receipts.read').route({ method: 'GET', path: '/offsets', summary: '冲账单列表 Offsets' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(offsetRow)),
  get: procedure('receipts.read').route({ method: 'GET', path: '/offsets/{id}', summary: '冲账单 Offset' }).input(z.object({ id: zId })).output(offsetView),
  post: procedure('receipts.write').route({ method: 'POST', path: '/offsets', summary: '冲账过账 Post an offset', successStatus: 201 })
    .errors(refuses(
      'requestReused', 'unknownCustomer', 'unknownOtherCustomer', 'sameCustomer', 'documentMissing', 'beforeStart', 'tooFarAhead', 'creditMissing', 'itemTwice', 'unknownItem',
      'notACredit', 'otherCustomer', 'otherCurrency', 'notADebt', 'beforeDocuments', 'moreThanItemOpen', 'moreThanReceiptLeft', 'periodClosed',
    ))
    .input(offsetInput).output(offsetView),
  reverse: procedure('receipts.write').route({ method: 'POST', path: '/offsets/{id}/reverse', summary: '红冲冲账单 Reverse an offset' })
    .errors(refuses('requestReused', 'notFound', 'reversalOfReversal', 'alreadyReversed', 'beforeDocument', 'beforeAllocations', 'tooFarAhead', 'heldByDocument', 'periodClosed'))
    .input(z.object({ id: zId, reversedOn: zDay.optional(), reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(offsetView),
}
