/** The ways to a ledger: the ones used before, another file, a new one, the demonstration. */
import { DatabaseOutlined, ExperimentOutlined, FolderOpenOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isDesktop } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { instantText } from '../ui/day.tsx'
import { useErrorWords } from '../ui/refusal.ts'
import { useRun } from '../ui/run.ts'
import { LedgerForm, LocationInput } from './ledgerForm.tsx'
import { openedLedger } from './openedLedger.ts'

export function LedgerChooser() {
  const { t } = useTranslation('ledgers')
  const { status } = useSession()
  const words = useErrorWords()
  const [creating, setCreating] = useState(false)
  const [location, setLocation] = useState('')
  const [error, setError] = useState<unknown>()
  const { run, busy } = useRun((failed) => {
    setError(failed)
    return true
  })

  async function openAt(file: string): Promise<void> {
    await api.ledgers.open({ location: file })
    openedLedger()
  }
  const open = (file: string): void => void run(() => openAt(file))
  async function chooseAndOpen(): Promise<void> {
    const chosen = await api.ledgers.chooseFile({ mode: 'open' })
    if (chosen.location) await openAt(chosen.location)
  }
  async function openDemo(): Promise<void> {
    await api.ledgers.createDemo()
    openedLedger()
  }

  if (creating) return <LedgerForm onCancel={() => setCreating(false)} />
  const others = status.recent.filter((entry) => entry.location !== status.ledger?.location)
  return (
    <div className="ledger-chooser">
      {error !== undefined && <Alert type="error" showIcon title={words(error)} closable={{ onClose: () => setError(undefined) }} />}
      <div className="ledger-ways">
        <Way icon={<PlusOutlined />} title={t('way.create')} hint={t('way.createHint')} disabled={busy} onClick={() => setCreating(true)} autoFocus />
        <Way icon={<ExperimentOutlined />} title={t('way.demo')} hint={t('way.demoHint')} disabled={busy} onClick={() => void run(openDemo)} />
        {isDesktop && <Way icon={<FolderOpenOutlined />} title={t('way.open')} hint={t('way.openHint')} disabled={busy} onClick={() => void run(chooseAndOpen)} />}
      </div>
      {busy && <p className="quiet" role="status">{t('opening')}</p>}
      {!isDesktop && (
        <div className="ledger-path">
          <label htmlFor="ledger-path">{t('way.openPath')}</label>
          <LocationInput id="ledger-path" value={location} onChange={setLocation} onChoose={() => void run(chooseAndOpen)} />
          <Button disabled={location.trim() === '' || busy} onClick={() => open(location.trim())}>{t('open')}</Button>
        </div>
      )}
      {others.length > 0 && (
        <section>
          <h3>{t('recent')}</h3>
          {others.map((entry) => (
            <button key={entry.location} type="button" className="ledger-recent" disabled={busy} onClick={() => open(entry.location)}>
              <DatabaseOutlined />
              <span className="strong">{entry.name}</span>
              <span className="quiet">{entry.location}</span>
              <span className="quiet figure">{instantText(entry.openedAt)}</span>
            </button>
          ))}
        </section>
      )}
    </div>
  )
}

function Way({ icon, title, hint, onClick, disabled, autoFocus }: { icon: ReactNode; title: string; hint: string; onClick: () => void; disabled: boolean; autoFocus?: boolean }) {
  return (
    <button type="button" className="ledger-way" disabled={disabled} onClick={onClick} autoFocus={autoFocus}>
      <span className="ledger-way-icon">{icon}</span>
      <span className="strong">{title}</span>
      <span className="quiet">{hint}</span>
    </button>
  )
}
