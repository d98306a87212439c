/** All refunds (退款单列表). */
import { PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useRefundColumns } from './columns.tsx'

export default function RefundList() {
  const { t } = useTranslation('refunds')
  const { params } = usePage('refunds')
  const { can } = useSession()
  const columns = useRefundColumns()
  return (
    <PageFrame
      title={t('title')}
      actions={[{ key: 'new', label: t('create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('receipts.write'), onRun: () => openPage('refundEntry') }]}
    >
      <DataGrid
        layoutKey="refunds"
        columns={columns}
        load={(request, signal) => api.refunds.list(request, { signal })}
        slices={['refunds', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'posted' ? '' : 'row-quiet')}
        onOpen={(row) => openPage('refund', { id: row.id })}
        searchPlaceholder={t('list.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} />}
      />
    </PageFrame>
  )
}
