/** The columns of the aging report: as many buckets as the report has, each row flat so that a grid can sort and total it. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgingReport, AgingRow } from '../../shared/aging/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import type { GridColumn } from '../ui/dataGrid.tsx'
import { useBucketWords } from './words.ts'

export type BucketField = `bucket${number}`
export type AgingLine = Omit<AgingRow, 'buckets'> & Record<BucketField, number> & {
  /** The name as the ledger has it; the shown one says so when there is none. */
  groupName: string
}

/** The columns whose cells open their items. */
export type CellColumn = 'notDue' | 'overdue' | 'receivable' | 'unallocated' | 'total' | BucketField

export const cellColumn = (field: string): CellColumn =>
  field === 'notDue' || field === 'overdue' || field === 'unallocated' || /^bucket\d+$/.test(field) ? (field as CellColumn) : 'total'

export const agingLines = (report: AgingReport, unassigned: string): AgingLine[] =>
  report.rows.map(({ buckets, ...row }) => ({
    ...row,
    groupName: row.name,
    name: row.name || unassigned,
    ...(Object.fromEntries(buckets.map((amount, index) => [`bucket${index}`, amount])) as Record<BucketField, number>),
  }))

export function useAgingColumns(report: AgingReport | undefined): GridColumn<AgingLine>[] {
  const { t } = useTranslation('aging')
  const words = useBucketWords()
  return useMemo(() => {
    if (!report) return []
    // A report full of 0.00 hides the figures that matter.
    const sum = (field: 'notDue' | 'unallocated' | 'total' | 'overdue' | 'acceptances' | BucketField, title: string): GridColumn<AgingLine> =>
      ({ field, title, kind: 'money', total: true, width: 114, text: (line) => (line[field] ? formatMoney(line[field]) : '') })
    return [
      ...(report.groupBy === 'customer' ? [{ field: 'code', title: t('heads.code'), width: 76, pinned: 'left' } as const] : []),
      { field: 'name', title: t(`heads.${report.groupBy}`), width: 168, pinned: 'left' },
      sum('total', t('heads.total')),
      sum('overdue', t('heads.overdue')),
      sum('notDue', report.basis === 'due' ? t('heads.notDue') : t('heads.sameDay')),
      ...report.buckets.map((bucket) => sum(`bucket${bucket.index}`, words(bucket))),
      sum('unallocated', t('heads.unallocated')),
      // Bills that are not money yet: a note beside the balance, not a part of it, and only where there are any.
      ...(report.totals.acceptances === 0 ? [] : [sum('acceptances', t('heads.acceptances'))]),
      { field: 'items', title: t('heads.items'), kind: 'number', total: true, width: 64 },
    ]
  }, [report, t, words])
}
