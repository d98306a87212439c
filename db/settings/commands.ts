import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../../shared/refusal.ts'
import { levelThatDoesNotRise } from '../../shared/settings/rules.ts'
import type { bankAccountInput, BankAccount, Company, Options } from '../../shared/settings/schemas.ts'
import { closedThrough, firstDayAfter } from '../openMonths.ts'
import type { Writer } from '../writer.ts'
import { loadCompany, loadOptions } from './queries.ts'

export async function putSetting(tx: Writer, key: string, value: unknown): Promise<void> {
  await tx.db.delete(tx.t.settings).where(eq(tx.t.settings.key, key))
  await tx.db.insert(tx.t.settings).values({ key, value })
}

/** Refuses a start day after documents that stand there (startAfterDocuments) and another currency once the old one is used or the new one has a rate (currencyInUse). */
export async function changeCompany(tx: Writer, change: Partial<Company>): Promise<void> {
  const before = await loadCompany(tx)
  const after = { ...before, ...change }
  const closed = after.startOn === before.startOn ? null : await closedThrough(tx)
  if (closed !== null && (after.startOn === null || after.startOn < firstDayAfter(closed))) {
    throw new Refusal('periodClosed', { field: 'company.startOn', params: { month: closed, day: firstDayAfter(closed) } })
  }
  if (after.startOn !== null && after.startOn !== before.startOn) {
    const [early] = await tx.rows<{ id: number }>(sql`select id from invoices where status = 'posted' and kind <> 'opening' and document_on < ${after.startOn} limit 1`)
    const [receipt] = await tx.rows<{ id: number }>(sql`select id from receipts where received_on < ${after.startOn} limit 1`)
    if (early || receipt) throw new Refusal('startAfterDocuments', { field: 'company.startOn' })
  }
  if (after.currency !== before.currency) {
    const [used] = await tx.rows<{ id: number }>(sql`select id from open_items limit 1`)
    const [rated] = await tx.rows<{ rate: number }>(sql`select rate from exchange_rates where currency = ${after.currency} limit 1`)
    if (used || rated) throw new Refusal('currencyInUse', { field: 'company.currency' })
  }
  await putSetting(tx, 'company', after)
  tx.record({ what: 'company', id: 'company', before, after })
}

/** Refuses levelsMustRise where a level of dunning would not begin after the one below it, and allowanceInUse for another opening allowance once something was provided on it. */
export async function changeOptions(tx: Writer, change: Partial<Options>): Promise<void> {
  const before = await loadOptions(tx)
  const after = { ...before, ...change }
  const wrong = levelThatDoesNotRise(after)
  if (wrong) throw new Refusal('levelsMustRise', { field: `options.${wrong}` })
  if (after.openingAllowance !== before.openingAllowance) {
    const [used] = await tx.rows<{ number: string }>(sql`select number from provisions order by id limit 1`)
    if (used) throw new Refusal('allowanceInUse', { field: 'options.openingAllowance', params: { number: used.number } })
  }
  await putSetting(tx, 'options', after)
  tx.record({ what: 'options', id: 'options', before, after })
}

export async function markDemo(tx: Writer): Promise<void> {
  await putSetting(tx, 'facts', { demo: true })
  tx.record({ what: 'facts', id: 'facts', before: null, after: { demo: true } })
}

export async function saveBankAccount(tx: Writer, input: Omit<z.output<typeof bankAccountInput>, 'version'>): Promise<Omit<BankAccount, 'version'>> {
  const table = tx.t.bankAccounts
  const all = await tx.db.select().from(table)
  const before = all.find((row) => row.id === input.id)
  if (input.id && !before) throw new Refusal('notFound')
  if (input.number && all.some((row) => row.number === input.number && row.id !== input.id)) throw new Refusal('numberTaken', { field: 'number' })
  const after = { ...input, id: input.id ?? (await tx.nextId(table)) }
  if (before) await tx.db.update(table).set(after).where(eq(table.id, after.id))
  else await tx.insert(table, [after])
  tx.record({ what: 'bankAccount', id: after.id, before: before ?? null, after })
  return after
}
