/** A posted receivable (应收单): its facts, its open items, and which receipts settled them. */
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllocationRow, InvoiceView } from '../../shared/invoices/schemas.ts'
import { negate, type Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { PostingDay } from '../ui/postingDay.tsx'
import { today } from '../ui/today.ts'
import { AllocationTable } from './allocationTable.tsx'
import { STATUS_COLORS } from './columns.tsx'
import { HangingAllocations } from './hangingAllocations.tsx'
import { ReleaseDialog } from './releaseDialog.tsx'
import { ReversalNote } from './reversalNote.tsx'
import { ReverseDialog } from './reverseDialog.tsx'
import './invoices.css'

/** The open rest of a credit note, or null when the document is none or has none left. */
function openCredit(invoice: InvoiceView): { itemId: number; open: Money } | null {
  const line = invoice.installments.find((each) => each.itemId !== null && each.open < 0)
  return line?.itemId ? { itemId: line.itemId, open: line.open } : null
}

export function InvoiceDocument({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const { can } = useSession()
  const [reversing, setReversing] = useState(false)
  const [releasing, setReleasing] = useState<AllocationRow | null>(null)
  usePageTitle(invoice.number)
  const posted = invoice.status === 'posted'
  const credit = posted ? openCredit(invoice) : null
  const side = invoice.amount < 0 ? 'credit' : 'debit'
  return (
    <PageFrame
      title={t('title')}
      scroll
      actions={[
        { key: 'new', label: t('create'), shortcut: KEYS.create, kind: 'primary', hidden: !can('invoices.write'), onRun: () => openPage('invoice', {}) },
        { key: 'receive', label: t('document.receive'), shortcut: 'Alt+S', hidden: !posted || invoice.open <= 0 || !can('receipts.write'), onRun: () => openPage('receiptEntry', { customerId: invoice.customerId }) },
        {
          key: 'allocateCredit', label: t('document.allocateCredit'), shortcut: 'Alt+A', hidden: !credit || !can('receipts.write'),
          onRun: () => {
            if (credit) openPage('creditAllocation', { itemId: credit.itemId, number: invoice.number, customerId: invoice.customerId, currency: invoice.currency, day: invoice.documentOn, left: negate(credit.open) })
          },
        },
        { key: 'reverse', label: t('document.reverse'), shortcut: 'Alt+R', kind: 'danger', hidden: !posted || !can('invoices.write'), onRun: () => setReversing(true) },
        { key: 'customer', label: t('document.openCustomer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: invoice.customerId }) },
      ]}
    >
      <div className="document" data-testid="invoice-document">
        <ReversalNote document={invoice} onOpen={(id) => openPage('invoice', { id })} />
        <div className="form-grid columns-4 card">
          <Fact label={t('field.number')}>{invoice.number} <Tag color={STATUS_COLORS[invoice.status]}>{t(`status.${invoice.status}`)}</Tag></Fact>
          <Fact label={t('field.kind')}>{t(`kind.${invoice.kind}`)}</Fact>
          <Fact label={t('field.customer')} span={2}>{invoice.customerCode} {invoice.customerName}</Fact>
          <Fact label={t('field.documentOn')}><span className="figure"><PostingDay on={invoice.documentOn} /></span></Fact>
          <Fact label={t('field.dueOn')}><span className="figure">{invoice.dueOn}</span></Fact>
          <Fact label={t('field.amount')}><MoneyText value={invoice.amount} strong /> <span className="quiet">{invoice.currency}</span></Fact>
          <Fact label={t('field.open')}><span data-testid="open"><MoneyText value={invoice.open} strong /></span></Fact>
          <Fact label={t('field.invoiceNumber')}>{invoice.invoiceNumber || '—'}</Fact>
          <Fact label={t('field.contractNumber')}>{invoice.contractNumber || '—'}</Fact>
          <Fact label={t('field.orderNumber')}>{invoice.orderNumber || '—'}</Fact>
          <Fact label={t('field.sourceNumber')}>{invoice.sourceNumber || '—'}</Fact>
          <Fact label={t('field.salesperson')}>{invoice.salesperson || '—'}</Fact>
          <Fact label={t('field.postedBy')}>{invoice.postedBy || '—'}</Fact>
          <Fact label={t('field.postedAt')}><span className="figure">{invoice.postedAt ? instantText(invoice.postedAt) : '—'}</span></Fact>
          {invoice.correctsNumber ? <Fact label={t('field.corrects')}>{invoice.correctsNumber}</Fact> : null}
          <Fact label={t('field.note')} span={4}>{invoice.note || '—'}</Fact>
        </div>
        <h2 className="section-title">{t('document.items')}</h2>
        <div className="document-table" data-testid="items">
          <table>
            <thead>
              <tr>
                <th>{t('field.installment')}</th>
                <th>{t('field.dueOn')}</th>
                <th className="right">{t('field.amount')}</th>
                <th className="right">{t('field.settled')}</th>
                <th className="right">{t('field.open')}</th>
              </tr>
            </thead>
            <tbody>
              {invoice.installments.map((line, index) => (
                <tr key={line.itemId ?? index}>
                  <td>{index + 1}</td>
                  <td className={`figure${line.open > 0 && line.dueOn < today() ? ' negative' : ''}`}>{line.dueOn}</td>
                  <td className="right"><MoneyText value={line.amount} /></td>
                  <td className="right"><MoneyText value={line.amount - line.open} /></td>
                  <td className="right"><MoneyText value={line.open} strong /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <h2 className="section-title">{t('document.allocations')}</h2>
        <AllocationTable
          side={side}
          rows={invoice.allocations}
          {...(posted && can('receipts.write') ? { onRelease: setReleasing } : {})}
          empty={<EmptyState title={t('document.noAllocations')} />}
        />
      </div>
      {releasing && <ReleaseDialog row={releasing} rows={invoice.allocations} onClose={() => setReleasing(null)} />}
      {reversing && (
        <ReverseDialog
          number={invoice.number}
          amount={invoice.amount}
          onReverse={async (input) => {
            const reversed = await api.invoices.reverse({ id: invoice.id, ...input })
            return reversed.status === 'reversal' ? reversed.number : reversed.reversalNumber
          }}
          onClose={() => setReversing(false)}
        >
          <HangingAllocations side={side} allocations={invoice.allocations} />
        </ReverseDialog>
      )}
    </PageFrame>
  )
}
