import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import { customerHit, customerInput, customerRow, customerView, dueDayInput, dueDayView } from './schemas.ts'

export const customers = {
  list: procedure('customers.read').route({ method: 'GET', path: '/customers', summary: '客户列表 Customers' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(customerRow)),
  lookup: procedure('customers.read').route({ method: 'GET', path: '/customers/lookup', summary: '按编码、名称、拼音首字母查找 Look up' })
    .input(z.object({ text: z.string().max(60).default(''), limit: z.coerce.number<number>().int().min(1).max(50).default(12) })).output(z.array(customerHit)),
  get: procedure('customers.read').route({ method: 'GET', path: '/customers/{id}', summary: '客户档案 Customer' }).input(z.object({ id: zId })).output(customerView),
  create: procedure('customers.write').route({ method: 'POST', path: '/customers', summary: '新增客户 Create a customer', successStatus: 201 })
    .errors(refuses('codeTaken', 'nameTaken', 'unknownSalesperson')).input(customerInput).output(customerView),
  dueDay: procedure('customers.read').route({ method: 'POST', path: '/due-day', summary: '按账期与开票截止日推算到期日 What terms and a cut-off mean for a day' })
    .input(dueDayInput).output(dueDayView),
  update: procedure('customers.write').route({ method: 'PUT', path: '/customers/{id}', summary: '修改客户 Change a customer' })
    .errors(refuses('notFound', 'changedElsewhere', 'codeTaken', 'nameTaken', 'unknownSalesperson'))
    .input(customerInput.extend({ id: zId, version: z.int() })).output(customerView),
}
