import { postOffset, reverseOffset } from '../../db/offsets/commands.ts'
import { offsetGrid, offsetView } from '../../db/offsets/queries.ts'
import { os, todayOf } from './context.ts'

export const offsets = {
  list: os.offsets.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => offsetGrid(reader, input, scope))),
  get: os.offsets.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => offsetView(reader, input.id, scope))),
  post: os.offsets.post.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'offsets.post', requestId, input }, (tx) => postOffset(tx, input, { today }), (reader, id) => offsetView(reader, id, scope))
  }),
  reverse: os.offsets.reverse.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'offsets.reverse', requestId, input }, (tx) => reverseOffset(tx, input, { today }), (reader, id) => offsetView(reader, id, scope))
  }),
}
