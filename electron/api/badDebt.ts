import { currenciesInUse } from '../../db/aging/queries.ts'
import { recover, reverseWriteOff } from '../../db/badDebt/commands.ts'
import { postProvision, provisionContent, provisionGrid, provisionView } from '../../db/badDebt/provisions.ts'
import { requestGrid, requestView, writeOffGrid, writeOffView } from '../../db/badDebt/queries.ts'
import { approveWriteOff, askForWriteOff, rejectWriteOff } from '../../db/badDebt/requests.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { provisionEntry } from '../../shared/badDebt/rules.ts'
import { os, todayOf } from './context.ts'

export const badDebt = {
  provisions: os.badDebt.provisions.handler(({ input, context: { ledger } }) => ledger.read((reader) => provisionGrid(reader, input))),
  provision: os.badDebt.provision.handler(({ input, context: { ledger } }) => ledger.read((reader) => provisionView(reader, input.id))),
  previewProvision: os.badDebt.previewProvision.handler(async ({ input, context: { ledger } }) => {
    const today = await todayOf(ledger)
    return ledger.read(async (reader) => {
      const content = await provisionContent(reader, input, { today })
      return { content, entry: provisionEntry(content.amount), currencies: await currenciesInUse(reader, (await loadCompany(reader)).currency) }
    })
  }),
  postProvision: os.badDebt.postProvision.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'badDebt.postProvision', requestId, input }, (tx) => postProvision(tx, input, { today }), (reader, id) => provisionView(reader, id))
  }),
  requests: os.badDebt.requests.handler(({ input, context: { ledger } }) => ledger.read((reader) => requestGrid(reader, input))),
  request: os.badDebt.request.handler(({ input, context: { ledger } }) => ledger.read((reader) => requestView(reader, input.id))),
  ask: os.badDebt.ask.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'badDebt.ask', requestId, input }, (tx) => askForWriteOff(tx, input, { today }), (reader, id) => requestView(reader, id))
  }),
  approve: os.badDebt.approve.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'badDebt.approve', requestId, input }, (tx) => approveWriteOff(tx, input, { today }), (reader, id) => writeOffView(reader, id))
  }),
  reject: os.badDebt.reject.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    return ledger.write({ by: user, procedure: 'badDebt.reject', requestId, input }, (tx) => rejectWriteOff(tx, input), (reader) => requestView(reader, input.id))
  }),
  list: os.badDebt.list.handler(({ input, context: { ledger } }) => ledger.read((reader) => writeOffGrid(reader, input))),
  get: os.badDebt.get.handler(({ input, context: { ledger } }) => ledger.read((reader) => writeOffView(reader, input.id))),
  recover: os.badDebt.recover.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'badDebt.recover', requestId, input }, (tx) => recover(tx, input, { today }), (reader, id) => writeOffView(reader, id))
  }),
  reverse: os.badDebt.reverse.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'badDebt.reverse', requestId, input }, (tx) => reverseWriteOff(tx, input, { today }), (reader, id) => writeOffView(reader, id))
  }),
}
