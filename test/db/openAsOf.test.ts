import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { openAsOf, openBackwards, openForwards, openOfCustomer } from '../../db/openAsOf.ts'
import { openPglite } from '../../db/engine/pglite.ts'
import { Ledger } from '../../db/ledger.ts'
import { releaseAllocation } from '../../db/receipts/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { addDays, day, type Day } from '../../shared/day.ts'
import { generate } from '../support/generator.ts'

const TODAY = day('2026-03-31')
/** Before the first document, through three years, today, and after everything. */
const DAYS = [-1200, -1000, -700, -400, -270, -150, -60, -31, -7, -1, 0, 400].map((days) => addDays(TODAY, days))
const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-open-'))

const rowsOf = (ledger: Ledger, open: SQL, on: Day) => ledger.read((reader) => reader.rows<{ item: number; open: number; customer: number }>(
  sql`select o.item_id as item, o.open, i.customer_id as customer from ${open} o cross join open_items i where i.id = o.item_id and i.document_on <= ${on} order by o.item_id`))

async function releaseSome(ledger: Ledger): Promise<void> {
  const some = await ledger.read((reader) => reader.rows<{ id: number; on: Day }>(sql`select id, allocated_on as "on" from allocations where id % 7 = 0 order by id`))
  for (const { id, on } of some) {
    const releasedOn = addDays(on, id % 90)
    await ledger.write({ by: SYSTEM, procedure: 'release' }, (tx) => releaseAllocation(tx, { id, releasedOn }, { today: TODAY }))
  }
}

describe.each([
  ['SQLite', () => Ledger.open(path.join(folder, 'open.db'), { create: true })],
  ['PostgreSQL (PGlite)', () => Ledger.over(openPglite(new PGlite()), 'pglite')],
] as const)('what was open on a day, on %s', (_, open) => {
  it('is the same from both ends of the history, and customer by customer', async () => {
    const ledger = await open()
    const { customers } = await generate(ledger, { documents: 250, until: TODAY, seed: 3 })
    await releaseSome(ledger)
    for (const on of DAYS) {
      const forwards = await rowsOf(ledger, openForwards(on), on)
      expect(await rowsOf(ledger, openBackwards(on), on), on).toEqual(forwards)
      expect(await rowsOf(ledger, await ledger.read((reader) => openAsOf(reader, on)), on), on).toEqual(forwards)
      for (const customer of customers) expect(await rowsOf(ledger, openOfCustomer(customer, on), on), on).toEqual(forwards.filter((row) => row.customer === customer))
    }
    await ledger.close()
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
})
