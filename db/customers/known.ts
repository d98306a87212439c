import type { KnownCustomer } from '../../shared/customers/matching.ts'
import { storedTerms } from '../../shared/terms/schemas.ts'
import type { Reader } from '../reader.ts'

/** Every customer as the rows of files and the payers of statements are matched with them. */
export async function knownCustomers(reader: Reader): Promise<KnownCustomer[]> {
  const { customers: c } = reader.t
  const rows = await reader.db.select({
    id: c.id, code: c.code, name: c.name, shortName: c.shortName, taxNumber: c.taxNumber, terms: c.terms, cutOffDate: c.cutOffDate, cutOffCounts: c.cutOffCounts,
  }).from(c)
  return rows.map((row) => ({ ...row, terms: storedTerms(row.terms) }))
}
