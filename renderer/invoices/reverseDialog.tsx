/** Reverses a posted document (红冲), after showing what is taken back with it. */
import { App, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { formatMoney, negate, type Money } from '../../shared/money.ts'
import { invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

interface ReverseDialogProps {
  number: string
  amount: Money
  /** What is taken back with it. */
  children: ReactNode
  /** Why it cannot be reversed at all, in words. */
  blocked?: string | undefined
  /** The first day on which it can be, where that is later than today. */
  firstDay?: Day | undefined
  /** Reverses and answers the number of the reversal. */
  onReverse: (input: { reason: string; reversedOn: Day; requestId: string }) => Promise<string>
  onClose: () => void
}

export function ReverseDialog({ number, amount, children, blocked, firstDay, onReverse, onClose }: ReverseDialogProps) {
  const { t } = useTranslation('invoices')
  const { message } = App.useApp()
  const [chosenDay, setChosenDay] = useState<Day | null>(null)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())
  const reversedOn = chosenDay ?? firstDay ?? today()

  async function reverse(): Promise<void> {
    let reversal: string
    try {
      reversal = await onReverse({ reason: reason.trim(), requestId, reversedOn })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning', 'vouchers', 'offsets', 'refunds', 'acceptances', 'bank', 'badDebt')
    message.success(t('reverse.done', { number: reversal }))
    onClose()
  }

  return (
    <ActionDialog
      open
      width={680}
      title={t('reverse.title', { number })}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('reverse.back'), onRun: onClose },
        { key: 'reverse', label: t('reverse.confirm'), shortcut: KEYS.post, kind: 'danger', disabled: blocked ?? (reason.trim() === '' ? t('reverse.reasonMissing') : false), onRun: reverse },
      ]}
    >
      <p>{t('reverse.text', { amount: formatMoney(negate(amount)) })}</p>
      {children}
      <DocumentForm columns={1} error={error}>
        <Field name="reason" label={t('reverse.reason')} required>
          <Input autoFocus maxLength={200} value={reason} placeholder={t('reverse.reasonHint')} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Field name="reversedOn" label={t('reverse.on')} required>
          <DayInput value={reversedOn} onChange={setChosenDay} />
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
