/** The columns of the list of receivables. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { INVOICE_KINDS, zInvoiceStatus, type InvoiceRow } from '../../shared/invoices/schemas.ts'
import { postingDay } from '../ui/postingDay.tsx'
import type { GridColumn } from '../ui/dataGrid.tsx'

export const STATUS_COLORS = { draft: 'gold', posted: 'green', reversed: 'default', reversal: 'red' } as const

export function useInvoiceColumns(): GridColumn<InvoiceRow>[] {
  const { t } = useTranslation('invoices')
  return useMemo(
    (): GridColumn<InvoiceRow>[] => [
      { field: 'number', title: t('field.number'), width: 132 },
      { field: 'kind', title: t('field.kind'), width: 84, options: INVOICE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      postingDay('documentOn', t('field.documentOn')),
      { field: 'customerCode', title: t('field.customerCode'), width: 92, hidden: true },
      { field: 'customerName', title: t('field.customer'), width: 180, flex: true },
      { field: 'invoiceNumber', title: t('field.invoiceNumber'), width: 120 },
      { field: 'dueOn', title: t('field.dueOn'), kind: 'day', width: 98 },
      { field: 'amount', title: t('field.amount'), kind: 'money', width: 116 },
      { field: 'open', title: t('field.open'), kind: 'money', width: 116 },
      { field: 'contractNumber', title: t('field.contractNumber'), width: 120, hidden: true },
      { field: 'orderNumber', title: t('field.orderNumber'), width: 120, hidden: true },
      { field: 'salesperson', title: t('field.salesperson'), width: 76, hidden: true },
      { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
      { field: 'note', title: t('field.note'), hidden: true },
      {
        field: 'status', title: t('field.status'), width: 80,
        options: zInvoiceStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
        render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`status.${row.status}`)}</Tag>,
      },
    ],
    [t],
  )
}
