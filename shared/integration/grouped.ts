/** Reports that name the customer in a line of its own above its documents, as QuickBooks writes them, put as lists with a column for it. */
import { proposedMapping, type Place } from '../sheets/locate.ts'
import { cellText, type TableRow } from '../sheets/table.ts'

const SUM = /^(?:sub|grand)?\s*total\b|(?:小|合|总)计/i
const LABEL = /^(?:客户|往来单位|单位|购货单位|customer)(?:名称|全称|name)?\s*[:：]\s*/i
const CUSTOMER = ['customerName', 'customerCode', 'taxNumber']

const textAt = (row: TableRow, column: number): string => cellText(row.cells[column]).trim()
const aloneAt = (row: TableRow, column: number): boolean => row.cells.every((cell, index) => index === column || cellText(cell).trim() === '')
const withText = (row: TableRow, column: number, text: string): TableRow =>
  ({ ...row, cells: Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, index) => (index === column ? text : row.cells[index] ?? null)) })

/** The place with the customer on each row; as it is where the list has a column for it, or its lines are no groups. */
export function ungrouped<Name extends string>(place: Place<Name>): Place<Name> {
  const mapping = proposedMapping(place)
  const titles = Array.from(place.header.row.cells, (cell) => cellText(cell).trim())
  if (place.kind.name !== 'receivables' || CUSTOMER.some((field) => field in mapping)) return place
  const column = [0, 1].find((each) => (titles[each] ?? '') === '' && isGrouped(place.rows, each))
  if (column === undefined) return place
  let customer = ''
  const rows = place.rows.flatMap((row): TableRow[] => {
    const text = textAt(row, column)
    if (SUM.test(text)) return [withText(row, column, 'Total')]
    if (text !== '' && aloneAt(row, column)) {
      customer = text.replace(LABEL, '')
      return []
    }
    return [text === '' && row.cells.some((cell) => cell !== null) ? withText(row, column, customer) : row]
  })
  return { ...place, rows, header: { ...place.header, row: withText(place.header.row, column, 'Customer') } }
}

/** Whether every row without a text in the column stands below one that has nothing but that. */
function isGrouped(rows: readonly TableRow[], column: number): boolean {
  let [named, members] = [false, 0]
  for (const row of rows) {
    const text = textAt(row, column)
    if (SUM.test(text)) continue
    if (text === '') {
      if (row.cells.every((cell) => cellText(cell).trim() === '')) continue
      if (!named) return false
      members += 1
    } else if (aloneAt(row, column)) named = true
    else return false
  }
  return members > 0
}
