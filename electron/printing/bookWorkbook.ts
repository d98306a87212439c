/** The 备查簿 as a workbook, one bill a row: amounts as numbers in yuan, days as text as they stand in the ledger. */
import ExcelJS from 'exceljs'
import { rangeText, rateText, sumsOf } from '../../shared/acceptances/bookHtml.ts'
import { BOOK_TEXTS, type BookLanguage } from '../../shared/acceptances/bookTexts.ts'
import type { AcceptanceBook, BookLine } from '../../shared/acceptances/schemas.ts'

type Words = (typeof BOOK_TEXTS)[BookLanguage]
interface Column {
  head: (words: Words) => string
  width: number
  value: (line: BookLine, words: Words) => string | number | null
}
const yuan = (amount: number): number | null => (amount === 0 ? null : amount / 100)

const COLUMNS: readonly Column[] = [
  { head: (words) => words.number, width: 16, value: (line) => line.number },
  { head: (words) => words.kind, width: 8, value: (line, words) => words.kinds[line.kind] },
  { head: (words) => words.bill, width: 34, value: (line) => line.billNumber },
  { head: (words) => words.range, width: 22, value: (line) => rangeText(line) },
  { head: (words) => words.issued, width: 12, value: (line) => line.issuedOn },
  { head: (words) => words.due, width: 12, value: (line) => line.dueOn },
  { head: (words) => words.drawer, width: 26, value: (line) => line.drawer },
  { head: (words) => words.acceptor, width: 26, value: (line) => line.acceptor },
  { head: (words) => words.priorHand, width: 22, value: (line) => line.priorHand },
  { head: (words) => words.customer, width: 26, value: (line) => line.customerName },
  { head: (words) => words.received, width: 12, value: (line) => line.receivedOn },
  { head: (words) => words.receipt, width: 16, value: (line) => line.receiptNumber },
  { head: (words) => words.currency, width: 7, value: (line) => line.currency },
  { head: (words) => words.amount, width: 16, value: (line) => line.amount / 100 },
  { head: (words) => words.endorsed + words.day, width: 12, value: (line) => line.endorsedOn },
  { head: (words) => words.endorsee, width: 24, value: (line) => line.endorsee },
  { head: (words) => words.discounted + words.day, width: 12, value: (line) => line.discountedOn },
  { head: (words) => words.rate, width: 9, value: (line) => rateText(line) },
  { head: (words) => words.interest, width: 14, value: (line) => yuan(line.interest) },
  { head: (words) => words.net, width: 16, value: (line) => yuan(line.discountNet) },
  { head: (words) => words.collected + words.day, width: 12, value: (line) => line.collectedOn },
  { head: (words) => words.collectedAmount, width: 16, value: (line) => yuan(line.collected) },
  { head: (words) => words.refused + words.day, width: 12, value: (line) => line.dishonouredOn },
  { head: (words) => words.reason, width: 24, value: (line) => line.reason },
  { head: (words) => words.status, width: 12, value: (line, words) => words.statuses[line.status] },
]
const AMOUNT_AT = 13
const HEAD_ROWS = 4

/** A bill number of 30 digits must stay text, or Excel would round it; exceljs writes strings as strings. */
export async function bookWorkbook(book: AcceptanceBook, company: string, language: BookLanguage): Promise<Uint8Array<ArrayBuffer>> {
  const words = BOOK_TEXTS[language]
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(words.title, { views: [{ state: 'frozen', ySplit: HEAD_ROWS, xSplit: 1 }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } })
  sheet.addRow([words.title]).font = { bold: true, size: 14 }
  sheet.addRow([company])
  sheet.addRow([`${words.period} ${book.from} – ${book.to}`])
  sheet.addRow(COLUMNS.map((column) => column.head(words))).font = { bold: true }
  for (const line of book.lines) sheet.addRow(COLUMNS.map((column) => column.value(line, words)))
  for (const { currency, amount, count } of sumsOf(book.lines)) {
    const cells: (string | number)[] = COLUMNS.map(() => '')
    cells[0] = words.sum
    cells[1] = words.count.replace('{n}', String(count))
    cells[AMOUNT_AT - 1] = currency
    cells[AMOUNT_AT] = amount / 100
    sheet.addRow(cells).font = { bold: true }
  }
  COLUMNS.forEach((column, index) => {
    const cells = sheet.getColumn(index + 1)
    cells.width = column.width
    cells.numFmt = '#,##0.00'
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
