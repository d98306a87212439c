import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agingReport } from '../../db/aging/queries.ts'
import { loadProposals } from '../../db/bank/proposals.ts'
import { proposalGrid } from '../../db/bank/queries.ts'
import { reconciliationOf } from '../../db/bank/reconciliations.ts'
import { isWorkday } from '../../db/calendar.ts'
import { checkLedger } from '../../db/check.ts'
import { lookupCustomers } from '../../db/customers/queries.ts'
import { fillDemo } from '../../db/ledgers/demo.ts'
import { Ledger } from '../../db/ledger.ts'
import { loadFacts } from '../../db/settings/queries.ts'
import { listUsers } from '../../db/users/queries.ts'
import { day } from '../../shared/day.ts'

const TODAY = day('2026-03-31')
const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-demo-'))

async function demo(name: string): Promise<Ledger> {
  const ledger = await Ledger.open(path.join(folder, name), { create: true, now: () => new Date('2026-03-31T02:00:00Z') })
  await fillDemo(ledger, { today: TODAY, isWorkday })
  return ledger
}

const agingOn = (ledger: Ledger, asOf = TODAY) => ledger.read((reader) =>
  agingReport(reader, { asOf, basis: 'due', boundaries: [30, 60, 90, 180, 365], currency: 'CNY', scope: null }, 'customer', ['CNY', 'USD']))

describe('the demonstration ledger', () => {
  let ledger: Ledger
  const count = async (query: ReturnType<typeof sql>): Promise<number> =>
    (await ledger.read((reader) => reader.rows<{ n: number }>(sql`select cast(count(*) as bigint) as n from ${query}`)))[0]?.n ?? 0

  beforeAll(async () => {
    ledger = await demo('first.db')
  }, 120_000)
  afterAll(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  it('is as large as an office that has worked for 18 months', async () => {
    expect(await count(sql`customers`)).toBe(60)
    const documents = (await count(sql`invoices`)) + (await count(sql`receipts`)) + (await count(sql`letters`))
    expect(documents).toBeGreaterThan(1300)
    expect(documents).toBeLessThan(1800)
  })

  it('adds up and its chain holds', async () => {
    expect(await checkLedger(ledger)).toMatchObject({ ok: true, findings: [] })
  })

  it('has something to show for each feature', async () => {
    for (const kind of ['invoice', 'creditNote', 'other', 'opening']) expect(await count(sql`invoices where kind = ${kind} and status = 'posted'`), kind).toBeGreaterThan(5)
    expect(await count(sql`invoices where status = 'draft'`)).toBe(7)
    expect(await count(sql`invoices where reverses_id is not null`)).toBeGreaterThan(2)
    expect(await count(sql`receipts where reverses_id is not null`)).toBeGreaterThan(2)
    for (const method of ['transfer', 'cash', 'acceptance', 'other']) expect(await count(sql`receipts where method = ${method}`), method).toBeGreaterThan(5)
    for (const [status, least] of [['held', 5], ['endorsed', 1], ['discounted', 1], ['collected', 10], ['settled', 1], ['split', 1], ['dishonoured', 1]] as const) {
      expect(await count(sql`acceptance_states where status = ${status}`), status).toBeGreaterThanOrEqual(least)
    }
    expect(await count(sql`receipts where fee > 0`)).toBeGreaterThan(20)
    for (const reason of ['reference', 'exactAmount', 'shortPayment', 'uniqueCombination', 'oldestFirst', 'manual', 'creditNote']) {
      expect(await count(sql`allocations where reason = ${reason}`), reason).toBeGreaterThan(10)
    }
    expect(await count(sql`allocations where releases_id is not null`)).toBeGreaterThan(5)
    expect(await count(sql`open_items where installment = 3`)).toBeGreaterThan(20)
    for (const [table, least] of [['contacts', 15], ['promises', 5], ['disputes', 2], ['collection_ends', 1]] as const) expect(await count(sql`${sql.identifier(table)}`), table).toBeGreaterThanOrEqual(least)
    for (const level of ['reminder', 'demand']) expect(await count(sql`letters where level = ${level}`), level).toBeGreaterThan(5)
    for (const level of ['secondDemand', 'finalNotice']) expect(await count(sql`letters where level = ${level}`), level).toBeGreaterThan(0)
    expect(await count(sql`letter_prints where reprint = 1`)).toBeGreaterThan(3)
    expect(await count(sql`open_items where currency = 'USD'`)).toBeGreaterThan(5)
    expect(await count(sql`statement_states where status = 'open'`)).toBeGreaterThan(4)
    expect(await count(sql`statement_states where status = 'noted'`)).toBeGreaterThan(2)
    expect(await count(sql`statement_states where receipt_id is not null`)).toBeGreaterThan(5)
    expect(await count(sql`learnt_payers`)).toBeGreaterThan(0)
  })

  it('owes as offices do: about a third is overdue, something falls due soon, every bucket has its debtors', async () => {
    const { totals } = await agingOn(ledger)
    const ratio = totals.overdue / (totals.overdue + totals.notDue)
    expect(ratio).toBeGreaterThan(0.25)
    expect(ratio).toBeLessThan(0.42)
    expect(totals.unallocated).toBeLessThan(0)
    for (const bucket of totals.buckets) expect(bucket).toBeGreaterThan(0)
    for (const days of [7, 30]) {
      expect(await count(sql`open_balances b join open_items i on i.id = b.item_id where b.open > 0 and i.due_on between ${TODAY} and ${day(days === 7 ? '2026-04-07' : '2026-04-30')}`)).toBeGreaterThan(3)
    }
  })

  it('has matched what the bank has, leaves clear and doubtful money to be matched, and reconciles to the cent', async () => {
    const { counts } = await ledger.read(async (reader) => proposalGrid(reader, { offset: 0, limit: 100, sort: [], filters: [], withTotals: false }, await loadProposals(reader)))
    for (const sureness of ['sure', 'none'] as const) expect(counts[sureness].lines, sureness).toBeGreaterThan(0)
    expect(counts.likely.lines + counts.unsure.lines).toBeGreaterThan(0)
    const { difference, bookReceived, bookPaid } = await ledger.read((reader) => reconciliationOf(reader, { bankAccountId: 1, asOf: TODAY }))
    expect([difference, bookReceived, bookPaid]).toEqual([0, [], []])
  })

  it('is opened without a password, and marked as a demonstration', async () => {
    expect((await ledger.read(listUsers)).every((user) => !user.canSignIn)).toBe(true)
    expect(await ledger.read(loadFacts)).toEqual({ demo: true })
  })

  it('has customers whose initials repeat', async () => {
    const hits = await ledger.read((reader) => lookupCustomers(reader, 'shjx', 10, null))
    expect(hits.map((hit) => hit.shortName)).toEqual(expect.arrayContaining(['上海机械', '盛华机箱', '深化机箱']))
  })

  it('is the same ledger for the same day', { timeout: 120_000 }, async () => {
    const again = await demo('second.db')
    expect(await agingOn(again)).toEqual(await agingOn(ledger))
    const sealsOf = (of: Ledger) => of.read((reader) => reader.rows<{ hash: string }>(sql`select hash from journal order by id desc limit 1`))
    expect(await sealsOf(again)).toEqual(await sealsOf(ledger))
    await again.close()
  })

  it('holds today the figures that it held on past days', async () => {
    const { totals } = await agingOn(ledger, day('2025-09-30'))
    expect(totals.notDue + totals.overdue + totals.unallocated).toBe(totals.total)
    expect(totals.items).toBeGreaterThan(50)
  })
})
