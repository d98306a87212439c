import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import { clockView, interruptionInput, interruptionView, lawsuitEventInput, lawsuitInput, lawsuitRow, lawsuitView, limitationRow, undoInput } from './schemas.ts'

const ofCustomer = gridRequest.extend({ customerId: zId.optional() })

export const limitation = {
  list: procedure('collection.read').route({ method: 'GET', path: '/limitation', summary: '诉讼时效 Limitation of all open debts' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(limitationRow)),
  clock: procedure('collection.read').route({ method: 'GET', path: '/limitation/{itemId}', summary: '一笔债权的时效与中断记录 Clock of a debt' }).input(z.object({ itemId: zId })).output(clockView),
  interrupt: procedure('collection.write').route({ method: 'POST', path: '/limitation/interruptions', summary: '登记时效中断 Note an interruption', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'notInFuture', 'itemTwice', 'unknownItem', 'otherCustomer', 'notADebt')).input(interruptionInput).output(interruptionView),
  undoInterruption: procedure('collection.write').route({ method: 'POST', path: '/limitation/interruptions/{id}/undo', summary: '撤销登记的中断 Undo a noted interruption' })
    .errors(refuses('requestReused', 'notFound', 'alreadyUndone')).input(undoInput).output(interruptionView),
  lawsuits: procedure('letters.read').route({ method: 'GET', path: '/lawsuits', summary: '案件列表 Lawsuits' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(lawsuitRow)),
  lawsuit: procedure('letters.read').route({ method: 'GET', path: '/lawsuits/{id}', summary: '案件 Lawsuit' }).input(z.object({ id: zId })).output(lawsuitView),
  fileLawsuit: procedure('letters.write').route({ method: 'POST', path: '/lawsuits', summary: '登记案件 File a lawsuit', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'notInFuture', 'itemTwice', 'unknownItem', 'otherCustomer', 'otherCurrency', 'notADebt', 'alreadyInLawsuit')).input(lawsuitInput).output(lawsuitView),
  recordLawsuitEvent: procedure('letters.write').route({ method: 'POST', path: '/lawsuits/{id}/events', summary: '登记案件进展 Record what happened in a lawsuit', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'beforeFiling', 'notInFuture', 'tooFarAhead', 'costMissing')).input(lawsuitEventInput).output(lawsuitView),
}
