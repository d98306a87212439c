/**
 * The line of the cursor opened: what the bank says of it, whose money it is, and what it settles of the customer's open
 * items. Everything can be changed before it is accepted.
 *
 * Keys: Enter goes on, Alt+O takes the next customer that it might be, Ctrl+Enter accepts what is on screen, Esc goes back.
 */
import { Button } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../shared/bank/schemas.ts'
import type { Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { AllocationPanel } from '../receipts/allocationPanel.tsx'
import { cellsOf } from '../receipts/cells.ts'
import { EnterFlow } from '../ui/enterFlow.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { MoneyText } from '../ui/money.tsx'
import { usePageActive } from '../ui/pageContext.ts'
import { ErrorState } from '../ui/states.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { useProposalWords } from './bankWords.ts'
import { SurenessTag } from './lineColumns.tsx'
import type { LineDecision } from './useLineDecision.ts'

interface LinePanelProps {
  line: StatementLine | undefined
  decision: LineDecision
  tolerance: Money
  /** The money is booked already and is only given to its customer. */
  claiming: boolean
  readOnly: boolean
  /** The item that was refused. */
  troubledItem: number | null
  /** The panel's own element, for those who put the cursor into it. */
  panel: RefObject<HTMLElement | null>
  onLeave: () => void
}

/** The cursor of the panel: the items when there are some, else the customer. */
export function enterPanel(panel: HTMLElement | null): void {
  const [item] = cellsOf(panel?.querySelector<HTMLElement>('.allocation-lines') ?? null)
  const customer = panel?.querySelector<HTMLElement>('.line-customer input') ?? null
  const chosen = customer instanceof HTMLInputElement && customer.value !== ''
  ;(chosen ? (item ?? customer) : customer)?.focus()
}

export function LinePanel({ line, decision, tolerance, claiming, readOnly, troubledItem, panel, onLeave }: LinePanelProps) {
  const { t } = useTranslation(['bank', 'receipts'])
  const words = useProposalWords()
  const { detail, customer, drafts, linked } = decision
  const proposal = detail?.line.proposal
  const others = detail?.others.filter((other) => other.customerId !== customer?.id) ?? []
  /** The customer was just taken by Enter; the cursor goes on to the items when they come. */
  const goOn = useRef(false)
  useEffect(() => {
    if (!goOn.current || !detail) return
    goOn.current = false
    enterPanel(panel.current)
  }, [detail, panel])
  /** One after the other, around the end. */
  useShortcut('Alt+O', () => {
    const all = detail?.others ?? []
    const next = all[(all.findIndex((other) => other.customerId === customer?.id) + 1) % all.length]
    if (next) decision.choose({ id: next.customerId, code: next.code, name: next.name })
  }, usePageActive() && others.length > 0 && !readOnly)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }

  return (
    <section className="matching-panel" aria-label={t('bank:panel.title')} ref={panel} onKeyDown={onKeyDown} data-testid="line-panel">
      <div className="line-facts" data-testid="line-facts">
        {line
          ? (
            <>
              <span className="figure">{line.on} {line.time}</span>
              <b>{line.counterparty || t('bank:by.none')}</b>
              {line.counterpartyAccount !== '' && <span className="quiet figure">{line.counterpartyAccount}</span>}
              <span className="line-memo" title={line.memo}>{line.memo}</span>
              {line.serial !== '' && <span className="quiet">{line.serial}</span>}
              <MoneyText value={line.amount} strong />
            </>
          )
          : <span className="quiet">{t('bank:panel.choose')}</span>}
      </div>
      <div className="line-customer">
        <label>
          <span>{t('bank:panel.customer')}</span>
          <EnterFlow onEnd={() => {
            goOn.current = true
            if (detail) enterPanel(panel.current)
          }}>
            <Lookup
              label={t('bank:panel.customer')}
              value={customer}
              disabled={!line || readOnly}
              find={(text, signal) => api.customers.lookup({ text }, { signal })}
              aside={(hit) => hit.salesperson}
              onChange={decision.choose}
            />
          </EnterFlow>
        </label>
        {proposal && !claiming && <SurenessTag proposal={proposal} />}
        <span className="line-reason" title={proposal ? words.basis(proposal) : ''}>{proposal && !decision.decided ? words.basis(proposal) : ''}</span>
        {others.length > 0 && !readOnly && (
          <span className="line-others">
            <span className="quiet">{t('bank:panel.others')}</span>
            {others.slice(0, 3).map((other) => (
              <Button key={other.customerId} size="small" title={t(`bank:by.${other.why}`)} onClick={() => decision.choose({ id: other.customerId, code: other.code, name: other.name })}>{other.name}</Button>
            ))}
            <span className="quiet">{t('bank:panel.next')}</span>
          </span>
        )}
      </div>
      {decision.error !== undefined && <ErrorState error={decision.error} />}
      {linked && proposal
        ? (
          <div className="line-linked">
            <p>{t(proposal.receiptId === null ? 'bank:panel.linkedBill' : 'bank:panel.linkedReceipt', { number: proposal.documentNumber })}</p>
            <p className="quiet">{t('bank:panel.overrule')}</p>
          </div>
        )
        : (
          <AllocationPanel
            drafts={drafts}
            amount={line?.amount ?? null}
            amountTitle={t('receipts:panel.received')}
            tolerance={tolerance}
            onChange={decision.change}
            onLeave={onLeave}
            troubledItem={troubledItem}
            notice={
              decision.loading ? t('receipts:panel.stale')
                : proposal?.gaveUp && !decision.decided ? <span className="warning">{t('bank:panel.gaveUp')}</span>
                  : proposal && line && proposal.receivedOn !== line.on && !claiming ? t('bank:panel.bookedOn', { day: proposal.receivedOn }) : null
            }
            empty={decision.loading ? '' : customer ? t('receipts:panel.nothingOpen') : t('bank:panel.pick')}
          />
        )}
    </section>
  )
}
