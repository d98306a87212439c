/** 案件: lawsuits by the day of filing, with the next hearing and what each has cost. Enter opens one, Alt+N files one. */
import { PlusOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_STAGES, type LawsuitRow } from '../../shared/limitation/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { StageTag } from './tags.tsx'

export default function LawsuitList() {
  const { t } = useTranslation('limitation')
  const { params } = usePage('lawsuits')
  const { can } = useSession()
  const columns = useMemo((): GridColumn<LawsuitRow>[] => [
    { field: 'number', title: t('col.number'), width: 132 },
    { field: 'customerName', title: t('col.customer'), width: 190, flex: true },
    { field: 'stage', title: t('col.stage'), width: 100, options: CASE_STAGES.filter((value) => value !== 'cost' && value !== 'note').map((value) => ({ value, label: t(`stage.${value}`) })), render: (row) => <StageTag stage={row.stage} /> },
    { field: 'hearingOn', title: t('col.hearingOn'), kind: 'day', width: 104, render: (row) => row.hearingOn && <b>{row.hearingOn}</b> },
    { field: 'claim', title: t('col.claim'), kind: 'money', total: true, width: 120 },
    { field: 'costs', title: t('col.costs'), kind: 'money', total: true, width: 110 },
    { field: 'court', title: t('col.court'), width: 180 },
    { field: 'caseNumber', title: t('col.caseNumber'), width: 190 },
    { field: 'filedOn', title: t('col.filedOn'), kind: 'day', width: 104 },
    { field: 'lawyer', title: t('col.lawyer'), width: 90 },
    { field: 'salesperson', title: t('col.salesperson'), width: 90, hidden: true },
    { field: 'currency', title: t('col.currency'), width: 70, hidden: true },
  ], [t])
  return (
    <PageFrame
      title={t('lawsuitsTitle')}
      actions={[{ key: 'new', label: t('newLawsuit'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('letters.write'), onRun: () => openPage('lawsuit', {}) }]}
    >
      <DataGrid<LawsuitRow>
        layoutKey="lawsuits"
        columns={columns}
        load={(request, signal) => api.limitation.lawsuits(request, { signal })}
        slices={['limitation', 'customers']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.running ? '' : 'row-quiet')}
        onOpen={(row) => openPage('lawsuit', { id: row.id })}
        searchPlaceholder={t('lawsuitSearch')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('lawsuitsEmptyTitle')} hint={t('lawsuitsEmptyText')} />}
      />
    </PageFrame>
  )
}
