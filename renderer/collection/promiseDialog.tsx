/** 付款承诺: how much the customer said will come by when; ticked items narrow it to them, `=` fills in what they have open. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryView } from '../../shared/collection/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { sumOf, type Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { ItemChoice } from './itemChoice.tsx'
import { usePosting } from './usePosting.ts'

export function PromiseDialog({ story, currency, onClose }: { story: StoryView; currency: string; onClose: () => void }) {
  const { t } = useTranslation('collection')
  const items = story.items.filter((item) => item.currency === currency)
  const [amount, setAmount] = useState<Money | null>(null)
  const [dueOn, setDueOn] = useState<Day | null>(null)
  const [madeOn, setMadeOn] = useState<Day | null>(today())
  const [person, setPerson] = useState(story.contacts[0]?.name ?? '')
  const [note, setNote] = useState('')
  const [itemIds, setItemIds] = useState<number[]>([])
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { error, post } = usePosting(onClose)
  const open = (): Money => sumOf(items.filter((item) => (itemIds.length === 0 ? item.daysOverdue > 0 : itemIds.includes(item.itemId))), (item) => item.open)

  async function save(): Promise<void> {
    if (amount === null || amount <= 0) return setProblems({ amount: t('problem.amount') })
    if (dueOn === null) return setProblems({ dueOn: t('problem.day') })
    setProblems({})
    await post((requestId) => api.collection.makePromise({ customerId: story.customerId, amount, currency, dueOn, madeOn: madeOn ?? undefined, itemIds, person, note, requestId }))
  }
  return (
    <ActionDialog open width={640} title={t('promise.title', { name: story.name })} onClose={onClose} actions={[{ key: 'save', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={2} error={error} problems={problems}>
        <Field name="amount" label={t('field.amount')} required hint={t('promise.fill')}><MoneyInput autoFocus currency={currency} value={amount} fill={open} onChange={setAmount} /></Field>
        <Field name="dueOn" label={t('field.promisedOn')} required><DayInput value={dueOn} onChange={setDueOn} /></Field>
        <Field name="person" label={t('field.promiser')}><Input autoComplete="off" maxLength={120} value={person} onChange={(event) => setPerson(event.target.value)} /></Field>
        <Field name="madeOn" label={t('field.madeOn')}><DayInput value={madeOn} onChange={setMadeOn} /></Field>
        <Field name="note" label={t('field.note')} span={2}><Input autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        <Field name="itemIds" label={t('field.items')} span={2} hint={t('promise.items')}><ItemChoice items={items} chosen={itemIds} onChange={setItemIds} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
