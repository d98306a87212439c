/** The line below the row that is typed: who paid, and how foreign money is booked. It is always there, so nothing jumps. */
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RateInput } from '../rates/rateInput.tsx'
import { EnterFlow } from '../ui/enterFlow.tsx'
import { MoneyInput } from '../ui/money.tsx'
import type { EntryField, EntryRow } from './entryRow.ts'

interface EntryExtrasProps {
  row: EntryRow
  own: string
  marked: EntryField | 'allocations' | null
  onChange: (change: Partial<EntryRow>) => void
  onEnd: () => void
}

export function EntryExtras({ row, own, marked, onChange, onEnd }: EntryExtrasProps) {
  const { t } = useTranslation(['receipts', 'rates'])
  return (
    <EnterFlow className="entry-extras" onEnd={onEnd}>
      <label data-extra="payer">
        {t('receipts:field.payer')}
        <Input
          size="small" autoComplete="off" maxLength={120} placeholder={t('receipts:entry.payerHint')} value={row.payer} status={marked === 'payer' ? 'error' : ''}
          onChange={(event) => onChange({ payer: event.target.value })}
        />
        <kbd>Alt+P</kbd>
      </label>
      {row.currency !== null && (
        <>
          <span className="strong">{row.currency}</span>
          <label data-extra="rate">{t('rates:booked.rate')} <RateInput value={row.rate} placeholder={t('rates:booked.computed')} onChange={(rate) => onChange({ rate })} /></label>
          <label data-extra="baseAmount">{t('rates:booked.worth', { currency: own })} <MoneyInput value={row.baseAmount} placeholder={t('rates:booked.computed')} invalid={marked === 'baseAmount'} onChange={(baseAmount) => onChange({ baseAmount })} /></label>
        </>
      )}
    </EnterFlow>
  )
}
