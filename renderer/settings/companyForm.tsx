/** The company as letters and statements name it. */
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../shared/settings/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { ActionButton } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function CompanyForm({ company, readOnly }: { company: Company; readOnly: boolean }) {
  const { t } = useTranslation(['settings', 'ledgers', 'ui'])
  const { message } = App.useApp()
  const [form, setForm] = useState(company)
  const [error, setError] = useState<unknown>()
  const put = (change: Partial<Company>): void => setForm((before) => ({ ...before, ...change }))
  const text = (field: 'name' | 'taxNumber' | 'bankName' | 'bankAccount' | 'address' | 'contact' | 'phone' | 'timeZone') => (
    <Input value={form[field]} disabled={readOnly} maxLength={120} onChange={(event) => put({ [field]: event.target.value })} />
  )

  async function save(): Promise<void> {
    try {
      setForm((await api.settings.update({ company: form })).company)
      setError(undefined)
      invalidate('settings', 'ledgers')
      message.success(t('saved'))
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <section className="card">
      <h3>{t('company')}</h3>
      <DocumentForm columns={3} error={error}>
        <Field name="company.name" label={t('ledgers:form.name')} required>{text('name')}</Field>
        <Field name="company.taxNumber" label={t('ledgers:form.taxNumber')}>{text('taxNumber')}</Field>
        <Field name="company.standard" label={t('ledgers:form.standard')}>
          <Select value={form.standard} disabled={readOnly} onChange={(standard: Company['standard']) => put({ standard })} options={(['small', 'enterprise'] as const).map((value) => ({ value, label: t(`ledgers:standard.${value}`) }))} />
        </Field>
        <Field name="company.bankName" label={t('ledgers:form.bankName')}>{text('bankName')}</Field>
        <Field name="company.bankAccount" label={t('ledgers:form.bankAccount')}>{text('bankAccount')}</Field>
        <Field name="company.phone" label={t('ledgers:form.phone')}>{text('phone')}</Field>
        <Field name="company.address" label={t('ledgers:form.address')} span={2}>{text('address')}</Field>
        <Field name="company.contact" label={t('ledgers:form.contact')}>{text('contact')}</Field>
        <Field name="company.startOn" label={t('startOn')} hint={t('startOnHint')}>
          <DayInput value={form.startOn} disabled={readOnly} onChange={(startOn) => put({ startOn })} />
        </Field>
        <Field name="company.currency" label={t('ledgers:form.currency')}>
          <Input value={form.currency} disabled={readOnly} maxLength={3} onChange={(event) => put({ currency: event.target.value.toUpperCase() })} />
        </Field>
        <Field name="company.timeZone" label={t('timeZone')}>{text('timeZone')}</Field>
      </DocumentForm>
      {!readOnly && <div className="form-actions"><ActionButton action={{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.save, kind: 'primary', onRun: save }} /></div>}
    </section>
  )
}
