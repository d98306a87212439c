/**
 * What may change (customers, users, settings, drafts) is proved by the journal: it says how each row stood after its
 * last change, so a row that stands otherwise was changed from outside.
 */
import { inArray, sql } from 'drizzle-orm'
import type { Finding } from '../shared/ledgers/schemas.ts'
import type { RecordedChange } from './journalTables.ts'
import type { Reader } from './reader.ts'
import { recordedUser } from './users/queries.ts'

/** How each row stood after its last recorded change: kind → id → row, null when it was removed. */
export class LastChanges {
  readonly #byKind = new Map<string, Map<string, unknown>>()

  note({ what, id, after }: RecordedChange): void {
    const kind = this.#byKind.get(what) ?? new Map<string, unknown>()
    this.#byKind.set(what, kind)
    kind.set(String(id), after)
  }

  of(what: string): ReadonlyMap<string, unknown> {
    return this.#byKind.get(what) ?? new Map<string, unknown>()
  }
}

interface Standing {
  id: number | string
  name: string
  row: object
}

/** Rows that stand otherwise than their last recorded change says, are missing, or were never recorded. */
export async function checkChanges(reader: Reader, changes: LastChanges): Promise<Finding[]> {
  const { customers, users, bankAccounts, settings, invoices } = reader.t
  const stored = new Map((await reader.db.select().from(settings)).map(({ key, value }) => [key, value as object]))
  const drafts = await reader.db.select().from(invoices).where(sql`${invoices.status} = 'draft' and ${invoices.seal} = ''`)
  return [
    ...compare('customer', 'customers', changes, (await reader.db.select().from(customers)).map((row) => ({ id: row.id, name: row.code, row }))),
    ...compare('user', 'users', changes, (await reader.db.select().from(users)).map((row) => ({ id: row.id, name: row.name, row: recordedUser(row) }))),
    ...compare('bankAccount', 'bank_accounts', changes, (await reader.db.select().from(bankAccounts)).map((row) => ({ id: row.id, name: row.number, row }))),
    ...[...stored].flatMap(([key, row]) => compare(key, 'settings', changes, [{ id: key, name: '', row }])),
    ...['company', 'options', 'facts'].filter((key) => !stored.has(key)).flatMap((key) => compare(key, 'settings', changes, [])),
    ...compare('invoice', 'invoices', changes, drafts.map((row) => ({ id: row.id, name: '', row })), await postedSince(reader, changes.of('invoice'))),
  ]
}

/** Drafts that became documents: those are proved by their seals. */
async function postedSince(reader: Reader, recorded: ReadonlyMap<string, unknown>): Promise<ReadonlySet<string>> {
  const { invoices } = reader.t
  const ids = [...recorded].filter(([, after]) => after !== null).map(([id]) => Number(id))
  const posted = new Set<string>()
  for (let start = 0; start < ids.length; start += 500) {
    for (const { id } of await reader.db.select({ id: invoices.id }).from(invoices).where(sql`${inArray(invoices.id, ids.slice(start, start + 500))} and (${invoices.status} <> 'draft' or ${invoices.seal} <> '')`)) posted.add(String(id))
  }
  return posted
}

function compare(what: string, table: string, changes: LastChanges, rows: readonly Standing[], elsewhere: ReadonlySet<string> = new Set()): Finding[] {
  const findings: Finding[] = []
  const recorded = changes.of(what)
  const found = (code: string, id: number | string, name: string): void => {
    findings.push({ kind: 'row', code, table, id: typeof id === 'number' ? id : null, document: `${what}:${id}:${name}`, text: `${table} ${id}` })
  }
  const present = new Set(rows.map(({ id }) => String(id)))
  for (const { id, name, row } of rows) {
    const after = recorded.get(String(id))
    if (typeof after !== 'object' || after === null) found('rowWithoutEntry', id, name)
    else if (!sameRow(after, row)) found('changedRow', id, name)
  }
  for (const [id, after] of recorded) {
    if (after !== null && !present.has(id) && !elsewhere.has(id)) found('missingRow', Number.isNaN(Number(id)) ? id : Number(id), '')
  }
  return findings
}

/** Whether the row stands as the journal says, whatever the order of the keys. */
const sameRow = (recorded: object, row: object): boolean => {
  const told = new Map(Object.entries(recorded))
  return Object.entries(row).every(([key, value]) => plain(told.get(key) ?? null) === plain(value))
}

const plain = (value: unknown): string => JSON.stringify(value ?? null, (_, inner: unknown) =>
  typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)
