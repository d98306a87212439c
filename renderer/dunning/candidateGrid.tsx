/** Whom to dun: every customer with something overdue, and why one gets no letter now. Space ticks, Enter shows the letter. */
import { useMemo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LEFT_OUT, type CandidateRow } from '../../shared/dunning/schemas.ts'
import { DataGrid, type GridColumn, type GridHandle } from '../ui/dataGrid.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useLevelOptions } from './letterWords.ts'

export function CandidateGrid({ rows, onSelect, onCurrent, handle }: {
  rows: readonly CandidateRow[] | undefined
  onSelect: (rows: CandidateRow[]) => void
  onCurrent: (row: CandidateRow | undefined) => void
  handle: Ref<GridHandle<CandidateRow>>
}) {
  const { t } = useTranslation('dunning')
  const levels = useLevelOptions()
  const columns = useMemo((): GridColumn<CandidateRow>[] => {
    const reasons = LEFT_OUT.filter((value) => value !== '')
    return [
      { field: 'name', title: t('cols.name'), width: 160, flex: true },
      { field: 'overdue', title: t('cols.overdue'), kind: 'money', total: true, width: 112 },
      { field: 'net', title: t('cols.net'), kind: 'money', total: true, width: 112 },
      { field: 'daysOverdue', title: t('cols.daysOverdue'), kind: 'number', width: 78 },
      { field: 'leftOut', title: t('cols.leftOut'), width: 136, options: reasons.map((value) => ({ value, label: t(`leftOut.${value}`) })) },
      { field: 'level', title: t('cols.level'), width: 90, options: levels },
      { field: 'dueLevel', title: t('cols.dueLevel'), width: 90, options: levels, hidden: true },
      { field: 'code', title: t('cols.code'), width: 84 },
      { field: 'lastLetterOn', title: t('cols.lastLetterOn'), kind: 'day' },
      { field: 'dueSoon', title: t('cols.dueSoon'), kind: 'money', total: true, width: 112 },
      { field: 'unallocated', title: t('cols.unallocated'), kind: 'money', total: true, width: 112 },
      { field: 'credits', title: t('cols.credits'), kind: 'money', total: true, width: 112 },
      { field: 'disputed', title: t('cols.disputed'), kind: 'money', total: true, width: 112 },
      { field: 'promised', title: t('cols.promised'), kind: 'money', total: true, width: 112 },
      { field: 'items', title: t('cols.items'), kind: 'number', total: true, width: 60 },
      { field: 'oldestDueOn', title: t('cols.oldestDueOn'), kind: 'day' },
      { field: 'salesperson', title: t('cols.salesperson'), width: 84 },
      { field: 'lastLetterNumber', title: t('cols.lastLetterNumber'), width: 140, hidden: true },
    ]
  }, [t, levels])
  return (
    <DataGrid<CandidateRow>
      layoutKey="letterCandidates"
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.customerId)}
      onSelect={onSelect}
      onCurrent={onCurrent}
      onOpen={onCurrent}
      rowClass={(row) => (row.leftOut === '' ? '' : 'left-out')}
      searchPlaceholder={t('pick.search')}
      empty={<EmptyState title={t('pick.nothing')} hint={t('pick.nothingText')} />}
      handle={handle}
    />
  )
}
