/** What bills ask for, day by day: due days, days for presenting, and deadlines after a refusal; the missed ones first. */
import { PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCEPTANCE_STATUSES, DEADLINE_KINDS, type CalendarEntry } from '../../shared/acceptances/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { StatusTag } from './columns.tsx'
import './acceptances.css'

/** The page opens with as many days ahead as its last sum. */
const DAYS_SHOWN = 90

export default function AcceptanceCalendar() {
  const { t } = useTranslation('acceptances')
  const { can } = useSession()
  const [from, setFrom] = useState<Day>(today)
  const [to, setTo] = useState<Day>(() => addDays(today(), DAYS_SHOWN))
  const query = useQuery((signal) => api.acceptances.calendar({ from, to }, { signal }), [from, to], ['acceptances', 'receipts', 'customers', 'settings'])
  const columns = useCalendarColumns()
  const found = query.data
  const rows = useMemo(() => (found ? [...found.missed, ...found.entries] : undefined), [found])
  return (
    <PageFrame
      title={t('calendarTitle')}
      query={query}
      actions={[
        { key: 'new', label: t('list.create'), shortcut: KEYS.create, icon: <PlusOutlined />, hidden: !can('acceptances.write'), onRun: () => openPage('acceptanceEntry') },
        { key: 'list', label: t('title'), shortcut: 'Alt+D', icon: <UnorderedListOutlined />, onRun: () => openPage('acceptances') },
      ]}
    >
      {found && (
        <>
          <div className="due-sums" data-testid="due-sums">
            <Sum title={t('calendar.overdue')} sum={found.overdue} bad={found.overdue.count > 0} />
            {found.ahead.map(({ days, ...sum }) => <Sum key={days} title={t('calendar.ahead', { count: days })} sum={sum} />)}
          </div>
          <DataGrid<CalendarEntry>
            layoutKey="acceptanceCalendar"
            columns={columns}
            rows={rows}
            rowId={(row) => `${row.id} ${row.what}`}
            onOpen={(row) => openPage('acceptance', { id: row.id })}
            searchPlaceholder={t('calendar.search')}
            tools={(
              <span className="due-days">
                <label>{t('calendar.from')} <DayInput label={t('calendar.from')} value={from} onChange={(value) => value && setFrom(value)} /></label>
                <label>{t('calendar.to')} <DayInput label={t('calendar.to')} value={to} onChange={(value) => value && setTo(value)} /></label>
              </span>
            )}
            empty={<EmptyState title={t('calendar.emptyTitle')} hint={t('calendar.emptyText')} />}
          />
        </>
      )}
    </PageFrame>
  )
}

function Sum({ title, sum, bad }: { title: string; sum: { count: number; amount: number }; bad?: boolean }) {
  const { t } = useTranslation('acceptances')
  return (
    <div className={`due-sum card${bad ? ' bad' : ''}`}>
      <span className="quiet">{title}</span>
      <MoneyText value={sum.amount} strong />
      <span className="quiet">{t('calendar.bills', { count: sum.count })}</span>
    </div>
  )
}

function useCalendarColumns(): GridColumn<CalendarEntry>[] {
  const { t } = useTranslation('acceptances')
  return useMemo((): GridColumn<CalendarEntry>[] => {
    const left = (row: CalendarEntry): string => (row.daysLeft < 0 ? t('page.over', { count: -row.daysLeft }) : row.daysLeft === 0 ? t('page.today') : t('page.left', { count: row.daysLeft }))
    return [
      { field: 'on', title: t('calendar.on'), kind: 'day', width: 100 },
      { field: 'daysLeft', title: t('calendar.left'), width: 112, text: left, render: (row) => <span className={row.daysLeft < 0 ? 'negative strong' : row.daysLeft <= 3 ? 'warning' : ''}>{left(row)}</span> },
      {
        field: 'what', title: t('calendar.what'), width: 132, options: DEADLINE_KINDS.map((value) => ({ value, label: t(`deadline.${value}`) })),
        render: (row) => <Tooltip title={t(`deadlineHelp.${row.what}`)}><span>{t(`deadline.${row.what}`)}</span></Tooltip>,
      },
      { field: 'amount', title: t('field.amount'), kind: 'money', width: 120 },
      { field: 'number', title: t('field.number'), width: 130 },
      { field: 'customerName', title: t('field.customer'), width: 160, flex: true },
      { field: 'acceptor', title: t('field.acceptor'), width: 160, flex: true },
      { field: 'billNumber', title: t('field.billNumber'), width: 236, hidden: true },
      { field: 'dueOn', title: t('field.dueOn'), kind: 'day', width: 100, hidden: true },
      { field: 'status', title: t('field.status'), width: 92, options: ACCEPTANCE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })), render: (row) => <StatusTag status={row.status} /> },
    ]
  }, [t])
}
