/** The implemented contract; a procedure without an implementation does not compile. */
import { acceptances } from './acceptances.ts'
import { accountPapers } from './accountPapers.ts'
import { aging } from './aging.ts'
import { badDebt } from './badDebt.ts'
import { bank } from './bank.ts'
import { collection } from './collection.ts'
import { customers } from './customers.ts'
import { dunning } from './dunning.ts'
import { integration } from './integration.ts'
import { invoices } from './invoices.ts'
import { ledgers } from './ledgers.ts'
import { offsets } from './offsets.ts'
import { open } from './context.ts'
import { overview } from './overview.ts'
import { periods } from './periods.ts'
import { rates } from './rates.ts'
import { receipts } from './receipts.ts'
import { refunds } from './refunds.ts'
import { settings } from './settings.ts'
import { users } from './users.ts'
import { vouchers } from './vouchers.ts'

export const router = open.router({
  ledgers, settings, users, customers, rates, invoices, receipts, vouchers, offsets, refunds, acceptances, bank, collection, dunning, accountPapers, badDebt, aging, periods, overview, integration,
})
