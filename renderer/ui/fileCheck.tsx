/**
 * A file before it is imported, whatever it holds: what its columns mean, its problems, its first rows, and the rows that the
 * person leaves out of it.
 *
 *     <FileCheck draft={draft} inspection={inspection} title={…} first={…} renderPreview={(onRow) => <Preview onRow={onRow} />} onChange={…} />
 */
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileRow } from '../../shared/sheets/table.ts'
import { LeaveOutRows } from './leaveOut.tsx'
import type { FileSayings } from './mapping.ts'
import { MappingTable, type FileColumns } from './mappingTable.tsx'
import { ProblemList } from './problemList.tsx'

interface FileCheckProps<Draft> {
  draft: Draft
  inspection: FileColumns & { problemCount: number }
  /** What the first rows are called, and how many of them are shown. */
  title: string
  first: string
  renderPreview: (onRow: (row: FileRow | undefined) => void) => ReactNode
  onChange: (draft: Draft) => void
}

export function FileCheck<Draft extends FileSayings>({ draft, inspection, title, first, renderPreview, onChange }: FileCheckProps<Draft>) {
  const { t } = useTranslation('files')
  const [chosen, setChosen] = useState<'problems' | 'preview'>()
  const [at, setAt] = useState<FileRow>()
  const { problems, problemCount } = inspection
  const shown = chosen ?? (problemCount > 0 ? 'problems' : 'preview')
  return (
    <div className="file-check">
      <MappingTable inspection={inspection} onChange={(mapping) => onChange({ ...draft, mapping })} />
      <section className="file-rows">
        <div className="file-views">
          <Segmented
            value={shown}
            onChange={setChosen}
            options={[{ value: 'problems' as const, label: `${t('problems.title')} ${problemCount}` }, { value: 'preview' as const, label: title }]}
          />
          {shown === 'problems' && problems.length < problemCount && <span className="quiet">{t('problems.more', { shown: problems.length, count: problemCount })}</span>}
          {shown === 'preview' && <span className="quiet">{first}</span>}
          <LeaveOutRows rows={draft.leaveOut ?? []} at={at} onChange={(leaveOut) => onChange({ ...draft, leaveOut })} />
        </div>
        {shown === 'problems' ? <ProblemList problems={problems} onRow={setAt} /> : renderPreview(setAt)}
      </section>
    </div>
  )
}
