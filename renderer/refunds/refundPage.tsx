/** One refund (退款单): its facts, which credits it paid back, and its reversal. */
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { AllocationTable } from '../invoices/allocationTable.tsx'
import { HangingAllocations } from '../invoices/hangingAllocations.tsx'
import { ReversalNote } from '../invoices/reversalNote.tsx'
import { ReverseDialog } from '../invoices/reverseDialog.tsx'
import { openPage } from '../navigation.ts'
import { BookedFacts } from '../rates/bookedFacts.tsx'
import { STATUS_COLORS } from '../receipts/columns.tsx'
import { useSession } from '../shell/session.tsx'
import { PostingDay } from '../ui/postingDay.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'

export default function RefundPage() {
  const { t } = useTranslation(['refunds', 'receipts'])
  const { params } = usePage('refund')
  const query = useQuery((signal) => api.refunds.get({ id: params.id }, { signal }), [params.id], ['refunds', 'receipts', 'invoices', 'customers'])
  const { can } = useSession()
  const [reversing, setReversing] = useState(false)
  const refund = query.data
  usePageTitle(refund?.number)
  const writes = can('receipts.write')

  return (
    <PageFrame
      title={t('refunds:title')}
      query={query}
      scroll
      actions={[
        { key: 'reverse', label: t('refunds:document.reverse'), shortcut: 'Alt+R', kind: 'danger', hidden: !writes || refund?.status !== 'posted', onRun: () => setReversing(true) },
        { key: 'customer', label: t('refunds:document.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: refund?.customerId ?? 0 }) },
        { key: 'new', label: t('refunds:create'), shortcut: KEYS.create, hidden: !writes, onRun: () => openPage('refundEntry') },
      ]}
    >
      {refund && (
        <div className="document" data-testid="refund-document">
          <ReversalNote document={refund} onOpen={(id) => openPage('refund', { id })} />
          <div className="form-grid columns-4 card">
            <Fact label={t('refunds:field.number')}>{refund.number} <Tag color={STATUS_COLORS[refund.status]}>{t(`refunds:status.${refund.status}`)}</Tag></Fact>
            <Fact label={t('refunds:field.customer')} span={2}>{refund.customerCode} {refund.customerName}</Fact>
            <Fact label={t('refunds:field.refundedOn')}><span className="figure"><PostingDay on={refund.refundedOn} /></span></Fact>
            <Fact label={t('refunds:field.amount')}><MoneyText value={refund.amount} strong /> <span className="quiet">{refund.currency}</span></Fact>
            <Fact label={t('refunds:field.method')}>{t(`receipts:method.${refund.method}`)}</Fact>
            <Fact label={t('refunds:field.bankAccount')}>{refund.bankAccount || '—'}</Fact>
            <Fact label={t('refunds:field.payee')}>{refund.payee || '—'}</Fact>
            <BookedFacts document={refund} />
            <Fact label={t('refunds:field.reference')}>{refund.reference || '—'}</Fact>
            <Fact label={t('refunds:field.note')}>{refund.note || '—'}</Fact>
            <Fact label={t('refunds:field.postedBy')}>{refund.postedBy}</Fact>
            <Fact label={t('refunds:field.postedAt')}><span className="figure">{instantText(refund.postedAt)}</span></Fact>
          </div>
          <h2 className="section-title">{t('refunds:document.credits')}</h2>
          <AllocationTable side="debit" rows={refund.allocations} empty={<EmptyState title={t('refunds:document.noCredits')} />} />
          {reversing && (
            <ReverseDialog
              number={refund.number}
              amount={refund.amount}
              firstDay={refund.refundedOn > today() ? refund.refundedOn : undefined}
              onReverse={async (input) => {
                const reversed = await api.refunds.reverse({ id: refund.id, ...input })
                return reversed.status === 'reversal' ? reversed.number : reversed.reversalNumber
              }}
              onClose={() => setReversing(false)}
            >
              <HangingAllocations side="debit" allocations={refund.allocations} />
            </ReverseDialog>
          )}
        </div>
      )}
    </PageFrame>
  )
}
