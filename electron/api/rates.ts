import { refuseStaleRate, removeRate, saveRate } from '../../db/rates/commands.ts'
import { listRates } from '../../db/rates/queries.ts'
import type { ExchangeRate, ExchangeRateRow } from '../../shared/rates/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { os } from './context.ts'

function rateRow(rows: readonly ExchangeRateRow[], { currency, on }: Pick<ExchangeRate, 'currency' | 'on'>): ExchangeRateRow {
  const row = rows.find((one) => one.currency === currency && one.on === on)
  if (!row) throw new Refusal('notFound')
  return row
}

export const rates = {
  list: os.rates.list.handler(({ context: { ledger } }) => ledger.read(listRates)),
  save: os.rates.save.handler(({ input: { version, ...rate }, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'rates.save' }, async (tx) => {
      await refuseStaleRate(tx, rate, version)
      return saveRate(tx, rate)
    }, async (reader) => rateRow(await listRates(reader), rate))),
  remove: os.rates.remove.handler(async ({ input, context: { ledger, user } }) => {
    await ledger.write({ by: user, procedure: 'rates.remove' }, async (tx) => {
      await refuseStaleRate(tx, input, input.version)
      await removeRate(tx, input.currency, input.on)
    })
    return { done: true }
  }),
}
