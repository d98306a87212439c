import { releaseRefundLines } from '../../db/bank/decisions.ts'
import { recordRefund, reverseRefund } from '../../db/refunds/commands.ts'
import { refundGrid, refundView } from '../../db/refunds/queries.ts'
import { os, todayOf } from './context.ts'

export const refunds = {
  list: os.refunds.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => refundGrid(reader, input, scope))),
  get: os.refunds.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => refundView(reader, input.id, scope))),
  record: os.refunds.record.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'refunds.record', requestId, input }, (tx) => recordRefund(tx, input, { today }), (reader, id) => refundView(reader, id, scope))
  }),
  reverse: os.refunds.reverse.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'refunds.reverse', requestId, input }, async (tx) => {
      const reversalId = await reverseRefund(tx, input, { today })
      await releaseRefundLines(tx, input.id)
      return reversalId
    }, (reader, id) => refundView(reader, id, scope))
  }),
}
