/** The slip that came back: it agrees, or names another balance. Ctrl+Enter records it. */
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountPaperRow } from '../../shared/accountPapers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { formatMoney, type Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

export function ReplyDialog({ paper, onClose }: { paper: Pick<AccountPaperRow, 'id' | 'number' | 'customerName' | 'asOf' | 'balance' | 'currency'>; onClose: () => void }) {
  const { t } = useTranslation(['accountPapers', 'ui'])
  const { message } = App.useApp()
  const [on, setOn] = useState<Day>(today())
  const [agreed, setAgreed] = useState(true)
  const [balance, setBalance] = useState<Money | null>(null)
  const [person, setPerson] = useState('')
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())

  async function record(): Promise<void> {
    try {
      await api.accountPapers.reply({ id: paper.id, on, agreed, balance: agreed ? null : balance, person, note, requestId })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('accountPapers')
    message.success(t('reply.done', { number: paper.number }))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t('reply.title', { number: paper.number })}
      onClose={onClose}
      actions={[
        { key: 'cancel', label: t('ui:action.cancel'), onRun: onClose },
        { key: 'record', label: t('reply.button'), shortcut: KEYS.post, kind: 'primary', onRun: record },
      ]}
    >
      <p>{t('reply.text', { customer: paper.customerName, day: paper.asOf, balance: `${paper.currency} ${formatMoney(paper.balance)}` })}</p>
      <DocumentForm columns={2} error={error}>
        <Field name="agreed" label={t('reply.result')} required>
          <Select
            autoFocus
            value={agreed ? 'agreed' : 'differs'}
            options={(['agreed', 'differs'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
            onChange={(value) => setAgreed(value === 'agreed')}
          />
        </Field>
        <Field name="on" label={t('reply.on')} required><DayInput value={on} onChange={(value) => setOn(value ?? today())} /></Field>
        <Field name="balance" label={t('reply.balance')}><MoneyInput allowNegative currency={paper.currency} disabled={agreed} value={balance} onChange={setBalance} /></Field>
        <Field name="person" label={t('reply.person')}><Input maxLength={120} value={person} onChange={(event) => setPerson(event.target.value)} /></Field>
        <Field name="note" label={t('reply.note')} span={2}><Input maxLength={500} value={note} placeholder={t('reply.noteHint')} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
