/** What is said of a file before it can be judged: the password of an archive, and the files in it that hold no table. */
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem, UnreadFile } from '../../shared/sheets/schemas.ts'
import { useFileWords } from './fileWords.ts'
import './files.css'

/** Asked for where the file asks for it; Enter reads the file again. */
export function FilePassword({ problems, onPassword }: { problems: readonly Problem[]; onPassword: (password: string) => void }) {
  const { t } = useTranslation('files')
  const [password, setPassword] = useState('')
  if (!problems.some(({ code }) => code === 'PASSWORD_NEEDED' || code === 'WRONG_PASSWORD')) return null
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (password !== '') onPassword(password)
  }
  return (
    <form className="file-options" onSubmit={submit}>
      <label>
        <span>{t('password.label')}</span>
        <Input.Password aria-label={t('password.label')} className="file-password" autoFocus autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />
      </label>
      <Button type="primary" htmlType="submit" disabled={password === ''}>{t('password.read')} <kbd>Enter</kbd></Button>
      <span className="quiet">{t('password.hint')}</span>
    </form>
  )
}

export function UnreadFiles({ files }: { files: readonly UnreadFile[] }) {
  const { t } = useTranslation('files')
  const words = useFileWords()
  if (files.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('unreadFiles', { count: files.length })}
      description={<ul className="file-unread">{files.map(({ name, code, params }) => <li key={name}>{words.problem({ row: null, column: '', code, value: '', params: { ...params, entry: name } })}</li>)}</ul>}
    />
  )
}
