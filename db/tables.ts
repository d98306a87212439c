/** All tables of the ledger, from left to right as the slices depend on one another. */
import type { Kit } from './engine/kit.ts'
import { customersTables } from './customers/tables.ts'
import { dunningTables } from './dunning/tables.ts'
import { integrationTables } from './integration/tables.ts'
import { invoicesTables } from './invoices/tables.ts'
import { journalTables } from './journalTables.ts'
import { receiptsTables } from './receipts/tables.ts'
import { settingsTables } from './settings/tables.ts'
import { usersTables } from './users/tables.ts'

export function defineTables(kit: Kit) {
  const journal = journalTables(kit)
  const settings = settingsTables(kit)
  const users = usersTables(kit)
  const customers = customersTables(kit, users.users)
  const invoices = invoicesTables(kit, customers.customers)
  const receipts = receiptsTables(kit, customers.customers, invoices.openItems)
  const dunning = dunningTables(kit, customers.customers)
  const integration = integrationTables(kit)
  return { ...journal, ...settings, ...users, ...customers, ...invoices, ...receipts, ...dunning, ...integration }
}

export type Tables = ReturnType<typeof defineTables>
