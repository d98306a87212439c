/** The office's rules of dunning: levels, spacing, fees, and the interest on late payment. */
import { Checkbox, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LETTER_LEVELS } from '../../shared/dunning/schemas.ts'
import { ZERO } from '../../shared/money.ts'
import { levelThatDoesNotRise } from '../../shared/settings/rules.ts'
import { zInterestBasis, type InterestBasis, type Options } from '../../shared/settings/schemas.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'

interface DunningOptionsProps {
  options: Options
  error: unknown
  readOnly: boolean
  onChange: (options: Options) => void
}

/** Rates are kept in millionths a day and in hundredths of the LPR; the office says 万分之 and times. */
const PER_TEN_THOUSAND = 100
const HUNDREDTHS = 100

export function DunningOptions({ options, error, readOnly, onChange }: DunningOptionsProps) {
  const { t } = useTranslation(['settings', 'dunning'])
  const put = (change: Partial<Options>): void => onChange({ ...options, ...change })
  const wrong = levelThatDoesNotRise(options)
  const days = (field: 'letterGapDays' | 'demandAfterDays' | 'secondDemandAfterDays' | 'finalNoticeAfterDays' | 'payWithinDays', least: number) => (
    <InputNumber value={options[field]} min={least} precision={0} disabled={readOnly} status={field === wrong ? 'error' : ''} onChange={(value) => put({ [field]: value ?? least })} />
  )
  const hint = (field: 'secondDemandAfterDays' | 'finalNoticeAfterDays') => (field === wrong ? <span className="field-error">{t('levelsWrong')}</span> : t(`${field}Hint`))
  return (
    <section className="card">
      <h3>{t('dunning')}</h3>
      <DocumentForm columns={3} error={error}>
        <Field name="options.demandAfterDays" label={t('demandAfterDays')} hint={t('demandAfterDaysHint')}>{days('demandAfterDays', 0)}</Field>
        <Field name="options.secondDemandAfterDays" label={t('secondDemandAfterDays')} hint={hint('secondDemandAfterDays')}>{days('secondDemandAfterDays', 0)}</Field>
        <Field name="options.finalNoticeAfterDays" label={t('finalNoticeAfterDays')} hint={hint('finalNoticeAfterDays')}>{days('finalNoticeAfterDays', 0)}</Field>
        <Field name="options.letterGapDays" label={t('letterGapDays')} hint={t('letterGapDaysHint')}>{days('letterGapDays', 0)}</Field>
        <Field name="options.letterMinimum" label={t('letterMinimum')} hint={t('letterMinimumHint')}>
          <MoneyInput value={options.letterMinimum} disabled={readOnly} onChange={(letterMinimum) => put({ letterMinimum: letterMinimum ?? ZERO })} />
        </Field>
        <Field name="options.payWithinDays" label={t('payWithinDays')} hint={t('payWithinDaysHint')}>{days('payWithinDays', 1)}</Field>
        {LETTER_LEVELS.map((level, place) => (
          <Field key={level} name={`options.letterFees.${place}`} label={t('letterFee', { level: t(`dunning:level.${level}`) })} {...(place === 0 ? { hint: t('letterFeeHint') } : {})}>
            <MoneyInput value={options.letterFees[place] ?? ZERO} disabled={readOnly} onChange={(fee) => put({ letterFees: options.letterFees.map((each, index) => (index === place ? fee ?? ZERO : each)) })} />
          </Field>
        ))}
        <Field name="options.interestBasis" label={t('interestBasis')}>
          <Select value={options.interestBasis} disabled={readOnly} onChange={(interestBasis: InterestBasis) => put({ interestBasis })} options={zInterestBasis.options.map((value) => ({ value, label: t(`interestBases.${value}`) }))} />
        </Field>
        {options.interestBasis === 'daily' && (
          <Field name="options.dailyRate" label={t('dailyRate')} hint={t('dailyRateHint')}>
            <InputNumber value={options.dailyRate / PER_TEN_THOUSAND} min={0} max={100} step={0.5} precision={2} suffix="‱" disabled={readOnly} onChange={(value) => put({ dailyRate: Math.round((value ?? 0) * PER_TEN_THOUSAND) })} />
          </Field>
        )}
        {options.interestBasis === 'lpr' && (
          <Field name="options.lprFactor" label={t('lprFactor')} hint={t('lprFactorHint')}>
            <InputNumber value={options.lprFactor / HUNDREDTHS} min={1} max={4} step={0.1} precision={2} disabled={readOnly} onChange={(value) => put({ lprFactor: Math.round((value ?? 1) * HUNDREDTHS) })} />
          </Field>
        )}
        <Field name="options.daysInYear" label={t('daysInYear')} hint={t('daysInYearHint')}>
          <Select value={options.daysInYear} disabled={readOnly} onChange={(daysInYear: Options['daysInYear']) => put({ daysInYear })} options={([365, 360] as const).map((value) => ({ value, label: String(value) }))} />
        </Field>
        <Field name="options.interestOnLetters" label={t('interestOnLetters')}>
          <Checkbox checked={options.interestOnLetters} disabled={readOnly} onChange={(event) => put({ interestOnLetters: event.target.checked })}>{t('interestOnLettersText')}</Checkbox>
        </Field>
      </DocumentForm>
    </section>
  )
}
