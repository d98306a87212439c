/** The home page: the way of the money as a flow chart (流程导航), each step with what waits there now. */
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { PageFrame } from '../ui/page.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { FlowChart } from './flowChart.tsx'

export default function HomePage() {
  const { t } = useTranslation('shell')
  const counts = useQuery((signal) => api.overview.counts(undefined, { signal }), [], ['customers', 'invoices', 'receipts', 'dunning', 'limitation', 'collection', 'integration', 'settings', 'bank', 'acceptances', 'periods'])
  return (
    <PageFrame title={t('home.title')} extra={<span className="quiet">{t('home.hint')}</span>} {...(counts.error === undefined ? {} : { query: counts })} scroll>
      <FlowChart counts={counts.data} />
    </PageFrame>
  )
}
