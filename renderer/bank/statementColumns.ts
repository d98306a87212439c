/** The columns of imported files, in their list and below the place where files are dropped. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRow } from '../../shared/bank/schemas.ts'
import type { GridColumn } from '../ui/dataGrid.tsx'

export function useStatementColumns(): GridColumn<StatementRow>[] {
  const { t } = useTranslation('bank')
  return useMemo((): GridColumn<StatementRow>[] => [
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
}
