/** The installments of a receivable (分期到期): each with its own due day; together they must be the amount. */
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { subtract, ZERO } from '../../shared/money.ts'
import { EntryGrid } from '../ui/entryGrid.tsx'
import { MoneyText } from '../ui/money.tsx'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { installmentSum, monthlyInstallments, remainderOf, type InstallmentDraft, type InvoiceDraft } from './invoiceDraft.ts'

interface InstallmentsProps {
  draft: InvoiceDraft
  firstDue: Day | null
  problem: string | undefined
  error: unknown
  onChange: (installments: InstallmentDraft[]) => void
}

const MOST = 60

export function Installments({ draft, firstDue, problem, error, onChange }: InstallmentsProps) {
  const { t } = useTranslation('invoices')
  const words = useErrorWords()
  const [count, setCount] = useState<number | null>(3)
  const difference = subtract(draft.amount ?? ZERO, installmentSum(draft))
  const wrong = problem ?? (refusalOf(error)?.field === 'installments' ? words(error) : undefined)
  const canSplit = Boolean(draft.amount && firstDue && count)

  function divide(): void {
    if (draft.amount && firstDue && count) onChange(monthlyInstallments(draft.amount, firstDue, count))
  }

  return (
    <section aria-label={t('form.installments')} data-testid="installments">
      <div className="installments-tools">
        <h2 className="section-title">{t('form.installments')}</h2>
        <span className="quiet">{t('form.installmentsHint')}</span>
        <span className="installments-split">
          <InputNumber aria-label={t('form.periods')} min={2} max={MOST} precision={0} value={count} onChange={setCount} className="installments-count" />
          <Button disabled={!canSplit} onClick={divide}>{t('form.split')}</Button>
        </span>
      </div>
      <EntryGrid
        path="installments"
        rows={draft.installments}
        error={error}
        columns={[
          { field: 'dueOn', title: t('form.installmentDue'), kind: 'day' },
          { field: 'amount', title: t('form.installmentAmount'), kind: 'money', fill: (_, index) => remainderOf(draft, index) },
        ]}
        newRow={() => ({ dueOn: null, amount: remainderOf({ ...draft, installments: [...draft.installments, { dueOn: null, amount: null }] }, draft.installments.length) || null })}
        onChange={onChange}
        footer={draft.installments.length > 0 && (
          <span className="installments-sum">
            {wrong && <span className="field-error" role="alert">{wrong}</span>}
            <span>{t('form.sum')} <MoneyText value={installmentSum(draft)} strong /></span>
            {difference === 0
              ? <span className="quiet">{t('form.even')}</span>
              : <span>{difference > 0 ? t('form.difference') : t('form.over')} <MoneyText value={difference} strong /></span>}
          </span>
        )}
      />
    </section>
  )
}
