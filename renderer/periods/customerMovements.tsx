/** The ledger card 客户明细账 of a customer in one month: each document with the balance after it. Enter opens the document. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Movement } from '../../shared/periods/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { useKindOptions } from '../aging/words.ts'
import { api } from '../api.ts'
import { openItemDocument } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { MONTH_END_SLICES } from './slices.ts'
import './periods.css'

export default function CustomerMovementsPage() {
  const { t } = useTranslation('periods')
  const { params } = usePage('customerMovements')
  const query = useQuery((signal) => api.periods.movements(params, { signal }), [params], MONTH_END_SLICES)
  const card = query.data
  const kinds = useKindOptions()
  const heading = card ? t('card.heading', { name: card.name, month: card.month }) : t('movementsTitle')
  usePageTitle(heading)
  const columns = useMemo((): GridColumn<Movement>[] => {
    const side = (field: 'debit' | 'credit'): GridColumn<Movement> =>
      ({ field, title: t(`card.${field}`), kind: 'money', total: true, width: 130, text: (row) => (row[field] ? formatMoney(row[field]) : '') })
    return [
      { field: 'on', title: t('card.on'), kind: 'day' },
      { field: 'number', title: t('card.number'), width: 140 },
      { field: 'kind', title: t('card.kind'), width: 90, options: kinds },
      { field: 'text', title: t('card.text'), width: 220, flex: true },
      side('debit'), side('credit'),
      { field: 'balance', title: t('card.balance'), kind: 'money', width: 130, sortable: false },
    ]
  }, [t, kinds])

  return (
    <PageFrame
      title={heading}
      query={query}
      extra={card && (
        <>
          <span>{t('card.opening')} <MoneyText value={card.opening} strong /></span>
          <span>{t('card.closing')} <MoneyText value={card.closing} strong /></span>
          <span className="quiet">{card.currency}</span>
        </>
      )}
    >
      <DataGrid<Movement>
        layoutKey="customerMovements"
        columns={columns}
        rows={card?.rows}
        rowId={(row) => `${row.on} ${row.kind} ${row.documentId}`}
        onOpen={(row) => openItemDocument(row.kind, row.documentId)}
        empty={<EmptyState title={t('card.empty')} />}
      />
    </PageFrame>
  )
}
