/** The items behind a figure of the overview or a cell of the aging report; each row opens its document. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgingItem } from '../../shared/aging/schemas.ts'
import { api } from '../api.ts'
import { openItemDocument } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'
import { useKindOptions } from './words.ts'

export default function AgingItemsPage() {
  const { t } = useTranslation('aging')
  const { params } = usePage('agingItems')
  const { label, dueFrom, dueTo, credits, ...cell } = params
  const kinds = useKindOptions()
  const within = dueFrom && dueTo ? t('dueWithin', { from: dueFrom, to: dueTo }) : ''
  const title = [label, within].filter((part) => part !== '').join(' · ')
  usePageTitle(title)

  const columns = useMemo((): GridColumn<AgingItem>[] => [
    { field: 'number', title: t('item.number'), width: 140, pinned: 'left' },
    { field: 'kind', title: t('item.kind'), width: 84, options: kinds },
    { field: 'customerName', title: t('item.customer'), width: 200, flex: true },
    { field: 'dueOn', title: t('item.dueOn'), kind: 'day' },
    { field: 'daysOverdue', title: t('item.daysOverdue'), kind: 'number', width: 84 },
    { field: 'disputed', title: t('item.disputed'), width: 68, sortable: false, filter: false, render: (row) => row.disputed && <Tag color="error">{t('disputed')}</Tag> },
    { field: 'open', title: t('item.open'), kind: 'money', width: 120 },
    { field: 'amount', title: t('item.amount'), kind: 'money', width: 120 },
    { field: 'invoiceNumber', title: t('item.invoiceNumber'), width: 180 },
    { field: 'documentOn', title: t('item.documentOn'), kind: 'day' },
    { field: 'salesperson', title: t('item.salesperson'), width: 90 },
    { field: 'customerCode', title: t('item.customerCode'), width: 90 },
  ], [t, kinds])

  return (
    <PageFrame title={t('scope', { column: title, day: cell.asOf })}>
      <DataGrid<AgingItem>
        layoutKey="agingItems"
        columns={columns}
        load={(request, signal) => api.aging.items({ ...cell, ...request }, { signal })}
        slices={['invoices', 'receipts', 'collection', 'customers', 'integration']}
        rowId={(row) => String(row.id)}
        onOpen={(item) => openItemDocument(item.kind, item.documentId)}
        initialFilters={dueFrom && dueTo ? [{ field: 'dueOn', op: 'between', value: dueFrom, to: dueTo }] : credits ? [{ field: 'open', op: 'lte', value: -1 }] : []}
        empty={<EmptyState title={t('noItems')} />}
      />
    </PageFrame>
  )
}
