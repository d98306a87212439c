/** One offset (冲账单): its parties, what it settled, what was taken over, and its reversal. */
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OffsetView } from '../../shared/offsets/schemas.ts'
import { api } from '../api.ts'
import { HangingAllocations } from '../invoices/hangingAllocations.tsx'
import { ReversalNote } from '../invoices/reversalNote.tsx'
import { ReverseDialog } from '../invoices/reverseDialog.tsx'
import { openItemDocument, openPage } from '../navigation.ts'
import { STATUS_COLORS } from '../receipts/columns.tsx'
import { useSession } from '../shell/session.tsx'
import { PostingDay } from '../ui/postingDay.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import '../invoices/invoices.css'

export default function OffsetPage() {
  const { t } = useTranslation('offsets')
  const { params } = usePage('offset')
  const query = useQuery((signal) => api.offsets.get({ id: params.id }, { signal }), [params.id], ['offsets', 'receipts', 'invoices', 'customers'])
  const { can } = useSession()
  const [reversing, setReversing] = useState(false)
  const offset = query.data
  usePageTitle(offset?.number)
  const writes = can('receipts.write')

  return (
    <PageFrame
      title={t('title')}
      query={query}
      scroll
      actions={[
        { key: 'reverse', label: t('document.reverse'), shortcut: 'Alt+R', kind: 'danger', hidden: !writes || offset?.status !== 'posted', onRun: () => setReversing(true) },
        { key: 'customer', label: t('document.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: offset?.customerId ?? 0 }) },
        { key: 'other', label: t('document.otherCustomer'), shortcut: 'Alt+O', hidden: !offset?.otherCustomerId, onRun: () => openPage('customer', { id: offset?.otherCustomerId ?? 0 }) },
        { key: 'new', label: t('create'), shortcut: KEYS.create, hidden: !writes, onRun: () => openPage('offsetEntry') },
      ]}
    >
      {offset && (
        <div className="document" data-testid="offset-document">
          <ReversalNote document={offset} onOpen={(id) => openPage('offset', { id })} />
          <div className="form-grid columns-4 card">
            <Fact label={t('field.number')}>{offset.number} <Tag color={STATUS_COLORS[offset.status]}>{t(`status.${offset.status}`)}</Tag></Fact>
            <Fact label={t('field.kind')}>{t(`kind.${offset.kind}`)}</Fact>
            <Fact label={t('field.offsetOn')}><span className="figure"><PostingDay on={offset.offsetOn} /></span></Fact>
            <Fact label={t('field.amount')}><MoneyText value={offset.amount} strong /> <span className="quiet">{offset.currency}</span></Fact>
            <Fact label={t('field.customer')} span={2}>{offset.customerCode} {offset.customerName}</Fact>
            <Fact label={t('field.otherCustomer')} span={2}>{offset.otherCustomerName || '—'}</Fact>
            <Fact label={t('field.document')}>{offset.document || '—'}</Fact>
            <Fact label={t('field.note')}>{offset.note || '—'}</Fact>
            <Fact label={t('field.postedBy')}>{offset.postedBy}</Fact>
            <Fact label={t('field.postedAt')}><span className="figure">{instantText(offset.postedAt)}</span></Fact>
          </div>
          <h2 className="section-title">{t('document.lines')}</h2>
          <Lines offset={offset} />
          {offset.takenOver.length > 0 && (
            <>
              <h2 className="section-title">{t('document.takenOver', { customer: offset.otherCustomerName })}</h2>
              <TakenOver offset={offset} />
            </>
          )}
          {reversing && (
            <ReverseDialog
              number={offset.number}
              amount={offset.amount}
              firstDay={offset.offsetOn > today() ? offset.offsetOn : undefined}
              onReverse={async (input) => {
                const reversed = await api.offsets.reverse({ id: offset.id, ...input })
                return reversed.status === 'reversal' ? reversed.number : reversed.reversalNumber
              }}
              onClose={() => setReversing(false)}
            >
              <HangingAllocations side="credit" allocations={offset.lines} />
              {offset.takenOver.length > 0 && <p>{t('document.goesBack', { customer: offset.otherCustomerName })}</p>}
            </ReverseDialog>
          )}
        </div>
      )}
    </PageFrame>
  )
}

function Lines({ offset }: { offset: OffsetView }) {
  const { t } = useTranslation(['offsets', 'invoices'])
  return (
    <div className="document-table" data-testid="offset-lines">
      <table>
        <thead>
          <tr>
            <th>{t('offsets:document.from')}</th>
            <th>{t('offsets:document.to')}</th>
            <th>{t('invoices:field.invoiceNumber')}</th>
            <th className="right">{t('offsets:document.amount')}</th>
            <th>{t('offsets:document.on')}</th>
            <th>{t('offsets:document.state')}</th>
          </tr>
        </thead>
        <tbody>
          {offset.lines.map((line) => (
            <tr key={line.id} className={line.releasedOn ? 'released' : ''} data-testid="offset-line">
              <td>{line.credit.kind === 'offset' ? t('offsets:document.own') : <Button type="link" size="small" onClick={() => openItemDocument(line.credit.kind, line.credit.documentId)}>{line.credit.number}</Button>}</td>
              <td><Button type="link" size="small" onClick={() => openItemDocument(line.debit.kind, line.debit.documentId)}>{line.debit.number}</Button></td>
              <td>{line.debit.invoiceNumber}</td>
              <td className="right"><MoneyText value={line.amount} /></td>
              <td className="figure">{line.allocatedOn}</td>
              <td>{line.releasedOn ? <Tag>{t('offsets:document.released', { day: line.releasedOn })}</Tag> : <Tag color="green">{t('offsets:document.standing')}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakenOver({ offset }: { offset: OffsetView }) {
  const { t } = useTranslation('offsets')
  return (
    <div className="document-table" data-testid="taken-over">
      <table>
        <thead>
          <tr>
            <th>{t('document.dueOn')}</th>
            <th className="right">{t('document.amount')}</th>
            <th className="right">{t('document.open')}</th>
          </tr>
        </thead>
        <tbody>
          {offset.takenOver.map((item) => (
            <tr key={item.itemId}>
              <td className="figure">{item.dueOn}</td>
              <td className="right"><MoneyText value={item.amount} /></td>
              <td className="right"><MoneyText value={item.open} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
