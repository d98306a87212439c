/**
 * One dunning run: at the left everybody with something due and what is to become of each, at the right the letter.
 * Keys: Space takes or leaves out, L lowers the level, F2 level and remark, Alt+X leaves out all shown, Alt+A approves the
 * final notices, Ctrl+Enter issues all, Esc stops between two lots, Alt+S the letters of the run, Enter the letter or the customer.
 */
import { CheckCircleOutlined, CloseCircleOutlined, EditOutlined, MailOutlined, SendOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lowerLevel } from '../../shared/dunning/rules.ts'
import type { LineState, RunLine } from '../../shared/dunning/schemas.ts'
import { GRID_LIMIT } from '../../shared/grid.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import type { GridHandle } from '../ui/dataGrid.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { useLongWork, WorkProgress } from '../ui/progress.tsx'
import { useRun } from '../ui/run.ts'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { issueRun, type Outcome, type Step } from './issuing.ts'
import { LineDialog } from './lineDialog.tsx'
import { countOf, facetFilters, RunFacets, type Facet } from './runFacets.tsx'
import { RunLines } from './runLines.tsx'
import { RunPreview } from './runPreview.tsx'
import './dunning.css'

const ISSUABLE = ['proposed', 'taken', 'approved'] as const satisfies readonly LineState[]
const DONE: ReadonlySet<LineState> = new Set(['issued', 'skipped'])
/** So many lines are changed in one step. */
const LOT = 500

export default function RunPage() {
  const { t } = useTranslation('dunning')
  const { params: { id } } = usePage('dunningRun')
  const { can } = useSession()
  const { message } = App.useApp()
  const { confirm } = useDialogs()
  const { run: perform } = useRun()
  const work = useLongWork<Step, Outcome>()
  const grid = useRef<GridHandle<RunLine>>(null)
  const [facet, setFacet] = useState<Facet>({})
  const [current, setCurrent] = useState<RunLine>()
  const [editing, setEditing] = useState<RunLine>()
  const query = useQuery((signal) => api.dunning.run({ id }, { signal }), [id], ['dunning'])
  const run = query.data
  const sums = run?.sums ?? []
  const ready = ISSUABLE.reduce((count, state) => count + countOf(sums, { state }), 0)
  const waiting = countOf(sums, { state: 'needsApproval' })
  const writes = can('letters.write') && !work.running
  const changeable = current !== undefined && !DONE.has(current.state)
  usePageTitle(run && t('run.title', { id, day: run.asOf }))
  useEffect(() => grid.current?.refresh(), [facet])

  const change = async (lines: readonly Pick<RunLine, 'id' | 'version'>[], what: Pick<Parameters<typeof api.dunning.changeLines>[0], 'taken' | 'level'>): Promise<void> => {
    await api.dunning.changeLines({ id, lineIds: lines.map((line) => line.id), version: Math.max(...lines.map((line) => line.version)), ...what, requestId: crypto.randomUUID() })
    invalidate('dunning')
  }
  const toggle = (line: RunLine): void => {
    if (writes && !DONE.has(line.state)) void perform(() => change([line], { taken: line.state === 'leftOut' }))
  }
  const lower = (line: RunLine): void => {
    if (!writes || DONE.has(line.state)) return
    const level = lowerLevel(line.level)
    if (level === null) message.info(t('run.lowest'))
    else void perform(() => change([line], { taken: true, level }))
  }

  async function leaveShown(): Promise<void> {
    const asked = { id, ...grid.current?.request(), limit: GRID_LIMIT, withTotals: false }
    const lines: RunLine[] = []
    for (let offset = 0; ; offset += GRID_LIMIT) {
      const { rows } = await api.dunning.runLines({ ...asked, filters: [...(asked.filters ?? []), ...facetFilters(facet)], offset })
      lines.push(...rows.filter((row) => row.state !== 'leftOut' && !DONE.has(row.state)))
      if (rows.length < GRID_LIMIT) break
    }
    if (lines.length === 0 || !(await confirm({ title: t('run.leaveTitle', { count: lines.length }), yes: t('run.leaveShown') }))) return
    for (let start = 0; start < lines.length; start += LOT) await change(lines.slice(start, start + LOT), { taken: false })
  }

  async function approve(): Promise<void> {
    if (!(await confirm({ title: t('run.approveTitle', { count: waiting }), content: t('run.approveText'), yes: t('run.approve') }))) return
    const { approved } = await api.dunning.approveLines({ id, requestId: crypto.randomUUID() })
    invalidate('dunning')
    message.success(t('run.approved', { count: approved }))
  }

  async function issue(): Promise<void> {
    if (!(await confirm({ title: t('run.issueTitle', { count: ready }), content: t('run.issueText'), yes: t('run.issue') }))) return
    try {
      const outcome = await work.start((signal) => Promise.resolve(issueRun(id, ready, signal)))
      if (outcome) message.success(outcome.left > 0 ? t('run.stopped', { ...outcome }) : t('run.done', { ...outcome }), 8)
    } finally {
      invalidate('dunning', 'overview')
    }
  }

  return (
    <PageFrame
      title={run ? t('run.title', { id, day: run.asOf }) : t('runsTitle')}
      query={query}
      actions={[
        { key: 'issue', label: t('run.issue'), shortcut: KEYS.post, icon: <SendOutlined />, kind: 'primary', hidden: !can('letters.write'), disabled: ready === 0 ? (waiting > 0 ? t('run.waiting', { count: waiting }) : t('run.nothing')) : work.running, onRun: issue },
        { key: 'approve', label: t('run.approve'), shortcut: 'Alt+A', icon: <CheckCircleOutlined />, hidden: !can('letters.approve') || waiting === 0, disabled: work.running, onRun: approve },
        { key: 'edit', label: t('run.edit'), shortcut: KEYS.edit, icon: <EditOutlined />, hidden: !can('letters.write'), disabled: !changeable || !writes, onRun: () => setEditing(current) },
        { key: 'leave', label: t('run.leaveShown'), shortcut: 'Alt+X', icon: <CloseCircleOutlined />, hidden: !can('letters.write'), disabled: !writes || ready + waiting === 0, onRun: leaveShown },
        { key: 'letters', label: t('run.letters'), shortcut: 'Alt+S', icon: <MailOutlined />, disabled: (run?.issued ?? 0) === 0, onRun: () => openPage('letters', { runId: id }) },
      ]}
    >
      <WorkProgress work={work} read={({ done, total }) => ({ done, total, text: t('run.progress', { done, total }) })} />
      <RunFacets sums={sums} facet={facet} onChange={setFacet} />
      <div className="letter-run">
        <section className="letter-pick" aria-label={t('run.lines')}>
          <RunLines
            load={(request, signal) => api.dunning.runLines({ ...request, id, filters: [...request.filters, ...facetFilters(facet)] }, { signal })}
            keys={{ Space: toggle, L: lower }}
            onCurrent={setCurrent}
            handle={grid}
          />
          {can('letters.write') && <p className="run-keys quiet"><kbd>Space</kbd> {t('run.toggle')} <kbd>L</kbd> {t('run.lower')}</p>}
        </section>
        <section className="letter-preview" aria-label={t('preview.title')}>{run && <RunPreview run={run} line={current} />}</section>
      </div>
      {editing && (
        <LineDialog
          runId={id}
          line={editing}
          onClose={() => {
            setEditing(undefined)
            grid.current?.back()
          }}
        />
      )}
    </PageFrame>
  )
}
