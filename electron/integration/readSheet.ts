/**
 * The rows of one worksheet, read from its XML piece by piece: a sheet of 100,000 rows is 60 MB of text,
 * and a tree of it, or a general reader with an object a cell, would take a gigabyte and half a minute.
 */
import { StringDecoder } from 'node:string_decoder'
import { FILE_LIMITS, type Cell, type TableRow } from '../../shared/integration/table.ts'
import { dayOfSerial } from './excelDays.ts'
import { Unreadable } from './refuse.ts'
import { attribute, decodeText, textOfRuns } from './xml.ts'

export interface SheetContext {
  sharedStrings: string[]
  /** By style number: does it show a day, and to how many digits does it fill up with zeros (0 = not at all). */
  styles: { day: boolean; digits: number }[]
  from1904: boolean
}

const PIECE_BYTES = 4 * 1024 * 1024
/** No row of cells that are within the limits is longer; a text that goes on is no row. */
const LONGEST_ROW = 32 * 1024 * 1024

export function readSheet(bytes: Buffer, context: SheetContext): TableRow[] {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(bytes.toString('utf8', 0, 4096))?.[1] ?? ''
  const reader = new SheetReader(prefix, context)
  const decoder = new StringDecoder('utf8')
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    text = reader.takeRows(text + decoder.write(bytes.subarray(at, at + PIECE_BYTES)))
    if (text.length > LONGEST_ROW) throw new Unreadable({ code: 'CORRUPT_FILE', row: reader.rows.length + 1 })
  }
  return reader.rows
}

class SheetReader {
  readonly rows: TableRow[] = []
  readonly #context: SheetContext
  readonly #row: string
  readonly #rowEnd: string
  readonly #cell: string
  readonly #cellEnd: string
  readonly #value: string
  readonly #valueEnd: string
  readonly #formula: string
  #lastRow = 0

  constructor(prefix: string, context: SheetContext) {
    this.#context = context
    this.#row = `<${prefix}row`
    this.#rowEnd = `</${prefix}row>`
    this.#cell = `<${prefix}c`
    this.#cellEnd = `</${prefix}c>`
    this.#value = `<${prefix}v`
    this.#valueEnd = `</${prefix}v>`
    this.#formula = `<${prefix}f`
  }

  /** Takes the whole rows out of a text and returns the rest, which the next piece completes. */
  takeRows(text: string): string {
    let at = 0
    for (;;) {
      const start = text.indexOf(this.#row, at)
      if (start < 0) return text.slice(Math.max(at, text.length - this.#row.length))
      const open = text.indexOf('>', start)
      if (open < 0) return text.slice(start)
      if (text[open - 1] === '/') {
        at = open + 1
        this.#lastRow = this.#numberOf(text.slice(start, open))
        continue
      }
      const end = text.indexOf(this.#rowEnd, open)
      if (end < 0) return text.slice(start)
      this.#takeRow(text.slice(start, open), text, open + 1, end)
      at = end + this.#rowEnd.length
    }
  }

  #numberOf(tag: string): number {
    const stated = Number(attribute(tag, 'r'))
    return stated > this.#lastRow ? stated : this.#lastRow + 1
  }

  #takeRow(tag: string, text: string, from: number, to: number): void {
    this.#lastRow = this.#numberOf(tag)
    const cells: Cell[] = []
    let column = -1
    let at = text.indexOf(this.#cell, from)
    while (at >= 0 && at < to) {
      const open = text.indexOf('>', at)
      const cellTag = text.slice(at + this.#cell.length, open)
      column = columnOf(cellTag) ?? column + 1
      let next = open + 1
      if (!cellTag.endsWith('/')) {
        const end = text.indexOf(this.#cellEnd, open)
        if (end < 0 || end > to) throw new Unreadable({ code: 'CORRUPT_FILE', row: this.#lastRow })
        this.#put(cells, column, this.#cellOf(cellTag, text.slice(open + 1, end)))
        next = end + this.#cellEnd.length
      }
      at = text.indexOf(this.#cell, next)
    }
    if (cells.length === 0) return
    this.rows.push({ row: this.#lastRow, cells })
    if (this.rows.length > FILE_LIMITS.rows) {
      throw new Unreadable({ code: 'TOO_LARGE', params: { limit: FILE_LIMITS.rows, unit: 'rows' } })
    }
  }

  #put(cells: Cell[], column: number, cell: Cell): void {
    if (cell === null) return
    if (column >= FILE_LIMITS.columns) {
      throw new Unreadable({ code: 'TOO_LARGE', row: this.#lastRow, params: { limit: FILE_LIMITS.columns, unit: 'columns' } })
    }
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }

  #cellOf(tag: string, inner: string): Cell {
    const type = attribute(tag, 't') ?? 'n'
    if (type === 'inlineStr') return blankless(textOfRuns(inner))
    const value = this.#valueOf(inner)
    if (value === null) {
      const formula = inner.indexOf(this.#formula)
      if (formula < 0) return null
      const open = inner.indexOf('>', formula)
      return { formula: decodeText(inner.slice(open + 1, inner.indexOf('</', open))) }
    }
    switch (type) {
      case 's': return blankless(this.#context.sharedStrings[Number(value)] ?? '')
      case 'str': case 'e': return blankless(decodeText(value))
      case 'b': return value === '1'
      case 'd': return isoDay(value)
      default: return this.#numberCell(value, tag)
    }
  }

  #valueOf(inner: string): string | null {
    const start = inner.indexOf(this.#value)
    if (start < 0) return null
    const open = inner.indexOf('>', start)
    const end = inner.indexOf(this.#valueEnd, open)
    return end < 0 || end === open + 1 ? null : inner.slice(open + 1, end)
  }

  #numberCell(value: string, tag: string): Cell {
    const number = Number(value)
    if (!Number.isFinite(number)) return decodeText(value)
    const style = this.#context.styles[Number(attribute(tag, 's') ?? 0)]
    if (style?.day) return dayOfSerial(number, this.#context.from1904) ?? number
    if (style && style.digits > 0 && Number.isInteger(number) && number >= 0) return String(number).padStart(style.digits, '0')
    return number
  }
}

const blankless = (text: string): string | null => (text === '' ? null : text.slice(0, FILE_LIMITS.cellCharacters))

const isoDay = (value: string): Cell => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value)
  if (!match?.[1]) return value
  return match[2] && match[2] !== '00:00:00' ? `${match[1]} ${match[2]}` : match[1]
}

/** The 0-based column of a reference such as AB12; null when the cell states none. */
function columnOf(tag: string): number | null {
  const at = tag.indexOf(' r="')
  if (at < 0) return null
  let column = 0
  for (let index = at + 4; index < tag.length; index += 1) {
    const code = tag.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? null : column - 1
}
