/**
 * 诉讼时效: every open debt by the day on which its three years end. Enter opens its clock, Alt+N notes an interruption,
 * Alt+L opens the file of a lawsuit.
 */
import { AuditOutlined, PlusOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../shared/day.ts'
import type { LimitationRow } from '../../shared/limitation/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { InterruptionDialog } from './interruptionDialog.tsx'
import { LevelTag, useLimitationOptions } from './tags.tsx'

export default function LimitationPage() {
  const { t } = useTranslation('limitation')
  const { params } = usePage('limitation')
  const { can } = useSession()
  const [current, setCurrent] = useState<LimitationRow>()
  const [noting, setNoting] = useState<LimitationRow>()
  const columns = useColumns()
  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'note', label: t('interrupt.do'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('collection.write'), disabled: current === undefined, onRun: () => setNoting(current) },
        { key: 'sue', label: t('lawsuit'), shortcut: 'Alt+L', icon: <AuditOutlined />, hidden: !can('letters.write'), disabled: current === undefined || current.lawsuit !== '', onRun: () => current && openPage('lawsuit', { customerId: current.customerId }) },
      ]}
    >
      <DataGrid<LimitationRow>
        layoutKey="limitation"
        columns={columns}
        load={(request, signal) => api.limitation.list(request, { signal })}
        slices={['limitation', 'collection', 'dunning', 'deliveries', 'accountPapers', 'invoices', 'receipts', 'customers']}
        rowId={(row) => String(row.itemId)}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('limitationItem', { itemId: row.itemId })}
        searchPlaceholder={t('search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyText')} />}
      />
      {noting && <InterruptionDialog customerId={noting.customerId} name={noting.customerName} itemId={noting.itemId} onClose={() => setNoting(undefined)} />}
    </PageFrame>
  )
}

function useColumns(): GridColumn<LimitationRow>[] {
  const { t } = useTranslation('limitation')
  const { levels } = useLimitationOptions()
  return useMemo((): GridColumn<LimitationRow>[] => [
    { field: 'endsOn', title: t('col.endsOn'), kind: 'day', width: 104 },
    {
      field: 'level', title: t('col.level'), width: 128, options: levels,
      render: (row) => <>{row.revived && <span title={t('revived')} aria-label={t('revived')}>⚠ </span>}<LevelTag level={row.level} /></>,
    },
    { field: 'customerName', title: t('col.customer'), width: 190, flex: true },
    { field: 'number', title: t('col.number'), width: 128 },
    { field: 'open', title: t('col.open'), kind: 'money', total: true, width: 118 },
    { field: 'dueOn', title: t('col.dueOn'), kind: 'day', width: 104 },
    { field: 'restartedOn', title: t('col.restartedOn'), kind: 'day', width: 104 },
    { field: 'lawsuit', title: t('col.lawsuit'), width: 128 },
    { field: 'invoiceNumber', title: t('col.invoiceNumber'), width: 160 },
    { field: 'contractNumber', title: t('col.contractNumber'), width: 110, hidden: true },
    { field: 'salesperson', title: t('col.salesperson'), width: 90 },
    { field: 'items', title: t('col.items'), kind: 'number', width: 64, hidden: true },
    { field: 'documentOn', title: t('col.documentOn'), kind: 'day', width: 104, hidden: true },
    { field: 'customerCode', title: t('col.code'), width: 92, hidden: true },
    { field: 'currency', title: t('col.currency'), width: 70, hidden: true },
  ], [t, levels])
}

/** How far the last day is, in words. */
export function useLeftWords(): (endsOn: LimitationRow['endsOn']) => string {
  const { t } = useTranslation('limitation')
  return (endsOn) => {
    if (endsOn === null) return t('noEnd')
    const days = daysBetween(today(), endsOn)
    return days < 0 ? t('daysOver', { count: -days }) : t('daysLeft', { count: days })
  }
}
