/** How the ages of the allowance and its journal entries read. */
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../shared/badDebt/schemas.ts'
import { formatMoney } from '../../shared/money.ts'

const MONTHS_A_YEAR = 12

/** "1–2 年" where the ends are whole years, else "6–12 个月". */
export function useAgeWords(): (bucket: { from: number; to: number | null }) => string {
  const { t } = useTranslation('badDebt')
  return ({ from, to }) => {
    const years = from % MONTHS_A_YEAR === 0 && (to ?? 0) % MONTHS_A_YEAR === 0
    const by = years ? MONTHS_A_YEAR : 1
    const part = to === null ? 'over' : from === 0 ? 'within' : 'between'
    const ends = { from: from / by, to: (to ?? 0) / by }
    return years ? t(`year.${part}`, ends) : t(`month.${part}`, ends)
  }
}

/** The entry as two lines, for the screen and for the clipboard. */
export function useEntryText(): (entry: Entry) => string {
  const { t } = useTranslation('badDebt')
  return ({ debit, credit, amount }) => t('entry.line', { debit: t(`account.${debit}`), credit: t(`account.${credit}`), amount: formatMoney(amount) })
}
