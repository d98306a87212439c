import { eq } from 'drizzle-orm'
import type { InterruptionView } from '../../shared/limitation/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Reader } from '../reader.ts'

/** What was noted by hand, and whether it was undone. Refuses notFound. */
export async function interruptionView(reader: Reader, id: number): Promise<InterruptionView> {
  const { interruptions, interruptionItems } = reader.t
  const [row] = await reader.db.select().from(interruptions).where(eq(interruptions.id, id))
  if (!row) throw new Refusal('notFound')
  const items = await reader.db.select().from(interruptionItems).where(eq(interruptionItems.interruptionId, id)).orderBy(interruptionItems.id)
  const [undone] = await reader.db.select().from(interruptions).where(eq(interruptions.undoesId, id))
  const { customerId, kind, on, evidence, note, postedBy } = row
  return { id, customerId, itemIds: items.map(({ itemId }) => itemId), kind, on, evidence, note, undone: undone !== undefined, postedBy }
}
