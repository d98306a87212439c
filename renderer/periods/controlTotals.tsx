/**
 * Control totals 应收总控 of a month by customer, with what the aging says beside them.
 * Keys: Enter opens the ledger card, Ctrl+P prints, Ctrl+E saves a workbook, F5 asks again.
 */
import { CheckCircleFilled, CloseCircleFilled, FileExcelOutlined, PrinterOutlined, ReloadOutlined } from '@ant-design/icons'
import { App, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import type { ControlTotalRow } from '../../shared/periods/schemas.ts'
import { api } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { printInBrowser } from '../ui/paper.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { MONTH_END_SLICES } from './slices.ts'
import './periods.css'

export default function ControlTotalsPage() {
  const { t } = useTranslation('periods')
  const { message } = App.useApp()
  const language = useLanguage()
  const { month } = usePage('controlTotals').params
  const heading = t('control.heading', { month })
  usePageTitle(heading)
  const query = useQuery((signal) => api.periods.totals({ month }, { signal }), [month], MONTH_END_SLICES)
  const [chosen, setChosen] = useState<string>()
  const currencies = query.data?.totals.map((total) => total.currency) ?? []
  const currency = chosen ?? currencies[0]
  const rows = useMemo(() => query.data?.rows.filter((row) => row.currency === currency), [query.data, currency])

  const columns = useMemo((): GridColumn<ControlTotalRow>[] => {
    // A report full of 0.00 hides the figures that matter.
    const sum = (field: 'opening' | 'debits' | 'credits' | 'closing' | 'aging'): GridColumn<ControlTotalRow> =>
      ({ field, title: t(`control.${field}`), kind: 'money', total: true, width: 134, text: (row) => (row[field] ? formatMoney(row[field]) : '') })
    return [
      { field: 'code', title: t('control.code'), width: 84 },
      { field: 'name', title: t('control.customer'), width: 190, flex: true },
      sum('opening'), sum('debits'), sum('credits'), sum('closing'), sum('aging'),
    ]
  }, [t])

  async function print(): Promise<void> {
    const printed = await api.periods.print({ month, language })
    if (printed.native) message.success(t('control.printStarted'))
    else printInBrowser(printed.html)
  }
  async function saveWorkbook(): Promise<void> {
    const file = await api.periods.workbook({ month, language })
    saveFile(file)
    message.success(t('control.excelDone', { name: file.name }))
  }
  const disagreeing = query.data?.disagreeing ?? 0

  return (
    <PageFrame
      title={heading}
      query={query}
      actions={[
        { key: 'excel', label: t('control.excel'), shortcut: KEYS.exportFile, icon: <FileExcelOutlined />, onRun: saveWorkbook, disabled: !query.data },
        { key: 'print', label: t('control.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, onRun: print, disabled: !query.data },
        { key: 'refresh', label: t('refresh'), shortcut: KEYS.refresh, icon: <ReloadOutlined />, onRun: query.refresh },
      ]}
      extra={
        <>
          <span className="quiet">{t('control.formula')}</span>
          {query.data && (disagreeing === 0
            ? <span className="check-ok" data-testid="totals-agree"><CheckCircleFilled /> {t('control.agrees')}</span>
            : <span className="check-blocks" role="alert"><CloseCircleFilled /> {t('control.disagrees', { count: disagreeing })}</span>)}
        </>
      }
    >
      <DataGrid<ControlTotalRow>
        key={currency}
        layoutKey="controlTotals"
        columns={columns}
        rows={rows}
        rowId={(row) => `${row.customerId} ${row.currency}`}
        onOpen={(row) => openPage('customerMovements', { month, customerId: row.customerId, currency: row.currency })}
        rowClass={(row) => (row.closing === row.aging ? '' : 'row-disagrees')}
        tools={
          <>
            {currencies.length > 1 && <Segmented aria-label={t('control.currency')} size="small" value={currency ?? ''} options={currencies} onChange={setChosen} />}
            <span className="quiet">{t('control.openRow')}</span>
          </>
        }
        empty={<EmptyState title={t('control.empty', { month })} />}
      />
    </PageFrame>
  )
}
