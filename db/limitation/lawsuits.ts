/** 案件: the files of lawsuits and what happened in each. */
import { desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { enforceBy } from '../../shared/limitation/rules.ts'
import { lawsuitRow, type LawsuitRow, type LawsuitView } from '../../shared/limitation/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { documentNumber } from '../documents.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { lastStage } from './events.ts'

/** That a lawsuit has neither been closed nor withdrawn by a day. */
const runs = (lawsuitId: SQL, asOf: Day): SQL => sql`coalesce(${lastStage('stage', lawsuitId, asOf)}, 'filed') not in ('closed', 'withdrawn')`

/** Items of the lawsuits that run on a day, each with the number of its lawsuit. */
export const inRunningLawsuit = (asOf: Day): SQL => sql`(select x.item_id, l.number from lawsuits l join lawsuit_items x on x.lawsuit_id = l.id where l.filed_on <= ${asOf} and ${runs(sql`l.id`, asOf)})`

const OWN = sql.raw('"lawsuits"."id"')
const eventsWith = (what: SQL, condition: SQL): SQL => sql`(select ${what} from lawsuit_events e where e.lawsuit_id = ${OWN} and ${condition})`

const lawsuitFields = (reader: Reader, asOf: Day): Record<string, SQL> => {
  const { lawsuits: l, customers: c, users: u } = reader.t
  return {
    id: sql`${l.id}`, number: sql`${l.number}`, customerId: sql`${l.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`),
    court: sql`${l.court}`, currency: sql`${l.currency}`, claim: sql`${l.claim}`, filedOn: sql`${l.filedOn}`, lawyer: sql`${l.lawyer}`, postedBy: sql`${l.postedBy}`,
    caseNumber: sql`coalesce((select e.case_number from lawsuit_events e where e.lawsuit_id = ${OWN} and e.case_number <> '' order by e.id desc limit 1), '')`,
    costs: eventsWith(sql`cast(coalesce(sum(e.amount), 0) as bigint)`, sql`e.stage = 'cost'`),
    stage: sql`coalesce(${lastStage('stage', OWN, asOf)}, 'filed')`, running: sql`case when ${runs(OWN, asOf)} then 1 else 0 end`,
    hearingOn: eventsWith(sql`min(e.on_day)`, sql`e.stage in ('hearing', 'mediation') and e.on_day >= ${asOf}`),
    items: sql`(select cast(count(*) as bigint) from lawsuit_items x where x.lawsuit_id = ${OWN})`,
  }
}

/** Lawsuits, the latest filed first (of one customer the latest noted), each with its stage, the next hearing and what it has cost. */
export async function lawsuitGrid(reader: Reader, request: GridRequest, filter: { asOf: Day; id?: number | undefined; customerId?: number | undefined }, scope: Scope): Promise<GridPage<LawsuitRow>> {
  const { lawsuits: l, customers: c, users: u } = reader.t
  const fields = lawsuitFields(reader, filter.asOf)
  const page = await gridRows<Omit<LawsuitRow, 'running'> & { running: number }>(reader, {
    row: lawsuitRow,
    fields, from: sql`from ${l} join ${c} on ${c.id} = ${l.customerId} left join ${u} on ${u.id} = ${c.salespersonId}`,
    where: [inScope(reader, scope), filter.id === undefined ? undefined : sql`${l.id} = ${filter.id}`, filter.customerId === undefined ? undefined : sql`${l.customerId} = ${filter.customerId}`],
    search: (text) => sql`(${l.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(l.number, text)})`,
    totals: { claim: sql`${l.claim}`, costs: fields['costs'] ?? sql`0` },
    currency: sql`${l.currency}`,
    order: filter.customerId === undefined ? sql`${l.filedOn} desc, ${l.id} desc` : sql`${l.id} desc`,
    tie: sql`${l.id}`,
  }, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, running: row.running === 1 })) }
}

/** The file of a lawsuit with its debts and everything that happened, the last first. Refuses notFound, also outside the scope. */
export async function lawsuitView(reader: Reader, id: number, asOf: Day, scope: Scope): Promise<LawsuitView> {
  const { lawsuits, lawsuitEvents } = reader.t
  const [row] = (await lawsuitGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, { asOf, id }, scope)).rows
  const [stored] = await reader.db.select().from(lawsuits).where(eq(lawsuits.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  const events = await reader.db.select().from(lawsuitEvents).where(eq(lawsuitEvents.lawsuitId, id)).orderBy(desc(lawsuitEvents.on), desc(lawsuitEvents.id))
  const debts = await reader.rows<LawsuitView['debts'][number]>(sql`select i.id as "itemId", i.kind, i.document_id as "documentId", ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number, i.due_on as "dueOn", i.amount,
      coalesce(b.open, 0) as open from lawsuit_items x join open_items i on i.id = x.item_id left join ${await openOn(reader, asOf)} b on b.item_id = i.id where x.lawsuit_id = ${id} order by i.due_on, i.id`)
  return {
    ...row, note: stored.note, postedAt: stored.postedAt, debts, enforceBy: row.running ? enforceBy(events.filter(({ on }) => on <= asOf)) : null,
    events: events.map(({ seal: _seal, lawsuitId: _lawsuitId, ...event }) => event),
  }
}
