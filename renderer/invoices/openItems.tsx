/** All open items (未清项) of the customers that the user sees. */
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { useItemColumns } from '../customers/itemColumns.tsx'
import { openItemDocument } from '../navigation.ts'
import { DataGrid } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'

export default function OpenItems() {
  const { t } = useTranslation('invoices')
  const { params } = usePage('openItems')
  const columns = useItemColumns(true)
  return (
    <PageFrame title={t('itemsTitle')}>
      <DataGrid
        layoutKey="openItems"
        columns={columns}
        load={(request, signal) => api.invoices.items(request, { signal })}
        slices={['invoices', 'receipts', 'collection', 'customers']}
        rowId={(row) => String(row.id)}
        onOpen={(row) => openItemDocument(row.kind, row.documentId)}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        searchPlaceholder={t('list.search')}
        empty={<EmptyState title={t('items.emptyTitle')} hint={t('items.emptyText')} />}
      />
    </PageFrame>
  )
}
