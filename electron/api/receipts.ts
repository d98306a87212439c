import { billInUse, billsOf, refuseBills } from '../../db/acceptances/ofReceipt.ts'
import { returnAcceptances } from '../../db/acceptances/register.ts'
import { moveLines, releaseLines } from '../../db/bank/decisions.ts'
import { linesOf } from '../../db/bank/ofReceipt.ts'
import { offsetsOf } from '../../db/offsets/ofReceipt.ts'
import { allocate, moveReceipt, recordReceipt, releaseAllocation, reverseReceipt } from '../../db/receipts/commands.ts'
import { hangingOf } from '../../db/receipts/hanging.ts'
import { exchangeGrid } from '../../db/receipts/exchange.ts'
import { receiptGrid, receiptView, suggest } from '../../db/receipts/queries.ts'
import { vouchersOf } from '../../db/vouchers/queries.ts'
import { os, todayOf } from './context.ts'

export const receipts = {
  exchangeDifferences: os.receipts.exchangeDifferences.handler(({ input: { from, to, ...request }, context: { ledger, scope } }) => ledger.read((reader) => exchangeGrid(reader, request, { from, to }, scope))),
  list: os.receipts.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => receiptGrid(reader, input, scope))),
  get: os.receipts.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => receiptView(reader, input.id, scope))),
  suggest: os.receipts.suggest.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => suggest(reader, input, scope))),
  record: os.receipts.record.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'receipts.record', requestId, input }, (tx) => recordReceipt(tx, input, { today }), (reader, id) => receiptView(reader, id, scope))
  }),
  allocate: os.receipts.allocate.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return { allocated: await ledger.write({ by: user, procedure: 'receipts.allocate', requestId, input }, (tx) => allocate(tx, { ...input, field: 'lines' }, { today })) }
  }),
  release: os.receipts.release.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    const releasedOn = await ledger.write({ by: user, procedure: 'receipts.release', requestId, input }, (tx) => releaseAllocation(tx, input, { today }))
    return { id: input.id, releasedOn }
  }),
  /** What the slices to the right have tied to a receipt is reversed with it, in the same transaction. */
  reverse: os.receipts.reverse.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'receipts.reverse', requestId, input }, async (tx) => {
      await returnAcceptances(tx, input.id, input.reversedOn, { today })
      const reversalId = await reverseReceipt(tx, input, { today })
      await releaseLines(tx, input.id)
      return reversalId
    }, (reader, id) => receiptView(reader, id, scope))
  }),
  move: os.receipts.move.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'receipts.move', requestId, input }, async (tx) => {
      await refuseBills(tx, input.id)
      const newReceiptId = await moveReceipt(tx, input, { today })
      await moveLines(tx, input.id, newReceiptId)
      return newReceiptId
    }, (reader, id) => receiptView(reader, id, scope))
  }),
  hanging: os.receipts.hanging.handler(async ({ input: { id }, context: { ledger, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.read(async (reader) => {
      await receiptView(reader, id, scope)
      const { blocked, ...own } = await hangingOf(reader, id, today)
      const bills = await billsOf(reader, id)
      const used = billInUse(bills)
      const why = used ? { reason: 'acceptanceInUse', params: { number: used.number } } : { reason: blocked?.reason ?? '', params: blocked?.data.params ?? {} }
      return {
        ...own, blockedBy: why.reason, params: why.params,
        offsets: await offsetsOf(reader, id), vouchers: await vouchersOf(reader, id), bills, lines: await linesOf(reader, id),
      }
    })
  }),
}
