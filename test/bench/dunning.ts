/**
 * A dunning run over a whole office: the proposal, a page of its lines, all letters in lots, stopped half way and gone on
 * with. Beside it one bare aggregate query for the proposal, and bare inserts of the same rows for the letters.
 */
import path from 'node:path'
import type DatabaseDriver from 'better-sqlite3'
import { createCustomer } from '../../db/customers/commands.ts'
import { issueNext, startRun } from '../../db/dunning/running.ts'
import { lineGrid, runView } from '../../db/dunning/runs.ts'
import { postInvoices } from '../../db/invoices/bulk.ts'
import { Ledger } from '../../db/ledger.ts'
import { Dice } from '../../db/ledgers/demoDice.ts'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { counts } from '../../db/overview/queries.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { SYSTEM } from '../../db/writer.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { runInput } from '../../shared/dunning/schemas.ts'
import { gridRequest } from '../../shared/grid.ts'
import { money } from '../../shared/money.ts'
import { assertSame, compare, measureOf, openPlain, timed, type Measure } from './measure.ts'

const call = { by: SYSTEM, procedure: 'bench' }
const LOT = 50

interface Size {
  customers: number
  items: number
  runs: number
}

async function prepare(ledger: Ledger, { customers, items }: Size, today: Day): Promise<void> {
  const dice = new Dice(7)
  await ledger.write(call, (tx) => foundEmptyLedger(tx, null))
  const owners = await ledger.write(call, async (tx) => {
    const made: number[] = []
    for (let index = 0; index < customers; index += 1) made.push(await createCustomer(tx, customerInput.parse({ name: `催款${String(index).padStart(5, '0')}机械有限公司`, code: `D${index}` })))
    return made
  })
  await ledger.write(call, (tx) => postInvoices(tx, Array.from({ length: items }, (_, index) => {
    const documentOn = addDays(today, -dice.between(40, 300))
    const [amount, dueOn] = [money(dice.between(10_000, 50_000_000)), addDays(documentOn, 30)]
    return {
      kind: 'invoice' as const, customerId: owners[index % owners.length] ?? 0, documentOn, dueOn, currency: 'CNY', amount, invoiceNumber: `26${String(index).padStart(18, '0')}`, sourceNumber: '', contractNumber: '',
      orderNumber: '', note: '', installments: [{ dueOn, amount }], correctsId: null,
    }
  })))
}

/** What somebody would ask who knew nothing of levels, disputes, promises, holds and letters. */
const byHand = (plain: DatabaseDriver.Database, today: Day) => (): unknown[] => plain.prepare(`select i.customer_id, c.code, c.name, sum(case when i.due_on < ? then b.open end) as overdue, min(i.due_on) as oldest, count(*) as items
  from open_balances b join open_items i on i.id = b.item_id join customers c on c.id = i.customer_id where i.currency = 'CNY' and b.open > 0 and i.due_on < ? group by i.customer_id order by overdue desc`).all(today, today)

/** Writes the letters and steps once more under free ids and numbers, in lots, and takes them back. */
function bareInserts(plain: DatabaseDriver.Database): number {
  const SHIFT = 50_000_000
  const work = ['letters', 'dunning_run_steps'].map((table) => {
    const rows = plain.prepare<[], Record<string, unknown>>(`select * from ${table}`).all()
    const columns = Object.keys(rows[0] ?? {})
    const values = rows.map((row) => columns.map((column) => (column === 'id' ? Number(row[column]) + SHIFT : column === 'number' ? `${String(row[column])}b` : row[column])))
    return { values, statement: plain.prepare(`insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`) }
  })
  const start = performance.now()
  plain.exec('BEGIN IMMEDIATE')
  for (const { statement, values } of work) for (const row of values) statement.run(row)
  const time = performance.now() - start
  plain.exec('ROLLBACK')
  return time
}

const megabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1e6
}

export async function measureDunning(folder: string, today: Day, size: Size): Promise<Measure[]> {
  const file = path.join(folder, 'dunning.db')
  const ledger = await Ledger.open(file, { create: true, now: () => new Date(`${today}T02:00:00Z`) })
  await prepare(ledger, size, today)
  const plain = openPlain(file)
  try {
    plain.pragma('wal_checkpoint(TRUNCATE)')
    const of = `(${size.customers.toLocaleString('en')} customers, ${size.items.toLocaleString('en')} overdue items)`
    const propose = (): Promise<number> => ledger.write(call, (tx) => startRun(tx, runInput.parse({}), { today }))
    const floor = byHand(plain, today)
    const runId = await propose()
    assertSame('dunning proposal', (await ledger.read((reader) => runView(reader, runId, null))).customers, floor().length)
    const measures = [await compare(`dunning run ${of}`, { runs: size.runs, ours: propose, floors: [floor] })]
    const page = (): Promise<unknown> => ledger.read(async (reader) => [await runView(reader, runId, null), await lineGrid(reader, gridRequest.parse({ filters: [{ field: 'state', op: 'eq', value: 'proposed' }] }), runId, null)])
    measures.push(await compare('dunning run page, with its sums and 100 lines', { runs: size.runs, ours: page, floors: [() => plain.prepare('select * from dunning_run_lines where run_id = ? order by id limit 100').all(runId)] }))
    measures.push(await compare('customers to dun on the home page', { runs: size.runs, ours: () => ledger.read((reader) => counts(reader, today, null)), floors: [floor] }))
    measures.push(...(await issueAll(ledger, plain, runId, size, today)))
    return measures
  } finally {
    plain.close()
    await ledger.close()
  }
}

async function issueAll(ledger: Ledger, plain: DatabaseDriver.Database, runId: number, { customers }: Size, today: Day): Promise<Measure[]> {
  const lot = (stop?: () => void) => ledger.write(call, async (tx) => {
    const done = await issueNext(tx, { id: runId, limit: LOT }, await loadCompany(tx), { today })
    stop?.()
    return done
  })
  const times: number[] = []
  const memory = [megabytes()]
  const stopped = new Error('The clerk pulled the plug')
  for (let left = customers, lots = 0; left > 0; lots += 1) {
    if (lots === Math.floor(customers / LOT / 2)) {
      // A lot that is broken off leaves nothing of it, and the letters before it whole.
      const before = plain.prepare('select count(*) from letters').pluck().get()
      await lot(() => { throw stopped }).catch((error: unknown) => { if (error !== stopped) throw error })
      assertSame('letters after a lot was broken off', plain.prepare('select count(*) from letters').pluck().get(), before)
      memory.push(megabytes())
    }
    times.push(await timed(async () => { left = (await lot()).left }))
  }
  memory.push(megabytes())
  assertSame('letters of the run', plain.prepare('select count(*), count(distinct letter_id) from dunning_run_steps where kind = ?').raw().get('issue'), [customers, customers])
  const some = Math.min(10, Math.ceil(times.length / 2))
  const rate = (part: readonly number[]): string => ((LOT * part.length * 1000) / part.reduce((sum, time) => sum + time, 0)).toFixed(0)
  console.log(`dunning letters: ${rate(times.slice(0, some))} a second at the start, ${rate(times.slice(-some))} at the end; memory ${memory.map((size) => size.toFixed(0)).join(' → ')} MB`)
  return [measureOf(`dunning letters of ${customers.toLocaleString('en')} customers`, [times.reduce((sum, time) => sum + time, 0)], [bareInserts(plain)])]
}
