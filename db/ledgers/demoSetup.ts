/** Who and what the demonstration ledger starts with: company, accounts, people, customers and their opening balances. */
import { addDays, type Day } from '../../shared/day.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { money } from '../../shared/money.ts'
import { createCustomer } from '../customers/commands.ts'
import { changeCompany, markDemo, saveBankAccount } from '../settings/commands.ts'
import { saveUser } from '../users/commands.ts'
import type { Writer } from '../writer.ts'
import { ACCOUNTS, CLERK, COMPANY, CUSTOMERS, GIVEN, OFFICE, SURNAMES, type DemoCustomer } from './demoPeople.ts'
import type { Dice } from './demoDice.ts'

export interface Customer extends DemoCustomer {
  id: number
}

export interface Office {
  customers: Customer[]
  /** Bank accounts by currency, the usual one first. */
  accounts: Record<'CNY' | 'USD', number[]>
  clerk: { id: number; name: string }
}

/** Makes everything that stands before the first document. */
export async function setUp(tx: Writer, startOn: Day, dice: Dice): Promise<Office> {
  await saveUser(tx, { name: '系统管理员', role: 'administrator', department: '', active: true })
  const users = new Map<string, number>()
  for (const person of OFFICE) users.set(person.name, (await saveUser(tx, { ...person, active: true })).id)
  await changeCompany(tx, { ...COMPANY, startOn })
  await markDemo(tx)
  const accounts: Office['accounts'] = { CNY: [], USD: [] }
  for (const account of ACCOUNTS) accounts[account.currency].push((await saveBankAccount(tx, { ...account, active: true })).id)
  const customers: Customer[] = []
  for (const customer of CUSTOMERS) customers.push({ ...customer, id: await createCustomer(tx, fileOf(customer, users.get(customer.salesperson) ?? 0, dice)) })
  return { customers, accounts, clerk: { id: users.get(CLERK) ?? 0, name: CLERK } }
}

function fileOf(customer: DemoCustomer, salespersonId: number, dice: Dice) {
  const person = (role: string) => ({ name: dice.pick(SURNAMES) + dice.pick(GIVEN), role, phone: `1390000${dice.digits(4)}`, email: '' })
  const foreign = customer.currency === 'USD'
  return customerInput.parse({
    name: customer.name, shortName: customer.shortName, taxNumber: foreign ? '' : `91${dice.digits(6)}MA${dice.digits(7)}X`, phone: `0000-${dice.digits(8)}`,
    address: foreign ? 'Speicherstraße 12, Hamburg' : `${customer.city}市工业园区兴业路 ${dice.between(1, 300)} 号`,
    bankName: foreign ? '' : `${dice.pick(['中国建设银行', '中国工商银行', '招商银行', '交通银行'])}${customer.city}分行`, bankAccount: foreign ? '' : dice.digits(17),
    department: OFFICE.find(({ name }) => name === customer.salesperson)?.department ?? '', salespersonId, terms: customer.terms, cutOffDate: customer.cutOffDate, cutOffCounts: true,
    creditLimit: dice.chance(0.7) ? money(Math.round(customer.size * 0.08 * (1 + customer.pace)) * 100_000) : null,
    contacts: [person('采购经理'), ...(dice.chance(0.6) ? [person('财务')] : [])],
    note: customer.habit === 'bad' ? '付款常拖延，发货前先与业务员确认。' : '',
  })
}

export interface OpeningBalance {
  customer: Customer
  documentOn: Day
  dueOn: Day
  amount: number
}

/** What customers owed before the ledger began; most of it is paid in its first months. */
export const openingBalances = (customers: readonly Customer[], startOn: Day, dice: Dice): OpeningBalance[] => customers
  .filter((customer) => customer.currency === 'CNY' && dice.chance(0.62))
  .map((customer) => {
    const documentOn = addDays(startOn, -dice.between(5, 80))
    return { customer, documentOn, dueOn: addDays(documentOn, dice.between(0, 90)), amount: Math.round(customer.size * (0.4 + dice.next() * 1.4)) * 100 }
  })
