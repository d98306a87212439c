/** Letters that were sent: to whom, when, for how much, how often printed, and whether they arrived. Enter opens one, Ctrl+P prints the ticked ones. */
import { MailOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_EXPORTED } from '../../shared/deliveries/exportSchemas.ts'
import type { LetterRow } from '../../shared/dunning/schemas.ts'
import { api } from '../api.ts'
import { allRows } from '../deliveries/batch.ts'
import { deliveryColumn, withDeliveries, type WithDelivery } from '../deliveries/deliveryColumn.tsx'
import { usePaperActions } from '../deliveries/usePaperActions.tsx'
import { openPage } from '../navigation.ts'
import { DataGrid, type GridColumn, type GridHandle } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { useLevelOptions } from './letterWords.ts'

type Row = LetterRow & WithDelivery

export default function LettersPage() {
  const { t } = useTranslation('dunning')
  const delivered = useTranslation('deliveries').t
  const { params } = usePage('letters')
  const { runId } = params
  const levels = useLevelOptions()
  const { print } = usePaper('dunning', api.dunning)
  const [ticked, setTicked] = useState<readonly Row[]>([])
  const grid = useRef<GridHandle<Row>>(null)
  const sending = usePaperActions({ paper: 'letter', papers: ticked, print, all: () => allRows((request) => api.dunning.list({ ...request, runId }), grid.current?.request() ?? {}, MOST_EXPORTED) })
  const columns = useMemo((): GridColumn<Row>[] => [
    { field: 'number', title: t('sent.number'), width: 140 },
    { field: 'level', title: t('sent.level'), width: 96, options: levels },
    { field: 'customerName', title: t('sent.customerName'), width: 200, flex: true },
    { field: 'issuedOn', title: t('sent.issuedOn'), kind: 'day' },
    { field: 'payBy', title: t('sent.payBy'), kind: 'day' },
    { field: 'amount', title: t('sent.amount'), kind: 'money', width: 120 },
    { field: 'net', title: t('sent.net'), kind: 'money', width: 120, sortable: false, filter: false },
    deliveryColumn<Row>(delivered),
    { field: 'voided', title: t('sent.voided'), kind: 'check', width: 64, render: (row) => row.voided && <Tag color="error">{t('void.mark')}</Tag>, text: (row) => (row.voided ? t('void.mark') : ''), filter: false, sortable: false },
    { field: 'prints', title: t('sent.prints'), kind: 'number', width: 80 },
    { field: 'lastPrintedAt', title: t('sent.lastPrintedAt'), kind: 'instant' },
    { field: 'issuedBy', title: t('sent.issuedBy'), width: 96 },
    { field: 'items', title: t('sent.items'), kind: 'number', width: 64 },
    { field: 'currency', title: t('sent.currency'), width: 66 },
    { field: 'customerCode', title: t('sent.customerCode'), width: 90 },
  ], [t, delivered, levels])

  return (
    <PageFrame
      title={runId === undefined ? t('tabs.sent') : t('sent.ofRun', { id: runId })}
      actions={[
        { key: 'dun', label: t('dun'), shortcut: KEYS.create, icon: <MailOutlined />, kind: 'primary', onRun: () => openPage('letterRun') },
        ...sending.actions,
      ]}
    >
      <DataGrid<Row>
        layoutKey="letters"
        columns={columns}
        load={async (request, signal) => withDeliveries('letter', await api.dunning.list({ ...request, runId }, { signal }), signal)}
        slices={['dunning', 'deliveries']}
        handle={grid}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.voided ? 'left-out' : '')}
        onSelect={setTicked}
        onOpen={(row) => openPage('letter', { id: row.id })}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        empty={
          <EmptyState title={t('sent.empty')} hint={t('sent.emptyText')}>
            <Button type="primary" onClick={() => openPage('letterRun')}>{t('dun')}</Button>
          </EmptyState>
        }
      />
      {sending.dialogs}
    </PageFrame>
  )
}
