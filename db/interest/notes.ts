/** 利息单 as they were posted; whether one still counts, its receivable says. */
import { eq, sql, type SQL } from 'drizzle-orm'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { noteRow, type NoteRow, type NoteView } from '../../shared/interest/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'

const own = (column: string): SQL => sql.raw(`"interest_notes"."${column}"`)

/** The last posted comes first. */
export async function noteGrid(reader: Reader, request: GridRequest, filter: { customerId?: number | undefined; id?: number }, scope: Scope): Promise<GridPage<NoteRow>> {
  const { interestNotes: n, customers: c } = reader.t
  const open = sql`coalesce((select cast(sum(b.open) as bigint) from open_items i join ${await openOn(reader, await officeToday(reader))} b on b.item_id = i.id where i.document_id = ${own('invoice_id')} and i.kind = 'other'), 0)`
  return gridRows<NoteRow>(reader, {
    row: noteRow,
    fields: {
      id: sql`${n.id}`, number: sql`${n.number}`, status: sql`case when exists (select 1 from invoices r where r.reverses_id = ${own('invoice_id')}) then 'void' else 'posted' end`,
      customerId: sql`${n.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), currency: sql`${n.currency}`, to: sql`${n.to}`, amount: sql`${n.amount}`, open,
      items: sql`(select cast(count(distinct x.item_id) as bigint) from interest_note_items x where x.note_id = ${own('id')})`,
      invoiceId: sql`${n.invoiceId}`, invoiceNumber: sql`(select d.number from invoices d where d.id = ${own('invoice_id')})`,
      postedOn: sql`${n.postedOn}`, postedBy: sql`${n.postedBy}`, postedAt: sql`${n.postedAt}`,
    },
    from: sql`from ${n} join ${c} on ${c.id} = ${n.customerId}`,
    where: [inScope(reader, scope), filter.customerId === undefined ? undefined : eq(n.customerId, filter.customerId), filter.id === undefined ? undefined : eq(n.id, filter.id)],
    search: (text) => sql`(${n.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(n.number, text)})`,
    totals: { amount: sql`${n.amount}`, open },
    currency: sql`${n.currency}`,
    order: filter.customerId === undefined ? sql`${n.id} desc` : sql`${n.to} desc, ${n.id} desc`,
    tie: sql`${n.id}`,
  }, request)
}

/** The note with its whole calculation. Refuses notFound, also outside the scope. */
export async function noteView(reader: Reader, id: number, scope: Scope): Promise<NoteView> {
  const { interestNotes } = reader.t
  const [row] = (await noteGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, { id }, scope)).rows
  const [stored] = await reader.db.select().from(interestNotes).where(eq(interestNotes.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  return { ...row, content: stored.content, hash: stored.hash }
}
