import { sql, type SQL } from 'drizzle-orm'
import { writeOffEntry } from '../../shared/badDebt/rules.ts'
import { requestRow, writeOffRow, type RequestRow, type RequestView, type WriteOffLine, type WriteOffRow, type WriteOffView } from '../../shared/badDebt/schemas.ts'
import { later, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { Refusal } from '../../shared/refusal.ts'
import { matchingCustomers } from '../customers/queries.ts'
import { documentNumber } from '../documents.ts'
import { gridRows, type GridSource, named } from '../grid.ts'
import { allocationsIn, startsWith } from '../invoices/queries.ts'
import { markAhead, openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { loadCompany, officeToday } from '../settings/queries.ts'

const own = (column: string): SQL => sql.raw(`"write_offs"."${column}"`)
const asked = (column: string): SQL => sql.raw(`"write_off_requests"."${column}"`)
const select = (fields: Record<string, SQL>): SQL => sql.join(Object.entries(fields).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)

const REVERSED = sql`exists (select 1 from write_offs k where k.reverses_id = ${own('id')})`
/** A reversal is negative, so that what was taken back counts for nothing. */
const cameBack = (by: Day): SQL => sql`coalesce((select cast(sum(b.amount) as bigint) from write_offs b where b.recovers_id = ${own('id')} and b.kind = 'recovery' and b.written_off_on <= ${by}), 0)`

const fields = (reader: Reader, by: Day): Record<string, SQL> => {
  const { writeOffs: w, customers: c } = reader.t
  return {
    id: sql`${w.id}`, number: sql`${w.number}`, status: sql`case when ${w.reversesId} is not null then 'reversal' when ${REVERSED} then 'reversed' else 'posted' end`,
    customerId: sql`${w.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), writtenOffOn: sql`${w.writtenOffOn}`, currency: sql`${w.currency}`, amount: sql`${w.amount}`,
    recovered: cameBack(by), left: sql`case when ${w.kind} = 'recovery' or ${w.reversesId} is not null or ${REVERSED} then 0 else ${w.amount} - ${cameBack(by)} end`,
    reason: sql`${w.reason}`, evidence: sql`${w.evidence}`, postedBy: sql`${w.postedBy}`,
  }
}

const withCustomer = (reader: Reader): SQL => sql`from ${reader.t.writeOffs} join ${reader.t.customers} on ${reader.t.customers.id} = ${reader.t.writeOffs.customerId}`

/** The memo list: every write-off with what came back of it. What came back stands with its write-off, not in a row of its own. */
export async function writeOffGrid(reader: Reader, request: GridRequest): Promise<GridPage<WriteOffRow>> {
  const { writeOffs: w } = reader.t
  const today = await officeToday(reader)
  const all = fields(reader, today)
  return markAhead(await gridRows<Omit<WriteOffRow, 'datedAhead'>>(reader, {
    row: writeOffRow,
    fields: all, from: withCustomer(reader), countFrom: sql`from ${w}`, decorated: ['customerCode', 'customerName'],
    where: [sql`${w.kind} = 'writeOff'`, sql`${w.reversesId} is null`],
    search: (text) => sql`(${w.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(w.number, text)})`,
    totals: { amount: sql`case when ${REVERSED} then 0 else ${w.amount} end`, recovered: cameBack(today), left: all['left'] ?? sql`0` }, currency: sql`${w.currency}`,
    order: sql`${w.writtenOffOn} desc, ${w.id} desc`, tie: sql`${w.id}`,
  }, request), (row) => row.writtenOffOn, today)
}

/** A write-off, a recovery or the reversal of either, with what it settled or revived. Refuses notFound. */
export async function writeOffView(reader: Reader, id: number): Promise<WriteOffView> {
  const { writeOffs: w } = reader.t
  const today = await officeToday(reader)
  const numberOf = (column: SQL): SQL => sql`coalesce((select n.number from write_offs n where n.id = ${column}), '')`
  const [row] = await reader.rows<Omit<WriteOffView, 'datedAhead' | 'entry' | 'lines' | 'recoveries'>>(sql`select ${select(fields(reader, today))}, ${w.kind} as kind, ${w.postedAt} as "postedAt",
      coalesce((select r.posted_by from write_off_requests r where r.id = ${own('write_off_request_id')}), '') as "askedBy",
      ${w.recoversId} as "recoversId", ${numberOf(own('recovers_id'))} as "recoversNumber", ${w.reversesId} as "reversesId",
      (select k.id from write_offs k where k.reverses_id = ${own('id')}) as "reversedById",
      coalesce((select k.number from write_offs k where k.reverses_id = ${own('id')} or k.id = ${own('reverses_id')} limit 1), '') as "reversalNumber",
      case when ${w.kind} = 'recovery' and ${w.reversesId} is null then (select i.id from open_items i where i.kind = 'writeOff' and i.document_id = ${own('id')} and i.amount > 0) end as "itemId"
    ${withCustomer(reader)} where ${w.id} = ${id}`)
  if (!row) throw new Refusal('notFound')
  const { standard } = await loadCompany(reader)
  const open = await openOn(reader, later(today, row.writtenOffOn))
  const items = sql`(select i.id from open_items i where i.kind = 'writeOff' and i.document_id = ${row.reversesId ?? row.id})`
  return {
    ...row, datedAhead: row.writtenOffOn > today, entry: writeOffEntry(row.kind, standard, row.amount),
    lines: await allocationsIn(reader, sql`(select * from allocations where credit_item_id in ${items} union select * from allocations where item_id in ${items})`),
    recoveries: row.kind === 'recovery' || row.reversesId !== null ? [] : await reader.rows<WriteOffView['recoveries'][number]>(sql`select w.id, w.number, w.written_off_on as "writtenOffOn", w.amount, w.reason,
        case when exists (select 1 from write_offs k where k.reverses_id = w.id) then 'reversed' else 'posted' end as status,
        coalesce((select b.open from open_items i join ${open} b on b.item_id = i.id where i.kind = 'writeOff' and i.document_id = w.id), 0) as open
      from write_offs w where w.recovers_id = ${row.id} and w.reverses_id is null order by w.id`),
  }
}

const step = (column: string): SQL => sql`(select ${sql.raw(`s.${column}`)} from write_off_steps s where s.write_off_request_id = ${asked('id')})`

const requestFields = (reader: Reader): Record<string, SQL> => {
  const { writeOffRequests: r, customers: c } = reader.t
  return {
    id: sql`${r.id}`, status: sql`coalesce(${step('step')}, 'waiting')`, customerId: sql`${r.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), currency: sql`${r.currency}`,
    amount: sql`${r.amount}`, reason: sql`${r.reason}`, evidence: sql`${r.evidence}`, askedOn: sql`${r.askedOn}`, askedBy: sql`${r.postedBy}`, decidedBy: sql`coalesce(${step('posted_by')}, '')`,
  }
}

const requestSource = (reader: Reader): Pick<GridSource, 'fields' | 'from'> => {
  const { writeOffRequests: r, customers: c } = reader.t
  return { fields: requestFields(reader), from: sql`from ${r} join ${c} on ${c.id} = ${r.customerId}` }
}

/** All requests, the newest first; those that wait are asked for by their status. */
export async function requestGrid(reader: Reader, request: GridRequest): Promise<GridPage<RequestRow>> {
  const { writeOffRequests: r } = reader.t
  return gridRows<RequestRow>(reader, {
    row: requestRow,
    ...requestSource(reader), countFrom: sql`from ${r}`, decorated: ['customerCode', 'customerName'],
    search: (text) => sql`${r.customerId} in (${matchingCustomers(reader, text)})`, totals: { amount: sql`${r.amount}` }, currency: sql`${r.currency}`, order: sql`${r.id} desc`, tie: sql`${r.id}`,
  }, request)
}

/** A request with its debts as they stand now. Refuses notFound. */
export async function requestView(reader: Reader, id: number): Promise<RequestView> {
  const { writeOffRequests: r } = reader.t
  const source = requestSource(reader)
  const [row] = await reader.rows<Omit<RequestView, 'lines'> & { asked: string | WriteOffLine[] }>(sql`select ${select(source.fields)}, ${r.lines} as asked, ${r.postedById} as "askedById", ${r.postedAt} as "postedAt",
      coalesce(${step('posted_at')}, '') as "decidedAt", coalesce(${step('note')}, '') as "decisionNote",
      (select w.id from write_offs w where w.write_off_request_id = ${asked('id')}) as "writeOffId", coalesce((select w.number from write_offs w where w.write_off_request_id = ${asked('id')}), '') as "writeOffNumber"
    ${source.from} where ${r.id} = ${id}`)
  if (!row) throw new Refusal('notFound')
  const { asked: stored, ...view } = row
  const wanted = typeof stored === 'string' ? (JSON.parse(stored) as WriteOffLine[]) : stored
  const items = await reader.rows<Omit<RequestView['lines'][number], 'amount'>>(sql`select i.id as "itemId", i.kind, i.document_id as "documentId", ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number,
      i.document_on as "documentOn", i.due_on as "dueOn", coalesce(b.open, 0) as open
    from open_items i left join ${await openOn(reader, await officeToday(reader))} b on b.item_id = i.id where i.id in ${wanted.map((line) => line.itemId)}`)
  return { ...view, lines: wanted.flatMap((line) => items.filter((item) => item.itemId === line.itemId).map((item) => ({ ...item, amount: line.amount }))) }
}
