/** What the clerk decides about a batch of letters: level, language, last day to pay, remark. */
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { LetterContent, LetterLevel } from '../../shared/dunning/schemas.ts'
import { DayInput } from '../ui/day.tsx'
import { useLevelOptions } from './letterWords.ts'

export interface Terms {
  level: LetterLevel | undefined
  language: LetterContent['language']
  payBy: Day | undefined
  remark: string
}

const AUTO = 'auto'

export function LetterTerms({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const { t } = useTranslation('dunning')
  const levels = useLevelOptions()
  return (
    <div className="letter-terms">
      <Select
        aria-label={t('level.label')}
        value={terms.level ?? AUTO}
        options={[{ value: AUTO, label: t('level.auto') }, ...levels]}
        onChange={(level: LetterLevel | typeof AUTO) => onChange({ ...terms, level: level === AUTO ? undefined : level })}
      />
      <Select
        aria-label={t('language.label')}
        value={terms.language}
        options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={(language: Terms['language']) => onChange({ ...terms, language })}
      />
      <label className="letter-pay-by">
        <span>{t('preview.payBy')}</span>
        <DayInput label={t('preview.payBy')} placeholder={t('preview.payByAuto')} value={terms.payBy} onChange={(payBy) => onChange({ ...terms, payBy: payBy ?? undefined })} />
      </label>
      <Input.TextArea
        aria-label={t('preview.remark')}
        className="letter-remark"
        placeholder={`${t('preview.remark')}：${t('preview.remarkHint')}`}
        value={terms.remark}
        maxLength={500}
        // A text area that sizes itself sets inline styles, which the page's policy forbids.
        rows={2}
        onChange={(event) => onChange({ ...terms, remark: event.target.value })}
      />
    </div>
  )
}
