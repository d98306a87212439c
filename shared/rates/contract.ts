import { z } from 'zod'
import { zDay } from '../day.ts'
import { procedure, refuses, zCurrency } from '../procedure.ts'
import { exchangeRate } from './schemas.ts'

export const rates = {
  list: procedure('member').route({ method: 'GET', path: '/exchange-rates', summary: '记账汇率 Booking rates' }).output(z.array(exchangeRate)),
  save: procedure('settings.write').route({ method: 'POST', path: '/exchange-rates', summary: '新增或修改记账汇率 Save a booking rate' })
    .errors(refuses('ownCurrency')).input(exchangeRate).output(exchangeRate),
  remove: procedure('settings.write').route({ method: 'DELETE', path: '/exchange-rates/{currency}/{on}', summary: '删除记账汇率 Remove a booking rate' })
    .errors(refuses('notFound')).input(z.object({ currency: zCurrency, on: zDay })).output(z.object({ done: z.boolean() })),
}
