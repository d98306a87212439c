/** Taking back the last step of a bill: an event of its own, so that every day before stays as it was. */
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Day } from '../../shared/day.ts'
import type { undoInput } from '../../shared/acceptances/schemas.ts'
import { lastMovement } from '../../shared/invoices/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { cancelItems, loadHistories, standingAllocations, takeBack } from '../invoices/items.ts'
import type { Today } from '../receipts/commands.ts'
import type { Writer } from '../writer.ts'
import { loadBills, loadForStep, postEvent, refuseDay, refuseTaken, standingEvents, stateAfter, type Bill } from './events.ts'

/** Takes the last standing step back; see the contract for what it refuses. */
export async function undoAcceptance(tx: Writer, input: Omit<z.output<typeof undoInput>, 'requestId'>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'undo', input.id, input.on, today)
  const { bill, events, on } = found
  const last = standingEvents(events).at(-1)
  if (!last) throw new Refusal('nothingToUndo')
  const parts = last.kind === 'split' ? await partsStillHeld(tx, bill.id) : []
  const { status } = stateAfter(events.filter((event) => event.id !== last.id && event.undoesId !== last.id))
  if (status === 'held' || status === 'presented') await refuseTaken(tx, bill, 'billNumber', [bill.id, ...parts.map((part) => part.bill.id)])
  if (last.kind === 'dishonoured' && last.itemId !== null) await checkRevived(tx, last.itemId, on)
  for (const one of [found, ...parts]) refuseDay(one, on, today)
  if (last.kind === 'dishonoured' && last.itemId !== null) await cancelRevived(tx, last.itemId, bill.id, on)
  // Of a part its receiving is taken back, and with it the part itself.
  for (const part of parts) await postEvent(tx, part, { kind: 'undone', on, undoesId: standingEvents(part.events)[0]?.id ?? null })
  await postEvent(tx, found, { kind: 'undone', on, note: input.note, undoesId: last.id })
}

async function partsStillHeld(tx: Writer, id: number): Promise<Bill[]> {
  const { acceptances } = tx.t
  const ids = (await tx.db.select({ id: acceptances.id }).from(acceptances).where(eq(acceptances.splitFromId, id)).orderBy(acceptances.id)).map((row) => row.id)
  // Parts of an earlier split that was taken back are void already.
  const parts = (await loadBills(tx, ids)).filter((part) => standingEvents(part.events).length > 0)
  const gone = parts.find((part) => part.status !== 'held')
  if (gone) throw new Refusal('partsInUse', { params: { number: gone.bill.number, status: gone.status } })
  return parts
}

/** Refuses to cancel the revived debt before the last day on which it was settled. */
async function checkRevived(tx: Writer, itemId: number, on: Day): Promise<void> {
  const revived = (await loadHistories(tx, [itemId])).get(itemId)
  if (!revived) throw new Error(`Item ${itemId} of a dishonour is missing`)
  const last = lastMovement(revived.item.documentOn, revived.movements)
  if (on < last) throw new Refusal('beforeAllocations', { field: 'on', params: { day: last } })
}

/** What was paid on the revived debt becomes free again, as when a document is reversed. */
async function cancelRevived(tx: Writer, itemId: number, documentId: number, on: Day): Promise<void> {
  const [item] = await tx.db.select().from(tx.t.openItems).where(eq(tx.t.openItems.id, itemId))
  if (!item) throw new Error(`Item ${itemId} of a dishonour is missing`)
  await takeBack(tx, await standingAllocations(tx, [itemId]), on, item.customerId)
  await cancelItems(tx, [item], documentId, on)
}
