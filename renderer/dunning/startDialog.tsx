/** 新建批次: as of which day, from how many days over on, until when to pay; nothing is sent yet. */
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { REMIND_AHEAD } from '../../shared/dunning/rules.ts'
import type { LetterContent } from '../../shared/dunning/schemas.ts'
import { api, invalidate } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'

export function StartDialog({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) {
  const { t } = useTranslation('dunning')
  const [asOf, setAsOf] = useState<Day | null>(today())
  const [overDays, setOverDays] = useState(0)
  const [withDueSoon, setWithDueSoon] = useState(false)
  const [currency, setCurrency] = useState<string>()
  const [payBy, setPayBy] = useState<Day | null>(null)
  const [language, setLanguage] = useState<LetterContent['language']>(useLanguage())
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const requestId = useRef(crypto.randomUUID())
  const currencies = useQuery(async (signal) => (await api.overview.get({}, { signal })).currencies, [], ['invoices'])

  async function start(): Promise<void> {
    try {
      const run = await api.dunning.startRun({
        asOf: asOf ?? undefined, overDays: withDueSoon ? -REMIND_AHEAD : overDays, currency: currency ?? currencies.data?.[0], payBy: payBy ?? undefined, language, note, requestId: requestId.current,
      })
      invalidate('dunning')
      onDone(run.id)
    } catch (refused) {
      // Another try is another request, since what it carries was mended.
      requestId.current = crypto.randomUUID()
      setError(refused)
    }
  }
  return (
    <ActionDialog open title={t('run.start')} onClose={onClose} actions={[{ key: 'start', label: t('run.form.button'), shortcut: KEYS.post, kind: 'primary', onRun: start }]}>
      <DocumentForm columns={2} error={error}>
        <Field name="asOf" label={t('run.form.asOf')} required><DayInput autoFocus value={asOf} onChange={setAsOf} /></Field>
        <Field name="payBy" label={t('run.form.payBy')} hint={t('run.form.payByHint')}><DayInput value={payBy} onChange={setPayBy} /></Field>
        <Field name="overDays" label={t('run.form.over')}><InputNumber min={0} max={36_500} precision={0} value={overDays} disabled={withDueSoon} onChange={(value) => setOverDays(value ?? 0)} /></Field>
        <Field name="dueSoon" label=" "><Checkbox checked={withDueSoon} onChange={(event) => setWithDueSoon(event.target.checked)}>{t('run.form.withDueSoon')}</Checkbox></Field>
        <Field name="language" label={t('run.form.language')}>
          <Select value={language} options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))} onChange={(value: LetterContent['language']) => setLanguage(value)} />
        </Field>
        <Field name="currency" label={t('run.form.currency')}>
          <Select value={currency ?? currencies.data?.[0]} options={currencies.data?.map((value) => ({ value, label: value })) ?? []} onChange={(value: string) => setCurrency(value)} />
        </Field>
        <Field name="note" label={t('run.form.note')} span={2} hint={t('run.form.noteHint')}><Input autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
