import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zCurrency, zId } from '../procedure.ts'
import {
  contactInput, contactRow, disputeInput, disputeRow, endInput, holdInput, holdRow, promiseInput, promiseRow, settleInput, storyView, worklistRow,
} from './schemas.ts'

const ofCustomer = gridRequest.extend({ customerId: zId.optional() })

export const collection = {
  worklist: procedure('collection.read').route({ method: 'GET', path: '/collection/worklist', summary: '催收工作台 Collection worklist' })
    .input(z.object({ asOf: zDay.optional(), currency: zCurrency.optional() })).output(z.array(worklistRow)),
  story: procedure('collection.read').route({ method: 'GET', path: '/collection/customers/{customerId}', summary: '客户催收情况 Story of a customer' })
    .input(z.object({ customerId: zId })).output(storyView),
  contacts: procedure('collection.read').route({ method: 'GET', path: '/contacts', summary: '催收记录列表 Contacts' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(contactRow)),
  recordContact: procedure('collection.write').route({ method: 'POST', path: '/contacts', summary: '记录联系 Record a contact', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'notInFuture', 'endBeforeStart', 'tooFarAhead')).input(contactInput).output(contactRow),
  promises: procedure('collection.read').route({ method: 'GET', path: '/promises', summary: '付款承诺列表 Promises' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(promiseRow)),
  makePromise: procedure('collection.write').route({ method: 'POST', path: '/promises', summary: '登记付款承诺 Record a promise', successStatus: 201 })
    .errors(refuses(
      'requestReused', 'unknownCustomer', 'notInFuture', 'promiseInPast', 'tooFarAhead', 'itemTwice', 'unknownItem', 'otherCustomer', 'otherCurrency', 'notADebt', 'moreThanOpen',
    ))
    .input(promiseInput).output(promiseRow),
  withdrawPromise: procedure('collection.write').route({ method: 'POST', path: '/promises/{id}/withdraw', summary: '撤回承诺 Withdraw a promise' })
    .errors(refuses('requestReused', 'notFound', 'alreadyEnded', 'promiseOver')).input(endInput).output(promiseRow),
  disputes: procedure('collection.read').route({ method: 'GET', path: '/disputes', summary: '争议列表 Disputes' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(disputeRow)),
  openDispute: procedure('collection.write').route({ method: 'POST', path: '/disputes', summary: '登记争议 Record a dispute', successStatus: 201 })
    .errors(refuses(
      'requestReused', 'unknownCustomer', 'notInFuture', 'endBeforeStart', 'tooFarAhead', 'itemTwice', 'unknownItem', 'otherCustomer', 'otherCurrency', 'notADebt', 'alreadyDisputed',
    ))
    .input(disputeInput).output(disputeRow),
  settleDispute: procedure('collection.write').route({ method: 'POST', path: '/disputes/{id}/settle', summary: '解决争议 Settle a dispute' })
    .errors(refuses('requestReused', 'notFound', 'alreadyEnded')).input(settleInput).output(disputeRow),
  hold: procedure('collection.write').route({ method: 'POST', path: '/holds', summary: '暂缓催收 Hold a customer', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownCustomer', 'endBeforeStart', 'tooFarAhead', 'alreadyOnHold')).input(holdInput).output(holdRow),
  liftHold: procedure('collection.write').route({ method: 'POST', path: '/holds/{id}/lift', summary: '解除暂缓 Lift a hold' })
    .errors(refuses('requestReused', 'notFound', 'alreadyEnded')).input(endInput).output(holdRow),
}
