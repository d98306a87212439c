/** Reverses a posted document (红冲), after showing which allocations are taken back with it. */
import { App, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { AllocationRow } from '../../shared/invoices/schemas.ts'
import { formatMoney, negate, type Money } from '../../shared/money.ts'
import { invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

interface ReverseDialogProps {
  number: string
  amount: Money
  allocations: readonly AllocationRow[]
  /** The side on which the document stands; the other side's documents are named. */
  side: 'debit' | 'credit'
  /** Says what becomes of the documents on the other side. */
  hangingText: (count: number) => string
  /** Reverses and answers the number of the reversal. */
  onReverse: (input: { reason: string; reversedOn?: Day; requestId: string }) => Promise<string>
  onClose: () => void
}

export function ReverseDialog({ number, amount, allocations, side, hangingText, onReverse, onClose }: ReverseDialogProps) {
  const { t } = useTranslation('invoices')
  const { message } = App.useApp()
  const [reversedOn, setReversedOn] = useState<Day | null>(today())
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())
  const hanging = allocations.filter((row) => row.releasesId === null && row.releasedOn === null)

  async function reverse(): Promise<void> {
    let reversal: string
    try {
      reversal = await onReverse({ reason: reason.trim(), requestId, ...(reversedOn ? { reversedOn } : {}) })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning')
    message.success(t('reverse.done', { number: reversal }))
    onClose()
  }

  return (
    <ActionDialog
      open
      width={620}
      title={t('reverse.title', { number })}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('reverse.back'), onRun: onClose },
        { key: 'reverse', label: t('reverse.confirm'), shortcut: KEYS.post, kind: 'danger', disabled: reason.trim() === '' ? t('reverse.reasonMissing') : false, onRun: reverse },
      ]}
    >
      <p>{t('reverse.text', { amount: formatMoney(negate(amount)) })}</p>
      {hanging.length === 0 ? <p className="quiet">{t('reverse.nothing')}</p> : (
        <>
          <p>{hangingText(hanging.length)}</p>
          <ul className="hanging" data-testid="hanging">
            {hanging.map((row) => (
              <li key={row.id}>
                <span>{side === 'credit' ? `${row.debit.number} ${row.debit.invoiceNumber}` : row.credit.number}</span>
                <span className="figure quiet">{row.allocatedOn}</span>
                <MoneyText value={row.amount} />
              </li>
            ))}
          </ul>
        </>
      )}
      <DocumentForm columns={1} error={error}>
        <Field name="reason" label={t('reverse.reason')} required>
          <Input autoFocus maxLength={200} value={reason} placeholder={t('reverse.reasonHint')} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Field name="reversedOn" label={t('reverse.on')} required>
          <DayInput value={reversedOn} onChange={setReversedOn} />
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
