import { eq } from 'drizzle-orm'
import { nameSort } from '../../shared/nameSort.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Role, UserRow } from '../../shared/users/schemas.ts'
import { versionOf } from '../versions.ts'
import type { Writer } from '../writer.ts'
import { recordedUser, userView } from './queries.ts'

export interface UserChange {
  id?: number | undefined
  name: string
  role: Role
  department: string
  active: boolean
  /** Already hashed: hashing takes time, and inside a transaction nothing is awaited but the ledger. */
  passwordHash?: string | undefined
}

/**
 * Creates or changes a user. Refuses a name that stands (nameTaken) and a change that would leave nobody who can
 * administer (lastAdministrator).
 */
export async function saveUser(tx: Writer, change: UserChange): Promise<UserRow> {
  const table = tx.t.users
  const all = await tx.db.select().from(table)
  const before = all.find((row) => row.id === change.id)
  if (change.id && !before) throw new Refusal('notFound')
  if (all.some((row) => row.name === change.name && row.id !== change.id)) throw new Refusal('nameTaken', { field: 'name' })
  const { passwordHash, ...fields } = change
  const after = { ...fields, id: before?.id ?? (await tx.nextId(table)), password: passwordHash ?? before?.password ?? '', nameSort: nameSort(change.name) }
  const administrators = [...all.filter((row) => row.id !== after.id), after].filter((row) => row.role === 'administrator' && row.active)
  if (administrators.length === 0) throw new Refusal('lastAdministrator', { field: 'role' })
  if (before) await tx.db.update(table).set(after).where(eq(table.id, after.id))
  else await tx.insert(table, [after])
  tx.record({ what: 'user', id: after.id, before: before ? recordedUser(before) : null, after: recordedUser(after) })
  // The journal's entry, which moves the version, is written when the command is over.
  return userView(after, before ? (await versionOf(tx, { what: 'user', id: after.id })) + 1 : 1)
}
