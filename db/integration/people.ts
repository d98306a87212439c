/** Customers and salespeople that a file names and the ledger lacks. */
import type { ReadCustomer } from '../../shared/integration/customers.ts'
import type { NewCustomer } from '../../shared/integration/plan.ts'
import type { CustomerInput } from '../../shared/customers/schemas.ts'
import { UNIDENTIFIED } from '../../shared/customers/unidentified.ts'
import { createCustomer, freeCode } from '../customers/commands.ts'
import { saveUser } from '../users/commands.ts'
import { listUsers } from '../users/queries.ts'
import type { Writer } from '../writer.ts'
import type { Pace } from '../sheets/pace.ts'

interface Person {
  name: string
  department: string
}

/** Ids of users by name. A salesperson whom nobody has entered yet becomes a user who cannot sign in. */
async function salespeople(tx: Writer, named: Iterable<Person>): Promise<Map<string, number>> {
  const ids = new Map((await listUsers(tx)).map((user) => [user.name, user.id]))
  for (const { name, department } of named) {
    if (name === '' || ids.has(name)) continue
    const user = await saveUser(tx, { name, role: 'salesperson', department, active: true })
    ids.set(name, user.id)
  }
  return ids
}

const NEXT_CODE = /^C(\d{5})$/

/** Gives codes to those without one: the ledger is asked for the first, the others follow it. */
async function codesFor(tx: Writer, customers: readonly { code: string }[]): Promise<() => string> {
  const taken = new Set(customers.map(({ code }) => code))
  let last = customers.some(({ code }) => code === '') ? Number(NEXT_CODE.exec(await freeCode(tx))?.[1] ?? 1) - 1 : 0
  return () => {
    do last += 1
    while (taken.has(`C${String(last).padStart(5, '0')}`))
    return `C${String(last).padStart(5, '0')}`
  }
}

type Fields = Omit<CustomerInput, 'contacts' | 'salespersonId' | 'active'> & Person & { salesperson: string; contact: string; email: string }

async function create(tx: Writer, customers: readonly Fields[], pace: Pace): Promise<number[]> {
  const users = await salespeople(tx, customers.map(({ salesperson, department }) => ({ name: salesperson, department })))
  const nextCode = await codesFor(tx, customers)
  const ids: number[] = []
  for (const { salesperson, contact, email, ...customer } of customers) {
    ids.push(await createCustomer(tx, {
      ...customer, code: customer.code || nextCode(), salespersonId: users.get(salesperson) ?? null, active: true,
      contacts: contact || email ? [{ name: contact, role: '', phone: customer.phone, email }] : [],
    }))
    await pace.step()
  }
  return ids
}

/** The rows of a list of customers, as customers; returns their ids in order. */
export const importCustomers = (tx: Writer, rows: readonly ReadCustomer[], pace: Pace): Promise<number[]> =>
  create(tx, rows.map(({ row: _row, ...customer }) => customer), pace)

const BLANK = { shortName: '', mnemonic: '', phone: '', address: '', bankName: '', bankAccount: '', note: '', contact: '', email: '', creditLimit: null }

/** Customers that receivables or receipts name; returns the id of each by the one it had in the plan. */
export async function createMissing(tx: Writer, missing: readonly NewCustomer[], pace: Pace): Promise<Map<number, number>> {
  const ids = await create(tx, missing.map((customer) => ({
    ...BLANK, code: customer.code, name: customer.name, taxNumber: customer.taxNumber, salesperson: customer.salesperson,
    department: customer.department, terms: customer.terms, cutOffDate: customer.cutOffDate, cutOffCounts: customer.cutOffCounts,
    shortName: customer.name === UNIDENTIFIED.name ? UNIDENTIFIED.name : '',
  })), pace)
  return new Map(missing.map((customer, index) => [customer.id, ids[index] ?? 0]))
}
