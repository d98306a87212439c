/** What a page says about a column, and how its values read as text. */
import type { ReactNode } from 'react'
import { decimalText, formatMoney } from '../../../shared/money.ts'
import { instantText } from '../day.tsx'

export type ColumnKind = 'text' | 'money' | 'day' | 'instant' | 'number' | 'check'
export interface ColumnOption {
  value: string | number
  label: string
}

export interface GridColumn<Row> {
  /** The field of the row; the same name sorts, filters and totals in the grid request. */
  field: keyof Row & string
  title: string
  /** How the value reads: money and numbers stand right, days are text of fixed width. Default text. */
  kind?: ColumnKind
  width?: number
  /** Takes the width that is left; give it to one or two columns. */
  flex?: boolean
  /** Default true. */
  sortable?: boolean
  /** Default true: a condition by kind in the filter panel; columns with `options` are filtered by choosing some of them. */
  filter?: boolean
  /** The values of a coded field and their words; used to show, filter and copy. */
  options?: readonly ColumnOption[]
  /** Draws the cell; `text` should then say the same for copying when it is not the plain value. */
  render?: (row: Row) => ReactNode
  text?: (row: Row) => string
  hidden?: boolean
  pinned?: 'left' | 'right'
  /** Sums the column in the totals row of a grid with `rows`; with `load` the backend says the totals. */
  total?: boolean
}

export const isRight = (kind: ColumnKind | undefined): boolean => kind === 'money' || kind === 'number'

/** The plain value of a cell; rows are plain objects, so a field is always readable. */
export function valueOf<Row>(row: Row, field: keyof Row & string): string | number | boolean | null {
  const value: unknown = row[field]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The words of a cell as they stand on the screen. */
export function shownText<Row>(column: GridColumn<Row>, row: Row): string {
  if (column.text) return column.text(row)
  const value = valueOf(row, column.field)
  if (value === null) return ''
  const option = column.options?.find((each) => each.value === value)
  if (option) return option.label
  return plainText(column.kind, value)
}

export function plainText(kind: ColumnKind | undefined, value: string | number | boolean): string {
  if (kind === 'money' && typeof value === 'number') return formatMoney(value)
  if (kind === 'number' && typeof value === 'number') return value.toLocaleString('en-US')
  if (kind === 'instant' && typeof value === 'string') return instantText(value)
  if (typeof value === 'boolean') return value ? '✓' : ''
  return String(value)
}

/** The text for a spreadsheet: figures without separators, so that it takes them as numbers. */
export function copiedText<Row>(column: GridColumn<Row>, row: Row): string {
  const value = valueOf(row, column.field)
  if (column.kind === 'money' && typeof value === 'number') return decimalText(value)
  if (column.kind === 'number' && typeof value === 'number') return String(value)
  return shownText(column, row).replace(/[\t\r\n]+/g, ' ')
}
