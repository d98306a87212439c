/** All receipts (收款单列表). */
import { FileDoneOutlined, PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceiptRow } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useIssue } from '../vouchers/useIssue.tsx'
import { useReceiptColumns } from './columns.tsx'

export default function ReceiptList() {
  const { t } = useTranslation(['receipts', 'vouchers'])
  const { params } = usePage('receipts')
  const { can } = useSession()
  const columns = useReceiptColumns()
  const { issue, dialog } = useIssue()
  const [ticked, setTicked] = useState<readonly ReceiptRow[]>([])
  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'new', label: t('newReceipt'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('receipts.write'), onRun: () => openPage('receiptEntry') },
        { key: 'voucher', label: t('vouchers:issue.action'), shortcut: 'Alt+V', icon: <FileDoneOutlined />, hidden: !can('receipts.write'), disabled: ticked.length === 0 ? t('list.tickFirst') : false, onRun: () => issue(ticked) },
      ]}
      extra={ticked.length > 0 && <span role="status">{t('vouchers:issue.chosen', { count: ticked.length })}</span>}
    >
      <DataGrid
        layoutKey="receipts"
        columns={columns}
        load={(request, signal) => api.receipts.list(request, { signal })}
        slices={['receipts', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'posted' ? '' : 'row-quiet')}
        onSelect={setTicked}
        onOpen={(row) => openPage('receipt', { id: row.id })}
        searchPlaceholder={t('list.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} />}
      />
      {dialog}
    </PageFrame>
  )
}
