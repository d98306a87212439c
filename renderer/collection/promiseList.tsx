/** All promises (付款承诺), the latest day first, and from the receipts what became of each. Alt+U withdraws one. */
import { RollbackOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseRow } from '../../shared/collection/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'
import { useCollectionOptions } from './collectionWords.ts'
import { EndDialog, type Ending } from './endDialog.tsx'
import { PromiseTag } from './promiseTag.tsx'

export default function PromiseList() {
  const { t } = useTranslation('collection')
  const { params } = usePage('promises')
  const { can } = useSession()
  const { promiseStates } = useCollectionOptions()
  const [current, setCurrent] = useState<PromiseRow>()
  const [ending, setEnding] = useState<Ending>()
  const columns = useMemo((): GridColumn<PromiseRow>[] => [
    { field: 'dueOn', title: t('col.promisedOn'), kind: 'day', width: 104 },
    { field: 'customerName', title: t('col.name'), width: 200, flex: true },
    { field: 'amount', title: t('col.amount'), kind: 'money', width: 120 },
    { field: 'paid', title: t('col.paid'), kind: 'money', width: 120 },
    { field: 'missing', title: t('col.missing'), kind: 'money', width: 120 },
    { field: 'state', title: t('col.state'), width: 110, options: promiseStates, render: (row) => <PromiseTag state={row.state} /> },
    { field: 'person', title: t('col.promiser'), width: 90 },
    { field: 'madeOn', title: t('col.madeOn'), kind: 'day', width: 104 },
    { field: 'items', title: t('col.promisedItems'), kind: 'number', width: 88 },
    { field: 'note', title: t('col.note'), width: 160 },
    { field: 'salesperson', title: t('col.salesperson'), width: 90 },
    { field: 'currency', title: t('col.currency'), width: 70, hidden: true },
    { field: 'postedBy', title: t('col.postedBy'), width: 90, hidden: true },
  ], [t, promiseStates])
  return (
    <PageFrame
      title={t('promisesTitle')}
      actions={[{
        key: 'withdraw', label: t('end.promiseDo'), shortcut: 'Alt+U', icon: <RollbackOutlined />, hidden: !can('collection.write'), disabled: current?.state !== 'open',
        onRun: () => current && setEnding({ what: 'promise', id: current.id, name: current.customerName }),
      }]}
    >
      <DataGrid<PromiseRow>
        layoutKey="promises"
        columns={columns}
        load={(request, signal) => api.collection.promises(request, { signal })}
        slices={['collection', 'receipts', 'customers']}
        rowId={(row) => String(row.id)}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('customer', { id: row.customerId })}
        searchPlaceholder={t('search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('promise.emptyTitle')} hint={t('promise.emptyText')} />}
      />
      {ending && <EndDialog ending={ending} onClose={() => setEnding(undefined)} />}
    </PageFrame>
  )
}
