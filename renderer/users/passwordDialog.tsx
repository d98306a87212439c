/** A person changes the own password; the current one is asked first. */
import { App, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, invalidate } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['users', 'ui'])
  const { message } = App.useApp()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<unknown>()
  const [problems, setProblems] = useState<Record<string, string>>({})

  async function save(): Promise<void> {
    const found: Record<string, string> = {}
    if (next.length < 6) found.next = t('passwordShort')
    else if (next !== again) found.again = t('passwordDiffers')
    setProblems(found)
    if (Object.keys(found).length > 0) return
    try {
      await api.users.changePassword({ current, next })
      invalidate('users')
      message.success(t('passwordChanged'))
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <ActionDialog open title={t('changePassword')} onClose={onClose} actions={[{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error} problems={problems} onEnd={() => void save()}>
        <Field name="current" label={t('currentPassword')}><Input.Password autoFocus value={current} autoComplete="current-password" onChange={(event) => setCurrent(event.target.value)} /></Field>
        <Field name="next" label={t('newPassword')}><Input.Password value={next} autoComplete="new-password" onChange={(event) => setNext(event.target.value)} /></Field>
        <Field name="again" label={t('newPasswordAgain')}><Input.Password value={again} autoComplete="new-password" onChange={(event) => setAgain(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
