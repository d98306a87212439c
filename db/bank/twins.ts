/** Lines that are perhaps the same payment as one of another file: a person says whether they are. */
import { sql } from 'drizzle-orm'
import { statusOf } from '../../shared/bank/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inPieces } from '../pieces.ts'
import type { Writer } from '../writer.ts'
import { decide } from './decisions.ts'
import { wholeLines } from './lines.ts'

/**
 * Says of lines that they are the same payment as the one they resemble, or another one. What was said may be said anew as
 * long as no document rests on it. Refuses notDoubtful, alreadyDone. Returns how many wait to be dealt with now.
 */
export async function decideSameness(tx: Writer, lineIds: readonly number[], same: boolean): Promise<{ decided: number; open: number }> {
  const lines = await wholeLines(tx, [...new Set(lineIds)])
  const pairs = await inPieces(lines.map(({ id }) => id), (some) => tx.rows<{ lineId: number; otherId: number }>(sql`select line_id as "lineId", other_id as "otherId" from statement_twins where line_id in ${some}`))
  const others = new Map(pairs.map(({ lineId, otherId }) => [lineId, otherId]))
  for (const [index, line] of lines.entries()) {
    const at = { field: `lineIds.${index}`, row: index + 1 }
    if (!others.has(line.id)) throw new Refusal('notDoubtful', at)
    if (line.status === 'done') throw new Refusal('alreadyDone', at)
  }
  await decide(tx, lines.map((line) => ({ line, kind: same ? 'same' : 'another', documentId: others.get(line.id) ?? null })))
  return { decided: lines.length, open: same ? 0 : lines.filter((line) => statusOf(line.class, line.direction) === 'open').length }
}
