/** 登记争议: which items the customer contests, why, who settles it and by when. Until then they are not dunned. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryView } from '../../shared/collection/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { api } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { ItemChoice } from './itemChoice.tsx'
import { usePosting } from './usePosting.ts'

/** Two weeks are the usual time to look into a complaint. */
const DAYS_TO_SETTLE = 14

export function DisputeDialog({ story, currency, onClose }: { story: StoryView; currency: string; onClose: () => void }) {
  const { t } = useTranslation('collection')
  const { status } = useSession()
  const items = story.items.filter((item) => item.currency === currency && !item.disputed)
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState(story.salesperson === '' ? status.user?.name ?? '' : story.salesperson)
  const [openedOn, setOpenedOn] = useState<Day | null>(today())
  const [settleBy, setSettleBy] = useState<Day | null>(addDays(today(), DAYS_TO_SETTLE))
  const [itemIds, setItemIds] = useState<number[]>([])
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { error, post } = usePosting(onClose)

  async function save(): Promise<void> {
    if (reason.trim() === '') return setProblems({ reason: t('problem.reason') })
    if (settleBy === null) return setProblems({ settleBy: t('problem.day') })
    if (itemIds.length === 0) return setProblems({ itemIds: t('problem.items') })
    setProblems({})
    await post((requestId) => api.collection.openDispute({ customerId: story.customerId, itemIds, reason, owner, openedOn: openedOn ?? undefined, settleBy, requestId }))
  }
  return (
    <ActionDialog open width={640} title={t('dispute.title', { name: story.name })} onClose={onClose} actions={[{ key: 'save', label: t('save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={2} error={error} problems={problems}>
        <Field name="reason" label={t('field.disputeReason')} required span={2}><Input autoFocus autoComplete="off" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        <Field name="itemIds" label={t('field.items')} required span={2}><ItemChoice items={items} chosen={itemIds} onChange={setItemIds} /></Field>
        <Field name="owner" label={t('field.owner')} span={2}><Input autoComplete="off" maxLength={120} value={owner} onChange={(event) => setOwner(event.target.value)} /></Field>
        <Field name="openedOn" label={t('field.openedOn')}><DayInput value={openedOn} onChange={setOpenedOn} /></Field>
        <Field name="settleBy" label={t('field.settleBy')} required><DayInput value={settleBy} onChange={setSettleBy} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
