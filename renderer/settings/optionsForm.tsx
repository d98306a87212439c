/** The rules that an office may set for itself: tolerance, aging buckets, idle lock. */
import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ZERO } from '../../shared/money.ts'
import type { Basis, Options } from '../../shared/settings/schemas.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'

/** "30, 60, 90" as rising whole numbers, or null when it is anything else. */
export function readBoundaries(text: string): number[] | null {
  const ends = text.split(/[\s,，、]+/).filter(Boolean).map(Number)
  const rising = ends.every((end, index) => Number.isInteger(end) && end > (ends[index - 1] ?? 0))
  return rising && ends.length > 0 && ends.length <= 12 ? ends : null
}

export interface OptionsFormProps {
  options: Options
  /** The bucket ends as they are typed, which may be half written. */
  boundaries: string
  readOnly: boolean
  onChange: (options: Options) => void
  onBoundaries: (text: string) => void
}

export function OptionsForm({ options, boundaries, readOnly, onChange, onBoundaries }: OptionsFormProps) {
  const { t } = useTranslation('settings')
  const put = (change: Partial<Options>): void => onChange({ ...options, ...change })
  return (
    <section className="card">
      <h3>{t('options')}</h3>
      <DocumentForm columns={3}>
        <Field name="options.basis" label={t('basis')}>
          <Select value={options.basis} disabled={readOnly} onChange={(basis: Basis) => put({ basis })} options={(['due', 'document'] as const).map((value) => ({ value, label: t(`bases.${value}`) }))} />
        </Field>
        <Field name="options.boundaries" label={t('boundaries')} hint={readBoundaries(boundaries) ? t('boundariesHint') : <span className="field-error">{t('boundariesWrong')}</span>}>
          <Input value={boundaries} disabled={readOnly} status={readBoundaries(boundaries) ? '' : 'error'} onChange={(event) => onBoundaries(event.target.value)} />
        </Field>
        <Field name="options.tolerance" label={t('tolerance')} hint={t('toleranceHint')}>
          <MoneyInput value={options.tolerance} disabled={readOnly} onChange={(tolerance) => put({ tolerance: tolerance ?? ZERO })} />
        </Field>
        <Field name="options.monthEndOrder" label={t('monthEndOrder')} hint={t('monthEndOrderHint')}>
          <Select value={options.monthEndOrder} disabled={readOnly} onChange={(monthEndOrder: Options['monthEndOrder']) => put({ monthEndOrder })} options={(['unasked', 'after', 'before'] as const).map((value) => ({ value, label: t(`monthEndOrders.${value}`) }))} />
        </Field>
        <Field name="options.lockAfterMinutes" label={t('lockAfterMinutes')} hint={t('lockAfterMinutesHint')}>
          <InputNumber value={options.lockAfterMinutes} min={0} precision={0} disabled={readOnly} onChange={(value) => put({ lockAfterMinutes: value ?? 0 })} />
        </Field>
      </DocumentForm>
    </section>
  )
}
