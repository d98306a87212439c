import { nearlyEnded } from '../../db/limitation/clocks.ts'
import { counts, overview as overviewOf, search } from '../../db/overview/queries.ts'
import { loadCompany, officeToday } from '../../db/settings/queries.ts'
import { questionOf } from './aging.ts'
import { os } from './context.ts'

export const overview = {
  get: os.overview.get.handler(({ input, context }) => context.ledger.read(async (reader) =>
    overviewOf(reader, await questionOf(reader, context, { ...input, basis: 'due' }), (await loadCompany(reader)).currency))),
  counts: os.overview.counts.handler(({ context: { ledger, scope } }) => ledger.read(async (reader) => {
    const asOf = await officeToday(reader, ledger.now())
    return { ...(await counts(reader, asOf, scope)), limitation: (await nearlyEnded(reader, { asOf, scope })).length }
  })),
  search: os.overview.search.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => search(reader, input.text, input.limit, scope))),
}
