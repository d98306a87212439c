/** Gives the rows of a ledger from before the keys that their names are sorted by. */
import { sql } from 'drizzle-orm'
import { nameSort } from '../../shared/nameSort.ts'
import type { Reader } from '../reader.ts'
import { sortKeys } from './pinyin.ts'

export async function fillNameSort(ledger: Pick<Reader, 'rows' | 'run'>): Promise<void> {
  for (const { id, ...names } of await ledger.rows<{ id: number; name: string; shortName: string; department: string }>(sql`select id, name, short_name as "shortName", department from customers`)) {
    const keys = sortKeys(names)
    await ledger.run(sql`update customers set name_sort = ${keys.nameSort}, short_name_sort = ${keys.shortNameSort}, department_sort = ${keys.departmentSort} where id = ${id}`)
  }
  for (const { id, name } of await ledger.rows<{ id: number; name: string }>(sql`select id, name from users`)) await ledger.run(sql`update users set name_sort = ${nameSort(name)} where id = ${id}`)
}
