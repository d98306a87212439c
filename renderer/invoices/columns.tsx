/** The columns of the list of receivables. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { INVOICE_KINDS, zInvoiceStatus, type InvoiceRow } from '../../shared/invoices/schemas.ts'
import type { GridColumn } from '../ui/dataGrid.tsx'

export const STATUS_COLORS = { draft: 'gold', posted: 'green', reversed: 'default', reversal: 'red' } as const

export function useInvoiceColumns(): GridColumn<InvoiceRow>[] {
  const { t } = useTranslation('invoices')
  return useMemo(
    (): GridColumn<InvoiceRow>[] => [
      { field: 'number', title: t('field.number'), width: 150 },
      { field: 'kind', title: t('field.kind'), width: 92, options: INVOICE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      { field: 'documentOn', title: t('field.documentOn'), kind: 'day' },
      { field: 'customerCode', title: t('field.customerCode'), width: 92 },
      { field: 'customerName', title: t('field.customer'), width: 220, flex: true },
      { field: 'invoiceNumber', title: t('field.invoiceNumber'), width: 130 },
      { field: 'dueOn', title: t('field.dueOn'), kind: 'day' },
      { field: 'amount', title: t('field.amount'), kind: 'money' },
      { field: 'open', title: t('field.open'), kind: 'money' },
      { field: 'contractNumber', title: t('field.contractNumber'), width: 120, hidden: true },
      { field: 'orderNumber', title: t('field.orderNumber'), width: 120, hidden: true },
      { field: 'salesperson', title: t('field.salesperson'), width: 90 },
      { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
      { field: 'note', title: t('field.note'), hidden: true },
      {
        field: 'status', title: t('field.status'), width: 92,
        options: zInvoiceStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
        render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`status.${row.status}`)}</Tag>,
      },
    ],
    [t],
  )
}
