/** All offsets (冲账单列表). */
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
import { useOffsetColumns } from './columns.tsx'

export default function OffsetList() {
  const { t } = useTranslation('offsets')
  const { params } = usePage('offsets')
  const { can } = useSession()
  const columns = useOffsetColumns()
  return (
    <PageFrame
      title={t('title')}
      actions={[{ key: 'new', label: t('create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('receipts.write'), onRun: () => openPage('offsetEntry') }]}
    >
      <DataGrid
        layoutKey="offsets"
        columns={columns}
        load={(request, signal) => api.offsets.list(request, { signal })}
        slices={['offsets', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'posted' ? '' : 'row-quiet')}
        onOpen={(row) => openPage('offset', { id: row.id })}
        searchPlaceholder={t('list.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} />}
      />
    </PageFrame>
  )
}
