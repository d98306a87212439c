/** 坏账准备: what the allowance must hold on a day, what it holds, and the entry that makes up the difference. */
import { sql, type SQL } from 'drizzle-orm'
import { originsOf } from '../../shared/badDebt/origins.ts'
import { bucketsOf, provisionEntry, provisionSums, requiredOf } from '../../shared/badDebt/rules.ts'
import { provisionRow, type ProvisionContent, type ProvisionQuestion, type ProvisionRow, type ProvisionView } from '../../shared/badDebt/schemas.ts'
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { add, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { MONEY_KINDS } from '../documents.ts'
import { gridRows } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import { openAsOf } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import type { Today } from '../receipts/commands.ts'
import { hashOf } from '../seal.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import { CARRIED_KINDS, loadPapers } from './origins.ts'

export const SERIES = 'JT'

/**
 * Works a provision out: debts by the age of the documents that they began with, less those of customers who are judged by themselves.
 * Credit notes reduce the bucket of their own day. Advances do not reduce anything, for they are owed to others; bills in
 * hand are no open items and are not in it. Refuses tooFarAhead, customerTwice and unknownCustomer.
 */
export async function provisionContent(reader: Reader, { asOf, specific, ...question }: ProvisionQuestion, { today }: Today): Promise<ProvisionContent> {
  if (asOf > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'asOf' })
  const company = await loadCompany(reader)
  const currency = question.currency ?? company.currency
  for (const [index, { customerId }] of specific.entries()) {
    if (specific.findIndex((other) => other.customerId === customerId) < index) throw new Refusal('customerTwice', { field: `specific.${index}.customerId` })
  }
  const buckets = bucketsOf((await loadOptions(reader)).provisionRates, asOf)
  const rows = await openByCustomer(reader, asOf, currency, buckets)
  const taken = new Set(specific.map((one) => one.customerId))
  const general = buckets.map(({ from, to, rate }, index) => {
    const open = sumOf(rows.filter((row) => row.place === index && !taken.has(row.customerId)), (row) => row.open)
    return { from, to, open, rate, required: requiredOf(open, rate) }
  })
  const judged: ProvisionContent['specific'] = []
  for (const [index, one] of specific.entries()) {
    const [customer] = await reader.rows<{ code: string; name: string }>(sql`select code, name from customers where id = ${one.customerId}`)
    if (!customer) throw new Refusal('unknownCustomer', { field: `specific.${index}.customerId` })
    const open = sumOf(rows.filter((row) => row.customerId === one.customerId), (row) => row.open)
    judged.push({ customerId: one.customerId, code: customer.code, name: customer.name, open, rate: one.rate, required: requiredOf(open, one.rate), note: one.note })
  }
  const small = company.standard === 'small'
  const parts = { buckets: general, specific: judged }
  // 小企业会计准则 has no allowance: the ages are shown, but nothing is required and nothing stands there.
  return { asOf, currency, standard: company.standard, ...parts, ...(small ? { required: ZERO, existing: ZERO, amount: ZERO } : provisionSums(parts, await allowanceOn(reader, asOf, currency))) }
}

interface OpenPart {
  customerId: number
  place: number
  open: Money
}

/** What paper a debt changed into does not make it younger: it counts by the document day of its origin. */
async function openByCustomer(reader: Reader, asOf: Day, currency: string, buckets: readonly { first: Day | null }[]): Promise<OpenPart[]> {
  const places = buckets.flatMap(({ first }, index) => (first === null ? [] : [sql` when i.document_on >= ${first} then ${sql.raw(String(index))}`]))
  const carried = sql`(i.kind in ${CARRIED_KINDS} and i.amount > 0)`
  const open = await openAsOf(reader, asOf)
  const debts = sql`from ${open} o cross join open_items i where i.id = o.item_id and i.document_on <= ${asOf} and i.currency = ${currency} and i.kind not in ${MONEY_KINDS}`
  const own = await reader.rows<OpenPart>(sql`select i.customer_id as "customerId", case${sql.join(places)} else ${sql.raw(String(buckets.length - 1))} end as place, cast(sum(o.open) as bigint) as open
    ${debts} and not ${carried} group by 1, 2`)
  const others = await reader.rows<{ id: number; customerId: number; open: Money }>(sql`select i.id, i.customer_id as "customerId", o.open ${debts} and ${carried} order by i.id`)
  const papers = await loadPapers(reader, others.map(({ id }) => id), asOf)
  const placeOf = (on: Day): number => buckets.findIndex(({ first }) => first === null || on >= first)
  return [...own, ...others.flatMap(({ id, customerId, open: left }) => originsOf(id, left, papers).map((origin) => ({ customerId, place: placeOf(origin.on), open: origin.amount })))]
}

/** The balance of the allowance at the end of a day: what the office brought along (in its own currency), what was provided, less what was written off, with what came back. */
export async function allowanceOn(reader: Reader, on: Day, currency: string): Promise<Money> {
  const [row] = await reader.rows<{ balance: Money }>(sql`select cast(coalesce((select sum(amount) from provisions where as_of <= ${on} and currency = ${currency}), 0)
    + coalesce((select sum(case when kind = 'recovery' then amount else -amount end) from write_offs where written_off_on <= ${on} and currency = ${currency}), 0) as bigint) as balance`)
  const [{ openingAllowance }, company] = [await loadOptions(reader), await loadCompany(reader)]
  return add(row?.balance ?? ZERO, currency === company.currency ? openingAllowance : ZERO)
}

/** Posts a provision with all that it was worked out from. Refuses by the reasons of the contract, in its order. Returns its id. */
export async function postProvision(tx: Writer, input: ProvisionQuestion, today: Today): Promise<number> {
  const company = await loadCompany(tx)
  if (company.standard === 'small') throw new Refusal('noAllowance')
  if (input.asOf > addDays(today.today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'asOf' })
  const currency = input.currency ?? company.currency
  const [last] = await tx.rows<{ number: string; asOf: Day }>(sql`select number, as_of as "asOf" from provisions where currency = ${currency} order by as_of desc, id desc limit 1`)
  if (last && last.asOf > input.asOf) throw new Refusal('laterProvision', { field: 'asOf', params: { number: last.number, day: last.asOf } })
  const content = await provisionContent(tx, input, today)
  const id = await tx.nextId(tx.t.provisions)
  const number = await tx.nextNumber(SERIES, monthOf(input.asOf))
  const { asOf, required, existing, amount } = content
  await tx.post(tx.t.provisions, [{ id, number, asOf, currency, required, existing, amount, content, hash: hashOf(JSON.stringify(content)), postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`provision:${id}:${number}`)
  return id
}

const fields = (reader: Reader): Record<string, SQL> => {
  const { provisions: p } = reader.t
  return {
    id: sql`${p.id}`, number: sql`${p.number}`, asOf: sql`${p.asOf}`, currency: sql`${p.currency}`, required: sql`${p.required}`, existing: sql`${p.existing}`, amount: sql`${p.amount}`,
    postedBy: sql`${p.postedBy}`, postedAt: sql`${p.postedAt}`,
  }
}

export async function provisionGrid(reader: Reader, request: GridRequest): Promise<GridPage<ProvisionRow>> {
  const { provisions: p } = reader.t
  return gridRows<ProvisionRow>(reader, {
    row: provisionRow,
    fields: fields(reader), from: sql`from ${p}`, search: (text) => startsWith(p.number, text), totals: { amount: sql`${p.amount}` }, currency: sql`${p.currency}`,
    order: sql`${p.asOf} desc, ${p.id} desc`, tie: sql`${p.id}`,
  }, request)
}

/** Refuses notFound. */
export async function provisionView(reader: Reader, id: number): Promise<ProvisionView> {
  const { provisions: p } = reader.t
  const [row] = await reader.db.select().from(p).where(sql`${p.id} = ${id}`)
  if (!row) throw new Refusal('notFound')
  const { hash: _hash, seal: _seal, ...view } = row
  return { ...view, entry: provisionEntry(row.amount) }
}
