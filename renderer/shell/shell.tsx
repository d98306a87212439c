/** The program once a ledger is open and a person is signed in: rail, tabs, pages, status bar, and the global keys. */
import { App } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, invalidate, keepSession, useConnection } from '../api.ts'
import { closeAllTabs, hasUnsaved, stepTab, useTabs } from '../navigation.ts'
import { useDialogs } from '../ui/dialogs.tsx'
import { useRun } from '../ui/run.ts'
import { KEYS, useShortcuts } from '../ui/shortcut.ts'
import { useCommands } from './commands.ts'
import { Help } from './help.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { useIdleLock, useSession } from './session.tsx'
import { StatusBar } from './statusBar.tsx'
import { TabBar, useCloseTab } from './tabBar.tsx'
import { TabPanel } from './tabPanels.tsx'

export function Shell() {
  const { t } = useTranslation('shell')
  const { notification } = App.useApp()
  const { status, can } = useSession()
  const { open, front } = useTabs()
  const { confirm } = useDialogs()
  const { run } = useRun()
  const close = useCloseTab()
  const connection = useConnection()
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const frontTab = open.find((tab) => tab.id === front)
  const awake = !status.locked
  // A ledger of one person asks for no password, so there is nothing to lock it with.
  const canLock = status.signInNeeded && status.user?.canSignIn === true

  const lock = useCallback((): void => {
    if (!canLock) return
    void run(async () => {
      await api.users.lock()
      // Only the session asks again: the pages keep what they show, and would be refused now.
      invalidate('ledgers')
    })
  }, [canLock, run])

  async function signOut(): Promise<void> {
    if (hasUnsaved() && !(await confirm({ title: t('tabs.unsaved'), content: t('tabs.unsavedHint'), yes: t('tabs.discard'), danger: true }))) return
    await run(async () => {
      await api.users.signOut()
      keepSession(null)
      closeAllTabs()
      invalidate('ledgers')
    })
  }

  useIdleLock(awake && canLock ? status.lockAfterMinutes : 0, lock)
  useCommands({ can, search: () => setPalette(true), lock }, awake)
  const closeFront = (): void => {
    if (frontTab) void close(frontTab)
  }
  // A browser keeps Ctrl+W and Ctrl+Tab for itself; the Alt keys work in both.
  useShortcuts({
    [KEYS.help]: () => setHelp(true),
    [KEYS.closeTab]: closeFront, 'Alt+W': closeFront,
    [KEYS.nextTab]: () => stepTab(1), 'Alt+PageDown': () => stepTab(1),
    'Ctrl+Shift+Tab': () => stepTab(-1), 'Alt+PageUp': () => stepTab(-1),
  }, awake)

  useEffect(() => {
    if (connection === 'down') notification.warning({ key: 'connection', title: t('status.down'), description: t('status.downHint'), duration: 0 })
    else notification.destroy('connection')
  }, [connection, notification, t])

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  return (
    <div className="shell" inert={!awake} data-locked={!awake}>
      <Rail front={frontTab?.key} />
      <main className="desk">
        <TabBar tabs={open} front={front} />
        <div className="tab-panels">
          {open.map((tab) => <TabPanel key={tab.id} tab={tab} active={awake && tab.id === front} />)}
        </div>
        <StatusBar {...(canLock ? { onLock: lock, onSignOut: () => void signOut() } : {})} onHelp={() => setHelp(true)} />
      </main>
      <Palette open={palette && awake} onClose={() => setPalette(false)} />
      <Help open={help && awake} onClose={() => setHelp(false)} />
    </div>
  )
}
