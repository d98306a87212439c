/** A file as it was handed over: unpacked where it is packed, with every file of an archive as sheets of one table. */
import { FILE_LIMITS, type FileProblem, type FileReading, type Sheet, type TableFile, type UnreadPart } from '../../shared/sheets/table.ts'
import { filesOf, gunzip, isGzip, type ArchivedFile } from './archive.ts'
import { invoiceSheet, invoicesOf, isInvoiceFile, type EInvoice } from './readEInvoice.ts'
import { isBundle, readAny } from './readTable.ts'
import { tooLarge, tooManyBytes, Unreadable, unreadableKind } from './refuse.ts'

/** What makes a file of an archive no table, and nothing worse: it is named and left out. */
const NO_TABLE = new Set(['EMPTY_FILE', 'WRONG_FORMAT', 'UNREADABLE_KIND'])
/** The contract's limit of the name of a sheet. */
const LONGEST_NAME = 120

export async function readUploaded(bytes: Buffer, password?: string): Promise<FileReading> {
  try {
    return { table: await read(bytes, password) }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem }
    throw error
  }
}

async function read(bytes: Buffer, password: string | undefined): Promise<TableFile> {
  if (bytes.length > FILE_LIMITS.bytes) throw tooManyBytes(FILE_LIMITS.bytes)
  const content = isGzip(bytes) ? gunzip(bytes) : bytes
  if (isGzip(content)) throw unreadableKind('nestedArchive')
  return isBundle(content) ? readArchive(content, password) : readAny(content)
}

/** Electronic invoices are one list, however many files they came in; any other file is sheets of its own. */
async function readArchive(bytes: Buffer, password: string | undefined): Promise<TableFile> {
  const sheets: Sheet[] = []
  const unread: UnreadPart[] = []
  const invoices: EInvoice[] = []
  let [first, rows]: [TableFile['encoding'] | null, number] = [null, 0]
  for await (const file of filesOf(bytes, password)) {
    try {
      if (isGzip(file.bytes) || isBundle(file.bytes)) throw unreadableKind('nestedArchive')
      if (isInvoiceFile(file.bytes)) {
        invoices.push(...invoicesOf(file.bytes))
        continue
      }
      const table = readAny(file.bytes)
      first ??= table.encoding
      for (const sheet of table.sheets) {
        rows += sheet.rows.length
        sheets.push({ ...sheet, name: nameOf(file, sheet, table, sheets) })
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const problem: FileProblem = { ...error.problem, params: { ...error.problem.params, entry: file.name } }
      // A table that is damaged, or an archive inside of the archive, may hold what is wanted: nothing is left out in silence.
      if (!NO_TABLE.has(problem.code) || error.problem.params?.['kind'] === 'nestedArchive') throw new Unreadable(problem)
      unread.push({ name: file.name, problem })
    }
    if (rows > FILE_LIMITS.rows) throw tooLarge('rows')
  }
  if (invoices.length > 0) sheets.push({ ...invoiceSheet(invoices) })
  if (sheets.length === 0) throw new Unreadable(unread[0]?.problem ?? { code: 'EMPTY_FILE' })
  return { format: 'zip', encoding: first ?? 'utf-8', sheets, ...(unread.length > 0 && { unread }) }
}

/** The file's name, with the sheet's where the file has several; the end of it tells more than its folders. */
function nameOf(file: ArchivedFile, sheet: Sheet, table: TableFile, before: readonly Sheet[]): string {
  const whole = table.sheets.length > 1 ? `${file.name} ${sheet.name}` : file.name
  const short = whole.slice(-LONGEST_NAME)
  const taken = before.filter(({ name }) => name === short).length
  return taken === 0 ? short : `${short.slice(-LONGEST_NAME + 5)} (${taken + 1})`
}
