/** The open pages as tabs. A dirty one asks before it closes; the middle button closes, Ctrl+W and Alt+W too. */
import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../locales/index.ts'
import { closeTab, showTab, type Tab } from '../navigation.ts'
import { PAGES } from '../pages.tsx'
import { useDialogs } from '../ui/dialogs.tsx'

/** Closes a tab, after asking when something in it is not saved. */
export function useCloseTab(): (tab: Tab) => Promise<void> {
  const { t } = useTranslation('shell')
  const { confirm } = useDialogs()
  return async (tab) => {
    if (tab.dirty && !(await confirm({ title: t('tabs.unsaved'), content: t('tabs.unsavedHint'), yes: t('tabs.discard'), danger: true }))) return
    closeTab(tab.id)
  }
}

export function TabBar({ tabs, front }: { tabs: readonly Tab[]; front: string }) {
  const { t } = useTranslation('shell')
  const texts = useTexts()
  const close = useCloseTab()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bar.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [front, tabs.length])

  return (
    <div ref={bar} className="tab-bar" role="tablist" onWheel={(event) => event.currentTarget.scrollBy({ left: event.deltaY })}>
      {tabs.map((tab, index) => {
        const page = PAGES.find((each) => each.key === tab.key)
        const title = tab.title ?? (page ? texts(page.title) : tab.key)
        return (
          <div key={tab.id} className="tab" data-front={tab.id === front} onAuxClick={(event) => event.button === 1 && void close(tab)}>
            <button type="button" role="tab" id={`tab-${tab.id}`} aria-selected={tab.id === front} aria-controls={`panel-${tab.id}`} onClick={() => showTab(tab.id)}>
              {tab.dirty && <span className="tab-dirty" aria-label={t('tabs.dirty')}>●</span>}
              {title}
            </button>
            {index > 0 && (
              <button type="button" className="tab-close" tabIndex={-1} aria-label={t('tabs.close', { title })} onClick={() => void close(tab)}>
                <CloseOutlined />
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
