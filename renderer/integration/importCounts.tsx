/** What an import would do: how many rows, how many new ones, what is skipped and why. */
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../shared/integration/schemas.ts'
import { Count, Counts } from '../ui/counts.tsx'
import { countOf } from '../../shared/sheets/skipped.ts'
import { CurrencyTotals } from './currencyTotals.tsx'

export function ImportCounts({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('integration')
  const skipped = countOf(inspection.skipped)
  return (
    <Counts>
      <Count label={t('counts.rows')}>{inspection.rows}</Count>
      <Count label={t('counts.create')}><b>{inspection.create}</b></Count>
      {skipped > 0 && <Count label={t('counts.skipped')}>{skipped}</Count>}
      {inspection.newCustomers > 0 && <Count label={t('counts.newCustomers')}>{inspection.newCustomers}</Count>}
      {inspection.receipts > 0 && <Count label={t('counts.receipts')}>{inspection.receipts}</Count>}
      {inspection.target !== 'customers' && <Count label={t('counts.total')}><CurrencyTotals {...inspection} /></Count>}
      <Count label={t('counts.problems')}><span className={inspection.problemCount > 0 ? 'negative strong' : ''}>{inspection.problemCount}</span></Count>
    </Counts>
  )
}
