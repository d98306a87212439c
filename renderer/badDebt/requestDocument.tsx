/** A request to write off (核销申请). Alt+A approves and Alt+J rejects, for every owner but the one who asked. */
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../shared/badDebt/schemas.ts'
import { api } from '../api.ts'
import { openItemDocument, openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePageTitle } from '../ui/pageContext.ts'
import { useQuery } from '../ui/useQuery.ts'
import { StepDialog, type BadDebtStep } from './stepDialog.tsx'
import { STATUS_COLORS } from './statusColors.ts'
import '../invoices/invoices.css'

export function RequestDocument({ id }: { id: number }) {
  const { t } = useTranslation('badDebt')
  const query = useQuery((signal) => api.badDebt.request({ id }, { signal }), [id], ['badDebt', 'invoices', 'receipts', 'offsets'])
  const { can, status } = useSession()
  const [step, setStep] = useState<BadDebtStep | null>(null)
  const request = query.data
  const own = request?.askedById === status.user?.id
  const decides = can('badDebt.approve') && request?.status === 'waiting'
  usePageTitle(request ? `${t('document.request')} ${request.id}` : undefined)
  return (
    <PageFrame
      title={t('document.request')}
      query={query}
      scroll
      actions={[
        { key: 'approve', label: t('document.approve'), shortcut: 'Alt+A', kind: 'primary', hidden: !decides, disabled: own ? t('document.samePerson') : false, onRun: () => request && setStep({ step: 'approve', request }) },
        { key: 'reject', label: t('document.reject'), shortcut: 'Alt+J', kind: 'danger', hidden: !decides, disabled: own ? t('document.samePerson') : false, onRun: () => request && setStep({ step: 'reject', request }) },
        { key: 'writeOff', label: t('document.openWriteOff'), shortcut: 'Alt+O', hidden: !request?.writeOffId, onRun: () => openPage('writeOff', { id: request?.writeOffId ?? 0 }) },
        { key: 'customer', label: t('document.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: request?.customerId ?? 0 }) },
      ]}
    >
      {request && (
        <div className="document" data-testid="request-document">
          {request.status === 'waiting' && <Alert type={own && decides ? 'warning' : 'info'} showIcon title={t(own && decides ? 'document.samePerson' : 'document.waiting')} />}
          <div className="form-grid columns-4 card">
            <Fact label={t('field.id')}>{request.id} <Tag color={STATUS_COLORS[request.status]}>{t(`status.${request.status}`)}</Tag></Fact>
            <Fact label={t('field.customer')} span={2}>{request.customerCode} {request.customerName}</Fact>
            <Fact label={t('field.amount')}><MoneyText value={request.amount} strong /> <span className="quiet">{request.currency}</span></Fact>
            <Fact label={t('field.reason')} span={2}>{request.reason}</Fact>
            <Fact label={t('field.evidence')} span={2}>{request.evidence}</Fact>
            <Fact label={t('field.askedBy')}>{request.askedBy}</Fact>
            <Fact label={t('field.askedOn')}><span className="figure">{request.askedOn}</span></Fact>
            <Fact label={t('field.decidedBy')}>{request.decidedBy || '—'} {request.decidedAt && <span className="quiet">{instantText(request.decidedAt)}</span>}</Fact>
            <Fact label={t('field.decisionNote')}>{request.decisionNote || '—'}</Fact>
          </div>
          <h2 className="section-title">{t('document.lines')}</h2>
          <Lines request={request} />
          {step && <StepDialog {...step} onClose={() => setStep(null)} />}
        </div>
      )}
    </PageFrame>
  )
}

function Lines({ request }: { request: RequestView }) {
  const { t } = useTranslation(['badDebt', 'invoices'])
  return (
    <div className="document-table">
      <table>
        <thead>
          <tr>
            <th>{t('badDebt:field.number')}</th><th>{t('invoices:field.documentOn')}</th><th>{t('invoices:field.dueOn')}</th>
            <th className="right">{t('badDebt:field.open')}</th><th className="right">{t('badDebt:ask.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {request.lines.map((line) => (
            <tr key={line.itemId} data-testid="request-line">
              <td><Button type="link" size="small" onClick={() => openItemDocument(line.kind, line.documentId)}>{line.number}</Button></td>
              <td className="figure">{line.documentOn}</td>
              <td className="figure">{line.dueOn}</td>
              <td className="right"><MoneyText value={line.open} /></td>
              <td className="right"><MoneyText value={line.amount} strong /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
