import { asc, eq } from 'drizzle-orm'
import type { UserRow } from '../../shared/users/schemas.ts'
import type { Reader } from '../ledger.ts'
import type { Tables } from '../tables.ts'

type Stored = Tables['users']['$inferSelect']

export const userView = ({ password, ...row }: Stored): UserRow => ({ ...row, canSignIn: password !== '' && row.active })

export const listUsers = async (reader: Reader): Promise<UserRow[]> =>
  (await reader.db.select().from(reader.t.users).orderBy(asc(reader.t.users.id))).map(userView)

export async function findUser(reader: Reader, by: { id: number } | { name: string }): Promise<Stored | null> {
  const table = reader.t.users
  const [row] = await reader.db.select().from(table).where('id' in by ? eq(table.id, by.id) : eq(table.name, by.name))
  return row ?? null
}
