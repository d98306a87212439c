import { sql } from 'drizzle-orm'
import type { HangingLine } from '../../shared/receipts/schemas.ts'
import type { Reader } from '../reader.ts'

/** The bank's line that a receipt was recorded from. */
export const linesOf = (reader: Reader, receiptId: number): Promise<HangingLine[]> =>
  reader.rows<HangingLine>(sql`select l.id, coalesce(a.name, '') as "bankAccount", l.on_day as "on", l.amount, l.counterparty
    from statement_states s join statement_lines l on l.id = s.line_id left join bank_accounts a on a.id = l.bank_account_id where s.receipt_id = ${receiptId} order by l.id`)
