/** One change of one row, as somebody with a database tool would make it, and what the check must name. */
import DatabaseDriver from 'better-sqlite3'
import { LATER_POSTED_TABLES, POSTED_TABLES } from '../../db/engine/engine.ts'
import type { Finding } from '../../shared/ledgers/schemas.ts'
import type { Random } from './random.ts'

export interface Change {
  /** What was done, for the report. */
  text: string
  table: string
  /** The id that the check must name; null for a table whose rows have a name instead. */
  id: number | null
  /** A document of which the finding must speak, where the row itself is gone or has no id. */
  name: string
  undo: () => void
}

type Row = Record<string, string | number | null>
type Kind = 'change' | 'remove' | 'insert'

const POSTED: readonly Kind[] = ['change', 'remove', 'insert']
const STATES: readonly Kind[] = ['change', 'remove']

/** Every posted table, the journal apart, which is a chain; a new one is among them by itself. */
const ALL_POSTED = [...POSTED_TABLES.filter((table) => table !== 'journal'), 'invoices', ...Object.values(LATER_POSTED_TABLES).flat()]

/** Tables with what may be done to them; the rows of a table that others point to are removed as well, because nothing stops a tool from it. */
const TABLES: Readonly<Record<string, readonly Kind[]>> = {
  ...Object.fromEntries(ALL_POSTED.map((table) => [table, POSTED])),
  journal: STATES, open_balances: STATES, acceptance_states: STATES, statement_states: STATES, closed_periods: STATES, counters: STATES, bank_accounts: STATES, exchange_rates: STATES,
  learnt_payers: STATES, account_openings: STATES,
  customers: ['change', 'insert'], users: ['change', 'insert'], settings: ['change'],
}
/** Where the key of a table is no id: what the check calls its rows. */
const NAME_OF: Readonly<Record<string, (row: Row) => string>> = {
  counters: (row) => String(row['series']), settings: (row) => String(row['key']), closed_periods: (row) => String(row['month']),
  exchange_rates: (row) => `${row['currency']}:${row['on_day']}`,
}
const KEYS = ['id', 'item_id', 'acceptance_id', 'line_id', 'bank_account_id', 'key', 'series'] as const

/** Opens the file past all guards: triggers gone, references unchecked. They are put back before the check. */
export class Intruder {
  readonly #db: DatabaseDriver.Database
  /** How many tables there are to tamper with. */
  readonly tables = Object.keys(TABLES).length
  readonly #random: Random
  readonly #triggers: { name: string; sql: string }[]
  /** The tables that still have their turn in this round. */
  #turn: string[] = []

  constructor(file: string, random: Random) {
    this.#db = new DatabaseDriver(file)
    this.#random = random
    this.#db.pragma('foreign_keys = OFF')
    this.#triggers = this.#db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as { name: string; sql: string }[]
  }

  close(): void {
    this.#db.close()
  }

  #unguarded(work: () => void): void {
    for (const { name } of this.#triggers) this.#db.exec(`DROP TRIGGER ${name}`)
    try {
      work()
    } finally {
      for (const { sql } of this.#triggers) this.#db.exec(sql)
    }
  }

  #put(table: string, row: Row): void {
    const names = Object.keys(row)
    this.#db.prepare(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(Object.values(row))
  }

  #rowsOf(table: string): (Row & { place: number })[] {
    return this.#db.prepare(`SELECT rowid AS place, * FROM ${table}${table === 'invoices' ? ` WHERE status = 'posted'` : ''}`).all() as (Row & { place: number })[]
  }

  /** Tables in which nothing stands, so that nothing in them can be tampered with. */
  emptyTables(): string[] {
    return Object.keys(TABLES).filter((table) => this.#rowsOf(table).length === 0)
  }

  /** Changes, removes or inserts one row of the next table, whichever the dice say. */
  tamper(): Change {
    if (this.#turn.length === 0) this.#turn = shuffled(Object.keys(TABLES).filter((table) => this.#rowsOf(table).length > 0), this.#random)
    const table = this.#turn.pop() ?? ''
    for (;;) {
      try {
        return this.#attempt(table, TABLES[table] ?? [])
      } catch (error) {
        // The file itself refuses a value that stands already: another change is tried.
        if (!(error instanceof DatabaseDriver.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error
      }
    }
  }

  /** The last column of each unique index, in which a row that is put in beside another must differ from it. */
  #uniqueColumns(table: string): string[] {
    const columns = this.#db.prepare(`SELECT (SELECT c.name FROM pragma_index_info(i.name) c ORDER BY c.seqno DESC LIMIT 1) FROM pragma_index_list(?) i WHERE i."unique" = 1`)
    return columns.pluck().all(table) as string[]
  }

  #attempt(table: string, kinds: readonly Kind[]): Change {
    const random = this.#random
    const rows = this.#rowsOf(table)
    const chosen = random.pick(rows)
    if (chosen === undefined) throw new Error(`Nothing stands in ${table}`)
    const { place, ...row } = chosen
    const kind = random.pick(kinds)!
    const nameOf = NAME_OF[table]
    const key = KEYS.find((column) => column in row)
    const id = nameOf || key === undefined ? null : Number(row[key])
    const name = nameOf?.(row) ?? ''
    const restore = (): void => this.#unguarded(() => {
      this.#db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(place)
      this.#put(table, row)
    })
    if (kind === 'remove') {
      this.#unguarded(() => this.#db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(place))
      return { text: `${table} ${id ?? name} removed`, table, id, name, undo: restore }
    }
    if (kind === 'insert') {
      const fresh = Math.max(...rows.map((each) => Number(each['id']))) + 1
      const other = (value: string | number | null): string | number | null => (typeof value === 'number' ? 900_000 + fresh : value === null ? null : `${value}9`)
      const unique = Object.fromEntries(this.#uniqueColumns(table).map((column) => [column, other(row[column] ?? null)]))
      this.#unguarded(() => this.#put(table, { ...row, ...unique, id: fresh }))
      return { text: `${table} ${fresh} inserted`, table, id: fresh, name: '', undo: () => this.#unguarded(() => this.#db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(fresh)) }
    }
    const columns = Object.keys(row).filter((column) => column !== key)
    const column = random.pick(columns)!
    const value = otherValue(row[column] ?? null, column, random)
    this.#unguarded(() => this.#db.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`).run(value, place))
    return { text: `${table} ${id ?? name}: ${column} ${JSON.stringify(row[column])} → ${JSON.stringify(value)}`, table, id, name, undo: restore }
  }
}

const FLAGS = new Set(['active', 'reprint', 'transferable', 'agreed', 'removed', 'taken', 'sent'])

/** The list in another order. */
function shuffled(list: readonly string[], random: Random): string[] {
  return list.map((each) => ({ each, place: random.next() })).sort((one, other) => one.place - other.place).map(({ each }) => each)
}

/** Another value of the same kind: one fen more, a day later, one character changed. */
function otherValue(value: string | number | null, column: string, random: Random): string | number {
  if (typeof value === 'number') return FLAGS.has(column) ? 1 - value : value + (random.chance(0.5) ? 1 : -1)
  if (value === null) return 1
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value.endsWith('-01') ? value.replace(/-01$/, '-02') : value.replace(/-\d\d$/, '-01')
  if (/^[[{]/.test(value) && random.chance(0.8)) {
    const digits = [...value.matchAll(/\d/g)]
    const at = random.pick(digits)?.index
    return at === undefined ? (value.startsWith('[') ? '[1]' : '{"a":1}') : value.slice(0, at) + String((Number(value[at]) % 9) + 1) + value.slice(at + 1)
  }
  return `${value}x`
}

/** Tables that follow from others are named by what they follow from. */
const PROVED_BY: Readonly<Record<string, readonly string[]>> = { open_balances: ['open_items'], acceptance_states: ['acceptances'], statement_states: ['statement_lines'], closed_periods: ['period_events'] }

/** Whether the findings name exactly this row: by table and id, or by its name where it has no id. */
export function isNamed({ table, id, name }: Change, findings: readonly Finding[]): boolean {
  const tables = [table, ...(PROVED_BY[table] ?? [])]
  return findings.some((finding) => tables.includes(finding.table) && (id === null ? finding.text.includes(name) : finding.id === id))
}
