/** One receipt (收款单): its facts, what it settled, and what may still be done with it. */
import { App, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllocationRow } from '../../shared/invoices/schemas.ts'
import { subtract } from '../../shared/money.ts'
import { openBillsOf } from '../acceptances/openBills.ts'
import { api } from '../api.ts'
import { AllocationTable } from '../invoices/allocationTable.tsx'
import { ReleaseDialog } from '../invoices/releaseDialog.tsx'
import { ReversalNote } from '../invoices/reversalNote.tsx'
import { openPage } from '../navigation.ts'
import { BookedFacts } from '../rates/bookedFacts.tsx'
import { useSession } from '../shell/session.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { instantText } from '../ui/day.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { PostingDay } from '../ui/postingDay.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { useIssue } from '../vouchers/useIssue.tsx'
import { AllocateDrawer } from './allocateDrawer.tsx'
import { STATUS_COLORS } from './columns.tsx'
import { MoveDrawer } from './moveDrawer.tsx'
import { MoveNote } from './moveNote.tsx'
import { ReverseReceipt } from './reverseReceipt.tsx'

type Opened = { kind: 'allocate' } | { kind: 'reverse' } | { kind: 'move' } | { kind: 'release'; row: AllocationRow } | null

export default function ReceiptDocument() {
  const { t } = useTranslation(['receipts', 'vouchers', 'offsets', 'refunds'])
  const { message } = App.useApp()
  const { params } = usePage('receipt')
  const query = useQuery((signal) => api.receipts.get({ id: params.id }, { signal }), [params.id], ['receipts', 'invoices', 'customers'])
  const vouchers = useQuery((signal) => api.vouchers.list({ filters: [{ field: 'receiptId', op: 'eq', value: params.id }], withTotals: false }, { signal }), [params.id], ['vouchers'])
  const voucher = vouchers.data?.rows[0]
  const { issue, dialog: issued } = useIssue()
  const { can } = useSession()
  const [opened, setOpened] = useState<Opened>(null)
  const receipt = query.data
  usePageTitle(receipt?.number)
  const writes = can('receipts.write')
  const changeable = receipt?.status === 'posted' && writes
  const close = (): void => setOpened(null)

  return (
    <PageFrame
      title={t('title')}
      query={query}
      scroll
      actions={[
        { key: 'allocate', label: t('document.allocate'), shortcut: 'Alt+A', kind: 'primary', hidden: !changeable || (receipt?.unallocated ?? 0) <= 0, onRun: () => setOpened({ kind: 'allocate' }) },
        { key: 'move', label: t('document.move'), shortcut: 'Alt+M', hidden: !changeable, onRun: () => setOpened({ kind: 'move' }) },
        voucher
          ? { key: 'voucher', label: t('vouchers:issue.open', { number: voucher.number }), shortcut: 'Alt+V', onRun: () => openPage('voucher', { id: voucher.id }) }
          : { key: 'voucher', label: t('vouchers:issue.action'), shortcut: 'Alt+V', hidden: !changeable || vouchers.data === undefined, onRun: () => issue(receipt ? [receipt] : []) },
        { key: 'reverse', label: t('document.reverse'), shortcut: 'Alt+R', kind: 'danger', hidden: !changeable, onRun: () => setOpened({ kind: 'reverse' }) },
        { key: 'bills', label: t('document.bills'), shortcut: 'Alt+B', hidden: receipt?.method !== 'acceptance' || receipt.status === 'reversal' || !can('acceptances.read'), onRun: () => receipt && openBillsOf(receipt) },
        { key: 'offset', label: t('offsets:action'), shortcut: 'Alt+O', hidden: !changeable || (receipt?.unallocated ?? 0) <= 0, onRun: () => openPage('offsetEntry', { customerId: receipt?.customerId ?? 0 }) },
        { key: 'refund', label: t('refunds:action'), shortcut: 'Alt+T', hidden: !changeable || (receipt?.unallocated ?? 0) <= 0, onRun: () => openPage('refundEntry', { customerId: receipt?.customerId ?? 0 }) },
        { key: 'customer', label: t('document.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: receipt?.customerId ?? 0 }) },
        { key: 'entry', label: t('document.entry'), shortcut: KEYS.create, hidden: !writes, onRun: () => openPage('receiptEntry', {}) },
      ]}
    >
      {receipt && (
        <div className="document" data-testid="receipt-document">
          <ReversalNote document={receipt} onOpen={(id) => openPage('receipt', { id })} />
          <MoveNote receipt={receipt} />
          <div className="form-grid columns-4 card">
            <Fact label={t('field.number')}>{receipt.number} <Tag color={STATUS_COLORS[receipt.status]}>{t(`status.${receipt.status}`)}</Tag></Fact>
            <Fact label={t('field.customer')} span={2}>{receipt.customerCode} {receipt.customerName}</Fact>
            <Fact label={t('field.receivedOn')}><span className="figure"><PostingDay on={receipt.receivedOn} /></span></Fact>
            <Fact label={t('field.amount')}><MoneyText value={receipt.amount} strong /> <span className="quiet">{receipt.currency}</span></Fact>
            <Fact label={t('field.fee')}><MoneyText value={receipt.fee} /></Fact>
            <Fact label={t('field.net')}><MoneyText value={subtract(receipt.amount, receipt.fee)} /></Fact>
            <Fact label={t('field.unallocated')}><span data-testid="unallocated"><MoneyText value={receipt.unallocated} strong /></span></Fact>
            <Fact label={t('field.method')}>{t(`method.${receipt.method}`)}</Fact>
            <Fact label={t('field.bankAccount')}>{receipt.bankAccount || '—'}</Fact>
            <Fact label={t('field.payer')}>{receipt.payer || '—'}</Fact>
            <Fact label={t('field.salesperson')}>{receipt.salesperson || '—'}</Fact>
            <BookedFacts document={receipt} />
            <Fact label={t('field.reference')} span={2}>{receipt.reference || '—'}</Fact>
            <Fact label={t('field.postedBy')}>{receipt.postedBy}</Fact>
            <Fact label={t('field.postedAt')}><span className="figure">{instantText(receipt.postedAt)}</span></Fact>
          </div>
          <h2 className="section-title">{t('document.allocations')}</h2>
          <AllocationTable
            side="credit"
            rows={receipt.allocations}
            {...(changeable ? { onRelease: (row: AllocationRow) => setOpened({ kind: 'release', row }) } : {})}
            empty={<EmptyState title={t('document.noAllocations')} />}
          />
          {opened?.kind === 'release' && <ReleaseDialog row={opened.row} rows={receipt.allocations} onClose={close} />}
          {opened?.kind === 'move' && (
            <MoveDrawer
              receipt={receipt}
              onClose={close}
              onMoved={(moved) => {
                close()
                message.success(t('move.done', { number: moved.number, customer: moved.customerName }))
                openPage('receipt', { id: moved.id })
              }}
            />
          )}
          {opened?.kind === 'reverse' && <ReverseReceipt receipt={receipt} onClose={close} />}
          {opened?.kind === 'allocate' && (
            <AllocateDrawer
              credit={{ itemId: receipt.itemId, number: receipt.number, customerId: receipt.customerId, currency: receipt.currency, day: receipt.receivedOn, left: receipt.unallocated, reference: receipt.reference }}
              onClose={close}
              onDone={(count) => {
                close()
                message.success(t('document.allocateDone', { count }))
              }}
            />
          )}
          {issued}
        </div>
      )}
    </PageFrame>
  )
}
