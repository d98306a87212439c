/** The figures under an allocation: what there is, what is used, what is left as an advance or taken too much. */
import { useTranslation } from 'react-i18next'
import type { Money } from '../../shared/money.ts'
import { MoneyText } from '../ui/money.tsx'
import { allocatedOf, differencesOf, type AllocationDraft } from './allocation.ts'

interface AllocationTotalsProps {
  title: string
  amount: Money
  drafts: readonly AllocationDraft[]
  left: Money
}

export function AllocationTotals({ title, amount, drafts, left }: AllocationTotalsProps) {
  const { t } = useTranslation('receipts')
  return (
    <div className="allocation-totals" data-testid="allocation-totals">
      <span>{title} <MoneyText value={amount} strong /></span>
      <span>{t('panel.allocated')} <MoneyText value={allocatedOf(drafts)} strong /></span>
      <span>{t('panel.differences')} <MoneyText value={differencesOf(drafts)} strong /></span>
      <span className="left">{left < 0 ? t('panel.over') : t('panel.left')} <MoneyText value={left} strong /></span>
    </div>
  )
}
