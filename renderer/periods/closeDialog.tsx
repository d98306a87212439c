/** Asks once more before a month closes, and names what is still open. */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastOfMonth } from '../../shared/day.ts'
import type { MonthCheck } from '../../shared/periods/schemas.ts'
import { api, invalidate } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { useLineTitle } from './words.ts'

/** `first`: no month was closed before, so that the months before close with it. */
export function CloseDialog({ check, first, onClose }: { check: MonthCheck; first: boolean; onClose: () => void }) {
  const { t } = useTranslation('periods')
  const { message } = App.useApp()
  const title = useLineTitle()
  const [requestId] = useState(() => crypto.randomUUID())
  const { month } = check
  const warnings = check.lines.filter((line) => line.level === 'warning')

  async function close(): Promise<void> {
    await api.periods.close({ month, acceptWarnings: warnings.length > 0, requestId })
    // The status bar shows the month that is now worked on.
    invalidate('periods', 'ledgers', 'overview')
    message.success(t('confirm.done', { month }))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t('confirm.title', { month })}
      onClose={onClose}
      actions={[
        { key: 'back', label: t('confirm.back'), onRun: onClose },
        { key: 'close', label: t('confirm.yes'), shortcut: KEYS.post, kind: 'primary', onRun: close },
      ]}
    >
      <p>{t('confirm.text', { day: lastOfMonth(month) })}</p>
      {first && <p>{t('confirm.textBefore', { month })}</p>}
      {warnings.length > 0 && (
        <>
          <p>{t('confirm.warnings')}</p>
          <ul className="month-warnings">
            {warnings.map((line) => <li key={`${line.check} ${line.bankAccountId ?? ''}`}>{title(line)}：{t(`check.found.${line.check}`, { count: line.count })}</li>)}
          </ul>
        </>
      )}
    </ActionDialog>
  )
}
