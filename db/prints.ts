/** Papers that were issued are printed again and again: each print is noted, and from the second on it is a reprint (补打). */
import { sql, type SQL, type Table } from 'drizzle-orm'
import type { PrintWay } from '../shared/paper.ts'
import type { Writer } from './writer.ts'

export interface Print {
  id: number
  at: string
  by: string
  reprint: boolean
  how: PrintWay
}

/** The next row of a table of prints, to be posted with its document; `ofDocument` finds the prints before. */
export async function nextPrint(tx: Writer, prints: Table, ofDocument: SQL, how: PrintWay): Promise<Print> {
  const [before] = await tx.rows<{ id: number }>(sql`select id from ${prints} where ${ofDocument} limit 1`)
  return { id: await tx.nextId(prints), at: tx.now, by: tx.by.name, reprint: before !== undefined, how }
}
