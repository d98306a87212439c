import { z } from 'zod'
import { zDay } from '../day.ts'
import { procedure, refuses, zCurrency, zKnownCurrency, zReadVersion, zVersion } from '../procedure.ts'
import { exchangeRate, exchangeRateRow } from './schemas.ts'

export const rates = {
  list: procedure('member').route({ method: 'GET', path: '/exchange-rates', summary: '记账汇率 Booking rates' }).output(z.array(exchangeRateRow)),
  save: procedure('settings.write').route({ method: 'POST', path: '/exchange-rates', summary: '新增或修改记账汇率 Save a booking rate' })
    .errors(refuses('changedElsewhere', 'ownCurrency')).input(exchangeRate.extend({ currency: zKnownCurrency, version: zVersion })).output(exchangeRateRow),
  remove: procedure('settings.write').route({ method: 'DELETE', path: '/exchange-rates/{currency}/{on}', summary: '删除记账汇率 Remove a booking rate' })
    .errors(refuses('notFound', 'changedElsewhere')).input(z.object({ currency: zCurrency, on: zDay, version: zReadVersion })).output(z.object({ done: z.boolean() })),
}
