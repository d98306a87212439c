/** Puts rows on the clipboard so that Excel takes them: tab-separated text, and a table in which codes stay text. */
import { copiedText, isRight, type GridColumn } from './columns.ts'

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Through the copy event, which needs no permission; the desktop program grants none. */
function putOnClipboard(text: string, html: string): void {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', put, true)
  document.execCommand('copy')
  document.removeEventListener('copy', put, true)
}

export function copyRows<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): void {
  const lines = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => copiedText(column, row)))]
  // Excel turns 0012 into 12 and a bank account into 6.2E+18 unless the cell says that it is text.
  const cell = (text: string, index: number, line: number): string =>
    line > 0 && isRight(columns[index]?.kind)
      ? `<td>${escapeHtml(text)}</td>`
      : `<td style="mso-number-format:'\\@'">${escapeHtml(text)}</td>`
  const html = `<table>${lines.map((line, number) => `<tr>${line.map((text, index) => cell(text, index, number)).join('')}</tr>`).join('')}</table>`
  putOnClipboard(lines.map((line) => line.join('\t')).join('\r\n'), html)
}

export const copyText = (text: string): void => putOnClipboard(text, escapeHtml(text))
