/** The levels of a letter in the words of the screen. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LETTER_LEVELS, LINE_REASONS, type LineReason } from '../../shared/dunning/schemas.ts'
import type { ColumnOption } from '../ui/grid/columns.ts'

export function useLevelOptions(): readonly ColumnOption[] {
  const { t } = useTranslation('dunning')
  return useMemo(() => LETTER_LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) })), [t])
}

type Reason = LineReason | 'unknownCustomer' | 'levelTooHigh' | 'needsApproval'
const REASONS: ReadonlySet<string> = new Set<Reason>([...LINE_REASONS, 'unknownCustomer', 'levelTooHigh', 'needsApproval'])

/** Why a customer got no letter; the backend's word where the screen has none. */
export function useLeftOutWords(): (reason: string) => string {
  const { t } = useTranslation('dunning')
  return (reason) => (REASONS.has(reason) ? t(`leftOut.${reason as Reason}`) : reason)
}
