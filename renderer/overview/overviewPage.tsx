/**
 * The owner's first screen: how much is owed, how much of it is late, with whom, and what comes in next.
 * Every figure, bar and line opens the rows behind it; each row opens its document. Keys: Tab and Enter, F5 asks again.
 */
import { BarChartOutlined, MailOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type Day } from '../../shared/day.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DayInput } from '../ui/day.tsx'
import { PageFrame } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { AgingChart } from './agingChart.tsx'
import { DebtorList } from './debtorList.tsx'
import { FigureCards } from './figureCards.tsx'
import type { OpenRows } from './openRows.ts'
import { SalespersonList } from './salespersonList.tsx'
import './overview.css'

export default function OverviewPage() {
  const { t } = useTranslation('overview')
  const { can } = useSession()
  const [asOf, setAsOf] = useState<Day>()
  const [currency, setCurrency] = useState<string>()
  const query = useQuery((signal) => api.overview.get({ asOf, currency }, { signal }), [asOf, currency], ['invoices', 'receipts', 'customers', 'settings', 'integration'])
  const overview = query.data

  const openRows: OpenRows = (cell) => {
    if (!overview) return
    openPage('agingItems', { asOf: overview.asOf, basis: 'due', groupBy: 'customer', currency: overview.currency, boundaries: overview.buckets.flatMap((bucket) => bucket.to ?? []).join(','), ...cell })
  }
  const openDueWithin = (days: number, label: string): void => {
    if (overview) openRows({ column: 'receivable', label, dueFrom: overview.asOf, dueTo: addDays(overview.asOf, days) })
  }
  const nothing = overview && overview.receivable === 0 && overview.advances === 0 && overview.debtors.length === 0

  return (
    <PageFrame
      title={t('title')}
      query={query}
      scroll
      actions={[
        { key: 'aging', label: t('aging'), shortcut: 'Alt+A', icon: <BarChartOutlined />, onRun: () => openPage('aging', { ...(asOf ? { asOf } : {}), ...(currency ? { currency } : {}) }) },
        { key: 'letters', label: t('letters'), shortcut: 'Alt+D', icon: <MailOutlined />, onRun: () => openPage('letterRun') },
        { key: 'refresh', label: t('refresh'), shortcut: KEYS.refresh, icon: <ReloadOutlined />, onRun: query.refresh },
      ]}
      extra={
        overview && (
          <>
            <label className="overview-term"><span>{t('asOf')}</span><span className="overview-day"><DayInput label={t('asOf')} value={overview.asOf} onChange={(value) => setAsOf(value ?? undefined)} /></span></label>
            {overview.currencies.length > 1 && (
              <Select aria-label={t('currency')} value={overview.currency} options={overview.currencies.map((value) => ({ value, label: value }))} onChange={setCurrency} />
            )}
          </>
        )
      }
    >
      {overview && nothing && (
        <EmptyState title={t('empty.title')} hint={t('empty.text')}>
          <div className="overview-ways">
            {can('invoices.write') && <Button type="primary" onClick={() => openPage('invoice')}>{t('empty.enter')}</Button>}
            {can('imports.write') && <Button onClick={() => openPage('import', { kind: 'receivables' })}>{t('empty.import')}</Button>}
          </div>
        </EmptyState>
      )}
      {overview && !nothing && (
        <div className="overview">
          <FigureCards overview={overview} openRows={openRows} openDueWithin={openDueWithin} />
          <AgingChart overview={overview} openRows={openRows} />
          <DebtorList overview={overview} openRows={openRows} />
          <SalespersonList overview={overview} openRows={openRows} />
        </div>
      )}
    </PageFrame>
  )
}
