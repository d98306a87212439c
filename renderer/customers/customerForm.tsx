/** The form of a customer's file. Ctrl+S saves; what somebody else saved meanwhile is shown, never overwritten. */
import { SaveOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input, InputNumber, Select } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../shared/customers/schemas.ts'
import { api, invalidate } from '../api.ts'
import { changeTab, openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { EntryGrid } from '../ui/entryGrid.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { refusalOf } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { blankContact, toCustomer, type CustomerDraft } from './customerDraft.ts'
import { TermsEditor } from './termsEditor.tsx'
import './customers.css'

interface CustomerFormProps {
  start: CustomerDraft
  saved?: CustomerView
  onReload?: () => void
  /** The customer's other tabs; while one of them is shown the form keeps what was typed. */
  tabs?: ReactNode
  hidden?: boolean
  children?: ReactNode
}

type TextField = 'code' | 'name' | 'shortName' | 'mnemonic' | 'taxNumber' | 'phone' | 'address' | 'bankName' | 'bankAccount' | 'department' | 'note'

export function CustomerForm({ start, saved, onReload, tabs, hidden, children }: CustomerFormProps) {
  const { t } = useTranslation('customers')
  const { message } = App.useApp()
  const page = usePage('customer')
  const { can } = useSession()
  const [draft, setDraft] = useState(start)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const latest = useRef(draft)
  const users = useQuery((signal) => api.users.list(undefined, { signal }), [], ['users'])
  usePageTitle(saved ? saved.shortName || saved.name : t('newTitle'))
  useEffect(() => page.setDirty(draft !== start), [draft])

  function change(next: Partial<CustomerDraft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
    setProblems({})
  }

  async function save(): Promise<void> {
    const input = toCustomer(latest.current)
    if (input.name.trim() === '') {
      setProblems({ name: t('problem.nameMissing') })
      return
    }
    let view: CustomerView
    try {
      view = saved ? await api.customers.update({ ...input, id: saved.id, version: saved.version }) : await api.customers.create(input)
    } catch (refused) {
      setError(refused)
      return
    }
    page.setDirty(false)
    invalidate('customers', 'invoices', 'receipts', 'aging', 'overview', 'dunning')
    message.success(t('form.saved'))
    if (saved) onReload?.()
    else changeTab(page.id, { params: { id: view.id } })
  }

  const conflict = refusalOf(error)?.reason === 'changedElsewhere'
  const text = (field: TextField, more: { required?: boolean; span?: number; hint?: string; autoFocus?: boolean } = {}) => (
    <Field name={field} label={t(`field.${field}`)} required={more.required ?? false} span={more.span ?? 1} hint={more.hint}>
      <Input autoComplete="off" maxLength={field === 'note' ? 500 : 120} autoFocus={more.autoFocus ?? false} value={draft[field]} onChange={(event) => change({ [field]: event.target.value })} />
    </Field>
  )

  return (
    <PageFrame
      title={saved ? saved.name : t('newTitle')}
      scroll={!hidden}
      actions={[
        { key: 'save', label: t('form.save'), shortcut: KEYS.save, icon: <SaveOutlined />, kind: 'primary', hidden: (hidden ?? false) || !can('customers.write'), onRun: save },
        { key: 'receive', label: t('action.receive'), shortcut: 'Alt+S', hidden: !saved || !can('receipts.write'), onRun: () => openPage('receiptEntry', { customerId: saved?.id ?? 0 }) },
        { key: 'invoice', label: t('action.invoice'), shortcut: KEYS.create, hidden: !saved || !can('invoices.write'), onRun: () => openPage('invoice', { customerId: saved?.id ?? 0 }) },
        { key: 'offset', label: t('action.offset'), shortcut: 'Alt+O', hidden: !saved || !can('receipts.write'), onRun: () => openPage('offsetEntry', { customerId: saved?.id ?? 0 }) },
        { key: 'refund', label: t('action.refund'), shortcut: 'Alt+T', hidden: !saved || !can('receipts.write'), onRun: () => openPage('refundEntry', { customerId: saved?.id ?? 0 }) },
        { key: 'letter', label: t('action.letter'), hidden: !saved || !can('letters.write'), onRun: () => openPage('letterRun', { customerIds: [saved?.id ?? 0] }) },
      ]}
    >
      {tabs}
      <div className="customer-form" hidden={hidden} data-testid="customer-form">
        {conflict && (
          <Alert type="warning" showIcon title={t('form.changedTitle')} description={t('form.changedText')} action={<Button onClick={onReload}>{t('form.reload')}</Button>} />
        )}
        <div className="card">
          <DocumentForm columns={3} error={conflict ? null : error} problems={problems}>
            {text('name', { required: true, span: 2, autoFocus: !saved })}
            {text('code', { hint: saved ? '' : t('form.codeHint') })}
            {text('shortName')}
            {text('mnemonic', { hint: t('form.mnemonicHint') })}
            <Field name="salespersonId" label={t('field.salesperson')}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('form.none')}
                value={draft.salespersonId}
                options={(users.data ?? []).filter((user) => user.active || user.id === draft.salespersonId).map((user) => ({ value: user.id, label: user.name }))}
                onChange={(salespersonId: number | null | undefined) => change({ salespersonId: salespersonId ?? null })}
              />
            </Field>
            <Field name="terms" label={t('field.terms')} span={2}>
              <TermsEditor value={draft.terms} cutOff={draft} onChange={(terms) => change({ terms })} />
            </Field>
            <Field name="cutOffDate" label={t('field.cutOffDate')} hint={t('form.cutOffHint')}>
              <InputNumber min={1} max={31} precision={0} value={draft.cutOffDate} onChange={(cutOffDate) => change({ cutOffDate })} />
            </Field>
            <Field name="cutOffCounts" label={t('field.cutOffCounts')}>
              <Select
                disabled={draft.cutOffDate === null}
                value={draft.cutOffCounts}
                options={[{ value: true, label: t('form.cutOffCounts') }, { value: false, label: t('form.cutOffCountsNot') }]}
                onChange={(cutOffCounts) => change({ cutOffCounts })}
              />
            </Field>
            <Field name="creditLimit" label={t('field.creditLimit')} hint={t('form.creditHint')}>
              <MoneyInput value={draft.creditLimit} onChange={(creditLimit) => change({ creditLimit })} />
            </Field>
            {text('department')}
            <Field name="active" label={t('field.active')}>
              <Select value={draft.active} options={[{ value: true, label: t('active.on') }, { value: false, label: t('active.off') }]} onChange={(active) => change({ active })} />
            </Field>
            {text('taxNumber')}
            {text('phone')}
            {text('bankName')}
            {text('bankAccount')}
            {text('address', { span: 2 })}
            {text('note', { span: 3 })}
          </DocumentForm>
        </div>
        <h2 className="section-title">{t('contact.title')}</h2>
        <EntryGrid
          path="contacts"
          rows={draft.contacts}
          error={error}
          newRow={blankContact}
          onChange={(contacts) => change({ contacts })}
          columns={[
            { field: 'name', title: t('contact.name'), kind: 'text', width: 140 },
            { field: 'role', title: t('contact.role'), kind: 'text', width: 140 },
            { field: 'phone', title: t('contact.phone'), kind: 'text', width: 180 },
            { field: 'email', title: t('contact.email'), kind: 'text' },
          ]}
        />
      </div>
      {children}
    </PageFrame>
  )
}
