/** What the customer's terms mean for a receivable while it is typed: the expected due day, and how much credit is used. */
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { formatMoney } from '../../shared/money.ts'
import { dueDay, handedInOn, type IsWorkday } from '../../shared/terms/rules.ts'
import { api } from '../api.ts'
import { useTermsText } from '../customers/termsText.ts'
import { useQuery } from '../ui/useQuery.ts'
import type { InvoiceDraft } from './invoiceDraft.ts'

/**
 * Only the backend knows the holidays, so the day shown is an expectation: it can differ when the cut-off day falls on
 * a holiday. The posted document has the right one.
 */
const isWeekday: IsWorkday = (value) => ![0, 6].includes(new Date(`${value}T00:00:00Z`).getUTCDay())

export function useTermsHint(draft: InvoiceDraft): { due: string; dueOn: Day | null; credit: string } {
  const { t } = useTranslation('invoices')
  const termsText = useTermsText()
  const id = draft.customer?.id
  const customer = useQuery((signal) => (id ? api.customers.get({ id }, { signal }) : Promise.resolve(null)), [id], ['customers'])
  const known = customer.data && customer.data.id === id ? customer.data : null
  if (!known || !draft.documentOn) return { due: t('form.dueHint'), dueOn: null, credit: '' }
  const dueOn = draft.kind === 'invoice' || draft.kind === 'other'
    ? dueDay(handedInOn(draft.documentOn, known.cutOffDate, isWeekday), known.terms)
    : null
  return {
    due: draft.dueOn || !dueOn ? t('form.dueHint') : t('form.dueComputed', { terms: termsText(known.terms), day: dueOn }),
    dueOn,
    credit: known.creditLimit === null ? '' : t('form.creditLimit', { limit: formatMoney(known.creditLimit) }),
  }
}
