/**
 * Documents that are dated ahead do not exist today (rules: Open items). Every place where a customer's balance of today
 * can be read is asked on several days in a row and held against a naive sum over items and allocations.
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperCandidates, paperContent } from '../../db/accountPapers/queries.ts'
import { acceptanceView } from '../../db/acceptances/queries.ts'
import { agingItems, agingReport } from '../../db/aging/queries.ts'
import { provisionContent } from '../../db/badDebt/provisions.ts'
import { requestView, writeOffGrid, writeOffView } from '../../db/badDebt/queries.ts'
import { loadProposals, proposalOf } from '../../db/bank/proposals.ts'
import { lineDetail } from '../../db/bank/queries.ts'
import { openItemsOf } from '../../db/bank/surroundings.ts'
import { openDispute } from '../../db/collection/commands.ts'
import { customerStory, disputeGrid } from '../../db/collection/queries.ts'
import { worklist } from '../../db/collection/worklist.ts'
import { customerGrid } from '../../db/customers/queries.ts'
import { loadDunned } from '../../db/dunning/content.ts'
import { candidates } from '../../db/dunning/queries.ts'
import { interestCustomers } from '../../db/interest/queries.ts'
import { invoiceGrid, invoiceView, itemGrid, openDebts } from '../../db/invoices/queries.ts'
import { fileLawsuit } from '../../db/limitation/commands.ts'
import { clockView, limitationGrid } from '../../db/limitation/clocks.ts'
import { lawsuitView } from '../../db/limitation/lawsuits.ts'
import { offsetGrid, offsetView } from '../../db/offsets/queries.ts'
import { counts, overview } from '../../db/overview/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { receiptGrid, receiptView, suggest } from '../../db/receipts/queries.ts'
import { refundGrid } from '../../db/refunds/queries.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { disputeInput } from '../../shared/collection/schemas.ts'
import { addDays, day, type Day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { lawsuitInput } from '../../shared/limitation/schemas.ts'
import { BadDebtDesk } from '../support/badDebtDesk.ts'
import { BankDesk } from '../support/bankDesk.ts'
import { Bills } from '../support/bills.ts'
import { CALENDAR, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

interface Item {
  id: number
  kind: string
  documentId: number
  customerId: number
  documentOn: Day
  dueOn: Day
  amount: number
  open: number
}
const MONEY = new Set(['receipt', 'difference', 'refund'])
const INVOICES = new Set(['invoice', 'creditNote', 'other', 'opening'])
const sum = (rows: readonly Item[], fits: (row: Item) => boolean = () => true): number => rows.filter(fits).reduce((total, row) => total + row.open, 0)
const isDebt = (row: Item): boolean => !MONEY.has(row.kind)
const byId = (rows: readonly { id: number; open: number }[]): [number, number][] => rows.map((row): [number, number] => [row.id, row.open]).sort(([a], [b]) => a - b)
const everything = gridRequest.parse({ limit: 200 })

/** What is open on a day, by the plainest sum there is. */
async function truth(reader: Reader, on: Day): Promise<Item[]> {
  const items = await reader.rows<Item>(sql`select id, kind, document_id as "documentId", customer_id as "customerId", document_on as "documentOn", due_on as "dueOn", amount, amount as open from open_items where document_on <= ${on} order by id`)
  const moves = await reader.rows<{ itemId: number; creditItemId: number; amount: number }>(sql`select item_id as "itemId", credit_item_id as "creditItemId", amount from allocations where allocated_on <= ${on}`)
  const found = new Map(items.map((item) => [item.id, item]))
  for (const { itemId, creditItemId, amount } of moves) {
    const [debit, credit] = [found.get(itemId), found.get(creditItemId)]
    if (debit) debit.open -= amount
    if (credit) credit.open += amount
  }
  return items.filter((item) => item.open !== 0)
}

describe.each(engines)('what is dated ahead, on $name', ({ start }) => {
  let source: Source
  let desk: BankDesk
  let customer: number
  let other: number
  let disputed: number
  let offsetId: number
  let recoveryOf: number
  let requestId: number
  let lawsuitId: number
  let billId: number
  let lineId: number

  beforeAll(async () => {
    source = await start()
    desk = await BankDesk.open(await source.fresh())
    ;[customer, other] = [await desk.customer('上海机械'), await desk.customer('重庆钢厂')]
    const invoice = (amount: number, on: string, dueOn: string, more = {}) => desk.invoice(customer, amount, on, { dueOn, ...more })
    const itemOf = (view: { installments: readonly { itemId: number | null }[] }): number => view.installments[0]?.itemId ?? 0
    // Half of it is paid next June; the other half today.
    const plain = await invoice(10_000, '2026-03-01', '2026-04-01')
    await desk.receipt(customer, 5000, '2027-06-01', [{ itemId: itemOf(plain), amount: 5000 }])
    await desk.receipt(customer, 2000, '2026-06-01', [{ itemId: itemOf(plain), amount: 2000 }])
    // Paid today, taken back in August.
    const back = await invoice(20_000, '2026-03-02', '2026-04-02')
    const paid = await desk.receipt(customer, 20_000, '2026-06-02', [{ itemId: itemOf(back), amount: 20_000 }])
    await desk.release(paid.allocations[0]?.id ?? 0, '2026-08-01')
    // An advance of today that will be allocated next month, an invoice that will be reversed, and those that come later.
    const later = await invoice(7000, '2026-03-03', '2026-04-03')
    const advance = await desk.receipt(customer, 9000, '2026-06-03')
    await desk.allocate(advance.itemId, [{ itemId: itemOf(later), amount: 3000 }], '2026-07-10')
    await desk.refund(customer, 1000, '2026-07-20', { credits: [{ itemId: advance.itemId, amount: 1000 }] })
    const wrong = await invoice(6000, '2026-03-04', '2026-04-04')
    await desk.reverseInvoice(wrong.id, '2026-07-15')
    const overpaid = await desk.receipt(customer, 1100, '2026-06-04')
    await desk.reverseReceipt(overpaid.id, '2026-07-16')
    const ahead = await invoice(30_000, '2026-07-05', '2026-08-05')
    await desk.receipt(customer, 4000, '2026-07-06', [{ itemId: itemOf(ahead), amount: 4000 }])
    await desk.invoice(customer, 2500, '2026-07-07', { kind: 'creditNote', correctsId: plain.id, dueOn: '2026-07-07' })
    await desk.invoice(customer, 900, '2026-07-08', { kind: 'creditNote', dueOn: '2026-07-08' })
    // Taken over next month, and what was taken over today is reversed next month.
    const moved = await invoice(8000, '2026-03-05', '2026-04-05')
    offsetId = (await desk.offset({ kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: '2026-07-12', document: '三方协议', lines: [{ itemId: itemOf(moved), amount: 3500 }] })).id
    const took = await desk.offset({ kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: '2026-06-12', document: '三方协议', lines: [{ itemId: itemOf(moved), amount: 1500 }] })
    await desk.reverseOffset(took.id, '2026-07-13')
    // Written off and come back, each in part later on.
    const bad = new BadDebtDesk(desk)
    const lost = await invoice(12_000, '2026-03-06', '2026-04-06')
    const off = await bad.writeOff(customer, itemOf(lost), 5000, '2026-06-10')
    await bad.recover(off.id, 2000, '2026-06-20')
    await bad.recover(off.id, 1000, '2026-07-18')
    recoveryOf = off.id
    await bad.writeOff(customer, itemOf(lost), 4000, '2026-07-19')
    requestId = (await bad.ask(customer, [{ itemId: itemOf(lost), amount: 500 }])).id
    // A bill that will be dishonoured, and a dispute over a debt that is paid later on.
    const byBill = await invoice(11_000, '2026-03-07', '2026-04-07')
    const bills = await Bills.at(desk)
    const [bill] = await bills.receive(customer, '2026-05-01', [{ amount: 11_000, dueOn: '2026-06-25' }], { allocations: [{ itemId: itemOf(byBill), amount: 11_000 }] })
    billId = bill?.id ?? 0
    await bills.step('present', billId, { on: '2026-06-26' })
    await bills.step('dishonour', billId, { on: '2026-07-09' })
    const argued = await invoice(3300, '2026-03-08', '2026-04-08')
    disputed = itemOf(argued)
    await desk.write((tx) => openDispute(tx, disputeInput.parse({ customerId: customer, itemIds: [disputed], openedOn: '2026-06-11', settleBy: '2026-12-31', reason: '质量争议', owner: '王业务' }), CALENDAR, null))
    await desk.receipt(customer, 1300, '2026-07-11', [{ itemId: disputed, amount: 1300 }])
    lawsuitId = await desk.write((tx) => fileLawsuit(tx, lawsuitInput.parse({ customerId: customer, itemIds: [itemOf(plain), disputed], filedOn: '2026-06-15', court: '苏州法院', claim: 10_000 }), CALENDAR, null))
    await desk.import([{ amount: 8000, on: '2026-06-29', counterparty: '上海机械' }])
    lineId = (await desk.ledger.read(loadProposals)).all[0]?.line.id ?? 0
  }, 120_000)
  afterAll(() => source.stop())

  /** Every place, with what it says and what it should say on its day. */
  async function places(reader: Reader, today: Day): Promise<Record<string, [said: unknown, right: unknown]>> {
    const all = await truth(reader, today)
    const mine = all.filter((row) => row.customerId === customer)
    const debts = mine.filter((row) => isDebt(row) && row.open > 0)
    const question = { asOf: today, basis: 'due' as const, boundaries: [30, 60], currency: 'CNY', scope: null }
    const [options, company] = [await loadOptions(reader), await loadCompany(reader)]
    const report = await agingReport(reader, question, 'customer', ['CNY'])
    const aged = report.rows.find((row) => row.id === customer)
    const figures = await overview(reader, question, 'CNY')
    const [theirs] = (await customerGrid(reader, gridRequest.parse({ filters: [{ field: 'id', op: 'eq', value: customer }] }), null)).rows
    const invoices = await invoiceGrid(reader, everything, null)
    const receipts = await receiptGrid(reader, everything, null)
    const invoiceViews = await Promise.all(invoices.rows.map((row) => invoiceView(reader, row.id, null)))
    const receiptViews = await Promise.all(receipts.rows.map((row) => receiptView(reader, row.id, null)))
    const dunned = (await loadDunned(reader, [customer], { ...question, options })).get(customer)
    const [asked] = (await candidates(reader, { ...question, options }, { overDays: -999 })).filter((row) => row.customerId === customer)
    const story = await customerStory(reader, customer, today, null)
    const [work] = (await worklist(reader, question, null)).filter((row) => row.customerId === customer)
    const suggested = await suggest(reader, { customerId: customer, amount: 8000 as never, receivedOn: TODAY, reference: '' }, null)
    const proposals = await loadProposals(reader)
    const detail = await lineDetail(reader, lineId, customer, proposals, today)
    const overdue = debts.filter((row) => row.dueOn < today)
    const askedFor = overdue.filter((row) => row.id !== disputed)
    const credits = mine.filter((row) => isDebt(row) && row.open < 0)
    const left = mine.filter((row) => MONEY.has(row.kind))
    const [argument] = (await disputeGrid(reader, everything, { asOf: today }, null)).rows
    const lawsuit = await lawsuitView(reader, lawsuitId, today, null)
    const openOf = (id: number): number => all.find((row) => row.id === id)?.open ?? 0
    const paper = (kind: 'statement' | 'confirmation', from: Day | null) => paperContent(reader, customer, { kind, terms: { from, asOf: today, language: 'zh-CN', auditor: null, currency: 'CNY' } as never, company, today, scope: null }, '')
    const told = await counts(reader, today, null)
    const bill = await acceptanceView(reader, billId, today, null)
    const recoveries = (await writeOffView(reader, recoveryOf)).recoveries
    const written = (await writeOffGrid(reader, everything)).rows.find((row) => row.id === recoveryOf)
    const request = await requestView(reader, requestId)
    const view = await offsetView(reader, offsetId, null)
    const items = await itemGrid(reader, everything, { customerId: customer, includeCredits: true, today }, null)
    const limitation = await limitationGrid(desk.ledger, reader, everything, { asOf: today, scope: null, customerId: customer })
    const proposable = await openItemsOf(reader, new Set([customer]))
    const before = (row: { datedAhead: boolean }): boolean => !row.datedAhead
    return {
      'aging report': [[aged?.total, aged?.overdue, aged?.notDue, aged?.unallocated], [sum(mine), sum(mine, (row) => isDebt(row) && row.dueOn < today), sum(mine, (row) => isDebt(row) && row.dueOn >= today), sum(left)]],
      'aging cells': [byId((await agingItems(reader, question, { column: 'total', groupBy: 'customer', groupId: customer }, everything)).rows), byId(mine)],
      'overview': [[figures.balance, figures.receivable, figures.advances, figures.debts, figures.overdueDebts], [sum(all), sum(all, isDebt), -sum(all, (row) => !isDebt(row)), sum(all, (row) => isDebt(row) && row.open > 0), sum(all, (row) => isDebt(row) && row.open > 0 && row.dueOn < today)]],
      'counts': [[told.openItems, told.overdueItems, told.unallocatedReceipts], [all.filter((row) => row.open > 0).length, all.filter((row) => row.open > 0 && row.dueOn < today).length, all.filter((row) => row.open < 0 && row.kind === 'receipt').length]],
      'customers': [[theirs?.open, theirs?.advance], [sum(mine, isDebt), -sum(left)]],
      'open items': [[byId(items.rows), items.totals?.['open']], [byId(mine), sum(mine)]],
      'invoices': [invoices.totals?.['open'], sum(all, (row) => INVOICES.has(row.kind))],
      'invoice pages': [invoiceViews.filter(before).flatMap((one) => one.installments.map((part) => [part.itemId, part.open])), invoiceViews.filter(before).flatMap((one) => one.installments.map((part) => [part.itemId, openOf(part.itemId ?? 0)]))],
      'receipts': [receipts.totals?.['unallocated'], -sum(all, (row) => row.kind === 'receipt')],
      'receipt pages': [receiptViews.filter(before).map((one) => [one.id, one.unallocated]), receiptViews.filter(before).map((one) => [one.id, openOf(one.itemId) === 0 ? 0 : -openOf(one.itemId)])],
      'story': [byId(story.items.map((row) => ({ id: row.itemId, open: row.open }))), byId(debts)],
      'worklist': [work?.overdue ?? 0, sum(overdue)],
      'letter candidates': [[asked?.overdue, asked?.unallocated, asked?.credits], [sum(askedFor), -sum(left), 0 - sum(credits)]],
      'letter': [[sum((dunned?.items ?? []) as never), dunned?.unallocated, dunned?.credits], [sum(askedFor), -sum(left), 0 - sum(credits)]],
      'letter items': [byId((dunned?.items ?? []).filter((row) => row.open > 0).map((row) => ({ id: row.itemId, open: row.open }))), byId(askedFor)],
      'statement': [(await paper('statement', day('2026-01-01'))).closing, sum(mine)],
      'confirmation': [(await paper('confirmation', null)).closing, sum(mine)],
      'who gets a paper': [(await paperCandidates(reader, { from: day('2026-01-01'), asOf: today, currency: 'CNY', everybody: true }, null)).map((row) => row.closing), [sum(mine), sum(all.filter((row) => row.customerId === other))]],
      'limitation': [limitation.totals?.['open'], sum(debts)],
      'clock': [(await clockView(reader, disputed, { asOf: today, scope: null })).open, openOf(disputed)],
      'lawsuit': [lawsuit.debts.map((row) => row.open), lawsuit.debts.map((row) => openOf(row.itemId))],
      'dispute': [argument?.amount, openOf(disputed)],
      'interest': [(await interestCustomers(reader, { to: today, currency: 'CNY', scope: null }, { ...options, interestBasis: 'agreed', dailyRate: 500 } as never)).find((row) => row.customerId === customer)?.open, sum(overdue)],
      'provision': [(await provisionContent(reader, { asOf: today, specific: [] }, { today })).buckets.reduce((total, bucket) => total + bucket.open, 0), sum(all, isDebt)],
      'candidates of a receipt': [byId(suggested.lines), byId(debts)],
      'candidates of a line': [byId(detail.suggestion?.lines ?? []), byId(debts)],
      'debts that may be settled': [byId(await openDebts(reader, customer, 'CNY', today)), byId(debts)],
      'proposals': [proposable.filter((row) => row.open > 0).every((row) => row.open <= openOf(row.itemId)), true],
      'revived by a bill': [bill.revived?.open ?? null, bill.revived ? (await truth(reader, today < '2026-07-09' ? day('2026-07-09') : today)).find((row) => row.id === bill.revived?.itemId)?.open ?? 0 : null],
      'taken over': [view.takenOver.map((row) => row.open), view.datedAhead ? [3500] : view.takenOver.map((row) => openOf(row.itemId))],
      'memo list': [[written?.recovered, written?.left], today < '2026-07-18' ? [2000, 3000] : [3000, 2000]],
      'recoveries': [recoveries.filter((row) => row.writtenOffOn <= today).reduce((total, row) => total + row.open, 0), sum(mine, (row) => row.kind === 'writeOff' && row.open > 0)],
      'request': [request.lines.map((row) => row.open), request.lines.map((row) => openOf(row.itemId))],
      'suggestion': [suggested.lines.every((row) => row.suggested <= row.free && row.free <= row.open), true],
      'proposal': [proposals.all.map((one) => proposalOf(one, proposals.items)).every((one) => one.allocations.every((line) => line.amount <= openOf(line.itemId))), true],
      'marked as dated ahead': [[invoices.rows.filter((row) => row.datedAhead).map((row) => row.documentOn), receipts.rows.filter((row) => row.datedAhead).map((row) => row.receivedOn)].flat().every((on) => on > today)
        && [...invoices.rows.filter(before).map((row) => row.documentOn), ...receipts.rows.filter(before).map((row) => row.receivedOn)].every((on) => on <= today), true],
    }
  }

  const on = (today: Day, offset = 0) => desk.ledger.read(async (reader) => places({ ...reader, now: `${addDays(today, offset)}T04:00:00.000Z` }, today))

  it.each([0, 4, 5, 8, 9, 10, 11, 12, 13, 15, 16, 18, 19, 20, 32, 340].map((days) => addDays(TODAY, days)))('is in no list, sum or page of %s', async (today) => {
    const told = Object.entries(await on(today))
    expect(Object.fromEntries(told.map(([place, [said]]) => [place, said]))).toEqual(Object.fromEntries(told.map(([place, [, right]]) => [place, right])))
  })

  it('is marked in the registers, which show it', async () => {
    const marked = await desk.ledger.read(async (reader) => ({
      invoices: (await invoiceGrid(reader, everything, null)).rows.filter((row) => row.datedAhead).length, receipts: (await receiptGrid(reader, everything, null)).rows.filter((row) => row.datedAhead).length,
      refunds: (await refundGrid(reader, everything, null)).rows.filter((row) => row.datedAhead).length, offsets: (await offsetGrid(reader, everything, null)).rows.filter((row) => row.datedAhead).length,
      writeOffs: (await writeOffGrid(reader, everything)).rows.filter((row) => row.datedAhead).length,
    }))
    expect(marked).toEqual({ invoices: 4, receipts: 4, refunds: 1, offsets: 2, writeOffs: 1 })
  })

  it('is not settled twice: a receipt of today is offered what the later one leaves', async () => {
    const { lines } = await desk.ledger.read((reader) => suggest(reader, { customerId: customer, amount: 8000 as never, receivedOn: TODAY, reference: '' }, null))
    const half = lines.find((line) => line.documentOn === '2026-03-01')
    expect([half?.open, half?.free]).toEqual([8000, 500])
    const taken = lines.filter((line) => line.suggested > 0).map((line) => ({ itemId: line.id, amount: line.suggested }))
    expect((await desk.receipt(customer, 8000, '2026-06-30', taken)).allocations.every((row) => row.allocatedOn <= TODAY)).toBe(true)
  })
})
