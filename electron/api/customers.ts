import { changeCustomer, createCustomer } from '../../db/customers/commands.ts'
import { customerGrid, loadCustomer, lookupCustomers } from '../../db/customers/queries.ts'
import { knowsHolidays } from '../../db/calendar.ts'
import { workOutDue } from '../../shared/terms/rules.ts'
import { calendarOf, os } from './context.ts'

export const customers = {
  list: os.customers.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => customerGrid(reader, input, scope))),
  lookup: os.customers.lookup.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => lookupCustomers(reader, input.text, input.limit, scope))),
  get: os.customers.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => loadCustomer(reader, input.id, scope))),
  create: os.customers.create.handler(async ({ input, context: { ledger, user, scope } }) => {
    return ledger.write({ by: user, procedure: 'customers.create' }, async (tx) => loadCustomer(tx, await createCustomer(tx, input), scope))
  }),
  dueDay: os.customers.dueDay.handler(async ({ input: { on, terms, ...cutOff }, context: { ledger } }) => workOutDue(on, terms, cutOff, (await calendarOf(ledger)).isWorkday, knowsHolidays)),
  update: os.customers.update.handler(async ({ input: { id, version, ...input }, context: { ledger, user, scope } }) => {
    return ledger.write({ by: user, procedure: 'customers.update' }, async (tx) => {
      await changeCustomer(tx, id, version, input)
      return loadCustomer(tx, id, scope)
    })
  }),
}
