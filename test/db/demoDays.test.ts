/** The demonstration ledger is made on every day: whole ones at a month's end, on a leap day and at the year's end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { isWorkday } from '../../db/calendar.ts'
import { checkLedger } from '../../db/check.ts'
import { fillDemo } from '../../db/ledgers/demo.ts'
import { Ledger } from '../../db/ledger.ts'
import { day } from '../../shared/day.ts'

/** More days than these three, in a list with commas, for whoever wants to try some. */
const DAYS = process.env['HUIKUAN_DEMO_DAYS']?.split(',') ?? ['2026-11-30', '2028-02-29', '2027-12-31']
/** What each feature leaves behind, and how many of it there are at least. */
const SHOWN: readonly [string, number][] = [
  ...(['invoice', 'creditNote', 'other', 'opening'] as const).map((kind): [string, number] => [`invoices where kind = '${kind}' and status = 'posted'`, 6]),
  ['invoices where status = \'draft\'', 7], ['invoices where reverses_id is not null', 1], ['receipts where reverses_id is not null', 1], ['receipts where fee > 0', 1],
  ...(['transfer', 'cash', 'acceptance', 'other'] as const).map((method): [string, number] => [`receipts where method = '${method}'`, 3]),
  ['open_items where kind = \'difference\'', 1], ['allocations where releases_id is not null', 1], ['letters', 3], ['acceptances', 5], ['acceptance_events where kind = \'dishonoured\'', 1],
  ['contacts', 1], ['promises', 1], ['disputes', 1], ['statement_lines', 1], ['closed_periods', 10], ['open_items where currency = \'USD\'', 1],
]
const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-demo-days-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the demonstration ledger', () => {
  it.each(DAYS)('of %s adds up, shows each feature and holds nothing of the future', async (today) => {
    const ledger = await Ledger.open(path.join(folder, `${today}.db`), { create: true, now: () => new Date(`${today}T02:00:00Z`) })
    try {
      await fillDemo(ledger, { today: day(today), isWorkday })
      expect(await checkLedger(ledger)).toMatchObject({ ok: true, findings: [] })
      const count = (from: string): Promise<number> => ledger.read(async (reader) => (await reader.rows<{ n: number }>(sql`select count(*) as n from ${sql.raw(from)}`))[0]?.n ?? 0)
      const missing: string[] = []
      for (const [from, least] of SHOWN) if ((await count(from)) < least) missing.push(`${from}: ${await count(from)} of ${least}`)
      expect(missing).toEqual([])
      const ahead = [`open_items where document_on > '${today}'`, `allocations where allocated_on > '${today}'`, `receipts where received_on > '${today}'`, 'receipts where fee > abs(amount)']
      expect(await Promise.all(ahead.map(count))).toEqual(ahead.map(() => 0))
    } finally {
      await ledger.close()
    }
  }, 120_000)
})
