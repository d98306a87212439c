import { sql, type SQL } from 'drizzle-orm'
import { statementRest, type StatementRest } from '../../shared/bank/fileSchemas.ts'
import { byArrival } from '../../shared/bank/proposals.ts'
import { learntPayer, statementLine, statementRow, type LearntPayer, type LineDetail, type ProposedLine, type StatementLine, type StatementRow, type Sureness, type SurenessCounts } from '../../shared/bank/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { add, subtract, ZERO, type Money } from '../../shared/money.ts'
import { suggestAllocation } from '../../shared/receipts/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Day } from '../../shared/day.ts'
import { givenCustomer, matchingCustomers } from '../customers/queries.ts'
import { contains, gridRows, named, type GridSource } from '../grid.ts'
import { candidatesOf, openDebts, startsWith } from '../invoices/queries.ts'
import type { Reader } from '../reader.ts'
import { suggestionOver } from '../receipts/queries.ts'
import { settledItems } from '../receipts/settled.ts'
import { loadOptions } from '../settings/queries.ts'
import { versionInList } from '../versions.ts'
import { countSureness, proposalOf, type Proposals } from './proposals.ts'
import { payerBook } from './surroundings.ts'

/** Files that were imported, the newest first. */
export async function statementGrid(reader: Reader, request: GridRequest): Promise<GridPage<StatementRow>> {
  return gridRows<StatementRow>(reader, {
    row: statementRow,
    fields: {
      id: sql`f.id`, bankAccountId: sql`f.bank_account_id`, bankAccount: sql`a.name`, fileName: sql`f.file_name`, firstOn: sql`f.first_on`, lastOn: sql`f.last_on`, lines: sql`f.lines`, duplicates: sql`f.duplicates`,
      opening: sql`f.opening`, closing: sql`f.closing`, importedAt: sql`f.imported_at`, importedBy: sql`f.imported_by`,
      open: sql`(select cast(count(*) as bigint) from statement_lines l join statement_states s on s.line_id = l.id where l.statement_id = f.id and s.status in ('open', 'perhaps'))`,
    },
    from: sql`from statements f join bank_accounts a on a.id = f.bank_account_id`,
    countFrom: sql`from statements f`,
    decorated: ['bankAccount'],
    search: (text) => contains(sql`f.file_name`, text),
    totals: { lines: sql`f.lines` },
    order: sql`f.id desc`,
    tie: sql`f.id`,
  }, request)
}

/** What of the statement's file did not become lines. Refuses notFound. */
export async function loadRest(reader: Reader, id: number): Promise<StatementRest> {
  const [found] = await reader.rows<{ content: string | StatementRest | null }>(sql`select r.content from statements f left join statement_rests r on r.statement_id = f.id where f.id = ${id}`)
  if (!found) throw new Refusal('notFound')
  return statementRest.parse(typeof found.content === 'string' ? JSON.parse(found.content) : found.content ?? { skipped: {}, hidden: null, readSheets: [], unreadSheets: [], leftOut: [] })
}

/** A column of the customer whom the document of a line names. */
const ofCustomer = (column: 'name' | 'name_sort'): SQL => sql`coalesce((select c.${sql.identifier(column)} from customers c where c.id = case when s.receipt_id is not null then (select customer_id from receipts where id = s.receipt_id)
    when s.refund_id is not null then (select customer_id from refunds where id = s.refund_id)
    when s.acceptance_event_id is not null then (select b.customer_id from acceptance_events e join acceptances b on b.id = e.acceptance_id where e.id = s.acceptance_event_id) end), '')`

const LINE_FIELDS: Record<string, SQL> = {
  id: sql`l.id`, statementId: sql`l.statement_id`, bankAccountId: sql`l.bank_account_id`, bankAccount: sql`a.name`, currency: sql`a.currency`, row: sql`l.file_row`, on: sql`l.on_day`, time: sql`l.time`,
  direction: sql`l.direction`, amount: sql`l.amount`, balance: sql`l.balance`, counterparty: sql`l.counterparty`, counterpartyAccount: sql`l.counterparty_account`, memo: sql`l.memo`, serial: sql`l.serial`,
  class: sql`s.class`, status: sql`s.status`, receiptId: sql`s.receipt_id`, refundId: sql`s.refund_id`, acceptanceEventId: sql`s.acceptance_event_id`, version: sql`coalesce((select max(d.id) from statement_decisions d where d.line_id = l.id), 0)`,
  documentNumber: sql`case when s.receipt_id is not null then (select number from receipts where id = s.receipt_id) when s.refund_id is not null then (select number from refunds where id = s.refund_id)
    when s.acceptance_event_id is not null then (select b.number from acceptance_events e join acceptances b on b.id = e.acceptance_id where e.id = s.acceptance_event_id) else '' end`,
  perhapsOf: sql`(select w.other_id from statement_twins w where w.line_id = l.id)`,
  customerName: named(ofCustomer('name'), ofCustomer('name_sort')),
}

const searchLines = (text: string): SQL => sql`(${contains(sql`l.counterparty`, text)} or ${contains(sql`l.memo`, text)} or ${startsWith(sql`l.serial`, text)})`

const LINES: Omit<GridSource, 'from' | 'order' | 'where'> = {
  row: statementLine, fields: LINE_FIELDS, search: searchLines,
  totals: { received: sql`case when l.direction = 'in' then l.amount else 0 end`, paid: sql`case when l.direction = 'out' then l.amount else 0 end` },
  currency: sql`a.currency`, tie: sql`l.id`,
}

/** All lines of statements, the newest first. */
export const lineGrid = (reader: Reader, request: GridRequest): Promise<GridPage<StatementLine>> => gridRows<StatementLine>(reader, {
  ...LINES, from: sql`from statement_lines l cross join statement_states s join bank_accounts a on a.id = l.bank_account_id`, where: [sql`s.line_id = l.id`], order: sql`l.on_day desc, l.id desc`,
}, request)

/** Refuses notFound. */
export async function loadLine(reader: Reader, id: number): Promise<StatementLine> {
  const { rows: [line] } = await lineGrid(reader, { offset: 0, limit: 1, sort: [], filters: [{ field: 'id', op: 'eq', value: id }], withTotals: false })
  if (!line) throw new Refusal('notFound')
  return line
}

/** Open incoming lines, oldest first, with what is proposed for each. */
export async function proposalGrid(reader: Reader, { sureness, ...request }: GridRequest & { sureness?: Sureness | undefined }, proposals: Proposals): Promise<GridPage<ProposedLine> & { counts: SurenessCounts }> {
  const chosen = sureness && proposals.all.filter((one) => one.sureness === sureness).map(({ line }) => line.id)
  const page = await gridRows<StatementLine>(reader, {
    ...LINES,
    from: sql`from statement_states s cross join statement_lines l join bank_accounts a on a.id = s.bank_account_id`,
    where: [
      sql`l.id = s.line_id and s.status = 'open' and s.class = 'receipt' and l.direction = 'in'`,
      // Numbers that this program counted itself; as parameters there might be too many of them.
      chosen && (chosen.length === 0 ? sql`1 = 0` : sql`s.line_id in (${sql.raw(chosen.join(', '))})`),
    ],
    order: sql`s.on_day, s.line_id`,
  }, request)
  const account = request.filters.find(({ field, op }) => field === 'bankAccountId' && op === 'eq')?.value
  return {
    ...page, rows: page.rows.map((line) => withProposal(line, proposals)),
    counts: countSureness(account === undefined ? proposals.all : proposals.all.filter(({ line }) => line.bankAccountId === Number(account))),
  }
}

function withProposal(line: StatementLine, proposals: Proposals): ProposedLine {
  const proposed = proposals.byLine.get(line.id)
  return { ...line, proposal: proposed ? proposalOf(proposed, proposals.items) : { ...NO_PROPOSAL, receivedOn: line.on } }
}

const NO_PROPOSAL: Omit<ProposedLine['proposal'], 'receivedOn'> = {
  kind: 'none', customerId: null, customerCode: '', customerName: '', customerBy: 'none', sureness: 'none', reason: null, allocations: [], advance: ZERO, gaveUp: false, settled: [], doubt: null,
  receiptId: null, acceptanceEventId: null, documentNumber: '',
}

/** One line opened, with the open items of its customer or of the one whom the clerk has in mind. Refuses notFound, unknownCustomer. */
export async function lineDetail(reader: Reader, id: number, customerId: number | undefined, proposals: Proposals, today: Day): Promise<LineDetail> {
  const line = withProposal(await loadLine(reader, id), proposals)
  const others = (await payerBook(reader, [line])).candidatesOf(line).map(({ customer, why }) => ({ customerId: customer.id, code: customer.code, name: customer.name, why }))
  const twin = line.perhapsOf === null ? null : await loadLine(reader, line.perhapsOf)
  const wanted = customerId ?? line.proposal.customerId
  if (wanted === null || line.status !== 'open' || line.direction !== 'in') return { line, suggestion: null, others, twin }
  const customer = await givenCustomer(reader, wanted)
  const debts = await openDebts(reader, wanted, line.currency, today)
  // What lines that came before will settle is no longer there for this one.
  const taken = new Map<number, Money>()
  for (const earlier of proposals.all) {
    if (earlier.payer?.customer.id !== wanted || earlier.line.currency !== line.currency || byArrival(earlier.line, line) >= 0) continue
    for (const { itemId, amount, difference } of earlier.lines) taken.set(itemId, add(taken.get(itemId) ?? ZERO, amount, difference))
  }
  const { tolerance } = await loadOptions(reader)
  const items = candidatesOf(debts).map((item) => ({ ...item, open: subtract(item.open, taken.get(item.id) ?? ZERO) }))
  const found = suggestAllocation({ amount: line.amount, reference: line.memo, items, settled: await settledItems(reader, new Map([[wanted, [line.memo]]])), tolerance })
  const suggestion = suggestionOver(debts, line.amount, found)
  if (customerId === undefined || customerId === line.proposal.customerId) return { line, suggestion, others, twin }
  const numbers = new Map(debts.map((item) => [item.id, item]))
  const proposal: ProposedLine['proposal'] = {
    ...NO_PROPOSAL, kind: 'receipt', customerId: wanted, customerCode: customer.code, customerName: customer.name, customerBy: 'clerk', sureness: 'likely',
    reason: found.lines[0]?.reason ?? null, advance: suggestion.advance, gaveUp: found.gaveUp, settled: suggestion.settled, doubt: found.settled.length > 0 ? 'settledReference' : null, receivedOn: line.proposal.receivedOn,
    allocations: found.lines.flatMap(({ itemId, ...one }) => {
      const item = numbers.get(itemId)
      return item ? [{ ...one, itemId, number: item.number, invoiceNumber: item.invoiceNumber, dueOn: item.dueOn }] : []
    }),
  }
  return { line: { ...line, proposal }, suggestion, others, twin }
}

/** Payers that clerks matched once. */
export const learntGrid = (reader: Reader, request: GridRequest): Promise<GridPage<LearntPayer>> => gridRows<LearntPayer>(reader, {
  row: learntPayer,
  fields: {
    id: sql`p.id`, kind: sql`p.kind`, key: sql`p.key`, version: versionInList('learntPayer', sql`p.id`), customerId: sql`p.customer_id`, customerCode: sql`coalesce(c.code, '')`, customerName: named(sql`coalesce(c.name, '')`, sql`coalesce(c.name_sort, '')`), at: sql`p.learnt_at`, by: sql`p.learnt_by`,
  },
  from: sql`from learnt_payers p left join customers c on c.id = p.customer_id`,
  search: (text) => sql`(${startsWith(sql`p.key`, text)} or p.customer_id in (${matchingCustomers(reader, text)}))`,
  order: sql`p.id desc`,
  tie: sql`p.id`,
}, request)
