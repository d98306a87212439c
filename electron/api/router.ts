/** The implemented contract; a procedure without an implementation does not compile. */
import { aging } from './aging.ts'
import { open } from './context.ts'
import { customers } from './customers.ts'
import { dunning } from './dunning.ts'
import { integration } from './integration.ts'
import { invoices } from './invoices.ts'
import { ledgers } from './ledgers.ts'
import { overview } from './overview.ts'
import { receipts } from './receipts.ts'
import { settings } from './settings.ts'
import { users } from './users.ts'

export const router = open.router({ ledgers, settings, users, customers, invoices, receipts, dunning, aging, overview, integration })
