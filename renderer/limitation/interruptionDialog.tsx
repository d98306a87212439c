/** 登记中断: an interruption that no document of the ledger shows, with what proves it. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { InterruptionKind } from '../../shared/limitation/schemas.ts'
import { api } from '../api.ts'
import { ItemChoice } from '../collection/itemChoice.tsx'
import { usePosting } from '../collection/usePosting.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { useLimitationOptions } from './tags.tsx'

export function InterruptionDialog({ customerId, name, itemId, onClose }: { customerId: number; name: string; itemId: number; onClose: () => void }) {
  const { t } = useTranslation('limitation')
  const { kinds } = useLimitationOptions()
  const [kind, setKind] = useState<InterruptionKind>('extension')
  const [on, setOn] = useState<Day | null>(today())
  const [evidence, setEvidence] = useState('')
  const [note, setNote] = useState('')
  const [itemIds, setItemIds] = useState([itemId])
  const [problems, setProblems] = useState<Record<string, string>>({})
  const story = useQuery((signal) => api.collection.story({ customerId }, { signal }), [customerId], ['collection', 'invoices', 'receipts'])
  const { error, post } = usePosting(onClose)

  async function save(): Promise<void> {
    if (evidence.trim() === '') return setProblems({ evidence: t('problem.evidence') })
    if (itemIds.length === 0) return setProblems({ itemIds: t('problem.items') })
    setProblems({})
    await post((requestId) => api.limitation.interrupt({ customerId, itemIds, kind, on: on ?? undefined, evidence, note, requestId }))
  }
  return (
    <ActionDialog open width={640} title={t('interrupt.title', { name })} onClose={onClose} actions={[{ key: 'save', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={2} error={error} problems={problems}>
        <Field name="evidence" label={t('field.evidence')} required span={2} hint={t('interrupt.evidenceHint')}>
          <Input autoFocus autoComplete="off" maxLength={500} value={evidence} onChange={(event) => setEvidence(event.target.value)} />
        </Field>
        <Field name="kind" label={t('field.kind')}><Select value={kind} options={kinds} onChange={setKind} /></Field>
        <Field name="on" label={t('field.on')}><DayInput value={on} onChange={setOn} /></Field>
        <Field name="note" label={t('field.note')} span={2}><Input autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        <Field name="itemIds" label={t('field.items')} required span={2}><ItemChoice items={story.data?.items ?? []} chosen={itemIds} onChange={setItemIds} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
