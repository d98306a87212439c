/** The second step: what was found in the file, what each column means, every problem, the first rows. */
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../shared/integration/schemas.ts'
import { FileCheck } from '../ui/fileCheck.tsx'
import { FilePassword, UnreadFiles } from '../ui/fileNotes.tsx'
import { placeText } from '../ui/filePlace.tsx'
import { useFileWords } from '../ui/fileWords.ts'
import { LeftOut } from '../ui/leftOut.tsx'
import { ProblemList } from '../ui/problemList.tsx'
import { ImportCounts } from './importCounts.tsx'
import type { ImportDraft } from './importDraft.ts'
import { ImportOptions } from './importOptions.tsx'
import { ImportPreview } from './importPreview.tsx'

export function ImportCheck({ draft, inspection, onChange }: { draft: ImportDraft; inspection: Inspection; onChange: (draft: ImportDraft) => void }) {
  const { t } = useTranslation(['integration', 'files'])
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
      <FileCheck
        draft={draft}
        inspection={inspection}
        title={t('integration:preview.title')}
        first={t('integration:preview.first', { count: inspection.preview.length })}
        renderPreview={(onRow) => <ImportPreview inspection={inspection} onRow={onRow} />}
        onChange={onChange}
      />
    </>
  )
}

const SHOWN_NOTES = 5

/** What is to be known of a file and stops nothing. */
function FileNotes({ notes }: { notes: Inspection['notes'] }) {
  const { t } = useTranslation('files')
  const words = useFileWords()
  const placeOf = ({ row, sheet }: Inspection['notes'][number]): string => (row === null ? '' : `${t('problems.place', { row: placeText({ row, sheet }) })}: `)
  return (
    <Alert
      type="warning"
      showIcon
      title={notes.slice(0, SHOWN_NOTES).map((note) => <p key={`${note.sheet ?? ''}${note.row ?? ''}${note.code}`}>{placeOf(note)}{words.problem(note)}</p>)}
      description={notes.length > SHOWN_NOTES ? t('problems.more', { shown: SHOWN_NOTES, count: notes.length }) : undefined}
    />
  )
}
