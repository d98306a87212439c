import { asc, eq } from 'drizzle-orm'
import type { UserRow } from '../../shared/users/schemas.ts'
import type { Reader } from '../reader.ts'
import { hashOf } from '../seal.ts'
import type { Tables } from '../tables.ts'
import { versionsOf } from '../versions.ts'

type Stored = Tables['users']['$inferSelect']

export const userView = ({ password, nameSort: _sort, ...row }: Stored, version: number): UserRow => ({ ...row, canSignIn: password !== '' && row.active, version })

/** Tells whether a password is still the one that was set, without keeping it a second time. */
export const passwordMark = (password: string): string => (password === '' ? '' : hashOf(password).slice(0, 16))

/** A user as the journal keeps it. */
export const recordedUser = ({ password, nameSort: _sort, ...row }: Stored) => ({ ...row, passwordMark: passwordMark(password) })

export async function listUsers(reader: Reader): Promise<UserRow[]> {
  const versions = await versionsOf(reader, 'user')
  return (await reader.db.select().from(reader.t.users).orderBy(asc(reader.t.users.id))).map((user) => userView(user, versions.get(String(user.id)) ?? 1))
}

export async function findUser(reader: Reader, by: { id: number } | { name: string }): Promise<Stored | null> {
  const table = reader.t.users
  const [row] = await reader.db.select().from(table).where('id' in by ? eq(table.id, by.id) : eq(table.name, by.name))
  return row ?? null
}
