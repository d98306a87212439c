/**
 * Every record that can be edited has a version: one more with each change that the journal records. Who edits says which
 * version was read; when it is not the present one, the edit is refused and told what changed since.
 */
import { sql, type SQL } from 'drizzle-orm'
import { Refusal } from '../shared/refusal.ts'
import type { TableName } from './engine/engine.ts'
import type { RecordedChange } from './journalTables.ts'
import type { Reader } from './reader.ts'

/** What is edited, as the journal calls it; several whats are edited on one page as one. */
export interface Edited {
  what: string | readonly string[]
  id: number | string
  /** Where the record lies: what is not there is for the command to refuse. A table, or a table and a condition. */
  there?: TableName | SQL
}

/** The present state of a record whose changes are rows of its own: the last of them is its version, 0 when there is none. */
export interface Present {
  version: number
  by?: string | null | undefined
  at?: string | null | undefined
}

/** Changes that a refusal tells of, and how far back in the journal they are looked for. */
const MOST_CHANGES = 20
const MOST_ENTRIES = 5000
/** What no person edits, though it stands in the record. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['id', 'version', 'seal', 'nameKey', 'passwordMark', 'password'])

const whatsOf = ({ what }: Edited): string[] => [what].flat()

/** The version of a record that is there: 1 as it was made. */
export async function versionOf(reader: Pick<Reader, 'rows'>, edited: Edited): Promise<number> {
  const whats = whatsOf(edited)
  const rows = await reader.rows<{ version: number }>(sql`select version from versions where what in ${whats} and record_id in ${whats.map((what) => recordId(what, edited.id))}`)
  return rows.reduce((sum, row) => sum + row.version - 1, 1)
}

/** The version of a record inside of a list, by the expression of its id. */
export const versionInList = (what: string, id: SQL): SQL => sql`coalesce((select v.version from versions v where v.what = ${what} and v.record_id = cast(${id} as text)), 1)`

/** The versions of all records of a kind that were changed since they were made; the others have version 1. */
export async function versionsOf(reader: Pick<Reader, 'rows'>, what: string): Promise<Map<string, number>> {
  const rows = await reader.rows<{ id: string; version: number }>(sql`select record_id as id, version from versions where what = ${what}`)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** Settings are one record each, called by what they are. */
const recordId = (what: string, id: number | string): string => (id === '' ? what : String(id))

/** Refuses changedElsewhere where the version that was read is not the present one, with who changed it, when, and what. */
export async function refuseStale(reader: Reader, edited: Edited, read: number, present?: number): Promise<void> {
  const { there } = edited
  const place = typeof there === 'string' ? sql`${reader.t[there]} where id = ${edited.id}` : there
  if (place && (await reader.rows(sql`select 1 from ${place} limit 1`)).length === 0) return
  const current = present ?? (await versionOf(reader, edited))
  if (read !== current) throw await stale(reader, edited, current - read)
}

/** The same where every change is a row of its own. */
export function refuseOlder(read: number, { version, by, at }: Present): void {
  if (read !== version) throw new Refusal('changedElsewhere', { field: 'version', params: { by: by ?? '', at: at ?? '', fields: '' } })
}

async function stale(reader: Pick<Reader, 'rows'>, edited: Edited, steps: number): Promise<Refusal> {
  const whats = whatsOf(edited)
  const needles = whats.map((what) => `%"what":"${what}","id":${JSON.stringify(edited.id === '' ? what : edited.id)},%`)
  const entries = await reader.rows<{ at: string; userName: string; changes: string }>(sql`select at, user_name as "userName", changes from journal
    where id > (select coalesce(max(id), 0) from journal) - ${MOST_ENTRIES} and (${sql.join(needles.map((needle) => sql`changes like ${needle}`), sql` or `)})
    order by id desc limit ${Math.min(Math.max(steps, 1), MOST_CHANGES)}`)
  const fields = new Set(entries.flatMap((entry) => (JSON.parse(entry.changes) as RecordedChange[])
    .filter((change) => whats.includes(change.what) && String(change.id) === recordId(change.what, edited.id)).flatMap(changedFields)))
  const [last] = entries
  return new Refusal('changedElsewhere', { field: 'version', params: { by: last?.userName ?? '', at: last?.at ?? '', fields: [...fields].join(',') } })
}

function changedFields({ before, after }: RecordedChange): string[] {
  const [old, now] = [before, after].map((state) => (typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {}))
  return Object.keys({ ...old, ...now }).filter((name) => !OWN_FIELDS.has(name) && JSON.stringify(old?.[name]) !== JSON.stringify(now?.[name]))
}

/** Whether a change moves a record's version: its making does not, unless a record of the same name was there before. */
const moves = ({ before, id }: RecordedChange): boolean => before !== null || typeof id === 'string'

/** Moves the versions of what was changed; the writer calls it for every change that it recorded. */
export async function moveVersions(writer: Pick<Reader, 'run'>, changes: readonly RecordedChange[]): Promise<void> {
  for (const { what, id } of changes.filter(moves)) {
    await writer.run(sql`insert into versions (what, record_id, version) values (${what}, ${String(id)}, 2) on conflict (what, record_id) do update set version = versions.version + 1`)
  }
}
