/** The letter of a line: as it would be issued now, or as it was issued. */
import { useTranslation } from 'react-i18next'
import type { RunLine, RunView } from '../../shared/dunning/schemas.ts'
import { api } from '../api.ts'
import { PaperFrame } from '../ui/paper.tsx'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { useSettled } from '../ui/useSettled.ts'

export function RunPreview({ run, line }: { run: RunView; line: RunLine | undefined }) {
  const { t } = useTranslation('dunning')
  const asked = useSettled(JSON.stringify([line?.id, line?.letterId, line?.level, line?.remark]))
  const query = useQuery(
    async (signal) => {
      if (!line) return undefined
      if (line.letterId !== null) return (await api.dunning.html({ id: line.letterId }, { signal })).html
      const { currency, language, payBy } = run
      // The level is worked out anew, for it may have fallen since the proposal; a lower one that was chosen is kept on issue.
      const level = line.state === 'taken' ? line.level : undefined
      return (await api.dunning.preview({ customerId: line.customerId, currency, language: language === 'en' ? 'en' : 'zh-CN', level, payBy: payBy > today() ? payBy : undefined, remark: line.remark }, { signal })).html
    },
    [asked],
    ['invoices', 'receipts', 'customers', 'settings', 'collection'],
  )
  if (!line) return <EmptyState title={t('run.pick')} />
  if (query.error !== undefined) return <ErrorState error={query.error} onRetry={query.refresh} />
  return query.data === undefined ? <LoadingState /> : <PaperFrame html={query.data} title={`${t('preview.title')} ${line.name}`} />
}
