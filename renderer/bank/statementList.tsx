/** The files of banks that were imported, and how many of their lines still wait (对账单). Enter shows the lines of a file, Alt+R what of it did not become lines. */
import { CloudUploadOutlined, FileSearchOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRow } from '../../shared/bank/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useStatementColumns } from './statementColumns.ts'
import { StatementRestDialog } from './statementRestDialog.tsx'

export default function StatementList() {
  const { t } = useTranslation('bank')
  const { params } = usePage('statements')
  const { can } = useSession()
  const columns = useStatementColumns()
  const [current, setCurrent] = useState<StatementRow>()
  const [shown, setShown] = useState<StatementRow>()
  return (
    <PageFrame
      title={t('statementsTitle')}
      actions={[
        { key: 'import', label: t('importTitle'), shortcut: KEYS.create, icon: <CloudUploadOutlined />, kind: 'primary', hidden: !can('bank.write'), onRun: () => openPage('statementImport') },
        { key: 'rest', label: t('statements.rest'), shortcut: 'Alt+R', icon: <FileSearchOutlined />, disabled: !current, onRun: () => setShown(current) },
      ]}
    >
      <DataGrid<StatementRow>
        layoutKey="statements"
        columns={columns}
        load={(request, signal) => api.bank.statements(request, { signal })}
        slices={['bank']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.open === 0 ? 'row-quiet' : '')}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('statementLines', { statement: { id: row.id, name: row.fileName } })}
        searchPlaceholder={t('statements.search')}
        {...(params.filters ? { initialFilters: params.filters } : {})}
        {...(params.search ? { initialSearch: params.search } : {})}
        empty={<EmptyState title={t('statements.emptyTitle')} hint={t('statements.emptyText')} />}
      />
      {shown && <StatementRestDialog statement={shown} onClose={() => setShown(undefined)} />}
    </PageFrame>
  )
}
