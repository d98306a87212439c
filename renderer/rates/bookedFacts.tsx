/** At which rate a foreign document was booked, what that makes, and what settling it gained; nothing for own money. */
import { useTranslation } from 'react-i18next'
import type { Money } from '../../shared/money.ts'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { rateText } from './rateText.ts'

export function BookedFacts({ document }: { document: { rate: number | null; baseAmount: Money | null; exchangeDifference: Money } }) {
  const { t } = useTranslation('rates')
  if (document.rate === null || document.baseAmount === null) return null
  return (
    <>
      <Fact label={t('booked.rate')}><span className="figure">{rateText(document.rate)}</span></Fact>
      <Fact label={t('booked.base')}><MoneyText value={document.baseAmount} /></Fact>
      <Fact label={t('booked.gain')}><span data-testid="exchange-gain"><MoneyText value={document.exchangeDifference} strong /></span></Fact>
    </>
  )
}
