/** Demands that provably reached the debtor: each interrupts the limitation of the debts it names (民法典 195; 诉讼时效规定 8). */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { LetterContent } from '../../shared/dunning/schemas.ts'
import type { Scope } from '../customers/queries.ts'
import type { Reader } from '../reader.ts'
import { standingOutcomes } from './outcomes.ts'

export interface ArrivedDemand {
  /** The letter. */
  documentId: number
  deliveryId: number
  number: string
  customerId: number
  /** The day of arrival: the earliest that the signature or the stamped slip proves. */
  on: Day
  /** The open items that the letter names. */
  itemIds: number[]
}

export interface ArrivedFilter {
  customerId?: number | undefined
  /** What arrived by this day. */
  asOf?: Day | undefined
}

/**
 * One row a delivery that arrived, in the order of the days; a letter that was delivered twice demanded twice. A reminder is
 * left out: by its own words it is a friendly notice and demands nothing. So is a letter that was made void.
 */
export async function arrivedDemands(reader: Reader, { customerId, asOf }: ArrivedFilter, scope: Scope): Promise<ArrivedDemand[]> {
  const rows = await reader.rows<Omit<ArrivedDemand, 'itemIds'> & { content: string }>(sql`select l.id as "documentId", d.id as "deliveryId", l.number, l.customer_id as "customerId", s.on_day as "on", l.content
    from (select o.delivery_id, min(o.on_day) as on_day from ${standingOutcomes} o where o.outcome in ('arrived', 'slip') group by o.delivery_id) s
      join deliveries d on d.id = s.delivery_id and d.paper = 'letter' join letters l on l.id = d.document_id
    where l.level in ('demand', 'secondDemand', 'finalNotice') and not exists (select 1 from letter_voids v where v.letter_id = l.id)
      ${customerId === undefined ? sql`` : sql`and l.customer_id = ${customerId}`} ${asOf === undefined ? sql`` : sql`and s.on_day <= ${asOf}`}
      ${scope === null ? sql`` : sql`and l.customer_id in (select c.id from customers c where c.salesperson_id = ${scope})`}
    order by s.on_day, d.id`)
  return rows.map(({ content, ...row }) => ({ ...row, itemIds: (JSON.parse(content) as LetterContent).items.map(({ itemId }) => itemId) }))
}
