/** The control totals of a month as a workbook: a sheet a currency, figures as numbers in yuan with two decimals. */
import ExcelJS from 'exceljs'
import { CONTROL_WORDS, type ControlLanguage } from '../../shared/periods/controlTotalsHtml.ts'
import type { ControlTotal, ControlTotals } from '../../shared/periods/schemas.ts'

const FIGURES = '#,##0.00;[Red]-#,##0.00'
const HEAD_ROWS = 4

export async function controlTotalsWorkbook(report: ControlTotals, company: string, language: ControlLanguage): Promise<Uint8Array<ArrayBuffer>> {
  const words = CONTROL_WORDS[language]
  const workbook = new ExcelJS.Workbook()
  const figures = (row: Pick<ControlTotal, 'opening' | 'debits' | 'credits' | 'closing' | 'aging'>): number[] => [row.opening, row.debits, row.credits, row.closing, row.aging].map((amount) => amount / 100)
  // A workbook needs a sheet even when nothing was posted yet.
  for (const currency of report.totals.length === 0 ? [''] : report.totals.map((total) => total.currency)) {
    const sheet = workbook.addWorksheet(`${words.title} ${currency}`.trim(), { views: [{ state: 'frozen', ySplit: HEAD_ROWS, xSplit: 2 }], pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } })
    sheet.addRow([words.title]).font = { bold: true, size: 14 }
    sheet.addRow([company])
    sheet.addRow([`${words.period} ${report.month} · ${currency}`])
    sheet.addRow([words.code, words.customer, words.opening, words.debits, words.credits, words.closing, words.aging]).font = { bold: true }
    for (const row of report.rows) if (row.currency === currency) sheet.addRow([row.code, row.name, ...figures(row)])
    for (const total of report.totals) if (total.currency === currency) sheet.addRow(['', words.sum, ...figures(total)]).font = { bold: true }
    sheet.columns.forEach((column, index) => {
      column.width = index === 0 ? 12 : index === 1 ? 34 : 18
      if (index > 1) column.numFmt = FIGURES
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
