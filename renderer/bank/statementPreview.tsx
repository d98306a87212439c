/** The first lines of a bank's file as they were understood. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementInspection } from '../../shared/bank/fileSchemas.ts'
import type { FileRow } from '../../shared/sheets/table.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { placeOf, placeText } from '../ui/filePlace.tsx'
import { useClassOptions } from './bankWords.ts'

type Line = StatementInspection['preview'][number]
const STATES = ['new', 'perhaps', 'duplicate', 'problem', 'skipped'] as const
const ROW_CLASSES = { new: '', perhaps: 'file-row-doubt', duplicate: 'file-row-skip', problem: 'file-row-problem', skipped: 'file-row-skip' } as const

export function StatementPreview({ inspection, onRow }: { inspection: StatementInspection; onRow: (row: FileRow | undefined) => void }) {
  const { t } = useTranslation('bank')
  const classes = useClassOptions()
  const columns = useMemo((): GridColumn<Line>[] => [
    { field: 'row', title: t('field.row'), width: 54, pinned: 'left', text: placeText },
    { field: 'state', title: t('file.state'), width: 90, options: STATES.map((value) => ({ value, label: t(`file.states.${value}`) })) },
    { field: 'on', title: t('field.on'), width: 98 },
    { field: 'class', title: t('field.class'), width: 90, options: classes },
    { field: 'direction', title: t('field.direction'), width: 64, options: (['in', 'out'] as const).map((value) => ({ value, label: t(`direction.${value}`) })) },
    { field: 'amount', title: t('field.amount'), kind: 'money', width: 112 },
    { field: 'counterparty', title: t('field.counterparty'), width: 190 },
    { field: 'memo', title: t('field.memo'), width: 160, flex: true },
    { field: 'balance', title: t('field.balance'), kind: 'money', width: 120 },
    { field: 'counterpartyAccount', title: t('field.counterpartyAccount'), width: 170 },
    { field: 'time', title: t('field.time'), width: 80 },
    { field: 'serial', title: t('field.serial'), width: 150 },
  ], [t, classes])
  return (
    <DataGrid<Line>
      layoutKey="statementPreview"
      columns={columns}
      rows={inspection.preview}
      rowId={placeText}
      onCurrent={(line) => onRow(line && placeOf(line))}
      rowClass={(line) => ROW_CLASSES[line.state]}
    />
  )
}
