import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import DatabaseDriver from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { openSqlite } from '../../db/engine/sqlite.ts'
import { Ledger } from '../../db/ledger.ts'
import { SYSTEM } from '../../db/writer.ts'
import { day } from '../../shared/day.ts'
import { Desk, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('the ledger on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    customer = await desk.customer('上海机械')
  })

  const count = async (table: string): Promise<number> =>
    (await desk.ledger.read((reader) => reader.rows<{ count: number }>(sql`select cast(count(*) as bigint) as count from ${sql.identifier(table)}`)))[0]?.count ?? 0
  /** What the database itself answers, with the driver's own error inside of the query builder's. */
  const answerTo = async (statement: string): Promise<string> => {
    try {
      await desk.write(async (tx) => tx.rows(sql.raw(`${statement} returning 1 as done`)))
      return 'done'
    } catch (error) {
      return error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : String(error)
    }
  }

  describe('a request that is sent again', () => {
    const call = (input: unknown) => ({ by: SYSTEM, procedure: 'receipts.record', requestId: 'request-1', input })
    const post = (input: unknown, amount = 100) => desk.ledger.write(call(input), async (tx) => {
      const id = await tx.nextId(tx.t.customers)
      tx.record({ what: 'test', id, before: null, after: amount })
      return { id, amount }
    })

    it('is answered as the first time and posts nothing', async () => {
      const first = await post({ amount: 100 })
      const entries = await count('journal')
      expect(await post({ amount: 100 }, 999)).toEqual(first)
      expect(await count('journal')).toBe(entries)
    })

    it('is done once too when it answers nothing', async () => {
      const close = () => desk.ledger.write(call({ month: '2026-01' }), async (tx) => tx.record({ what: 'test', id: 1, before: null, after: 1 }))
      await close()
      const entries = await count('journal')
      await close()
      expect([await count('requests'), await count('journal')]).toEqual([1, entries])
    })

    it('is refused when it says something else', async () => {
      await post({ amount: 100 })
      expect(await refusalOf(post({ amount: 101 }))).toBe('requestReused')
    })

    it('is tried afresh when the first one was refused', async () => {
      const item = (await desk.invoice(customer, 100, '2026-02-01')).installments[0]?.itemId
      const attempt = (amount: number) => desk.receipt(customer, 50, '2026-03-01', [{ itemId: item, amount }])
      expect(await refusalOf(attempt(60))).toBe('moreThanReceiptLeft')
      expect((await attempt(50)).number).toBe('SK-202603-0001')
      expect(await count('requests')).toBe(0)
    })
  })

  it('keeps nothing of a write that fails at its end', async () => {
    const before = [await count('customers'), await count('customer_keys'), await count('journal'), await count('counters')]
    const failing = desk.write(async (tx) => {
      await tx.nextNumber('SK', '2026-03')
      await tx.insert(tx.t.customerKeys, [{ key: 'stray', customerId: customer, rank: 0 }])
      throw new Error('after everything was written')
    })
    await expect(failing).rejects.toThrow('after everything')
    expect([await count('customers'), await count('customer_keys'), await count('journal'), await count('counters')]).toEqual(before)
  })

  it('lets writers take turns, so that numbers run without gaps', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => desk.invoice(customer, 100 + index, '2026-03-01')))
    const numbers = await desk.ledger.read((reader) => reader.rows<{ number: string }>(sql`select number from invoices order by number`))
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 8 }, (_, index) => `YS-202603-000${index + 1}`))
    expect((await checkLedger(desk.ledger)).ok).toBe(true)
  })

  it('gives no id that rows counted on from the first one have taken', async () => {
    await desk.ledger.write({ by: SYSTEM, procedure: 'test' }, async (tx) => {
      const first = await tx.nextId(tx.t.contacts)
      const contact = { customerId: customer, on: day('2026-03-01'), way: 'call' as const, person: '', result: '约定月底付款', nextStep: '', nextOn: '', postedAt: tx.now, postedBy: tx.by.name }
      await tx.post(tx.t.contacts, [0, 1, 2].map((index) => ({ ...contact, id: first + index })))
      expect(await tx.nextId(tx.t.contacts)).toBe(first + 3)
    })
  })

  it.each(['update', 'delete'])('refuses to %s what is posted, whoever asks', async (verb) => {
    const item = (await desk.invoice(customer, 10_000, '2026-02-01')).installments[0]?.itemId
    await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: item, amount: 10_000 }])
    for (const table of ['invoices', 'receipts', 'open_items', 'allocations', 'journal']) {
      const statement = verb === 'update' ? `update ${table} set ${table === 'journal' ? 'procedure' : 'seal'} = 'x'` : `delete from ${table}`
      expect(await answerTo(statement), table).toContain('what is posted is never changed')
    }
  })

  it('refuses to empty a posted table at once', async () => {
    if (desk.ledger.engine.kind === 'sqlite') return
    for (const table of ['invoices', 'allocations', 'offsets', 'acceptance_events']) {
      await expect(desk.ledger.engine.migrate(async () => [`truncate ${table} cascade`]), table).rejects.toThrow('what is posted is never changed')
    }
  })

  it('lets a draft be changed and removed', async () => {
    const id = await desk.draft(customer, 100, '2026-03-01')
    expect(await answerTo(`update invoices set note = 'x' where id = ${id}`)).toBe('done')
    expect(await answerTo(`delete from invoices where id = ${id}`)).toBe('done')
  })

  it('refuses what is no whole number of fen', async () => {
    expect(await answerTo(`insert into open_balances (item_id, customer_id, open) values (1, 1, 10.5)`)).not.toBe('done')
    expect(await answerTo(`insert into counters (series, last) values ('X', 'many')`)).not.toBe('done')
  })

  it('refuses rows that point nowhere', async () => {
    expect(await answerTo(`insert into open_balances (item_id, customer_id, open) values (99, 1, 100)`)).toMatch(/foreign key/i)
  })

  it('reads without being able to write', async () => {
    await expect(desk.ledger.read((reader) => reader.rows(sql`delete from customer_keys returning 1 as done`))).rejects.toThrow()
    expect(await count('customer_keys')).toBeGreaterThan(0)
  })

  it('names the row that somebody changed behind the guards', async () => {
    await desk.invoice(customer, 10_000, '2026-02-01')
    const second = await desk.invoice(customer, 20_000, '2026-02-02')
    const off = desk.ledger.engine.kind === 'sqlite' ? ['drop trigger invoices_no_update'] : ['alter table invoices disable trigger invoices_no_update']
    await desk.ledger.engine.migrate(async () => [...off, `update invoices set amount = 19999 where id = ${second.id}`])
    const { ok, findings } = await checkLedger(desk.ledger)
    expect(ok).toBe(false)
    expect(findings.filter((finding) => finding.code === 'changedRow')).toEqual([{ kind: 'row', code: 'changedRow', table: 'invoices', id: second.id, document: `invoice:${second.id}:${second.number}`, text: `invoices ${second.id}` }])
    expect(findings.some((finding) => finding.code === 'missingGuard' && finding.text === 'invoices_no_update')).toBe(true)
  })
})

describe('opening a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-open-'))
  const file = (name: string): string => path.join(folder, name)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  beforeAll(async () => {
    const ledger = await Ledger.open(file('good.db'), { create: true })
    const desk = await Desk.found(ledger)
    const customer = await desk.customer('上海机械')
    for (let number = 1; number <= 40; number += 1) await desk.invoice(customer, 100 * number, '2026-03-01')
    await ledger.close()
  })

  const opened = async (name: string): Promise<string> => refusalOf(Ledger.open(file(name)).then((ledger) => ledger.close()))

  it('keeps safety settings on each open', async () => {
    const ledger = await Ledger.open(file('good.db'))
    const settings = await ledger.engine.write(async (connection) => {
      const [row] = await connection.rows<Record<string, unknown>>(sql`select (select journal_mode from pragma_journal_mode) as journal, (select synchronous from pragma_synchronous) as sync, (select foreign_keys from pragma_foreign_keys) as keys`)
      return row
    })
    await ledger.close()
    expect(settings).toEqual({ journal: 'wal', sync: 2, keys: 1 })
  })

  it('reads on while another program holds the file, and refuses to write when that does not end', async () => {
    const ledger = await Ledger.over(openSqlite(file('good.db'), { busyMilliseconds: 200 }), file('good.db'))
    const desk = new Desk(ledger)
    const other = new DatabaseDriver(file('good.db'))
    other.exec('BEGIN IMMEDIATE')
    const refused = refusalOf(desk.customer('宁波轴承'))
    expect((await desk.aging('2026-06-30')).at(-1)).toBe(82_000)
    expect(await refused).toBe('ledgerBusy')
    const waiting = desk.customer('宁波轴承')
    other.exec('COMMIT')
    other.close()
    expect(await waiting).toBe(2)
    await ledger.close()
  })

  it('refuses what is missing, empty, no database, or another database', async () => {
    writeFileSync(file('empty.db'), '')
    writeFileSync(file('text.db'), '客户编码,客户名称\n'.repeat(500))
    const stranger = new DatabaseDriver(file('stranger.db'))
    stranger.exec('CREATE TABLE orders (id INTEGER PRIMARY KEY); INSERT INTO orders VALUES (1)')
    stranger.close()
    expect([await opened('missing.db'), await opened('empty.db'), await opened('text.db'), await opened('stranger.db')]).toEqual(['cannotOpen', 'notALedger', 'notALedger', 'notALedger'])
    expect(readFileSync(file('empty.db')).length).toBe(0)
  })

  it('refuses a truncated ledger as damaged', async () => {
    copyFileSync(file('good.db'), file('short.db'))
    truncateSync(file('short.db'), 40_960)
    expect(await opened('short.db')).toBe('damagedLedger')
  })

  it('refuses a ledger of a newer version', async () => {
    copyFileSync(file('good.db'), file('newer.db'))
    const raw = new DatabaseDriver(file('newer.db'))
    raw.exec(`INSERT INTO migrations (name, at) VALUES ('9999_future', '2030-01-01')`)
    raw.close()
    expect(await opened('newer.db')).toBe('newerVersion')
  })

  it('backs up a ledger in use as one that opens and is sound', async () => {
    const ledger = await Ledger.open(file('good.db'))
    await ledger.engine.backup(file('copy.db'))
    await ledger.close()
    const copy = await Ledger.open(file('copy.db'))
    const report = await checkLedger(copy)
    await copy.close()
    expect([report.ok, report.rows]).toEqual([true, 80])
  })
})
