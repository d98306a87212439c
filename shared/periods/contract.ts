import { z } from 'zod'
import { zMonth } from '../day.ts'
import { procedure, refuses, zCurrency, zFlag, zId, zRequestId } from '../procedure.ts'
import { controlTotals, ledgerCard, monthCheck, period } from './schemas.ts'

const ofMonth = z.object({ month: zMonth })
const language = z.enum(['zh-CN', 'en']).default('zh-CN')

export const periods = {
  list: procedure('periods.read').route({ method: 'GET', path: '/periods', summary: '会计期间 Months, newest first' }).output(z.array(period)),
  check: procedure('periods.read').route({ method: 'GET', path: '/periods/{month}/check', summary: '结账检查 Check list of a month' }).input(ofMonth).output(monthCheck),
  close: procedure('periods.close').route({ method: 'POST', path: '/periods/{month}/close', summary: '月末结账 Close a month' })
    .errors(refuses('requestReused', 'notAMonthOfLedger', 'monthNotOver', 'alreadyClosed', 'earlierMonthOpen', 'documentsNotPosted', 'warningsNotAccepted', 'totalsDisagree'))
    .input(ofMonth.extend({ acceptWarnings: zFlag.default(false).meta({ description: '仍有提醒时也结账' }), requestId: zRequestId })).output(period),
  reopen: procedure('periods.reopen').route({ method: 'POST', path: '/periods/{month}/reopen', summary: '反结账 Reopen the last closed month' })
    .errors(refuses('requestReused', 'notClosed', 'laterMonthClosed'))
    .input(ofMonth.extend({ reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(period),
  totals: procedure('periods.read').route({ method: 'GET', path: '/periods/{month}/totals', summary: '应收总控 Control totals by customer' }).input(ofMonth).output(controlTotals),
  movements: procedure('periods.read').route({ method: 'GET', path: '/periods/{month}/movements', summary: '客户明细账 Ledger card of a customer' })
    .input(ofMonth.extend({ customerId: zId, currency: zCurrency.optional() })).output(ledgerCard),
  workbook: procedure('periods.read').route({ method: 'GET', path: '/periods/{month}/totals/xlsx', summary: '应收总控 Excel' })
    .input(ofMonth.extend({ language })).output(z.file()),
  print: procedure('periods.read').route({ method: 'POST', path: '/periods/{month}/totals/print', summary: '打印应收总控 Print' })
    .input(ofMonth.extend({ language })).output(z.object({ html: z.string(), native: z.boolean() })),
}
