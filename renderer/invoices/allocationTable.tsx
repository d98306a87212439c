/**
 * What was allocated between a document and others, those taken back too. Keys on a line: ↑ ↓ another line, Enter opens
 * the document on the other side, Delete takes the allocation back (where `onRelease` is given).
 */
import { Button, Tag } from 'antd'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllocationRow, ItemKind } from '../../shared/invoices/schemas.ts'
import { openItemDocument } from '../navigation.ts'
import { MoneyText } from '../ui/money.tsx'
import { PostingDay } from '../ui/postingDay.tsx'
import { usePageActive } from '../ui/pageContext.ts'
import { useShortcut } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import './invoices.css'

interface AllocationTableProps {
  /** The side on which the document on screen stands; the table shows the other one. */
  side: 'debit' | 'credit'
  rows: readonly AllocationRow[]
  onRelease?: (row: AllocationRow) => void
  empty: ReactNode
}

export function AllocationTable({ side, rows, onRelease, empty }: AllocationTableProps) {
  const { t, i18n } = useTranslation(['invoices', 'ui'])
  // The reasons are words of the receipts; a row only carries the code.
  const reasonText = (code: string): string => (i18n.exists(`receipts:reason.${code}`) ? i18n.t(`receipts:reason.${code}` as 'receipts:reason.manual') : code)
  const active = usePageActive()
  const body = useRef<HTMLTableSectionElement>(null)
  // A taken back allocation says so itself; the row that took it back would only say it twice.
  const shown = rows.filter((row) => row.releasesId === null)
  /** A small difference comes back with its receipt's allocation; what a reversal, a refund or an offset holds is not taken back alone. */
  const releasable = (row: AllocationRow): boolean =>
    row.releasedOn === null && row.reason !== 'reversal' && row.credit.kind !== 'difference' && row.debit.kind !== 'refund' && row.credit.kind !== 'offset' && row.credit.kind !== 'writeOff'
  const otherOf = (row: AllocationRow): { kind: ItemKind; documentId: number; number: string } => (side === 'credit' ? row.debit : row.credit)

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, row: AllocationRow): void {
    if (event.target !== event.currentTarget) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const other = otherOf(row)
    if (step !== 0) body.current?.rows[event.currentTarget.sectionRowIndex + step]?.focus()
    else if (event.key === 'Enter' && !event.ctrlKey && other.kind !== 'difference') openItemDocument(other.kind, other.documentId)
    else if (event.key === 'Delete' && onRelease && releasable(row)) onRelease(row)
    else return
    event.preventDefault()
  }

  useShortcut('Alt+L', () => body.current?.rows[0]?.focus(), active && shown.length > 0)

  if (shown.length === 0) return <>{empty}</>
  return (
    <div className="document-table" data-testid="allocations">
      <table>
        <thead>
          <tr>
            <th>{t('allocation.counterpart')}</th>
            <th>{t('allocation.kind')}</th>
            {side === 'credit' && <th>{t('field.invoiceNumber')}</th>}
            <th className="right">{t('allocation.amount')}</th>
            <th>{t('allocation.allocatedOn')}</th>
            <th>{t('allocation.basis')}</th>
            <th>{t('allocation.state')}</th>
            {onRelease && <th />}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((row, index) => {
            const other = otherOf(row)
            return (
              <tr key={row.id} tabIndex={index === 0 ? 0 : -1} className={row.releasedOn ? 'released' : ''} onKeyDown={(event) => onKeyDown(event, row)} data-testid="allocation-row">
                <td>
                  {other.kind === 'difference' ? other.number : (
                    <Button type="link" size="small" tabIndex={-1} aria-label={t('allocation.open', { number: other.number })} onClick={() => openItemDocument(other.kind, other.documentId)}>{other.number}</Button>
                  )}
                </td>
                <td>{t(`itemKind.${row.credit.kind === 'difference' ? 'difference' : other.kind}`)}</td>
                {side === 'credit' && <td>{row.debit.invoiceNumber}</td>}
                <td className="right"><MoneyText value={row.amount} /></td>
                <td className="figure"><PostingDay on={row.allocatedOn} /></td>
                <td>{reasonText(row.reason)}</td>
                <td>
                  {row.releasedOn
                    ? <Tag>{t('allocation.released', { day: row.releasedOn })}{row.releasedOn > today() && ` · ${t('ui:datedAhead.mark')}`}</Tag>
                    : <Tag color="green">{t('allocation.active')}</Tag>}
                </td>
                {onRelease && (
                  <td className="right">
                    {releasable(row) && <Button size="small" tabIndex={-1} onClick={() => onRelease(row)}>{t('allocation.release')}<kbd>Del</kbd></Button>}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="document-table-keys quiet">{t(onRelease ? 'allocation.keysRelease' : 'allocation.keys')}</div>
    </div>
  )
}
