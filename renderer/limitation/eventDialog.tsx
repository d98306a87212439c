/** 登记进展: a stage of a lawsuit, a hearing to come, a cost, a note. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { CaseStage, LawsuitView } from '../../shared/limitation/schemas.ts'
import { ZERO, type Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { usePosting } from '../collection/usePosting.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useLimitationOptions } from './tags.tsx'

/** What usually comes next. */
const NEXT: Partial<Record<CaseStage, CaseStage>> = { filed: 'accepted', accepted: 'hearing', mediation: 'hearing', hearing: 'judgment', judgment: 'enforcement', enforcement: 'closed' }

export function EventDialog({ lawsuit, onClose }: { lawsuit: LawsuitView; onClose: () => void }) {
  const { t } = useTranslation('limitation')
  const { stages } = useLimitationOptions()
  const [chosen, setChosen] = useState<CaseStage>()
  // Until one is chosen it follows the lawsuit, whose last event may only just have been noted.
  const stage = chosen ?? NEXT[lawsuit.stage] ?? 'note'
  const [on, setOn] = useState<Day | null>(today())
  const [caseNumber, setCaseNumber] = useState('')
  const [amount, setAmount] = useState<Money | null>(null)
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { error, post } = usePosting(onClose)

  async function save(): Promise<void> {
    if (on === null) return setProblems({ on: t('problem.day') })
    setProblems({})
    await post((requestId) => api.limitation.recordLawsuitEvent({ id: lawsuit.id, stage, on, caseNumber, amount: amount ?? ZERO, note, requestId }))
  }
  return (
    <ActionDialog open title={t('event.title', { number: lawsuit.number })} onClose={onClose} actions={[{ key: 'save', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={2} error={error} problems={problems}>
        <Field name="stage" label={t('field.stage')} required><Select autoFocus value={stage} options={stages} onChange={setChosen} /></Field>
        <Field name="on" label={t('field.on')} required hint={t('event.hint')}><DayInput value={on} onChange={setOn} /></Field>
        <Field name="caseNumber" label={t('field.caseNumber')}><Input autoComplete="off" maxLength={120} value={caseNumber} onChange={(event) => setCaseNumber(event.target.value)} /></Field>
        <Field name="amount" label={t('field.amount')}><MoneyInput currency={lawsuit.currency} value={amount} onChange={setAmount} /></Field>
        <Field name="note" label={t('field.note')} span={2}><Input autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
