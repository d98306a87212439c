/** Ends what stands: withdraws a promise, settles a dispute with its result, lifts a hold; each with a note. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeResult, EndedKind } from '../../shared/collection/schemas.ts'
import { api } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useCollectionOptions } from './collectionWords.ts'
import { usePosting } from './usePosting.ts'

export interface Ending {
  what: EndedKind
  id: number
  name: string
}

export function EndDialog({ ending, onClose }: { ending: Ending; onClose: () => void }) {
  const { t } = useTranslation('collection')
  const { disputeResults } = useCollectionOptions()
  const [result, setResult] = useState<DisputeResult>('agreed')
  const [note, setNote] = useState('')
  const { error, post } = usePosting(onClose)
  const { id, what } = ending

  const save = (): Promise<void> => post((requestId) =>
    what === 'promise' ? api.collection.withdrawPromise({ id, note, requestId }) : what === 'hold' ? api.collection.liftHold({ id, note, requestId }) : api.collection.settleDispute({ id, result, note, requestId }))
  return (
    <ActionDialog open width={460} title={t(`end.${what}`, { name: ending.name })} onClose={onClose} actions={[{ key: 'save', label: t(`end.${what}Do`), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error}>
        {what === 'dispute' ? <Field name="result" label={t('field.disputeResult')} required><Select autoFocus value={result} options={disputeResults} onChange={setResult} /></Field> : <></>}
        <Field name="note" label={t('field.note')}><Input autoFocus={what !== 'dispute'} autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
