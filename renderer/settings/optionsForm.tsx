/** The rules that an office may set for itself: tolerance, aging buckets, dunning, idle lock. */
import { App, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis, Options } from '../../shared/settings/schemas.ts'
import { ZERO } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { ActionButton } from '../ui/page.tsx'

/** "30, 60, 90" as rising whole numbers, or null when it is anything else. */
function readBoundaries(text: string): number[] | null {
  const ends = text.split(/[\s,，、]+/).filter(Boolean).map(Number)
  const rising = ends.every((end, index) => Number.isInteger(end) && end > (ends[index - 1] ?? 0))
  return rising && ends.length > 0 && ends.length <= 12 ? ends : null
}

export function OptionsForm({ options, readOnly }: { options: Options; readOnly: boolean }) {
  const { t } = useTranslation(['settings', 'ui'])
  const { message } = App.useApp()
  const [form, setForm] = useState(options)
  const [boundaries, setBoundaries] = useState(options.boundaries.join(', '))
  const [error, setError] = useState<unknown>()
  const put = (change: Partial<Options>): void => setForm((before) => ({ ...before, ...change }))
  const ends = readBoundaries(boundaries)
  const days = (field: 'letterGapDays' | 'demandAfterDays' | 'payWithinDays' | 'lockAfterMinutes', least: number) => (
    <InputNumber value={form[field]} min={least} precision={0} disabled={readOnly} onChange={(value) => put({ [field]: value ?? least })} />
  )

  async function save(): Promise<void> {
    if (!ends) return
    try {
      setForm((await api.settings.update({ options: { ...form, boundaries: ends } })).options)
      setError(undefined)
      invalidate('settings', 'ledgers', 'aging', 'overview', 'dunning')
      message.success(t('saved'))
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <section className="card">
      <h3>{t('options')}</h3>
      <DocumentForm columns={3} error={error} problems={ends ? {} : { boundaries: t('boundariesWrong') }}>
        <Field name="basis" label={t('basis')}>
          <Select value={form.basis} disabled={readOnly} onChange={(basis: Basis) => put({ basis })} options={(['due', 'document'] as const).map((value) => ({ value, label: t(`bases.${value}`) }))} />
        </Field>
        <Field name="boundaries" label={t('boundaries')} hint={t('boundariesHint')}>
          <Input value={boundaries} disabled={readOnly} onChange={(event) => setBoundaries(event.target.value)} />
        </Field>
        <Field name="tolerance" label={t('tolerance')} hint={t('toleranceHint')}>
          <MoneyInput value={form.tolerance} disabled={readOnly} onChange={(tolerance) => put({ tolerance: tolerance ?? ZERO })} />
        </Field>
        <Field name="letterGapDays" label={t('letterGapDays')} hint={t('letterGapDaysHint')}>{days('letterGapDays', 0)}</Field>
        <Field name="letterMinimum" label={t('letterMinimum')} hint={t('letterMinimumHint')}>
          <MoneyInput value={form.letterMinimum} disabled={readOnly} onChange={(letterMinimum) => put({ letterMinimum: letterMinimum ?? ZERO })} />
        </Field>
        <Field name="demandAfterDays" label={t('demandAfterDays')} hint={t('demandAfterDaysHint')}>{days('demandAfterDays', 0)}</Field>
        <Field name="payWithinDays" label={t('payWithinDays')} hint={t('payWithinDaysHint')}>{days('payWithinDays', 1)}</Field>
        <Field name="lockAfterMinutes" label={t('lockAfterMinutes')} hint={t('lockAfterMinutesHint')}>{days('lockAfterMinutes', 0)}</Field>
      </DocumentForm>
      {!readOnly && <div className="form-actions"><ActionButton action={{ key: 'save', label: t('ui:action.save'), kind: 'primary', onRun: save, disabled: !ends }} /></div>}
    </section>
  )
}
