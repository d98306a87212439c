/** The allowance for bad debts: what the office brought along, and the rates by age; ages in months since the document day. */
import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { ZERO } from '../../shared/money.ts'
import type { Options } from '../../shared/settings/schemas.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import './provisionRates.css'

const MOST_ENDS = 12
const NEXT_END_MONTHS = 12

interface ProvisionRatesProps {
  options: Options
  error: unknown
  readOnly: boolean
  onChange: (options: Options) => void
}

export function ProvisionRates({ options, error, readOnly, onChange: change }: ProvisionRatesProps) {
  const { t } = useTranslation('settings')
  const rates = options.provisionRates
  const onChange = (provisionRates: Options['provisionRates']): void => change({ ...options, provisionRates })
  const putEnd = (index: number, months: number): void => onChange({ ...rates, months: rates.months.map((end, at) => (at === index ? months : end)) })
  const putRate = (index: number, percent: number): void => onChange({ ...rates, rates: rates.rates.map((rate, at) => (at === index ? Math.round(percent * 100) : rate)) })
  const last = rates.months.at(-1) ?? 0
  const age = (index: number) => (rates.months[index] === undefined ? t('provision.over', { months: last }) : t('provision.upTo', { number: index + 1 }))
  return (
    <section className="card" data-testid="provision-rates">
      <h3>{t('provision.title')}</h3>
      <DocumentForm columns={3} error={error}>
        <Field name="options.openingAllowance" label={t('provision.opening')} hint={t('provision.openingHint')}>
          <MoneyInput value={options.openingAllowance} disabled={readOnly} onChange={(openingAllowance) => change({ ...options, openingAllowance: openingAllowance ?? ZERO })} />
        </Field>
      </DocumentForm>
      <div className="rate-lines">
        {rates.rates.map((rate, index) => (
          <div key={index} className="rate-line">
            <span className="field-label">{age(index)}</span>
            {rates.months[index] === undefined ? <span /> : (
              <InputNumber aria-label={t('provision.months', { number: index + 1 })} value={rates.months[index]} min={(rates.months[index - 1] ?? 0) + 1} max={600} precision={0} disabled={readOnly} suffix={t('provision.month')} onChange={(value) => value !== null && putEnd(index, value)} />
            )}
            <InputNumber aria-label={t('provision.rate', { number: index + 1 })} value={rate / 100} min={0} max={100} precision={2} disabled={readOnly} suffix="%" onChange={(value) => value !== null && putRate(index, value)} />
          </div>
        ))}
      </div>
      {!readOnly && (
        <div className="rate-tools">
          <Button size="small" disabled={rates.months.length >= MOST_ENDS} onClick={() => onChange({ months: [...rates.months, last + NEXT_END_MONTHS], rates: [...rates.rates, rates.rates.at(-1) ?? 0] })}>{t('provision.add')}</Button>
          <Button size="small" disabled={rates.months.length <= 1} onClick={() => onChange({ months: rates.months.slice(0, -1), rates: [...rates.rates.slice(0, -2), rates.rates.at(-1) ?? 0] })}>{t('provision.remove')}</Button>
          <span className="quiet">{t('provision.hint')}</span>
        </div>
      )}
    </section>
  )
}
