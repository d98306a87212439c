/** The rates of the allowance for bad debts by age; ages in months since the document day. */
import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProvisionRates as Rates } from '../../shared/settings/schemas.ts'
import './provisionRates.css'

const MOST_ENDS = 12
const NEXT_END_MONTHS = 12

export function ProvisionRates({ rates, readOnly, onChange }: { rates: Rates; readOnly: boolean; onChange: (rates: Rates) => void }) {
  const { t } = useTranslation('settings')
  const putEnd = (index: number, months: number): void => onChange({ ...rates, months: rates.months.map((end, at) => (at === index ? months : end)) })
  const putRate = (index: number, percent: number): void => onChange({ ...rates, rates: rates.rates.map((rate, at) => (at === index ? Math.round(percent * 100) : rate)) })
  const last = rates.months.at(-1) ?? 0
  const age = (index: number) => (rates.months[index] === undefined ? t('provision.over', { months: last }) : t('provision.upTo', { number: index + 1 }))
  return (
    <section className="card" data-testid="provision-rates">
      <h3>{t('provision.title')}</h3>
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
