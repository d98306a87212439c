/** What a clerk should know about a due day: a year without known holidays, an event that the ledger does not record yet. */
import { useTranslation } from 'react-i18next'
import type { DueDayView } from '../../shared/customers/schemas.ts'

export function DueNotes({ due }: { due: DueDayView | null }) {
  const { t } = useTranslation('customers')
  if (!due) return null
  return (
    <>
      {due.cutOffOn && <span> · {t('terms.cutOffOn', { day: due.cutOffOn })}</span>}
      {due.holidaysUnknown && <span className="due-unknown" data-testid="holidays-unknown"> · {t('terms.holidaysUnknown')}</span>}
      {!due.recorded && <span data-testid="trigger-unrecorded"> · {t('terms.notRecorded')}</span>}
    </>
  )
}
