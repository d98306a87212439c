import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import { ALLOCATION_REFUSALS } from '../receipts/contract.ts'
import {
  acceptanceCalendar, acceptanceRow, acceptanceView, bookInput, calendarInput, collectInput, discountInput, dishonourInput, endorseInput, notifyInput, presentInput, received, receiveInput,
  registerInput, settleInput, splitInput, undoInput,
} from './schemas.ts'
import { BILL_REFUSALS } from './rules.ts'

/** Each bill by itself, in its order; the first that is refused decides. */
const bills = [...BILL_REFUSALS, 'billTaken'] as const
const step = ['requestReused', 'notFound', 'stepNotPossible'] as const
const day = ['beforeLastEvent', 'tooFarAhead', 'periodClosed'] as const

export const acceptances = {
  list: procedure('acceptances.read').route({ method: 'GET', path: '/acceptances', summary: '承兑汇票列表 Acceptances' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(acceptanceRow)),
  calendar: procedure('acceptances.read').route({ method: 'GET', path: '/acceptances/calendar', summary: '到期与期限日历 Due days and deadlines' }).input(calendarInput).output(acceptanceCalendar),
  book: procedure('acceptances.read').route({ method: 'GET', path: '/acceptances/book/html', summary: '应收票据备查簿 Book of acceptances' }).input(bookInput).output(z.object({ html: z.string() })),
  printBook: procedure('acceptances.read').route({ method: 'POST', path: '/acceptances/book/print', summary: '打印备查簿 Print the book' }).input(bookInput).output(z.object({ html: z.string(), native: z.boolean() })),
  workbook: procedure('acceptances.read').route({ method: 'GET', path: '/acceptances/book/xlsx', summary: '备查簿 Excel' }).input(bookInput).output(z.file()),
  get: procedure('acceptances.read').route({ method: 'GET', path: '/acceptances/{id}', summary: '承兑汇票 Acceptance' }).input(z.object({ id: zId })).output(acceptanceView),
  receive: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances', summary: '收到汇票：登记收款、核销与汇票 Receive bills', successStatus: 201 })
    .errors(refuses('requestReused', ...bills, 'unknownCustomer', 'beforeStart', ...ALLOCATION_REFUSALS)).input(receiveInput).output(received),
  register: procedure('acceptances.write').route({ method: 'POST', path: '/receipts/{id}/acceptances', summary: '为已登记的收款补登汇票 Register the bills of a receipt', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'notAnAcceptanceReceipt', 'alreadyRegistered', 'doesNotAddUp', ...bills, 'periodClosed')).input(registerInput).output(received),
  split: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/split', summary: '拆分 Split' })
    .errors(refuses(...step, 'notTransferable', 'noRange', 'tooLateToTransfer', 'partsDoNotAddUp', ...day)).input(splitInput).output(acceptanceView),
  endorse: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/endorse', summary: '背书转让 Endorse' })
    .errors(refuses(...step, 'notTransferable', 'tooLateToTransfer', ...day)).input(endorseInput).output(acceptanceView),
  discount: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/discount', summary: '贴现 Discount' })
    .errors(refuses(...step, 'notTransferable', 'tooLateToTransfer', 'unknownBankAccount', 'deductionsOverAmount', ...day)).input(discountInput).output(acceptanceView),
  present: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/present', summary: '提示付款（托收） Present' })
    .errors(refuses(...step, ...day)).input(presentInput).output(acceptanceView),
  collect: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/collect', summary: '托收收款 Collect' })
    .errors(refuses(...step, 'unknownBankAccount', 'deductionsOverAmount', ...day)).input(collectInput).output(acceptanceView),
  dishonour: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/dishonour', summary: '拒付，恢复应收 Dishonour' })
    .errors(refuses(...step, 'notDueYet', ...day)).input(dishonourInput).output(acceptanceView),
  settle: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/settle', summary: '已转出汇票到期结清 Settle' })
    .errors(refuses(...step, 'notDueYet', ...day)).input(settleInput).output(acceptanceView),
  notify: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/notify', summary: '已通知前手拒付 Notify the prior hand' })
    .errors(refuses(...step, ...day)).input(notifyInput).output(acceptanceView),
  undo: procedure('acceptances.write').route({ method: 'POST', path: '/acceptances/{id}/undo', summary: '撤销最后一步 Take back the last step' })
    .errors(refuses(...step, 'nothingToUndo', 'partsInUse', 'billTaken', 'beforeAllocations', 'beforeLastEvent', 'tooFarAhead', 'heldByDocument', 'periodClosed')).input(undoInput).output(acceptanceView),
}
