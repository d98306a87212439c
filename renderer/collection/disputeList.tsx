/** All disputes (争议), by the day by which each is to be settled. Alt+S settles one. */
import { CheckOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeRow } from '../../shared/collection/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useCollectionOptions } from './collectionWords.ts'
import { EndDialog, type Ending } from './endDialog.tsx'

export default function DisputeList() {
  const { t } = useTranslation('collection')
  const { params } = usePage('disputes')
  const { can } = useSession()
  const { disputeStates } = useCollectionOptions()
  const [current, setCurrent] = useState<DisputeRow>()
  const [ending, setEnding] = useState<Ending>()
  const columns = useMemo((): GridColumn<DisputeRow>[] => [
    { field: 'settleBy', title: t('col.settleBy'), kind: 'day', width: 104, render: (row) => <span className={row.state === 'standing' && row.settleBy < today() ? 'negative' : ''}>{row.settleBy}</span> },
    { field: 'customerName', title: t('col.name'), width: 200, flex: true },
    { field: 'reason', title: t('col.reason'), width: 200, flex: true },
    { field: 'amount', title: t('col.open'), kind: 'money', width: 120 },
    { field: 'items', title: t('col.items'), kind: 'number', width: 64 },
    { field: 'state', title: t('col.state'), width: 100, options: disputeStates },
    { field: 'owner', title: t('col.owner'), width: 90 },
    { field: 'openedOn', title: t('col.openedOn'), kind: 'day', width: 104 },
    { field: 'settledOn', title: t('col.settledOn'), kind: 'day', width: 104 },
    { field: 'note', title: t('col.note'), width: 140 },
    { field: 'salesperson', title: t('col.salesperson'), width: 90 },
    { field: 'currency', title: t('col.currency'), width: 70, hidden: true },
    { field: 'postedBy', title: t('col.postedBy'), width: 90, hidden: true },
  ], [t, disputeStates])
  return (
    <PageFrame
      title={t('disputesTitle')}
      actions={[{
        key: 'settle', label: t('end.disputeDo'), shortcut: 'Alt+S', icon: <CheckOutlined />, hidden: !can('collection.write'), disabled: current?.state !== 'standing',
        onRun: () => current && setEnding({ what: 'dispute', id: current.id, name: current.customerName }),
      }]}
    >
      <DataGrid<DisputeRow>
        layoutKey="disputes"
        columns={columns}
        load={(request, signal) => api.collection.disputes(request, { signal })}
        slices={['collection', 'receipts', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.state === 'standing' ? '' : 'row-quiet')}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('customer', { id: row.customerId })}
        searchPlaceholder={t('search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('dispute.emptyTitle')} hint={t('dispute.emptyText')} />}
      />
      {ending && <EndDialog ending={ending} onClose={() => setEnding(undefined)} />}
    </PageFrame>
  )
}
