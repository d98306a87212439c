/** The company as letters and statements name it. */
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../shared/settings/schemas.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'

export function CompanyForm({ company, error, readOnly, onChange, onReload }: { company: Company; error: unknown; readOnly: boolean; onChange: (company: Company) => void; onReload: () => void }) {
  const { t } = useTranslation(['settings', 'ledgers'])
  const put = (change: Partial<Company>): void => onChange({ ...company, ...change })
  const text = (field: 'name' | 'taxNumber' | 'bankName' | 'bankAccount' | 'address' | 'contact' | 'phone' | 'timeZone') => (
    <Input value={company[field]} disabled={readOnly} maxLength={120} onChange={(event) => put({ [field]: event.target.value })} />
  )
  return (
    <section className="card">
      <h3>{t('company')}</h3>
      <DocumentForm columns={3} error={error} onReload={onReload}>
        <Field name="company.name" label={t('ledgers:form.name')} required>{text('name')}</Field>
        <Field name="company.taxNumber" label={t('ledgers:form.taxNumber')}>{text('taxNumber')}</Field>
        <Field name="company.standard" label={t('ledgers:form.standard')}>
          <Select value={company.standard} disabled={readOnly} onChange={(standard: Company['standard']) => put({ standard })} options={(['small', 'enterprise'] as const).map((value) => ({ value, label: t(`ledgers:standard.${value}`) }))} />
        </Field>
        <Field name="company.bankName" label={t('ledgers:form.bankName')}>{text('bankName')}</Field>
        <Field name="company.bankAccount" label={t('ledgers:form.bankAccount')}>{text('bankAccount')}</Field>
        <Field name="company.phone" label={t('ledgers:form.phone')}>{text('phone')}</Field>
        <Field name="company.address" label={t('ledgers:form.address')} span={2}>{text('address')}</Field>
        <Field name="company.contact" label={t('ledgers:form.contact')}>{text('contact')}</Field>
        <Field name="company.startOn" label={t('startOn')} hint={t('startOnHint')}>
          <DayInput value={company.startOn} disabled={readOnly} onChange={(startOn) => put({ startOn })} />
        </Field>
        <Field name="company.currency" label={t('ledgers:form.currency')}>
          <Input value={company.currency} disabled={readOnly} maxLength={3} onChange={(event) => put({ currency: event.target.value.toUpperCase() })} />
        </Field>
        <Field name="company.timeZone" label={t('timeZone')}>{text('timeZone')}</Field>
      </DocumentForm>
    </section>
  )
}
