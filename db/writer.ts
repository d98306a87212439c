/** What a command writes with: sealed posting, ids and numbers without gaps, and the journal entry at the end. */
import { createHash } from 'node:crypto'
import { getTableName, sql, type Table } from 'drizzle-orm'
import type { Day } from '../shared/day.ts'
import type { Connection } from './engine/engine.ts'
import type { PostedRange, RecordedChange } from './journalTables.ts'
import { firstOpenDay, refuseClosedMonths } from './openMonths.ts'
import type { Reader } from './reader.ts'
import { hashOf, sealOf, shapeOf } from './seal.ts'
import type { Tables } from './tables.ts'

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
  /** The next free id of a table; ids of one transaction are consecutive. */
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
  readonly #counters = new Map<string, { last: number; isNew: boolean }>()
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
    const last = this.#ids.get(name) ?? (await this.rows<{ last: number }>(sql`select coalesce(max(id), 0) as last from ${table}`))[0]?.last ?? 0
    this.#ids.set(name, last + 1)
    return last + 1
  }

  async nextNumber(series: string, month: string): Promise<string> {
    const key = `${series}-${month.replace('-', '')}`
    let counter = this.#counters.get(key)
    if (!counter) {
      const [row] = await this.rows<{ last: number }>(sql`select last from counters where series = ${key}`)
      counter = { last: row?.last ?? 0, isNew: !row }
      this.#counters.set(key, counter)
    }
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
    for (const [series, counter] of this.#counters) {
      if (counter.isNew) await this.insert(this.t.counters, [{ series, last: counter.last }])
      else await this.run(sql`update counters set last = ${counter.last} where series = ${series}`)
    }
    if (this.#posted.length === 0 && this.#changes.length === 0) return
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
