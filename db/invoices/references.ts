import { inArray, sql } from 'drizzle-orm'
import { inPieces } from '../pieces.ts'
import type { Reader } from '../reader.ts'

/** Customers by the numbers of their invoices and contracts; a number of several customers is left out. */
export async function customersByReference(reader: Reader, numbers: readonly string[]): Promise<Map<string, number>> {
  const { invoices: i } = reader.t
  const found = new Map<string, number | null>()
  const note = (number: string, customerId: number): void => {
    found.set(number, found.has(number) && found.get(number) !== customerId ? null : customerId)
  }
  const unique = [...new Set(numbers)]
  for (const column of [i.invoiceNumber, i.contractNumber] as const) {
    const rows = await inPieces(unique, (some) =>
      reader.rows<{ number: string; customerId: number }>(sql`select distinct ${column} as number, ${i.customerId} as "customerId" from ${i}
        where ${inArray(column, some)} and ${column} <> '' and ${i.status} = 'posted'`))
    for (const row of rows) note(row.number, row.customerId)
  }
  return new Map([...found].flatMap(([number, id]) => (id === null ? [] : [[number, id] as const])))
}
