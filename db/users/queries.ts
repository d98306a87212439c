import { asc, eq } from 'drizzle-orm'
import type { UserRow } from '../../shared/users/schemas.ts'
import type { Reader } from '../reader.ts'
import { hashOf } from '../seal.ts'
import type { Tables } from '../tables.ts'

type Stored = Tables['users']['$inferSelect']

export const userView = ({ password, ...row }: Stored): UserRow => ({ ...row, canSignIn: password !== '' && row.active })

/** A user as the journal keeps it: a mark tells whether the password is still the one that was set. */
export const recordedUser = ({ password, ...row }: Stored) => ({ ...row, passwordMark: password === '' ? '' : hashOf(password).slice(0, 16) })

export const listUsers = async (reader: Reader): Promise<UserRow[]> =>
  (await reader.db.select().from(reader.t.users).orderBy(asc(reader.t.users.id))).map(userView)

export async function findUser(reader: Reader, by: { id: number } | { name: string }): Promise<Stored | null> {
  const table = reader.t.users
  const [row] = await reader.db.select().from(table).where('id' in by ? eq(table.id, by.id) : eq(table.name, by.name))
  return row ?? null
}
