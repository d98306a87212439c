/** One user: name, role, department, password. An empty password leaves the one that is set. */
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type Role, type UserRow } from '../../shared/users/schemas.ts'
import { api, invalidate } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function UserDialog({ user, onClose }: { user: UserRow | null; onClose: () => void }) {
  const { t } = useTranslation(['users', 'ui'])
  const [form, setForm] = useState({ name: user?.name ?? '', role: user?.role ?? 'salesperson', department: user?.department ?? '', active: user?.active ?? true, password: '' })
  const [error, setError] = useState<unknown>()
  const [problems, setProblems] = useState<Record<string, string>>({})
  const put = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }))

  async function save(): Promise<void> {
    const found: Record<string, string> = {}
    if (form.name.trim() === '') found.name = t('nameMissing')
    if (form.password !== '' && form.password.length < 6) found.password = t('passwordShort')
    setProblems(found)
    if (Object.keys(found).length > 0) return
    try {
      const { password, ...rest } = form
      await api.users.save({ ...rest, ...(user ? { id: user.id, version: user.version } : {}), ...(password === '' ? {} : { password }) })
      invalidate('users')
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }

  /** The list reads the record anew; what was typed is given up. */
  function reload(): void {
    invalidate('users')
    onClose()
  }

  return (
    <ActionDialog open title={user ? t('editTitle', { name: user.name }) : t('create')} onClose={onClose} actions={[{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error} onReload={reload} problems={problems} onEnd={() => void save()}>
        <Field name="name" label={t('name')} required>
          <Input autoFocus value={form.name} autoComplete="off" maxLength={120} onChange={(event) => put({ name: event.target.value })} />
        </Field>
        <Field name="role" label={t('roleTitle')} hint={t(`roleHint.${form.role}`)}>
          <Select value={form.role} onChange={(role: Role) => put({ role })} options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Field>
        <Field name="department" label={t('department')}>
          <Input value={form.department} maxLength={120} onChange={(event) => put({ department: event.target.value })} />
        </Field>
        <Field name="password" label={t('password')} hint={user?.canSignIn ? t('passwordKept') : t('passwordNone')}>
          <Input.Password value={form.password} autoComplete="new-password" onChange={(event) => put({ password: event.target.value })} />
        </Field>
        <Field name="active" label={t('activeTitle')}>
          <Checkbox checked={form.active} onChange={(event) => put({ active: event.target.checked })}>{t('activeHint')}</Checkbox>
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
