/** Creates or changes one of the company's own bank accounts; `preset` is what is known of a new one. */
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BankAccount } from '../../shared/settings/schemas.ts'
import { api, invalidate } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'

interface BankAccountDialogProps {
  account: BankAccount | null
  preset?: Partial<Omit<BankAccount, 'id'>>
  onClose: () => void
  onSaved?: (account: BankAccount) => void
}

export function BankAccountDialog({ account, preset, onClose, onSaved }: BankAccountDialogProps) {
  const { t } = useTranslation(['settings', 'ui'])
  const known = { ...preset, ...account }
  const [form, setForm] = useState({ name: known.name ?? '', bank: known.bank ?? '', number: known.number ?? '', currency: known.currency ?? 'CNY', active: known.active ?? true })
  const [error, setError] = useState<unknown>()
  const put = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }))

  async function save(): Promise<void> {
    try {
      const saved = await api.settings.saveBankAccount({ ...form, ...(account ? { id: account.id, version: account.version } : {}) })
      invalidate('settings')
      onClose()
      onSaved?.(saved)
    } catch (refused) {
      setError(refused)
    }
  }

  /** The list reads the record anew; what was typed is given up. */
  function reload(): void {
    invalidate('settings')
    onClose()
  }

  return (
    <ActionDialog open title={account ? account.name : t('account.create')} onClose={onClose} actions={[{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error} onReload={reload} onEnd={() => void save()}>
        <Field name="name" label={t('account.name')} required><Input autoFocus onFocus={(event) => event.target.select()} value={form.name} maxLength={120} onChange={(event) => put({ name: event.target.value })} /></Field>
        <Field name="bank" label={t('account.bank')}><Input value={form.bank} maxLength={120} onChange={(event) => put({ bank: event.target.value })} /></Field>
        <Field name="number" label={t('account.number')}><Input value={form.number} maxLength={120} onChange={(event) => put({ number: event.target.value })} /></Field>
        <Field name="currency" label={t('account.currency')}><Input value={form.currency} maxLength={3} onChange={(event) => put({ currency: event.target.value.toUpperCase() })} /></Field>
        <Field name="active" label={t('account.active')}><Checkbox checked={form.active} onChange={(event) => put({ active: event.target.checked })} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
