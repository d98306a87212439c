/** Terms of payment (账期): typed as the office says them (月结30), or put together; an example shows what they mean. */
import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dueDay, parseTerms } from '../../shared/terms/rules.ts'
import type { Terms } from '../../shared/terms/schemas.ts'
import { today } from '../ui/today.ts'

interface TermsEditorProps {
  id?: string
  value: Terms
  onChange: (terms: Terms) => void
}

const KINDS = ['days', 'monthEnd', 'months'] as const
const KIND_WORDS = { days: 'terms.kindDays', monthEnd: 'terms.kindMonthEnd', months: 'terms.kindMonths' } as const

export function TermsEditor({ id, value, onChange }: TermsEditorProps) {
  const { t } = useTranslation('customers')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)

  function take(): void {
    if (typed.trim() === '') return setWrong(false)
    const terms = parseTerms(typed)
    setWrong(!terms)
    if (!terms) return undefined
    onChange(terms)
    return setTyped('')
  }

  return (
    <div className="terms-editor">
      <div className="terms-parts">
        <Input
          id={id}
          className="terms-quick"
          aria-label={t('terms.quick')}
          placeholder={t('terms.quickHint')}
          autoComplete="off"
          status={wrong ? 'error' : ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take()
          }}
        />
        <Select aria-label={t('terms.kind')} className="terms-kind" value={value.kind} options={KINDS.map((kind) => ({ value: kind, label: t(KIND_WORDS[kind]) }))} onChange={(kind) => onChange({ ...value, kind })} />
        <InputNumber aria-label={t('terms.count')} className="terms-count" min={0} max={3650} precision={0} value={value.count} onChange={(count) => onChange({ ...value, count: count ?? 0 })} />
        <span className="quiet">{t('terms.onDateLabel')}</span>
        <InputNumber aria-label={t('terms.onDateLabel')} className="terms-count" title={t('terms.onDateHint')} min={1} max={31} precision={0} value={value.onDate ?? null} onChange={(onDate) => onChange({ ...value, onDate })} />
      </div>
      <div className={wrong ? 'field-error' : 'field-hint'} role={wrong ? 'alert' : undefined}>
        {wrong ? t('terms.quickWrong') : t('terms.example', { from: today(), due: dueDay(today(), value) })}
      </div>
    </div>
  )
}
