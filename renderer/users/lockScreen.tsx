/** The lock: it covers the pages, which keep what was typed, until the same person gives the password again. */
import { LockOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, invalidate, invalidateAll, keepSession } from '../api.ts'
import { useErrorWords } from '../ui/refusal.ts'
import { useRun } from '../ui/run.ts'

export function LockScreen({ name }: { name: string }) {
  const { t } = useTranslation('users')
  const words = useErrorWords()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const { run, busy } = useRun((refused) => {
    setError(refused)
    setPassword('')
    return true
  })

  function unlock(): void {
    void run(async () => {
      await api.users.unlock({ password })
      invalidateAll()
    })
  }

  return (
    <div className="gate over" role="dialog" aria-modal aria-label={t('lock.title')}>
      <div className="gate-card">
        <header className="gate-head"><h1><LockOutlined /> {t('lock.title')}</h1></header>
        <p>{t('lock.hint', { name })}</p>
        {error !== undefined && <Alert type="error" showIcon title={words(error)} />}
        <Input.Password autoFocus value={password} aria-label={t('password')} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} onPressEnter={unlock} />
        <Button type="primary" block loading={busy} onClick={unlock}>{t('lock.unlock')}</Button>
        <Button
          type="text"
          block
          onClick={() => void run(async () => {
            await api.users.signOut()
            keepSession(null)
            invalidate('ledgers')
          })}
        >
          {t('lock.otherUser')}
        </Button>
      </div>
    </div>
  )
}
