/** The aging report as a workbook: figures as numbers in yuan with two decimals, totals as the report gives them. */
import ExcelJS from 'exceljs'
import { bucketTitle, ratioText } from '../../shared/aging/agingHtml.ts'
import type { AgingColumns, AgingReport } from '../../shared/aging/schemas.ts'

const WORDS = {
  'zh-CN': { sheet: '账龄表', title: '应收账款账龄表', asOf: '截止日', basis: { due: '按到期日', document: '按单据日期' }, code: '编码', name: '名称', none: '（未指定）', notDue: '未到期', unallocated: '预收（未核销）', overdue: '逾期合计', total: '余额', acceptances: '未到期票据（未变现）', sum: '合计' },
  en: { sheet: 'Aging', title: 'Aging of receivables', asOf: 'As of', basis: { due: 'by due day', document: 'by document day' }, code: 'Code', name: 'Name', none: '(none)', notDue: 'Not due', unallocated: 'Unallocated', overdue: 'Overdue', total: 'Balance', acceptances: 'Bills not money yet', sum: 'Total' },
} as const

const FIGURES = '#,##0.00;[Red]-#,##0.00'
const HEAD_ROWS = 4

/** Text that a spreadsheet would run as a formula is written as text; exceljs stores strings as strings, so only the type matters. */
export async function agingWorkbook(report: AgingReport, company: string, language: keyof typeof WORDS): Promise<Uint8Array<ArrayBuffer>> {
  const words = WORDS[language]
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: HEAD_ROWS, xSplit: 2 }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } })
  const figures = (columns: AgingColumns): number[] => [columns.notDue, ...columns.buckets, columns.unallocated, columns.total, columns.overdue, columns.acceptances].map((amount) => amount / 100)
  sheet.addRow([words.title]).font = { bold: true, size: 14 }
  sheet.addRow([company])
  sheet.addRow([`${words.asOf} ${report.asOf} · ${words.basis[report.basis]} · ${report.currency}`])
  const head = sheet.addRow([words.code, words.name, words.notDue, ...report.buckets.map((bucket) => bucketTitle(bucket, language)), words.unallocated, words.total, words.overdue, words.acceptances])
  head.font = { bold: true }
  for (const row of report.rows) sheet.addRow([row.code, row.name || words.none, ...figures(row)])
  sheet.addRow(['', words.sum, ...figures(report.totals)]).font = { bold: true }
  const ratio = ratioText(report, language)
  if (ratio !== '') sheet.addRow([ratio])
  sheet.columns.forEach((column, index) => {
    column.width = index === 0 ? 12 : index === 1 ? 34 : 16
    if (index > 1) column.numFmt = FIGURES
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
