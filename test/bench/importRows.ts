/** Import of a CSV file of receivables, from its bytes to the commit, against bare inserts of the rows that it stored. */
import type DatabaseDriver from 'better-sqlite3'
import { call } from '@orpc/server'
import { decimalText } from '../../shared/money.ts'
import { addDays, type Day } from '../../shared/day.ts'
import type { Context } from '../../electron/api/context.ts'
import { router } from '../../electron/api/router.ts'
import { Dice } from '../../db/ledgers/demoDice.ts'
import { assertSame, measureOf, timed, type Measure } from './measure.ts'

function csvOf(rows: number, run: number, customers: number, today: Day): string {
  const dice = new Dice(run + 7)
  const lines = ['客户编码,发票号码,单据日期,到期日,价税合计,合同号,摘要']
  for (let row = 0; row < rows; row += 1) {
    const documentOn = addDays(today, -dice.between(1, 300))
    const code = `K${String(1 + Math.floor(dice.next() * customers)).padStart(5, '0')}`
    lines.push([code, `77${String(run).padStart(2, '0')}${String(row).padStart(16, '0')}`, documentOn, addDays(documentOn, 45), decimalText(dice.between(10_000, 5_000_000)), `HT-${row % 977}`, '导入测算'].join(','))
  }
  return lines.join('\r\n')
}

const TABLES = ['invoices', 'open_items', 'open_balances', 'import_keys'] as const
const KEY = { invoices: 'id', open_items: 'id', open_balances: 'item_id', import_keys: 'document_id' }
type Row = Record<string, unknown>

/** The rows that the import has just stored. */
function stored(plain: DatabaseDriver.Database, before: Record<string, number>): Map<string, Row[]> {
  return new Map(TABLES.map((table) => [table, plain.prepare<[number], Row>(`select * from ${table} where ${KEY[table]} > ? order by ${KEY[table]}`).all(before[table] ?? 0)]))
}

const lastKeys = (plain: DatabaseDriver.Database): Record<string, number> =>
  Object.fromEntries(TABLES.map((table) => [table, plain.prepare(`select coalesce(max(${KEY[table]}), 0) from ${table}`).pluck().get() as number]))

/** The same rows again under ids and numbers that are still free, as values for bare inserts. */
function copies(rows: Map<string, Row[]>, last: Record<string, number>, before: Record<string, number>): { table: string; columns: string[]; values: unknown[][] }[] {
  const [documents, items] = [(last['invoices'] ?? 0) - (before['invoices'] ?? 0), (last['open_items'] ?? 0) - (before['open_items'] ?? 0)]
  return TABLES.map((table) => {
    const all = rows.get(table) ?? []
    const columns = Object.keys(all[0] ?? {})
    const moved = (row: Row, column: string): unknown => {
      const value = row[column]
      if (column === 'item_id' || (table === 'open_items' && column === 'id')) return Number(value) + items
      if (column === 'document_id' || (table === 'invoices' && column === 'id')) return Number(value) + documents
      if (column === 'number' || column === 'key') return `${String(value)}b`
      if (column === 'invoice_number') return `8${String(value).slice(1)}`
      return value
    }
    return { table, columns, values: all.map((row) => columns.map((column) => moved(row, column))) }
  })
}

export async function measureImport(context: Context, plain: DatabaseDriver.Database, customers: number, today: Day, { rows, runs }: { rows: number; runs: number }): Promise<Measure> {
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const file = new File([csvOf(rows, run, customers, today)], `应收${run}.csv`)
    const before = lastKeys(plain)
    let created = 0
    ours.push(await timed(async () => {
      created = (await call(router.integration.run, { file }, { context })).created
    }))
    const inserted = stored(plain, before)
    assertSame('import', [created, ...TABLES.map((table) => inserted.get(table)?.length)], [rows, ...TABLES.map(() => rows)])
    const bare = copies(inserted, lastKeys(plain), before)
    const statements = bare.map(({ table, columns, values }) => ({ values, statement: plain.prepare(`insert into ${table} ("${columns.join('", "')}") values (${columns.map(() => '?').join(', ')})`) }))
    floor.push(await timed(() => {
      plain.exec('BEGIN IMMEDIATE')
      for (const { statement, values } of statements) for (const row of values) statement.run(row)
      plain.exec('COMMIT')
    }))
  }
  return measureOf(`import of ${rows.toLocaleString('en')} rows (CSV)`, ours, floor)
}
