/** 记录联系: what came of a call, a visit, a message, and what is next and when. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactWay, StoryView } from '../../shared/collection/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { api } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useCollectionOptions } from './collectionWords.ts'
import { usePosting } from './usePosting.ts'

export function ContactDialog({ story, onClose }: { story: StoryView; onClose: () => void }) {
  const { t } = useTranslation('collection')
  const { ways } = useCollectionOptions()
  const [on, setOn] = useState<Day | null>(today())
  const [way, setWay] = useState<ContactWay>('call')
  const [person, setPerson] = useState(story.contacts[0]?.name ?? '')
  const [result, setResult] = useState('')
  const [nextStep, setNextStep] = useState('')
  const [nextOn, setNextOn] = useState<Day | null>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { error, post } = usePosting(onClose)

  async function save(): Promise<void> {
    if (result.trim() === '') return setProblems({ result: t('problem.result') })
    setProblems({})
    await post((requestId) => api.collection.recordContact({ customerId: story.customerId, on: on ?? undefined, way, person, result, nextStep, nextOn, requestId }))
  }
  return (
    <ActionDialog open title={t('contact.title', { name: story.name })} onClose={onClose} actions={[{ key: 'save', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={2} error={error} problems={problems}>
        <Field name="result" label={t('field.result')} required span={2}>
          <Input autoFocus autoComplete="off" maxLength={500} value={result} onChange={(event) => setResult(event.target.value)} />
        </Field>
        <Field name="way" label={t('field.way')}><Select value={way} options={ways} onChange={setWay} /></Field>
        <Field name="on" label={t('field.on')}><DayInput value={on} onChange={setOn} /></Field>
        <Field name="person" label={t('field.person')} span={2}><Input autoComplete="off" maxLength={120} value={person} onChange={(event) => setPerson(event.target.value)} /></Field>
        <Field name="nextStep" label={t('field.nextStep')}><Input autoComplete="off" maxLength={500} value={nextStep} onChange={(event) => setNextStep(event.target.value)} /></Field>
        <Field name="nextOn" label={t('field.nextOn')}><DayInput value={nextOn} onChange={setNextOn} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
