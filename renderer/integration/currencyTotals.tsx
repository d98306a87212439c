/** What the rows of an import add up to, each currency by itself. */
import type { ImportResult } from '../../shared/integration/schemas.ts'
import { MoneyText } from '../ui/money.tsx'

export function CurrencyTotals({ total, totals }: Pick<ImportResult, 'total' | 'totals'>) {
  if (totals.length < 2) return <MoneyText value={total} strong />
  return <>{totals.map(({ currency, amount }) => <span key={currency} className="import-total">{currency} <MoneyText value={amount} strong /></span>)}</>
}
