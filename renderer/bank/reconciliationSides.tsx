/**
 * The two sides of a 余额调节表 as they stand on paper: each balance, what the other side has and this one has not, and the
 * adjusted balances, which must agree. Keys: ↑ ↓ another entry, Enter opens it.
 */
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reconciliation } from '../../shared/bank/schemas.ts'
import { formatMoney, sumOf } from '../../shared/money.ts'
import { openPage } from '../navigation.ts'
import { MoneyText } from '../ui/money.tsx'

type Missing = Reconciliation['bankReceived'][number]

export function ReconciliationSides({ of }: { of: Reconciliation }) {
  const { t } = useTranslation('bank')

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('.reconcile-item')]
    const next = entries[entries.findIndex((entry) => entry === document.activeElement) + step]
    if (step === 0 || !next) return
    event.preventDefault()
    next.focus()
  }
  function open({ receiptId, refundId, on, amount }: Missing): void {
    if (receiptId !== null) openPage('receipt', { id: receiptId })
    else if (refundId !== null) openPage('refund', { id: refundId })
    else openPage('statementLines', { bankAccountId: of.bankAccountId, filters: [{ field: 'on', op: 'eq', value: on }, { field: 'amount', op: 'eq', value: amount }] })
  }
  const list = (name: 'bankReceived' | 'bankPaid' | 'bookReceived' | 'bookPaid') => (
    <div className="reconcile-list" data-testid={`reconcile-${name}`}>
      <Line label={t(`reconcile.${name}`)}><MoneyText value={sumOf(of[name], (each) => each.amount)} /></Line>
      {of[name].length === 0
        ? <div className="reconcile-none">{t('reconcile.none')}</div>
        : of[name].map((each, index) => (
          <button key={index} type="button" className="reconcile-item" onClick={() => open(each)}>
            <span className="figure">{each.on}</span>
            <span title={`${each.text} ${each.number}`}>{each.text} <span className="quiet">{each.number}</span></span>
            <MoneyText value={each.amount} />
          </button>
        ))}
    </div>
  )
  const even = of.difference === 0
  return (
    <>
      <div className="reconcile-scroll" onKeyDown={onKeyDown}>
        <div className="reconcile-sides">
          <section className="card reconcile-side">
            <h2>{t('reconcile.bookSide')}</h2>
            <Line kind="sum" label={t('reconcile.balance')}><span data-testid="book-balance"><MoneyText value={of.bookBalance} /></span></Line>
            {list('bankReceived')}
            {list('bankPaid')}
            <Line kind="adjusted" label={t('reconcile.adjusted')}><span data-testid="adjusted-book"><MoneyText value={of.adjustedBook} /></span></Line>
          </section>
          <section className="card reconcile-side">
            <h2>{t('reconcile.bankSide')}</h2>
            <Line kind="sum" label={t('reconcile.balance')}><span data-testid="statement-balance"><MoneyText value={of.statementBalance} /></span></Line>
            {list('bookReceived')}
            {list('bookPaid')}
            <Line kind="adjusted" label={t('reconcile.adjusted')}><span data-testid="adjusted-statement"><MoneyText value={of.adjustedStatement} /></span></Line>
          </section>
        </div>
      </div>
      {of.difference !== null && (
        <div className={`reconcile-difference ${even ? 'even' : 'odd'}`} role="status" data-testid="difference">
          <span>{t('reconcile.difference')}</span>
          <span className="figure">{formatMoney(of.difference)}</span>
          <span>{even ? t('reconcile.reconciled') : t('reconcile.notReconciled')}</span>
        </div>
      )}
    </>
  )
}

const Line = ({ kind = '', label, children }: { kind?: string; label: string; children: ReactNode }) => (
  <div className={`reconcile-line ${kind}`}><span>{label}</span>{children}</div>
)
