/** All that is open of a customer, debts and credits, oldest first; the currencies that it is in. */
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import { GRID_LIMIT } from '../../shared/grid.ts'
import { api } from '../api.ts'
import { useQuery } from '../ui/useQuery.ts'

export interface OpenItems {
  items: readonly ItemRow[]
  currencies: readonly string[]
  loading: boolean
}

const NOTHING: readonly ItemRow[] = []

export function useOpenItems(customerId: number | undefined): OpenItems {
  const query = useQuery(
    async (signal) => (customerId === undefined ? null : { customerId, ...(await api.invoices.items({ customerId, includeCredits: true, limit: GRID_LIMIT, withTotals: false }, { signal })) }),
    [customerId], ['invoices', 'receipts', 'offsets', 'refunds'],
  )
  // Those of the customer before must not stand under the new one's name.
  const items = query.data?.customerId === customerId ? query.data?.rows ?? NOTHING : NOTHING
  return { items, currencies: [...new Set(items.map((item) => item.currency))], loading: query.loading }
}
