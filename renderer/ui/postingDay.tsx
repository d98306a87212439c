/** The day of a posted document: one that is dated ahead says so, because no figure of today knows it yet. */
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { GridColumn } from './grid/columns.ts'
import { today } from './today.ts'

export function PostingDay({ on }: { on: Day }) {
  const { t } = useTranslation('ui')
  if (on <= today()) return <>{on}</>
  return <span className="dated-ahead" title={t('datedAhead.hint')}>{on} <small>{t('datedAhead.mark')}</small></span>
}

/** The column of that day, wide enough for its mark. */
export const postingDay = <Row extends object>(field: keyof Row & string, title: string): GridColumn<Row> => ({
  field, title, kind: 'day', width: 124, render: (row) => <PostingDay on={row[field] as Day} />,
})
