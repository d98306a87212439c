/**
 * The open pages (tabs) and how to open one: `openPage('customer', { id })`.
 *
 * `PageParams` is the list of all pages and what each is told; pages.tsx says how each is drawn. A page that is already
 * open with the same params comes to the front instead of opening twice.
 */
import { useSyncExternalStore } from 'react'
import type { AgingGroup } from '../shared/aging/schemas.ts'
import type { Day, Month } from '../shared/day.ts'
import type { GridFilter } from '../shared/grid.ts'
import type { ItemKind } from '../shared/invoices/schemas.ts'
import type { Money } from '../shared/money.ts'
import type { Basis } from '../shared/settings/schemas.ts'

export interface ListParams {
  filters?: GridFilter[]
  search?: string
}
type Nothing = Record<never, never>

/** Which cell of the aging report; `label` names it, the due days narrow it further. */
export interface AgingItemsParams {
  asOf: Day
  basis: Basis
  groupBy: AgingGroup
  currency: string
  boundaries?: string
  column: string
  groupId?: number | null
  groupName?: string
  label: string
  dueFrom?: Day
  dueTo?: Day
  /** Only what the customer is owed: receipts and credit notes with money left. */
  credits?: true
}

export interface PageParams {
  home: Nothing
  overview: Nothing
  customers: ListParams
  /** Without an id: a new one. */
  customer: { id?: number }
  invoices: ListParams
  invoice: { id?: number; customerId?: number }
  openItems: ListParams
  receipts: ListParams
  receipt: { id: number }
  receiptEntry: { customerId?: number }
  /** What is left of a credit note goes to other debts of the customer. */
  creditAllocation: { itemId: number; number: string; customerId: number; currency: string; day: Day; left: Money }
  vouchers: ListParams
  voucher: { id: number }
  offsets: ListParams
  offset: { id: number }
  offsetEntry: { customerId?: number }
  refunds: ListParams
  refund: { id: number }
  refundEntry: { customerId?: number }
  /** Drop a bank's file here. */
  statementImport: Nothing
  /** The lines that wait to be matched, and those that are done. */
  statementLines: ListParams & { tab?: 'open' | 'perhaps'; bankAccountId?: number; statement?: { id: number; name: string } }
  statements: ListParams
  learntPayers: Nothing
  acceptances: ListParams
  acceptance: { id: number }
  /** Registering bills that a customer handed in, with the receipt that they are. */
  acceptanceEntry: { customerId?: number; receiptId?: number }
  acceptanceCalendar: Nothing
  reconciliation: { bankAccountId?: number; asOf?: Day }
  periods: Nothing
  controlTotals: { month: Month }
  customerMovements: { month: Month; customerId: number; currency: string }
  /** 汇兑损益 of a period. */
  exchangeDifferences: Nothing
  aging: { asOf?: Day; currency?: string }
  agingItems: AgingItemsParams
  /** 催收工作台: whom to turn to first, and what was said last. */
  worklist: Nothing
  promises: ListParams
  disputes: ListParams
  accountPapers: ListParams
  accountPaper: { id: number }
  accountPaperRun: { kind?: 'statement' | 'confirmation'; customerIds?: number[] }
  provisions: ListParams
  provision: { id?: number }
  writeOffs: ListParams
  /** A write-off or a recovery, or a request that is to be decided. */
  writeOff: { id?: number; requestId?: number }
  writeOffEntry: { customerId?: number }
  /** 催款批次: runs, and one of them with its lines. */
  dunningRuns: Nothing
  dunningRun: { id: number }
  deliveries: ListParams
  /** 逾期利息: the calculation sheet of a customer. */
  interest: { customerId?: number }
  interestNotes: ListParams
  interestNote: { id: number }
  /** 诉讼时效: the clocks of all debts, and that of one. */
  limitation: ListParams
  limitationItem: { itemId: number }
  lawsuits: ListParams
  lawsuit: { id?: number; customerId?: number }
  letterTemplates: Nothing
  letters: ListParams & { runId?: number }
  letter: { id: number }
  letterRun: { customerIds?: number[] }
  import: { kind?: string }
  settings: Nothing
  users: Nothing
  ledgers: Nothing
  ledgerCheck: Nothing
}
export type PageKey = keyof PageParams

export interface Tab {
  id: string
  key: PageKey
  params: object
  title: string | undefined
  dirty: boolean
}

interface Tabs {
  open: readonly Tab[]
  front: string
}

const HOME: Tab = { id: 'home', key: 'home', params: {}, title: undefined, dirty: false }
let tabs: Tabs = { open: [HOME], front: HOME.id }
let opened = 0
const listeners = new Set<() => void>()

function put(next: Tabs): void {
  tabs = next
  for (const listener of listeners) listener()
}

/** Opens a page in a tab, or brings the tab that already shows it to the front. */
export function openPage<Key extends PageKey>(...[key, params]: Record<never, never> extends PageParams[Key] ? [key: Key, params?: PageParams[Key]] : [key: Key, params: PageParams[Key]]): void {
  const wanted = params ?? {}
  const same = tabs.open.find((tab) => tab.key === key && JSON.stringify(tab.params) === JSON.stringify(wanted))
  if (same) return put({ ...tabs, front: same.id })
  opened += 1
  const tab: Tab = { id: `${key}-${opened}`, key, params: wanted, title: undefined, dirty: false }
  return put({ open: [...tabs.open, tab], front: tab.id })
}

export const frontTab = (): string => tabs.front

export const showTab = (id: string): void => put({ ...tabs, front: id })

/** The home page stays; the tab beside a closed one comes to the front. */
export function closeTab(id: string): void {
  const index = tabs.open.findIndex((tab) => tab.id === id)
  if (index <= 0) return
  const open = tabs.open.filter((tab) => tab.id !== id)
  put({ open, front: tabs.front === id ? (open[Math.min(index, open.length - 1)]?.id ?? HOME.id) : tabs.front })
}

/** Another ledger or another user starts with an empty desk. */
export const closeAllTabs = (): void => put({ open: [HOME], front: HOME.id })

/** The tab to the right (or left) of the front one, around the end. */
export function stepTab(step: 1 | -1): void {
  const index = tabs.open.findIndex((tab) => tab.id === tabs.front)
  const next = tabs.open[(index + step + tabs.open.length) % tabs.open.length]
  if (next) showTab(next.id)
}

export function changeTab(id: string, change: Partial<Pick<Tab, 'title' | 'dirty' | 'params'>>): void {
  const current = tabs.open.find((tab) => tab.id === id)
  // Setting what is already so would draw everything again, and a page that does it while drawn would never end.
  if (!current || Object.entries(change).every(([name, value]) => current[name as keyof Tab] === value)) return
  put({ ...tabs, open: tabs.open.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)) })
}

export function useTabs(): Tabs {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => tabs,
  )
}

/** True when a tab holds something that was typed and not saved. */
export const hasUnsaved = (): boolean => tabs.open.some((tab) => tab.dirty)

/** Opens the document behind an open item. A small difference is cleared together with a receipt, so it opens that. */
export function openItemDocument(kind: ItemKind, id: number): void {
  if (kind === 'receipt' || kind === 'difference') openPage('receipt', { id })
  else if (kind === 'refund') openPage('refund', { id })
  else if (kind === 'offset') openPage('offset', { id })
  else if (kind === 'dishonour') openPage('acceptance', { id })
  else if (kind === 'writeOff') openPage('writeOff', { id })
  else openPage('invoice', { id })
}
