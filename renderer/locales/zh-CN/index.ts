import { ui } from './ui.ts'
import { files } from './files.ts'
import { refusals } from './refusals.ts'
import { shell } from './shell.ts'
import { ledgers } from './ledgers.ts'
import { settings } from './settings.ts'
import { users } from './users.ts'
import { customers } from './customers.ts'
import { invoices } from './invoices.ts'
import { receipts } from './receipts.ts'
import { vouchers } from './vouchers.ts'
import { offsets } from './offsets.ts'
import { refunds } from './refunds.ts'
import { acceptances } from './acceptances.ts'
import { bank } from './bank.ts'
import { periods } from './periods.ts'
import { rates } from './rates.ts'
import { collection } from './collection.ts'
import { badDebt } from './badDebt.ts'
import { accountPapers } from './accountPapers.ts'
import { interest } from './interest.ts'
import { templates } from './templates.ts'
import { dunning } from './dunning.ts'
import { deliveries } from './deliveries.ts'
import { limitation } from './limitation.ts'
import { aging } from './aging.ts'
import { overview } from './overview.ts'
import { integration } from './integration.ts'

export const zhCN = {
  ui,
  files,
  refusals,
  shell,
  ledgers,
  settings,
  users,
  customers,
  invoices,
  receipts,
  vouchers,
  offsets,
  refunds,
  acceptances,
  bank,
  periods,
  rates,
  collection,
  badDebt,
  accountPapers,
  interest,
  templates,
  dunning,
  deliveries,
  limitation,
  aging,
  overview,
  integration,
}
