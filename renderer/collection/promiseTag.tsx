/** What became of a promise, in its color. */
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PromiseState } from '../../shared/collection/schemas.ts'

const COLORS: Record<PromiseState, string> = { open: 'processing', kept: 'success', partial: 'warning', broken: 'error', withdrawn: 'default' }

export function PromiseTag({ state }: { state: PromiseState }) {
  const { t } = useTranslation('collection')
  return <Tag color={COLORS[state]}>{t(`promiseState.${state}`)}</Tag>
}
