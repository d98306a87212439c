/** A text file of fields between commas, semicolons, tabs or bars; quoted fields may hold line breaks. */
import { CsvError, parse, type Info } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { FILE_LIMITS, type TableFile, type TableRow } from '../../shared/sheets/table.ts'
import { Unreadable } from './refuse.ts'

type Encoding = TableFile['encoding']

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34
const DELIMITERS = [',', '\t', ';', '|'] as const
const SNIFFED_LINES = 50

/**
 * UTF-8 when the bytes are that without a fault, else GB18030, which Chinese banks and older programs write.
 * A byte order mark decides before both. A broken character names its line: the file was cut or damaged on its way.
 */
function decodeFile(bytes: Buffer): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: wholeUnits(bytes, 2).toString('utf16le'), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: Buffer.from(wholeUnits(bytes, 2)).swap16().toString('utf16le'), encoding: 'utf-16be' }
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const brokenUtf8 = firstBrokenUtf8(body)
  if (brokenUtf8 < 0) return { text: body.toString('utf8'), encoding: 'utf-8' }
  if (isCutUtf8(body, brokenUtf8)) throw new Unreadable({ code: 'BROKEN_ENCODING', row: lineAt(body, brokenUtf8) })
  const brokenGb = firstBrokenGb18030(body)
  if (!marked && brokenGb < 0) return { text: iconv.decode(body, 'gb18030'), encoding: 'gb18030' }
  // Of the two readings the one that got further is the one the file was meant in.
  const broken = marked ? brokenUtf8 : Math.max(brokenUtf8, brokenGb)
  throw new Unreadable({ code: 'BROKEN_ENCODING', row: lineAt(body, broken) })
}

/** UTF-8 up to a half character at the very end, with whole ones before it, is a cut file and not one of another encoding. */
const isCutUtf8 = (bytes: Buffer, broken: number): boolean =>
  broken >= bytes.length - 3 && bytes.subarray(0, broken).some((byte) => byte >= 0x80)

function wholeUnits(bytes: Buffer, from: number): Buffer {
  if (bytes.length % 2 === 1) throw new Unreadable({ code: 'BROKEN_ENCODING' })
  return bytes.subarray(from)
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1
  return line
}

/** The offset of the first byte that is no UTF-8, or -1. Overlong forms and surrogates are left to the decoder. */
function firstBrokenUtf8(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const more = lead < 0x80 ? 0 : lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : -1
    if (more < 0) return at
    for (let next = 1; next <= more; next += 1) {
      const byte = bytes[at + next] ?? 0
      if (byte < 0x80 || byte > 0xbf) return at
    }
    at += more + 1
  }
  return -1
}

/** The offset of the first byte that is no GB18030, or -1: one byte, two, or four. */
function firstBrokenGb18030(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    // A single 0x80 is the euro sign of Windows code page 936.
    if (lead <= 0x80) {
      at += 1
      continue
    }
    const second = bytes[at + 1] ?? 0
    if (lead === 0xff) return at
    if (second >= 0x40 && second !== 0x7f && second !== 0xff) at += 2
    else if (second >= 0x30 && second <= 0x39 && (bytes[at + 2] ?? 0) >= 0x81 && (bytes[at + 3] ?? 0) >= 0x30 && (bytes[at + 3] ?? 0) <= 0x39) at += 4
    else return at
  }
  return -1
}

/** The delimiter that cuts the most lines of the start into the same number of fields, more than one; and that number. */
function sniffDelimiter(text: string): { delimiter: string; fields: number } {
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, SNIFFED_LINES)
  let best = { delimiter: ',', fields: 1, score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const fields = line.replace(/"[^"]*"/g, '').split(delimiter).length
      if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1)
    }
    for (const [fields, times] of counts) {
      const score = times * 100 + fields
      if (score > best.score) best = { delimiter, fields, score }
    }
  }
  return best
}

export function readCsv(bytes: Buffer): { encoding: Encoding; rows: TableRow[] } {
  const { text, encoding } = decodeFile(bytes)
  if (text.includes(QUOTE_SIGN)) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'binary' } })
  const { delimiter, fields } = sniffDelimiter(text)
  // The parser holds every record against the length of the first and builds an error with a stack for each other one, which
  // takes longer than the reading. A title would be that first record, so an empty one of the usual length goes before it.
  const first = `${delimiter.repeat(fields - 1)}\n`
  return { encoding, rows: parseRecords(Buffer.from(first + text.replace(/^\uFEFF/, '')), delimiter) }
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
  return text.slice(0, FILE_LIMITS.cellCharacters)
}
