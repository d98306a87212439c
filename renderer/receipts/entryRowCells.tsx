/** The cells of the row that is being typed. Enter goes from one to the next, after the last one to the allocation. */
import { Input } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { BankAccount } from '../../shared/settings/schemas.ts'
import { subtract } from '../../shared/money.ts'
import { METHODS } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { ChoiceCell } from '../ui/choiceCell.tsx'
import { DayInput } from '../ui/day.tsx'
import { EnterFlow } from '../ui/enterFlow.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { MoneyInput, MoneyText } from '../ui/money.tsx'
import type { EntryField, EntryRow } from './entryRow.ts'

interface EntryRowCellsProps {
  row: EntryRow
  accounts: readonly BankAccount[]
  marked: EntryField | 'allocations' | null
  /** The number that the row has among those of this sitting. */
  position: number
  onChange: (change: Partial<EntryRow>) => void
  onEnd: () => void
  rowRef: Ref<HTMLDivElement>
}

export function EntryRowCells({ row, accounts, marked, position, onChange, onEnd, rowRef }: EntryRowCellsProps) {
  const { t } = useTranslation('receipts')
  return (
    <div role="row" ref={rowRef} data-testid="entry-row" data-begin>
      <EnterFlow className="entry-row current" onEnd={onEnd}>
        <span className="quiet right">{position}</span>
        <Lookup
          bare
          autoFocus
          label={t('field.customer')}
          value={row.customer}
          invalid={marked === 'customer'}
          find={(text, signal) => api.customers.lookup({ text }, { signal })}
          aside={(hit) => hit.salesperson}
          onChange={(customer) => onChange({ customer })}
        />
        <DayInput bare label={t('field.receivedOn')} value={row.receivedOn} invalid={marked === 'receivedOn'} onChange={(receivedOn) => onChange({ receivedOn })} />
        <MoneyInput bare label={t('field.amount')} value={row.amount} currency={row.currency ?? undefined} invalid={marked === 'amount'} onChange={(amount) => onChange({ amount })} />
        <ChoiceCell label={t('field.method')} value={row.method} choices={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))} invalid={marked === 'method'} onChange={(method) => onChange({ method: method ?? 'transfer' })} />
        <ChoiceCell
          label={t('field.bankAccount')}
          value={row.method === 'cash' ? null : row.bankAccountId}
          choices={accounts.map((account) => ({ value: account.id, label: account.name }))}
          none={t('noAccount')}
          disabled={row.method === 'cash'}
          invalid={marked === 'bankAccountId'}
          onChange={(bankAccountId) => onChange({ bankAccountId })}
        />
        <Input
          variant="borderless"
          aria-label={t('field.reference')}
          autoComplete="off"
          maxLength={500}
          value={row.reference}
          status={marked === 'reference' ? 'error' : ''}
          onChange={(event) => onChange({ reference: event.target.value })}
        />
        <MoneyInput bare label={t('field.fee')} value={row.fee} currency={row.currency ?? undefined} invalid={marked === 'fee'} onChange={(fee) => onChange({ fee })} />
        <span className="quiet right">{row.amount && row.fee ? <>{t('field.net')}&nbsp;<MoneyText value={subtract(row.amount, row.fee)} /></> : null}</span>
      </EnterFlow>
    </div>
  )
}
