/**
 * What the page and its host say to each other besides the procedures: all of it passes through window.postMessage.
 *
 * The page connects with `window.postMessage({ type: CONNECT }, window.location.origin, [port])` and talks oRPC on the
 * other end of that port. When the backend dies it hears `backend`/`failed`, and connects anew with a fresh port once it
 * hears `backend`/`ready`. In a browser there is no host: the page then uses HTTP with the token of `#token=…`.
 */
export const CONNECT = 'huikuan:connect'
export const LANGUAGE = 'huikuan:language'
export const HOST_EVENT = 'huikuan:host'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** From the page to the host. */
export type PageMessage =
  | { type: typeof CONNECT }
  | { type: typeof LANGUAGE; language: Language }

/** From the host to the page. */
export type HostMessage =
  | { type: typeof HOST_EVENT; event: 'backend'; state: 'failed' | 'ready'; message: string }
  | { type: typeof HOST_EVENT; event: 'menu'; command: MenuCommand }

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
