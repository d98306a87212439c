/** Buckets and kinds of items in the words of the screen. */
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BucketHead } from '../../shared/aging/schemas.ts'
import { itemKind } from '../../shared/invoices/schemas.ts'
import type { ColumnOption } from '../ui/grid/columns.ts'

/** 1–30 天, 365 天以上. */
export function useBucketWords(): (bucket: BucketHead) => string {
  const { t } = useTranslation('aging')
  return useCallback(
    (bucket) => (bucket.to === null ? t('heads.over', { days: bucket.from - 1 }) : t('heads.days', { from: bucket.from, to: bucket.to })),
    [t],
  )
}

export function useKindOptions(): readonly ColumnOption[] {
  const { t } = useTranslation('aging')
  return useMemo(() => itemKind.options.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })), [t])
}
