/** Terms of payment (账期): typed as the office says them, or put together; an example shows what they mean. */
import { Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { day } from '../../shared/day.ts'
import { LASTS, MONTH_ENDS, TRIGGERS, type CutOff, type Terms } from '../../shared/terms/schemas.ts'
import { today } from '../ui/today.ts'
import { DueNotes } from './dueNotes.tsx'
import { TermsQuick } from './termsQuick.tsx'
import { useDueDay } from './useDueDay.ts'

interface TermsEditorProps {
  id?: string
  value: Terms
  cutOff: CutOff
  onChange: (terms: Terms) => void
}

const NOTHING = 'none'
/** Late in a month with 31 days: what lies before the month's end and after it differs most. */
const exampleDay = () => day(`${today().slice(0, 4)}-05-28`)

export function TermsEditor({ id, value, cutOff, onChange }: TermsEditorProps) {
  const { t } = useTranslation('customers')
  const example = useDueDay(exampleDay(), value, cutOff)
  const now = useDueDay(today(), value, cutOff)
  // Who changes a part says it anew; the words of before would contradict it.
  const put = (change: Partial<Terms>): void => onChange({ ...value, text: '', ...change })
  const number = (field: 'months' | 'days', most: number) => (
    <>
      <InputNumber aria-label={t(`terms.field.${field}`)} className="terms-count" min={0} max={most} precision={0} value={value[field]} onChange={(count) => put({ [field]: count ?? 0 })} />
      <span className="quiet">{t(`terms.field.${field}`)}</span>
    </>
  )
  const hint = (
    <div className="field-hint">
      <DueNotes text={example && now ? t('terms.example', { from: exampleDay(), due: example.dueOn, today: today(), todayDue: now.dueOn }) : t('terms.quickHint')} due={now} />
    </div>
  )
  const parts = (
    <div className="terms-parts">
      {number('months', 120)}
      {number('days', 3650)}
      <Select
        aria-label={t('terms.field.last')}
        className="terms-trigger"
        value={value.last?.kind ?? NOTHING}
        options={[NOTHING, ...LASTS].map((kind) => ({ value: kind, label: t(`terms.lasts.${kind as 'none'}`) }))}
        onChange={(chosen) => {
          const kind = LASTS.find((one) => one === chosen)
          put({ last: kind ? { kind, count: Math.min(value.last?.count ?? 25, kind === 'days' ? 3650 : 31) } : null })
        }}
      />
      {value.last && (
        <InputNumber aria-label={t('terms.field.lastCount')} className="terms-count" min={1} max={value.last.kind === 'days' ? 3650 : 31} precision={0} value={value.last.count} onChange={(count) => value.last && put({ last: { ...value.last, count: count ?? 1 } })} />
      )}
      {value.text !== '' && <span className="terms-text" title={t('terms.textHint')}>{t('terms.text', { text: value.text })}<Button size="small" type="link" onClick={() => put({})}>{t('terms.forget')}</Button></span>}
    </div>
  )
  return (
    <div className="terms-editor">
      <TermsQuick {...(id === undefined ? {} : { id })} placeholder={t('terms.quickHint')} onRead={onChange} hint={hint} parts={parts}>
        <Select aria-label={t('terms.field.trigger')} className="terms-trigger" value={value.trigger} options={TRIGGERS.map((trigger) => ({ value: trigger, label: t(`terms.trigger.${trigger}`) }))} onChange={(trigger) => put({ trigger })} />
        <Select aria-label={t('terms.field.monthEnd')} className="terms-trigger" value={value.monthEnd} options={MONTH_ENDS.map((monthEnd) => ({ value: monthEnd, label: t(`terms.monthEnds.${monthEnd}`) }))} onChange={(monthEnd) => put({ monthEnd })} />
      </TermsQuick>
      {value.text !== '' && <div className="field-hint">{t('terms.textHint')}</div>}
    </div>
  )
}
