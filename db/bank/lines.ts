import { sql } from 'drizzle-orm'
import type { PayerFacts } from '../../shared/bank/payers.ts'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inPieces } from '../pieces.ts'
import type { Reader } from '../reader.ts'
import type { StandingLine } from './decisions.ts'

/** A line with all that a document takes from it. */
export interface WholeLine extends StandingLine, PayerFacts {
  on: Day
  currency: string
  amount: Money
}

/** A line that is perhaps, or for certain, the payment of another one is not dealt with before that is decided. Refuses perhapsSame. */
export function refuseDoubtful({ status }: Pick<StandingLine, 'status'>, at: { field?: string; row?: number } = {}): void {
  if (status === 'perhaps' || status === 'same') throw new Refusal('perhapsSame', at)
}

/** Lines in the order of the ids. Refuses notFound, with the place of the first that does not exist. */
export async function wholeLines(reader: Reader, ids: readonly number[]): Promise<WholeLine[]> {
  const rows = await inPieces([...new Set(ids)], (some) => reader.rows<WholeLine>(sql`select l.id, l.bank_account_id as "bankAccountId", a.currency, l.on_day as "on", l.amount, l.direction,
      l.counterparty, l.counterparty_account as "counterpartyAccount", l.memo, s.class, s.status, s.receipt_id as "receiptId", s.refund_id as "refundId", s.acceptance_event_id as "acceptanceEventId"
    from statement_lines l join statement_states s on s.line_id = l.id join bank_accounts a on a.id = l.bank_account_id where l.id in ${some}`))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id, index) => {
    const line = byId.get(id)
    if (!line) throw new Refusal('notFound', { row: index + 1 })
    return line
  })
}
