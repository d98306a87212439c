/** The demonstration ledger (示例账套). */
import type { Ledger } from '../ledger.ts'
import type { Calendar } from '../invoices/commands.ts'

export async function fillDemo(_ledger: Ledger, _calendar: Calendar): Promise<void> {}
