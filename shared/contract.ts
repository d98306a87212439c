/** The procedure tree: one line a slice. Both hosts serve it, the renderer calls it, OpenAPI describes it. */
import { acceptances } from './acceptances/contract.ts'
import { accountPapers } from './accountPapers/contract.ts'
import { aging } from './aging/contract.ts'
import { badDebt } from './badDebt/contract.ts'
import { bank } from './bank/contract.ts'
import { collection } from './collection/contract.ts'
import { customers } from './customers/contract.ts'
import { deliveries } from './deliveries/contract.ts'
import { dunning } from './dunning/contract.ts'
import { integration } from './integration/contract.ts'
import { interest } from './interest/contract.ts'
import { invoices } from './invoices/contract.ts'
import { ledgers } from './ledgers/contract.ts'
import { limitation } from './limitation/contract.ts'
import { offsets } from './offsets/contract.ts'
import { overview } from './overview/contract.ts'
import { periods } from './periods/contract.ts'
import { rates } from './rates/contract.ts'
import { receipts } from './receipts/contract.ts'
import { refunds } from './refunds/contract.ts'
import { settings } from './settings/contract.ts'
import { templates } from './templates/contract.ts'
import { users } from './users/contract.ts'
import { vouchers } from './vouchers/contract.ts'

export const contract = {
  ledgers, settings, users, customers, rates, invoices, receipts, vouchers, offsets, refunds, acceptances, bank, collection, interest, templates, dunning, deliveries, accountPapers, limitation, badDebt, aging, periods, overview, integration,
}
