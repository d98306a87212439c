/** The columns of imported files, in their list and below the place where files are dropped. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRow } from '../../shared/bank/schemas.ts'
import type { GridColumn } from '../ui/dataGrid.tsx'

export function useStatementColumns(): GridColumn<StatementRow>[] {
  const { t } = useTranslation('bank')
  return useMemo((): GridColumn<StatementRow>[] => [
    { field: 'fileName', title: t('statements.file'), width: 160, flex: true },
    { field: 'bankAccount', title: t('statements.bankAccount'), width: 100 },
    { field: 'firstOn', title: t('statements.firstOn'), kind: 'day', width: 94 },
    { field: 'lastOn', title: t('statements.lastOn'), kind: 'day', width: 94 },
    { field: 'lines', title: t('statements.lines'), kind: 'number', width: 60 },
    { field: 'duplicates', title: t('statements.duplicates'), kind: 'number', width: 92 },
    { field: 'open', title: t('statements.open'), kind: 'number', width: 70 },
    { field: 'opening', title: t('statements.opening'), kind: 'money', width: 110 },
    { field: 'closing', title: t('statements.closing'), kind: 'money', width: 110 },
    { field: 'importedAt', title: t('statements.importedAt'), kind: 'instant', width: 132 },
    { field: 'importedBy', title: t('statements.importedBy'), width: 76 },
  ], [t])
}
