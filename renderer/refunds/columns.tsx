/** The columns of every list of refunds. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { METHODS, zReceiptStatus } from '../../shared/receipts/schemas.ts'
import type { RefundRow } from '../../shared/refunds/schemas.ts'
import { STATUS_COLORS } from '../receipts/columns.tsx'
import { postingDay } from '../ui/postingDay.tsx'
import type { GridColumn } from '../ui/dataGrid.tsx'

export function useRefundColumns(): GridColumn<RefundRow>[] {
  const { t } = useTranslation(['refunds', 'receipts'])
  return useMemo(
    (): GridColumn<RefundRow>[] => [
      { field: 'number', title: t('refunds:field.number'), width: 132 },
      postingDay('refundedOn', t('refunds:field.refundedOn')),
      { field: 'customerCode', title: t('refunds:field.customerCode'), width: 92, hidden: true },
      { field: 'customerName', title: t('refunds:field.customer'), width: 180, flex: true },
      { field: 'amount', title: t('refunds:field.amount'), kind: 'money', width: 116 },
      { field: 'currency', title: t('refunds:field.currency'), width: 70, hidden: true },
      { field: 'method', title: t('refunds:field.method'), width: 86, options: METHODS.map((value) => ({ value, label: t(`receipts:method.${value}`) })) },
      { field: 'bankAccount', title: t('refunds:field.bankAccount'), width: 130 },
      { field: 'payee', title: t('refunds:field.payee'), width: 140 },
      { field: 'reference', title: t('refunds:field.reference'), width: 140 },
      { field: 'salesperson', title: t('refunds:field.salesperson'), width: 76, hidden: true },
      {
        field: 'status', title: t('refunds:field.status'), width: 80,
        options: zReceiptStatus.options.map((value) => ({ value, label: t(`refunds:status.${value}`) })),
        render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`refunds:status.${row.status}`)}</Tag>,
      },
    ],
    [t],
  )
}
