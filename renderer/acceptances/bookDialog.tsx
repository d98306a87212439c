/** The 备查簿 of a period: on paper or as a workbook. */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { day, type Day } from '../../shared/day.ts'
import { api } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { PaperFrame, printInBrowser } from '../ui/paper.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { KEYS } from '../ui/shortcut.ts'
import { LoadingState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import './acceptances.css'

export function BookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('acceptances')
  const { message } = App.useApp()
  const language = useLanguage()
  const [from, setFrom] = useState<Day | null>(() => day(`${today().slice(0, 4)}-01-01`))
  const [to, setTo] = useState<Day | null>(today)
  const complete = from !== null && to !== null
  const input = complete ? { from, to, language } : null
  const preview = useQuery(async (signal) => (input ? (await api.acceptances.book(input, { signal })).html : ''), [from, to, language])

  async function print(): Promise<void> {
    if (!input) return
    const printed = await api.acceptances.printBook(input)
    if (printed.native) message.success(t('book.printStarted'))
    else printInBrowser(printed.html)
  }
  async function saveWorkbook(): Promise<void> {
    if (!input) return
    const file = await api.acceptances.workbook(input)
    saveFile(file)
    message.success(t('book.excelDone', { name: file.name }))
  }

  return (
    <ActionDialog
      open
      width={1080}
      title={t('book.title')}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('book.back'), onRun: onClose },
        { key: 'excel', label: t('book.excel'), shortcut: KEYS.exportFile, disabled: !complete, onRun: saveWorkbook },
        { key: 'print', label: t('book.print'), shortcut: KEYS.print, kind: 'primary', disabled: !complete, onRun: print },
      ]}
    >
      <p className="quiet">{t('book.text')}</p>
      <DocumentForm columns={2} error={preview.error ?? null}>
        <Field name="from" label={t('book.from')} required><DayInput autoFocus value={from} onChange={setFrom} /></Field>
        <Field name="to" label={t('book.to')} required><DayInput value={to} onChange={setTo} /></Field>
      </DocumentForm>
      <div className="book-preview" data-testid="book-preview">
        {preview.data === undefined ? preview.error === undefined && <LoadingState /> : preview.data !== '' && <PaperFrame html={preview.data} title={t('book.preview')} zoom={0.68} />}
      </div>
    </ActionDialog>
  )
}
