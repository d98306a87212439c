/** All bills (承兑汇票) by where they stand. Keys: Alt+N registers, Alt+D the due days, Ctrl+P the 备查簿, Enter opens. */
import { CalendarOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptanceStatus } from '../../shared/acceptances/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { BookDialog } from './bookDialog.tsx'
import { useAcceptanceColumns } from './columns.tsx'

const TABS = ['all', 'held', 'presented', 'passed', 'dishonoured', 'done'] as const
type Tab = (typeof TABS)[number]
const STATUSES: Record<Tab, readonly AcceptanceStatus[]> = {
  all: [], held: ['held'], presented: ['presented'], passed: ['endorsed', 'discounted'], dishonoured: ['dishonoured'], done: ['collected', 'settled', 'split', 'returned'],
}
/** What is in hand or under way is read by its due day; the rest as it came in. */
const BY_DUE_DAY = new Set<Tab>(['held', 'presented'])

export default function AcceptanceList() {
  const { t } = useTranslation('acceptances')
  const { params } = usePage('acceptances')
  const { can } = useSession()
  const columns = useAcceptanceColumns()
  const [tab, setTab] = useState<Tab>('all')
  const [bookOpen, setBookOpen] = useState(false)
  const statuses = STATUSES[tab]
  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'new', label: t('list.create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('acceptances.write'), onRun: () => openPage('acceptanceEntry') },
        { key: 'calendar', label: t('list.calendar'), shortcut: 'Alt+D', icon: <CalendarOutlined />, onRun: () => openPage('acceptanceCalendar') },
        { key: 'book', label: t('list.book'), shortcut: KEYS.print, icon: <PrinterOutlined />, onRun: () => setBookOpen(true) },
      ]}
    >
      <DataGrid
        key={tab}
        layoutKey="acceptances"
        columns={columns}
        load={(request, signal) => api.acceptances.list({
          ...request,
          sort: request.sort?.length || !BY_DUE_DAY.has(tab) ? request.sort : [{ field: 'dueOn', dir: 'asc' }],
          filters: [...(Array.isArray(request.filters) ? request.filters : []), ...(statuses.length > 0 ? [{ field: 'status', op: 'in' as const, value: [...statuses] }] : [])],
        }, { signal })}
        slices={['acceptances', 'receipts', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'returned' || row.status === 'split' ? 'row-quiet' : '')}
        onOpen={(row) => openPage('acceptance', { id: row.id })}
        searchPlaceholder={t('list.search')}
        tools={<Segmented aria-label={t('field.status')} value={tab} onChange={setTab} options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))} />}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={tab === 'all' ? <EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} /> : <EmptyState title={t('list.emptyTab')} />}
      />
      {bookOpen && <BookDialog onClose={() => setBookOpen(false)} />}
    </PageFrame>
  )
}
