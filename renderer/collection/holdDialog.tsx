/** 暂缓催收: until which day a customer is left alone, and why. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryView } from '../../shared/collection/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { api } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { usePosting } from './usePosting.ts'

export function HoldDialog({ story, onClose }: { story: StoryView; onClose: () => void }) {
  const { t } = useTranslation('collection')
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState<Day | null>(today())
  const [until, setUntil] = useState<Day | null>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { error, post } = usePosting(onClose)

  async function save(): Promise<void> {
    if (reason.trim() === '') return setProblems({ reason: t('problem.reason') })
    if (until === null) return setProblems({ until: t('problem.day') })
    setProblems({})
    await post((requestId) => api.collection.hold({ customerId: story.customerId, from: from ?? undefined, until, reason, requestId }))
  }
  return (
    <ActionDialog open title={t('hold.title', { name: story.name })} onClose={onClose} actions={[{ key: 'save', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={2} error={error} problems={problems}>
        <Field name="reason" label={t('field.holdReason')} required span={2}><Input autoFocus autoComplete="off" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        <Field name="from" label={t('field.from')}><DayInput value={from} onChange={setFrom} /></Field>
        <Field name="until" label={t('field.until')} required><DayInput value={until} onChange={setUntil} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
