/** Our columns as AG Grid wants them. */
import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import { compareNames } from '../../../shared/nameSort.ts'
import { isRight, plainText, shownText, valueOf, type GridColumn } from './columns.ts'

const WIDTHS = { text: 140, money: 128, day: 104, instant: 140, number: 90, check: 70 }

type Value = string | number | boolean | null

function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a ?? ''), String(b ?? '')]
  // Texts of the same sound stand together by their letters.
  return compareNames(one, other) || (one < other ? -1 : Number(one > other))
}

/** With a line of sums for each currency, each says which it is. */
const titleOfTotal = (title: string, line: object): string => ('currency' in line ? `${title} ${String(line.currency)}` : title)

export function columnDefs<Row>(columns: readonly GridColumn<Row>[], totalTitle: string): ColDef<Row>[] {
  return columns.map((column, index) => {
    const render = column.render
    return {
      colId: column.field,
      headerName: column.title,
      headerTooltip: column.title,
      valueGetter: ({ data }) => (data ? valueOf(data, column.field) : null),
      valueFormatter: ({ data, node }) => {
        if (!data) return ''
        if (node?.rowPinned) {
          const total = valueOf(data, column.field)
          return total === null ? (index === 0 ? titleOfTotal(totalTitle, data) : '') : plainText(column.kind, total)
        }
        return shownText(column, data)
      },
      cellRenderer: render
        ? ({ data, node, valueFormatted }: ICellRendererParams<Row>) => (node.rowPinned || !data ? <>{valueFormatted}</> : <>{render(data)}</>)
        : undefined,
      cellClass: ({ value }) => [isRight(column.kind) ? 'cell-right' : '', typeof value === 'number' && value < 0 ? 'negative' : ''].filter(Boolean),
      headerClass: isRight(column.kind) ? 'header-right' : '',
      comparator: compare,
      sortable: column.sortable ?? true,
      width: column.width ?? WIDTHS[column.kind ?? 'text'],
      // A column that takes what is left is never narrower than it wants to be; the grid scrolls instead.
      minWidth: column.flex ? (column.width ?? WIDTHS[column.kind ?? 'text']) : 50,
      flex: column.flex ? 1 : undefined,
      hide: column.hidden ?? false,
      pinned: column.pinned,
      suppressHeaderMenuButton: true,
    }
  })
}
