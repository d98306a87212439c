/** The second step: what was found in the file, what each column means, every problem, the first rows. */
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../shared/integration/schemas.ts'
import type { FileRow } from '../../shared/sheets/table.ts'
import { FilePassword, UnreadFiles } from '../ui/fileNotes.tsx'
import { placeText } from '../ui/filePlace.tsx'
import { useFileWords } from '../ui/fileWords.ts'
import { LeaveOutRows } from '../ui/leaveOut.tsx'
import { LeftOut } from '../ui/leftOut.tsx'
import { MappingTable } from '../ui/mappingTable.tsx'
import { ProblemList } from '../ui/problemList.tsx'
import { ImportCounts } from './importCounts.tsx'
import type { ImportDraft } from './importDraft.ts'
import { ImportOptions } from './importOptions.tsx'
import { ImportPreview } from './importPreview.tsx'

export function ImportCheck({ draft, inspection, onChange }: { draft: ImportDraft; inspection: Inspection; onChange: (draft: ImportDraft) => void }) {
  const { t } = useTranslation(['integration', 'files'])
  const [chosen, setChosen] = useState<'problems' | 'preview'>()
  const shown = chosen ?? (inspection.problemCount > 0 ? 'problems' : 'preview')
  const [at, setAt] = useState<FileRow>()
  const some = inspection.problemCount > 0
  const alert = <Alert type={some ? 'error' : 'success'} showIcon title={some ? t('files:problems.some', { count: inspection.problemCount }) : t('files:problems.none')} />
  // A file that cannot be read has neither a place to point at nor columns to name.
  if (inspection.format === '') return <>{alert}<FilePassword problems={inspection.problems} onPassword={(password) => onChange({ ...draft, password })} /><ProblemList problems={inspection.problems} /></>
  return (
    <>
      <ImportOptions draft={draft} inspection={inspection} onChange={onChange} />
      <ImportCounts inspection={inspection} />
      <LeftOut inspection={inspection} />
      {inspection.notes.length > 0 && <FileNotes notes={inspection.notes} />}
      {alert}
      <UnreadFiles files={inspection.unreadFiles} />
      <div className="file-check">
        <MappingTable inspection={inspection} onChange={(mapping) => onChange({ ...draft, mapping })} />
        <section className="file-rows">
          <div className="file-views">
            <Segmented
              value={shown}
              onChange={setChosen}
              options={[
                { value: 'problems' as const, label: `${t('files:problems.title')} ${inspection.problemCount}` },
                { value: 'preview' as const, label: t('integration:preview.title') },
              ]}
            />
            {shown === 'problems' && inspection.problems.length < inspection.problemCount && (
              <span className="quiet">{t('files:problems.more', { shown: inspection.problems.length, count: inspection.problemCount })}</span>
            )}
            {shown === 'preview' && <span className="quiet">{t('integration:preview.first', { count: inspection.preview.length })}</span>}
            <LeaveOutRows rows={draft.leaveOut ?? []} at={at} onChange={(leaveOut) => onChange({ ...draft, leaveOut })} />
          </div>
          {shown === 'problems' ? <ProblemList problems={inspection.problems} onRow={setAt} /> : <ImportPreview inspection={inspection} onRow={setAt} />}
        </section>
      </div>
    </>
  )
}

const SHOWN_NOTES = 5

/** What is to be known of a file and stops nothing. */
function FileNotes({ notes }: { notes: Inspection['notes'] }) {
  const { t } = useTranslation('files')
  const words = useFileWords()
  const placeOf = ({ row, sheet }: Inspection['notes'][number]): string => (row === null ? '' : `${t('problems.place', { row: placeText({ row, ...(sheet !== undefined && { sheet }) }) })}: `)
  return (
    <Alert
      type="warning"
      showIcon
      title={notes.slice(0, SHOWN_NOTES).map((note) => <p key={`${note.sheet ?? ''}${note.row ?? ''}${note.code}`}>{placeOf(note)}{words.problem(note)}</p>)}
      description={notes.length > SHOWN_NOTES ? t('problems.more', { shown: SHOWN_NOTES, count: notes.length }) : undefined}
    />
  )
}
