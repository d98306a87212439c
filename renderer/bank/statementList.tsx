/** The files of banks that were imported, and how many of their lines still wait (对账单). Enter shows the lines of a file. */
import { CloudUploadOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRow } from '../../shared/bank/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'

export default function StatementList() {
  const { t } = useTranslation('bank')
  const { params } = usePage('statements')
  const { can } = useSession()
  const columns = useMemo((): GridColumn<StatementRow>[] => [
    { field: 'fileName', title: t('statements.file'), width: 200, flex: true },
    { field: 'bankAccount', title: t('statements.bankAccount'), width: 140 },
    { field: 'firstOn', title: t('statements.firstOn'), kind: 'day', width: 98 },
    { field: 'lastOn', title: t('statements.lastOn'), kind: 'day', width: 98 },
    { field: 'lines', title: t('statements.lines'), kind: 'number', width: 70 },
    { field: 'duplicates', title: t('statements.duplicates'), kind: 'number', width: 70 },
    { field: 'open', title: t('statements.open'), kind: 'number', width: 76 },
    { field: 'opening', title: t('statements.opening'), kind: 'money', width: 120 },
    { field: 'closing', title: t('statements.closing'), kind: 'money', width: 120 },
    { field: 'importedAt', title: t('statements.importedAt'), kind: 'instant', width: 136 },
    { field: 'importedBy', title: t('statements.importedBy'), width: 84 },
  ], [t])
  return (
    <PageFrame
      title={t('statementsTitle')}
      actions={[{ key: 'import', label: t('importTitle'), shortcut: KEYS.create, icon: <CloudUploadOutlined />, kind: 'primary', hidden: !can('bank.write'), onRun: () => openPage('statementImport') }]}
    >
      <DataGrid<StatementRow>
        layoutKey="statements"
        columns={columns}
        load={(request, signal) => api.bank.statements(request, { signal })}
        slices={['bank']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.open === 0 ? 'row-quiet' : '')}
        onOpen={(row) => openPage('statementLines', { filters: [{ field: 'statementId', op: 'eq', value: row.id }] })}
        searchPlaceholder={t('statements.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('statements.emptyTitle')} hint={t('statements.emptyText')} />}
      />
    </PageFrame>
  )
}
