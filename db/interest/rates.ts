/** What interest goes by: the LPR table and what was agreed with customers. */
import { eq, sql } from 'drizzle-orm'
import { addDays, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { lprTable, type LprEntry, type LprRate } from '../../shared/interest/lpr.ts'
import type { AgreedTerms } from '../../shared/interest/rules.ts'
import { termsRow, type LprInput, type LprRow, type TermsInput, type TermsRow } from '../../shared/interest/schemas.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { givenCustomer, inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import type { Reader } from '../reader.ts'
import type { Today } from '../receipts/commands.ts'
import type { Present } from '../versions.ts'
import type { Writer } from '../writer.ts'

interface PostedLpr extends LprEntry {
  id: number
  postedBy: string
}

const postedLpr = async (reader: Reader): Promise<PostedLpr[]> =>
  (await reader.rows<Omit<PostedLpr, 'removed'> & { removed: number }>(sql`select id, on_day as "on", rate, removed, posted_by as "postedBy" from lpr_rates order by id`))
    .map(({ removed, ...row }) => ({ ...row, removed: removed === 1 }))

/** The LPR by day: what was published, with what the office put right. */
export const loadLpr = async (reader: Reader): Promise<LprRate[]> => lprTable(await postedLpr(reader))

/** The table as the screen shows it, the latest first. */
export async function listLpr(reader: Reader): Promise<LprRow[]> {
  const posted = await postedLpr(reader)
  return lprTable(posted).reverse().map((row): LprRow => {
    const own = posted.findLast((entry) => entry.on === row.on)
    return { ...row, published: own === undefined, postedBy: own?.postedBy ?? '', version: own?.id ?? 0 }
  })
}

/** What stands of a day's LPR: the office's last row about it; none where the day is as it was published, or was removed. */
export async function presentLpr(reader: Reader, on: Day): Promise<Present> {
  const [row] = await reader.rows<{ version: number; by: string; at: string; removed: number }>(sql`select id as version, posted_by as by, posted_at as at, removed from lpr_rates where on_day = ${on} order by id desc limit 1`)
  return row ? { ...row, version: row.removed === 1 ? 0 : row.version } : { version: 0 }
}

/** What stands of what was agreed with a customer from a day on. */
export async function presentTerms(reader: Reader, { customerId, from }: { customerId: number; from: Day }): Promise<Present> {
  const [row] = await reader.rows<{ version: number; by: string; at: string }>(sql`select id as version, posted_by as by, posted_at as at from interest_terms
    where customer_id = ${customerId} and from_day = ${from} order by id desc limit 1`)
  return row ?? { version: 0 }
}

/** Adds, corrects or removes the LPR of a day; what was charged already stays as it was. Refuses notInFuture, and notFound where there is nothing to remove. */
export async function setLpr(tx: Writer, { on, rate, removed }: Omit<LprInput, 'requestId' | 'version'>, { today }: Today): Promise<void> {
  if (on > today) throw new Refusal('notInFuture', { field: 'on', params: { day: today } })
  if (removed && !(await loadLpr(tx)).some((row) => row.on === on)) throw new Refusal('notFound', { field: 'on' })
  const id = await tx.nextId(tx.t.lprRates)
  await tx.post(tx.t.lprRates, [{ id, on, rate: removed ? 0 : rate, removed, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`lpr:${id}:${on}`)
}

/** What was agreed with customers, by customer in the order in which it was posted. */
export async function loadAgreed(reader: Reader, customerId?: number): Promise<Map<number, AgreedTerms[]>> {
  const rows = await reader.rows<AgreedTerms & { customerId: number }>(sql`select customer_id as "customerId", from_day as "from", basis, rate from interest_terms
    ${customerId === undefined ? sql`` : sql`where customer_id = ${customerId}`} order by id`)
  return groupBy(rows, (row) => row.customerId)
}

/** Notes what was agreed with a customer from a day on; of one day the last counts. Refuses unknownCustomer, tooFarAhead. Returns its id. */
export async function setTerms(tx: Writer, { customerId, from, basis, rate, note }: Omit<TermsInput, 'requestId' | 'version'>, { today }: Today, scope: Scope): Promise<number> {
  await givenCustomer(tx, customerId, scope)
  if (from > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'from' })
  const id = await tx.nextId(tx.t.interestTerms)
  const counted = basis === 'daily' || basis === 'lpr' ? rate : 0
  await tx.post(tx.t.interestTerms, [{ id, customerId, from, basis, rate: counted, note, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`interestTerms:${id}:${from}`)
  return id
}

/** What was agreed, the last first; a row that a later one of the same day put right stays and says so. */
export async function termsGrid(reader: Reader, request: GridRequest, filter: { customerId?: number | undefined; id?: number }, scope: Scope): Promise<GridPage<TermsRow>> {
  const { interestTerms: k, customers: c } = reader.t
  const page = await gridRows<Omit<TermsRow, 'replaced'> & { replaced: number }>(reader, {
    row: termsRow,
    fields: {
      id: sql`${k.id}`, customerId: sql`${k.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), from: sql`${k.from}`, basis: sql`${k.basis}`, rate: sql`${k.rate}`, note: sql`${k.note}`,
      replaced: sql`case when exists (select 1 from interest_terms l where l.customer_id = ${k.customerId} and l.from_day = ${k.from} and l.id > ${k.id}) then 1 else 0 end`,
      postedBy: sql`${k.postedBy}`, postedAt: sql`${k.postedAt}`,
    },
    from: sql`from ${k} join ${c} on ${c.id} = ${k.customerId}`,
    where: [inScope(reader, scope), filter.customerId === undefined ? undefined : eq(k.customerId, filter.customerId), filter.id === undefined ? undefined : eq(k.id, filter.id)],
    search: (text) => sql`${k.customerId} in (${matchingCustomers(reader, text)})`,
    order: filter.customerId === undefined ? sql`${k.id} desc` : sql`${k.from} desc, ${k.id} desc`,
    tie: sql`${k.id}`,
  }, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, replaced: row.replaced === 1 })) }
}
