/** A file as a table: what the readers of workbooks and text files hand over, before anybody knows what the columns mean. */

/** A cell as the file holds it; a day of a workbook is its text YYYY-MM-DD. A formula stands here only when the file carries no result for it. */
export type Cell = string | number | boolean | { formula: string } | null

/** `row` is what a person sees in a spreadsheet or an editor: the 1-based row of the sheet or line of the file. */
export interface TableRow {
  row: number
  cells: Cell[]
  /** The spreadsheet does not show this row: a filter or a person has hidden it. */
  hidden?: boolean
}

/** Where a row stands for a person; the sheet is named where several are read as one list. */
export interface FileRow {
  row: number
  sheet?: string
}

/** No sheet has more rows, so the rows of the second of several sheets are numbered from here, of the third from twice that. */
const ROWS_OF_SHEET = 2 ** 21

/** The number of a row among those of several sheets that are read as one list; rows of the first keep their own. */
export const rowOfSheets = (sheet: number, row: number): number => sheet * ROWS_OF_SHEET + row

/** The number of such a row in its own sheet. */
export const rowInSheet = (row: number): number => row % ROWS_OF_SHEET

/** Back from such a number to what a person sees. */
export function fileRow(row: number, sheets: readonly string[]): FileRow {
  const sheet = sheets.length > 1 ? sheets[Math.trunc(row / ROWS_OF_SHEET)] : undefined
  return { row: rowInSheet(row), ...(sheet !== undefined && { sheet }) }
}

export interface Sheet {
  name: string
  hidden: boolean
  /** Hidden so that the spreadsheet itself does not offer to show it. */
  veryHidden?: boolean
  /** 0-based columns that are hidden in the spreadsheet. */
  hiddenColumns?: number[]
  rows: TableRow[]
}

/** What the content of a file is, whatever the file is called; html, mhtml and xml are tables that spreadsheets open, mostly named .xls. */
export type FileFormat = 'xlsx' | 'xls' | 'html' | 'mhtml' | 'xml' | 'csv' | 'mt940' | 'camt' | 'ofx' | 'einvoice' | 'zip'

export interface TableFile {
  format: FileFormat
  /** Of a text file; a workbook always holds UTF-8. */
  encoding: 'utf-8' | 'gb18030' | 'big5' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  sheets: Sheet[]
  /** Of an archive: the files in it that hold no table, each with what it is instead. */
  unread?: UnreadPart[]
}

export interface UnreadPart {
  name: string
  problem: FileProblem
}

/**
 * A file that cannot be read at all, or not to its end: the code, and where a line can be named.
 * `params.entry` names the file inside of an archive that it is about; `params.kind` of UNREADABLE_KIND is one of UNREADABLE_KINDS.
 */
export interface FileProblem {
  code:
    | 'EMPTY_FILE' | 'CORRUPT_FILE' | 'WRONG_FORMAT' | 'UNREADABLE_KIND' | 'TOO_LARGE' | 'BROKEN_ENCODING' | 'TOO_SLOW'
    | 'PASSWORD_NEEDED' | 'WRONG_PASSWORD' | 'INVOICE_SUMS' | 'INVOICE_INCOMPLETE'
  row?: number
  params?: Record<string, string | number>
}

/** What offices try and no table can be read from; each has a text that says what to export instead. */
export const UNREADABLE_KINDS = [
  'pdf', 'ofd', 'picture', 'word', 'slides', 'mail', 'encryptedOffice', 'office', 'ods', 'xlsb', 'numbers', 'wps', 'rar', '7z', 'archive', 'nestedArchive', 'program', 'database', 'json', 'xmlOther',
] as const
export type UnreadableKind = (typeof UNREADABLE_KINDS)[number]

export type FileReading = { table: TableFile } | { problem: FileProblem }

/** What a file may hold at most; beyond it nobody checks a preview any more, and a hostile file would fill the memory. */
export const FILE_LIMITS = {
  bytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  /** How many times larger an archive may become; texts of tables shrink to a tenth. */
  ratio: 100,
  /** Files of an archive. */
  entries: 200,
  rows: 200_000,
  /** The last row that a spreadsheet has. */
  lastRow: 1_048_576,
  columns: 256,
  cells: 8_000_000,
  cellCharacters: 32_767,
} as const

/** The text of a cell as a person would read it; empty cells are ''. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return `=${cell.formula}`
}

const MARKS = /[\s\u200b\ufeff`'’"=]/
/** Looked at for every cell of a file, so only its first and last character are. */
const isMarked = (text: string): boolean => text !== '' && (MARKS.test(text.charAt(0)) || MARKS.test(text.charAt(text.length - 1)))

/** A text without what programs write around it so that spreadsheets leave it alone: `00123 · '00123 · "00123" · ="00123" · tabs. */
export function plainCell(cell: Cell): Cell {
  if (typeof cell !== 'string' || !isMarked(cell)) return cell
  const text = cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
  const quoted = /^=?"(.*)"$/s.exec(text)?.[1] ?? text
  const plain = quoted.replace(/^[`'’](?=.)/s, '').trim()
  return plain === '' ? null : plain
}

/** A sheet whose cells are plain, as whatever reads a list wants them. */
export function plainSheet(sheet: Sheet): Sheet {
  const rows = sheet.rows.flatMap((row) => {
    if (!row.cells.some((cell) => typeof cell === 'string' && isMarked(cell))) return row
    const cells = row.cells.map(plainCell)
    return cells.every((cell) => cell === null) ? [] : { ...row, cells }
  })
  return { ...sheet, rows }
}
