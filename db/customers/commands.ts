import { desc, eq, sql } from 'drizzle-orm'
import type { CustomerInput } from '../../shared/customers/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { refuseStale } from '../versions.ts'
import type { Writer } from '../writer.ts'
import { nameKey } from '../../shared/customers/names.ts'
import { initials, lookupKeys, sortKeys } from './pinyin.ts'

const OUR_CODE = /^C\d{5}$/

/** The next free code of the form C00001; codes that people made up themselves are passed over. */
export async function freeCode(tx: Writer): Promise<string> {
  const { customers } = tx.t
  const codes = await tx.db.select({ code: customers.code }).from(customers)
    .where(sql`${customers.code} >= 'C00000' and ${customers.code} <= 'C99999' and length(${customers.code}) = 6`).orderBy(desc(customers.code))
  const last = codes.find(({ code }) => OUR_CODE.test(code))?.code
  return `C${String(Number(last?.slice(1) ?? 0) + 1).padStart(5, '0')}`
}

async function refuseTaken(tx: Writer, customer: { code: string; name: string }, id: number): Promise<void> {
  const { customers } = tx.t
  const [sameCode] = await tx.db.select({ id: customers.id }).from(customers).where(sql`${customers.code} = ${customer.code} and ${customers.id} <> ${id}`)
  if (sameCode) throw new Refusal('codeTaken', { field: 'code', params: { code: customer.code } })
  const [sameName] = await tx.db.select({ id: customers.id }).from(customers).where(sql`${customers.nameKey} = ${nameKey(customer.name)} and ${customers.id} <> ${id}`)
  if (sameName) throw new Refusal('nameTaken', { field: 'name', params: { name: customer.name } })
}

async function refuseUnknownSalesperson(tx: Writer, id: number | null): Promise<void> {
  if (id === null) return
  const [row] = await tx.db.select({ id: tx.t.users.id }).from(tx.t.users).where(eq(tx.t.users.id, id))
  if (!row) throw new Refusal('unknownSalesperson', { field: 'salespersonId' })
}

/** Short names are what the clerk reads aloud, so their initials come first. */
const withMnemonic = (input: CustomerInput): CustomerInput => ({ ...input, mnemonic: (input.mnemonic || initials(input.shortName || input.name)).toUpperCase() })

type SortKeys = ReturnType<typeof sortKeys>

/** A customer as the journal keeps it: what its names are sorted by follows from them. */
const recordedCustomer = <Row extends SortKeys>({ nameSort: _name, shortNameSort: _short, departmentSort: _department, ...row }: Row): Omit<Row, keyof SortKeys> => row

async function putKeys(tx: Writer, id: number, customer: CustomerInput & { code: string }): Promise<void> {
  await tx.insert(tx.t.customerKeys, [...lookupKeys(customer)].map(([key, rank]) => ({ key, customerId: id, rank })))
}

/** Refuses codeTaken, nameTaken (names differ by more than brackets and spaces), unknownSalesperson. Returns the id. */
export async function createCustomer(tx: Writer, input: CustomerInput): Promise<number> {
  const customer = withMnemonic({ ...input, code: input.code || (await freeCode(tx)) })
  await refuseTaken(tx, customer, 0)
  await refuseUnknownSalesperson(tx, customer.salespersonId)
  const id = await tx.nextId(tx.t.customers)
  const row = { ...customer, id, version: 1, nameKey: nameKey(customer.name), ...sortKeys(customer) }
  await tx.insert(tx.t.customers, [row])
  await putKeys(tx, id, customer)
  tx.record({ what: 'customer', id, before: null, after: recordedCustomer(row) })
  return id
}

/** Refuses changedElsewhere when the version is not the one that was read. */
export async function changeCustomer(tx: Writer, id: number, version: number, input: CustomerInput): Promise<void> {
  const { customers, customerKeys } = tx.t
  const [before] = await tx.db.select().from(customers).where(eq(customers.id, id))
  if (!before) throw new Refusal('notFound')
  await refuseStale(tx, { what: 'customer', id }, version, before.version)
  const customer = withMnemonic({ ...input, code: input.code || before.code })
  await refuseTaken(tx, customer, id)
  await refuseUnknownSalesperson(tx, customer.salespersonId)
  const after = { ...customer, id, version: version + 1, nameKey: nameKey(customer.name), ...sortKeys(customer) }
  await tx.db.update(customers).set(after).where(eq(customers.id, id))
  await tx.db.delete(customerKeys).where(eq(customerKeys.customerId, id))
  await putKeys(tx, id, customer)
  tx.record({ what: 'customer', id, before: recordedCustomer(before), after: recordedCustomer(after) })
}
