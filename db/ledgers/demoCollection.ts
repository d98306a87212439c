/** Calls of the last weeks in the demonstration ledger: what was said, promised and contested, and who is left alone for a while. */
import { sql } from 'drizzle-orm'
import { addDays, type Day } from '../../shared/day.ts'
import { money, type Money } from '../../shared/money.ts'
import { holdCustomer, makePromise, openDispute, recordContact, settleDispute } from '../collection/commands.ts'
import { candidates } from '../dunning/queries.ts'
import { openOfCustomer } from '../openAsOf.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import type { Story } from './demoStory.ts'

/** Days before today on which the office called, and how many customers. */
const ROUNDS = [{ daysAgo: 30, most: 6 }, { daysAgo: 13, most: 8 }, { daysAgo: 6, most: 6 }, { daysAgo: 2, most: 5 }] as const
const OVER_DAYS = 10

const EXCUSES = ['财务出差，下周回来后安排', '正在走付款审批', '本月资金紧张，先付一部分', '对方称未收到发票，已补寄', '电话无人接听，已发微信'] as const
const DISPUTES = ['有两台待返修，要求修好后付款', '数量与送货单不符', '对运费分摊有异议'] as const

export function planCollection(story: Story, today: Day): void {
  for (const { daysAgo, most } of ROUNDS) story.agenda.add(addDays(today, -daysAgo), (tx, on) => callCustomers(tx, story, most, on))
}

async function callCustomers(tx: Writer, story: Story, most: number, on: Day): Promise<void> {
  const { dice, agenda } = story
  const question = { asOf: on, currency: (await loadCompany(tx)).currency, options: await loadOptions(tx), scope: null }
  const overdue = (await candidates(tx, question, { overDays: OVER_DAYS })).filter((row) => row.overdue > 0 && row.disputed + row.promised === 0 && row.leftOut !== 'onHold')
  for (const [place, { customerId, overdue: sum }] of overdue.slice(0, most).entries()) {
    const excuse = dice.pick(EXCUSES)
    await recordContact(tx, { customerId, on, way: dice.chance(0.7) ? 'call' : 'message', person: '', result: excuse, nextStep: dice.chance(0.6) ? '再次电话确认' : '', nextOn: dice.chance(0.6) ? addDays(on, dice.between(2, 9)) : null }, { today: on }, null)
    if (place % 3 === 0) await promise(tx, story, customerId, sum, on)
    else if (place === 1) await contest(tx, story, customerId, on)
    else if (place === 7) await holdCustomer(tx, { customerId, from: on, until: addDays(on, 20), reason: '正在办理股权变更，约定月底前不催' }, { today: on }, null)
  }
  // What the first round contested is settled a fortnight later.
  if (most === ROUNDS[0].most) agenda.add(addDays(on, 14), (later, day) => settleOldest(later, day))
}

/** Promises the whole or a round part of it, within a fortnight. */
async function promise(tx: Writer, { dice }: Story, customerId: number, overdue: Money, on: Day): Promise<void> {
  const part = Math.floor(overdue / 2 / 1_000_000) * 1_000_000
  const amount = money(dice.chance(0.5) || part === 0 ? overdue : part)
  await makePromise(tx, { customerId, amount, madeOn: on, dueOn: addDays(on, dice.between(4, 14)), itemIds: [], person: '财务', note: '' }, { today: on }, null)
}

async function contest(tx: Writer, { dice }: Story, customerId: number, on: Day): Promise<void> {
  const [item] = await tx.rows<{ id: number }>(sql`select i.id from ${openOfCustomer(customerId, on)} o join open_items i on i.id = o.item_id
    where i.kind = 'invoice' and i.due_on < ${on} and o.open > 0 order by i.due_on desc, i.id limit 1`)
  if (item) await openDispute(tx, { customerId, openedOn: on, itemIds: [item.id], reason: dice.pick(DISPUTES), owner: '李文涛', settleBy: addDays(on, 15) }, { today: on }, null)
}

async function settleOldest(tx: Writer, on: Day): Promise<void> {
  const [standing] = await tx.rows<{ id: number }>(sql`select d.id from disputes d where not exists (select 1 from collection_ends e where e.what = 'dispute' and e.document_id = d.id) order by d.opened_on, d.id limit 1`)
  if (standing) await settleDispute(tx, { id: standing.id, result: 'agreed', note: '已换货，客户同意付款' }, { today: on }, null)
}
