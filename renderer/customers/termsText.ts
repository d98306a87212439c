/** Terms of payment in the words of the office: 30 天 · 月结 30 天 · 次月 25 日 · 票到后 30 天; what a rule cannot say, as it was written. */
import { useTranslation } from 'react-i18next'
import type { Terms } from '../../shared/terms/schemas.ts'

export function useTermsText(): (terms: Terms) => string {
  const { t } = useTranslation('customers')
  return (terms) => {
    const { trigger, monthEnd, months, days, last } = terms
    if (terms.text !== '') return terms.text
    if (months + days === 0 && monthEnd === 'none' && last === null) return t(`terms.atOnce.${trigger}`)
    if (trigger === 'invoiced' && months === 1 && days === 0 && last?.kind === 'inMonth' && monthEnd === 'none') return t('terms.nextMonthDay', { date: last.count })
    if (trigger === 'invoiced' && months === 1 && days === 0 && last === null && monthEnd === 'after') return t('terms.nextMonthEnd')
    const base = trigger === 'handedIn' && monthEnd === 'before' && months === 0
      ? days === 0 ? t('terms.monthEndOnly') : t('terms.monthEnd', { count: days })
      : [
          trigger === 'invoiced' ? '' : t(`terms.since.${trigger}`), monthEnd === 'before' ? t('terms.endFirst') : '',
          months > 0 ? t('terms.months', { count: months }) : '', days > 0 ? t('terms.days', { count: days }) : '', monthEnd === 'after' ? t('terms.endAfter') : '',
        ].filter((part) => part !== '').join(' ')
    return last ? t(`terms.last.${last.kind}`, { terms: base, count: last.count }) : base
  }
}
