import { removeRate, saveRate } from '../../db/rates/commands.ts'
import { listRates } from '../../db/rates/queries.ts'
import { os } from './context.ts'

export const rates = {
  list: os.rates.list.handler(({ context: { ledger } }) => ledger.read(listRates)),
  save: os.rates.save.handler(({ input, context: { ledger, user } }) => ledger.write({ by: user, procedure: 'rates.save' }, (tx) => saveRate(tx, input))),
  remove: os.rates.remove.handler(async ({ input, context: { ledger, user } }) => {
    await ledger.write({ by: user, procedure: 'rates.remove' }, (tx) => removeRate(tx, input.currency, input.on))
    return { done: true }
  }),
}
