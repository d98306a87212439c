/** 送达记录: what was sent, what came of it, and what nobody has heard of. Keys: Enter shows one, Alt+R records an outcome, Alt+V pastes tracking numbers. */
import { CheckCircleOutlined, EyeOutlined, SnippetsOutlined } from '@ant-design/icons'
import { Button, InputNumber, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DELIVERY_STATES, type DeliveryRow } from '../../shared/deliveries/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'
import './deliveries.css'
import { DeliveryDialog } from './deliveryDialog.tsx'
import { useDeliveryOptions } from './deliveryWords.ts'
import { OutcomeDialog } from './outcomeDialog.tsx'
import { TrackingDialog } from './trackingDialog.tsx'

const TABS = ['all', ...DELIVERY_STATES, 'waiting'] as const
type Tab = (typeof TABS)[number]
/** A courier needs a few days; after a week somebody should ask. */
const WEEK = 7

export default function DeliveryList() {
  const { t } = useTranslation('deliveries')
  const { params } = usePage('deliveries')
  const { can } = useSession()
  const { kinds, ways, states } = useDeliveryOptions()
  const [tab, setTab] = useState<Tab>('all')
  const [days, setDays] = useState(WEEK)
  const [current, setCurrent] = useState<DeliveryRow>()
  const [open, setOpen] = useState<'view' | 'outcome' | 'paste'>()
  const columns = useMemo((): GridColumn<DeliveryRow>[] => [
    { field: 'number', title: t('field.number'), width: 136 },
    { field: 'kind', title: t('field.kind'), width: 92, options: kinds },
    { field: 'customerName', title: t('field.customerName'), width: 190, flex: true },
    { field: 'on', title: t('field.on'), kind: 'day' },
    { field: 'way', title: t('field.way'), width: 84, options: ways },
    { field: 'tracking', title: t('field.tracking'), width: 140 },
    { field: 'state', title: t('field.state'), width: 104, options: states },
    { field: 'outcomeOn', title: t('field.outcomeOn'), kind: 'day' },
    { field: 'signedBy', title: t('field.signedBy'), width: 96 },
    { field: 'daysWaiting', title: t('field.daysWaiting'), kind: 'number', width: 76, sortable: false, filter: false },
    { field: 'files', title: t('field.files'), kind: 'number', width: 60 },
    { field: 'recipient', title: t('field.recipient'), width: 110 },
    { field: 'note', title: t('field.note'), width: 140 },
    { field: 'postedBy', title: t('field.postedBy'), width: 90 },
    { field: 'customerCode', title: t('field.customerCode'), width: 90, hidden: true },
  ], [t, kinds, ways, states])

  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'outcome', label: t('result.button'), shortcut: 'Alt+R', icon: <CheckCircleOutlined />, kind: 'primary', hidden: !can('letters.write'), disabled: !current, onRun: () => setOpen('outcome') },
        { key: 'paste', label: t('paste.button'), shortcut: 'Alt+V', icon: <SnippetsOutlined />, hidden: !can('letters.write'), onRun: () => setOpen('paste') },
        { key: 'view', label: t('list.open'), shortcut: 'Alt+O', icon: <EyeOutlined />, disabled: !current, onRun: () => setOpen('view') },
      ]}
    >
      <DataGrid<DeliveryRow>
        key={tab === 'waiting' ? `${tab}${days}` : tab}
        layoutKey="deliveries"
        columns={columns}
        load={(request, signal) => api.deliveries.list({
          ...request, ...(tab === 'waiting' ? { waitingDays: days } : {}),
          filters: [...(Array.isArray(request.filters) ? request.filters : []), ...(tab === 'all' || tab === 'waiting' ? [] : [{ field: 'state', op: 'in' as const, value: [tab] }])],
        }, { signal })}
        slices={['deliveries', 'dunning', 'accountPapers', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => ((row.daysWaiting ?? 0) > days ? 'delivery-slow' : '')}
        onCurrent={setCurrent}
        onOpen={(row) => {
          setCurrent(row)
          setOpen('view')
        }}
        searchPlaceholder={t('list.search')}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        tools={
          <>
            <Segmented aria-label={t('field.state')} value={tab} onChange={setTab} options={TABS.map((value) => ({ value, label: t(`state.${value}`) }))} />
            {tab === 'waiting' && <label className="delivery-days">{t('list.waitingDays')}<InputNumber size="small" min={0} max={3650} value={days} onChange={(value) => setDays(value ?? WEEK)} />{t('list.days')}</label>}
          </>
        }
        empty={tab === 'all'
          ? <EmptyState title={t('list.empty')} hint={t('list.emptyText')}><Button type="primary" onClick={() => openPage('letters')}>{t('list.letters')}</Button></EmptyState>
          : <EmptyState title={t('list.emptyTab')} />}
      />
      {open === 'view' && current && <DeliveryDialog id={current.id} onClose={() => setOpen(undefined)} />}
      {open === 'outcome' && current && <OutcomeDialog delivery={current} onClose={() => setOpen(undefined)} />}
      {open === 'paste' && <TrackingDialog onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}
