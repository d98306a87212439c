/** What clerks teach the program: whose money a payer's is. */
import { eq, sql } from 'drizzle-orm'
import { learnable, SEVERAL, type PayerBook, type PayerFacts } from '../../shared/bank/payers.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Writer } from '../writer.ts'

/**
 * Remembers the payer of a line for a customer whom neither name nor account gave away. A payer whose money turns out to
 * be of several customers tells nothing from then on, until he is forgotten.
 */
export async function learnPayer(tx: Writer, line: PayerFacts, customerId: number, payers: PayerBook): Promise<void> {
  const payer = payers.of(line)
  if (payer?.strong && payer.customer.id === customerId) return
  // Whoever pays under a customer's own name or account is that customer, whomever the payment was for.
  if (payers.isCustomer(line)) return
  const { learntPayers } = tx.t
  for (const { kind, key } of learnable(line)) {
    const [before] = await tx.db.select().from(learntPayers).where(sql`${learntPayers.kind} = ${kind} and ${learntPayers.key} = ${key}`)
    if (before && (before.customerId === customerId || before.customerId === SEVERAL)) continue
    const after = { id: before?.id ?? (await tx.nextId(learntPayers)), kind, key, customerId: before ? SEVERAL : customerId, at: tx.now, by: tx.by.name }
    if (before) await tx.db.update(learntPayers).set(after).where(eq(learntPayers.id, after.id))
    else await tx.insert(learntPayers, [after])
    tx.record({ what: 'learntPayer', id: after.id, before: before ?? null, after })
  }
}

/** Refuses notFound. */
export async function forgetPayer(tx: Writer, id: number): Promise<void> {
  const { learntPayers } = tx.t
  const [before] = await tx.db.select().from(learntPayers).where(eq(learntPayers.id, id))
  if (!before) throw new Refusal('notFound')
  await tx.db.delete(learntPayers).where(eq(learntPayers.id, id))
  tx.record({ what: 'learntPayer', id, before, after: null })
}
