/** Classes, states and grounds of bank lines in the words of the screen. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_CLASSES, LINE_STATUSES, type Proposal } from '../../shared/bank/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { LINE_REASONS } from '../../shared/receipts/schemas.ts'
import type { ColumnOption } from '../ui/grid/columns.ts'

/** Calm colors: green may be accepted unseen, everything else wants a look. */
export const SURENESS_COLORS = { sure: 'green', likely: 'blue', unsure: 'gold', none: 'default' } as const

export function useClassOptions(): ColumnOption[] {
  const { t } = useTranslation('bank')
  return useMemo(() => LINE_CLASSES.map((value) => ({ value, label: t(`class.${value}`) })), [t])
}

export function useStatusOptions(): ColumnOption[] {
  const { t } = useTranslation('bank')
  return useMemo(() => LINE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })), [t])
}

/** The end of an invoice number of twenty digits is what tells it apart. */
const TOLD_DIGITS = 8
const short = (number: string): string => (number.length > TOLD_DIGITS + 4 ? `…${number.slice(-TOLD_DIGITS)}` : number)

export function useProposalWords() {
  const { t } = useTranslation(['bank', 'receipts'])
  return useMemo(() => ({
    /** What it settles: the invoices, or the document that it only links. */
    settles: ({ kind, allocations, advance, documentNumber }: Proposal): string => {
      if (kind === 'none') return ''
      if (kind === 'linked') return t('bank:lines.linkedTo', { number: documentNumber })
      const [first, second] = allocations
      const numbers = allocations.length > 2 ? [short(first?.invoiceNumber || first?.number || ''), t('bank:lines.moreItems', { count: allocations.length })] : [first, second].flatMap((each) => (each ? [short(each.invoiceNumber || each.number)] : []))
      return [...numbers, advance > 0 ? t('bank:lines.advance', { amount: formatMoney(advance) }) : ''].filter((part) => part !== '').join(t('bank:lines.separator'))
    },
    /** Why: whose money it is, by what it was allocated, and what is doubtful. */
    basis: ({ customerBy, reason, doubt, receivedOn, settled }: Proposal): string =>
      [
        t(`bank:by.${customerBy}`),
        ...LINE_REASONS.filter((each) => each === reason).map((each) => t(`receipts:reason.${each}`)),
        doubt === null || doubt === 'unknownPayer' ? '' : t(`bank:doubt.${doubt}`, { day: receivedOn, settled: settled.map(short).join(t('bank:lines.separator')) }),
      ].filter((part) => part !== '').join(' · '),
  }), [t])
}
