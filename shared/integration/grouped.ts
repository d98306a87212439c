/** Reports that name the customer in a line of its own above its documents, as QuickBooks writes them, put as lists with a column for it. */
import { proposedMapping, type Place } from '../sheets/locate.ts'
import { cellText, rowOfSheets, type TableRow } from '../sheets/table.ts'

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
  if (column === undefined) return titled(place)
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

const NAMED = /^(?:客户|往来单位|购货单位|往来户|收货单位|customer)(?:名称|全称|name)?\s*[:：]\s*(.*)$/i
/** 科目：1122 应收账款\\甲公司 · 应收账款—甲公司 */
const SUBJECT = /应收账款\s*[\\/_>—–-]+\s*([^\\/_>—–]+)$/
const COMPANY = /(?:公司|集团|厂|商行|商店|商场|中心|合作社|经营部|门市部|工作室)$|(?:ltd|limited|inc|llc|gmbh|corp)\.?$/i

/** The customer that a line above a list names, in the cell of the label or in the next one; '' when it names none. */
function customerIn({ cells }: TableRow): string {
  const texts = cells.map((cell) => cellText(cell).trim())
  for (const [index, text] of texts.entries()) {
    const found = NAMED.exec(text) ?? SUBJECT.exec(text)
    // Another label may follow in the same cell: 客户：甲公司  日期：2026-10
    const name = found && (found[1] === '' ? texts.slice(index + 1).find((each) => each !== '') ?? '' : found[1] ?? '')
    if (name) return (name.split(/\s{2,}|\s+(?=\S{2,8}[:：])/)[0] ?? '').trim()
  }
  return ''
}

/** A list, or each of its sheets or blocks, that belongs to the one customer whom a line above it or the name of its sheet names. */
function titled<Name extends string>(place: Place<Name>): Place<Name> {
  const above = place.parts.map((part) => part.above.map(customerIn).findLast((name) => name !== '') ?? (COMPANY.test(part.sheet.name.trim()) ? part.sheet.name.trim() : ''))
  if (above.some((name) => name === '')) return place
  const column = Math.max(place.header.row.cells.length, ...place.rows.map(({ cells }) => cells.length))
  let [part, customer] = [-1, '']
  const rows = place.rows.flatMap((row): TableRow[] => {
    const number = Math.trunc(row.row / rowOfSheets(1, 0))
    if (number !== part) customer = above[number] ?? ''
    part = number
    const next = row.cells.filter((cell) => cell !== null).length <= 4 ? customerIn(row) : ''
    if (next !== '') customer = next
    return next === '' ? [row.cells.some((cell) => cell !== null) ? withText(row, column, customer) : row] : []
  })
  return { ...place, rows, header: { ...place.header, row: withText(place.header.row, column, 'Customer') } }
}
