/**
 * The tables of a page, which many banks call .xls: all rows one below the other. The text is walked through once, from tag to
 * tag, without a tree and without any element but rows and cells, so that no page is too deep or too wrong to be read.
 */
import type { TableRow } from '../../shared/sheets/table.ts'
import { Rows } from './rows.ts'

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", yen: '¥', ensp: ' ', emsp: ' ', middot: '·' }
/** What stands in these is no text of the page. */
const SILENT = new Set(['style', 'script', 'title', 'xml'])
const LONGEST_TAG = 20_000
const HIDDEN = /\sstyle\s*=[^>]*display\s*:\s*none|\shidden(?=[\s=/]|$)/i
const MOST_SPANNED = 256

export function readHtml(text: string): TableRow[] {
  const reader = new TableReader()
  let [at, close] = [0, -1]
  while (at < text.length) {
    const open = text.indexOf('<', at)
    reader.text(text.slice(at, open < 0 ? text.length : open))
    if (open < 0) break
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open)
      at = end < 0 ? text.length : end + 3
      continue
    }
    // Looked for only once, or a page of nothing but opening signs would be searched to its end at each of them.
    if (close < open) close = text.indexOf('>', open)
    if (close < 0) close = text.length
    const tag = /^<(\/?)([A-Za-z][A-Za-z0-9:]*)/.exec(text.slice(open, open + 40))
    if (close - open > LONGEST_TAG || !tag) {
      reader.text('<')
      at = open + 1
      continue
    }
    const name = (tag[2] ?? '').toLowerCase()
    at = close + 1
    if (tag[1] === '' && SILENT.has(name)) {
      const end = text.slice(at).search(new RegExp(`</${name}`, 'i'))
      at = end < 0 ? text.length : at + end
    } else reader.tag(name, tag[1] === '/', text.slice(open, close))
  }
  return reader.finish()
}

class TableReader {
  readonly #rows = new Rows()
  /** How many more rows each column is still taken by a cell that began above. */
  #spans: number[] = []
  #inRow = false
  #column = 0
  #text: string | null = null
  #width = 1

  text(piece: string): void {
    if (this.#text !== null && piece !== '') this.#text += piece
  }

  tag(name: string, closes: boolean, whole: string): void {
    if (name === 'tr' || name === 'table') {
      this.#endRow()
      if (name === 'table') this.#spans = []
      else if (!closes) this.#startRow(HIDDEN.test(whole))
    } else if (name === 'td' || name === 'th') {
      this.#endCell()
      if (!closes) this.#startCell(whole)
    } else if (name === 'br' || name === 'p' || name === 'div') this.text(' ')
  }

  finish(): TableRow[] {
    this.#endRow()
    return this.#rows.rows
  }

  #startRow(hidden = false): void {
    this.#rows.start(undefined, hidden)
    this.#inRow = true
    this.#column = 0
  }

  #startCell(tag: string): void {
    // A page may forget its rows, but a cell always lies in one.
    if (!this.#inRow) this.#startRow()
    while ((this.#spans[this.#column] ?? 0) > 0) this.#skip()
    this.#text = ''
    this.#width = span(tag, 'colspan')
    const height = span(tag, 'rowspan')
    for (let column = this.#column; column < this.#column + this.#width; column += 1) this.#spans[column] = height
  }

  #skip(): void {
    this.#spans[this.#column] = (this.#spans[this.#column] ?? 1) - 1
    this.#column += 1
  }

  #endCell(): void {
    if (this.#text === null) return
    this.#rows.put(this.#column, plain(this.#text))
    this.#text = null
    for (let left = this.#width; left > 0; left -= 1) this.#skip()
  }

  #endRow(): void {
    this.#endCell()
    if (!this.#inRow) return
    while (this.#column < this.#spans.length) {
      if ((this.#spans[this.#column] ?? 0) > 0) this.#skip()
      else this.#column += 1
    }
    this.#rows.end()
    this.#inRow = false
  }
}

const span = (tag: string, name: string): number =>
  Math.min(Math.max(Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(tag)?.[1] ?? 1), 1), MOST_SPANNED)

function plain(text: string): string | null {
  const whole = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/gi, (entity, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  }).replace(/[\s\u00a0]+/g, ' ').trim()
  return whole === '' ? null : whole
}
