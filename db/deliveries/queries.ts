import { eq, sql, type SQL } from 'drizzle-orm'
import { addDays, daysBetween, type Day } from '../../shared/day.ts'
import { paperStateOf } from '../../shared/deliveries/rules.ts'
import { deliveryRow, type DeliveredPaper, type DeliveryRow, type DeliveryState, type DeliveryView, type FileRow, type FileType, type OutcomeRow, type PaperState } from '../../shared/deliveries/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import type { Reader } from '../reader.ts'
import { standingOutcomes } from './outcomes.ts'

export interface DeliveryFilter {
  today: Day
  paper?: DeliveredPaper | undefined
  documentId?: number | undefined
  /** Only what is under way for more days than this. */
  waitingDays?: number | undefined
  ids?: readonly number[] | undefined
}

/** The same answer as stateOf in shared/deliveries/rules.ts, where the list can filter by it. */
const stateSql = (deliveryId: SQL): SQL => {
  const has = (outcome: string): SQL => sql`exists (select 1 from ${standingOutcomes} o where o.delivery_id = ${deliveryId} and o.outcome = ${outcome})`
  return sql`case when ${has('slip')} then 'slip' when ${has('arrived')} then 'arrived' when ${has('returned')} then 'returned' else 'sent' end`
}

/** What was sent last comes first. */
export async function deliveryGrid(reader: Reader, request: GridRequest, filter: DeliveryFilter, scope: Scope): Promise<GridPage<DeliveryRow>> {
  const { deliveries: d, letters: l, accountPapers: a, customers: c } = reader.t
  const own = sql.raw('"deliveries"."id"')
  const last = (column: string): SQL => sql`(select o.${sql.identifier(column)} from ${standingOutcomes} o where o.delivery_id = ${own} order by o.id desc limit 1)`
  const state = stateSql(own)
  const number = sql`coalesce(${l.number}, ${a.number})`
  const { waitingDays } = filter
  const page = await gridRows<Omit<DeliveryRow, 'daysWaiting'>>(reader, {
    row: deliveryRow,
    fields: {
      id: sql`${d.id}`, paper: sql`${d.paper}`, documentId: sql`${d.documentId}`, number, kind: sql`coalesce(${l.level}, ${a.kind})`, customerId: sql`${c.id}`,
      customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), on: sql`${d.on}`, way: sql`${d.way}`, tracking: sql`${d.tracking}`, recipient: sql`${d.recipient}`,
      state, outcomeOn: last('on_day'), signedBy: sql`coalesce(${last('signed_by')}, '')`,
      files: sql`(select cast(count(*) as bigint) from delivery_files f where f.delivery_id = ${own})`, note: sql`${d.note}`, postedAt: sql`${d.postedAt}`, postedBy: sql`${d.postedBy}`,
    },
    from: sql`from ${d} left join ${l} on ${d.paper} = 'letter' and ${l.id} = ${d.documentId} left join ${a} on ${d.paper} = 'accountPaper' and ${a.id} = ${d.documentId}
      join ${c} on ${c.id} = coalesce(${l.customerId}, ${a.customerId})`,
    where: [
      inScope(reader, scope), filter.paper ? sql`${d.paper} = ${filter.paper}` : undefined, filter.documentId === undefined ? undefined : sql`${d.documentId} = ${filter.documentId}`,
      waitingDays === undefined ? undefined : sql`${d.on} < ${addDays(filter.today, -waitingDays)} and ${state} = 'sent'`,
      filter.ids ? sql`${d.id} in ${[...filter.ids]}` : undefined,
    ],
    search: (text) => sql`(${c.id} in (${matchingCustomers(reader, text)}) or ${startsWith(l.number, text)} or ${startsWith(a.number, text)} or ${startsWith(d.tracking, text)})`,
    order: sql`${d.on} desc, ${d.id} desc`,
    tie: sql`${d.id}`,
  }, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, daysWaiting: row.state === 'sent' ? Math.max(0, daysBetween(row.on, filter.today)) : null })) }
}

const ONE = { offset: 0, sort: [], filters: [], withTotals: false }

/** The rows that a command has just posted, in the order of their ids. */
export const deliveriesByIds = async (reader: Reader, ids: readonly number[], today: Day, scope: Scope): Promise<DeliveryRow[]> =>
  (await deliveryGrid(reader, { ...ONE, limit: ids.length, sort: [{ field: 'id', dir: 'asc' }] }, { today, ids }, scope)).rows

/** A delivery with all that came of it and its files. Refuses notFound, also outside the scope. */
export async function deliveryView(reader: Reader, id: number, today: Day, scope: Scope): Promise<DeliveryView> {
  const [row] = await deliveriesByIds(reader, [id], today, scope)
  if (!row) throw new Refusal('notFound')
  const { deliveryOutcomes: o } = reader.t
  const all = await reader.db.select().from(o).where(eq(o.deliveryId, id)).orderBy(o.id)
  const undone = new Set(all.map(({ undoesId }) => undoesId))
  const outcomes = all.map(({ seal: _seal, deliveryId: _deliveryId, ...each }): OutcomeRow => ({ ...each, undone: undone.has(each.id) }))
  const attached = await reader.rows<FileRow>(sql`select id, name, type, size, hash, posted_at as "postedAt", posted_by as "postedBy" from delivery_files where delivery_id = ${id} order by id`)
  return { ...row, outcomes, attached }
}

export interface StoredFile {
  name: string
  type: FileType
  bytes: Uint8Array
}

/** A file of a delivery with its bytes. Refuses notFound, also outside the scope. */
export async function deliveryFile(reader: Reader, { id, fileId }: { id: number; fileId: number }, today: Day, scope: Scope): Promise<StoredFile> {
  await deliveryView(reader, id, today, scope)
  const [file] = await reader.rows<{ name: string; type: FileType; bytes: string }>(sql`select name, type, bytes from delivery_files where id = ${fileId} and delivery_id = ${id}`)
  if (!file) throw new Refusal('notFound')
  return { ...file, bytes: Buffer.from(file.bytes, 'base64') }
}

/** How the delivery of each paper stands; papers that were never sent, or are outside the scope, are left out. */
export async function paperStates(reader: Reader, paper: DeliveredPaper, documentIds: readonly number[], scope: Scope): Promise<PaperState[]> {
  const document = sql.raw(paper === 'letter' ? 'letters' : 'account_papers')
  const owned = scope === null ? sql`` : sql`and d.document_id in (select p.id from ${document} p join customers c on c.id = p.customer_id where c.salesperson_id = ${scope})`
  const rows = await reader.rows<{ documentId: number; on: Day; state: DeliveryState }>(sql`select d.document_id as "documentId", d.on_day as "on", ${stateSql(sql`d.id`)} as state
    from deliveries d where d.paper = ${paper} and d.document_id in ${[...documentIds]} ${owned} order by d.document_id, d.id`)
  return [...groupBy(rows, (row) => row.documentId)].flatMap(([documentId, each]) => {
    const state = paperStateOf(each.map((row) => row.state))
    const last = each.at(-1)
    return state === null || !last ? [] : [{ documentId, state, on: last.on, deliveries: each.length }]
  })
}
