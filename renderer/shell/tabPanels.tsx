/** The pages of all tabs: those behind stay as they are (what was typed, scrolled, found) and answer to no key. */
import { Component, Suspense, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { changeTab, type Tab } from '../navigation.ts'
import { PAGES } from '../pages.tsx'
import { cursorIsFree, searchIsOpen } from '../ui/cursor.ts'
import { PageContext, type PageContextValue } from '../ui/pageContext.ts'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import { useCloseTab } from './tabBar.tsx'

const LEAVING_MS = 40

/** A page that fails while it is drawn must not take the others with it. */
class PageNet extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }
  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
  }
}

export function TabPanel({ tab, active }: { tab: Tab; active: boolean }) {
  const close = useCloseTab()
  const page = PAGES.find((each) => each.key === tab.key)
  const context = useMemo(
    (): PageContextValue => ({
      id: tab.id,
      key: tab.key,
      params: tab.params,
      active,
      close: () => void close({ ...tab, dirty: false }),
      setTitle: (title) => changeTab(tab.id, { title }),
      setDirty: (dirty) => changeTab(tab.id, { dirty }),
    }),
    [tab, active],
  )
  // Where the cursor stood when another tab came to the front; it returns there.
  const left = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!active) return undefined
    const back = (): void => {
      if (cursorIsFree() && left.current?.isConnected) left.current.focus()
    }
    back()
    // The search holds the cursor until it is taken away, and what was put elsewhere meanwhile is lost; then it is put there again.
    const timer = setInterval(() => {
      if (searchIsOpen()) return
      clearInterval(timer)
      back()
    }, LEAVING_MS)
    return () => clearInterval(timer)
  }, [active])
  if (!page) return null
  const Content = page.component
  return (
    <div onFocus={(event) => { left.current = event.target }} id={`panel-${tab.id}`} role="tabpanel" aria-labelledby={`tab-${tab.id}`} className="tab-panel" data-front={active} inert={!active}>
      <PageContext value={context}>
        <PageNet>
          <Suspense fallback={<LoadingState />}>
            <Content />
          </Suspense>
        </PageNet>
      </PageContext>
    </div>
  )
}
