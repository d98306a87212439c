/** Every problem of a file: the row as a spreadsheet counts it, the column, what stands there, and what to do. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/sheets/schemas.ts'
import type { FileRow } from '../../shared/sheets/table.ts'
import { DataGrid, type GridColumn } from './dataGrid.tsx'
import { placeOf, placeText } from './filePlace.tsx'
import { useFileWords } from './fileWords.ts'
import './files.css'

interface ProblemLine {
  id: string
  row: number | null
  place: string
  column: string
  value: string
  what: string
}

export function ProblemList({ problems, onRow }: { problems: readonly Problem[]; onRow?: (row: FileRow | undefined) => void }) {
  const { t } = useTranslation('files')
  const words = useFileWords()
  const lines = useMemo(
    () => problems.map((problem, index): ProblemLine => ({ id: String(index), row: problem.row, place: problem.row === null ? '' : placeText({ row: problem.row, sheet: problem.sheet }), column: problem.column, value: problem.value, what: words.problem(problem) })),
    [problems, words.problem],
  )
  const columns = useMemo((): GridColumn<ProblemLine>[] => [
    { field: 'row', title: t('problems.row'), width: 76, text: (line) => (line.row === null ? t('problems.file') : line.place) },
    { field: 'column', title: t('problems.column'), width: 120 },
    { field: 'value', title: t('problems.value'), width: 130 },
    { field: 'what', title: t('problems.what'), width: 280, flex: true },
  ], [t])
  const [current, setCurrent] = useState<string>()
  const shown = lines.find((line) => line.id === current) ?? lines[0]
  return (
    <>
      <DataGrid<ProblemLine>
        layoutKey="importProblems"
        columns={columns}
        rows={lines}
        rowId={(line) => line.id}
        onCurrent={(line) => {
          setCurrent(line?.id)
          const problem = line && problems[Number(line.id)]
          onRow?.(problem && problem.row !== null ? placeOf({ row: problem.row, sheet: problem.sheet }) : undefined)
        }}
      />
      {shown && <p className="file-problem" aria-live="polite">{[shown.row === null ? t('problems.file') : t('problems.place', { row: shown.place }), shown.column].filter((part) => part !== '').join(' · ')}: {shown.what}</p>}
    </>
  )
}
