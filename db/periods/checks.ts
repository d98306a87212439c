/** What is looked at before a month is closed: each line says how many, how much, and how grave it is. */
import { sql, type SQL } from 'drizzle-orm'
import { addDays, type Day, type Month } from '../../shared/day.ts'
import { absolute, add, subtract, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { daysOfMonth, LEVEL_OF } from '../../shared/periods/rules.ts'
import type { AmountOf, Check, CheckLine } from '../../shared/periods/schemas.ts'
import { openAsOf } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { monthTotals } from './controlTotals.ts'

interface Counted extends AmountOf {
  count: number
}

const lineOf = (check: Check, counted: readonly Counted[]): CheckLine => {
  const count = counted.reduce((sum, row) => sum + row.count, 0)
  return { check, level: count === 0 ? 'ok' : LEVEL_OF[check], count, amounts: counted.map(({ currency, amount }) => ({ currency, amount })), bankAccountId: null, name: '' }
}

/** All lines of a month, those that found nothing too. */
export async function checkLines(reader: Reader, month: Month, today: Day): Promise<CheckLine[]> {
  const { to } = daysOfMonth(month)
  const counted = (what: SQL): Promise<Counted[]> => reader.rows<Counted>(sql`select currency, cast(count(*) as bigint) as count, cast(sum(amount) as bigint) as amount from (${what}) found group by currency order by currency`)
  return [
    lineOf('drafts', await counted(sql`select currency, amount from invoices where status = 'draft' and document_on <= ${to}`)),
    lineOf('totals', await disagreeing(reader, month)),
    lineOf('bankLines', await counted(sql`select a.currency, case when l.direction = 'in' then l.amount else -l.amount end as amount
      from statement_states s join statement_lines l on l.id = s.line_id join bank_accounts a on a.id = s.bank_account_id where s.status in ('open', 'perhaps') and s.on_day <= ${to}`)),
    lineOf('unallocated', await counted(sql`select i.currency, -o.open as amount from ${await openAsOf(reader, to)} o cross join open_items i
      where i.id = o.item_id and i.document_on <= ${to} and o.open < 0`)),
    lineOf('acceptances', await counted(sql`select b.currency, s.amount from acceptance_states s join acceptances b on b.id = s.acceptance_id
      where s.status = 'held' and s.due_on <= ${to < today ? to : addDays(today, -1)}`)),
    ...(await accountLines(reader, month)),
  ]
}

/** Customers whose closing balance the aging contradicts, and by how much. */
async function disagreeing(reader: Reader, month: Month): Promise<Counted[]> {
  const lines = (await monthTotals(reader, month)).disagreeing
  return [...new Set(lines.map((line) => line.currency))].map((currency) => {
    const theirs = lines.filter((line) => line.currency === currency)
    return { currency, count: theirs.length, amount: sumOf(theirs, (line) => absolute(subtract(line.closing, line.aging))) }
  })
}

interface Account {
  id: number
  name: string
  currency: string
  imported: number
  moved: Money
}

/**
 * Bank accounts on which something moved in the month and whose 余额调节表 was not made without a difference on the last day
 * or later. An account whose statements nobody imports cannot be reconciled here: that is a note and no warning.
 */
async function accountLines(reader: Reader, month: Month): Promise<CheckLine[]> {
  const { from, to } = daysOfMonth(month)
  const accounts = await reader.rows<Account>(sql`select a.id, a.name, a.currency, cast(exists (select 1 from statements s where s.bank_account_id = a.id) as int) as imported, m.moved
    from bank_accounts a join (
      select account_id, cast(sum(amount) as bigint) as moved from (
        select bank_account_id as account_id, amount - fee as amount from receipts where received_on between ${from} and ${to} and bank_account_id is not null
        union all select bank_account_id, -amount from refunds where refunded_on between ${from} and ${to} and bank_account_id is not null
        union all select bank_account_id, amount from acceptance_events where on_day between ${from} and ${to} and bank_account_id is not null
        union all select bank_account_id, 0 from statement_lines where on_day between ${from} and ${to}) moves
      group by account_id) m on m.account_id = a.id
    where not exists (select 1 from reconciliations r where r.bank_account_id = a.id and r.as_of >= ${to} and r.difference = 0) order by a.id`)
  if (accounts.length === 0) return [lineOf('account', [])]
  return accounts.map((account) => ({
    check: 'account', level: account.imported ? LEVEL_OF.account : 'note', count: 1, amounts: [{ currency: account.currency, amount: add(account.moved, ZERO) }],
    bankAccountId: account.id, name: account.name,
  }))
}
