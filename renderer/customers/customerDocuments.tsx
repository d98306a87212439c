/** What a customer owes, was billed and has paid: short grids that open the documents. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridFilter } from '../../shared/grid.ts'
import type { InvoiceRow } from '../../shared/invoices/schemas.ts'
import type { ReceiptRow } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { openItemDocument, openPage } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { EmptyState } from '../ui/states.tsx'
import { postingDay } from '../ui/postingDay.tsx'
import { useItemColumns } from './itemColumns.tsx'

const ofCustomer = (customerId: number): GridFilter => ({ field: 'customerId', op: 'eq', value: customerId })

export function CustomerItems({ customerId }: { customerId: number }) {
  const { t } = useTranslation('customers')
  return (
    <DataGrid
      layoutKey="customerItems"
      columns={useItemColumns(false)}
      load={(request, signal) => api.invoices.items({ ...request, customerId }, { signal })}
      slices={['invoices', 'receipts']}
      rowId={(row) => String(row.id)}
      onOpen={(row) => openItemDocument(row.kind, row.documentId)}
      empty={<EmptyState title={t('items.emptyTitle')} hint={t('items.emptyText')} />}
    />
  )
}

export function CustomerInvoices({ customerId }: { customerId: number }) {
  const { t } = useTranslation(['customers', 'invoices'])
  const columns = useMemo(
    (): GridColumn<InvoiceRow>[] => [
      { field: 'number', title: t('invoices:field.number'), width: 150 },
      { field: 'kind', title: t('invoices:field.kind'), width: 92, text: (row) => t(`invoices:kind.${row.kind}`), filter: false },
      postingDay('documentOn', t('invoices:field.documentOn')),
      { field: 'dueOn', title: t('invoices:field.dueOn'), kind: 'day' },
      { field: 'invoiceNumber', title: t('invoices:field.invoiceNumber'), flex: true },
      { field: 'amount', title: t('invoices:field.amount'), kind: 'money' },
      { field: 'open', title: t('invoices:field.open'), kind: 'money' },
      { field: 'status', title: t('invoices:field.status'), width: 92, text: (row) => t(`invoices:status.${row.status}`), filter: false },
    ],
    [t],
  )
  return (
    <DataGrid
      layoutKey="customerInvoices"
      columns={columns}
      load={(request, signal) => api.invoices.list({ ...request, filters: [...request.filters, ofCustomer(customerId)] }, { signal })}
      slices={['invoices', 'receipts']}
      rowId={(row) => String(row.id)}
      onOpen={(row) => openPage('invoice', { id: row.id })}
      empty={<EmptyState title={t('customers:invoices.emptyTitle')} hint={t('customers:invoices.emptyText')} />}
    />
  )
}

export function CustomerReceipts({ customerId }: { customerId: number }) {
  const { t } = useTranslation(['customers', 'receipts'])
  const columns = useMemo(
    (): GridColumn<ReceiptRow>[] => [
      { field: 'number', title: t('receipts:field.number'), width: 150 },
      postingDay('receivedOn', t('receipts:field.receivedOn')),
      { field: 'amount', title: t('receipts:field.amount'), kind: 'money' },
      { field: 'unallocated', title: t('receipts:field.unallocated'), kind: 'money' },
      { field: 'method', title: t('receipts:field.method'), width: 100, text: (row) => t(`receipts:method.${row.method}`), filter: false },
      { field: 'reference', title: t('receipts:field.reference'), flex: true },
      { field: 'status', title: t('receipts:field.status'), width: 92, text: (row) => t(`receipts:status.${row.status}`), filter: false },
    ],
    [t],
  )
  return (
    <DataGrid
      layoutKey="customerReceipts"
      columns={columns}
      load={(request, signal) => api.receipts.list({ ...request, filters: [...request.filters, ofCustomer(customerId)] }, { signal })}
      slices={['receipts', 'invoices']}
      rowId={(row) => String(row.id)}
      onOpen={(row) => openPage('receipt', { id: row.id })}
      empty={<EmptyState title={t('customers:receipts.emptyTitle')} hint={t('customers:receipts.emptyText')} />}
    />
  )
}
