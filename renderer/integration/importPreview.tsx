/** The first rows of the file as they were understood. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../shared/integration/schemas.ts'
import type { FileRow } from '../../shared/sheets/table.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { placeOf, placeText } from '../ui/filePlace.tsx'
import { useFileWords } from '../ui/fileWords.ts'

/** Shown as the file says them, at the right like every amount. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'amount', 'gross', 'net', 'tax', 'lineAmount', 'localAmount', 'received', 'open', 'localOpen', 'begin', 'debit', 'credit', 'writeOff', 'debitBalance', 'creditBalance', 'outgoing', 'fee', 'creditLimit',
])

type Line = Record<string, string | number>

export function ImportPreview({ inspection, onRow }: { inspection: Inspection; onRow: (row: FileRow | undefined) => void }) {
  const { t } = useTranslation('integration')
  const words = useFileWords()
  const lines = useMemo(() => inspection.preview.map(({ row, sheet, state, values }): Line => ({ ...values, 'file row': placeText({ row, sheet }), state })), [inspection.preview])
  const columns = useMemo((): GridColumn<Line>[] => {
    const fields = Object.entries(inspection.mapping).sort((a, b) => a[1] - b[1]).map(([field]) => field)
    return [
      { field: 'file row', title: t('preview.row'), width: 60, pinned: 'left' },
      { field: 'state', title: t('preview.state'), width: 80, pinned: 'left', options: (['create', 'skip', 'problem'] as const).map((value) => ({ value, label: t(`preview.${value}`) })) },
      ...fields.map((field) => ({ field, title: words.field(field), width: 130, kind: AMOUNTS.has(field) ? ('number' as const) : ('text' as const) })),
    ]
  }, [inspection.mapping, t, words.field])
  return (
    <DataGrid<Line>
      key={columns.map((column) => column.field).join()}
      layoutKey={`importPreview.${inspection.target ?? ''}`}
      columns={columns}
      rows={lines}
      rowId={(line) => String(line['file row'])}
      onCurrent={(line) => {
        const row = line && inspection.preview[lines.indexOf(line)]
        onRow(row && placeOf(row))
      }}
      rowClass={(line) => `file-row-${line.state ?? ''}`}
    />
  )
}
