/** The files of the demonstration's customers, invented by chance. */
import type { customerInput } from '../../shared/customers/schemas.ts'
import { money } from '../../shared/money.ts'
import type { z } from 'zod'
import type { Dice } from './demoDice.ts'
import { GIVEN, OFFICE, SURNAMES, type DemoCustomer } from './demoPeople.ts'

/** A customer's file as it is typed, before anybody knows the salesperson's number. */
export type PlannedFile = Omit<z.input<typeof customerInput>, 'salespersonId'> & { salesperson: string }

export function planFile(customer: DemoCustomer, dice: Dice): PlannedFile {
  const person = (role: string) => ({ name: dice.pick(SURNAMES) + dice.pick(GIVEN), role, phone: `1390000${dice.digits(4)}`, email: '' })
  const foreign = customer.currency === 'USD'
  return {
    name: customer.name, shortName: customer.shortName, taxNumber: foreign ? '' : `91${dice.digits(6)}MA${dice.digits(7)}X`, phone: `0000-${dice.digits(8)}`,
    address: foreign ? 'Speicherstraße 12, Hamburg' : `${customer.city}市工业园区兴业路 ${dice.between(1, 300)} 号`,
    bankName: foreign ? '' : `${dice.pick(['中国建设银行', '中国工商银行', '招商银行', '交通银行'])}${customer.city}分行`, bankAccount: foreign ? '' : dice.digits(17),
    department: OFFICE.find(({ name }) => name === customer.salesperson)?.department ?? '', salesperson: customer.salesperson, terms: customer.terms, cutOffDate: customer.cutOffDate, cutOffCounts: true,
    creditLimit: dice.chance(0.7) ? money(Math.round(customer.size * 0.08 * (1 + customer.pace)) * 100_000) : null,
    contacts: [person('采购经理'), ...(dice.chance(0.6) ? [person('财务')] : [])],
    note: customer.habit === 'bad' ? '付款常拖延，发货前先与业务员确认。' : '',
  }
}
