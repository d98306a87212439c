/** The file of a lawsuit (案件): its debts, what happened and when, what it has cost, and the next hearing. */
import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LawsuitView } from '../../shared/limitation/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { EventDialog } from './eventDialog.tsx'
import { StageTag } from './tags.tsx'
import './limitation.css'

export function LawsuitDocument({ id }: { id: number }) {
  const { t } = useTranslation('limitation')
  const { can } = useSession()
  const [noting, setNoting] = useState(false)
  const query = useQuery((signal) => api.limitation.lawsuit({ id }, { signal }), [id], ['limitation', 'invoices', 'receipts', 'customers'])
  const lawsuit = query.data
  usePageTitle(lawsuit?.number)
  return (
    <PageFrame
      title={t('lawsuitTitle', { number: lawsuit?.number ?? '' })}
      query={query}
      scroll
      actions={[
        { key: 'event', label: t('event.do'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('letters.write'), onRun: () => setNoting(true) },
        { key: 'customer', label: t('customer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: lawsuit?.customerId ?? 0 }) },
      ]}
    >
      {lawsuit && (
        <div className="lawsuit" data-testid="lawsuit">
          <Facts lawsuit={lawsuit} />
          {lawsuit.enforceBy !== null && <Alert type="warning" showIcon title={t('enforceText', { day: lawsuit.enforceBy })} />}
          <div className="lawsuit-parts">
            <section className="card"><h3>{t('debts')}</h3><Debts lawsuit={lawsuit} /></section>
            <section className="card" data-testid="timeline"><h3>{t('timeline')}</h3><Timeline lawsuit={lawsuit} /></section>
          </div>
          {noting && <EventDialog lawsuit={lawsuit} onClose={() => setNoting(false)} />}
        </div>
      )}
    </PageFrame>
  )
}

function Facts({ lawsuit }: { lawsuit: LawsuitView }) {
  const { t } = useTranslation('limitation')
  return (
    <div className="form-grid columns-4 card">
      <Fact label={t('field.number')}>{lawsuit.number} <StageTag stage={lawsuit.stage} /></Fact>
      <Fact label={t('field.customer')} span={2}>{lawsuit.customerCode} {lawsuit.customerName}</Fact>
      <Fact label={t('field.hearingOn')}><b className="figure">{lawsuit.hearingOn ?? '—'}</b></Fact>
      <Fact label={t('field.court')} span={2}>{lawsuit.court}</Fact>
      <Fact label={t('field.caseNumber')} span={2}>{lawsuit.caseNumber || '—'}</Fact>
      <Fact label={t('field.claim')}><MoneyText value={lawsuit.claim} strong /> <span className="quiet">{lawsuit.currency}</span></Fact>
      <Fact label={t('field.costs')}><MoneyText value={lawsuit.costs} /></Fact>
      <Fact label={t('field.filedOn')}><span className="figure">{lawsuit.filedOn}</span></Fact>
      <Fact label={t('field.lawyer')}>{lawsuit.lawyer || '—'}</Fact>
      <Fact label={t('field.note')} span={2}>{lawsuit.note || '—'}</Fact>
      <Fact label={t('field.postedBy')}>{lawsuit.postedBy}</Fact>
      <Fact label={t('field.postedAt')}><span className="figure">{instantText(lawsuit.postedAt)}</span></Fact>
    </div>
  )
}

function Debts({ lawsuit }: { lawsuit: LawsuitView }) {
  const { t } = useTranslation('limitation')
  return (
    <table>
      <thead><tr><th>{t('col.number')}</th><th>{t('col.due')}</th><th className="right">{t('col.installmentAmount')}</th><th className="right">{t('col.open')}</th></tr></thead>
      <tbody>
        {lawsuit.debts.map((debt) => (
          <tr key={debt.itemId}>
            <td><Button type="link" size="small" onClick={() => openPage('limitationItem', { itemId: debt.itemId })}>{debt.number}</Button></td>
            <td className="figure">{debt.dueOn}</td>
            <td className="right"><MoneyText value={debt.amount} /></td>
            <td className="right"><MoneyText value={debt.open} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Timeline({ lawsuit }: { lawsuit: LawsuitView }) {
  const { t } = useTranslation('limitation')
  if (lawsuit.events.length === 0) return <p className="quiet">{t('noEvents')}</p>
  return (
    <table>
      <thead><tr><th>{t('col.on')}</th><th>{t('field.stage')}</th><th className="right">{t('col.amount')}</th><th>{t('col.caseNumber')}</th><th>{t('col.note')}</th><th>{t('col.by')}</th></tr></thead>
      <tbody>
        {lawsuit.events.map((event) => (
          <tr key={event.id}>
            <td className="figure">{event.on}{event.on > today() && <span className="negative"> {t('ahead')}</span>}</td>
            <td><StageTag stage={event.stage} /></td>
            <td className="right">{event.amount > 0 && <MoneyText value={event.amount} />}</td>
            <td>{event.caseNumber}</td>
            <td>{event.note}</td>
            <td>{event.postedBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
