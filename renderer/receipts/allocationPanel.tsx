/**
 * The open items of a customer with what a receipt settles of each: suggested lines first, the reason beside each, every
 * amount open to the clerk. The entry sheet and the drawer of a posted receipt both show it.
 *
 * Keys on a line: ↑ ↓ another line, Space takes it or leaves it, `=` what is left, F8 clears the small rest, Enter the next
 * line. `onLeave` runs on Esc.
 */
import { Tag, Tooltip } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, money, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { moveFocus } from '../ui/enterFlow.tsx'
import { MoneyInput, MoneyText } from '../ui/money.tsx'
import { clearableOf, leftOf, overdrawn, remainderFor, setAmount, toggleDifference, toggleLine, type AllocationDraft } from './allocation.ts'
import { AllocationTotals } from './allocationTotals.tsx'
import { cellsOf } from './cells.ts'
import './receipts.css'

/** A change of the lines; it is given the newest ones, which may be newer than those on screen. */
export type AllocationStep = (drafts: readonly AllocationDraft[]) => AllocationDraft[]

interface AllocationPanelProps {
  drafts: AllocationDraft[]
  /** What there is to allocate; null until the clerk has typed it. */
  amount: Money | null
  tolerance: Money
  onChange: (step: AllocationStep) => void
  onLeave: () => void
  /** The item whose line was refused. */
  troubledItem?: number | null
  /** Words in place of the lines while there are none. */
  empty: ReactNode
  notice?: ReactNode
  /** What the amount is called: a receipt's, or an advance that is left. */
  amountTitle: string
}

const REASON_COLORS = { reference: 'green', exactAmount: 'green', shortPayment: 'gold', uniqueCombination: 'cyan', oldestFirst: 'blue', manual: 'default' } as const

export function AllocationPanel({ drafts, amount, tolerance, onChange, onLeave, troubledItem, empty, notice, amountTitle }: AllocationPanelProps) {
  const { t } = useTranslation(['receipts', 'invoices'])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const cell = event.target
    if (!(cell instanceof HTMLInputElement)) return
    const index = cellsOf(event.currentTarget).indexOf(cell)
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) moveFocus(event.currentTarget, cell, 1)
    else if (event.key === 'ArrowUp' || event.key === 'Enter') moveFocus(event.currentTarget, cell, -1)
    else if (event.key === ' ' && index >= 0) onChange((newest) => toggleLine(amount, newest, index))
    else if (event.key === 'F8' && index >= 0) {
      // The amount that is being typed decides how small the rest is, so it is taken first.
      cell.blur()
      cell.focus()
      onChange((newest) => toggleDifference(newest, index, tolerance))
    }
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className="allocation" aria-label={t('receipts:panel.title')} data-testid="allocation">
      <div className="allocation-head">
        <span className="strong">{t('receipts:panel.title')}</span>
        {drafts.length > 0 && (
          <span className="quiet">
            {t('receipts:panel.open')} <MoneyText value={sumOf(drafts, (draft) => draft.item.open)} />
          </span>
        )}
        <span className="allocation-notice" role="status">{notice}</span>
        <span className="quiet allocation-keys">{t('receipts:panel.keys')}</span>
      </div>
      <div className="allocation-lines" onKeyDown={onKeyDown}>
        <table>
          <thead>
            <tr>
              <th className="narrow" />
              <th className="basis-column">{t('receipts:panel.basis')}</th>
              <th className="number-column">{t('receipts:panel.item')}</th>
              <th>{t('invoices:field.invoiceNumber')}</th>
              <th>{t('invoices:field.contractOrOrder')}</th>
              <th className="day-column">{t('invoices:field.dueOn')}</th>
              <th className="right overdue-column">{t('receipts:panel.overdue')}</th>
              <th className="right money-column">{t('invoices:field.open')}</th>
              <th className="right amount-column">{t('receipts:panel.allocate')}</th>
              <th className="difference-column">{t('receipts:panel.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft, index) => (
              <Line
                key={draft.item.id}
                draft={draft}
                troubled={draft.item.id === troubledItem}
                clearable={clearableOf(draft, tolerance)}
                fill={() => remainderFor(amount, drafts, index)}
                onAmount={(next) => onChange((newest) => setAmount(newest, index, next))}
                onToggle={() => onChange((newest) => toggleLine(amount, newest, index))}
                onDifference={() => onChange((newest) => toggleDifference(newest, index, tolerance))}
              />
            ))}
          </tbody>
        </table>
        {drafts.length === 0 && <div className="allocation-empty">{empty}</div>}
      </div>
      <AllocationTotals title={amountTitle} amount={amount ?? ZERO} drafts={drafts} left={leftOf(amount, drafts)} />
    </section>
  )
}

interface LineProps {
  draft: AllocationDraft
  troubled: boolean
  clearable: Money
  fill: () => Money
  onAmount: (amount: Money) => void
  onToggle: () => void
  onDifference: () => void
}

function Line({ draft, troubled, clearable, fill, onAmount, onToggle, onDifference }: LineProps) {
  const { t } = useTranslation(['receipts', 'invoices'])
  const { item, amount, difference, reason } = draft
  const taken = amount > 0
  const source = [item.contractNumber, item.orderNumber].filter((text) => text !== '').join(' / ')
  return (
    <tr className={`${taken ? 'taken' : ''}${troubled ? ' troubled' : ''}`} data-testid="allocation-line">
      <td className="narrow">
        <input type="checkbox" tabIndex={-1} checked={taken} onChange={onToggle} aria-label={t('receipts:panel.take', { number: item.number })} />
      </td>
      <td>
        {taken && (
          <Tooltip title={t(`receipts:reasonHelp.${reason}`)}>
            <Tag color={REASON_COLORS[reason]}>{t(`receipts:reason.${reason}`)}</Tag>
          </Tooltip>
        )}
      </td>
      <td title={t(`invoices:itemKind.${item.kind}`)}>
        {item.number}
        {item.installment > 1 && <span className="quiet"> {t('receipts:panel.installment', { count: item.installment })}</span>}
      </td>
      <td title={item.invoiceNumber}>{item.invoiceNumber}</td>
      <td title={source}>{source}</td>
      <td className="figure">{item.dueOn}</td>
      <td className={`right figure${item.daysOverdue > 0 ? ' negative' : ''}`}>{item.daysOverdue > 0 ? t('receipts:panel.days', { count: item.daysOverdue }) : ''}</td>
      <td className="right"><MoneyText value={item.open} /></td>
      <td className="right amount-column">
        <MoneyInput
          bare
          label={t('receipts:panel.line', { number: item.number })}
          currency={item.currency}
          value={taken ? amount : null}
          fill={fill}
          invalid={troubled || overdrawn(draft)}
          onChange={(next) => onAmount(next ?? ZERO)}
        />
      </td>
      <td className="difference-column">
        {(difference > 0 || clearable > 0) && (
          <button type="button" tabIndex={-1} className={`difference${difference > 0 ? ' cleared' : ''}`} onClick={onDifference} aria-pressed={difference > 0}>
            {difference > 0
              ? t('receipts:panel.differenceCleared', { amount: formatMoney(difference) })
              : t('receipts:panel.clearDifference', { amount: formatMoney(clearable) })}
          </button>
        )}
        {difference === 0 && clearable === 0 && taken && item.open > amount && (
          <span className="quiet">{t('receipts:panel.keepOpen')} {formatMoney(money(item.open - amount))}</span>
        )}
      </td>
    </tr>
  )
}
