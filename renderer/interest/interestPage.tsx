/**
 * 逾期利息: at the left who could be charged, at the right the calculation of one customer. Nothing becomes a receivable
 * before the clerk says so. Keys: ↑ ↓ another customer, Space ticks a debt, Ctrl+Enter makes the note, Alt+L the LPR table,
 * Alt+T agreed rates, Alt+S the notes.
 */
import { FileAddOutlined, FileDoneOutlined, PercentageOutlined, SolutionOutlined } from '@ant-design/icons'
import { Checkbox, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { InterestCustomer, InterestItem } from '../../shared/interest/schemas.ts'
import { formatMoney, sumOf } from '../../shared/money.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { Lookup, type LookupItem } from '../ui/lookup.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { LprDrawer } from './lprDrawer.tsx'
import { NoteDialog } from './noteDialog.tsx'
import { SheetView } from './sheetView.tsx'
import { TermsDrawer } from './termsDrawer.tsx'
import './interest.css'

const CHANGES = ['interest', 'invoices', 'receipts', 'offsets', 'collection', 'settings'] as const

export default function InterestPage() {
  const { t } = useTranslation('interest')
  const { can } = useSession()
  const { params } = usePage('interest')
  const [to, setTo] = useState<Day>(today)
  const [currency, setCurrency] = useState<string>()
  const [picked, setPicked] = useState(params.customerId)
  const [withPaid, setWithPaid] = useState(true)
  const [ticked, setTicked] = useState<readonly InterestItem[]>([])
  const [opened, setOpened] = useState<'note' | 'lpr' | 'terms'>()
  const cursor = useRef<{ customerId: number; rows: unknown }>(undefined)
  const list = useQuery((signal) => api.interest.customers({ to, currency }, { signal }), [to, currency], CHANGES)
  const currencies = useQuery(async (signal) => (await api.overview.get({}, { signal })).currencies, [], ['invoices'])
  const id = picked ?? list.data?.[0]?.customerId
  const query = useQuery(async (signal) => (id === undefined ? undefined : api.interest.sheet({ customerId: id, to, currency }, { signal })), [id, to, currency], CHANGES)
  const sheet = query.data?.customer.id === id && query.data?.to === to ? query.data : undefined
  const columns = useColumns()

  // Ticks narrow what is charged; without any it is everything that is not in dispute.
  const ids = new Set(ticked.map((item) => item.itemId))
  const items = useMemo(() => sheet?.items.filter((item) => withPaid || item.open > 0) ?? [], [sheet, withPaid])
  const marked = items.filter((item) => ids.has(item.itemId))
  const chosen = marked.length > 0 ? marked : items.filter((item) => !item.disputed && item.interest > 0)
  const total = sumOf(chosen, (item) => item.interest)

  const rows = useRef(list.data)
  rows.current = list.data
  /** Only moving the cursor chooses another customer, not another order of the rows under it. */
  function follow(row: InterestCustomer | undefined): void {
    if (row === undefined) return
    const before = cursor.current
    cursor.current = { customerId: row.customerId, rows: rows.current }
    if (before?.rows === rows.current && before?.customerId !== row.customerId) setPicked(row.customerId)
    else setPicked((chosen) => chosen ?? row.customerId)
  }

  return (
    <PageFrame
      title={t('title')}
      actions={[
        {
          key: 'note', label: t('note.make'), shortcut: KEYS.post, icon: <FileAddOutlined />, kind: 'primary', hidden: !can('invoices.write'),
          disabled: chosen.length === 0 ? true : to > today() ? t('note.later') : false, onRun: () => setOpened('note'),
        },
        { key: 'lpr', label: t('lpr.title'), shortcut: 'Alt+L', icon: <PercentageOutlined />, onRun: () => setOpened('lpr') },
        { key: 'terms', label: t('terms.title'), shortcut: 'Alt+T', icon: <SolutionOutlined />, onRun: () => setOpened('terms') },
        { key: 'notes', label: t('notesTitle'), shortcut: 'Alt+S', icon: <FileDoneOutlined />, onRun: () => openPage('interestNotes') },
      ]}
      extra={<span className="interest-total" role="status">{sheet && t(marked.length > 0 ? 'sheet.ticked' : 'sheet.all', { count: chosen.length, amount: formatMoney(total) })}</span>}
    >
      <div className="interest">
        <section aria-label={t('customers.title')}>
          <div className="interest-head">
            <label><span>{t('sheet.to')}</span><span className="interest-day"><DayInput label={t('sheet.to')} value={to} onChange={(value) => value && setTo(value)} /></span></label>
            {(currencies.data?.length ?? 0) > 1 && (
              <Select aria-label={t('col.currency')} value={currency ?? currencies.data?.[0]} options={currencies.data?.map((value) => ({ value, label: value })) ?? []} onChange={(value: string) => setCurrency(value)} />
            )}
          </div>
          <DataGrid<InterestCustomer>
            layoutKey="interestCustomers"
            columns={columns}
            rows={list.data}
            rowId={(row) => String(row.customerId)}
            startAt={(row) => row.customerId === params.customerId}
            onCurrent={follow}
            onOpen={(row) => openPage('customer', { id: row.customerId })}
            searchPlaceholder={t('customers.search')}
            empty={<EmptyState title={t('customers.emptyTitle')} hint={t('customers.emptyText')} />}
          />
        </section>
        <section aria-label={t('sheet.title')}>
          <div className="interest-head">
            <span className="interest-customer">
              <Lookup<LookupItem> label={t('sheet.customer')} placeholder={t('sheet.customerHint')} value={sheet?.customer ?? null} find={(text, signal) => api.customers.lookup({ text }, { signal })} onChange={(hit) => setPicked(hit?.id)} />
            </span>
            <Checkbox checked={withPaid} onChange={(event) => setWithPaid(event.target.checked)}>{t('sheet.withPaid')}</Checkbox>
          </div>
          <SheetView query={query} sheet={sheet} items={items} onSelect={setTicked} onLpr={() => setOpened('lpr')} onTerms={() => setOpened('terms')} />
        </section>
      </div>
      {opened === 'note' && sheet && <NoteDialog sheet={sheet} items={chosen} onClose={() => setOpened(undefined)} />}
      {opened === 'lpr' && <LprDrawer onClose={() => setOpened(undefined)} />}
      {opened === 'terms' && <TermsDrawer customer={sheet?.customer ?? null} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function useColumns(): GridColumn<InterestCustomer>[] {
  const { t } = useTranslation('interest')
  return useMemo((): GridColumn<InterestCustomer>[] => [
    { field: 'name', title: t('col.customer'), width: 150, flex: true },
    { field: 'interest', title: t('customers.interest'), kind: 'money', total: true, width: 116, render: (row) => (row.interest === null ? <span className="negative">{t('customers.noRate')}</span> : formatMoney(row.interest)) },
    { field: 'open', title: t('col.open'), kind: 'money', total: true, width: 116 },
    { field: 'from', title: t('col.from'), kind: 'day', width: 98 },
    { field: 'items', title: t('col.items'), kind: 'number', width: 64 },
    { field: 'salesperson', title: t('col.salesperson'), width: 84, hidden: true },
    { field: 'code', title: t('col.code'), width: 90, hidden: true },
  ], [t])
}
