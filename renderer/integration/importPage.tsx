/**
 * Import of customers, receivables and receipts: choose a file, check what was understood, store all of it or nothing.
 * Keys: Enter chooses a file, Ctrl+Enter imports, Alt+N another file, Esc stops a running import.
 */
import { FileAddOutlined, ImportOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../shared/integration/schemas.ts'
import type { ImportProgress, Problem } from '../../shared/sheets/schemas.ts'
import { api, invalidateAll } from '../api.ts'
import { FileDrop } from '../ui/fileDrop.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { useLongWork, WorkProgress } from '../ui/progress.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { ImportCheck } from './importCheck.tsx'
import { ImportDone } from './importDone.tsx'
import { isTarget, type ImportDraft } from './importDraft.ts'
import { ImportHistory } from './importHistory.tsx'
import './integration.css'

type Outcome = { result: ImportResult } | { problems: Problem[]; problemCount: number }

/** The events of a running import as steps that end with its outcome. */
async function* importSteps(draft: ImportDraft, signal: AbortSignal): AsyncGenerator<ImportProgress, Outcome> {
  for await (const event of await api.integration.watch(draft, { signal })) {
    if (event.type === 'progress') yield event.progress
    else return event.type === 'done' ? { result: event.result } : { problems: event.problems, problemCount: event.problemCount }
  }
  throw new Error('The import ended without an outcome')
}

export default function ImportPage() {
  const { t } = useTranslation(['integration', 'files'])
  const { message } = App.useApp()
  const { params } = usePage('import')
  const [draft, setDraft] = useState<ImportDraft>()
  const [outcome, setOutcome] = useState<Outcome>()
  const work = useLongWork<ImportProgress, Outcome>()
  const query = useQuery((signal) => (draft ? api.integration.inspect(draft, { signal }) : Promise.resolve(undefined)), [draft])
  const inspection = draft ? query.data : undefined
  const result = outcome && 'result' in outcome ? outcome.result : undefined
  // What the last run found goes before what the preview found: the ledger may have changed between them.
  const checked = inspection && outcome && 'problems' in outcome ? { ...inspection, problems: outcome.problems, problemCount: outcome.problemCount } : inspection

  function another(): void {
    setDraft(undefined)
    setOutcome(undefined)
  }
  function change(next: ImportDraft): void {
    setOutcome(undefined)
    setDraft(next)
  }
  async function start(): Promise<void> {
    if (!draft) return
    const ended = await work.start((signal) => Promise.resolve(importSteps(draft, signal)))
    if (!ended) {
      message.info(t('go.cancelled'))
      return
    }
    setOutcome(ended)
    if ('result' in ended) invalidateAll()
    else message.error(t('go.failed'))
  }

  const ready = inspection !== undefined && !query.loading && inspection.problemCount === 0 && inspection.target !== null && inspection.rows > 0
  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'start', label: inspection && ready ? t('go.start', { count: inspection.create }) : t('open'), shortcut: KEYS.post, icon: <ImportOutlined />, kind: 'primary', disabled: !ready || work.running, hidden: !draft || result !== undefined, onRun: start },
        { key: 'another', label: t('files:drop.another'), shortcut: KEYS.create, icon: <FileAddOutlined />, hidden: !draft, disabled: work.running, onRun: another },
      ]}
      extra={inspection && !result && <span className="quiet">{[inspection.fileName, inspection.format, inspection.encoding].filter((part) => part !== '').join(' · ')}</span>}
    >
      <WorkProgress work={work} read={(step) => ({ done: step.done, total: step.of, text: t('go.progress', { stage: t(`go.${step.stage}`), done: step.done, of: step.of }) })} />
      {!draft && (
        <>
          <FileDrop onFiles={([file]) => setDraft({ file, ...(isTarget(params.kind) ? { target: params.kind } : {}) })} />
          <ImportHistory />
        </>
      )}
      {result && <ImportDone result={result} onAgain={another} />}
      {draft && !result && (
        <>
          {query.error !== undefined && <ErrorState error={query.error} onRetry={query.refresh} />}
          {!checked && query.error === undefined && <LoadingState />}
          {checked && <ImportCheck draft={draft} inspection={checked} onChange={change} />}
        </>
      )}
    </PageFrame>
  )
}
