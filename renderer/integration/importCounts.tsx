/** What an import would do: how many rows, how many new ones, what is skipped and why. */
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../shared/integration/schemas.ts'
import { Count, Counts } from '../ui/counts.tsx'
import { MoneyText } from '../ui/money.tsx'
import { useSkippedWords } from './skippedWords.ts'

export function ImportCounts({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('integration')
  const words = useSkippedWords()
  const skipped = Object.entries(inspection.skipped).filter(([, count]) => count > 0)
  return (
    <Counts>
      <Count label={t('counts.rows')}>{inspection.rows}</Count>
      <Count label={t('counts.create')}><b>{inspection.create}</b></Count>
      {skipped.length > 0 && (
        <Count label={t('counts.skipped')}>
          {skipped.reduce((sum, [, count]) => sum + count, 0)}
          <span className="quiet"> {skipped.map(([reason, count]) => `${words(reason)} ${count}`).join(' · ')}</span>
        </Count>
      )}
      {inspection.newCustomers > 0 && <Count label={t('counts.newCustomers')}>{inspection.newCustomers}</Count>}
      {inspection.receipts > 0 && <Count label={t('counts.receipts')}>{inspection.receipts}</Count>}
      {inspection.target !== 'customers' && <Count label={t('counts.total')}><MoneyText value={inspection.total} strong /></Count>}
      <Count label={t('counts.problems')}><span className={inspection.problemCount > 0 ? 'negative strong' : ''}>{inspection.problemCount}</span></Count>
    </Counts>
  )
}
