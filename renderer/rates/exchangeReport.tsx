/** 汇兑损益: what the documents of a period gained or lost by their rates. Enter opens the document. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, addDays, startOfMonth, type Day } from '../../shared/day.ts'
import type { ExchangeRow } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { openItemDocument } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { PageFrame } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import './rates.css'

export default function ExchangeReport() {
  const { t } = useTranslation(['rates', 'invoices'])
  const [from, setFrom] = useState<Day>(() => startOfMonth(today()))
  const [to, setTo] = useState<Day>(() => addDays(addMonths(startOfMonth(today()), 1), -1))
  const columns = useMemo((): GridColumn<ExchangeRow>[] => [
    { field: 'number', title: t('rates:report.number'), width: 140 },
    { field: 'kind', title: t('rates:report.kind'), width: 90, options: (['receipt', 'creditNote', 'refund', 'offset'] as const).map((value) => ({ value, label: t(`invoices:itemKind.${value}`) })) },
    { field: 'lastOn', title: t('rates:report.lastOn'), kind: 'day', width: 104 },
    { field: 'customerCode', title: t('rates:report.customerCode'), width: 92, hidden: true },
    { field: 'customerName', title: t('rates:report.customer'), width: 190, flex: true },
    { field: 'settled', title: t('rates:report.settled'), kind: 'money', width: 130 },
    { field: 'debitBase', title: t('rates:report.debit'), kind: 'money', width: 130 },
    { field: 'creditBase', title: t('rates:report.credit'), kind: 'money', width: 130 },
    { field: 'gain', title: t('rates:report.gain'), kind: 'money', width: 120 },
    { field: 'currency', title: t('rates:report.currency'), width: 84 },
  ], [t])
  return (
    <PageFrame title={t('rates:report.title')}>
      <DataGrid<ExchangeRow>
        key={`${from} ${to}`}
        layoutKey="exchangeDifferences"
        columns={columns}
        load={(request, signal) => api.receipts.exchangeDifferences({ ...request, from, to }, { signal })}
        slices={['receipts', 'refunds', 'offsets', 'invoices']}
        rowId={(row) => String(row.id)}
        onOpen={(row) => openItemDocument(row.kind, row.documentId)}
        tools={
          <>
            <span>{t('rates:report.from')}</span><span className="report-day"><DayInput label={t('rates:report.from')} value={from} onChange={(day) => day && setFrom(day)} /></span>
            <span>{t('rates:report.to')}</span><span className="report-day"><DayInput label={t('rates:report.to')} value={to} onChange={(day) => day && setTo(day)} /></span>
          </>
        }
        empty={<EmptyState title={t('rates:report.emptyTitle')} hint={t('rates:report.emptyText')} />}
      />
    </PageFrame>
  )
}
