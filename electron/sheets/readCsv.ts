/** A text file of fields between commas, semicolons, tabs or bars; quoted fields may hold line breaks. */
import { CsvError, parse, type Info } from 'csv-parse/sync'
import { FILE_LIMITS, type TableRow } from '../../shared/sheets/table.ts'
import { tooLarge, Unreadable } from './refuse.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34
const DELIMITERS = [',', '\t', ';', '|'] as const
const SNIFFED_LINES = 50

/** The delimiter that cuts the most lines of the start into the same number of fields, more than one; and that number. */
function sniffDelimiter(text: string, among: readonly string[]): { delimiter: string; fields: number } {
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, SNIFFED_LINES)
  let best = { delimiter: among[0] ?? ',', fields: 1, score: 0 }
  for (const delimiter of among) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      // Some banks write a tab behind each value so that spreadsheets keep it as text; it cuts nothing.
      const bare = line.replace(/"[^"]*"/g, '')
      const fields = (delimiter === '\t' ? bare.replace(/\t(?=[,;|])/g, '').replace(/^([^\t]*)\t$/, '$1') : bare).split(delimiter).length
      if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1)
    }
    for (const [fields, times] of counts) {
      const score = times * fields
      if (score > best.score) best = { delimiter, fields, score }
    }
  }
  return best
}

/** Some programs say in the first line what they cut by; it belongs to no row. */
const STATED = /^sep=([^\w\s"]|\t)[ \t]*(?=\r|\n|$)/i

export function readCsv(whole: string): TableRow[] {
  if (whole.includes(QUOTE_SIGN)) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'binary' } })
  const stated = STATED.exec(whole)
  const text = whole.slice(stated?.[0].length ?? 0)
  const { delimiter, fields } = sniffDelimiter(text, stated?.[1] ? [stated[1]] : DELIMITERS)
  refuseEndlessLines(text, delimiter)
  // The parser holds every record against the length of the first and builds an error with a stack for each other one, which
  // takes longer than the reading. A title would be that first record, so an empty one of the usual length goes before it.
  const first = `${delimiter.repeat(fields - 1)}\n`
  return parseRecords(Buffer.from(first + text), delimiter)
}

/** More fields than any spreadsheet has columns are refused before a record is built of them, which would fill the memory. */
const MOST_CUTS = 16_384

function refuseEndlessLines(text: string, delimiter: string): void {
  const cut = delimiter.charCodeAt(0)
  let [line, cuts] = [1, 0]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === cut) {
      cuts += 1
      if (cuts > MOST_CUTS) throw tooLarge('columns', line)
    } else if (sign === LINE_FEED || (sign === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      line += 1
      cuts = 0
    }
  }
}

/** Stands for a quote that is a sign of the text; no text that gets here holds this character itself. */
const QUOTE_SIGN = '\0'

/** Each record with the line that it starts on; records without any text are left out. */
function parseRecords(text: Buffer, delimiter: string): TableRow[] {
  try {
    return recordsOf(text, delimiter)
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    // An opening quote that is never closed is a quote sign in the text, not a field of the rest of the file.
    const fieldEnd = Number(error['bytes'])
    text.writeUInt8(0, text[fieldEnd] === QUOTE ? fieldEnd : fieldEnd + 1)
    return recordsOf(text, delimiter)
  }
}

function recordsOf(text: Buffer, delimiter: string): TableRow[] {
  const rows: TableRow[] = []
  // Line 0 is the empty record before the first line of the file.
  let line = 0
  let start = 0
  let held = 0
  const takeRecord = (fields: string[], { bytes }: Info): null => {
    const cells = fields.map(cellOf)
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
    if (cells.length > FILE_LIMITS.columns) throw tooLarge('columns', line)
    if (cells.length > 0) rows.push({ row: line, cells })
    held += cells.length
    if (rows.length > FILE_LIMITS.rows) throw tooLarge('rows')
    if (held > FILE_LIMITS.cells) throw tooLarge('cells')
    // The parser counts a line break of two characters inside of a field twice, so its own line numbers drift.
    line += lineBreaks(text, start, bytes)
    start = bytes
    return null
  }
  parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_quotes: true, relax_column_count: true, on_record: takeRecord })
  return rows
}

function lineBreaks(text: Buffer, from: number, to: number): number {
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    if (text[at] === LINE_FEED || (text[at] === CARRIAGE_RETURN && text[at + 1] !== LINE_FEED)) breaks += 1
  }
  return breaks
}

/** ="00123" is how spreadsheets are made to keep leading zeros of a text file; the text inside is meant. */
function cellOf(field: string): string | null {
  const text = field.trim().replace(QUOTE_SIGN, '"')
  if (text === '') return null
  if (text.startsWith('="') && text.endsWith('"') && text.length > 3) return text.slice(2, -1)
  // Blanks behind a closing quote make a field of it that the parser leaves as it is; some banks write a tab there.
  if (text.length < field.length && text.length > 1 && text.startsWith('"') && text.endsWith('"')) return text.slice(1, -1).replaceAll('""', '"').trim() || null
  return text.slice(0, FILE_LIMITS.cellCharacters)
}
