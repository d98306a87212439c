/** A file by its content, whatever it is called: a workbook, a text file, a statement or an invoice, or the reason why it is none of them. */
import { FILE_LIMITS, type FileReading, type Sheet, type TableFile } from '../../shared/sheets/table.ts'
import { decodeFile } from './decode.ts'
import { isCamt, readCamt } from './readCamt.ts'
import { readCsv } from './readCsv.ts'
import { invoiceSheet, invoicesOf, isInvoiceFile } from './readEInvoice.ts'
import { readHtml } from './readHtml.ts'
import { isMhtml, readMhtml } from './readMhtml.ts'
import { isMt940, readMt940 } from './readMt940.ts'
import { isOfx, readOfx } from './readOfx.ts'
import { isOldWorkbook, readOldWorkbook } from './readOldWorkbook.ts'
import { readWorkbook } from './readWorkbook.ts'
import { isXmlWorkbook, readXmlWorkbook } from './readXmlWorkbook.ts'
import { tooManyBytes, Unreadable, unreadableKind } from './refuse.ts'
import { kindOfBytes, kindOfParts, kindOfText } from './unreadable.ts'
import { openArchive } from './zip.ts'

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const PAGE = /^\s*<(?:!--|\?xml\b|!doctype\b|(?:html|head|meta|style|body|div|form|center|table|tr|(?:\w+:)?workbook)\b)/i
const SNIFFED = 4000

const startsWith = (bytes: Buffer, signature: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)

export function readTable(bytes: Buffer): FileReading {
  try {
    return { table: readAny(bytes) }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem }
    throw error
  }
}

/** A zip archive that is no document of an office program but a bundle of files. */
export function isBundle(bytes: Buffer): boolean {
  if (!startsWith(bytes, ZIP)) return startsWith(bytes, EMPTY_ZIP)
  const { names } = openArchive(bytes)
  return kindOfParts(names) === null && !isPackage(names)
}
/** A workbook that lost a part of itself is still no bundle. */
const isPackage = (names: readonly string[]): boolean => names.some((name) => /^(?:\[Content_Types\]\.xml$|_rels\/|xl\/)/.test(name))

export function readAny(bytes: Buffer): TableFile {
  if (bytes.length > FILE_LIMITS.bytes) throw tooManyBytes(FILE_LIMITS.bytes)
  const kind = kindOfBytes(bytes)
  if (kind) throw unreadableKind(kind)
  if (startsWith(bytes, ZIP)) {
    const { names } = openArchive(bytes)
    const part = kindOfParts(names) ?? (isPackage(names) ? null : 'nestedArchive')
    if (part) throw unreadableKind(part)
    return filled({ format: 'xlsx', encoding: 'utf-8', sheets: readWorkbook(bytes) })
  }
  if (isOldWorkbook(bytes)) return filled({ format: 'xls', encoding: 'utf-16le', sheets: readOldWorkbook(bytes) })
  if (isInvoiceFile(bytes)) return { format: 'einvoice', encoding: 'utf-8', sheets: [invoiceSheet(invoicesOf(bytes))] }
  return readText(bytes)
}

function readText(bytes: Buffer): TableFile {
  const { text, encoding } = decodeFile(bytes)
  const start = text.slice(0, SNIFFED)
  const table = (format: TableFile['format'], sheets: Sheet[]): TableFile => ({ format, encoding, sheets })
  if (isMt940(start)) return table('mt940', readMt940(text))
  if (isOfx(start)) return table('ofx', readOfx(text))
  if (isCamt(start)) return table('camt', readCamt(text))
  if (isMhtml(start)) return table('mhtml', withRows(readMhtml(bytes)))
  if (PAGE.test(start)) {
    if (isXmlWorkbook(start) && /<(\w+:)?workbook\b/i.test(start)) return filled(table('xml', readXmlWorkbook(text)))
    const rows = readHtml(text)
    if (rows.length > 0) return table('html', [{ name: '', hidden: false, rows }])
    throw /^\s*<\?xml\b/i.test(start) && !/<html\b/i.test(start) ? unreadableKind('xmlOther') : new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'html' } })
  }
  const kind = kindOfText(start)
  if (kind) throw unreadableKind(kind)
  return filled(table('csv', [{ name: '', hidden: false, rows: readCsv(text) }]))
}

function withRows(sheets: Sheet[]): Sheet[] {
  if (sheets.length === 0) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'html' } })
  return sheets
}

function filled(table: TableFile): TableFile {
  if (table.sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable({ code: 'EMPTY_FILE' })
  return table
}
