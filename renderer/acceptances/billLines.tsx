/** The lines of the entry: one bill each, filled by keyboard. */
import { useTranslation } from 'react-i18next'
import { ACCEPTANCE_KINDS } from '../../shared/acceptances/schemas.ts'
import { EntryGrid } from '../ui/entryGrid.tsx'
import { MoneyText } from '../ui/money.tsx'
import { completeBill, isBlankBill, nextBill, sumOfBills, type BillDraft } from './billDraft.ts'

interface BillLinesProps {
  bills: readonly BillDraft[]
  error: unknown
  onChange: (bills: BillDraft[]) => void
  /** What the bills must add up to, when their receipt stands already. */
  expected: number | null
}

export function BillLines({ bills, error, onChange, expected }: BillLinesProps) {
  const { t } = useTranslation('acceptances')
  const count = bills.filter((bill) => !isBlankBill(bill)).length
  const sum = sumOfBills(bills)
  return (
    <section className="bill-lines card" aria-label={t('entry.bills')} data-testid="bill-lines">
      <div className="bill-head">
        <h3>{t('entry.bills')}</h3>
        <span className="quiet">{t('entry.billsHint')}</span>
      </div>
      <EntryGrid<BillDraft>
        path="bills"
        rows={bills}
        error={error}
        keyOf={(bill) => bill.key}
        columns={[
          { field: 'billNumber', title: t('field.billNumber'), kind: 'text', width: 216 },
          { field: 'rangeTo', title: t('field.range'), kind: 'text', width: 100 },
          { field: 'kind', title: t('field.kind'), kind: 'select', width: 80, options: ACCEPTANCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
          { field: 'drawer', title: t('field.drawer'), kind: 'text' },
          { field: 'acceptor', title: t('field.acceptor'), kind: 'text' },
          { field: 'issuedOn', title: t('field.issuedOn'), kind: 'day', width: 92 },
          { field: 'dueOn', title: t('field.dueOn'), kind: 'day', width: 92 },
          { field: 'amount', title: t('field.amount'), kind: 'money', width: 104, ...(expected === null ? {} : { fill: (row: BillDraft) => Math.max(0, expected - sum + (row.amount ?? 0)) as never }) },
          { field: 'transferable', title: t('field.transferable'), kind: 'select', width: 90, options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`transferable.${value}`) })) },
        ]}
        newRow={() => nextBill(bills.at(-1))}
        onChange={(rows) => onChange(rows.map((row) => completeBill(row, bills.find((before) => before.key === row.key))))}
        footer={(
          <span className="bill-sums" data-testid="bill-sums">
            <span className="quiet">{t('entry.count', { count })}</span>
            <span>{t('entry.sum')} <MoneyText value={sum} strong /></span>
            {expected !== null && (expected === sum ? <span className="quiet">{t('entry.even')}</span> : <span className="warning">{t('entry.difference')} <MoneyText value={expected - sum} strong /></span>)}
          </span>
        )}
      />
    </section>
  )
}
