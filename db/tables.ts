/** All tables of the ledger, from left to right as the slices depend on one another. */
import type { Kit } from './engine/kit.ts'
import { acceptancesTables } from './acceptances/tables.ts'
import { accountPapersTables } from './accountPapers/tables.ts'
import { badDebtTables } from './badDebt/tables.ts'
import { bankTables } from './bank/tables.ts'
import { collectionTables } from './collection/tables.ts'
import { customersTables } from './customers/tables.ts'
import { deliveriesTables } from './deliveries/tables.ts'
import { dunningTables } from './dunning/tables.ts'
import { integrationTables } from './integration/tables.ts'
import { interestTables } from './interest/tables.ts'
import { invoicesTables } from './invoices/tables.ts'
import { journalTables } from './journalTables.ts'
import { limitationTables } from './limitation/tables.ts'
import { offsetsTables } from './offsets/tables.ts'
import { periodsTables } from './periods/tables.ts'
import { ratesTables } from './rates/tables.ts'
import { receiptsTables } from './receipts/tables.ts'
import { refundsTables } from './refunds/tables.ts'
import { settingsTables } from './settings/tables.ts'
import { templatesTables } from './templates/tables.ts'
import { usersTables } from './users/tables.ts'
import { vouchersTables } from './vouchers/tables.ts'

export function defineTables(kit: Kit) {
  const journal = journalTables(kit)
  const settings = settingsTables(kit)
  const users = usersTables(kit)
  const customers = customersTables(kit, users.users)
  const invoices = invoicesTables(kit, customers.customers)
  const receipts = receiptsTables(kit, customers.customers, invoices.openItems)
  const extended = { ...ratesTables(kit), ...vouchersTables(kit), ...offsetsTables(kit), ...refundsTables(kit), ...acceptancesTables(kit), ...bankTables(kit), ...periodsTables(kit) }
  const dunning = dunningTables(kit, customers.customers)
  const afterDue = { ...collectionTables(kit), ...interestTables(kit), ...templatesTables(kit), ...deliveriesTables(kit), ...limitationTables(kit), ...badDebtTables(kit), ...accountPapersTables(kit) }
  const integration = integrationTables(kit)
  return { ...journal, ...settings, ...users, ...customers, ...invoices, ...receipts, ...extended, ...dunning, ...afterDue, ...integration }
}

export type Tables = ReturnType<typeof defineTables>
