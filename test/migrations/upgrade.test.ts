/** A ledger of an older version is copied aside, brought up to date, and proved: the figures stay what they were. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerAcceptances } from '../../db/acceptances/register.ts'
import { checkLedger } from '../../db/check.ts'
import { GUARDS } from '../../db/engine/engine.ts'
import { migrations as postgres } from '../../db/migrations/postgres.ts'
import { migrations as sqlite } from '../../db/migrations/sqlite.ts'
import { customerGrid, loadCustomer } from '../../db/customers/queries.ts'
import { closeMonth } from '../../db/periods/commands.ts'
import { saveRate } from '../../db/rates/commands.ts'
import { recordReceipt } from '../../db/receipts/commands.ts'
import { recordRefund } from '../../db/refunds/commands.ts'
import { billInput } from '../../shared/acceptances/schemas.ts'
import { addDays, addMonths, day, endOfMonth, monthOf, nextDate } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { compareNames, nameSort } from '../../shared/nameSort.ts'
import { dueDay } from '../../shared/terms/rules.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { refundInput } from '../../shared/refunds/schemas.ts'
import { CALENDAR, Desk, refusalOf } from '../support/desk.ts'
import { oldEngines, type OldLedger } from '../support/oldLedgers.ts'

/** What the program of 0.1.0 answered for its own ledger: an aging by due day, by document day, and the dollars' total. */
const AS_IT_WAS: [asOf: string, byDue: number[], byDocument: number[], dollars: number][] = [
  ['2025-12-31', [120_050, 300_000, 0, 0, 0, 0, 420_050], [0, 120_050, 300_000, 0, 0, 0, 420_050], 0],
  ['2026-02-28', [700_000, 0, 120_050, 300_000, 0, 0, 1_120_050], [0, 700_000, 0, 120_050, 300_000, 0, 1_120_050], 0],
  ['2026-04-09', [60_000, 600_000, 0, 0, 420_050, 0, 1_080_050], [0, -40_000, 0, 700_000, 420_050, 0, 1_080_050], 2_500_000],
  ['2026-05-10', [100_000, 0, 310_000, 0, 420_050, -150_000, 680_050], [0, 0, 0, 0, 830_050, -150_000, 680_050], 2_500_000],
  ['2026-05-16', [677_700, 0, 310_000, 0, 420_050, -650_000, 757_750], [0, 577_700, 0, 0, 830_050, -650_000, 757_750], 1_500_000],
  ['2026-05-31', [197_700, 0, 0, 310_000, 420_050, -150_040, 777_710], [0, 97_700, 0, 0, 830_050, -150_040, 777_710], 1_500_000],
  ['2026-06-04', [117_800, 0, 0, 310_000, 420_050, -161_140, 686_710], [0, 17_800, 0, 0, 830_050, -161_140, 686_710], 1_500_000],
  ['2026-06-11', [97_800, 0, 0, 310_000, 420_050, -150_040, 677_810], [0, -9900, 7700, 0, 830_050, -150_040, 677_810], 1_500_000],
  ['2026-06-30', [135_700, 20_000, 0, 0, 730_050, -265_640, 620_110], [0, 35_700, 20_000, 0, 830_050, -265_640, 620_110], 1_500_000],
  ['2026-07-31', [166_000, 35_700, 20_000, 0, 730_050, -265_640, 686_110], [0, 66_000, 35_700, 20_000, 830_050, -265_640, 686_110], 1_500_000],
  ['2026-12-31', [0, 0, 0, 0, 951_750, -265_640, 686_110], [0, 0, 0, 0, 951_750, -265_640, 686_110], 1_500_000],
]

describe.each(oldEngines)('a ledger of 0.1.0 on $name', ({ start, copies, shared }) => {
  let source: Awaited<ReturnType<typeof start>>
  let old: OldLedger

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    old = await source.lay()
  })

  const opened = async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
    const ledger = await old.open()
    try {
      return await work(new Desk(ledger))
    } finally {
      await ledger.close()
    }
  }

  it('reads the terms of customers as the old program did, day by day', async () => {
    await opened(async (desk) => {
      const rows = await desk.ledger.read((reader) => reader.rows<{ id: number; terms: string }>(sql`select id, terms from customers order by id`))
      expect(rows.length).toBeGreaterThan(0)
      for (const { id, terms } of rows) {
        const old = JSON.parse(terms) as { kind: 'days' | 'monthEnd' | 'months'; count: number; onDate?: number | null }
        const read = (await desk.ledger.read((reader) => loadCustomer(reader, id))).terms
        for (let on = day('2026-01-01'); on < '2028-03-05'; on = addDays(on, 1)) {
          const base = old.kind === 'days' ? addDays(on, old.count) : old.kind === 'months' ? addMonths(on, old.count) : addDays(endOfMonth(on), old.count)
          expect([id, on, dueDay(on, read)]).toEqual([id, on, old.onDate ? nextDate(base, old.onDate) : base])
        }
      }
    })
  })

  it('answers every past day as the old program did', async () => {
    await opened(async (desk) => {
      for (const [asOf, byDue, byDocument, dollars] of AS_IT_WAS) {
        expect([asOf, await desk.aging(asOf), await desk.aging(asOf, { basis: 'document' }), (await desk.aging(asOf, { currency: 'USD' })).at(-1)]).toEqual([asOf, byDue, byDocument, dollars])
      }
    })
  })

  it('is sound: every seal and entry of the old program is proved, and nothing was added', async () => {
    await opened(async ({ ledger }) => {
      expect(await checkLedger(ledger)).toEqual({ ok: true, findings: [], rows: 77, entries: 37 })
      expect(ledger.isNew).toBe(false)
    })
  })

  it('sorts its names by their sound, old ones and new ones alike', async () => {
    await opened(async (desk) => {
      await desk.customer('阿里木江')
      await desk.customer('曾晓')
      const { rows } = await desk.ledger.read((reader) => customerGrid(reader, gridRequest.parse({ sort: [{ field: 'name', dir: 'asc' }] }), null))
      const names = rows.map(({ name }) => name)
      expect(names).toEqual(names.toSorted(compareNames))
      expect([names.indexOf('阿里木江'), names.at(-1)]).toEqual([1, '曾晓'])
      const keys = await desk.ledger.read((reader) => reader.rows<{ name: string; key: string }>(sql`select name, name_sort as key from customers union all select name, name_sort from users`))
      expect(keys).toEqual(keys.map(({ name }) => ({ name, key: nameSort(name) })))
      expect((await checkLedger(desk.ledger)).findings).toEqual([])
    })
  })

  it('answers an old request as it did then, and goes on numbering where it stopped', async () => {
    await opened(async (desk) => {
      const call = { procedure: 'receipts.record', requestId: 'old-request', input: { customerId: 3, amount: 45_600 } }
      const again = await desk.write((tx) => recordReceipt(tx, receiptInput.parse({ customerId: 3, amount: 45_600, receivedOn: '2026-06-25' }), CALENDAR), call)
      expect((await desk.receiptView(again)).number).toBe('SK-202606-0006')
      expect((await desk.receipt(3, 100, '2026-06-26')).number).toBe('SK-202606-0007')
    })
  })

  it('is worked on: what the old program posted is released and reversed like anything else', async () => {
    await opened(async (desk) => {
      const receipt = await desk.receiptView(3)
      expect([receipt.number, receipt.allocations.length]).toEqual(['SK-202604-0002', 2])
      await desk.release(receipt.allocations[0]?.id ?? 0, '2026-07-01')
      await desk.reverseReceipt(1, '2026-07-02')
      expect((await desk.aging('2026-07-02')).at(-1)).toBe(620_110 + 88_888 - 88_850 + 300_000)
      expect((await desk.aging('2026-06-30')).at(-1)).toBe(620_110)
      expect((await checkLedger(desk.ledger)).findings).toEqual([])
    })
  })

  it('is worked on as today: bills of an old receipt, a rate for old dollars, a closed month, a refund of an old advance', async () => {
    await opened(async (desk) => {
      const bill = { billNumber: '130258100801620260501000000001', drawer: '宁波控股', acceptor: '宁波银行', issuedOn: '2026-05-01', dueOn: '2026-10-31', amount: 650_000 }
      await desk.write((tx) => registerAcceptances(tx, { id: 4, bills: [billInput.parse(bill)] }))
      await desk.write((tx) => saveRate(tx, { currency: 'USD', on: day('2026-01-01'), rate: 7_100_000 }))
      const [dollars] = await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select item_id as id from open_balances b join open_items i on i.id = b.item_id where i.currency = 'USD'`))
      await desk.receipt(3, 1_500_000, '2026-06-26', [{ itemId: dollars?.id, amount: 1_500_000 }], { currency: 'USD' })
      await desk.write((tx) => recordRefund(tx, refundInput.parse({ customerId: 2, refundedOn: '2026-06-29', amount: 150_000 }), CALENDAR))
      await desk.write((tx) => closeMonth(tx, { month: monthOf(day('2026-05-31')), acceptWarnings: true }, CALENDAR))
      expect(await refusalOf(desk.receipt(3, 100, '2026-05-31'))).toBe('periodClosed')
      expect([await desk.aging('2026-05-31'), (await desk.aging('2026-06-30', { currency: 'USD' })).at(-1)]).toEqual([AS_IT_WAS.find(([asOf]) => asOf === '2026-05-31')?.[1], 0])
      expect((await checkLedger(desk.ledger)).findings).toEqual([])
    })
  })

  it('has all guards, those of the new tables too', async () => {
    await opened(async ({ ledger }) => {
      expect(await ledger.engine.missingGuards(GUARDS)).toEqual([])
    })
    await old.run(`INSERT INTO offset_lines (id, offset_id, allocation_id, seal) VALUES (1, 1, 1, '')`)
    await expect(old.run('UPDATE offset_lines SET offset_id = 2')).rejects.toThrow('what is posted is never changed')
  })

  if (copies) it('is copied aside, as it was', async () => {
    await opened(async () => undefined)
    expect(old.copied('SELECT count(*) FROM invoices')).toBe(14)
    expect(old.copied(`SELECT group_concat(name) FROM migrations`)).toBe('0000_foundation,0000_guards')
    expect(old.copied(`SELECT count(*) FROM sqlite_schema WHERE name = 'offsets'`)).toBe(0)
  })

  it('is upgraded once', async () => {
    const ran = (desk: Desk) => desk.ledger.read((reader) => reader.rows<{ at: string }>(sql`select at from migrations order by name`))
    expect(await opened(ran)).toEqual(await opened(ran))
  })

  if (shared) it('is upgraded by one of several programs that open it at the same time; the others find it done', async () => {
    const ledgers = await Promise.all([old.open(), old.open(), old.open()])
    expect([ledgers.map(({ isNew }) => isNew), (await checkLedger(ledgers[2]!)).findings]).toEqual([[false, false, false], []])
    for (const ledger of ledgers) await ledger.close()
    if (copies) expect(old.copied(`SELECT group_concat(name) FROM migrations`)).toBe('0000_foundation,0000_guards')
  })

  it('is refused when it does not add up, each time it is opened, and stays what it was', async () => {
    await old.run('UPDATE open_balances SET open = open + 1 WHERE item_id = 1')
    for (const time of [1, 2]) expect([time, await refusalOf(opened(async () => time))]).toEqual([time, 'damagedLedger'])
    expect(old.hasCopy()).toBe(copies)
    await expect(old.run('SELECT 1 FROM offsets')).rejects.toThrow(/offsets/)
    await old.run('UPDATE open_balances SET open = open - 1 WHERE item_id = 1')
    expect(await opened((desk) => desk.aging('2026-06-30'))).toEqual(AS_IT_WAS.find(([asOf]) => asOf === '2026-06-30')?.[1])
  })
})

describe('the migrations', () => {
  it('are the same steps on both engines, in order', () => {
    expect(sqlite.map(({ name }) => name)).toEqual(postgres.map(({ name }) => name))
    expect(sqlite.map(({ name }) => name)).toEqual(sqlite.map(({ name }) => name).sort())
  })
  it('make every table STRICT on SQLite, so that no amount is a fraction', () => {
    const tables = sqlite.flatMap(({ statements }) => statements).filter((statement) => /^CREATE TABLE/i.test(statement))
    expect(tables.filter((statement) => !/\) STRICT;?\s*$/.test(statement))).toEqual([])
  })
})
