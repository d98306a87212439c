/** The columns of every list of offsets. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { OFFSET_KINDS, type OffsetRow } from '../../shared/offsets/schemas.ts'
import { zReceiptStatus } from '../../shared/receipts/schemas.ts'
import { STATUS_COLORS } from '../receipts/columns.tsx'
import { postingDay } from '../ui/postingDay.tsx'
import type { GridColumn } from '../ui/dataGrid.tsx'

export function useOffsetColumns(): GridColumn<OffsetRow>[] {
  const { t } = useTranslation('offsets')
  return useMemo(
    (): GridColumn<OffsetRow>[] => [
      { field: 'number', title: t('field.number'), width: 132 },
      postingDay('offsetOn', t('field.offsetOn')),
      { field: 'kind', title: t('field.kind'), width: 104, options: OFFSET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      { field: 'customerCode', title: t('field.customerCode'), width: 92, hidden: true },
      { field: 'customerName', title: t('field.customer'), width: 180, flex: true },
      { field: 'otherCustomerName', title: t('field.otherCustomer'), width: 170 },
      { field: 'amount', title: t('field.amount'), kind: 'money', width: 116 },
      { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
      { field: 'document', title: t('field.document'), width: 150 },
      { field: 'salesperson', title: t('field.salesperson'), width: 76, hidden: true },
      {
        field: 'status', title: t('field.status'), width: 80,
        options: zReceiptStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
        render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`status.${row.status}`)}</Tag>,
      },
    ],
    [t],
  )
}
