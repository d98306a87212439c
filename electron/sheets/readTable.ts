/** A file by its content, whatever it is called: a workbook, a text file, or the reason why it is neither. */
import { FILE_LIMITS, type FileReading, type TableFile } from '../../shared/sheets/table.ts'
import { decodeFile } from './decode.ts'
import { readCsv } from './readCsv.ts'
import { readHtml } from './readHtml.ts'
import { isOldWorkbook, readOldWorkbook } from './readOldWorkbook.ts'
import { readWorkbook } from './readWorkbook.ts'
import { isXmlWorkbook, readXmlWorkbook } from './readXmlWorkbook.ts'
import { Unreadable } from './refuse.ts'

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const PAGE = /^\s*<(?:!--|\?xml\b|!doctype\b|(?:html|head|meta|style|body|div|form|center|table|(?:\w+:)?workbook)\b)/i
const SNIFFED = 4000
const SIGNATURES: [string, Buffer][] = [
  ['pdf', Buffer.from('%PDF')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['rar', Buffer.from('Rar!')],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf])],
]

export function readTable(bytes: Buffer): FileReading {
  try {
    return { table: read(bytes) }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem }
    throw error
  }
}

function read(bytes: Buffer): TableFile {
  if (bytes.length > FILE_LIMITS.bytes) {
    throw new Unreadable({ code: 'TOO_LARGE', params: { limit: FILE_LIMITS.bytes / 1024 / 1024, unit: 'MB' } })
  }
  const starts = (signature: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)
  for (const [found, signature] of SIGNATURES) {
    if (starts(signature)) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found } })
  }
  if (starts(ZIP)) return filled({ format: 'xlsx', encoding: 'utf-8', sheets: readWorkbook(bytes) })
  if (isOldWorkbook(bytes)) return filled({ format: 'xls', encoding: 'utf-16le', sheets: readOldWorkbook(bytes) })
  const { text, encoding } = decodeFile(bytes)
  const start = text.slice(0, SNIFFED)
  if (!PAGE.test(start)) return filled({ format: 'csv', encoding, sheets: [{ name: '', hidden: false, rows: readCsv(text) }] })
  if (isXmlWorkbook(start) && /<(\w+:)?workbook\b/i.test(start)) return filled({ format: 'xml', encoding, sheets: readXmlWorkbook(text) })
  const rows = readHtml(text)
  if (rows.length === 0) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'html' } })
  return { format: 'html', encoding, sheets: [{ name: '', hidden: false, rows }] }
}

function filled(table: TableFile): TableFile {
  if (table.sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable({ code: 'EMPTY_FILE' })
  return table
}
