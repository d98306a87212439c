/** The reconciliations that were kept, the newest first; Enter shows one as it was. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReconciliationRow } from '../../shared/bank/schemas.ts'
import { api } from '../api.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { EmptyState } from '../ui/states.tsx'

export function SavedReconciliations({ onOpen }: { onOpen: (row: ReconciliationRow) => void }) {
  const { t } = useTranslation('bank')
  const columns = useMemo((): GridColumn<ReconciliationRow>[] => [
    { field: 'asOf', title: t('reconcile.asOf'), kind: 'day' },
    { field: 'bankAccount', title: t('reconcile.account'), width: 200, flex: true },
    { field: 'bookBalance', title: t('reconcile.bookSide'), kind: 'money', width: 150 },
    { field: 'statementBalance', title: t('reconcile.bankSide'), kind: 'money', width: 150 },
    { field: 'difference', title: t('reconcile.difference'), kind: 'money' },
    { field: 'madeAt', title: t('reconcile.madeAt'), kind: 'instant' },
    { field: 'madeBy', title: t('reconcile.madeBy'), width: 100 },
  ], [t])
  return (
    <DataGrid<ReconciliationRow>
      layoutKey="reconciliations"
      columns={columns}
      load={(request, signal) => api.bank.reconciliations(request, { signal })}
      slices={['bank']}
      rowId={(row) => String(row.id)}
      onOpen={onOpen}
      empty={<EmptyState title={t('reconcile.listEmpty')} />}
    />
  )
}
