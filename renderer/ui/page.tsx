/**
 * The frame of every page: a toolbar whose buttons show their keys and really answer to them, then the content.
 *
 *     <PageFrame title={t('customers:title')} query={query} actions={[
 *       { key: 'new', label: t('ui:action.create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', onRun: () => … },
 *     ]}>…</PageFrame>
 *
 * `onRun` may be async: the button spins meanwhile and what it throws is shown. `disabled` may be a text that says why.
 * `query` shows loading and error in place of the content until there are data. `extra` stands at the right of the toolbar.
 * `scroll` makes the content scroll (documents, dashboards); without it the content fills the page (grids).
 */
import { Button, Tooltip } from 'antd'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { cursorIsFree, firstStop } from './cursor.ts'
import { usePageActive } from './pageContext.ts'
import { useRun } from './run.ts'
import { shownShortcut, useShortcut } from './shortcut.ts'
import { ErrorState, LoadingState } from './states.tsx'
import type { Query } from './useQuery.ts'

export interface PageAction {
  key: string
  label: string
  onRun: () => void | Promise<void>
  shortcut?: string
  icon?: ReactNode
  kind?: 'primary' | 'danger'
  /** True, or the reason why it cannot be done now. */
  disabled?: boolean | string
  hidden?: boolean
}

export interface PageFrameProps {
  title?: ReactNode
  actions?: readonly PageAction[]
  extra?: ReactNode
  query?: Query<unknown>
  scroll?: boolean
  children: ReactNode
}

export function PageFrame({ title, actions = [], extra, query, scroll, children }: PageFrameProps) {
  const waiting = query !== undefined && query.data === undefined
  const active = usePageActive()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!active || waiting) return undefined
    // A grid takes the cursor itself once its rows are there.
    const timer = setTimeout(() => {
      if (cursorIsFree() && box.current && !box.current.querySelector('.grid-toolbar')) firstStop(box.current)?.focus()
    }, 0)
    return () => clearTimeout(timer)
  }, [active, waiting])
  return (
    <div className="page" ref={box}>
      <div className="page-toolbar" role="toolbar">
        {title && <h1 className="page-title">{title}</h1>}
        {actions.filter((action) => !action.hidden).map((action) => (
          <ActionButton key={action.key} action={action} />
        ))}
        {extra && <div className="page-extra">{extra}</div>}
      </div>
      {query && query.error !== undefined && <ErrorState error={query.error} onRetry={query.refresh} />}
      <div className={scroll ? 'page-content scroll' : 'page-content'}>
        {waiting ? query.error === undefined && <LoadingState /> : children}
      </div>
    </div>
  )
}

/** One button of a toolbar or a dialog that is bound to its key while its page is in front. */
export function ActionButton({ action }: { action: PageAction }) {
  const active = usePageActive()
  const { run, busy } = useRun()
  const disabled = Boolean(action.disabled)
  const latest = useRef(action)
  useLayoutEffect(() => {
    latest.current = action
  })
  useShortcut(action.shortcut, () => {
    // A cell may still hold what was typed; leaving it takes that, then the action sees it and the cursor comes back.
    const field = document.activeElement
    // At once: the next key of a fast clerk must find the cursor where this one puts it.
    if (field instanceof HTMLElement) flushSync(() => field.blur())
    void run(() => latest.current.onRun())
    if (field instanceof HTMLElement && field.isConnected && document.activeElement === document.body) field.focus()
  }, active && !disabled)
  const button = (
    <Button
      icon={action.icon}
      type={action.kind === 'primary' ? 'primary' : 'default'}
      danger={action.kind === 'danger'}
      disabled={disabled}
      loading={busy}
      onClick={() => void run(() => action.onRun())}
    >
      {action.label}
      {action.shortcut && <kbd>{shownShortcut(action.shortcut)}</kbd>}
    </Button>
  )
  return typeof action.disabled === 'string' ? <Tooltip title={action.disabled}><span>{button}</span></Tooltip> : button
}
