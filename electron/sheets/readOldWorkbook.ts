/** An Excel 97-2003 workbook (BIFF, mostly inside of an OLE container): its sheets with their rows. */
import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { FILE_LIMITS, type Cell, type Sheet } from '../../shared/sheets/table.ts'
import { dayOfSerial, isDayFormat } from './excelDays.ts'
import { HiddenColumns } from './hidden.ts'
import { unreadableKind, Unreadable } from './refuse.ts'
import { Rows } from './rows.ts'
import { kindOfContainer } from './unreadable.ts'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const CHINESE = 936

/** Workbooks before Excel 97 hold the text of one code page, which in China is GBK whatever they state. */
set_cptable({
  utils: {
    decode: (codePage: number, bytes: number[] | Uint8Array) => iconv.decode(Buffer.from(bytes), codePage === 1200 ? 'utf16le' : codePage === 65001 ? 'utf8' : 'gb18030'),
    encode: (_: number, text: string) => iconv.encode(text, 'gb18030'),
  },
})

/** Some programs write the records of a workbook without any container; each version begins with its own mark. */
export const isOldWorkbook = (bytes: Buffer): boolean =>
  bytes.subarray(0, OLE.length).equals(OLE) || (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && (bytes[2] ?? 255) <= 16 && bytes[3] === 0)

export function readOldWorkbook(bytes: Buffer): Sheet[] {
  const kind = kindOfContainer(bytes)
  if (kind) throw unreadableKind(kind)
  const book = open(bytes)
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    // Charts and macros are sheets without rows.
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return []
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
    return { name, hidden: hidden !== 0, ...(hidden === VERY_HIDDEN && { veryHidden: true }), rows: rowsOf(sheet, from1904), ...columnsOf(sheet) }
  })
}

const VERY_HIDDEN = 2

function columnsOf(sheet: WorkSheet): Pick<Sheet, 'hiddenColumns'> {
  const hidden = new HiddenColumns()
  for (const [column, info] of (sheet['!cols'] ?? []).entries()) if (info?.hidden) hidden.add(column, column)
  return hidden.found()
}

/** The library throws errors of every kind at what it cannot read; only those that say what the file is are told apart. */
function open(bytes: Buffer): WorkBook {
  try {
    return read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellFormula: false, cellHTML: false, cellStyles: true, codepage: CHINESE, sheetRows: FILE_LIMITS.rows + 1 })
  } catch (error) {
    const text = error instanceof Error ? error.message : ''
    if (/password|encrypt/i.test(text)) throw unreadableKind('encryptedOffice')
    if (/cannot find (workbook|file)|unsupported file/i.test(text)) throw unreadableKind('office')
    throw new Unreadable({ code: 'CORRUPT_FILE' })
  }
}

function rowsOf(sheet: WorkSheet, from1904: boolean) {
  const rows = new Rows()
  const cells = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[]
  for (const [index, row] of cells.entries()) {
    rows.start(index + 1, sheet['!rows']?.[index]?.hidden === true)
    for (const [column, cell] of row?.entries() ?? []) if (cell) rows.put(column, valueOf(cell, from1904))
    rows.end()
  }
  return rows.rows
}

function valueOf({ t: type, v: value, w: shown, z: format }: CellObject, from1904: boolean): Cell {
  if (type === 'e') return shown ?? null
  if (value === undefined || value instanceof Date) return null
  if (typeof value !== 'number') return value
  const code = typeof format === 'string' ? format : undefined
  if (code !== undefined && isDayFormat(0, code)) return dayOfSerial(value, from1904) ?? value
  if (code && /^0{2,}$/.test(code) && Number.isInteger(value) && value >= 0) return String(value).padStart(code.length, '0')
  return value
}
