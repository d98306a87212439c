/** 作废: makes a letter that never went out void, with the reason. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterView } from '../../shared/dunning/schemas.ts'
import { api } from '../api.ts'
import { usePosting } from '../collection/usePosting.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function VoidDialog({ letter, onClose }: { letter: Pick<LetterView, 'id' | 'number'>; onClose: () => void }) {
  const { t } = useTranslation('dunning')
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { error, post } = usePosting(onClose)

  async function save(): Promise<void> {
    if (reason.trim() === '') return setProblems({ reason: t('void.missing') })
    setProblems({})
    await post((requestId) => api.dunning.voidLetter({ id: letter.id, reason, requestId }))
  }
  return (
    <ActionDialog open title={t('void.title', { number: letter.number })} onClose={onClose} actions={[{ key: 'save', label: t('void.button'), shortcut: KEYS.post, kind: 'danger', onRun: save }]}>
      <p className="quiet">{t('void.text')}</p>
      <DocumentForm columns={1} error={error} problems={problems}>
        <Field name="reason" label={t('void.reason')} required><Input autoFocus autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
