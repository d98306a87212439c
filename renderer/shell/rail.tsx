/** The module rail: every page that the user may open, by module. Arrow keys move within it, Enter opens. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../locales/index.ts'
import { openPage, type PageKey } from '../navigation.ts'
import { MODULES, PAGES } from '../pages.tsx'
import { shownShortcut } from '../ui/shortcut.ts'
import { shortcutOfPage } from './commands.ts'
import { useSession } from './session.tsx'

const STORED = 'huikuan.rail'

/** Pages of the rail take no params, so their key is all that opening needs. */
export const openFromRail = (key: PageKey): void => openPage(key as 'home')

export function Rail({ front }: { front: PageKey | undefined }) {
  const { t } = useTranslation('shell')
  const texts = useTexts()
  const { can } = useSession()
  const [narrow, setNarrow] = useState(localStorage.getItem(STORED) === 'narrow')

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button.rail-item')]
    const index = items.findIndex((each) => each === document.activeElement)
    items[(index + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus()
  }

  function toggle(): void {
    localStorage.setItem(STORED, narrow ? 'wide' : 'narrow')
    setNarrow(!narrow)
  }

  return (
    <nav className={narrow ? 'rail narrow' : 'rail'} aria-label={t('rail.label')} onKeyDown={onKeyDown}>
      <div className="rail-brand">{narrow ? t('rail.short') : t('rail.product')}</div>
      <div className="rail-modules">
        {MODULES.map((module) => {
          const pages = PAGES.filter((page) => page.module === module && page.rail !== false && can(page.permission))
          if (pages.length === 0) return null
          return (
            <section key={module}>
              {!narrow && <h2>{t(`modules.${module}`)}</h2>}
              {pages.map((page) => {
                const shortcut = shortcutOfPage(page.key)
                const title = texts(page.title)
                return (
                  <button
                    key={page.key}
                    type="button"
                    className="rail-item"
                    data-page={page.key}
                    aria-current={front === page.key ? 'page' : undefined}
                    title={[narrow ? title : '', shortcut ? shownShortcut(shortcut) : ''].filter(Boolean).join('  ')}
                    onClick={() => openFromRail(page.key)}
                  >
                    {page.icon}
                    {!narrow && <span>{title}</span>}
                  </button>
                )
              })}
            </section>
          )
        })}
      </div>
      <button type="button" className="rail-item rail-fold" aria-label={t('rail.fold')} title={t('rail.fold')} onClick={toggle}>
        {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  )
}
