/** Opens the last closed month again (反结账); the reason stays in the record. */
import { App, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../shared/day.ts'
import { api, invalidate } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function ReopenDialog({ month, onClose }: { month: Month; onClose: () => void }) {
  const { t } = useTranslation('periods')
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())

  async function reopen(): Promise<void> {
    try {
      await api.periods.reopen({ month, reason: reason.trim(), requestId })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('periods', 'ledgers', 'overview')
    message.success(t('reopening.done', { month }))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t('reopening.title', { month })}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('confirm.back'), onRun: onClose },
        { key: 'reopen', label: t('reopening.yes'), shortcut: KEYS.post, kind: 'danger', disabled: reason.trim() === '' ? t('reopening.reasonMissing') : false, onRun: reopen },
      ]}
    >
      <p>{t('reopening.text', { month })}</p>
      <DocumentForm columns={1} error={error}>
        <Field name="reason" label={t('reopening.reason')} required>
          <Input autoFocus maxLength={200} value={reason} placeholder={t('reopening.reasonHint')} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
