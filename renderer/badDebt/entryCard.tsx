/** The journal entry that the bookkeeper copies into the accounting program; Alt+C copies it. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../shared/badDebt/schemas.ts'
import { copyText } from '../ui/grid/copy.ts'
import { ActionButton } from '../ui/page.tsx'
import { useEntryText } from './words.ts'
import './badDebt.css'

export function EntryCard({ entry }: { entry: Entry | null }) {
  const { t } = useTranslation('badDebt')
  const { message } = App.useApp()
  const text = useEntryText()
  const words = entry ? text(entry) : ''
  function copy(): void {
    copyText(words)
    message.success(t('entry.copied'))
  }
  return (
    <section className="card bad-debt-entry" data-testid="journal-entry">
      <h2 className="section-title">{t('entry.title')}</h2>
      {entry ? <pre>{words}</pre> : <span className="quiet">{t('entry.none')}</span>}
      {entry && <div><ActionButton action={{ key: 'copy', label: t('entry.copy'), shortcut: 'Alt+C', onRun: copy }} /></div>}
    </section>
  )
}
