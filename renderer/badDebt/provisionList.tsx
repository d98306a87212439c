/** Every provision for bad debts that was saved (坏账准备计提记录). */
import { PlusOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvisionRow } from '../../shared/badDebt/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'

export default function ProvisionList() {
  const { t } = useTranslation('badDebt')
  const { params } = usePage('provisions')
  const { can } = useSession()
  const columns = useMemo((): GridColumn<ProvisionRow>[] => [
    { field: 'number', title: t('provision.number'), width: 140 },
    { field: 'asOf', title: t('provision.asOf'), kind: 'day', width: 100 },
    { field: 'currency', title: t('provision.currency'), width: 70 },
    { field: 'required', title: t('provision.sum'), kind: 'money', width: 140 },
    { field: 'existing', title: t('provision.existing'), kind: 'money', width: 140 },
    { field: 'amount', title: t('provision.amount'), kind: 'money', width: 140 },
    { field: 'postedBy', title: t('provision.postedBy'), width: 100, flex: true },
    { field: 'postedAt', title: t('provision.postedAt'), kind: 'instant', width: 150 },
  ], [t])
  return (
    <PageFrame
      title={t('title')}
      actions={[{ key: 'new', label: t('provision.create'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', onRun: () => openPage('provision', {}), hidden: !can('badDebt.write') }]}
    >
      <DataGrid
        layoutKey="provisions"
        columns={columns}
        load={(request, signal) => api.badDebt.provisions(request, { signal })}
        slices={['badDebt']}
        rowId={(row) => String(row.id)}
        onOpen={(row) => openPage('provision', { id: row.id })}
        searchPlaceholder={t('provision.search')}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        empty={<EmptyState title={t('provision.emptyTitle')} hint={t('provision.emptyText')} />}
      />
    </PageFrame>
  )
}
