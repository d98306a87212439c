/** What the desktop's menu and the global keys do; the keys work alike in a browser, where there is no menu. */
import { useEffect } from 'react'
import type { Permission } from '../../shared/procedure.ts'
import { MENU_COMMANDS, type MenuCommand, type MenuMessage } from '../../shared/host.ts'
import { switchLanguage } from '../locales/index.ts'
import { openPage, type PageKey } from '../navigation.ts'
import { press, useShortcuts } from '../ui/shortcut.ts'

/** Commands that open a page, and the permission without which they do nothing. */
const PAGE_COMMANDS: Partial<Record<MenuCommand, { key: PageKey; permission: Permission; open: () => void }>> = {
  home: { key: 'home', permission: 'member', open: () => openPage('home') },
  customers: { key: 'customers', permission: 'customers.read', open: () => openPage('customers') },
  invoices: { key: 'invoices', permission: 'invoices.read', open: () => openPage('invoices') },
  receipts: { key: 'receipts', permission: 'receipts.read', open: () => openPage('receipts') },
  overdue: { key: 'overview', permission: 'reports.read', open: () => openPage('overview') },
  aging: { key: 'aging', permission: 'reports.read', open: () => openPage('aging', {}) },
  letters: { key: 'letters', permission: 'letters.read', open: () => openPage('letters') },
  newCustomer: { key: 'customer', permission: 'customers.write', open: () => openPage('customer', {}) },
  newInvoice: { key: 'invoice', permission: 'invoices.write', open: () => openPage('invoice', {}) },
  newReceipt: { key: 'receiptEntry', permission: 'receipts.write', open: () => openPage('receiptEntry', {}) },
  import: { key: 'import', permission: 'imports.write', open: () => openPage('import', {}) },
  settings: { key: 'settings', permission: 'member', open: () => openPage('settings') },
  users: { key: 'users', permission: 'member', open: () => openPage('users') },
  newLedger: { key: 'ledgers', permission: 'member', open: () => openPage('ledgers') },
  openLedger: { key: 'ledgers', permission: 'member', open: () => openPage('ledgers') },
  ledgerCheck: { key: 'ledgerCheck', permission: 'ledger.check', open: () => openPage('ledgerCheck') },
}

/** The key that opens a page, for its line in the rail. */
export function shortcutOfPage(key: PageKey): string | null {
  const command = (Object.keys(PAGE_COMMANDS) as MenuCommand[]).find((each) => PAGE_COMMANDS[each]?.key === key)
  return command ? MENU_COMMANDS[command] : null
}

export interface CommandActions {
  can: (permission: Permission) => boolean
  search: () => void
  lock: () => void
}

function perform(command: MenuCommand, actions: CommandActions): void {
  const page = PAGE_COMMANDS[command]
  if (page) {
    if (actions.can(page.permission)) page.open()
  } else if (command === 'search') actions.search()
  else if (command === 'lock') actions.lock()
  else if (command === 'languageChinese') void switchLanguage('zh-CN')
  else if (command === 'languageEnglish') void switchLanguage('en')
  else if (command === 'print') press('Ctrl+P')
}

const isMenuMessage = (data: unknown): data is MenuMessage => typeof data === 'object' && data !== null && 'type' in data && data.type === 'huikuan-menu'

/** What is printed is a matter of the page in front, which binds that key itself. */
const KEYED = (Object.keys(MENU_COMMANDS) as MenuCommand[]).flatMap((command) => {
  const shortcut = MENU_COMMANDS[command]
  return shortcut === null || command === 'print' ? [] : [[shortcut, command] as const]
})

export function useCommands(actions: CommandActions, active: boolean): void {
  useShortcuts(Object.fromEntries(KEYED.map(([shortcut, command]) => [shortcut, () => perform(command, actions)])), active)
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      if (event.source === window && isMenuMessage(event.data) && active) perform(event.data.command, actions)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  })
}
