/** What was imported before, by whom and when. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TARGETS, type ImportRow } from '../../shared/integration/schemas.ts'
import { api } from '../api.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { placeText } from '../ui/filePlace.tsx'
import { EmptyState } from '../ui/states.tsx'

export function ImportHistory() {
  const { t } = useTranslation(['integration', 'files'])
  const columns = useMemo((): GridColumn<ImportRow>[] => [
    { field: 'at', title: t('history.at'), kind: 'instant' },
    { field: 'fileName', title: t('history.fileName'), width: 260, flex: true },
    { field: 'target', title: t('history.target'), width: 100, options: TARGETS.map((value) => ({ value, label: t(`target.${value}`) })) },
    { field: 'rows', title: t('history.rows'), kind: 'number' },
    { field: 'created', title: t('history.created'), kind: 'number' },
    { field: 'skipped', title: t('history.skipped'), kind: 'number' },
    { field: 'leftOut', title: t('history.leftOut'), width: 200, text: (row) => row.leftOut.map((left) => t('files:leaveOut.one', { place: placeText({ row: left.row, ...(left.sheet !== undefined && { sheet: left.sheet }) }), reason: left.reason })).join('; ') },
    { field: 'by', title: t('history.by'), width: 120 },
  ], [t])
  return (
    <section className="import-history" aria-label={t('history.title')}>
      <h2>{t('history.title')}</h2>
      <DataGrid<ImportRow>
        layoutKey="imports"
        plain
        columns={columns}
        load={(request, signal) => api.integration.list(request, { signal })}
        slices={['integration']}
        rowId={(row) => String(row.id)}
        empty={<EmptyState title={t('history.empty')} />}
      />
    </section>
  )
}
