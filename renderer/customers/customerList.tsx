/** All customers that the user may see (客户列表). */
import { PlusOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../shared/customers/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useTermsText } from './termsText.ts'

export default function CustomerList() {
  const { t } = useTranslation('customers')
  const { params } = usePage('customers')
  const { can } = useSession()
  const termsText = useTermsText()
  const columns = useMemo(
    (): GridColumn<CustomerRow>[] => [
      { field: 'code', title: t('field.code'), width: 88 },
      { field: 'name', title: t('field.name'), width: 190, flex: true },
      { field: 'shortName', title: t('field.shortName'), width: 100 },
      { field: 'mnemonic', title: t('field.mnemonic'), width: 84 },
      { field: 'salesperson', title: t('field.salesperson'), width: 96 },
      { field: 'department', title: t('field.department'), width: 100, hidden: true },
      { field: 'terms', title: t('field.terms'), width: 106, sortable: false, filter: false, text: (row) => termsText(row.terms) },
      { field: 'cutOffDate', title: t('field.cutOffDate'), kind: 'number', width: 84, hidden: true },
      { field: 'cutOffCounts', title: t('field.cutOffCounts'), width: 100, hidden: true, sortable: false, filter: false, text: (row) => (row.cutOffDate === null ? '' : t(row.cutOffCounts ? 'form.cutOffCounts' : 'form.cutOffCountsNot')) },
      { field: 'creditLimit', title: t('field.creditLimit'), kind: 'money', width: 110 },
      { field: 'open', title: t('field.open'), kind: 'money', width: 116 },
      { field: 'advance', title: t('field.advance'), kind: 'money', width: 106 },
      { field: 'phone', title: t('field.phone'), width: 120, hidden: true },
      { field: 'taxNumber', title: t('field.taxNumber'), width: 170, hidden: true },
      { field: 'active', title: t('field.active'), kind: 'check', width: 64, filter: false, text: (row) => t(row.active ? 'active.on' : 'active.off') },
    ],
    [t],
  )
  return (
    <PageFrame
      title={t('title')}
      actions={[{ key: 'new', label: t('create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('customers.write'), onRun: () => openPage('customer', {}) }]}
    >
      <DataGrid
        layoutKey="customers"
        columns={columns}
        load={(request, signal) => api.customers.list(request, { signal })}
        slices={['customers', 'invoices', 'receipts']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.active ? '' : 'row-quiet')}
        onOpen={(row) => openPage('customer', { id: row.id })}
        searchPlaceholder={t('list.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} />}
      />
    </PageFrame>
  )
}
