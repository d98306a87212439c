/** Which rows of a list of customers are new, which the ledger has, and which contradict it. */
import { nameKey } from '../customers/names.ts'
import type { ReadCustomer } from './customers.ts'
import type { Problems } from '../sheets/problems.ts'
import type { Skipped } from '../sheets/skipped.ts'

interface Named {
  code: string
  name: string
}

export function planCustomers(
  rows: readonly ReadCustomer[], known: readonly Named[], titles: { code: string; name: string }, problems: Problems, skipped: Skipped,
): ReadCustomer[] {
  const byCode = new Map(known.map((customer) => [customer.code, customer]))
  const byName = new Map(known.map((customer) => [nameKey(customer.name), customer]))
  const planned: ReadCustomer[] = []
  for (const row of rows) {
    const sameCode = row.code ? byCode.get(row.code) : undefined
    const sameName = byName.get(nameKey(row.name))
    if (sameCode === undefined && sameName === undefined) planned.push(row)
    else if (sameCode === sameName || (sameName !== undefined && row.code === '')) skipped.add('existing', row.row)
    else if (sameCode !== undefined) problems.add(row.row, titles.name, 'DIFFERS_FROM_LEDGER', row.name, { ledger: sameCode.name })
    else problems.add(row.row, titles.code, 'DIFFERS_FROM_LEDGER', row.code, { ledger: sameName?.code ?? '' })
  }
  return planned
}
