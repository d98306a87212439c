/** A write-off (核销单) with what came back of it, or a recovery (收回单) with how it was paid. */
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WriteOffView } from '../../shared/badDebt/schemas.ts'
import { api } from '../api.ts'
import { AllocationTable } from '../invoices/allocationTable.tsx'
import { HangingAllocations } from '../invoices/hangingAllocations.tsx'
import { ReversalNote } from '../invoices/reversalNote.tsx'
import { ReverseDialog } from '../invoices/reverseDialog.tsx'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePageTitle } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { EntryCard } from './entryCard.tsx'
import { StepDialog } from './stepDialog.tsx'
import { STATUS_COLORS } from './statusColors.ts'
import '../invoices/invoices.css'

export function WriteOffDocument({ id }: { id: number }) {
  const { t } = useTranslation('badDebt')
  const query = useQuery((signal) => api.badDebt.get({ id }, { signal }), [id], ['badDebt', 'invoices', 'receipts', 'offsets', 'customers', 'settings'])
  const { can } = useSession()
  const [open, setOpen] = useState<'recover' | 'reverse' | null>(null)
  const document = query.data
  usePageTitle(document?.number)
  const recovery = document?.kind === 'recovery'
  const stands = document?.status === 'posted'
  return (
    <PageFrame
      title={t(recovery ? 'document.recovery' : 'writeOffsTitle')}
      query={query}
      scroll
      actions={[
        { key: 'recover', label: t('document.recover'), shortcut: 'Alt+S', kind: 'primary', hidden: !can('badDebt.write') || recovery || !stands || (document?.left ?? 0) <= 0, onRun: () => setOpen('recover') },
        { key: 'receipt', label: t('document.receipt'), shortcut: 'Alt+E', kind: 'primary', hidden: !can('receipts.write') || !recovery || !stands, onRun: () => openPage('receiptEntry', { customerId: document?.customerId ?? 0 }) },
        { key: 'reverse', label: t('document.reverse'), shortcut: 'Alt+R', kind: 'danger', hidden: !can('badDebt.approve') || !stands, onRun: () => setOpen('reverse') },
        { key: 'customer', label: t('document.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: document?.customerId ?? 0 }) },
        { key: 'origin', label: t('field.recoveryOf'), shortcut: 'Alt+O', hidden: !document?.recoversId, onRun: () => openPage('writeOff', { id: document?.recoversId ?? 0 }) },
      ]}
    >
      {document && (
        <div className="document" data-testid="write-off-document">
          <ReversalNote document={document} onOpen={(other) => openPage('writeOff', { id: other })} />
          <Facts document={document} />
          <EntryCard entry={document.entry} />
          <h2 className="section-title">{t(recovery ? 'document.revived' : 'document.lines')}</h2>
          <AllocationTable side={recovery ? 'debit' : 'credit'} rows={document.lines} empty={<EmptyState title={t('document.noLines')} />} />
          {!recovery && document.reversesId === null && <Recoveries document={document} />}
          {open === 'recover' && <StepDialog step="recover" writeOff={document} onClose={() => setOpen(null)} />}
          {open === 'reverse' && (
            <ReverseDialog
              number={document.number}
              amount={document.amount}
              firstDay={document.writtenOffOn > today() ? document.writtenOffOn : undefined}
              onReverse={async (input) => (await api.badDebt.reverse({ id: document.id, ...input })).number}
              onClose={() => setOpen(null)}
            >
              <HangingAllocations side={recovery ? 'debit' : 'credit'} allocations={document.lines} />
            </ReverseDialog>
          )}
        </div>
      )}
    </PageFrame>
  )
}

function Facts({ document }: { document: WriteOffView }) {
  const { t } = useTranslation('badDebt')
  const recovery = document.kind === 'recovery'
  return (
    <div className="form-grid columns-4 card">
      <Fact label={t('field.number')}>{document.number} <Tag color={STATUS_COLORS[document.status]}>{t(recovery ? `recoveryStatus.${document.status}` : `status.${document.status}`)}</Tag></Fact>
      <Fact label={t('field.customer')} span={2}>{document.customerCode} {document.customerName}</Fact>
      <Fact label={t(recovery ? 'field.recoveredOn' : 'field.writtenOffOn')}><span className="figure">{document.writtenOffOn}</span></Fact>
      <Fact label={t(recovery ? 'field.recoveredAmount' : 'field.amount')}><MoneyText value={document.amount} strong /> <span className="quiet">{document.currency}</span></Fact>
      {recovery ? <Fact label={t('field.recoveryOf')}>{document.recoversNumber}</Fact> : <Fact label={t('field.recovered')}><MoneyText value={document.recovered} /></Fact>}
      {!recovery && <Fact label={t('field.left')}><MoneyText value={document.left} /></Fact>}
      <Fact label={t(recovery ? 'field.note' : 'field.reason')} span={2}>{document.reason || '—'}</Fact>
      <Fact label={t('field.evidence')} span={2}>{document.evidence}</Fact>
      {!recovery && <Fact label={t('field.askedBy')}>{document.askedBy || '—'}</Fact>}
      <Fact label={t(recovery ? 'provision.postedBy' : 'field.postedBy')}>{document.postedBy}</Fact>
      <Fact label={t('field.postedAt')}><span className="figure">{instantText(document.postedAt)}</span></Fact>
    </div>
  )
}

function Recoveries({ document }: { document: WriteOffView }) {
  const { t } = useTranslation('badDebt')
  return (
    <>
      <h2 className="section-title">{t('document.recoveries')}</h2>
      <div className="document-table" data-testid="recoveries">
        {document.recoveries.length === 0 ? <p className="quiet no-recoveries">{t('document.noRecoveries')}</p> : (
          <table>
            <thead>
              <tr>
                <th>{t('field.number')}</th><th>{t('field.recoveredOn')}</th><th className="right">{t('field.recoveredAmount')}</th><th className="right">{t('field.open')}</th><th>{t('field.note')}</th><th>{t('field.status')}</th>
              </tr>
            </thead>
            <tbody>
              {document.recoveries.map((one) => (
                <tr key={one.id}>
                  <td><Button type="link" size="small" onClick={() => openPage('writeOff', { id: one.id })}>{one.number}</Button></td>
                  <td className="figure">{one.writtenOffOn}</td>
                  <td className="right"><MoneyText value={one.amount} /></td>
                  <td className="right"><MoneyText value={one.open} /></td>
                  <td>{one.reason || '—'}</td>
                  <td><Tag color={STATUS_COLORS[one.status]}>{t(`recoveryStatus.${one.status}`)}</Tag></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  )
}
