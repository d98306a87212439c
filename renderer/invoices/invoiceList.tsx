/** All receivables (应收单列表). */
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
import { useInvoiceColumns } from './columns.tsx'
import './invoices.css'

export default function InvoiceList() {
  const { t } = useTranslation('invoices')
  const { params } = usePage('invoices')
  const { can } = useSession()
  const columns = useInvoiceColumns()
  return (
    <PageFrame
      title={t('title')}
      actions={[{ key: 'new', label: t('create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('invoices.write'), onRun: () => openPage('invoice', {}) }]}
    >
      <DataGrid
        layoutKey="invoices"
        columns={columns}
        load={(request, signal) => api.invoices.list(request, { signal })}
        slices={['invoices', 'receipts', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'draft' ? 'row-draft' : row.status === 'posted' ? '' : 'row-quiet')}
        onOpen={(row) => openPage('invoice', { id: row.id })}
        searchPlaceholder={t('list.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} />}
      />
    </PageFrame>
  )
}
