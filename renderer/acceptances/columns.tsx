/** The columns of lists of bills, and how their states look. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCEPTANCE_KINDS, ACCEPTANCE_STATUSES, type AcceptanceRow, type AcceptanceStatus } from '../../shared/acceptances/schemas.ts'
import { postingDay } from '../ui/postingDay.tsx'
import type { GridColumn } from '../ui/dataGrid.tsx'

export const STATUS_COLORS: Record<AcceptanceStatus, string> = {
  held: 'blue', split: 'default', endorsed: 'purple', discounted: 'purple', presented: 'cyan', collected: 'green', dishonoured: 'red', settled: 'green', returned: 'default',
}
/** Bills that are due and ours: a missed day of theirs is money at risk. */
const IN_HAND = new Set<AcceptanceStatus>(['held', 'presented'])

export function StatusTag({ status }: { status: AcceptanceStatus }) {
  const { t } = useTranslation('acceptances')
  return <Tag color={STATUS_COLORS[status]}>{t(`status.${status}`)}</Tag>
}

export const rangeText = ({ rangeFrom, rangeTo }: Pick<AcceptanceRow, 'rangeFrom' | 'rangeTo'>): string => (rangeFrom === null || rangeTo === null ? '' : `${rangeFrom}–${rangeTo}`)

export function useAcceptanceColumns(): GridColumn<AcceptanceRow>[] {
  const { t } = useTranslation('acceptances')
  return useMemo((): GridColumn<AcceptanceRow>[] => {
    const days = (row: AcceptanceRow): string => (!IN_HAND.has(row.status) ? '' : row.daysToDue < 0 ? t('list.daysOver', { count: -row.daysToDue }) : t('list.daysLeft', { count: row.daysToDue }))
    return [
      { field: 'number', title: t('field.number'), width: 126 },
      {
        field: 'status', title: t('field.status'), width: 84, options: ACCEPTANCE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
        render: (row) => <StatusTag status={row.status} />,
      },
      { field: 'amount', title: t('field.amount'), kind: 'money', width: 114 },
      { field: 'dueOn', title: t('field.dueOn'), kind: 'day', width: 94 },
      { field: 'daysToDue', title: t('field.daysToDue'), width: 84, sortable: false, filter: false, text: days, render: (row) => <span className={row.daysToDue < 0 ? 'negative' : ''}>{days(row)}</span> },
      { field: 'customerName', title: t('field.customer'), width: 130, flex: true },
      { field: 'acceptor', title: t('field.acceptor'), width: 110, flex: true },
      { field: 'kind', title: t('field.kind'), width: 60, options: ACCEPTANCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      { field: 'billNumber', title: t('field.billNumber'), width: 250 },
      { field: 'rangeFrom', title: t('field.range'), width: 130, filter: false, text: rangeText, render: (row) => rangeText(row), hidden: true },
      { ...postingDay('receivedOn', t('field.receivedOn')), hidden: true },
      { field: 'customerCode', title: t('field.customerCode'), width: 90, hidden: true },
      { field: 'drawer', title: t('field.drawer'), width: 140, hidden: true },
      { field: 'since', title: t('field.since'), kind: 'day', width: 96, hidden: true },
      { field: 'issuedOn', title: t('field.issuedOn'), kind: 'day', width: 96, hidden: true },
      { field: 'presentBy', title: t('field.presentBy'), kind: 'day', width: 110, sortable: false, filter: false, hidden: true },
      { field: 'receiptNumber', title: t('field.receiptNumber'), width: 128, hidden: true },
      { field: 'salesperson', title: t('field.salesperson'), width: 76, hidden: true },
      { field: 'currency', title: t('field.currency'), width: 66, hidden: true },
    ]
  }, [t])
}
