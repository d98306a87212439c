/** A ledger of an older version is copied aside, brought up to date, and proved: the figures stay what they were. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import DatabaseDriver from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { GUARDS } from '../../db/engine/engine.ts'
import { Ledger } from '../../db/ledger.ts'
import { migrations as postgres } from '../../db/migrations/postgres.ts'
import { migrations as sqlite } from '../../db/migrations/sqlite.ts'
import { Desk, refusalOf } from '../support/desk.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-upgrade-'))
const file = path.join(folder, 'ledger.db')
const backup = `${file}.before-0000_guards.bak`
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As a ledger was before its guards were a migration of their own. */
function takeBackGuards(): void {
  const raw = new DatabaseDriver(file)
  for (const name of GUARDS) raw.exec(`DROP TRIGGER ${name}`)
  raw.exec(`DELETE FROM migrations WHERE name = '0000_guards'`)
  raw.close()
}

describe('an older ledger', () => {
  let before: number[]

  beforeEach(async () => {
    for (const each of [file, `${file}-wal`, `${file}-shm`, backup]) rmSync(each, { force: true })
    const ledger = await Ledger.open(file, { create: true })
    const desk = await Desk.found(ledger)
    const customer = await desk.customer('上海机械')
    const invoice = await desk.invoice(customer, 10_050, '2026-02-01')
    await desk.receipt(customer, 12_000, '2026-03-01', [{ itemId: invoice.installments[0]?.itemId, amount: 10_000, difference: 50 }])
    await desk.invoice(customer, 7000, '2026-04-01')
    before = await desk.aging('2026-05-31')
    await ledger.close()
    takeBackGuards()
  })

  it('is copied aside and brought up to date with the same figures', async () => {
    const ledger = await Ledger.open(file)
    expect([await new Desk(ledger).aging('2026-05-31'), (await checkLedger(ledger)).findings, ledger.isNew]).toEqual([before, [], false])
    await ledger.close()
    const copy = new DatabaseDriver(backup, { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM invoices').pluck().get()).toBe(2)
    copy.close()
  })

  it('is upgraded once', async () => {
    await (await Ledger.open(file)).close()
    rmSync(backup)
    await (await Ledger.open(file)).close()
    expect(existsSync(backup)).toBe(false)
  })

  it('is refused when it does not add up, each time it is opened, with the copy beside it', async () => {
    const raw = new DatabaseDriver(file)
    raw.exec('UPDATE open_balances SET open = open + 1 WHERE item_id = 4')
    raw.close()
    const opened = () => refusalOf(Ledger.open(file).then((ledger) => ledger.location))
    expect([await opened(), existsSync(backup), await opened()]).toEqual(['damagedLedger', true, 'damagedLedger'])
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
