import { sql } from 'drizzle-orm'
import type { Contact } from '../../shared/customers/schemas.ts'
import type { Terms } from '../../shared/terms/schemas.ts'
import type { Kit } from '../engine/kit.ts'
import type { usersTables } from '../users/tables.ts'

export const customersTables = (k: Kit, users: ReturnType<typeof usersTables>['users']) => {
  const customers = k.table('customers', {
    id: k.id('id'), version: k.int('version'), code: k.text('code'), name: k.text('name'), nameKey: k.text('name_key'),
    shortName: k.text('short_name'), mnemonic: k.text('mnemonic'), taxNumber: k.text('tax_number'), phone: k.text('phone'),
    address: k.text('address'), bankName: k.text('bank_name'), bankAccount: k.text('bank_account'), department: k.text('department'),
    note: k.text('note'), creditLimit: k.maybeMoney('credit_limit'), cutOffDate: k.maybeInt('cut_off_date'), cutOffCounts: k.bool('cut_off_counts').default(sql`1`),
    terms: k.json<Terms>('terms'), contacts: k.json<Contact[]>('contacts'),
    salespersonId: k.maybeInt('salesperson_id').references(() => users.id), active: k.bool('active'),
    /** What its names are sorted by, made by sortKeys where they are written. */
    nameSort: k.text('name_sort').default(''), shortNameSort: k.text('short_name_sort').default(''), departmentSort: k.text('department_sort').default(''),
  }, (t) => [
    k.uniqueIndex('customers_code').on(t.code),
    k.index('customers_name').on(t.name),
    k.index('customers_name_sort').on(t.nameSort, t.id),
    k.index('customers_name_key').on(t.nameKey),
    k.index('customers_tax_number').on(t.taxNumber),
    k.index('customers_salesperson').on(t.salespersonId),
  ])
  /** Every text by which a customer is found, from each position of it: a lookup is then a range of this key. */
  const customerKeys = k.table('customer_keys', {
    key: k.text('key'), customerId: k.int('customer_id').references(() => customers.id), rank: k.int('rank'),
  }, (t) => [k.primaryKey({ columns: [t.key, t.customerId] }), k.index('customer_keys_customer').on(t.customerId)])
  return { customers, customerKeys }
}
