/** What a clerk should know about a due day: a year without known holidays, an event that the ledger does not record yet. */
import { useTranslation } from 'react-i18next'
import type { DueDayView } from '../../shared/customers/schemas.ts'

/** `text` is what is said before them. */
export function DueNotes({ text = '', due }: { text?: string; due: DueDayView | null }) {
  const { t } = useTranslation('customers')
  const notes = [
    text === '' ? null : <span key="text">{text}</span>,
    due?.cutOffOn ? <span key="cutOff">{t('terms.cutOffOn', { day: due.cutOffOn })}</span> : null,
    due?.holidaysUnknown ? <span key="holidays" className="due-unknown" data-testid="holidays-unknown">{t('terms.holidaysUnknown')}</span> : null,
    due && !due.recorded ? <span key="trigger" data-testid="trigger-unrecorded">{t('terms.notRecorded')}</span> : null,
  ].filter((note) => note !== null)
  return <>{notes.flatMap((note, index) => (index === 0 ? [note] : [' · ', note]))}</>
}
