/** The columns of every list of open items; `withCustomer` where more than one customer's items stand together. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { itemKind, type ItemRow } from '../../shared/invoices/schemas.ts'
import type { GridColumn } from '../ui/dataGrid.tsx'

export function useItemColumns(withCustomer: boolean): GridColumn<ItemRow>[] {
  const { t } = useTranslation('invoices')
  return useMemo(
    (): GridColumn<ItemRow>[] => [
      { field: 'number', title: t('field.number'), width: 132 },
      ...(withCustomer
        ? [
            { field: 'customerCode', title: t('field.customerCode'), width: 92, hidden: true } as const,
            { field: 'customerName', title: t('field.customer'), width: 180, flex: true } as const,
          ]
        : []),
      { field: 'kind', title: t('field.kind'), width: 84, options: itemKind.options.map((value) => ({ value, label: t(`itemKind.${value}`) })) },
      { field: 'invoiceNumber', title: t('field.invoiceNumber'), width: 120 },
      { field: 'contractNumber', title: t('field.contractNumber'), width: 110, flex: !withCustomer, hidden: withCustomer },
      { field: 'orderNumber', title: t('field.orderNumber'), width: 110, hidden: true },
      { field: 'documentOn', title: t('field.documentOn'), kind: 'day', width: 98 },
      { field: 'dueOn', title: t('field.dueOn'), kind: 'day', width: 98 },
      { field: 'daysOverdue', title: t('field.daysOverdue'), kind: 'number', width: 88, sortable: false, filter: false, render: (row) => (row.daysOverdue > 0 ? <span className="negative">{row.daysOverdue}</span> : null) },
      { field: 'disputed', title: t('field.disputed'), width: 68, sortable: false, filter: false, render: (row) => row.disputed && <Tag color="error">{t('disputed')}</Tag> },
      { field: 'installment', title: t('field.installment'), kind: 'number', width: 60, hidden: true },
      { field: 'amount', title: t('field.amount'), kind: 'money', width: 116 },
      { field: 'open', title: t('field.open'), kind: 'money', width: 116 },
      { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
    ],
    [t, withCustomer],
  )
}
