/** The last step: what was stored, and the way to it. */
import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportResult, Target } from '../../shared/integration/schemas.ts'
import { openPage } from '../navigation.ts'
import { useLeftOutTexts } from '../ui/leftOut.tsx'
import { CurrencyTotals } from './currencyTotals.tsx'

function openList(target: Target): void {
  if (target === 'customers') openPage('customers')
  else if (target === 'receivables') openPage('invoices')
  else openPage('receipts')
}

export function ImportDone({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const { t } = useTranslation('integration')
  const skipped = useLeftOutTexts()(result.skipped)
  const facts = [
    t('result.created', { count: result.created }),
    result.customersCreated > 0 && result.target !== 'customers' ? t('result.customers', { count: result.customersCreated }) : '',
    result.receiptsCreated > 0 && result.target !== 'receipts' ? t('result.receipts', { count: result.receiptsCreated }) : '',
    result.allocationsCreated > 0 ? t('result.allocations', { count: result.allocationsCreated }) : '',
    result.startOn ? t('result.startOn', { day: result.startOn }) : '',
  ].filter((fact) => fact !== '')
  return (
    <Result
      status={result.created > 0 ? 'success' : 'info'}
      title={result.created > 0 ? t('result.title') : t('result.nothingNew')}
      subTitle={
        <div className="import-facts">
          <p>{result.fileName} · {facts.join(' · ')}</p>
          {result.totals.length > 0 && <p>{t('counts.total')} <CurrencyTotals {...result} /></p>}
          {skipped.length > 0 && <p>{t('counts.skipped')}: {skipped.join(' · ')}</p>}
        </div>
      }
      extra={[
        <Button key="show" type="primary" autoFocus onClick={() => openList(result.target)}>{t('result.show', { what: t(`target.${result.target}`) })}</Button>,
        <Button key="overview" onClick={() => openPage('overview')}>{t('result.overview')}</Button>,
        <Button key="again" onClick={onAgain}>{t('result.again')}</Button>,
      ]}
    />
  )
}
