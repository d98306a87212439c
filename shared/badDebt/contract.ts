import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import {
  approveInput, provisionInput, provisionPreview, provisionQuestion, provisionRow, provisionView, recoverInput, rejectInput, requestRow, requestView, reverseInput, writeOffInput, writeOffRow, writeOffView,
} from './schemas.ts'

const byId = z.object({ id: zId })

export const badDebt = {
  provisions: procedure('badDebt.read').route({ method: 'GET', path: '/provisions', summary: '坏账准备计提记录 Provisions' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(provisionRow)),
  provision: procedure('badDebt.read').route({ method: 'GET', path: '/provisions/{id}', summary: '坏账准备计提单 Provision' }).errors(refuses('notFound')).input(byId).output(provisionView),
  previewProvision: procedure('badDebt.read').route({ method: 'POST', path: '/provisions/preview', summary: '试算坏账准备 Preview a provision' })
    .errors(refuses('tooFarAhead', 'customerTwice', 'unknownCustomer')).input(provisionQuestion).output(provisionPreview),
  postProvision: procedure('badDebt.write').route({ method: 'POST', path: '/provisions', summary: '计提坏账准备 Post a provision', successStatus: 201 })
    .errors(refuses('requestReused', 'noAllowance', 'tooFarAhead', 'laterProvision', 'customerTwice', 'unknownCustomer', 'periodClosed')).input(provisionInput).output(provisionView),
  requests: procedure('badDebt.read').route({ method: 'GET', path: '/write-offs/requests', summary: '坏账核销申请 Requests to write off' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(requestRow)),
  request: procedure('badDebt.read').route({ method: 'GET', path: '/write-offs/requests/{id}', summary: '一份核销申请 One request to write off' }).errors(refuses('notFound')).input(byId).output(requestView),
  ask: procedure('badDebt.write').route({ method: 'POST', path: '/write-offs/requests', summary: '申请核销坏账 Ask for a write-off', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'itemTwice', 'unknownItem', 'otherCustomer', 'otherCurrency', 'notADebt', 'alreadyAsked', 'moreThanItemOpen')).input(writeOffInput).output(requestView),
  approve: procedure('badDebt.approve').route({ method: 'POST', path: '/write-offs/requests/{id}/approve', summary: '批准核销 Approve a write-off' })
    .errors(refuses('requestReused', 'notFound', 'alreadyDecided', 'samePerson', 'tooFarAhead', 'beforeDocuments', 'moreThanItemOpen', 'periodClosed')).input(approveInput).output(writeOffView),
  reject: procedure('badDebt.approve').route({ method: 'POST', path: '/write-offs/requests/{id}/reject', summary: '驳回核销 Reject a write-off' })
    .errors(refuses('requestReused', 'notFound', 'alreadyDecided', 'samePerson')).input(rejectInput).output(requestView),
  list: procedure('badDebt.read').route({ method: 'GET', path: '/write-offs', summary: '已核销坏账备查簿 Debts written off, kept in mind' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(writeOffRow)),
  get: procedure('badDebt.read').route({ method: 'GET', path: '/write-offs/{id}', summary: '坏账核销单或收回单 Write-off or recovery' }).errors(refuses('notFound')).input(byId).output(writeOffView),
  recover: procedure('badDebt.write').route({ method: 'POST', path: '/write-offs/{id}/recover', summary: '坏账收回：恢复应收 Revive a debt that came back', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'notAWriteOff', 'alreadyReversed', 'beforeDocument', 'tooFarAhead', 'moreThanWrittenOff', 'periodClosed')).input(recoverInput).output(writeOffView),
  reverse: procedure('badDebt.approve').route({ method: 'POST', path: '/write-offs/{id}/reverse', summary: '红冲核销或收回 Reverse a write-off or a recovery' })
    .errors(refuses('requestReused', 'notFound', 'reversalOfReversal', 'alreadyReversed', 'recovered', 'beforeDocument', 'beforeAllocations', 'tooFarAhead', 'heldByDocument', 'periodClosed')).input(reverseInput).output(writeOffView),
}
