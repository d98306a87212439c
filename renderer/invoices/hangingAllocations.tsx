/** Which allocations are taken back with a document that is reversed. */
import { useTranslation } from 'react-i18next'
import type { AllocationRow } from '../../shared/invoices/schemas.ts'
import { MoneyText } from '../ui/money.tsx'
import './invoices.css'

interface HangingAllocationsProps {
  allocations: readonly AllocationRow[]
  /** The side on which the document stands; the other side's documents are named. */
  side: 'debit' | 'credit'
}

export function HangingAllocations({ allocations, side }: HangingAllocationsProps) {
  const { t } = useTranslation('invoices')
  const hanging = allocations.filter((row) => row.releasesId === null && row.releasedOn === null)
  if (hanging.length === 0) return <p className="quiet">{t('reverse.nothing')}</p>
  return (
    <>
      <p>{t('reverse.hangs', { count: hanging.length })}</p>
      <ul className="hanging" data-testid="hanging">
        {hanging.map((row) => (
          <li key={row.id}>
            <span>{side === 'credit' ? `${row.debit.number} ${row.debit.invoiceNumber}` : row.credit.number}</span>
            <span className="figure quiet">{row.allocatedOn}</span>
            <MoneyText value={row.amount} />
          </li>
        ))}
      </ul>
    </>
  )
}
