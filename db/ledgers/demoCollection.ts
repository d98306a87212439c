/** Makes the calls of the demonstration's plan with those who are overdue in the ledger: what was said, promised and contested, and who is left alone for a while. */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { holdCustomer, makePromise, openDispute, recordContact, settleDispute } from '../collection/commands.ts'
import { candidates } from '../dunning/queries.ts'
import { openOfCustomer } from '../openAsOf.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import type { CallSlot } from './demoSteps.ts'

const OVER_DAYS = 10
/** Who promises in part promises whole ten thousands. */
const ROUND = 1_000_000

export async function callCustomers(tx: Writer, slots: readonly CallSlot[], on: Day): Promise<void> {
  const question = { asOf: on, currency: (await loadCompany(tx)).currency, options: await loadOptions(tx), scope: null }
  const overdue = (await candidates(tx, question, { overDays: OVER_DAYS })).filter((row) => row.overdue > 0 && row.disputed + row.promised === 0 && row.leftOut !== 'onHold')
  for (const [place, { way, result, nextStep, nextOn, promise, dispute, holdUntil }] of slots.entries()) {
    const row = overdue[place]
    if (!row) return
    const { customerId } = row
    await recordContact(tx, { customerId, on, way, person: '', result, nextStep, nextOn }, { today: on }, null)
    if (promise) {
      const part = Math.floor(row.overdue / 2 / ROUND) * ROUND
      const amount = promise.whole || part === 0 ? row.overdue : money(part)
      await makePromise(tx, { customerId, amount, madeOn: on, dueOn: promise.dueOn, itemIds: [], person: '财务', note: '' }, { today: on }, null)
    }
    if (dispute) await contest(tx, customerId, dispute, on)
    if (holdUntil !== null) await holdCustomer(tx, { customerId, from: on, until: holdUntil, reason: '正在办理股权变更，约定月底前不催' }, { today: on }, null)
  }
}

async function contest(tx: Writer, customerId: number, { reason, settleBy }: { reason: string; settleBy: Day }, on: Day): Promise<void> {
  const [item] = await tx.rows<{ id: number }>(sql`select i.id from ${openOfCustomer(customerId, on)} o join open_items i on i.id = o.item_id
    where i.kind = 'invoice' and i.due_on < ${on} and o.open > 0 order by i.due_on desc, i.id limit 1`)
  if (item) await openDispute(tx, { customerId, openedOn: on, itemIds: [item.id], reason, owner: '李文涛', settleBy }, { today: on }, null)
}

export async function settleOldest(tx: Writer, on: Day): Promise<void> {
  const [standing] = await tx.rows<{ id: number }>(sql`select d.id from disputes d where not exists (select 1 from collection_ends e where e.what = 'dispute' and e.document_id = d.id) order by d.opened_on, d.id limit 1`)
  if (standing) await settleDispute(tx, { id: standing.id, result: 'agreed', note: '已换货，客户同意付款' }, { today: on }, null)
}
