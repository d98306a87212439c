/** A file by its content, whatever it is called: a workbook, a text file, or the reason why it is neither. */
import { FILE_LIMITS, type FileReading, type TableFile } from '../../shared/sheets/table.ts'
import { readCsv } from './readCsv.ts'
import { readWorkbook } from './readWorkbook.ts'
import { Unreadable } from './refuse.ts'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
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
  if (starts(OLE)) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'xls' } })
  for (const [found, signature] of SIGNATURES) {
    if (starts(signature)) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found } })
  }
  if (starts(ZIP)) {
    const sheets = readWorkbook(bytes)
    if (sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable({ code: 'EMPTY_FILE' })
    return { format: 'xlsx', encoding: 'utf-8', sheets }
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(bytes.toString('latin1', 0, 200).replace(/^ï»¿/, ''))) {
    throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'html' } })
  }
  const { encoding, rows } = readCsv(bytes)
  if (rows.length === 0) throw new Unreadable({ code: 'EMPTY_FILE' })
  return { format: 'csv', encoding, sheets: [{ name: '', hidden: false, rows }] }
}
