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

/** A letter that was drawn, and of which template: another one's must not stand beside these words. */
export interface Drawn {
  of: string
  html: string
}

export interface TemplatePreviewProps {
  of: string
  customer: PreviewCustomer | undefined
  drawn: Query<Drawn | undefined>
  onCustomer: (customer: PreviewCustomer | undefined) => void
}

export function TemplatePreview({ of, customer, drawn, onCustomer }: TemplatePreviewProps) {
  const { t } = useTranslation('templates')
  const words = useErrorWords()
  // What is wrong in a part is said there; the last letter that could be drawn stays to be seen meanwhile.
  const problem = drawn.error !== undefined && partOf(drawn.error) === undefined ? drawn.error : undefined
  const shown = drawn.data?.of === of ? drawn.data : undefined
  return (
    <section className="template-preview" aria-label={t('preview.title')}>
      <label className="template-customer"><span>{t('preview.customer')}</span>
        <Lookup<CustomerHit> label={t('preview.customer')} value={customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(hit) => onCustomer(hit ?? undefined)} />
      </label>
      {problem !== undefined && <Alert type="warning" showIcon title={words(problem)} description={t('preview.nothing')} />}
      {!customer ? <EmptyState title={t('preview.pick')} hint={t('preview.hint')} />
        : shown ? <PaperFrame html={shown.html} title={`${t('preview.title')} ${customer.name}`} />
          : drawn.error === undefined ? <LoadingState /> : problem === undefined && <EmptyState title={t('preview.mend')} />}
    </section>
  )
}
