/** How SQLite would answer each list's first page: by an index in the order of the list, never by reading a big table through. */
import DatabaseDriver from 'better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperGrid } from '../../db/accountPapers/queries.ts'
import { acceptanceGrid, billsOfReceipt } from '../../db/acceptances/queries.ts'
import { provisionGrid } from '../../db/badDebt/provisions.ts'
import { requestGrid, writeOffGrid } from '../../db/badDebt/queries.ts'
import { learntGrid, lineGrid, proposalGrid, statementGrid } from '../../db/bank/queries.ts'
import { reconciliationGrid } from '../../db/bank/reconciliations.ts'
import { contactGrid, disputeGrid } from '../../db/collection/queries.ts'
import { customerGrid, lookupCustomers } from '../../db/customers/queries.ts'
import { deliveryGrid } from '../../db/deliveries/queries.ts'
import { letterGrid } from '../../db/dunning/queries.ts'
import { earlierLetter } from '../../db/dunning/wording.ts'
import { noteGrid } from '../../db/interest/notes.ts'
import { interestSheet } from '../../db/interest/queries.ts'
import { termsGrid } from '../../db/interest/rates.ts'
import { lineGrid as runLineGrid, runGrid } from '../../db/dunning/runs.ts'
import { importGrid } from '../../db/integration/queries.ts'
import { invoiceGrid, itemGrid } from '../../db/invoices/queries.ts'
import { lawsuitGrid } from '../../db/limitation/lawsuits.ts'
import type { Reader } from '../../db/reader.ts'
import { search } from '../../db/overview/queries.ts'
import { offsetGrid } from '../../db/offsets/queries.ts'
import { receiptGrid } from '../../db/receipts/queries.ts'
import { refundGrid } from '../../db/refunds/queries.ts'
import { DEFAULT_OPTIONS } from '../../db/settings/queries.ts'
import { voucherGrid } from '../../db/vouchers/queries.ts'
import { gridRequest, type GridQuery } from '../../shared/grid.ts'
import { CALENDAR, Desk } from '../support/desk.ts'
import { sqliteEngine, type Source } from '../support/ledgers.ts'

const BIG = ['invoices', 'receipts', 'open_items', 'allocations', 'customer_keys', 'letters', 'letter_prints', 'letter_voids', 'dunning_runs', 'dunning_run_lines', 'dunning_run_steps', 'deliveries', 'delivery_outcomes', 'delivery_files', 'vouchers', 'voucher_prints', 'journal', 'customers', 'acceptances', 'acceptance_events', 'acceptance_states', 'offsets', 'offset_lines', 'refunds', 'contacts', 'disputes', 'lawsuits', 'lawsuit_items', 'lawsuit_events', 'interest_notes', 'interest_note_items', 'interest_terms', 'account_papers', 'provisions', 'write_offs', 'account_paper_prints', 'account_paper_replies', 'statements', 'statement_lines', 'statement_states', 'statement_decisions', 'reconciliations']
const NO_PROPOSALS = { all: [], byLine: new Map(), items: new Map() }
const dialect = new SQLiteSyncDialect()

describe('the first page', () => {
  let source: Source
  let desk: Desk
  let raw: DatabaseDriver.Database

  beforeAll(async () => {
    source = await sqliteEngine.start()
    desk = await Desk.found(await source.fresh())
    const seller = await desk.salesperson('王业务')
    for (const name of ['上海机械', '重庆钢厂', '苏州盛华']) {
      const customer = await desk.customer(name, { salespersonId: seller })
      for (let number = 1; number <= 5; number += 1) {
        const item = (await desk.invoice(customer, 100 * number, `2026-03-0${number}`)).installments[0]?.itemId
        await desk.receipt(customer, 100, `2026-04-0${number}`, [{ itemId: item, amount: 100 }])
      }
    }
    raw = new DatabaseDriver(desk.ledger.location, { readonly: true })
  })
  afterAll(async () => {
    raw.close()
    await source.stop()
  })

  /** The plan of the query for the rows of a list, which stands before count and totals and after what the list must know first. */
  async function planOf(list: (reader: Reader) => Promise<unknown>): Promise<string[]> {
    const asked: { text: string; params: unknown[] }[] = []
    await desk.ledger.read((reader) => list({
      ...reader,
      rows: (query) => {
        const { sql: text, params } = dialect.sqlToQuery(query)
        asked.push({ text, params })
        return reader.rows(query)
      },
    }))
    const first = asked.find(({ text }) => text.endsWith(' limit ? offset ?')) ?? asked[0]!
    return (raw.prepare(`EXPLAIN QUERY PLAN ${first.text}`).all(...first.params) as { detail: string }[]).map(({ detail }) => detail)
  }

  /** A scan in the order of an index stops after one page; any other reads the table through. */
  const throughTables = (plan: readonly string[]): string[] => plan.filter((step) => {
    const scanned = /^SCAN (\w+)(.*)$/.exec(step)
    return scanned !== null && BIG.includes(scanned[1] ?? '') && !/USING (COVERING )?INDEX/.test(scanned[2] ?? '')
  })
  const sorts = (plan: readonly string[]): string[] => plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY') || step.includes('TEMP B-TREE FOR LAST TERM'))

  const grid = (query: GridQuery = {}) => gridRequest.parse(query)
  const byCustomer = { filters: [{ field: 'customerId', op: 'eq' as const, value: 1 }] }
  const between = (field: string) => ({ filters: [{ field, op: 'between' as const, value: '2026-03-01', to: '2026-03-31' }] })
  const sorted = (field: string, dir: 'asc' | 'desc' = 'desc') => ({ sort: [{ field, dir }] })

  it.each<[string, (reader: Reader) => Promise<unknown>]>([
    ['receivables', (reader) => invoiceGrid(reader, grid(), null)],
    ['receivables of a month', (reader) => invoiceGrid(reader, grid(between('documentOn')), null)],
    ['receivables of a customer', (reader) => invoiceGrid(reader, grid(byCustomer), null)],
    ['receivables by amount', (reader) => invoiceGrid(reader, grid(sorted('amount')), null)],
    ['receivables by due day', (reader) => invoiceGrid(reader, grid(sorted('dueOn', 'asc')), null)],
    ['receivables of a kind', (reader) => invoiceGrid(reader, grid({ filters: [{ field: 'kind', op: 'eq', value: 'invoice' }] }), null)],
    ['receipts', (reader) => receiptGrid(reader, grid(), null)],
    ['receipts of a month', (reader) => receiptGrid(reader, grid(between('receivedOn')), null)],
    ['receipts of a customer', (reader) => receiptGrid(reader, grid(byCustomer), null)],
    ['receipts by amount', (reader) => receiptGrid(reader, grid(sorted('amount')), null)],
    ['acceptances', (reader) => acceptanceGrid(reader, grid(), CALENDAR.today, null)],
    ['acceptances of a month', (reader) => acceptanceGrid(reader, grid(between('receivedOn')), CALENDAR.today, null)],
    ['acceptances by due day', (reader) => acceptanceGrid(reader, grid(sorted('dueOn', 'asc')), CALENDAR.today, null)],
    ['offsets', (reader) => offsetGrid(reader, grid(), null)],
    ['offsets of a customer', (reader) => offsetGrid(reader, grid(byCustomer), null)],
    ['offsets of a month', (reader) => offsetGrid(reader, grid(between('offsetOn')), null)],
    ['refunds', (reader) => refundGrid(reader, grid(), null)],
    ['refunds of a customer', (reader) => refundGrid(reader, grid(byCustomer), null)],
    ['refunds of a month', (reader) => refundGrid(reader, grid(between('refundedOn')), null)],
    ['customers', (reader) => customerGrid(reader, grid(), null)],
    ['customers by name', (reader) => customerGrid(reader, grid(sorted('name', 'asc')), null)],
    ['customers by name from the end', (reader) => customerGrid(reader, grid(sorted('name', 'desc')), null)],
    ['letters', (reader) => letterGrid(reader, grid(), null)],
    ['letters of a customer', (reader) => letterGrid(reader, grid(byCustomer), null)],
    ['dunning runs', (reader) => runGrid(reader, grid(), null)],
    ['lines of a dunning run', (reader) => runLineGrid(reader, grid(), 1, null).catch(() => undefined)],
    ['the letter that went before', (reader) => earlierLetter(reader, { customer: { id: 1 }, currency: 'CNY', language: 'zh-CN', asOf: CALENDAR.today })],
    ['deliveries', (reader) => deliveryGrid(reader, grid(), { today: CALENDAR.today }, null)],
    ['deliveries that nobody has heard of', (reader) => deliveryGrid(reader, grid(), { today: CALENDAR.today, waitingDays: 7 }, null)],
    ['confirmations', (reader) => paperGrid(reader, grid(), null, { kind: 'confirmation' })],
    ['provisions', (reader) => provisionGrid(reader, grid())],
    ['debts that were written off', (reader) => writeOffGrid(reader, grid())],
    ['requests to write off', (reader) => requestGrid(reader, grid())],
    ['contacts of a customer', (reader) => contactGrid(reader, grid(), { asOf: CALENDAR.today, customerId: 1 }, null)],
    ['lawsuits', (reader) => lawsuitGrid(reader, grid(), { asOf: CALENDAR.today }, null)],
    ['lawsuits of a customer', (reader) => lawsuitGrid(reader, grid(), { asOf: CALENDAR.today, customerId: 1 }, null)],
    ['disputes', (reader) => disputeGrid(reader, grid(), { asOf: CALENDAR.today }, null)],
    ['interest notes of a customer', (reader) => noteGrid(reader, grid(), { customerId: 1 }, null)],
    ['rates that were agreed with a customer', (reader) => termsGrid(reader, grid(), { customerId: 1 }, null)],
    ['vouchers', (reader) => voucherGrid(reader, grid(), null)],
    ['vouchers of a receipt', (reader) => voucherGrid(reader, grid({ filters: [{ field: 'receiptId', op: 'eq', value: 1 }] }), null)],
    ['imports', (reader) => importGrid(reader, grid())],
    ['bank files', (reader) => statementGrid(reader, grid())],
    ['bank lines', (reader) => lineGrid(reader, grid())],
    ['bank lines of a month', (reader) => lineGrid(reader, grid(between('on')))],
    ['bank lines by amount', (reader) => lineGrid(reader, grid(sorted('amount')))],
    ['reconciliations', (reader) => reconciliationGrid(reader, grid())],
    ['learnt payers', (reader) => learntGrid(reader, grid())],
    ['open bank lines', (reader) => proposalGrid(reader, grid(), NO_PROPOSALS)],
  ])('of %s comes from an index in its order', async (_, list) => {
    const plan = await planOf(list)
    expect([throughTables(plan), sorts(plan)], plan.join('\n')).toEqual([[], []])
  })

  it.each<[string, (reader: Reader) => Promise<unknown>]>([
    ['receivables that were searched', (reader) => invoiceGrid(reader, grid({ search: 'shjx' }), null)],
    ['receipts that were searched', (reader) => receiptGrid(reader, grid({ search: 'SK-2026' }), null)],
    ['acceptances of a customer', (reader) => acceptanceGrid(reader, grid(byCustomer), CALENDAR.today, null)],
    ['acceptances that were searched', (reader) => acceptanceGrid(reader, grid({ search: '5301' }), CALENDAR.today, null)],
    ['acceptances in hand', (reader) => acceptanceGrid(reader, grid({ filters: [{ field: 'status', op: 'in', value: ['held', 'presented'] }], ...sorted('dueOn', 'asc') }), CALENDAR.today, null)],
    ['the bills of a receipt', (reader) => billsOfReceipt(reader, 1, CALENDAR.today, null)],
    ['statements of a customer', (reader) => paperGrid(reader, grid(byCustomer), null)],
    ['letters of a run', (reader) => letterGrid(reader, grid(), null, { runId: 1 })],
    ['customers that were searched', (reader) => customerGrid(reader, grid({ search: 'shjx' }), null)],
    ['customers that are looked up', (reader) => lookupCustomers(reader, 'shjx', 12, null)],
    ['the search over everything', (reader) => search(reader, 'YS-', 20, null)],
    ['receivables of a salesperson', (reader) => invoiceGrid(reader, grid(), 2)],
    ['receipts of a salesperson', (reader) => receiptGrid(reader, grid(), 2)],
    ['debts of a customer that may bear interest', (reader) => interestSheet(reader, { customerId: 1, to: CALENDAR.today, currency: 'CNY' }, DEFAULT_OPTIONS)],
    ['open items of a customer', (reader) => itemGrid(reader, grid(), { customerId: 1, includeCredits: true, today: CALENDAR.today }, null)],
  ])('of %s reads no table through, though it sorts the few that it finds', async (_, list) => {
    const plan = await planOf(list)
    expect(throughTables(plan), plan.join('\n')).toEqual([])
  })

  it.each<[string, string, (reader: Reader) => Promise<unknown>]>([
    ['statements and confirmations', 'account_papers', (reader) => paperGrid(reader, grid(), null)],
    ['interest notes', 'interest_notes', (reader) => noteGrid(reader, grid(), {}, null)],
    ['agreed rates', 'interest_terms', (reader) => termsGrid(reader, grid(), {}, null)],
  ])('of %s goes down their ids, which are in the order in which they were made', async (_, table, list) => {
    const plan = await planOf(list)
    expect([plan[0], throughTables(plan), sorts(plan)], plan.join('\n')).toEqual([`SCAN ${table}`, [`SCAN ${table}`], []])
  })

  it('of the open items starts from what is open, which is as small as the debt', async () => {
    const plan = await planOf((reader) => itemGrid(reader, grid(), { includeCredits: true, today: CALENDAR.today }, null))
    expect(throughTables(plan), plan.join('\n')).toEqual([])
  })
})
