/** A text file of fields between commas, semicolons, tabs or bars; quoted fields may hold line breaks. */
import { CsvError, parse, type Info } from 'csv-parse/sync'
import { FILE_LIMITS, type TableRow } from '../../shared/sheets/table.ts'
import { Unreadable } from './refuse.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34
const DELIMITERS = [',', '\t', ';', '|'] as const
const SNIFFED_LINES = 50

/** The delimiter that cuts the most lines of the start into the same number of fields, more than one; and that number. */
function sniffDelimiter(text: string): { delimiter: string; fields: number } {
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, SNIFFED_LINES)
  let best = { delimiter: ',', fields: 1, score: 0 }
  for (const delimiter of DELIMITERS) {
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

export function readCsv(text: string): TableRow[] {
  if (text.includes(QUOTE_SIGN)) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'binary' } })
  const { delimiter, fields } = sniffDelimiter(text)
  // The parser holds every record against the length of the first and builds an error with a stack for each other one, which
  // takes longer than the reading. A title would be that first record, so an empty one of the usual length goes before it.
  const first = `${delimiter.repeat(fields - 1)}\n`
  return parseRecords(Buffer.from(first + text), delimiter)
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
  const takeRecord = (fields: string[], { bytes }: Info): null => {
    const cells = fields.map(cellOf)
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
    if (cells.length > FILE_LIMITS.columns) {
      throw new Unreadable({ code: 'TOO_LARGE', row: line, params: { limit: FILE_LIMITS.columns, unit: 'columns' } })
    }
    if (cells.length > 0) rows.push({ row: line, cells })
    if (rows.length > FILE_LIMITS.rows) {
      throw new Unreadable({ code: 'TOO_LARGE', params: { limit: FILE_LIMITS.rows, unit: 'rows' } })
    }
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
