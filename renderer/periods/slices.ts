import type { Slice } from '../api.ts'

/** Whatever moves a balance or the check list of a month. */
export const MONTH_END_SLICES: readonly Slice[] = ['periods', 'invoices', 'receipts', 'offsets', 'refunds', 'acceptances', 'bank', 'integration', 'settings']
