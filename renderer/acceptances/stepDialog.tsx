/** One step of a bill's life: what it means, what it asks for, and Ctrl+Enter. */
import { Alert, App, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { discountRate } from '../../shared/acceptances/rules.ts'
import type { AcceptanceStep, AcceptanceView } from '../../shared/acceptances/schemas.ts'
import { formatMoney, money, subtract, ZERO } from '../../shared/money.ts'
import type { BankAccount } from '../../shared/settings/schemas.ts'
import { invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Fact, Field } from '../ui/documentForm.tsx'
import { EntryGrid } from '../ui/entryGrid.tsx'
import { MoneyInput, MoneyText } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { blankStep, isComplete, netOfStep, sendStep, sumOfParts, type StepDraft } from './steps.ts'

/** Everything that shows bills, debts or money asks again. */
export const refreshAfterStep = (): void => invalidate('acceptances', 'receipts', 'invoices', 'customers', 'bank', 'aging', 'overview', 'dunning')

export function StepDialog({ bill, step, accounts, onClose }: { bill: AcceptanceView; step: AcceptanceStep; accounts: readonly BankAccount[]; onClose: () => void }) {
  const { t } = useTranslation('acceptances')
  const { message } = App.useApp()
  const [draft, setDraft] = useState(() => blankStep(bill, step, today(), accounts[0]?.id ?? null))
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())
  // The last key may change a field and send within one event; sending must see the change.
  const latest = useRef(draft)
  const toBank = step === 'discount' || step === 'collect'

  function change(next: Partial<StepDraft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
  }

  async function send(): Promise<void> {
    if (!isComplete(bill, step, latest.current)) return
    try {
      await sendStep(bill.id, step, latest.current, requestId)
    } catch (refused) {
      setError(refused)
      return
    }
    refreshAfterStep()
    message.success(t('dialog.done', { number: bill.number, step: t(`step.${step}`) }))
    onClose()
  }

  return (
    <ActionDialog
      open
      width={step === 'split' ? 620 : 560}
      title={`${t(`step.${step}`)} · ${bill.number} · ${formatMoney(bill.amount)}`}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('dialog.back'), onRun: onClose },
        { key: 'send', label: t(`step.${step}`), shortcut: KEYS.post, kind: step === 'dishonour' || step === 'undo' ? 'danger' : 'primary', disabled: !isComplete(bill, step, draft), onRun: send },
      ]}
    >
      <div data-testid="step-dialog">
        <StepText bill={bill} step={step} draft={draft} />
        {step === 'split' && <SplitLines bill={bill} draft={draft} onChange={(parts) => change({ parts })} />}
        <DocumentForm columns={1} error={error} onEnd={() => void send()}>
          {step === 'endorse' ? <Field name="endorsee" label={t('dialog.endorsee')} required><Input autoFocus maxLength={120} value={draft.text} onChange={(event) => change({ text: event.target.value })} /></Field> : <></>}
          {step === 'dishonour' ? <Field name="reason" label={t('dialog.reason')} required><Input autoFocus maxLength={200} placeholder={t('dialog.reasonHint')} value={draft.text} onChange={(event) => change({ text: event.target.value })} /></Field> : <></>}
          {step === 'notify' ? <Field name="notified" label={t('dialog.notified')}><Input autoFocus maxLength={120} value={draft.text} onChange={(event) => change({ text: event.target.value })} /></Field> : <></>}
          {step === 'discount' ? <Field name="interest" label={t('dialog.interest')} required hint={rateWords()}><MoneyInput autoFocus currency={bill.currency} value={draft.interest} onChange={(interest) => change({ interest })} /></Field> : <></>}
          {toBank ? <Field name="fee" label={t('dialog.fee')}><MoneyInput autoFocus={step === 'collect'} currency={bill.currency} value={draft.fee} onChange={(fee) => change({ fee })} /></Field> : <></>}
          {toBank ? (
            <Field name="bankAccountId" label={t('dialog.bankAccount')} required>
              <Select value={draft.bankAccountId} options={accounts.map((account) => ({ value: account.id, label: account.name }))} onChange={(bankAccountId) => change({ bankAccountId })} />
            </Field>
          ) : <></>}
          {toBank ? <Fact label={t('dialog.net')}><MoneyText value={netOfStep(bill, draft)} strong /></Fact> : <></>}
          <Field name="on" label={t('dialog.on')} required><DayInput autoFocus={step === 'present' || step === 'settle' || step === 'undo'} value={draft.on} onChange={(on) => change({ on })} /></Field>
          <Field name="note" label={t('dialog.note')}><Input maxLength={500} value={draft.note} onChange={(event) => change({ note: event.target.value })} /></Field>
        </DocumentForm>
      </div>
    </ActionDialog>
  )

  function rateWords(): string {
    const rate = draft.on && draft.interest ? discountRate({ amount: bill.amount, interest: draft.interest, dueOn: bill.dueOn }, draft.on) : null
    return rate === null ? '' : t('dialog.rate', { rate: (rate / 100).toFixed(2) })
  }
}

/** The amounts of the parts; the cursor begins in the first. */
function SplitLines({ bill, draft, onChange }: { bill: AcceptanceView; draft: StepDraft; onChange: (parts: StepDraft['parts']) => void }) {
  const { t } = useTranslation('acceptances')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={box} className="split-lines">
      <EntryGrid
        path="amounts"
        currency={bill.currency}
        rows={draft.parts}
        columns={[{ field: 'amount', title: t('dialog.amounts'), kind: 'money', fill: (row) => rest(bill, draft, row.amount) }]}
        newRow={() => ({ amount: rest(bill, draft, null) || null })}
        onChange={onChange}
        footer={<span className={sumOfParts(draft) === bill.amount ? 'quiet' : 'warning'}>{t('dialog.addsUp', { sum: formatMoney(sumOfParts(draft)), amount: formatMoney(bill.amount) })}</span>}
      />
    </div>
  )
}

/** What is left of the bill beside the other parts. */
const rest = (bill: AcceptanceView, draft: StepDraft, own: number | null) => money(Math.max(0, bill.amount - sumOfParts(draft) + (own ?? 0)))

/** What the step means, and what the clerk should know before: that it is early or late, and what else it takes back. */
function StepText({ bill, step, draft }: { bill: AcceptanceView; step: AcceptanceStep; draft: StepDraft }) {
  const { t } = useTranslation('acceptances')
  const undone = bill.events.findLast((event) => event.kind !== 'undone' && !event.undone)
  const warnings: string[] = []
  if (step === 'present' && draft.on && draft.on < bill.dueOn) warnings.push(t('dialog.early', { day: bill.dueOn }))
  if (step === 'present' && draft.on && draft.on > bill.presentBy) warnings.push(t('dialog.late', { day: bill.presentBy }))
  if (step === 'undo' && undone?.kind === 'dishonoured' && bill.revived && bill.revived.open < bill.amount) {
    warnings.push(t('dialog.revivedSettled', { amount: formatMoney(subtract(bill.amount, bill.revived.open ?? ZERO)) }))
  }
  if (step === 'undo' && undone?.kind === 'split') warnings.push(t('dialog.partsVoid', { numbers: bill.parts.filter((part) => part.status !== 'returned').map((part) => part.number).join('、') }))
  return (
    <>
      <p>{t(`dialog.text.${step}`, { amount: formatMoney(bill.amount), event: undone ? t(`event.${undone.kind}`) : '', day: undone?.on ?? '' })}</p>
      {warnings.map((warning) => <Alert key={warning} type="warning" showIcon title={warning} className="step-warning" />)}
    </>
  )
}
