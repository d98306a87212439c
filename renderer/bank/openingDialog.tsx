/** What stood on an account when a day ended: where its account book begins. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reconciliation } from '../../shared/bank/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'

export function OpeningDialog({ of, onClose }: { of: Reconciliation; onClose: () => void }) {
  const { t } = useTranslation(['bank', 'ui'])
  const [on, setOn] = useState<Day | null>(of.openingOn ?? (of.suggestedOpening ? addDays(of.suggestedOpening.before, -1) : null))
  const [amount, setAmount] = useState<Money | null>(of.opening ?? of.suggestedOpening?.amount ?? null)
  const stored = useQuery((signal) => api.bank.opening({ id: of.bankAccountId }, { signal }), [of.bankAccountId])
  const [error, setError] = useState<unknown>()
  const [problems, setProblems] = useState<Record<string, string>>()

  async function save(): Promise<void> {
    setProblems(on === null ? { on: t('ui:error.fieldInvalid') } : amount === null ? { amount: t('ui:error.fieldInvalid') } : undefined)
    if (on === null || amount === null) return
    try {
      await api.bank.setOpening({ id: of.bankAccountId, on, amount, version: stored.data?.version ?? 0 })
      invalidate('bank')
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }

  /** The page reads the opening anew; what was typed is given up. */
  function reload(): void {
    invalidate('bank')
    onClose()
  }

  return (
    <ActionDialog open title={t('bank:reconcile.openingTitle', { account: of.bankAccount })} onClose={onClose} actions={[{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error} onReload={reload} {...(problems ? { problems } : {})} onEnd={() => void save()}>
        <Field name="on" label={t('bank:reconcile.openingOn')} required><DayInput autoFocus value={on} onChange={setOn} /></Field>
        <Field name="amount" label={t('bank:reconcile.openingAmount')} required hint={t('bank:reconcile.openingHint')}><MoneyInput allowNegative currency={of.currency} value={amount} onChange={setAmount} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
