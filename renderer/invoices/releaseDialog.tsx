/** Takes one allocation back (取消核销) and leaves the others as they are. */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { AllocationRow } from '../../shared/invoices/schemas.ts'
import { formatMoney, sumOf } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'

interface ReleaseDialogProps {
  row: AllocationRow
  /** The allocations among which it stands; a small difference that was cleared with it comes back too. */
  rows: readonly AllocationRow[]
  onClose: () => void
}

export function ReleaseDialog({ row, rows, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation('invoices')
  const { message } = App.useApp()
  const [releasedOn, setReleasedOn] = useState<Day | null>(today() < row.allocatedOn ? row.allocatedOn : today())
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())

  const difference = sumOf(rows.filter((other) => other.itemId === row.itemId && other.credit.kind === 'difference' && other.credit.documentId === row.credit.documentId
    && row.credit.kind === 'receipt' && other.releasedOn === null && other.releasesId === null), (other) => other.amount)
  const reopened = formatMoney(row.amount + difference)

  async function release(): Promise<void> {
    try {
      await api.receipts.release({ id: row.id, requestId, ...(releasedOn ? { releasedOn } : {}) })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning')
    message.success(t('release.done', { number: row.debit.number, amount: reopened }))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t('release.title', { number: row.debit.number })}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('reverse.back'), onRun: onClose },
        { key: 'release', label: t('release.confirm'), shortcut: KEYS.post, kind: 'danger', onRun: release },
      ]}
    >
      <p>{t('release.text', { number: row.debit.number, reopened, credit: row.credit.number, amount: formatMoney(row.amount) })}</p>
      <DocumentForm columns={1} error={error} onEnd={() => void release()}>
        <Field name="releasedOn" label={t('release.on')} required>
          <DayInput autoFocus value={releasedOn} onChange={setReleasedOn} />
        </Field>
      </DocumentForm>
    </ActionDialog>
  )
}
