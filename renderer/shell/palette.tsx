/**
 * Ctrl+K: one box over pages, customers and documents. Type a code, a name, pinyin initials or a number;
 * ↑ ↓ move, Enter opens, Esc closes.
 */
import { AccountBookOutlined, BookOutlined, FallOutlined, FileDoneOutlined, FileTextOutlined, MailOutlined, PercentageOutlined, RollbackOutlined, SearchOutlined, SnippetsOutlined, SolutionOutlined, StopOutlined, SwapOutlined, UserOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../shared/overview/schemas.ts'
import { api } from '../api.ts'
import { useTexts } from '../locales/index.ts'
import { frontTab, openPage } from '../navigation.ts'
import { PAGES } from '../pages.tsx'
import { DialogDepth, useDialogLayer } from '../ui/shortcut.ts'
import { openFromRail } from './rail.tsx'
import { useSession } from './session.tsx'

interface Choice {
  key: string
  icon: ReactNode
  title: string
  detail: string
  open: () => void
}

const ICONS = {
  customer: <UserOutlined />, invoice: <FileTextOutlined />, receipt: <AccountBookOutlined />, voucher: <FileDoneOutlined />, offset: <SwapOutlined />, refund: <RollbackOutlined />,
  acceptance: <SolutionOutlined />, letter: <MailOutlined />, interestNote: <PercentageOutlined />, accountPaper: <SnippetsOutlined />, writeOff: <StopOutlined />, provision: <FallOutlined />, lawsuit: <BookOutlined />,
}

/** What is found is named as its page is. */
const openHit = ({ kind, id }: SearchHit): void => openPage(kind, { id })

export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [taken, setTaken] = useState(false)
  useDialogLayer(1, open)
  useEffect(() => {
    if (open) setTaken(false)
  }, [open])
  return (
    // The cursor belongs to the page that opens; when none does, or the one that is in front already, it returns to where it was.
    <Modal open={open} focusable={{ focusTriggerAfterClose: !taken }} onCancel={onClose} footer={null} closable={false} destroyOnHidden width={640} className="palette" style={{ top: 80 }}>
      <DialogDepth value={1}>
        <PaletteContent onTake={(moved) => { setTaken(moved); onClose() }} />
      </DialogDepth>
    </Modal>
  )
}

function PaletteContent({ onTake }: { onTake: (moved: boolean) => void }) {
  const { t } = useTranslation('shell')
  const texts = useTexts()
  const { can } = useSession()
  const [text, setText] = useState('')
  const [hits, setHits] = useState<SearchHit[]>([])
  const [marked, setMarked] = useState(0)

  useEffect(() => {
    if (text.trim() === '') {
      setHits([])
      return undefined
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      // A search that fails finds no documents; the pages are still there to choose.
      api.overview.search({ text: text.trim(), limit: 20 }, { signal: abort.signal }).then(
        (found) => !abort.signal.aborted && setHits(found),
        () => !abort.signal.aborted && setHits([]),
      )
    }, 100)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])

  const wanted = text.trim().toLowerCase()
  const choices: Choice[] = [
    ...PAGES.filter((page) => page.rail !== false && can(page.permission))
      .map((page) => ({ key: `page ${page.key}`, icon: page.icon, title: texts(page.title), detail: t('palette.page'), name: page.key, open: () => openFromRail(page.key) }))
      .filter((page) => wanted === '' || page.title.toLowerCase().includes(wanted) || page.name.toLowerCase().startsWith(wanted))
      // The page that is called exactly so goes before those whose names contain it.
      .sort((a, b) => Number(b.title.toLowerCase() === wanted) - Number(a.title.toLowerCase() === wanted)),
    ...hits.filter(({ kind }) => PAGES.some((page) => page.key === kind && can(page.permission))).map((hit) => ({ key: `${hit.kind} ${hit.id}`, icon: ICONS[hit.kind], title: hit.title, detail: hit.detail, open: () => openHit(hit) })),
  ]
  const current = Math.min(marked, choices.length - 1)

  function take(choice: Choice | undefined): void {
    if (!choice) return
    const before = frontTab()
    choice.open()
    onTake(frontTab() !== before)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (choices.length > 0) setMarked((current + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // The rest of this key press must not fall on what the opened page puts the cursor on.
      event.preventDefault()
      take(choices[current])
    }
  }

  return (
    <>
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        value={text}
        placeholder={t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        onChange={(event) => {
          setText(event.target.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" className="palette-list">
        {choices.map((choice, index) => (
          <div key={choice.key} role="option" aria-selected={index === current} className="floating-item" ref={(line) => { if (index === current) line?.scrollIntoView({ block: 'nearest' }) }} onClick={() => take(choice)}>
            <span className="lookup-code palette-icon">{choice.icon}</span>
            <span className="lookup-name">{choice.title}</span>
            <span className="lookup-hint">{choice.detail}</span>
          </div>
        ))}
        {choices.length === 0 && <div className="floating-empty">{t('palette.none', { text })}</div>}
      </div>
    </>
  )
}
