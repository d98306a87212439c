/** The procedure tree: one line a slice. Both hosts serve it, the renderer calls it, OpenAPI describes it. */
import { aging } from './aging/contract.ts'
import { customers } from './customers/contract.ts'
import { dunning } from './dunning/contract.ts'
import { integration } from './integration/contract.ts'
import { invoices } from './invoices/contract.ts'
import { ledgers } from './ledgers/contract.ts'
import { overview } from './overview/contract.ts'
import { receipts } from './receipts/contract.ts'
import { settings } from './settings/contract.ts'
import { users } from './users/contract.ts'

export const contract = { ledgers, settings, users, customers, invoices, receipts, dunning, aging, overview, integration }
