/** Requests to write off that wait for an owner, and the debts that were lost and are kept in mind (备查簿). F6 goes from one to the other. */
import { PlusOutlined } from '@ant-design/icons'
import { Tabs, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REQUEST_STATUSES, WRITE_OFF_STATUSES, type RequestRow, type WriteOffRow } from '../../shared/badDebt/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS, useShortcut } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { postingDay } from '../ui/postingDay.tsx'
import { STATUS_COLORS } from './statusColors.ts'

const TABS = ['requests', 'memo'] as const

export default function WriteOffList() {
  const { t } = useTranslation('badDebt')
  const page = usePage('writeOffs')
  const { can } = useSession()
  const [tab, setTab] = useState<(typeof TABS)[number]>(page.params.search === undefined ? 'requests' : 'memo')
  useShortcut('F6', () => setTab((shown) => (shown === 'memo' ? 'requests' : 'memo')), page.active)
  return (
    <PageFrame
      title={t('writeOffsTitle')}
      actions={[{ key: 'new', label: t('list.create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('badDebt.write'), onRun: () => openPage('writeOffEntry', {}) }]}
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(TABS.find((one) => one === key) ?? 'requests')}
        items={TABS.map((key) => ({ key, label: t(`tab.${key}`) }))}
        tabBarExtraContent={<span className="quiet">{t('tab.keys')} <kbd>F6</kbd></span>}
      />
      {tab === 'requests' ? <Requests /> : <Memo />}
    </PageFrame>
  )
}

function Requests() {
  const { t } = useTranslation('badDebt')
  const columns = useMemo((): GridColumn<RequestRow>[] => [
    { field: 'id', title: t('field.id'), kind: 'number', width: 70 },
    { field: 'askedOn', title: t('field.askedOn'), kind: 'day', width: 98 },
    { field: 'customerCode', title: t('field.customerCode'), width: 92, hidden: true },
    { field: 'customerName', title: t('field.customer'), width: 180, flex: true },
    { field: 'amount', title: t('field.amount'), kind: 'money', width: 120 },
    { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
    { field: 'reason', title: t('field.reason'), width: 150 },
    { field: 'evidence', title: t('field.evidence'), width: 170 },
    { field: 'askedBy', title: t('field.askedBy'), width: 90 },
    { field: 'decidedBy', title: t('field.decidedBy'), width: 90 },
    { field: 'status', title: t('field.status'), width: 90, options: REQUEST_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })), render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`status.${row.status}`)}</Tag> },
  ], [t])
  return (
    <DataGrid<RequestRow>
      layoutKey="writeOffRequests"
      columns={columns}
      load={(request, signal) => api.badDebt.requests(request, { signal })}
      slices={['badDebt', 'customers']}
      rowId={(row) => String(row.id)}
      onOpen={(row) => openPage('writeOff', { requestId: row.id })}
      rowClass={(row) => (row.status === 'waiting' ? '' : 'row-quiet')}
      initialFilters={[{ field: 'status', op: 'in', value: ['waiting'] }]}
      searchPlaceholder={t('field.customer')}
      empty={<EmptyState title={t('list.noRequests')} hint={t('list.noRequestsText')} />}
    />
  )
}

function Memo() {
  const { t } = useTranslation('badDebt')
  const { params } = usePage('writeOffs')
  const columns = useMemo((): GridColumn<WriteOffRow>[] => [
    { field: 'number', title: t('field.number'), width: 132 },
    postingDay('writtenOffOn', t('field.writtenOffOn')),
    { field: 'customerCode', title: t('field.customerCode'), width: 92, hidden: true },
    { field: 'customerName', title: t('field.customer'), width: 180, flex: true },
    { field: 'amount', title: t('field.amount'), kind: 'money', width: 116 },
    { field: 'recovered', title: t('field.recovered'), kind: 'money', width: 116 },
    { field: 'left', title: t('field.left'), kind: 'money', width: 116 },
    { field: 'currency', title: t('field.currency'), width: 70, hidden: true },
    { field: 'reason', title: t('field.reason'), width: 140 },
    { field: 'evidence', title: t('field.evidence'), width: 150 },
    { field: 'postedBy', title: t('field.postedBy'), width: 84 },
    { field: 'status', title: t('field.status'), width: 86, options: WRITE_OFF_STATUSES.slice(0, 2).map((value) => ({ value, label: t(`status.${value}`) })), render: (row) => <Tag color={STATUS_COLORS[row.status]}>{t(`status.${row.status}`)}</Tag> },
  ], [t])
  return (
    <DataGrid<WriteOffRow>
      layoutKey="writeOffs"
      columns={columns}
      load={(request, signal) => api.badDebt.list(request, { signal })}
      slices={['badDebt', 'customers']}
      rowId={(row) => String(row.id)}
      onOpen={(row) => openPage('writeOff', { id: row.id })}
      rowClass={(row) => (row.status === 'posted' ? '' : 'row-quiet')}
      initialFilters={params.filters ?? []}
      initialSearch={params.search ?? ''}
      searchPlaceholder={t('list.search')}
      empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyText')} />}
    />
  )
}
