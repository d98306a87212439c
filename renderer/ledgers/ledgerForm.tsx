/** Creates a ledger (账套): the company, its bank, the accounting standard, the first period and who administers it. */
import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isDesktop } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { ActionButton } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { openedLedger } from './openedLedger.ts'

const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP']

export function LedgerForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation(['ledgers', 'ui'])
  const { status } = useSession()
  const [error, setError] = useState<unknown>()
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [again, setAgain] = useState('')
  const [form, setForm] = useState({
    name: '', taxNumber: '', bankName: '', bankAccount: '', address: '', contact: '', phone: '', location: '',
    standard: 'small' as 'small' | 'enterprise', currency: 'CNY', firstPeriod: today().slice(0, 7), administrator: t('administratorName'), password: '',
  })
  const put = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }))
  const text = (field: 'name' | 'taxNumber' | 'bankName' | 'bankAccount' | 'address' | 'contact' | 'phone' | 'administrator', focus = false) => (
    <Input value={form[field]} autoFocus={focus} autoComplete="off" maxLength={120} onChange={(event) => put({ [field]: event.target.value })} />
  )

  function findProblems(): Record<string, string> {
    const found: Record<string, string> = {}
    if (form.name.trim() === '') found.name = t('form.nameMissing')
    if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(form.firstPeriod)) found.firstPeriod = t('form.periodWrong')
    if (form.password.length < 6) found.password = t('form.passwordShort')
    else if (form.password !== again) found.passwordAgain = t('form.passwordDiffers')
    return found
  }

  async function create(): Promise<void> {
    const found = findProblems()
    setProblems(found)
    if (Object.keys(found).length > 0) return
    try {
      const { location, ...rest } = form
      await api.ledgers.create({ ...rest, firstPeriod: form.firstPeriod, ...(location.trim() === '' ? {} : { location }) })
      openedLedger()
    } catch (refused) {
      setError(refused)
    }
  }

  async function choose(): Promise<void> {
    const { location } = await api.ledgers.chooseFile({ mode: 'create', name: form.name })
    if (location) put({ location })
  }

  return (
    <div className="ledger-form">
      <DocumentForm columns={2} error={error} problems={problems} onEnd={() => void create()}>
        <Field name="name" label={t('form.name')} required span={2}>{text('name', true)}</Field>
        <Field name="taxNumber" label={t('form.taxNumber')}>{text('taxNumber')}</Field>
        <Field name="standard" label={t('form.standard')}>
          <Select value={form.standard} onChange={(standard: 'small' | 'enterprise') => put({ standard })} options={(['small', 'enterprise'] as const).map((value) => ({ value, label: t(`standard.${value}`) }))} />
        </Field>
        <Field name="bankName" label={t('form.bankName')}>{text('bankName')}</Field>
        <Field name="bankAccount" label={t('form.bankAccount')}>{text('bankAccount')}</Field>
        <Field name="address" label={t('form.address')} span={2}>{text('address')}</Field>
        <Field name="contact" label={t('form.contact')}>{text('contact')}</Field>
        <Field name="phone" label={t('form.phone')}>{text('phone')}</Field>
        <Field name="firstPeriod" label={t('form.firstPeriod')} required hint={t('form.firstPeriodHint')}>
          <Input value={form.firstPeriod} maxLength={7} onChange={(event) => put({ firstPeriod: event.target.value })} />
        </Field>
        <Field name="currency" label={t('form.currency')}>
          <Select value={form.currency} onChange={(currency: string) => put({ currency })} options={CURRENCIES.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="location" label={t('form.location')} span={2} hint={t('form.locationHint', { folder: status.folder })}>
          <LocationInput value={form.location} onChange={(location) => put({ location })} onChoose={() => void choose()} />
        </Field>
        <Field name="administrator" label={t('form.administrator')} required>{text('administrator')}</Field>
        <span />
        <Field name="password" label={t('form.password')} required hint={t('form.passwordHint')}>
          <Input.Password value={form.password} autoComplete="new-password" onChange={(event) => put({ password: event.target.value })} />
        </Field>
        <Field name="passwordAgain" label={t('form.passwordAgain')} required>
          <Input.Password value={again} autoComplete="new-password" onChange={(event) => setAgain(event.target.value)} />
        </Field>
      </DocumentForm>
      <div className="form-actions">
        <Button onClick={onCancel}>{t('ui:action.back')}</Button>
        <ActionButton action={{ key: 'create', label: t('form.create'), shortcut: KEYS.post, kind: 'primary', onRun: create }} />
      </div>
    </div>
  )
}

/** Where a ledger lies: chosen with the system's dialog in the desktop program, typed in a browser. */
export function LocationInput({ id, value, onChange, onChoose }: { id?: string; value: string; onChange: (location: string) => void; onChoose: () => void }) {
  const { t } = useTranslation('ledgers')
  return (
    <Space.Compact block>
      <Input {...(id ? { id } : {})} value={value} maxLength={500} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      {isDesktop && <Button icon={<FolderOpenOutlined />} onClick={onChoose}>{t('choose')}</Button>}
    </Space.Compact>
  )
}
