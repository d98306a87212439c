/** The line at the bottom: company, user, period, ledger file, how the backend is reached, the language. */
import { LockOutlined, LogoutOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { isDesktop, useConnection } from '../api.ts'
import { LANGUAGE_NAMES, LANGUAGES, switchLanguage, useLanguage } from '../locales/index.ts'
import { KEYS, shownShortcut } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useSession } from './session.tsx'

export function StatusBar({ onLock, onSignOut, onHelp }: { onLock?: () => void; onSignOut?: () => void; onHelp: () => void }) {
  const { t } = useTranslation(['shell', 'users'])
  const { status } = useSession()
  const connection = useConnection()
  const language = useLanguage()
  const other = LANGUAGES.find((each) => each !== language) ?? 'zh-CN'
  const { ledger, user } = status
  if (!ledger || !user) return null
  return (
    <footer className="status-bar">
      <span className="strong">{ledger.company}</span>
      {ledger.demo && <span className="status-demo">{t('status.demo')}</span>}
      <span title={t('status.user')}>{user.name}（{t(`users:role.${user.role}`)}）</span>
      <span>{t('status.period')} {ledger.period}</span>
      <span>{t('status.today')} {today()}</span>
      <span className="status-file" title={ledger.location}>{ledger.engine === 'postgres' ? 'PostgreSQL' : ledger.location}</span>
      <span className="status-space" />
      {status.http && <span className="status-http" title={status.http}>{t('status.http')} {status.http}</span>}
      <span className={connection === 'up' ? 'status-up' : 'status-down'} role="status">
        ● {connection === 'down' ? t('status.down') : isDesktop ? t('status.local') : t('status.browser')}
      </span>
      {onLock && <button type="button" title={`${t('status.lock')} ${shownShortcut(KEYS.lock)}`} aria-label={t('status.lock')} onClick={onLock}><LockOutlined /></button>}
      {onSignOut && <button type="button" title={t('status.signOut')} aria-label={t('status.signOut')} onClick={onSignOut}><LogoutOutlined /></button>}
      <button type="button" onClick={() => void switchLanguage(other)} title={t('status.language')}>{LANGUAGE_NAMES[other]}</button>
      <button type="button" onClick={onHelp}>{t('status.help')} <kbd>{KEYS.help}</kbd></button>
    </footer>
  )
}
