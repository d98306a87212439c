/** Approving, rejecting, or noting what came back: what it means, what it asks for, and Ctrl+Enter. */
import { App, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView, WriteOffView } from '../../shared/badDebt/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { formatMoney, type Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

export type BadDebtStep = { step: 'approve' | 'reject'; request: RequestView } | { step: 'recover'; writeOff: WriteOffView }

interface Draft {
  on: Day | null
  amount: Money | null
  note: string
}

export function StepDialog({ onClose, ...given }: BadDebtStep & { onClose: () => void }) {
  const { t } = useTranslation('badDebt')
  const { message } = App.useApp()
  const left = given.step === 'recover' ? given.writeOff.left : null
  const [draft, setDraft] = useState<Draft>({ on: today(), amount: null, note: '' })
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())
  // The last key may change a field and send within one event; sending must see the change.
  const latest = useRef(draft)
  const complete = ({ on, amount, note }: Draft): boolean => (given.step === 'reject' ? note.trim() !== '' : on !== null && (given.step === 'approve' || (amount !== null && amount > 0)))

  function change(next: Partial<Draft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
  }

  /** Sends the step and answers the document that came of it. */
  async function run({ on, amount, note }: Draft): Promise<WriteOffView | null> {
    if (given.step === 'recover') return on === null || amount === null ? null : api.badDebt.recover({ id: given.writeOff.id, amount, recoveredOn: on, note: note.trim(), requestId })
    if (given.step === 'approve') return api.badDebt.approve({ id: given.request.id, writtenOffOn: on ?? undefined, note: note.trim(), requestId })
    await api.badDebt.reject({ id: given.request.id, note: note.trim(), requestId })
    return null
  }

  async function send(): Promise<void> {
    if (!complete(latest.current)) return
    let document: WriteOffView | null
    try {
      document = await run(latest.current)
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('badDebt', 'invoices', 'receipts', 'customers', 'aging', 'overview', 'dunning', 'collection', 'periods')
    message.success(given.step === 'reject' ? t('dialog.rejected') : t(given.step === 'approve' ? 'dialog.approved' : 'dialog.recovered', { number: document?.number ?? '' }))
    onClose()
    if (document) openPage('writeOff', { id: document.id })
  }

  return (
    <ActionDialog
      open
      title={t(`document.${given.step}`)}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('dialog.back'), onRun: onClose },
        { key: 'send', label: t(`document.${given.step}`), shortcut: KEYS.post, kind: given.step === 'reject' ? 'danger' : 'primary', disabled: !complete(draft), onRun: send },
      ]}
    >
      <p>{t(`dialog.${given.step}`, { left: formatMoney(left ?? 0) })}</p>
      <DocumentForm columns={1} error={error} onEnd={() => void send()}>
        {given.step === 'recover' ? <Field name="amount" label={t('dialog.amount')} required><MoneyInput autoFocus currency={given.writeOff.currency} value={draft.amount} placeholder={`= ${formatMoney(given.writeOff.left)}`} fill={() => given.writeOff.left} onChange={(amount) => change({ amount })} /></Field> : <></>}
        {given.step === 'reject' ? <></> : (
          <Field name={given.step === 'approve' ? 'writtenOffOn' : 'recoveredOn'} label={t(given.step === 'approve' ? 'field.writtenOffOn' : 'field.recoveredOn')} required>
            <DayInput autoFocus={given.step === 'approve'} value={draft.on} onChange={(on) => change({ on })} />
          </Field>
        )}
        <Field name="note" label={t('field.note')} required={given.step === 'reject'}>
          <Input autoFocus={given.step === 'reject'} maxLength={given.step === 'reject' ? 200 : 500} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
