import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { daysBetween, addDays, type Day } from '../../shared/day.ts'
import { dueLevel, dunnedOf, letterNet, letterOff, nextLevel, REMIND_AHEAD, whyLeftOut } from '../../shared/dunning/rules.ts'
import { letterRow, type CandidateRow, type LetterLevel, type LetterRow, type LetterView } from '../../shared/dunning/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { money, ZERO } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { customersOnHold, disputedItems, promisedItems } from '../collection/standing.ts'
import { openAsOf } from '../openAsOf.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { MONEY_KINDS } from '../documents.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import type { Reader } from '../reader.ts'
import { lastLetterId, resetCustomers, type Chained } from './chains.ts'
import type { DunningQuestion } from './content.ts'

/**
 * Customers with something due, the most overdue money first, and why one would get no letter now. What is in dispute or
 * under a promise whose day has not passed is in neither sum.
 */
export async function candidates(reader: Reader, question: DunningQuestion, filter: { overDays: number; search?: string | undefined }): Promise<CandidateRow[]> {
  const { asOf } = question
  interface Sums {
    customerId: number
    code: string
    name: string
    salesperson: string
    overdue: number
    dueSoon: number
    disputed: number
    promised: number
    unallocated: number
    credits: number
    oldestDueOn: Day | null
    oldestDunnedOn: Day | null
    onHold: number
    items: number
    overSince: Day | null
    lastLetterOn: Day | null
    lastLetterNumber: string | null
    lastLevel: LetterLevel | null
  }
  const debt = sql`i.kind not in ${MONEY_KINDS} and o.open > 0`
  const soon = addDays(asOf, REMIND_AHEAD)
  const dunned = sql`x.item_id is null and y.item_id is null`
  const rows = await reader.rows<Sums>(sql`select c.id as "customerId", c.code, c.name, coalesce(u.name, '') as salesperson, s.overdue, s."dueSoon", s.disputed, s.promised, s.unallocated, s.credits, s."oldestDueOn", s."oldestDunnedOn", s."overSince", s.items,
      case when c.id in ${customersOnHold(reader, asOf)} then 1 else 0 end as "onHold",
      k.issued_on as "lastLetterOn", k.number as "lastLetterNumber", k.level as "lastLevel"
    from (select i.customer_id,
        cast(coalesce(sum(case when ${debt} and ${dunned} and i.due_on < ${asOf} then o.open end), 0) as bigint) as overdue,
        cast(coalesce(sum(case when ${debt} and ${dunned} and i.due_on between ${asOf} and ${soon} then o.open end), 0) as bigint) as "dueSoon",
        cast(coalesce(sum(case when ${debt} and i.due_on <= ${soon} and x.item_id is not null then o.open end), 0) as bigint) as disputed,
        cast(coalesce(sum(case when ${debt} and i.due_on <= ${soon} and x.item_id is null and y.item_id is not null then o.open end), 0) as bigint) as promised,
        cast(coalesce(sum(case when i.kind in ${MONEY_KINDS} then -o.open end), 0) as bigint) as unallocated,
        cast(coalesce(sum(case when i.kind not in ${MONEY_KINDS} and o.open < 0 then -o.open end), 0) as bigint) as credits,
        min(case when ${debt} then i.due_on end) as "oldestDueOn", min(case when ${debt} and ${dunned} then i.due_on end) as "oldestDunnedOn",
        min(case when ${debt} and i.due_on < ${asOf} then case when i.document_on > i.due_on then i.document_on else i.due_on end end) as "overSince",
        cast(coalesce(sum(case when ${debt} and ${dunned} and i.due_on < ${asOf} then 1 end), 0) as bigint) as items
      from ${await openAsOf(reader, asOf)} o cross join open_items i left join (select distinct item_id from ${disputedItems(reader, asOf)} each) x on x.item_id = i.id
        left join (select distinct item_id from ${promisedItems(reader, asOf)} each) y on y.item_id = i.id
      where i.id = o.item_id and i.document_on <= ${asOf} and i.currency = ${question.currency} group by i.customer_id) s
    join customers c on c.id = s.customer_id left join users u on u.id = c.salesperson_id left join letters k on k.id = ${lastLetterId(question, sql`c.id`)}
    where (s.overdue > 0 or s."dueSoon" > 0 or s.disputed > 0 or s.promised > 0) ${question.scope === null ? sql`` : sql`and c.salesperson_id = ${question.scope}`}
      ${filter.search?.trim() ? sql`and c.id in (${matchingCustomers(reader, filter.search)})` : sql``}
    order by s.overdue desc, c.code`)
  const due = new Map(rows.map((row) => [row.customerId, dueLevel(row.oldestDunnedOn === null ? 0 : daysBetween(row.oldestDunnedOn, asOf), question.options)]))
  // The chain is asked for only where it can make a difference: the first level needs none.
  const reset = await resetCustomers(reader, rows.flatMap(({ customerId, lastLetterOn, overSince }): Chained[] =>
    (lastLetterOn !== null && lastLetterOn <= asOf && due.get(customerId) !== 'reminder' ? [{ customerId, letterOn: lastLetterOn, overSince }] : [])), question)
  return rows.map(({ oldestDunnedOn: _oldest, overSince: _since, onHold, lastLevel, ...row }) => {
    const daysOverdue = row.oldestDueOn === null ? 0 : daysBetween(row.oldestDueOn, asOf)
    const sums = { overdue: money(row.overdue), dueSoon: money(row.dueSoon), disputed: money(row.disputed), promised: money(row.promised), unallocated: money(row.unallocated), credits: money(row.credits) }
    const worst = due.get(row.customerId) ?? 'reminder'
    const dunned = dunnedOf(sums)
    return {
      ...row, ...sums, net: letterNet(dunned, sums.unallocated + sums.credits), currency: question.currency, daysOverdue, dueLevel: worst, lastLetterNumber: row.lastLetterNumber ?? '',
      level: nextLevel({ due: worst, last: lastLevel, reset: reset.has(row.customerId) }),
      leftOut: whyLeftOut({ ...sums, onHold: onHold === 1, dunned, lastLetterOn: row.lastLetterOn }, asOf, question.options),
    }
  }).filter(({ daysOverdue }) => (filter.overDays < 0 ? daysOverdue >= filter.overDays : daysOverdue > filter.overDays))
}

const letterFields = (reader: Reader): Record<string, SQL> => {
  const { letters: l, letterPrints: p, customers: c } = reader.t
  const outer = sql.raw('"letters"."id"')
  return {
    id: sql`${l.id}`, number: sql`${l.number}`, level: sql`${l.level}`, customerId: sql`${l.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`),
    issuedOn: sql`${l.issuedOn}`, payBy: sql`${l.payBy}`, currency: sql`${l.currency}`, amount: sql`${l.amount}`, items: sql`${l.items}`, issuedBy: sql`${l.issuedBy}`,
    voided: sql`case when exists (select 1 from letter_voids v where v.letter_id = ${outer}) then 1 else 0 end`,
    prints: sql`(select cast(count(*) as bigint) from ${p} where ${p.letterId} = ${outer})`,
    lastPrintedAt: sql`(select max(${p.at}) from ${p} where ${p.letterId} = ${outer})`,
  }
}

export interface LettersWanted {
  ids?: readonly number[] | undefined
  /** Those that a run issued. */
  runId?: number | undefined
}

export async function letterGrid(reader: Reader, request: GridRequest, scope: Scope, { ids, runId }: LettersWanted = {}): Promise<GridPage<LetterRow>> {
  const { letters: l, customers: c } = reader.t
  const page = await gridRows<Omit<LetterRow, 'voided' | 'net'> & { voided: number }>(reader, {
    row: letterRow,
    fields: letterFields(reader),
    from: sql`from ${l} join ${c} on ${c.id} = ${l.customerId}`,
    where: [
      inScope(reader, scope), ids ? sql`${l.id} in ${ids}` : undefined,
      runId === undefined ? undefined : sql`${l.id} in (select s.letter_id from dunning_run_steps s where s.run_id = ${runId} and s.kind = 'issue')`,
    ],
    search: (text) => sql`(${l.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(l.number, text)})`,
    totals: { amount: sql`${l.amount}` },
    currency: sql`${l.currency}`,
    order: sql`${l.issuedOn} desc, ${l.id} desc`,
    tie: sql`${l.id}`,
  }, request)
  // What comes off stands in the snapshot alone, which is text to the engine.
  const shown = page.rows.map((row) => row.id)
  const contents = shown.length === 0 ? [] : await reader.db.select({ id: l.id, content: l.content }).from(l).where(inArray(l.id, shown))
  const off = new Map(contents.map(({ id, content }) => [id, letterOff(content)]))
  return { ...page, rows: page.rows.map((row) => ({ ...row, voided: row.voided === 1, net: letterNet(row.amount, off.get(row.id) ?? ZERO) })) }
}

/** The letter as it was issued, with every print of it, and why it is void. Refuses notFound, also outside the scope. */
export async function letterView(reader: Reader, id: number, scope: Scope): Promise<LetterView> {
  const { letters, letterPrints } = reader.t
  const page = await letterGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, scope, { ids: [id] })
  const [row] = page.rows
  const [stored] = await reader.db.select().from(letters).where(eq(letters.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  const printed = await reader.db.select().from(letterPrints).where(eq(letterPrints.letterId, id)).orderBy(desc(letterPrints.id))
  const [voided] = await reader.rows<{ reason: string; at: string; by: string }>(sql`select reason, posted_at as at, posted_by as by from letter_voids where letter_id = ${id}`)
  const [fee] = await reader.rows<{ id: number; number: string }>(feeOfLetter(row))
  return {
    ...row, content: stored.content, hash: stored.hash, printed: printed.map(({ at, by, reprint, how }) => ({ at, by, reprint, how })), void: voided ?? null, feeInvoice: fee ?? null,
  }
}

/** The receivable that the fee of a letter became, unless it was reversed; it names the letter as where it came from. */
export const feeOfLetter = ({ customerId, number }: Pick<LetterRow, 'customerId' | 'number'>): SQL => sql`select i.id, i.number from invoices i
  where i.customer_id = ${customerId} and i.kind = 'other' and i.status = 'posted' and i.source_number = ${number} and i.reverses_id is null
    and not exists (select 1 from invoices r where r.reverses_id = i.id)`
