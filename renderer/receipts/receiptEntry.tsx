/**
 * Receipt entry (收款录入): a sheet that is filled by keyboard alone. Above stand the receipts of this sitting, then the
 * row that is typed, below what it settles. Every part keeps its place and height, so nothing jumps while typing.
 */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, ZERO } from '../../shared/money.ts'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { useErrorWords } from '../ui/refusal.ts'
import { KEYS, useShortcut } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { clearAll } from './allocation.ts'
import { AllocationPanel } from './allocationPanel.tsx'
import { cellsOf, openLookup, unreadCell } from './cells.ts'
import { blankRow, isBlank, questionOf, type EntryField, type EntryRow } from './entryRow.ts'
import { EntryExtras } from './entryExtras.tsx'
import { EntryRowCells } from './entryRowCells.tsx'
import { PostedRows, PostedTotals } from './postedRows.tsx'
import { useEntry } from './useEntry.ts'
import './receipts.css'

/** What stands in the line below the row. */
const EXTRAS: readonly EntryField[] = ['payer', 'rate', 'baseAmount']
const FIELDS = ['customer', 'receivedOn', 'amount', 'method', 'bankAccountId', 'reference', 'fee'] as const satisfies readonly EntryField[]

const openReceipt = (receipt: ReceiptView): void => openPage('receipt', { id: receipt.id })

export default function ReceiptEntry() {
  const { t } = useTranslation('receipts')
  const words = useErrorWords()
  const page = usePage('receiptEntry')
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const banks = useQuery((signal) => api.settings.bankAccounts(undefined, { signal }), [], ['settings'])
  const accounts = (banks.data ?? []).filter((account) => account.active)
  const entry = useEntry(blankRow(today(), null))
  const [posted, setPosted] = useState<ReceiptView[]>([])
  /** A cell holds a text that could not be read, and Enter was pressed all the same. */
  const [unread, setUnread] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  /** Where the clerk works now; the toolbar's keys take the focus away before they act. */
  const place = useRef<'row' | 'panel'>('row')

  const own = settings.data?.company.currency ?? 'CNY'
  /** The money is in the currency of the account that it came into. */
  function changeRow(change: Partial<EntryRow>): void {
    const { method, bankAccountId } = { ...entry.row, ...change }
    const account = method === 'cash' ? undefined : accounts.find(({ id }) => id === bankAccountId)
    const currency = account === undefined || account.currency === own ? null : account.currency
    entry.changeRow({ ...change, currency, ...(currency === entry.row.currency ? {} : { rate: null, baseAmount: null }) })
  }
  const firstAccount = accounts.find((account) => account.currency === own)?.id ?? accounts[0]?.id
  useEffect(() => {
    if (firstAccount !== undefined && entry.row.bankAccountId === null && posted.length === 0) changeRow({ bankAccountId: firstAccount })
  }, [firstAccount])
  const wantedCustomer = page.params.customerId
  useEffect(() => {
    if (wantedCustomer === undefined) return
    api.customers.get({ id: wantedCustomer }).then(
      (customer) => {
        if (isBlank(entry.row)) changeRow({ customer })
      },
      () => undefined,
    )
  }, [wantedCustomer])
  const blank = isBlank(entry.row)
  useEffect(() => page.setDirty(!blank), [blank])

  const lines = (): HTMLElement[] => cellsOf(body.current?.querySelector<HTMLElement>('.allocation-lines') ?? null)
  const toExtra = (field: string): void => body.current?.querySelector<HTMLElement>(`[data-extra="${field}"] input`)?.focus()
  const toField = (field: EntryField): void => (EXTRAS.includes(field) ? toExtra(field) : cellsOf(row.current)[Math.max(0, visibleFields().indexOf(field))]?.focus())
  const toCustomer = useCallback((): void => cellsOf(row.current)[0]?.focus(), [])
  // A disabled cell is none to go to; without it the positions of the others hold.
  const visibleFields = (): readonly EntryField[] => FIELDS.filter((field) => field !== 'bankAccountId' || entry.row.method !== 'cash')
  const toPanel = (): void => (lines()[0] ?? cellsOf(row.current).at(-1))?.focus()

  async function post(): Promise<void> {
    const cell = unreadCell(body.current)
    if (cell) return cell.focus()
    // Ctrl+Enter pressed once too often: the row before is posted already.
    if (blank) return toField('customer')
    const receipt = await entry.post()
    if (!receipt) return
    setPosted((rows) => [...rows.filter((each) => each.id !== receipt.id), receipt])
    place.current = 'row'
  }

  useEffect(() => {
    if (!page.active) return undefined
    // The tab gives the cursor back where it was; when it was nowhere, typing begins with the customer.
    const timer = setTimeout(() => {
      if (!body.current?.contains(document.activeElement)) toField('customer')
    }, 0)
    return () => clearTimeout(timer)
  }, [page.active])

  const trouble = entry.trouble
  useEffect(() => {
    if (!trouble) return
    const line = trouble.itemId === null ? 0 : entry.drafts.findIndex((draft) => draft.item.id === trouble.itemId)
    if (trouble.field === 'allocations') (lines()[Math.max(0, line)] ?? cellsOf(row.current)[0])?.focus()
    else toField(trouble.field ?? 'amount')
  }, [trouble])

  useShortcut('Alt+P', () => toExtra('payer'), page.active)
  useShortcut('Alt+L', () => body.current?.querySelector<HTMLElement>('[data-testid="posted-row"]:last-child')?.focus(), page.active)
  useShortcut('Ctrl+Z', entry.restore, page.active && entry.canRestore)
  useShortcut('Escape', () => toField('customer'), page.active)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const enter = event.key === 'Enter'
    setTimeout(() => setUnread(enter && unreadCell(body.current) !== null), 0)
    // The lookup would fall back to the customer chosen before, and the money would be booked there.
    if (enter && event.ctrlKey && openLookup(row.current)) event.preventDefault()
    if (event.key === 'Escape' && !event.defaultPrevented && row.current?.contains(event.target as Node)) {
      event.preventDefault()
      if (blank) toField('customer')
      else entry.takeBack()
    }
  }

  const last = posted.at(-1)
  const stale = questionOf(entry.row) !== entry.answered
  return (
    <PageFrame
      title={t('entryTitle')}
      actions={[
        { key: 'post', label: t('entry.post'), shortcut: KEYS.post, kind: 'primary', onRun: post },
        { key: 'panel', label: t('entry.toPanel'), shortcut: 'Alt+A', onRun: () => (place.current === 'panel' ? toField('amount') : toPanel()) },
        { key: 'again', label: t('entry.again'), shortcut: 'Alt+R', disabled: !entry.decided, onRun: () => { entry.suggestAgain(); back() } },
        { key: 'advance', label: t('entry.leaveAdvance'), shortcut: 'Alt+0', disabled: entry.drafts.length === 0, onRun: () => { entry.changeDrafts(clearAll); back() } },
        { key: 'bills', label: t('entry.bills'), shortcut: 'Alt+B', hidden: entry.row.method !== 'acceptance', onRun: () => openPage('acceptanceEntry', entry.row.customer ? { customerId: entry.row.customer.id } : {}) },
        { key: 'clear', label: t('entry.clear'), shortcut: 'Alt+C', disabled: blank, onRun: entry.takeBack },
      ]}
      extra={<PostedTotals rows={posted} />}
    >
      <div className="entry" ref={body} onKeyDown={onKeyDown}>
        <div className="entry-sheet" role="grid" aria-label={t('entryTitle')} onFocus={() => { place.current = 'row' }}>
          <div className="entry-row entry-head" role="row">
            <span className="right">#</span>
            {FIELDS.map((field) => (
              <span key={field} role="columnheader" className={field === 'amount' || field === 'fee' ? 'right' : ''}>
                {t(field === 'bankAccountId' ? 'field.bankAccount' : `field.${field}`)}
              </span>
            ))}
            <span className="right">{t('entry.state')}</span>
          </div>
          <div className="posted-area">
            {posted.length === 0
              ? <div className="posted-empty"><b>{t('entry.emptyTitle')}</b><span>{t('entry.emptyText')}</span></div>
              : <PostedRows rows={posted} onOpen={openReceipt} onLeave={toCustomer} />}
          </div>
          <EntryRowCells
            key={entry.requestId}
            rowRef={row}
            row={entry.row}
            accounts={accounts}
            marked={trouble?.field ?? null}
            position={posted.length + 1}
            onChange={changeRow}
            onEnd={() => (entry.row.currency === null ? toPanel() : toExtra('rate'))}
          />
          <EntryExtras key={`${entry.requestId} extras`} row={entry.row} own={own} marked={trouble?.field ?? null} onChange={changeRow} onEnd={toPanel} />
          <div className="entry-message" role="alert" data-testid="entry-message">
            {unread ? <span className="negative">{t('entry.unread')}</span> : trouble
              ? <span className="negative">{trouble.problem ? t(`problem.${trouble.problem}`) : words(trouble.error)}</span>
              : entry.posting || entry.canRestore
                ? <span className="quiet">{t(entry.posting ? 'entry.posting' : 'entry.restored')}</span>
                : last && blank
                  ? <span className="entry-posted">{t('entry.postedAs', { number: last.number, customer: last.customerName, amount: formatMoney(last.amount) })}</span>
                  : <span className="quiet">{t('entry.hint')}</span>}
          </div>
        </div>
        <div className="entry-allocation" onFocus={() => { place.current = 'panel' }}>
          <AllocationPanel
            drafts={entry.drafts}
            amount={entry.row.amount}
            amountTitle={t('panel.received')}
            tolerance={settings.data?.options.tolerance ?? ZERO}
            onChange={entry.changeDrafts}
            onLeave={() => toField('amount')}
            troubledItem={trouble?.itemId ?? null}
            notice={entry.settled.length > 0 ? <span className="warning">{t('panel.settled', { numbers: entry.settled.join(' · ') })}</span> : entry.gaveUp ? <span className="warning">{t('panel.gaveUp')}</span> : stale ? t('panel.stale') : null}
            empty={!entry.row.customer ? t('panel.pickCustomer') : stale ? '' : t('panel.nothingOpen')}
          />
        </div>
      </div>
    </PageFrame>
  )

  function back(): void {
    if (place.current === 'panel') toPanel()
    else toField('amount')
  }
}
