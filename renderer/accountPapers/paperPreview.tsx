/** The paper of the chosen customer exactly as it will print, drawn by the same code that prints it. */
import { useTranslation } from 'react-i18next'
import type { PaperCandidate } from '../../shared/accountPapers/schemas.ts'
import { api } from '../api.ts'
import { PaperFrame } from '../ui/paper.tsx'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { useSettled } from '../ui/useSettled.ts'
import { auditorMissing, type Terms } from './terms.ts'

export function PaperPreview({ customer, terms }: { customer: PaperCandidate | undefined; terms: Terms }) {
  const { t } = useTranslation('accountPapers')
  const asked = useSettled(JSON.stringify({ customerId: customer?.customerId, ...terms }))
  const lacking = auditorMissing(terms)
  const query = useQuery(
    async (signal) => {
      if (!customer || lacking) return undefined
      const { kind, from, asOf, currency, language, auditor } = terms
      const shared = { customerId: customer.customerId, asOf, currency, language }
      const { html } = kind === 'statement' ? await api.accountPapers.previewStatement({ ...shared, from }, { signal }) : await api.accountPapers.previewConfirmation({ ...shared, auditor }, { signal })
      return html
    },
    [asked],
    ['invoices', 'receipts', 'customers', 'settings'],
  )
  if (!customer) return <EmptyState title={t('run.pick')} />
  if (lacking) return <EmptyState title={t('run.auditorFirst')} hint={t('run.auditorHint')} />
  if (query.error !== undefined) return <ErrorState error={query.error} onRetry={query.refresh} />
  return query.data === undefined ? <LoadingState /> : <PaperFrame html={query.data} title={`${t('run.preview')} ${customer.name}`} />
}
