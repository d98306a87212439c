/** The columns of the aging report: as many buckets as the report has, each row flat so that a grid can sort and total it. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgingReport, AgingRow } from '../../shared/aging/schemas.ts'
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
    const sum = { kind: 'money', total: true, width: 132 } as const
    return [
      ...(report.groupBy === 'customer' ? [{ field: 'code', title: t('heads.code'), width: 100, pinned: 'left' } as const] : []),
      { field: 'name', title: t(`heads.${report.groupBy}`), width: 220, flex: true },
      { field: 'notDue', title: report.basis === 'due' ? t('heads.notDue') : t('heads.sameDay'), ...sum },
      ...report.buckets.map((bucket) => ({ field: `bucket${bucket.index}` as const, title: words(bucket), ...sum })),
      { field: 'unallocated', title: t('heads.unallocated'), ...sum },
      { field: 'total', title: t('heads.total'), ...sum, width: 140 },
      { field: 'overdue', title: t('heads.overdue'), ...sum, width: 140 },
      { field: 'items', title: t('heads.items'), kind: 'number', total: true, width: 70 },
    ]
  }, [report, t, words])
}
