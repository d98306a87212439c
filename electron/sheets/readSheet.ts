/** The rows of one worksheet. A sheet of 100,000 rows is 60 MB of text, so it is read element by element and without a tree. */
import type { Cell, Sheet } from '../../shared/sheets/table.ts'
import { dayOfSerial } from './excelDays.ts'
import { HiddenColumns, isTrue } from './hidden.ts'
import { Rows } from './rows.ts'
import { plainText, readElements, TextRuns, type Attributes, type ElementReader } from './xml.ts'

export interface SheetContext {
  sharedStrings: string[]
  /** By style number: does it show a day, and to how many digits does it fill up with zeros (0 = not at all). */
  styles: { day: boolean; digits: number }[]
  from1904: boolean
}

export function readSheet(bytes: Buffer, context: SheetContext): Pick<Sheet, 'rows' | 'hiddenColumns'> {
  const reader = new SheetReader(context)
  readElements(bytes, reader)
  return { rows: reader.rows.rows, ...reader.hidden.found() }
}

class SheetReader implements ElementReader {
  readonly rows = new Rows()
  readonly hidden = new HiddenColumns()
  readonly #context: SheetContext
  readonly #runs = new TextRuns()
  #column = -1
  #cell: Attributes = {}
  #value = ''
  #formula: string | null = null

  constructor(context: SheetContext) {
    this.#context = context
  }

  row(): number {
    return this.rows.row
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      // A filter hides the rows that it leaves out like a hand that hides them; so does a height of nothing.
      this.rows.start(Number(attributes['r'] ?? 0), isTrue(attributes['hidden']) || Number(attributes['ht'] ?? 1) === 0)
      this.#column = -1
    } else if (name === 'col') {
      if (isTrue(attributes['hidden']) || Number(attributes['width'] ?? 1) === 0) this.hidden.add(Number(attributes['min']) - 1, Number(attributes['max']) - 1)
    } else if (name === 'c') {
      this.#cell = attributes
      this.#column = columnOf(attributes['r'] ?? '') ?? this.#column + 1
      this.#value = ''
      this.#formula = null
      this.#runs.take()
    } else this.#runs.open(name)
  }

  close(name: string, text: string): void {
    if (name === 'v') this.#value = text
    else if (name === 'f') this.#formula = text
    else if (name === 'c') this.rows.put(this.#column, this.#cellValue())
    else if (name === 'row') this.rows.end()
    else this.#runs.close(name, text)
  }

  #cellValue(): Cell {
    const type = this.#cell['t'] ?? 'n'
    if (type === 'inlineStr') return this.#runs.take()
    const value = this.#value
    if (value === '') return this.#formula === null ? null : { formula: plainText(this.#formula) }
    switch (type) {
      case 's': return this.#context.sharedStrings[Number(value)] ?? ''
      case 'str': case 'e': return plainText(value)
      case 'b': return value === '1'
      case 'd': return isoDay(value)
      default: return this.#numberCell(value)
    }
  }

  #numberCell(value: string): Cell {
    const number = Number(value)
    if (!Number.isFinite(number)) return plainText(value)
    const style = this.#context.styles[Number(this.#cell['s'] ?? 0)]
    if (style?.day) return dayOfSerial(number, this.#context.from1904) ?? number
    if (style && style.digits > 0 && Number.isInteger(number) && number >= 0) return String(number).padStart(style.digits, '0')
    return number
  }
}

/** The day of 2026-04-03T00:00:00, with its time of day when it has one. */
export const isoDay = (value: string): Cell => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value)
  if (!match?.[1]) return value
  return match[2] && match[2] !== '00:00:00' ? `${match[1]} ${match[2]}` : match[1]
}

/** The 0-based column of a reference such as AB12; null when it names none. */
function columnOf(reference: string): number | null {
  let column = 0
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? null : column - 1
}
