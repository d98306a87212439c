import type { Kit } from '../engine/kit.ts'

export const ratesTables = (k: Kit) => ({
  /** 记账汇率: what documents dated from the day on are booked at, in millionths. May be corrected; booked rates stay. */
  exchangeRates: k.table('exchange_rates', {
    currency: k.text('currency'), on: k.day('on_day'), rate: k.int('rate'),
  }, (t) => [k.primaryKey({ columns: [t.currency, t.on] })]),
})
