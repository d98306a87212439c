/**
 * Import of banks' files: drop one or several, check each, import what is new in all of them, then go on to matching.
 * Keys: Enter chooses files, Ctrl+Enter imports, Alt+N more files, Alt+D takes the shown one away, Alt+X leaves a row out, Esc stops a running import.
 */
import { CloseOutlined, CloudUploadOutlined, FileAddOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementResult } from '../../shared/bank/fileSchemas.ts'
import type { StatementRow } from '../../shared/bank/schemas.ts'
import type { ImportProgress, Problem } from '../../shared/sheets/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DataGrid } from '../ui/dataGrid.tsx'
import { FileDrop } from '../ui/fileDrop.tsx'
import { PageFrame } from '../ui/page.tsx'
import { useLongWork, WorkProgress } from '../ui/progress.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import { useStatementColumns } from './statementColumns.ts'
import { StatementCheck } from './statementCheck.tsx'
import { StatementDone } from './statementDone.tsx'
import { StatementFiles } from './statementFiles.tsx'
import { isReady, useStatementFiles, withProblems, type StatementFile } from './useStatementFiles.ts'
import './bank.css'

type Step = ImportProgress & { file: string }
type Outcome = { result: StatementResult } | { problems: Problem[]; problemCount: number }

/** The events of one file's import as steps that end with its outcome. */
async function* importSteps({ draft }: StatementFile, signal: AbortSignal): AsyncGenerator<Step, Outcome> {
  for await (const event of await api.bank.watch(draft, { signal })) {
    if (event.type === 'progress') yield { ...event.progress, file: draft.file.name }
    else return event.type === 'done' ? { result: event.result } : { problems: event.problems, problemCount: event.problemCount }
  }
  throw new Error('The import ended without an outcome')
}

export default function StatementImport() {
  const { t } = useTranslation(['bank', 'files'])
  const { message } = App.useApp()
  const { files, add, put, inspect, remove, clear } = useStatementFiles()
  const [chosen, setChosen] = useState<number>()
  const chooser = useRef<HTMLInputElement>(null)
  const work = useLongWork<Step, Outcome>()
  const shown = files.find((file) => file.id === chosen) ?? files.find((file) => file.result === undefined) ?? files[0]
  const ready = files.filter(isReady)
  const results = files.flatMap((file) => file.result ?? [])
  const finished = files.length > 0 && results.length === files.length
  const newLines = ready.reduce((sum, file) => sum + (file.inspection?.newLines ?? 0), 0)

  async function start(): Promise<void> {
    const done: StatementResult[] = []
    for (const file of ready) {
      setChosen(file.id)
      const outcome = await work.start((signal) => Promise.resolve(importSteps(file, signal)))
      if (!outcome) {
        message.info(t('bank:file.cancelled'))
        break
      }
      if ('result' in outcome) {
        done.push(outcome.result)
        put(file.id, (before) => ({ ...before, result: outcome.result }))
      } else {
        message.error(t('bank:file.failed'))
        put(file.id, (before) => withProblems(before, outcome.problems, outcome.problemCount))
        break
      }
    }
    invalidate('bank', 'overview')
    setChosen(undefined)
    // What is perhaps a payment of another file is said on this page, with the way to decide it.
    if (done.length === files.length && done.some((result) => result.open > 0) && done.every((result) => result.perhaps === 0)) match(done)
  }

  /** On to the lines that wait, of the one account when all are of one. */
  function match(done: readonly StatementResult[]): void {
    const accounts = new Set(done.flatMap((result) => result.statement?.bankAccountId ?? []))
    const [only] = accounts
    openPage('statementLines', accounts.size === 1 && only !== undefined ? { bankAccountId: only } : {})
  }

  return (
    <PageFrame
      title={t('bank:importTitle')}
      actions={[
        { key: 'start', label: newLines > 0 ? t('bank:file.start', { count: newLines }) : t('bank:file.startNone'), shortcut: KEYS.post, icon: <CloudUploadOutlined />, kind: 'primary', hidden: files.length === 0 || finished, disabled: work.running || (ready.length === 0 ? t('bank:file.notReady') : false), onRun: start },
        { key: 'add', label: t('bank:file.add'), shortcut: KEYS.create, icon: <FileAddOutlined />, hidden: files.length === 0 || finished, disabled: work.running, onRun: () => chooser.current?.click() },
        { key: 'remove', label: t('bank:file.remove'), shortcut: 'Alt+D', icon: <CloseOutlined />, hidden: !shown || finished, disabled: work.running, onRun: () => shown && remove(shown.id) },
      ]}
      extra={shown?.inspection && !finished && <span className="quiet">{[shown.inspection.fileName, shown.inspection.format, shown.inspection.encoding].filter((part) => part !== '').join(' · ')}</span>}
    >
      <WorkProgress work={work} read={(step) => ({ done: step.done, total: step.of, text: t('bank:file.progress', { file: step.file, stage: t(`bank:file.stage.${step.stage}`), done: step.done, of: step.of }) })} />
      {files.length > 0 && <input ref={chooser} type="file" hidden multiple aria-label={t('bank:file.add')} onChange={(event) => { add([...(event.target.files ?? [])]); event.target.value = '' }} />}
      {files.length === 0 && (
        <>
          <FileDrop multiple title={t('bank:file.drop')} hint={t('bank:file.hint')} onFiles={add} />
          <Imported />
        </>
      )}
      {finished && <StatementDone results={results} onMatch={() => match(results)} onAgain={clear} />}
      {shown && !finished && (
        <>
          {files.length > 1 && <StatementFiles files={files} shown={shown.id} onShow={setChosen} />}
          {shown.error !== undefined && <ErrorState error={shown.error} onRetry={() => inspect(shown.id, shown.draft)} />}
          {!shown.inspection && shown.error === undefined && <LoadingState />}
          {shown.inspection && <StatementCheck key={shown.id} draft={shown.draft} inspection={shown.inspection} onChange={(draft) => inspect(shown.id, draft)} />}
        </>
      )}
    </PageFrame>
  )
}

/** What was imported before. */
function Imported() {
  const { t } = useTranslation('bank')
  const columns = useStatementColumns()
  return (
    <section className="statement-history" aria-label={t('statementsTitle')}>
      <h2>{t('statementsTitle')}</h2>
      <DataGrid<StatementRow>
        layoutKey="statements"
        plain
        columns={columns}
        load={(request, signal) => api.bank.statements(request, { signal })}
        slices={['bank']}
        rowId={(row) => String(row.id)}
        onOpen={(row) => openPage('statementLines', { statement: { id: row.id, name: row.fileName } })}
        empty={<EmptyState title={t('statements.emptyTitle')} />}
      />
    </section>
  )
}
