/**
 * What the page and its host say to each other besides the procedures: all of it passes through window.postMessage.
 *
 * The page connects with `window.postMessage(PORT_REQUEST, location.origin, [port])` and talks oRPC on the other end of
 * that port. When the backend dies it hears BACKEND_STOPPED, and connects anew with a fresh port once it hears
 * BACKEND_STARTED. In a browser there is no host: the page then uses HTTP with the token of `#token=…`.
 */
export const PORT_REQUEST = 'huikuan-port'
export const BACKEND_STOPPED = 'huikuan-backend-stopped'
export const BACKEND_STARTED = 'huikuan-backend-started'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** From the page: the person switched the language, so the menu follows. The host gives the first one as `?lang=`. */
export interface LanguageMessage {
  type: 'huikuan-language'
  language: Language
}

/** From the host: a menu item was chosen. */
export interface MenuMessage {
  type: 'huikuan-menu'
  command: MenuCommand
}

/**
 * The commands of the desktop's menu with the keys that the page itself listens to; the menu only shows them, so that
 * the keys work alike in a browser. `null` has no key.
 */
export const MENU_COMMANDS = {
  home: 'Alt+Home',
  search: 'Ctrl+K',
  newLedger: null,
  openLedger: null,
  import: 'Ctrl+I',
  print: 'Ctrl+P',
  newCustomer: null,
  newInvoice: null,
  newReceipt: 'Ctrl+R',
  customers: 'Alt+1',
  invoices: 'Alt+2',
  receipts: 'Alt+3',
  overdue: 'Alt+4',
  aging: 'Alt+5',
  letters: 'Alt+6',
  settings: 'Ctrl+,',
  users: null,
  ledgerCheck: null,
  lock: 'Ctrl+L',
  languageChinese: null,
  languageEnglish: null,
} as const satisfies Record<string, string | null>
export type MenuCommand = keyof typeof MENU_COMMANDS
