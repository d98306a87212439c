/** What a command writes with: sealed posting, ids and numbers without gaps, and the journal entry at the end. */
import { createHash } from 'node:crypto'
import { getTableName, sql, type Table } from 'drizzle-orm'
import type { Day } from '../shared/day.ts'
import { NEVER_DELETED, type Connection } from './engine/engine.ts'
import type { PostedRange, RecordedChange } from './journalTables.ts'
import { firstOpenDay, refuseClosedMonths } from './openMonths.ts'
import type { Reader } from './reader.ts'
import { hashOf, sealOf, shapeOf } from './seal.ts'
import type { Tables } from './tables.ts'
import { moveVersions } from './versions.ts'

export interface Actor {
  id: number
  name: string
}

/** The program itself, where no person acts (migrations, the demonstration ledger). */
export const SYSTEM: Actor = { id: 0, name: 'Huikuan' }

type Row<T extends Table> = Omit<T['$inferInsert'], 'seal'>

export interface Writer extends Reader {
  readonly by: Actor
  /** The instant of this transaction, UTC. */
  readonly now: string
  /** The next id of a table, never one that was given before, also when its row is gone; ids of one transaction are consecutive. */
  nextId(table: Table): Promise<number>
  /** The next number of a series and month, as SK-202607-0001; numbers have no gaps because they commit with their document. */
  nextNumber(series: string, month: string): Promise<string>
  /** Inserts rows that can never change, sealed. Refuses a day of a closed month with periodClosed. */
  post<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<void>
  /** Inserts plain rows in bulk (balances, keys, drafts, whose seal is still empty). */
  insert<T extends Table>(table: T, rows: readonly T['$inferInsert'][]): Promise<void>
  /** Notes a change of what may change, for the journal. */
  record(change: RecordedChange): void
  /** Names a document that this transaction is about, for the journal. */
  mention(document: string): void
}

interface Counter {
  last: number
  isNew: boolean
}

/** Ids are counted beside the numbers of documents; no series of numbers is called so. */
const idSeries = (table: string): string => `id:${table}`

/** What can be thrown away, as the journal calls it. */
const RECORDED_AS: Readonly<Record<string, string>> = { invoices: 'invoice', learnt_payers: 'learntPayer' }

/** The highest id that the journal tells of, for ledgers that threw rows away before ids were counted. */
async function lastRecordedId(reader: Pick<Reader, 'rows'>, table: string): Promise<number> {
  const what = RECORDED_AS[table]
  if (what === undefined) return 0
  const entries = await reader.rows<{ changes: string }>(sql`select changes from journal where changes like ${`%"what":"${what}",%`}`)
  return entries.flatMap((entry) => JSON.parse(entry.changes) as RecordedChange[]).reduce((last, change) => (change.what === what ? Math.max(last, Number(change.id)) : last), 0)
}

/** The journal names at most this many documents of one entry; a large import names itself. */
const MENTIONS = 50

export class Transaction implements Writer {
  readonly db: Connection['db']
  readonly rows: Connection['rows']
  readonly run: Connection['run']
  readonly insertMany: Connection['insertMany']
  readonly t: Tables
  readonly by: Actor
  readonly now: string
  readonly #ids = new Map<string, number>()
  readonly #counters = new Map<string, Counter>()
  readonly #seals = createHash('sha256')
  #firstOpen: Day | null = null
  readonly #posted: PostedRange[] = []
  readonly #changes: RecordedChange[] = []
  readonly #documents: string[] = []

  constructor(connection: Connection, tables: Tables, by: Actor, now: string) {
    this.db = connection.db
    this.rows = connection.rows
    this.run = connection.run
    this.insertMany = connection.insertMany
    this.t = tables
    this.by = by
    this.now = now
  }

  async nextId(table: Table): Promise<number> {
    const name = getTableName(table)
    const last = this.#ids.get(name) ?? (await this.#lastId(table, name))
    this.#ids.set(name, last + 1)
    return last + 1
  }

  /** The last id that was given: the highest there is, or a higher one whose row is gone. */
  async #lastId(table: Table, name: string): Promise<number> {
    const [row] = await this.rows<{ last: number }>(sql`select coalesce(max(id), 0) as last from ${table}`)
    const highest = row?.last ?? 0
    if (NEVER_DELETED.has(name)) return highest
    const counter = await this.#counter(idSeries(name))
    if (counter.isNew) counter.last = await lastRecordedId(this, name)
    return Math.max(highest, counter.last)
  }

  async #counter(series: string): Promise<Counter> {
    const known = this.#counters.get(series)
    if (known) return known
    const [row] = await this.rows<{ last: number }>(sql`select last from counters where series = ${series}`)
    const counter = { last: row?.last ?? 0, isNew: !row }
    this.#counters.set(series, counter)
    return counter
  }

  async nextNumber(series: string, month: string): Promise<string> {
    const key = `${series}-${month.replace('-', '')}`
    const counter = await this.#counter(key)
    counter.last += 1
    return `${key}-${String(counter.last).padStart(4, '0')}`
  }

  async post<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<void> {
    this.#firstOpen ??= await firstOpenDay(this)
    refuseClosedMonths(table, rows, this.#firstOpen)
    const shape = shapeOf(table)
    const sealed = rows.map((row) => {
      const values = shape.values(row)
      const seal = sealOf(shape.table, values)
      const id = (row as { id: number }).id
      this.#seals.update(`${shape.table}:${id}:${seal}\n`)
      this.#note(shape.table, id)
      // Ids that were counted on from the first one are taken as well.
      const last = this.#ids.get(shape.table)
      if (last !== undefined && id > last) this.#ids.set(shape.table, id)
      values.push(seal)
      return values
    })
    await this.insertMany(shape.table, shape.columns, sealed)
  }

  async insert<T extends Table>(table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
    const shape = shapeOf(table)
    const sealed = shape.columns.at(-1) === 'seal'
    await this.insertMany(shape.table, shape.columns, rows.map((row) => (sealed ? [...shape.values(row), (row as { seal?: string }).seal ?? ''] : shape.values(row))))
  }

  record(change: RecordedChange): void {
    this.#changes.push(change)
  }

  mention(document: string): void {
    if (this.#documents.length < MENTIONS) this.#documents.push(document)
  }

  #note(table: string, id: number): void {
    const last = this.#posted.at(-1)
    if (last && last[0] === table && last[2] === id - 1) last[2] = id
    else this.#posted.push([table, id, id])
  }

  /** Writes the counters and the journal entry; the ledger calls it last. */
  async finish(procedure: string): Promise<void> {
    for (const [name, last] of this.#ids) {
      const counter = this.#counters.get(idSeries(name))
      if (counter) counter.last = Math.max(counter.last, last)
    }
    for (const [series, counter] of this.#counters) {
      if (counter.isNew) await this.insert(this.t.counters, [{ series, last: counter.last }])
      else await this.run(sql`update counters set last = ${counter.last} where series = ${series}`)
    }
    if (this.#posted.length === 0 && this.#changes.length === 0) return
    await moveVersions(this, this.#changes)
    const [previous] = await this.rows<{ id: number; hash: string }>(sql`select id, hash from journal order by id desc limit 1`)
    const entry = {
      id: (previous?.id ?? 0) + 1, at: this.now, userId: this.by.id, userName: this.by.name, procedure,
      documents: this.#documents, changes: this.#changes, posted: this.#posted,
      rowsHash: this.#seals.digest('hex'), previousHash: previous?.hash ?? '',
    }
    await this.insert(this.t.journal, [{ ...entry, hash: entryHash(entry) }])
  }
}

/** The hash of an entry over everything that it says, in a fixed order, and the entry before. */
export const entryHash = (entry: Omit<Tables['journal']['$inferInsert'], 'hash'>): string =>
  hashOf(JSON.stringify([entry.id, entry.at, entry.userId, entry.userName, entry.procedure, entry.documents, entry.changes, entry.posted, entry.rowsHash, entry.previousHash]))
