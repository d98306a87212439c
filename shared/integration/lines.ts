/** Documents of a list by line: an invoice stands on as many rows as it has goods, its head on the first or on each of them. */
import type { List } from '../sheets/list.ts'
import type { RowReader } from '../sheets/rowReader.ts'
import type { TableRow } from '../sheets/table.ts'

export interface DocumentRows {
  head: TableRow
  /** All rows of the document, the head first. */
  parts: readonly TableRow[]
}

/** Columns that only a list by line has. */
const LINE_FIELDS = ['goods', 'quantity', 'unitPrice', 'lineAmount']
const NUMBERS = ['electronicNumber', 'invoiceNumber', 'number']
const HEAD_FIELDS = ['customerCode', 'customerName', 'taxNumber', 'documentOn', 'currency', 'kind', 'dueOn']

export const isByLine = (reader: RowReader): boolean => LINE_FIELDS.some((field) => reader.has(field))

/** What a document is known by, as far as the present row names it. */
const numberOf = (reader: RowReader): string => {
  const field = NUMBERS.find((each) => reader.loose(each) !== '')
  return field === undefined ? '' : `${field}|${reader.loose('invoiceCode')}|${reader.loose(field)}`
}

/**
 * The rows of a list put together by document. A row without number, customer and day goes on with the document above it.
 * In a list that is not by line each row is a document, and a number that stands there twice is a problem of its own.
 */
export function documentsOf(list: List, reader: RowReader): DocumentRows[] {
  if (!isByLine(reader)) return list.rows.map((row) => ({ head: row, parts: [row] }))
  const documents: { head: TableRow; parts: TableRow[] }[] = []
  const byNumber = new Map<string, { parts: TableRow[] }>()
  for (const row of list.rows) {
    reader.moveTo(row)
    const number = numberOf(reader)
    const continued = number === '' && ['customerCode', 'customerName', 'taxNumber', 'documentOn'].every((field) => reader.loose(field) === '')
    const known = continued ? documents.at(-1) : byNumber.get(number)
    if (known) known.parts.push(row)
    else {
      const document = { head: row, parts: [row] }
      documents.push(document)
      if (number !== '') byNumber.set(number, document)
    }
  }
  return documents
}

/** Notes where a row of a document says something else about it than its first one: another customer, day, currency. */
export function agree({ head, parts }: DocumentRows, reader: RowReader): boolean {
  reader.moveTo(head)
  const said = new Map(HEAD_FIELDS.filter((field) => reader.has(field)).map((field) => [field, reader.loose(field)]))
  let same = true
  for (const part of parts.slice(1)) {
    reader.moveTo(part)
    for (const [field, first] of said) {
      const value = reader.loose(field)
      if (value === '' || value === first || first === '') continue
      same = false
      reader.fail(field, 'DIFFERS_IN_FILE', value, { first, firstRow: head.row })
    }
  }
  return same
}
