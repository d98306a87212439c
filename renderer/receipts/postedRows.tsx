/** The receipts posted in this sitting, oldest first, so that the newest stands right above the row that is typed. */
import { memo, useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, sumOf } from '../../shared/money.ts'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { PostingDay } from '../ui/postingDay.tsx'
import { MoneyText } from '../ui/money.tsx'

interface PostedRowsProps {
  rows: readonly ReceiptView[]
  onOpen: (receipt: ReceiptView) => void
  onLeave: () => void
}

/** Drawn anew only when a receipt is added: the stack grows long, and every key in the row below it must stay quick. */
export const PostedRows = memo(function PostedRows({ rows, onOpen, onLeave }: PostedRowsProps) {
  const { t } = useTranslation('receipts')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [rows.length])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>, receipt: ReceiptView): void {
    const from = event.currentTarget
    const move = (to: Element | null): void => {
      if (to instanceof HTMLElement) to.focus()
    }
    if (event.key === 'Enter' && !event.ctrlKey) onOpen(receipt)
    else if (event.key === 'ArrowUp') move(from.previousElementSibling)
    else if (event.key === 'ArrowDown') {
      if (from.nextElementSibling) move(from.nextElementSibling)
      else onLeave()
    } else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }

  return (
    <div className="posted-rows" role="rowgroup" ref={list} aria-label={t('entry.posted')} data-testid="posted-rows">
      {rows.map((receipt, index) => (
        <div
          key={receipt.id}
          className="entry-row posted"
          role="row"
          tabIndex={index === rows.length - 1 ? 0 : -1}
          data-testid="posted-row"
          onKeyDown={(event) => onKeyDown(event, receipt)}
          onDoubleClick={() => onOpen(receipt)}
        >
          <span className="quiet right">{index + 1}</span>
          <span title={receipt.customerName}>{receipt.customerCode} {receipt.customerName}</span>
          <span className="figure"><PostingDay on={receipt.receivedOn} /></span>
          <span className="right"><MoneyText value={receipt.amount} /></span>
          <span>{t(`method.${receipt.method}`)}</span>
          <span title={receipt.bankAccount}>{receipt.bankAccount}</span>
          <span title={receipt.reference}>{receipt.reference}</span>
          <span className="right">{receipt.fee > 0 && <MoneyText value={receipt.fee} />}</span>
          <span className="posted-state">
            <span className="figure">{receipt.number}</span>
            <span className="quiet">{outcome(receipt, t)}</span>
          </span>
        </div>
      ))}
    </div>
  )
})

type Words = ReturnType<typeof useTranslation<'receipts'>>['t']

/** In one line what became of the money: how many items it settled, what is left as an advance. */
function outcome(receipt: ReceiptView, t: Words): string {
  const settled = new Set(receipt.allocations.filter((row) => row.creditItemId === receipt.itemId && row.releasedOn === null).map((row) => row.itemId)).size
  return [
    settled > 0 ? t('entry.settled', { count: settled }) : '',
    receipt.unallocated > 0 ? t('entry.advance', { amount: formatMoney(receipt.unallocated) }) : '',
  ].filter((text) => text !== '').join(' · ')
}

export function PostedTotals({ rows }: { rows: readonly ReceiptView[] }) {
  const { t } = useTranslation('receipts')
  // Amounts of several currencies never add up.
  const currencies = [...new Set(rows.map((row) => row.currency))]
  return (
    <span className="posted-totals" data-testid="posted-totals">
      {t('entry.posted')} <b>{t('entry.count', { count: rows.length })}</b> {t('entry.sum')}{' '}
      {currencies.length < 2 ? <MoneyText value={sumOf(rows, (row) => row.amount)} strong /> : currencies.map((currency) => (
        <span key={currency}><MoneyText value={sumOf(rows.filter((row) => row.currency === currency), (row) => row.amount)} strong /> <span className="quiet">{currency}</span></span>
      ))}
    </span>
  )
}
