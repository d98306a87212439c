/** 对账单 and 询证函 that were issued, and what came back. Keys: Alt+N issues, Ctrl+P prints the ticked ones, Ctrl+E exports, Alt+D records a delivery, Alt+M mails, Alt+R records a reply, Enter opens. */
import { FileAddOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REPLY_STATES, type AccountPaperRow, type ReplyState } from '../../shared/accountPapers/schemas.ts'
import { MOST_EXPORTED } from '../../shared/deliveries/exportSchemas.ts'
import type { GridFilter } from '../../shared/grid.ts'
import { api } from '../api.ts'
import { allRows } from '../deliveries/batch.ts'
import { deliveryColumn, withDeliveries, type WithDelivery } from '../deliveries/deliveryColumn.tsx'
import { usePaperActions } from '../deliveries/usePaperActions.tsx'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn, type GridHandle } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { useKindOptions, useStateOptions } from './paperWords.ts'
import { ReplyDialog } from './replyDialog.tsx'

const TABS = ['all', ...REPLY_STATES] as const

type Row = AccountPaperRow & WithDelivery

export default function PaperList() {
  const { t } = useTranslation('accountPapers')
  const delivered = useTranslation('deliveries').t
  const { params } = usePage('accountPapers')
  const { can } = useSession()
  const kinds = useKindOptions()
  const states = useStateOptions()
  const { print } = usePaper('accountPapers', api.accountPapers)
  const [tab, setTab] = useState<'all' | ReplyState>('all')
  const [ticked, setTicked] = useState<readonly Row[]>([])
  const grid = useRef<GridHandle<Row>>(null)
  const [current, setCurrent] = useState<AccountPaperRow>()
  const [replying, setReplying] = useState<AccountPaperRow>()
  const columns = useMemo((): GridColumn<Row>[] => [
    { field: 'number', title: t('field.number'), width: 136 },
    { field: 'kind', title: t('field.kind'), width: 86, options: kinds },
    { field: 'customerName', title: t('field.customerName'), width: 190, flex: true },
    { field: 'asOf', title: t('field.asOf'), kind: 'day' },
    { field: 'balance', title: t('field.balance'), kind: 'money', width: 124 },
    { field: 'state', title: t('field.state'), width: 80, options: states },
    deliveryColumn<Row>(delivered),
    { field: 'prints', title: t('field.prints'), kind: 'number', width: 80 },
    { field: 'issuedOn', title: t('field.issuedOn'), kind: 'day' },
    { field: 'from', title: t('field.from'), kind: 'day' },
    { field: 'issuedBy', title: t('field.issuedBy'), width: 96 },
    { field: 'lastPrintedAt', title: t('field.lastPrintedAt'), kind: 'instant' },
    { field: 'currency', title: t('field.currency'), width: 66 },
    { field: 'customerCode', title: t('field.customerCode'), width: 90 },
  ], [t, delivered, kinds, states])
  const ofTab: GridFilter[] = tab === 'all' ? [] : [{ field: 'state', op: 'in', value: [tab] }]
  const narrowed = <Request extends { filters?: unknown }>(request: Request) => ({ ...request, filters: [...((request.filters ?? []) as GridFilter[]), ...ofTab] })
  const sending = usePaperActions({ paper: 'accountPaper', papers: ticked, print, all: () => allRows((request) => api.accountPapers.list(request), narrowed(grid.current?.request() ?? {}), MOST_EXPORTED) })

  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'issue', label: t('list.issue'), shortcut: KEYS.create, icon: <FileAddOutlined />, kind: 'primary', hidden: !can('letters.write'), onRun: () => openPage('accountPaperRun') },
        ...sending.actions,
        { key: 'reply', label: t('reply.button'), shortcut: 'Alt+R', icon: <InboxOutlined />, hidden: !can('letters.write'), disabled: current === undefined, onRun: () => setReplying(current) },
      ]}
    >
      <DataGrid<Row>
        key={tab}
        layoutKey="accountPapers"
        columns={columns}
        load={async (request, signal) => withDeliveries('accountPaper', await api.accountPapers.list(narrowed(request), { signal }), signal)}
        slices={['accountPapers', 'deliveries']}
        handle={grid}
        rowId={(row) => String(row.id)}
        onSelect={setTicked}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('accountPaper', { id: row.id })}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        tools={<Segmented aria-label={t('field.state')} value={tab} onChange={setTab} options={TABS.map((value) => ({ value, label: t(`state.${value}`) }))} />}
        empty={tab === 'all'
          ? <EmptyState title={t('list.empty')} hint={t('list.emptyText')}>{can('letters.write') && <Button type="primary" onClick={() => openPage('accountPaperRun')}>{t('list.issue')}</Button>}</EmptyState>
          : <EmptyState title={t('list.emptyTab')} />}
      />
      {sending.dialogs}
      {replying && <ReplyDialog paper={replying} onClose={() => setReplying(undefined)} />}
    </PageFrame>
  )
}
