/** What both engines offer to the ledger. Only the files of this folder know which one it is. */
import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { Refusal } from '../../shared/refusal.ts'
import type { Tables } from '../tables.ts'

/** The query builder; on PostgreSQL it is that dialect's, which answers the same calls when they are awaited. */
export type Database = Omit<BetterSQLite3Database, 'transaction' | 'all' | 'get' | 'values' | 'run'>
export type TableName = keyof Tables

export interface Connection {
  readonly db: Database
  /** Rows of a hand-written query; numbers are numbers on both engines. */
  rows<Row>(query: SQL): Promise<Row[]>
  /** A hand-written statement that answers no rows. */
  run(statement: SQL): Promise<void>
  /** Inserts many rows with one prepared statement; values are what the driver takes, in the order of `columns`. */
  insertMany(table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void>
}

export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  readonly tables: Tables
  /** Runs on a read-only connection, in one snapshot. */
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** Runs alone: one writer at a time, one transaction, all or nothing. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /**
   * Runs migration statements on the writer, in one transaction that commits only if `prove` does not throw. `due` is told
   * what ran by the time the transaction has begun: another program may have been quicker.
   */
  migrate(due: (ran: string[] | null) => Promise<readonly string[]>, prove?: (connection: Connection) => Promise<void>): Promise<void>
  /** Migrations that ran, oldest first; empty for a new ledger, null when the file is some other database. */
  migrations(): Promise<string[] | null>
  /** Problems that the engine itself finds in its files; empty when sound. */
  integrity(): Promise<string[]>
  /** Guards (triggers) that should be there and are not. */
  missingGuards(expected: readonly string[]): Promise<string[]>
  /** A consistent copy at `target`, while others write. */
  backup(target: string): Promise<void>
  close(): Promise<void>
}

const isExact = (value: unknown): boolean => typeof value !== 'bigint' && (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value))

/** Rows as they came, or the refusal sumTooLarge: above 2^53 a number would come out rounded. */
export function exactRows<Row>(rows: Row[]): Row[] {
  for (const row of rows) {
    for (const name in row) if (!isExact(row[name])) throw new Refusal('sumTooLarge')
  }
  return rows
}

/** One after the other, in the order of the calls; a failed one does not stop the next. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}

/** Posted rows are never changed: these tables get triggers that refuse UPDATE and DELETE. */
export const POSTED_TABLES = ['open_items', 'receipts', 'allocations', 'letters', 'letter_prints', 'journal'] as const
/** Posted tables that came later, by the migration that brought their guards. */
export const LATER_POSTED_TABLES: Record<string, readonly string[]> = {
  '0001_then_guards': [
    'booked_rates', 'exchange_differences', 'receipt_moves', 'vouchers', 'voucher_prints', 'offsets', 'offset_lines', 'refunds', 'acceptances', 'acceptance_events',
    'statements', 'statement_lines', 'statement_decisions', 'reconciliations', 'period_events',
  ],
  '0002_then_guards': [
    'contacts', 'promises', 'promise_items', 'disputes', 'dispute_items', 'holds', 'collection_ends',
    'provisions', 'write_offs', 'write_off_requests', 'write_off_steps', 'account_papers', 'account_paper_prints', 'account_paper_replies',
  ],
  '0003_then_guards': [
    'interest_terms', 'lpr_rates', 'interest_notes', 'interest_note_items', 'letter_wordings', 'letter_looks', 'pictures', 'letter_voids', 'dunning_runs', 'dunning_run_lines', 'dunning_run_steps',
    'deliveries', 'delivery_outcomes', 'delivery_files', 'mail_attempts', 'interruptions', 'interruption_items', 'lawsuits', 'lawsuit_items', 'lawsuit_events',
  ],
  '0004_then_guards': ['statement_twins', 'statement_rests'],
  '0008_then_guards': ['statement_doubts'],
}
/** Tables whose rows can never go, so that their highest id is the last one given. */
export const NEVER_DELETED: ReadonlySet<string> = new Set([...POSTED_TABLES, ...Object.values(LATER_POSTED_TABLES).flat()])
/** Invoices may change while they are drafts. */
export const GUARDS = [...POSTED_TABLES, 'invoices', ...Object.values(LATER_POSTED_TABLES).flat()].flatMap((table) => [`${table}_no_update`, `${table}_no_delete`])
