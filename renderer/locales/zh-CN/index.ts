import { ui } from './ui.ts'
import { refusals } from './refusals.ts'
import { shell } from './shell.ts'
import { ledgers } from './ledgers.ts'
import { settings } from './settings.ts'
import { users } from './users.ts'
import { customers } from './customers.ts'
import { invoices } from './invoices.ts'
import { receipts } from './receipts.ts'
import { dunning } from './dunning.ts'
import { aging } from './aging.ts'
import { overview } from './overview.ts'
import { integration } from './integration.ts'

export const zhCN = {
  ui,
  refusals,
  shell,
  ledgers,
  settings,
  users,
  customers,
  invoices,
  receipts,
  dunning,
  aging,
  overview,
  integration,
}
