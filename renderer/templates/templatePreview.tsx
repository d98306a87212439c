/** The letter that a draft would become, drawn with the figures of a real customer by the code that prints it. */
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import { api } from '../api.ts'
import { Lookup } from '../ui/lookup.tsx'
import { PaperFrame } from '../ui/paper.tsx'
import { useErrorWords } from '../ui/refusal.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import type { Query } from '../ui/useQuery.ts'
import { partOf } from './wordingForm.tsx'

export interface PreviewCustomer {
  id: number
  code: string
  name: string
}

export function TemplatePreview({ customer, html, onCustomer }: { customer: PreviewCustomer | undefined; html: Query<string | undefined>; onCustomer: (customer: PreviewCustomer | undefined) => void }) {
  const { t } = useTranslation('templates')
  const words = useErrorWords()
  // What is wrong in a part is said there; the last letter that could be drawn stays to be seen meanwhile.
  const problem = html.error !== undefined && partOf(html.error) === undefined ? html.error : undefined
  return (
    <section className="template-preview" aria-label={t('preview.title')}>
      <label className="template-customer"><span>{t('preview.customer')}</span>
        <Lookup<CustomerHit> label={t('preview.customer')} value={customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(hit) => onCustomer(hit ?? undefined)} />
      </label>
      {problem !== undefined && <Alert type="warning" showIcon title={words(problem)} description={t('preview.nothing')} />}
      {!customer ? <EmptyState title={t('preview.pick')} hint={t('preview.hint')} />
        : html.data !== undefined ? <PaperFrame html={html.data} title={`${t('preview.title')} ${customer.name}`} /> : html.error === undefined && <LoadingState />}
    </section>
  )
}
