/** Terms of payment in the words of the office: 30天 · 月结30天 · 3个月，每月25日. */
import { useTranslation } from 'react-i18next'
import type { Terms } from '../../shared/terms/schemas.ts'

export function useTermsText(): (terms: Terms) => string {
  const { t } = useTranslation('customers')
  return (terms) => {
    const base = terms.kind === 'days' && terms.count === 0 ? t('terms.cash')
      : terms.kind === 'monthEnd' && terms.count === 0 ? t('terms.monthEndOnly')
      : t(`terms.${terms.kind}`, { count: terms.count })
    return terms.onDate ? t('terms.onDate', { terms: base, date: terms.onDate }) : base
  }
}
