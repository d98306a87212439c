/** Receipt vouchers that were issued (收款收据). Enter opens one, Ctrl+P prints the ticked ones. */
import { PayCircleOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zVoucherStatus, type VoucherRow } from '../../shared/vouchers/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { usePaper } from '../ui/usePaper.ts'

export default function VoucherList() {
  const { t } = useTranslation('vouchers')
  const { params } = usePage('vouchers')
  const { print } = usePaper('vouchers', api.vouchers)
  const [ticked, setTicked] = useState<readonly VoucherRow[]>([])
  const columns = useMemo((): GridColumn<VoucherRow>[] => [
    { field: 'number', title: t('field.number'), width: 140 },
    { field: 'issuedOn', title: t('field.issuedOn'), kind: 'day', width: 98 },
    { field: 'customerName', title: t('field.customer'), width: 200, flex: true },
    { field: 'amount', title: t('field.amount'), kind: 'money', width: 120 },
    { field: 'receiptNumber', title: t('field.receiptNumber'), width: 140 },
    {
      field: 'status', title: t('field.status'), width: 76,
      options: zVoucherStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
      render: (row) => <Tag color={row.status === 'void' ? 'red' : 'green'}>{t(`status.${row.status}`)}</Tag>,
    },
    { field: 'prints', title: t('field.prints'), kind: 'number', width: 80 },
    { field: 'lastPrintedAt', title: t('field.lastPrintedAt'), kind: 'instant' },
    { field: 'issuedBy', title: t('field.issuedBy'), width: 96 },
    { field: 'currency', title: t('field.currency'), width: 66, hidden: true },
    { field: 'customerCode', title: t('field.customerCode'), width: 90, hidden: true },
  ], [t])

  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'print', label: t('list.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: ticked.length === 0, onRun: () => print(ticked.map((row) => row.id)) },
        { key: 'receipts', label: t('list.receipts'), shortcut: 'Alt+S', icon: <PayCircleOutlined />, onRun: () => openPage('receipts') },
      ]}
    >
      <DataGrid<VoucherRow>
        layoutKey="vouchers"
        columns={columns}
        load={(request, signal) => api.vouchers.list(request, { signal })}
        slices={['vouchers', 'receipts']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'valid' ? '' : 'row-quiet')}
        onSelect={setTicked}
        onOpen={(row) => openPage('voucher', { id: row.id })}
        searchPlaceholder={t('list.search')}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        empty={
          <EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')}>
            <Button type="primary" onClick={() => openPage('receipts')}>{t('list.receipts')}</Button>
          </EmptyState>
        }
      />
    </PageFrame>
  )
}
