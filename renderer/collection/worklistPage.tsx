/**
 * 催收工作台: at the left who to ask, the most urgent first; at the right what is known of the customer under the cursor.
 * Keys: ↑ ↓ another customer, Enter the customer's file, Alt+C a contact, Alt+P a promise, Alt+D a dispute, Alt+H a hold.
 */
import { ExceptionOutlined, HourglassOutlined, PauseCircleOutlined, PhoneOutlined, ScheduleOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorklistRow } from '../../shared/collection/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn, type GridHandle } from '../ui/dataGrid.tsx'
import { PageFrame, type PageAction } from '../ui/page.tsx'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { ContactDialog } from './contactDialog.tsx'
import { CustomerStory } from './customerStory.tsx'
import { DisputeDialog } from './disputeDialog.tsx'
import { EndDialog, type Ending } from './endDialog.tsx'
import { HoldDialog } from './holdDialog.tsx'
import { PromiseDialog } from './promiseDialog.tsx'
import './collection.css'

type Note = 'contact' | 'promise' | 'dispute' | 'hold'

export default function WorklistPage() {
  const { t } = useTranslation('collection')
  const { can } = useSession()
  const [currency, setCurrency] = useState<string>()
  const [current, setCurrent] = useState<WorklistRow>()
  const [note, setNote] = useState<Note>()
  const [ending, setEnding] = useState<Ending>()
  const grid = useRef<GridHandle<WorklistRow>>(null)
  const list = useQuery((signal) => api.collection.worklist({ currency }, { signal }), [currency], ['collection', 'limitation', 'invoices', 'receipts', 'customers', 'settings'])
  const currencies = useQuery(async (signal) => (await api.overview.get({}, { signal })).currencies, [], ['invoices'])
  const shown = list.data?.find((row) => row.customerId === current?.customerId) ?? list.data?.[0]
  const id = shown?.customerId
  const story = useQuery(async (signal) => (id === undefined ? undefined : api.collection.story({ customerId: id }, { signal })), [id], ['collection', 'invoices', 'receipts', 'customers'])
  const told = story.data?.customerId === id ? story.data : undefined
  const columns = useColumns()

  const close = (): void => {
    setNote(undefined)
    setEnding(undefined)
    grid.current?.back()
  }
  const action = (key: Note, shortcut: string, icon: PageAction['icon']): PageAction => ({
    key, label: t(`${key}.do`), shortcut, icon, hidden: !can('collection.write'), disabled: told === undefined, onRun: () => setNote(key), ...(key === 'contact' ? { kind: 'primary' } : {}),
  })
  return (
    <PageFrame
      title={t('title')}
      query={list}
      actions={[action('contact', 'Alt+C', <PhoneOutlined />), action('promise', 'Alt+P', <ScheduleOutlined />), action('dispute', 'Alt+D', <ExceptionOutlined />), action('hold', 'Alt+H', <PauseCircleOutlined />)]}
      extra={(currencies.data?.length ?? 0) > 1 && (
        <Select aria-label={t('col.currency')} value={currency ?? currencies.data?.[0]} options={currencies.data?.map((value) => ({ value, label: value })) ?? []} onChange={setCurrency} />
      )}
    >
      <div className="worklist">
        <section className="worklist-customers" aria-label={t('customers')}>
          <DataGrid<WorklistRow>
            layoutKey="worklist"
            columns={columns}
            rows={list.data}
            rowId={(row) => String(row.customerId)}
            onCurrent={setCurrent}
            onOpen={(row) => openPage('customer', { id: row.customerId })}
            rowClass={(row) => (row.holdUntil === null ? '' : 'row-quiet')}
            searchPlaceholder={t('search')}
            empty={<EmptyState title={t('emptyTitle')} hint={t('emptyText')} />}
            handle={grid}
          />
        </section>
        <section className="worklist-story" aria-label={t('story.title')}>
          {story.error !== undefined && <ErrorState error={story.error} onRetry={story.refresh} />}
          {told ? <CustomerStory story={told} {...(can('collection.write') ? { onEnd: setEnding } : {})} /> : id !== undefined && story.error === undefined && <LoadingState />}
        </section>
      </div>
      {told && shown && note === 'contact' && <ContactDialog story={told} onClose={close} />}
      {told && shown && note === 'promise' && <PromiseDialog story={told} currency={shown.currency} onClose={close} />}
      {told && shown && note === 'dispute' && <DisputeDialog story={told} currency={shown.currency} onClose={close} />}
      {told && shown && note === 'hold' && <HoldDialog story={told} onClose={close} />}
      {ending && <EndDialog ending={ending} onClose={close} />}
    </PageFrame>
  )
}

function useColumns(): GridColumn<WorklistRow>[] {
  const { t } = useTranslation('collection')
  return useMemo((): GridColumn<WorklistRow>[] => [
    { field: 'name', title: t('col.name'), width: 150, flex: true },
    { field: 'overdue', title: t('col.overdue'), kind: 'money', total: true, width: 108 },
    {
      field: 'daysOverdue', title: t('col.daysOverdue'), kind: 'number', width: 76,
      render: (row) => <>{row.limitationOn && <HourglassOutlined className="negative" aria-label={t('limitation', { day: row.limitationOn })} title={t('limitation', { day: row.limitationOn })} />} {row.daysOverdue.toLocaleString('en-US')}</>,
    },
    { field: 'nextOn', title: t('col.nextOn'), kind: 'day', width: 96, render: (row) => row.nextOn && <span className={row.stepDue ? 'negative' : ''}>{row.nextOn}</span> },
    { field: 'nextStep', title: t('col.nextStep'), width: 96 },
    { field: 'promiseOn', title: t('col.promiseOn'), kind: 'day', width: 96 },
    { field: 'broken', title: t('col.broken'), kind: 'number', width: 70, render: (row) => (row.broken > 0 ? <span className="negative">{row.broken}</span> : null) },
    { field: 'limitationOn', title: t('col.limitationOn'), kind: 'day', width: 96, render: (row) => row.limitationOn && <span className="negative">{row.limitationOn}</span> },
    { field: 'disputed', title: t('col.disputed'), kind: 'money', total: true, width: 108 },
    { field: 'holdUntil', title: t('col.holdUntil'), kind: 'day', width: 96 },
    { field: 'lastContactOn', title: t('col.lastContactOn'), kind: 'day', width: 96 },
    { field: 'lastResult', title: t('col.lastResult'), width: 160 },
    { field: 'salesperson', title: t('col.salesperson'), width: 84 },
    { field: 'urgency', title: t('col.urgency'), kind: 'number', width: 84 },
    { field: 'items', title: t('col.items'), kind: 'number', width: 60, hidden: true },
    { field: 'promiseAmount', title: t('col.promiseAmount'), kind: 'money', width: 108, hidden: true },
    { field: 'holdReason', title: t('col.holdReason'), width: 140, hidden: true },
    { field: 'code', title: t('col.code'), width: 84, hidden: true },
  ], [t])
}
