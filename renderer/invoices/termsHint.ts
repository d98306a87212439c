/** What terms mean for a receivable while it is typed: the expected due day, and how much credit is used. */
import { useTranslation } from 'react-i18next'
import type { DueDayView } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { formatMoney } from '../../shared/money.ts'
import { api } from '../api.ts'
import { useTermsText } from '../customers/termsText.ts'
import { useDueDay } from '../customers/useDueDay.ts'
import { useQuery } from '../ui/useQuery.ts'
import type { InvoiceDraft } from './invoiceDraft.ts'

const NO_CUT_OFF = { cutOffDate: null, cutOffCounts: true }

export interface TermsHint {
  due: string
  dueOn: Day | null
  /** Null where the due day does not come from terms. */
  notes: DueDayView | null
  credit: string
}

export function useTermsHint(draft: InvoiceDraft): TermsHint {
  const { t } = useTranslation('invoices')
  const termsText = useTermsText()
  const id = draft.customer?.id
  const customer = useQuery((signal) => (id ? api.customers.get({ id }, { signal }) : Promise.resolve(null)), [id], ['customers'])
  const known = customer.data && customer.data.id === id ? customer.data : null
  const byTerms = draft.kind === 'invoice' || draft.kind === 'other'
  const terms = draft.terms ?? known?.terms ?? null
  const notes = useDueDay(known && byTerms ? draft.documentOn : null, terms, known ?? NO_CUT_OFF)
  const computed = notes && terms ? t('form.dueComputed', { terms: termsText(terms), day: notes.dueOn }) : null
  return {
    due: draft.dueOn === null && computed !== null ? computed : t('form.dueHint'),
    dueOn: notes?.dueOn ?? null,
    notes: draft.dueOn === null ? notes : null,
    credit: known && known.creditLimit !== null ? t('form.creditLimit', { limit: formatMoney(known.creditLimit) }) : '',
  }
}
