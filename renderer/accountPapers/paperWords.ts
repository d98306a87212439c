/** The kinds of paper and what came back, in the words of the screen. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PAPER_KINDS, REPLY_STATES } from '../../shared/accountPapers/schemas.ts'
import type { ColumnOption } from '../ui/grid/columns.ts'

export function useKindOptions(): readonly ColumnOption[] {
  const { t } = useTranslation('accountPapers')
  return useMemo(() => ACCOUNT_PAPER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })), [t])
}

export function useStateOptions(): readonly ColumnOption[] {
  const { t } = useTranslation('accountPapers')
  return useMemo(() => REPLY_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })), [t])
}
