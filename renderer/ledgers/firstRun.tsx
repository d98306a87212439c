/** The first screen of a fresh machine: what the program is, and the ways to a ledger. */
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES, switchLanguage, useLanguage } from '../locales/index.ts'
import { useSession } from '../shell/session.tsx'
import { LedgerChooser } from './ledgerChooser.tsx'

export function FirstRun() {
  const { t } = useTranslation(['ledgers', 'ui'])
  const { status } = useSession()
  const language = useLanguage()
  const other = LANGUAGES.find((each) => each !== language) ?? 'zh-CN'
  return (
    <div className="gate">
      <div className="gate-card wide">
        <header className="gate-head">
          <div>
            <h1>{t('ui:product')}</h1>
            <p className="quiet">{t('welcome')}</p>
          </div>
          <button type="button" className="text-button" onClick={() => void switchLanguage(other)}>{LANGUAGE_NAMES[other]}</button>
        </header>
        <LedgerChooser />
        <footer className="quiet">{t('version', { version: status.version })}</footer>
      </div>
    </div>
  )
}
