/** 生成利息单: the interest becomes a receivable of its own; the days that it charges are never charged again. */
import { App, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { InterestContent, InterestItem } from '../../shared/interest/schemas.ts'
import { sumOf } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Fact, Field } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

export function NoteDialog({ sheet, items, onClose }: { sheet: InterestContent; items: readonly InterestItem[]; onClose: () => void }) {
  const { t } = useTranslation('interest')
  const { message } = App.useApp()
  const [documentOn, setDocumentOn] = useState<Day | null>(today)
  const [dueOn, setDueOn] = useState<Day | null>(null)
  const [language, setLanguage] = useState<'zh-CN' | 'en'>(useLanguage())
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const requestId = useRef(crypto.randomUUID())

  async function post(): Promise<void> {
    try {
      const { id, number } = await api.interest.postNote({
        customerId: sheet.customer.id, to: sheet.to, currency: sheet.currency, itemIds: items.map((item) => item.itemId), documentOn: documentOn ?? undefined, dueOn: dueOn ?? undefined, language, note,
        requestId: requestId.current,
      })
      invalidate('interest', 'invoices', 'customers', 'aging', 'overview', 'dunning')
      message.success(t('note.done', { number }))
      onClose()
      openPage('interestNote', { id })
    } catch (refused) {
      // Another try is another request, since what it carries was mended.
      requestId.current = crypto.randomUUID()
      setError(refused)
    }
  }
  return (
    <ActionDialog open width={640} title={t('note.title', { name: sheet.customer.name })} onClose={onClose} actions={[{ key: 'post', label: t('note.post'), shortcut: KEYS.post, kind: 'primary', onRun: post }]}>
      <div className="form-grid columns-3">
        <Fact label={t('col.items')}>{items.length}</Fact>
        <Fact label={t('sheet.to')}><span className="figure">{sheet.to}</span></Fact>
        <Fact label={t('col.interest')}><MoneyText value={sumOf(items, (item) => item.interest)} strong /> {sheet.currency}</Fact>
      </div>
      <DocumentForm columns={2} error={error}>
        <Field name="documentOn" label={t('note.documentOn')} required><DayInput autoFocus value={documentOn} onChange={setDocumentOn} /></Field>
        <Field name="dueOn" label={t('note.dueOn')} hint={t('note.dueHint')}><DayInput value={dueOn} onChange={setDueOn} /></Field>
        <Field name="language" label={t('note.language')}><Select value={language} options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))} onChange={setLanguage} /></Field>
        <Field name="note" label={t('note.note')} span={2}><Input autoComplete="off" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
      <p className="quiet">{t('note.hint')}</p>
    </ActionDialog>
  )
}
