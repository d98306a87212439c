/**
 * Bank statements: importing lines, matching all of them with all that is open, and accepting what is sure. Beside it what
 * somebody would write by hand: bare inserts of the same rows, and three queries a line that know nothing of doubt.
 */
import path from 'node:path'
import type DatabaseDriver from 'better-sqlite3'
import { acceptSure } from '../../db/bank/commands.ts'
import { importStatement } from '../../db/bank/importing.ts'
import { loadProposals, ProposalBook } from '../../db/bank/proposals.ts'
import { createCustomer } from '../../db/customers/commands.ts'
import { postInvoices } from '../../db/invoices/bulk.ts'
import { Ledger } from '../../db/ledger.ts'
import { Dice } from '../../db/ledgers/demoDice.ts'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { saveBankAccount } from '../../db/settings/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import type { ReadLine } from '../../shared/bank/schemas.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { nameKey } from '../../shared/customers/names.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { assertSame, compare, measureOf, openPlain, timed, type Measure } from './measure.ts'

interface Owed {
  customer: string
  invoiceNumber: string
  amount: number
}

const call = { by: SYSTEM, procedure: 'bench' }

/** An office of its own, so that so many open items belong to as many customers as they would. */
async function prepare(ledger: Ledger, { items, customers }: { items: number; customers: number }, today: Day): Promise<Owed[]> {
  const dice = new Dice(5)
  await ledger.write(call, (tx) => foundEmptyLedger(tx, null))
  const owners = await ledger.write(call, async (tx) => {
    const made: { id: number; name: string }[] = []
    for (let index = 0; index < customers; index += 1) {
      const name = `测算${String(index).padStart(5, '0')}机械有限公司`
      made.push({ id: await createCustomer(tx, customerInput.parse({ name, code: `T${index}` })), name })
    }
    return made
  })
  const owed: Owed[] = []
  await ledger.write(call, (tx) => postInvoices(tx, Array.from({ length: items }, (_, index) => {
    const owner = owners[index % owners.length]
    const documentOn = addDays(today, -dice.between(30, 300))
    const amount = money(dice.between(10_000, 50_000_000))
    const invoiceNumber = `26${String(index).padStart(18, '0')}`
    owed.push({ customer: owner?.name ?? '', invoiceNumber, amount })
    return {
      kind: 'invoice' as const, customerId: owner?.id ?? 0, documentOn, dueOn: addDays(documentOn, 60), currency: 'CNY', amount, invoiceNumber, sourceNumber: '', contractNumber: '', orderNumber: '', note: '',
      installments: [{ dueOn: addDays(documentOn, 60), amount }], correctsId: null,
    }
  })))
  return owed
}

/** Of ten lines four name what they pay, four are one item, one is two items, one is any sum. */
function linesOf(count: number, owed: readonly Owed[], customers: number, today: Day): ReadLine[] {
  return Array.from({ length: count }, (_, index) => {
    const [item, next] = [owed[(index * 7) % owed.length], owed[(index * 7 + customers) % owed.length]]
    const kind = index % 10
    const amount = kind < 8 ? item?.amount ?? 0 : kind === 8 ? (item?.amount ?? 0) + (next?.amount ?? 0) : 1_234_567
    return {
      row: index + 2, on: addDays(today, -20 + Math.floor((index * 20) / count)), time: '', direction: 'in', amount: money(amount), balance: null, counterparty: item?.customer ?? '', counterpartyAccount: '',
      memo: kind < 4 ? `付发票${item?.invoiceNumber ?? ''}货款` : '货款', serial: `S${index}`, class: 'receipt',
    }
  })
}

/** Three queries a line: whose name it is, what it names, what is exactly of this amount. */
function byHand(plain: DatabaseDriver.Database): (lines: readonly ReadLine[]) => number {
  const customer = plain.prepare<[string], { id: number }>('select id from customers where name_key = ?')
  const named = plain.prepare<[number, string], { id: number }>(`select b.item_id as id from invoices i join open_items o on o.document_id = i.id and o.kind = 'invoice' join open_balances b on b.item_id = o.id
    where i.customer_id = ? and i.invoice_number = ? and b.open > 0`)
  const exact = plain.prepare<[number, number], { id: number }>('select item_id as id from open_balances where customer_id = ? and open = ? limit 2')
  return (lines) => lines.filter((line) => {
    const owner = customer.get(nameKey(line.counterparty))
    if (!owner) return false
    const number = /\d{20}/.exec(line.memo)?.[0]
    return (number !== undefined && named.get(owner.id, number) !== undefined) || exact.all(owner.id, line.amount).length === 1
  }).length
}

type Row = Record<string, unknown>
const IDS: Record<string, string> = { statement_states: 'line_id', open_balances: 'item_id' }

/** Writes the rows that came to the tables once more, under ids and numbers that are free, and takes them back. */
async function bareInserts(plain: DatabaseDriver.Database, tables: readonly string[], before: Record<string, number>): Promise<number> {
  const SHIFT = 50_000_000
  const work = tables.map((table) => {
    const key = IDS[table] ?? 'id'
    const rows = plain.prepare<[number], Row>(`select * from ${table} where ${key} > ?`).all(before[table] ?? 0)
    const columns = Object.keys(rows[0] ?? {})
    const values = rows.map((row) => columns.map((column) => (column === key ? Number(row[column]) + SHIFT : column === 'number' ? `${String(row[column])}b` : row[column])))
    return { values, statement: plain.prepare(`insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`) }
  })
  return timed(() => {
    plain.exec('BEGIN IMMEDIATE')
    for (const { statement, values } of work) for (const row of values) statement.run(row)
    plain.exec('ROLLBACK')
  })
}

const lastIds = (plain: DatabaseDriver.Database, tables: readonly string[]): Record<string, number> =>
  Object.fromEntries(tables.map((table) => [table, plain.prepare(`select coalesce(max(${IDS[table] ?? 'id'}), 0) from ${table}`).pluck().get() as number]))

export async function measureStatements(folder: string, today: Day, { lines: count, items, customers, runs }: { lines: number; items: number; customers: number; runs: number }): Promise<Measure[]> {
  const file = path.join(folder, 'statements.db')
  const ledger = await Ledger.open(file, { create: true, now: () => new Date(`${today}T02:00:00Z`) })
  const owed = await prepare(ledger, { items, customers }, today)
  const bankAccountId = (await ledger.write(call, (tx) => saveBankAccount(tx, { name: '测算', bank: '', number: '0000', currency: 'CNY', active: true }))).id
  const lines = linesOf(count, owed, customers, today)
  const plain = openPlain(file)
  try {
    const imported = ['statements', 'statement_lines', 'statement_states']
    const empty = lastIds(plain, imported)
    const importing = await timed(() => ledger.write(call, (tx) => importStatement(tx, { bankAccountId, fileName: '', fileHash: '', lines, opening: null, closing: null })))
    const name = (what: string): string => `statement ${what} (${count.toLocaleString('en')} lines, ${items.toLocaleString('en')} open items)`
    const measures = [measureOf(name('import'), [importing], [await bareInserts(plain, imported, empty)])]
    const [ours, floor] = [() => ledger.read(loadProposals), byHand(plain)]
    const { all } = await ours()
    // Where the hand-written way finds an item, ours has one or more, and calls it sure unless something speaks against it.
    const found = floor(lines)
    assertSame('statement matching', [all.length, all.filter((one) => one.lines.length > 0).length >= found], [count, true])
    measures.push(await compare(name('matching'), { runs, ours, floors: [() => floor(lines)] }))
    const accepting = ['receipts', 'open_items', 'allocations', 'statement_decisions']
    const standing = lastIds(plain, accepting)
    const book = new ProposalBook()
    let [accepted, remaining] = [0, 1]
    const time = await timed(async () => {
      while (remaining > 0) {
        const done = await ledger.write(call, (tx) => acceptSure(tx, { limit: 500 }, { today }, book))
        book.committed()
        accepted += done.accepted
        remaining = done.remaining
      }
    })
    assertSame('statement acceptance', accepted > count / 4, true)
    measures.push(measureOf(`statement acceptance of ${accepted.toLocaleString('en')} sure lines`, [time], [await bareInserts(plain, accepting, standing)]))
    return measures
  } finally {
    plain.close()
    await ledger.close()
  }
}
