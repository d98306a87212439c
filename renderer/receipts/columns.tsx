/** The columns of every list of receipts. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { zReceiptStatus, METHODS, type ReceiptRow } from '../../shared/receipts/schemas.ts'
import { postingDay } from '../ui/postingDay.tsx'
import type { GridColumn } from '../ui/dataGrid.tsx'

export const STATUS_COLORS = { posted: 'green', reversed: 'default', reversal: 'red' } as const

export function useReceiptColumns(): GridColumn<ReceiptRow>[] {
  const { t } = useTranslation('receipts')
  return useMemo(
    (): GridColumn<ReceiptRow>[] => [
      { field: 'number', title: t('field.number'), width: 132 },
      postingDay('receivedOn', t('field.receivedOn')),
      { field: 'customerCode', title: t('field.customerCode'), width: 92, hidden: true },
      { field: 'customerName', title: t('field.customer'), width: 180, flex: true },
      { field: 'amount', title: t('field.amount'), kind: 'money', width: 116 },
      { field: 'unallocated', title: t('field.unallocated'), kind: 'money', width: 110 },
      { field: 'method', title: t('field.method'), width: 86, options: METHODS.map((value) => ({ value, label: t(`method.${value}`) })) },
      { field: 'bankAccount', title: t('field.bankAccount'), width: 104 },
      { field: 'reference', title: t('field.reference'), width: 150 },
      { field: 'fee', title: t('field.fee'), kind: 'money', width: 90, hidden: true },
      { field: 'payer', title: t('field.payer'), hidden: true },
      { field: 'salesperson', title: t('field.salesperson'), width: 76, hidden: true },
      { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
      {
        field: 'status', title: t('field.status'), width: 80,
        options: zReceiptStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
        render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`status.${row.status}`)}</Tag>,
      },
    ],
    [t],
  )
}
