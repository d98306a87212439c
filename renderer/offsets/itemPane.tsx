/**
 * A customer's open items of one side with what is taken of each.
 *
 * Keys on a line: ↑ ↓ another line, Space takes it or leaves it, `=` what it should take, Enter the next line and after the
 * last one `onEnd`, Esc `onLeave`.
 */
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import { ZERO, type Money } from '../../shared/money.ts'
import { moveFocus } from '../ui/enterFlow.tsx'
import { MoneyInput, MoneyText } from '../ui/money.tsx'
import { fillOf, openOf, put, takenOf, toggle, totalOf, type Amounts } from './picks.ts'
import '../receipts/receipts.css'
import './offsets.css'

interface ItemPaneProps {
  testId: string
  title: string
  /** What is done with the items: their column of amounts. */
  amountTitle: string
  items: readonly ItemRow[]
  /** Credits have no due day: the day of the document stands there. */
  side: 'credit' | 'debit'
  amounts: Amounts
  /** What the lines may take together; null while nothing says so. */
  limit: Money | null
  troubled: ReadonlySet<number>
  empty: ReactNode
  onChange: (step: (amounts: Amounts) => Amounts) => void
  onEnd?: () => void
  onLeave: () => void
}

export function ItemPane({ testId, title, amountTitle, items, side, amounts, limit, troubled, empty, onChange, onEnd, onLeave }: ItemPaneProps) {
  const { t } = useTranslation(['offsets', 'invoices', 'receipts'])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const cell = event.target
    if (!(cell instanceof HTMLInputElement)) return
    const item = items.find((each) => String(each.id) === cell.closest('tr')?.dataset['item'])
    if (event.key === 'ArrowDown') moveFocus(event.currentTarget, cell, 1)
    else if (event.key === 'ArrowUp') moveFocus(event.currentTarget, cell, -1)
    else if (event.key === 'Enter' && !event.defaultPrevented) {
      if (!moveFocus(event.currentTarget, cell, event.shiftKey ? -1 : 1) && !event.shiftKey) onEnd?.()
    }
    else if (event.key === ' ' && item) onChange((newest) => toggle(items, newest, item, limit))
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className="allocation item-pane" aria-label={title} data-testid={testId}>
      <div className="allocation-head">
        <span className="strong">{title}</span>
        {items.length > 0 && <span className="quiet">{t('offsets:pane.open')} <MoneyText value={totalOf(items)} /></span>}
        <span className="allocation-notice" />
        <span className="quiet allocation-keys">{t('offsets:pane.keys')}</span>
      </div>
      <div className="allocation-lines" onKeyDown={onKeyDown}>
        <table>
          <thead>
            <tr>
              <th className="narrow" />
              <th className="number-column">{t('invoices:field.number')}</th>
              <th>{t(side === 'debit' ? 'invoices:field.invoiceNumber' : 'invoices:field.kind')}</th>
              <th className="day-column">{t(side === 'debit' ? 'invoices:field.dueOn' : 'invoices:field.documentOn')}</th>
              <th className="right money-column">{t(side === 'debit' ? 'invoices:field.open' : 'offsets:pane.left')}</th>
              <th className="right amount-column">{amountTitle}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const amount = amounts[item.id] ?? ZERO
              return (
                <tr key={item.id} data-item={item.id} className={`${amount > 0 ? 'taken' : ''}${troubled.has(item.id) ? ' troubled' : ''}`} data-testid="pane-line">
                  <td className="narrow">
                    <input type="checkbox" tabIndex={-1} checked={amount > 0} onChange={() => onChange((newest) => toggle(items, newest, item, limit))} aria-label={t('receipts:panel.take', { number: item.number })} />
                  </td>
                  <td>{item.number}{item.installment > 1 && <span className="quiet"> {t('receipts:panel.installment', { count: item.installment })}</span>}</td>
                  <td className="tail" title={item.invoiceNumber}>{side === 'debit' && item.invoiceNumber ? <bdi>{item.invoiceNumber}</bdi> : <span className="quiet">{t(`invoices:itemKind.${item.kind}`)}</span>}</td>
                  <td className={`figure${side === 'debit' && item.daysOverdue > 0 ? ' negative' : ''}`}>{side === 'debit' ? item.dueOn : item.documentOn}</td>
                  <td className="right"><MoneyText value={openOf(item)} /></td>
                  <td className="right amount-column">
                    <MoneyInput
                      bare
                      label={`${item.number} ${amountTitle}`}
                      currency={item.currency}
                      value={amount > 0 ? amount : null}
                      fill={() => fillOf(items, amounts, item, limit)}
                      invalid={troubled.has(item.id) || amount > openOf(item)}
                      onChange={(next) => onChange((newest) => put(newest, item, next ?? ZERO))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {items.length === 0 && <div className="allocation-empty">{empty}</div>}
      </div>
      <div className="allocation-totals"><span className="left">{t('offsets:pane.taken')} <MoneyText value={takenOf(items, amounts)} strong /></span></div>
    </section>
  )
}
