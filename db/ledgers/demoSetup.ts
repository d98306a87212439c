/** Makes what the demonstration ledger starts with: company, accounts, people and customers. */
import type { Day } from '../../shared/day.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { createCustomer } from '../customers/commands.ts'
import { changeCompany, markDemo, saveBankAccount } from '../settings/commands.ts'
import { saveUser } from '../users/commands.ts'
import type { Writer } from '../writer.ts'
import type { PlannedFile } from './demoCustomers.ts'
import { ACCOUNTS, CLERK, COMPANY, OFFICE } from './demoPeople.ts'

/** The numbers that the ledger gave, by the places in the plan. */
export interface Office {
  customers: number[]
  accounts: number[]
  clerk: { id: number; name: string }
}

/** Makes everything that stands before the first document. */
export async function setUp(tx: Writer, startOn: Day, files: readonly PlannedFile[]): Promise<Office> {
  await saveUser(tx, { name: '系统管理员', role: 'administrator', department: '', active: true })
  const users = new Map<string, number>()
  for (const person of OFFICE) users.set(person.name, (await saveUser(tx, { ...person, active: true })).id)
  await changeCompany(tx, { ...COMPANY, startOn })
  await markDemo(tx)
  const accounts: number[] = []
  for (const account of ACCOUNTS) accounts.push((await saveBankAccount(tx, { ...account, active: true })).id)
  const customers: number[] = []
  for (const { salesperson, ...file } of files) customers.push(await createCustomer(tx, customerInput.parse({ ...file, salespersonId: users.get(salesperson) ?? 0 })))
  return { customers, accounts, clerk: { id: users.get(CLERK) ?? 0, name: CLERK } }
}
