/** A workbook in the XML of Excel 2003, which is mostly called .xls too. */
import type { Cell, Sheet } from '../../shared/sheets/table.ts'
import { HiddenColumns } from './hidden.ts'
import { isoDay } from './readSheet.ts'
import { Rows } from './rows.ts'
import { plainText, readElements, type Attributes, type ElementReader } from './xml.ts'

export const isXmlWorkbook = (start: string): boolean => start.includes('urn:schemas-microsoft-com:office:spreadsheet')

export function readXmlWorkbook(text: string): Sheet[] {
  const reader = new WorkbookReader()
  readElements(Buffer.from(text), reader)
  return reader.sheets
}

const of = (attributes: Attributes, name: string): string | undefined => attributes[`ss:${name}`] ?? attributes[name]

class WorkbookReader implements ElementReader {
  readonly sheets: Sheet[] = []
  #rows = new Rows()
  #hidden = new HiddenColumns()
  #nextColumn = 0
  #column = -1
  #next = 0
  #type = ''

  row(): number {
    return this.#rows.row
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Worksheet') {
      this.#rows = new Rows()
      this.#hidden = new HiddenColumns()
      this.#nextColumn = 0
      this.sheets.push({ name: of(attributes, 'Name') ?? '', hidden: false, rows: this.#rows.rows })
    } else if (name === 'Column') {
      const first = Number(of(attributes, 'Index') ?? this.#nextColumn + 1) - 1
      this.#nextColumn = first + 1 + (Number(of(attributes, 'Span') ?? 0) || 0)
      if (of(attributes, 'Hidden') === '1') this.#hidden.add(first, this.#nextColumn - 1)
    } else if (name === 'Row') {
      this.#rows.start(Number(of(attributes, 'Index') ?? 0), of(attributes, 'Hidden') === '1')
      this.#next = 0
    } else if (name === 'Cell') {
      const stated = Number(of(attributes, 'Index') ?? 0)
      this.#column = stated > this.#next ? stated - 1 : this.#next
      this.#next = this.#column + 1 + Math.max(Number(of(attributes, 'MergeAcross') ?? 0) || 0, 0)
    } else if (name === 'Data') this.#type = of(attributes, 'Type') ?? 'String'
  }

  close(name: string, text: string): void {
    if (name === 'Data') this.#rows.put(this.#column, valueOf(this.#type, text))
    else if (name === 'Row') this.#rows.end()
    else if (name === 'Worksheet') Object.assign(this.sheets.at(-1) ?? {}, this.#hidden.found())
    else if (name === 'Visible' && text !== 'SheetVisible') {
      const sheet = this.sheets.at(-1)
      if (sheet) Object.assign(sheet, { hidden: true, ...(text === 'SheetVeryHidden' && { veryHidden: true }) })
    }
  }
}

function valueOf(type: string, text: string): Cell {
  const number = type === 'Number' ? Number(text) : NaN
  if (Number.isFinite(number) && text.trim() !== '') return number
  if (type === 'DateTime') return isoDay(text.replace(/\.\d+$/, ''))
  return type === 'Boolean' ? text === '1' : plainText(text)
}
