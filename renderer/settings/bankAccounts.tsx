/** The company's own bank accounts, into which receipts go. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BankAccount } from '../../shared/settings/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'

export function BankAccounts({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation(['settings', 'ui'])
  const accounts = useQuery((signal) => api.settings.bankAccounts(undefined, { signal }), [], ['settings'])
  const [edited, setEdited] = useState<BankAccount | 'new' | null>(null)
  const columns: GridColumn<BankAccount>[] = [
    { field: 'name', title: t('account.name'), width: 180 },
    { field: 'bank', title: t('account.bank'), flex: true },
    { field: 'number', title: t('account.number'), width: 220 },
    { field: 'currency', title: t('account.currency'), width: 70 },
    { field: 'active', title: t('account.active'), kind: 'check', width: 70 },
  ]
  return (
    <section className="card">
      <div className="card-head">
        <h3>{t('accounts')}</h3>
        {!readOnly && <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('account.create')}</Button>}
      </div>
      <div className="bank-accounts">
        <DataGrid plain layoutKey="bankAccounts" columns={columns} rows={accounts.data ?? []} rowId={(row) => String(row.id)} {...(readOnly ? {} : { onOpen: setEdited })} />
      </div>
      {edited && <BankAccountDialog account={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

function BankAccountDialog({ account, onClose }: { account: BankAccount | null; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'ui'])
  const [form, setForm] = useState({ name: account?.name ?? '', bank: account?.bank ?? '', number: account?.number ?? '', currency: account?.currency ?? 'CNY', active: account?.active ?? true })
  const [error, setError] = useState<unknown>()
  const put = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }))

  async function save(): Promise<void> {
    try {
      await api.settings.saveBankAccount({ ...form, ...(account ? { id: account.id } : {}) })
      invalidate('settings')
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <ActionDialog open title={account ? account.name : t('account.create')} onClose={onClose} actions={[{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error} onEnd={() => void save()}>
        <Field name="name" label={t('account.name')} required><Input autoFocus value={form.name} maxLength={120} onChange={(event) => put({ name: event.target.value })} /></Field>
        <Field name="bank" label={t('account.bank')}><Input value={form.bank} maxLength={120} onChange={(event) => put({ bank: event.target.value })} /></Field>
        <Field name="number" label={t('account.number')}><Input value={form.number} maxLength={120} onChange={(event) => put({ number: event.target.value })} /></Field>
        <Field name="currency" label={t('account.currency')}><Input value={form.currency} maxLength={3} onChange={(event) => put({ currency: event.target.value.toUpperCase() })} /></Field>
        <Field name="active" label={t('account.active')}><Checkbox checked={form.active} onChange={(event) => put({ active: event.target.checked })} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
