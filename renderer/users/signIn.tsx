/** Signing in: name and password; Enter goes on. The name used last on this computer stands there already. */
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, invalidateAll, keepSession } from '../api.ts'
import { LANGUAGE_NAMES, LANGUAGES, switchLanguage, useLanguage } from '../locales/index.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { useErrorWords } from '../ui/refusal.ts'
import { useRun } from '../ui/run.ts'

const LAST_NAME = 'huikuan.userName'

export function SignIn({ company }: { company: string }) {
  const { t } = useTranslation(['users', 'ui'])
  const words = useErrorWords()
  const language = useLanguage()
  const other = LANGUAGES.find((each) => each !== language) ?? 'zh-CN'
  const [name, setName] = useState(localStorage.getItem(LAST_NAME) ?? '')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const { run, busy } = useRun((refused) => {
    setError(refused)
    setPassword('')
    return true
  })

  function signIn(): void {
    void run(async () => {
      const signed = await api.users.signIn({ name, password })
      localStorage.setItem(LAST_NAME, signed.user.name)
      keepSession(signed.token || null)
      invalidateAll()
    })
  }

  return (
    <div className="gate">
      <div className="gate-card">
        <header className="gate-head">
          <div>
            <h1>{t('ui:product')}</h1>
            <p className="quiet">{company}</p>
          </div>
          <button type="button" className="text-button" onClick={() => void switchLanguage(other)}>{LANGUAGE_NAMES[other]}</button>
        </header>
        {error !== undefined && <Alert type="error" showIcon title={words(error)} />}
        <DocumentForm columns={1} onEnd={signIn}>
          <Field label={t('name')}>
            <Input value={name} autoFocus={name === ''} autoComplete="username" onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t('password')}>
            <Input.Password value={password} autoFocus={name !== ''} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} />
          </Field>
        </DocumentForm>
        <Button type="primary" block loading={busy} disabled={name.trim() === ''} onClick={signIn}>{t('signIn')}</Button>
      </div>
    </div>
  )
}
