/** The chain of a customer's letters: the last one that counts, and whether nothing was due at some time since. */
import { sql, type SQL } from 'drizzle-orm'
import { addDays, type Day } from '../../shared/day.ts'
import { nothingDueSince, REMIND_AHEAD, type OpenSpan } from '../../shared/dunning/rules.ts'
import { groupBy } from '../../shared/groupBy.ts'
import type { Options } from '../../shared/settings/schemas.ts'
import { MONEY_KINDS } from '../documents.ts'
import type { Reader } from '../reader.ts'

/** Customers whose items are asked for in one query. */
const LOT = 500

export interface ChainQuestion {
  asOf: Day
  currency: string
  options: Pick<Options, 'letterGapDays'>
}

/** The id of the last letter to a customer, whose column is named, that was issued by a day in a currency and not made void. */
export const lastLetterBy = (on: Day, currency: string, customerId: SQL): SQL => sql`(select l.id from letters l
    where l.customer_id = ${customerId} and l.currency = ${currency} and l.issued_on <= ${on}
      and not exists (select 1 from letter_voids v where v.letter_id = l.id) order by l.issued_on desc, l.id desc limit 1)`

/**
 * The id of the letter that decides about the level and the spacing of the next one, for the customer whose column is
 * named. One of a later day counts while it is near enough to be in the way.
 */
export const lastLetterId = ({ asOf, currency, options }: ChainQuestion, customerId: SQL): SQL =>
  lastLetterBy(addDays(asOf, Math.max(0, options.letterGapDays - 1)), currency, customerId)

export interface Chained {
  customerId: number
  letterOn: Day
  /** Since when the longest overdue of the items that are open now was overdue and there; null where none is. */
  overSince: Day | null
}

/** The customers for whom nothing was due on some day after their last letter, worked out from what was open day by day. */
export async function resetCustomers(reader: Reader, chains: readonly Chained[], { asOf, currency }: Pick<ChainQuestion, 'asOf' | 'currency'>): Promise<Set<number>> {
  const reset = new Set<number>()
  const first = chains.map((chain) => chain.letterOn).toSorted()[0]
  if (first === undefined) return reset
  // An item that was overdue at the letter and is open still was open all the time, unless it was settled and came back.
  const cameBack = new Set((await reader.rows<{ id: number }>(sql`select distinct i.customer_id as id from allocations a join open_items i on i.id = a.item_id
    where a.releases_id is not null and a.allocated_on > ${first} and a.allocated_on <= ${asOf}`)).map((row) => row.id))
  const unsure = chains.filter(({ customerId, letterOn, overSince }) => overSince === null || overSince > letterOn || cameBack.has(customerId))
  for (let start = 0; start < unsure.length; start += LOT) {
    const some = unsure.slice(start, start + LOT)
    const spans = await spansOf(reader, some.map((chain) => chain.customerId), asOf, currency)
    for (const { customerId, letterOn } of some) if (nothingDueSince(spans.get(customerId) ?? [], letterOn, asOf)) reset.add(customerId)
  }
  return reset
}

/** When each debt of some customers was open, as far as it falls due by then or soon after. */
async function spansOf(reader: Reader, customerIds: readonly number[], asOf: Day, currency: string): Promise<Map<number, OpenSpan[]>> {
  const debts = sql`i.customer_id in ${customerIds} and i.currency = ${currency} and i.amount > 0 and i.kind not in ${MONEY_KINDS} and i.due_on <= ${addDays(asOf, REMIND_AHEAD)}`
  const rows = await reader.rows<OpenSpan & { customerId: number }>(sql`select i.customer_id as "customerId", i.due_on as "dueOn", s.day as "from", s.until from (
      select item_id, day, open, lead(day) over (partition by item_id order by day) as until from (
        select item_id, day, sum(sum(amount)) over (partition by item_id order by day) as open from (
          select i.id as item_id, i.document_on as day, i.amount from open_items i where ${debts}
          union all select a.item_id, a.allocated_on, -a.amount from open_items i join allocations a on a.item_id = i.id where ${debts} and a.allocated_on <= ${asOf}) moves
        group by item_id, day) sums) s
    join open_items i on i.id = s.item_id where s.open > 0 and i.document_on <= ${asOf}`)
  return groupBy(rows, (row) => row.customerId)
}
