/**
 * The aging report 账龄表 as of any day: by customer, salesperson or department, on either basis, in own buckets.
 * Keys: Enter on a cell opens its items, Ctrl+P prints, Ctrl+E saves a workbook, F5 asks again.
 */
import { FileExcelOutlined, PrinterOutlined, ReloadOutlined } from '@ant-design/icons'
import { App, Button, Select, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { ratioText } from '../../shared/aging/agingHtml.ts'
import { GROUPS, type AgingGroup } from '../../shared/aging/schemas.ts'
import type { Basis } from '../../shared/settings/schemas.ts'
import { api } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { printInBrowser } from '../ui/paper.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { agingLines, cellColumn, useAgingColumns, type AgingLine } from './agingColumns.ts'
import { EndsPicker } from './endsPicker.tsx'
import './aging.css'

export default function AgingPage() {
  const { t } = useTranslation('aging')
  const { message } = App.useApp()
  const { can } = useSession()
  const language = useLanguage()
  const { params } = usePage('aging')
  const [asOf, setAsOf] = useState<Day | undefined>(params.asOf)
  const [basis, setBasis] = useState<Basis>()
  const [groupBy, setGroupBy] = useState<AgingGroup>('customer')
  const [boundaries, setBoundaries] = useState<string>()
  const [currency, setCurrency] = useState(params.currency)

  const input = { asOf, basis, groupBy, boundaries, currency }
  const query = useQuery((signal) => api.aging.report(input, { signal }), [asOf, basis, groupBy, boundaries, currency], ['invoices', 'receipts', 'customers', 'settings', 'integration'])
  const report = query.data
  const columns = useAgingColumns(report)
  const lines = useMemo(() => (report ? agingLines(report, t('unassigned')) : undefined), [report, t])

  /** The items of a cell; without a row those of the whole column. */
  function openCell(field: string, line?: AgingLine): void {
    if (!report) return
    if (field === 'acceptances') {
      openPage('acceptances', { filters: [{ field: 'status', op: 'in', value: ['held', 'presented'] }], ...(line?.code ? { search: line.code } : {}) })
      return
    }
    const column = cellColumn(field)
    const head = columns.find((each) => each.field === field && column === field)?.title ?? t('columns.total')
    openPage('agingItems', {
      asOf: report.asOf, basis: report.basis, groupBy: report.groupBy, currency: report.currency, boundaries: ends.join(','), column,
      // A department has a name only; customers and salespeople are known by their number, 0 for no salesperson.
      ...(line && (report.groupBy === 'department' ? { groupName: line.groupName } : { groupId: line.id ?? 0 })),
      label: `${line?.name ?? t('sum')} ${head}`,
    })
  }
  const ends = report?.buckets.flatMap((bucket) => bucket.to ?? []) ?? []

  async function print(): Promise<void> {
    const printed = await api.aging.print({ ...input, language })
    if (printed.native) message.success(t('printStarted'))
    else printInBrowser(printed.html)
  }
  async function saveWorkbook(): Promise<void> {
    const file = await api.aging.workbook({ ...input, language })
    saveFile(file)
    message.success(t('excelDone', { name: file.name }))
  }

  return (
    <PageFrame
      title={t('title')}
      query={query}
      actions={[
        { key: 'excel', label: t('excel'), shortcut: KEYS.exportFile, icon: <FileExcelOutlined />, onRun: saveWorkbook, disabled: !report },
        { key: 'print', label: t('print'), shortcut: KEYS.print, icon: <PrinterOutlined />, onRun: print, disabled: !report },
        { key: 'refresh', label: t('refresh'), shortcut: KEYS.refresh, icon: <ReloadOutlined />, onRun: query.refresh },
      ]}
      extra={<span className="quiet">{t('identity')}</span>}
    >
      {report && (
        <>
          <div className="aging-terms" role="group" aria-label={t('title')}>
            <label><span>{t('asOf')}</span><span className="aging-day"><DayInput label={t('asOf')} value={report.asOf} onChange={(value) => setAsOf(value ?? undefined)} /></span></label>
            <Segmented aria-label={t('basis.label')} value={report.basis} onChange={setBasis} options={[{ value: 'due' as const, label: t('basis.due') }, { value: 'document' as const, label: t('basis.document') }]} />
            <Segmented aria-label={t('group.label')} value={report.groupBy} onChange={setGroupBy} options={GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) }))} />
            <EndsPicker ends={ends} own={boundaries !== undefined} onChange={setBoundaries} />
            {report.currencies.length > 1 && (
              <Select aria-label={t('currency')} value={report.currency} options={report.currencies.map((value) => ({ value, label: value }))} onChange={setCurrency} />
            )}
          </div>
          <DataGrid<AgingLine>
            key={`${report.groupBy} ${ends.length}`}
            layoutKey={`aging.${report.groupBy}.${ends.length}`}
            columns={columns}
            rows={lines}
            rowId={(line) => `${line.id ?? ''} ${line.code} ${line.name}`}
            onOpen={(line, field) => openCell(field, line)}
            onOpenTotal={openCell}
            tools={<span className="quiet">{[t('openCell'), ratioText(report, language)].filter((text) => text !== '').join('　')}</span>}
            empty={
              <EmptyState title={t('empty.title', { day: report.asOf })} hint={t('empty.text')}>
                {can('imports.write') && <Button onClick={() => openPage('import', { kind: 'receivables' })}>{t('empty.import')}</Button>}
              </EmptyState>
            }
          />
        </>
      )}
    </PageFrame>
  )
}
