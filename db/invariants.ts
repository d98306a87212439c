/** Queries that must return no row, whatever was posted in whatever order. Each names the documents that break it. */
import { sql, type SQL } from 'drizzle-orm'
import { INVOICE_KINDS, RECEIPT_KINDS } from './documents.ts'
import { closedTotalsMoved } from './periods/controlTotals.ts'
import type { Reader } from './reader.ts'

export interface Broken {
  code: string
  table: string
  id: number
  text: string
}

interface Invariant {
  code: string
  table: string
  /** id and text of each offender. */
  query: SQL
}

/** Every numbered document. */
const NUMBERS = sql.join(['invoices', 'receipts', 'letters', 'vouchers', 'offsets', 'refunds', 'acceptances', 'provisions', 'write_offs', 'account_papers', 'interest_notes', 'lawsuits'].map((table) => sql`select number from ${sql.identifier(table)} where number <> ''`), sql` union all `)

/** An event that was not taken back. */
const stands = (event: string): SQL => sql.raw(`not exists (select 1 from acceptance_events u where u.undoes_id = ${event}.id)`)

const INVARIANTS: readonly Invariant[] = [
  {
    code: 'balanceIsAmountLessAllocations', table: 'open_items',
    query: sql`select i.id as id, 'open ' || coalesce(b.open, 0) || ', should be ' || (i.amount - coalesce(d.total, 0) + coalesce(c.total, 0)) as text
      from open_items i
      left join open_balances b on b.item_id = i.id
      left join (select item_id, cast(sum(amount) as bigint) as total from allocations group by item_id) d on d.item_id = i.id
      left join (select credit_item_id, cast(sum(amount) as bigint) as total from allocations group by credit_item_id) c on c.credit_item_id = i.id
      where coalesce(b.open, 0) <> i.amount - coalesce(d.total, 0) + coalesce(c.total, 0) or b.open = 0 limit 100`,
  },
  {
    code: 'allocationJoinsADebtAndACredit', table: 'allocations',
    query: sql`select a.id as id, 'item ' || a.item_id || ' with ' || a.credit_item_id as text
      from allocations a join open_items d on d.id = a.item_id join open_items c on c.id = a.credit_item_id
      where d.amount <= 0 or c.amount >= 0 or d.customer_id <> c.customer_id or d.currency <> c.currency or a.amount = 0
        or (a.releases_id is null and (a.amount < 0 or a.allocated_on < d.document_on or a.allocated_on < c.document_on)) limit 100`,
  },
  {
    code: 'releaseNegatesWhatItReleases', table: 'allocations',
    query: sql`select r.id as id, 'releases ' || r.releases_id as text from allocations r left join allocations a on a.id = r.releases_id
      where r.releases_id is not null and (a.id is null or a.amount + r.amount <> 0 or a.item_id <> r.item_id or a.credit_item_id <> r.credit_item_id
        or r.allocated_on < a.allocated_on or a.releases_id is not null) limit 100`,
  },
  {
    code: 'neverMoreThanTheDebtOnAnyDay', table: 'open_items',
    query: sql`select i.id as id, 'on ' || m.day || ' settled ' || m.settled || ' of ' || i.amount as text from open_items i join (
        select item_id, day, cast(sum(cast(sum(amount) as bigint)) over (partition by item_id order by day) as bigint) as settled from (
          select item_id, allocated_on as day, amount from allocations
          union all select credit_item_id, allocated_on, -amount from allocations) moves
        group by item_id, day) m on m.item_id = i.id
      where (i.amount > 0 and (m.settled < 0 or m.settled > i.amount)) or (i.amount < 0 and (m.settled > 0 or m.settled < i.amount)) limit 100`,
  },
  {
    code: 'itemsAddUpToTheInvoice', table: 'invoices',
    query: sql`select d.id as id, 'items ' || coalesce(i.total, 0) || ', document ' || d.amount as text from invoices d
      left join (select document_id, cast(sum(amount) as bigint) as total from open_items where kind in ${INVOICE_KINDS} group by document_id) i on i.document_id = d.id
      where d.status = 'posted' and coalesce(i.total, 0) <> d.amount limit 100`,
  },
  {
    code: 'itemOfTheReceipt', table: 'receipts',
    query: sql`select r.id as id, 'item ' || coalesce(i.amount, 0) || ', document ' || r.amount as text from receipts r
      left join open_items i on i.id = r.item_id and i.kind = 'receipt' and i.document_id = r.id
      where i.id is null or i.amount + r.amount <> 0 or i.customer_id <> r.customer_id or i.document_on <> r.received_on limit 100`,
  },
  {
    code: 'itemsHaveTheirDocument', table: 'open_items',
    query: sql`select i.id as id, i.kind || ' of ' || i.document_id as text from open_items i
      left join invoices d on d.id = i.document_id and d.status = 'posted' and i.kind in ${INVOICE_KINDS}
      left join receipts r on r.id = i.document_id and i.kind in ${RECEIPT_KINDS}
      left join refunds f on f.id = i.document_id and i.kind = 'refund'
      left join offsets o on o.id = i.document_id and i.kind = 'offset'
      left join acceptances b on b.id = i.document_id and i.kind = 'dishonour'
      left join write_offs w on w.id = i.document_id and i.kind = 'writeOff'
      where d.id is null and r.id is null and f.id is null and o.id is null and b.id is null and w.id is null limit 100`,
  },
  {
    code: 'offsetItemsAddUp', table: 'offsets',
    query: sql`select o.id as id, 'settles ' || coalesce(s.total, 0) || ', takes over ' || coalesce(t.total, 0) || ', document ' || o.amount as text from offsets o
      left join (select document_id, customer_id, cast(sum(amount) as bigint) as total from open_items where kind = 'offset' group by document_id, customer_id) s on s.document_id = o.id and s.customer_id = o.customer_id
      left join (select document_id, customer_id, cast(sum(amount) as bigint) as total from open_items where kind = 'offset' group by document_id, customer_id) t on t.document_id = o.id and t.customer_id = o.other_customer_id
      where coalesce(s.total, 0) <> (case when o.kind in ('customers', 'payable') then -o.amount else 0 end)
        or coalesce(t.total, 0) <> (case when o.kind = 'customers' then o.amount else 0 end) limit 100`,
  },
  {
    code: 'offsetLinesAreItsAllocations', table: 'offsets',
    query: sql`select o.id as id, 'lines ' || coalesce(l.total, 0) || ', document ' || o.amount as text from offsets o
      left join (select x.offset_id, cast(sum(a.amount) as bigint) as total, min(a.allocated_on) as first, max(a.allocated_on) as last
        from offset_lines x join allocations a on a.id = x.allocation_id group by x.offset_id) l on l.offset_id = o.id
      where (o.reverses_id is null and (coalesce(l.total, 0) <> o.amount or l.first <> o.offset_on or l.last <> o.offset_on)) or (o.reverses_id is not null and l.total is not null) limit 100`,
  },
  {
    code: 'itemOfTheRefund', table: 'refunds',
    query: sql`select r.id as id, 'item ' || coalesce(i.amount, 0) || ', open ' || coalesce(b.open, 0) || ', document ' || r.amount as text from refunds r
      left join open_items i on i.id = r.item_id and i.kind = 'refund' and i.document_id = r.id
      left join open_balances b on b.item_id = i.id
      where i.id is null or i.amount <> r.amount or i.customer_id <> r.customer_id or i.document_on <> r.refunded_on or b.open is not null limit 100`,
  },
  {
    code: 'reversalNegatesItsDocument', table: 'offsets',
    query: sql`select r.id as id, 'reverses ' || r.reverses_id as text from offsets r left join offsets o on o.id = r.reverses_id where r.reverses_id is not null and (o.id is null or o.amount + r.amount <> 0 or o.reverses_id is not null) limit 100`,
  },
  {
    code: 'reversalNegatesItsDocument', table: 'refunds',
    query: sql`select r.id as id, 'reverses ' || r.reverses_id as text from refunds r left join refunds o on o.id = r.reverses_id where r.reverses_id is not null and (o.id is null or o.amount + r.amount <> 0 or o.reverses_id is not null) limit 100`,
  },
  {
    // A write-off settles what it says, a recovery revives it; a reversal stands on the other side with a negative amount.
    code: 'writeOffItemsAddUp', table: 'write_offs',
    query: sql`select w.id as id, 'items ' || coalesce(i.total, 0) || ', document ' || w.amount as text from write_offs w
      left join (select document_id, min(customer_id) as first, max(customer_id) as last, cast(sum(amount) as bigint) as total from open_items where kind = 'writeOff' group by document_id) i on i.document_id = w.id
      where coalesce(i.total, 0) <> case when w.kind = 'recovery' then w.amount else -w.amount end or i.first <> w.customer_id or i.last <> w.customer_id limit 100`,
  },
  {
    code: 'recoveriesWithinTheWriteOff', table: 'write_offs',
    query: sql`select w.id as id, 'came back ' || r.total || ', written off ' || w.amount as text from write_offs w
      join (select recovers_id, cast(sum(amount) as bigint) as total from write_offs where recovers_id is not null group by recovers_id) r on r.recovers_id = w.id
      where w.kind <> 'writeOff' or w.reverses_id is not null or r.total < 0 or r.total > w.amount
        or (r.total <> 0 and exists (select 1 from write_offs k where k.reverses_id = w.id)) limit 100`,
  },
  {
    // Two people write off, or nobody does.
    code: 'writeOffsWereApproved', table: 'write_offs',
    query: sql`select w.id as id, 'request ' || coalesce(w.write_off_request_id, 0) as text from write_offs w left join write_off_requests r on r.id = w.write_off_request_id
      left join write_off_steps s on s.write_off_request_id = r.id and s.step = 'approved'
      where w.kind = 'writeOff' and w.reverses_id is null and (s.id is null or r.amount <> w.amount or r.customer_id <> w.customer_id) limit 100`,
  },
  {
    code: 'reversalNegatesItsDocument', table: 'write_offs',
    query: sql`select r.id as id, 'reverses ' || r.reverses_id as text from write_offs r left join write_offs o on o.id = r.reverses_id
      where r.reverses_id is not null and (o.id is null or o.amount + r.amount <> 0 or o.kind <> r.kind or o.reverses_id is not null) limit 100`,
  },
  {
    code: 'provisionMakesUpTheDifference', table: 'provisions',
    query: sql`select p.id as id, 'required ' || p.required || ', existing ' || p.existing || ', amount ' || p.amount as text from provisions p where p.amount <> p.required - p.existing limit 100`,
  },
  {
    code: 'exchangeIsWorkedOutWhereBooked', table: 'allocations',
    query: sql`select a.id as id, 'item ' || a.item_id || ' with ' || a.credit_item_id as text from booked_rates b join allocations a on a.item_id = b.id left join exchange_differences x on x.id = a.id where x.id is null
      union all select a.id, 'item ' || a.item_id || ' with ' || a.credit_item_id from booked_rates b join allocations a on a.credit_item_id = b.id left join exchange_differences x on x.id = a.id where x.id is null limit 100`,
  },
  {
    code: 'exchangePartsAddUpToTheBookedWorth', table: 'booked_rates',
    query: sql`select b.id as id, 'parts ' || coalesce(p.total, 0) || ', booked ' || b.base as text from booked_rates b join open_items i on i.id = b.id
      left join open_balances o on o.item_id = b.id
      left join (select id, cast(sum(part) as bigint) as total from (
          select a.item_id as id, x.debit_base as part from exchange_differences x join allocations a on a.id = x.id
          union all select a.credit_item_id, -x.credit_base from exchange_differences x join allocations a on a.id = x.id) parts group by id) p on p.id = b.id
      where i.amount * b.base < 0 or (o.open is null and coalesce(p.total, 0) <> b.base) or (i.amount > 0 and coalesce(p.total, 0) not between 0 and b.base) or (i.amount < 0 and coalesce(p.total, 0) not between b.base and 0) limit 100`,
  },
  {
    code: 'balanceOfTheItemsCustomer', table: 'open_items',
    query: sql`select i.id as id, 'customer ' || b.customer_id || ', should be ' || i.customer_id as text from open_balances b join open_items i on i.id = b.item_id
      where b.customer_id <> i.customer_id limit 100`,
  },
  {
    // The class of the line and the last decision about it say where it stands; nothing is decided of one that is perhaps another one, but just that.
    code: 'statementStatesFollowTheirDecisions', table: 'statement_lines',
    query: sql`select l.id as id, 'state ' || coalesce(s.status, '') || ' ' || coalesce(s.class, '') || ', last decision ' || coalesce(d.kind, '') as text from statement_lines l
      left join statement_states s on s.line_id = l.id
      left join statement_decisions d on d.id = (select max(o.id) from statement_decisions o where o.line_id = l.id)
      left join statement_twins w on w.line_id = l.id
      where s.line_id is null or s.bank_account_id <> l.bank_account_id or s.on_day <> l.on_day or s.class <> coalesce(d.class, l.class)
        or s.status <> case when d.kind in ('receipt', 'linkedReceipt', 'refund', 'linkedRefund', 'acceptance') then 'done'
          when d.kind = 'same' then 'same' when d.kind is null and w.id is not null then 'perhaps'
          when (s.class = 'receipt' and l.direction = 'in') or (s.class = 'refund' and l.direction = 'out') then 'open' else 'noted' end
        or coalesce(s.receipt_id, 0) <> case when d.kind in ('receipt', 'linkedReceipt') then d.document_id else 0 end
        or coalesce(s.refund_id, 0) <> case when d.kind in ('refund', 'linkedRefund') then d.document_id else 0 end
        or coalesce(s.acceptance_event_id, 0) <> case when d.kind = 'acceptance' then d.document_id else 0 end limit 100`,
  },
  {
    code: 'lineIsTheMoneyOfItsDocument', table: 'statement_lines',
    query: sql`select l.id as id, l.direction || ' ' || l.amount || ', document ' || coalesce(r.amount - r.fee, f.amount, e.amount, 0) as text from statement_states s join statement_lines l on l.id = s.line_id
      left join receipts r on r.id = s.receipt_id left join refunds f on f.id = s.refund_id left join acceptance_events e on e.id = s.acceptance_event_id
      where s.status = 'done' and (l.amount <> coalesce(r.amount - r.fee, f.amount, e.amount, 0) or l.direction <> case when f.id is null then 'in' else 'out' end
        or exists (select 1 from receipts k where k.reverses_id = r.id) or exists (select 1 from refunds k where k.reverses_id = f.id)
        or exists (select 1 from acceptance_events u where u.undoes_id = e.id)
        or exists (select 1 from statement_states o where o.line_id <> s.line_id and (o.receipt_id = s.receipt_id or o.refund_id = s.refund_id or o.acceptance_event_id = s.acceptance_event_id))) limit 100`,
  },
  {
    code: 'numbersHaveTheirCounter', table: 'counters',
    query: sql`select 0 as id, n.series || ': no counter' as text from (select distinct substr(number, 1, 9) as series from (${NUMBERS}) numbers) n
      where not exists (select 1 from counters c where c.series = n.series)`,
  },
  {
    code: 'numbersHaveNoGaps', table: 'counters',
    query: sql`select 0 as id, c.series || ': last ' || c.last || ', documents ' || coalesce(n.count, 0) as text from counters c left join (
        select substr(number, 1, 9) as series, cast(count(*) as bigint) as count, max(cast(substr(number, 11) as bigint)) as top from (${NUMBERS}) numbers group by 1) n on n.series = c.series
      where c.series like '__-______' and (c.last <> coalesce(n.count, 0) or c.last <> coalesce(n.top, 0)) limit 100`,
  },
  {
    code: 'closedMonthsFollowTheirEvents', table: 'period_events',
    query: sql`with standing as (select e.id, e.month, e.kind from period_events e where e.id = (select max(l.id) from period_events l where l.month = e.month))
      select s.id as id, s.month || ': last ' || s.kind as text from standing s
        where (s.kind = 'closed') <> exists (select 1 from closed_periods c where c.month = s.month)
      union all select 0, c.month || ': never closed' from closed_periods c where not exists (select 1 from standing s where s.month = c.month)`,
  },
  {
    // A part whose split was taken back has no event left that stands: it is void since the last one.
    code: 'acceptanceStatesFollowTheirEvents', table: 'acceptances',
    query: sql`select b.id as id, 'state ' || coalesce(s.status, '') || ' since ' || coalesce(s.since, '') || ', last event ' || coalesce(e.kind, '') as text from acceptances b
      left join acceptance_states s on s.acceptance_id = b.id
      left join acceptance_events e on e.id = (select max(l.id) from acceptance_events l where l.acceptance_id = b.id and l.kind not in ('undone', 'notified') and ${stands('l')})
      left join acceptance_events u on u.id = (select max(l.id) from acceptance_events l where l.acceptance_id = b.id)
      where s.acceptance_id is null or s.status <> coalesce(case e.kind when 'received' then 'held' else e.kind end, 'returned') or s.since <> coalesce(e.on_day, u.on_day, '')
        or s.due_on <> b.due_on or s.customer_id <> b.customer_id or s.amount <> b.amount limit 100`,
  },
  {
    code: 'acceptanceEventsInOrder', table: 'acceptance_events',
    query: sql`select e.id as id, 'on ' || e.on_day as text from acceptance_events e join acceptance_events n on n.acceptance_id = e.acceptance_id and n.id > e.id
      where n.on_day < e.on_day limit 100`,
  },
  {
    code: 'billsAddUpToTheReceipt', table: 'receipts',
    query: sql`select r.id as id, 'bills ' || b.total || ', receipt ' || r.amount as text from receipts r
      join (select receipt_id, cast(sum(amount) as bigint) as total, min(customer_id) as first, max(customer_id) as last from acceptances where split_from_id is null group by receipt_id) b on b.receipt_id = r.id
      where b.total <> r.amount or r.method <> 'acceptance' or b.first <> r.customer_id or b.last <> r.customer_id limit 100`,
  },
  {
    code: 'partsAddUpToTheBill', table: 'acceptances',
    query: sql`select b.id as id, 'parts ' || p.total || ' of ' || b.amount as text from acceptances b
      join (select c.split_from_id as parent, cast(sum(case when exists (select 1 from acceptance_events e where e.acceptance_id = c.id and e.kind = 'received' and ${stands('e')}) then c.amount else 0 end) as bigint) as total
        from acceptances c where c.split_from_id is not null group by c.split_from_id) p on p.parent = b.id
      left join acceptance_states s on s.acceptance_id = b.id
      where p.total <> case when s.status = 'split' then b.amount else 0 end
      union all select s.acceptance_id, 'split into nothing' from acceptance_states s where s.status = 'split' and not exists (select 1 from acceptances c where c.split_from_id = s.acceptance_id) limit 100`,
  },
  {
    code: 'eachUnitOfABillInHandOnce', table: 'acceptances',
    query: sql`select b.id as id, 'overlaps ' || o.number as text from acceptance_states s join acceptances b on b.id = s.acceptance_id
      join acceptances o on o.bill_number = b.bill_number and o.id > b.id join acceptance_states t on t.acceptance_id = o.id
      where s.status in ('held', 'presented') and t.status in ('held', 'presented')
        and (b.range_from is null or o.range_from is null or (b.range_from <= o.range_to and o.range_from <= b.range_to)) limit 100`,
  },
  {
    code: 'dishonourHasItsItem', table: 'acceptances',
    query: sql`select b.id as id, 'items ' || coalesce(i.total, 0) || ', status ' || coalesce(s.status, '') as text from acceptances b
      left join acceptance_states s on s.acceptance_id = b.id
      left join (select document_id, cast(sum(amount) as bigint) as total from open_items where kind = 'dishonour' group by document_id) i on i.document_id = b.id
      where coalesce(i.total, 0) <> case when s.status = 'dishonoured' then b.amount else 0 end
      union all select e.acceptance_id, 'item of event ' || e.id from acceptance_events e join acceptances b on b.id = e.acceptance_id
        left join open_items i on i.id = e.item_id and i.kind = 'dishonour' and i.document_id = b.id and i.amount = b.amount and i.customer_id = b.customer_id and i.document_on = e.on_day
        where e.kind = 'dishonoured' and i.id is null limit 100`,
  },
  {
    code: 'runStepsNameTheirLetter', table: 'dunning_run_steps',
    query: sql`select s.id as id, s.kind || ' of line ' || s.line_id || ', letter ' || coalesce(k.number, '') as text from dunning_run_steps s
      left join dunning_run_lines l on l.id = s.line_id left join dunning_runs r on r.id = s.run_id left join letters k on k.id = s.letter_id
      where l.id is null or l.run_id <> s.run_id or (s.kind = 'issue') <> (k.id is not null)
        or (k.id is not null and (k.customer_id <> l.customer_id or k.currency <> r.currency or k.level <> s.level)) limit 100`,
  },
  {
    code: 'runLinesEndOnce', table: 'dunning_run_steps',
    query: sql`select min(s.id) as id, 'steps after the end of line ' || s.line_id as text from dunning_run_steps s
      where exists (select 1 from dunning_run_steps e where e.line_id = s.line_id and e.kind in ('issue', 'skip') and e.id < s.id) group by s.line_id
      union all select min(s.id), 'letter ' || s.letter_id || ' in ' || count(*) || ' steps' from dunning_run_steps s where s.letter_id is not null group by s.letter_id having count(*) > 1 limit 100`,
  },
  {
    code: 'billsGoBackWithTheirReceipt', table: 'acceptances',
    query: sql`select b.id as id, 'receipt ' || r.number || ', status ' || s.status as text from acceptances b join acceptance_states s on s.acceptance_id = b.id join receipts r on r.id = b.receipt_id
      where s.status not in ('split', 'returned') and exists (select 1 from receipts k where k.reverses_id = r.id) limit 100`,
  },
  {
    // A note is its items' interest, and its receivable is owed for it.
    code: 'noteIsItsItemsAndItsReceivable', table: 'interest_notes',
    query: sql`select n.id as id, 'items ' || coalesce(x.total, 0) || ', receivable ' || coalesce(i.amount, 0) || ', note ' || n.amount as text from interest_notes n
      left join (select note_id, cast(sum(amount) as bigint) as total from interest_note_items group by note_id) x on x.note_id = n.id
      left join invoices i on i.id = n.invoice_id and i.kind = 'other' and i.status = 'posted' and i.reverses_id is null and i.customer_id = n.customer_id and i.currency = n.currency
      where coalesce(x.total, 0) <> n.amount or coalesce(i.amount, 0) <> n.amount limit 100`,
  },
  {
    // No day of an item is charged twice by notes that stand, and interest bears none.
    code: 'eachDayChargedOnce', table: 'interest_note_items',
    query: sql`select a.id as id, 'item ' || a.item_id || ' again from ' || b.from_day as text from interest_note_items a join interest_notes n on n.id = a.note_id
        join interest_note_items b on b.item_id = a.item_id and b.id > a.id and b.from_day <= a.to_day and b.to_day >= a.from_day join interest_notes m on m.id = b.note_id
        where not exists (select 1 from invoices r where r.reverses_id = n.invoice_id) and not exists (select 1 from invoices r where r.reverses_id = m.invoice_id)
      union all select a.id, 'item ' || a.item_id || ' of note ' || a.note_id from interest_note_items a join interest_notes n on n.id = a.note_id left join open_items i on i.id = a.item_id
        where i.id is null or i.customer_id <> n.customer_id or i.currency <> n.currency or a.from_day <= i.due_on or a.to_day > n.to_day or a.from_day > a.to_day
          or exists (select 1 from interest_notes k where i.kind = 'other' and k.invoice_id = i.document_id) limit 100`,
  },
  {
    code: 'interruptionConcernsItsCustomersDebts', table: 'interruptions',
    query: sql`select n.id as id, 'items of others ' || x.id as text from interruptions n join interruption_items x on x.interruption_id = n.id left join open_items i on i.id = x.item_id
        where i.id is null or i.customer_id <> n.customer_id or i.amount <= 0 or n.undoes_id is not null
      union all select n.id, 'no items' from interruptions n where n.undoes_id is null and not exists (select 1 from interruption_items x where x.interruption_id = n.id) limit 100`,
  },
  {
    code: 'undoNamesWhatStood', table: 'interruptions',
    query: sql`select u.id as id, 'undoes ' || u.undoes_id as text from interruptions u left join interruptions n on n.id = u.undoes_id
      where u.undoes_id is not null and (n.id is null or n.undoes_id is not null or n.customer_id <> u.customer_id or u.on_day < n.on_day) limit 100`,
  },
  {
    code: 'lawsuitConcernsItsCustomersDebts', table: 'lawsuits',
    query: sql`select l.id as id, 'items of others ' || x.id as text from lawsuits l join lawsuit_items x on x.lawsuit_id = l.id left join open_items i on i.id = x.item_id
        where i.id is null or i.customer_id <> l.customer_id or i.currency <> l.currency or i.amount <= 0
      union all select l.id, 'no items' from lawsuits l where not exists (select 1 from lawsuit_items x where x.lawsuit_id = l.id)
      union all select l.id, 'event ' || e.id || ' before it was filed' from lawsuits l join lawsuit_events e on e.lawsuit_id = l.id where e.on_day < l.filed_on limit 100`,
  },
]

/** Every broken invariant, at most 100 offenders each; empty when the ledger adds up. */
export async function brokenInvariants(reader: Reader): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { code, table, query } of INVARIANTS) {
    for (const row of await reader.rows<{ id: number; text: string }>(query)) broken.push({ code, table, id: row.id, text: row.text })
  }
  for (const row of await closedTotalsMoved(reader)) broken.push({ code: 'closedMonthsStand', table: 'period_events', ...row })
  return broken
}
