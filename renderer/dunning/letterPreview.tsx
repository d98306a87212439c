/** The letter to the chosen customer exactly as it will print, drawn by the same code that prints it. */
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { CandidateRow } from '../../shared/dunning/schemas.ts'
import { api } from '../api.ts'
import { PaperFrame } from '../ui/paper.tsx'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { useSettled } from '../ui/useSettled.ts'
import type { Terms } from './letterTerms.tsx'

export function LetterPreview({ customer, asOf, terms }: { customer: CandidateRow | undefined; asOf: Day | undefined; terms: Terms }) {
  const { t } = useTranslation('dunning')
  const asked = useSettled(JSON.stringify({ customerId: customer?.customerId, currency: customer?.currency, asOf, ...terms }))
  const query = useQuery(
    async (signal) => (customer ? (await api.dunning.preview({ customerId: customer.customerId, currency: customer.currency, asOf, ...terms }, { signal })).html : undefined),
    [asked],
    ['invoices', 'receipts', 'customers', 'settings', 'dunning'],
  )
  if (!customer) return <EmptyState title={t('preview.pick')} />
  if (query.error !== undefined) return <ErrorState error={query.error} onRetry={query.refresh} />
  return query.data === undefined ? <LoadingState /> : <PaperFrame html={query.data} title={`${t('preview.title')} ${customer.name}`} />
}
