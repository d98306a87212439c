/** Takes one allocation back (取消核销) and leaves the others as they are. */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { AllocationRow } from '../../shared/invoices/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

export function ReleaseDialog({ row, onClose }: { row: AllocationRow; onClose: () => void }) {
  const { t } = useTranslation('receipts')
  const { message } = App.useApp()
  const [releasedOn, setReleasedOn] = useState<Day | null>(today() < row.allocatedOn ? row.allocatedOn : today())
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())

  async function release(): Promise<void> {
    try {
      await api.receipts.release({ id: row.id, requestId, ...(releasedOn ? { releasedOn } : {}) })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning')
    message.success(t('document.releaseDone'))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t('document.releaseTitle', { number: row.debit.number })}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('document.cancel'), onRun: onClose },
        { key: 'release', label: t('document.releaseConfirm'), shortcut: KEYS.post, kind: 'danger', onRun: release },
      ]}
    >
      <p>{t('document.releaseText', { number: row.debit.number, amount: formatMoney(row.amount) })}</p>
      <DocumentForm columns={1} error={error} onEnd={() => void release()}>
        <Field name="releasedOn" label={t('document.releasedOn')} required>
          <DayInput autoFocus value={releasedOn} onChange={setReleasedOn} />
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
