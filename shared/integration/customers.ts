/** Rows of a list of customers, read without the ledger. */
import { nameKey } from '../customers/names.ts'
import type { List } from '../sheets/list.ts'
import { DEFAULT_TERMS, type Terms } from '../terms/schemas.ts'
import type { Money } from '../money.ts'
import type { Problems } from '../sheets/problems.ts'
import { termsOf } from './receivables.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { SkippedRows } from '../sheets/schemas.ts'

export interface ReadCustomer {
  row: number
  code: string
  name: string
  shortName: string
  mnemonic: string
  taxNumber: string
  contact: string
  email: string
  phone: string
  address: string
  bankName: string
  bankAccount: string
  salesperson: string
  department: string
  creditLimit: Money | null
  terms: Terms
  cutOffDate: number | null
  note: string
}

export function readCustomers(list: List, problems: Problems): { rows: ReadCustomer[]; skipped: SkippedRows } {
  const reader = new RowReader(list.columns, problems)
  const codes = new Map<string, number>()
  const names = new Map<string, number>()
  const rows: ReadCustomer[] = []
  for (const row of list.rows) {
    reader.moveTo(row)
    const code = reader.number('code')
    const name = reader.name('name')
    if (code.length > 40) reader.fail('code', 'TOO_LONG', code, { limit: 40 })
    if (name === '' && !reader.failed) reader.fail('name', 'MISSING_VALUE')
    unique(reader, codes, 'code', code)
    unique(reader, names, 'name', nameKey(name))
    const creditLimit = reader.amount('creditLimit')
    if (creditLimit !== null && creditLimit < 0) reader.fail('creditLimit', 'NEGATIVE')
    const read: ReadCustomer = {
      row: row.row, code, name, shortName: reader.name('shortName'), mnemonic: reader.text('mnemonic', 120), taxNumber: reader.number('taxNumber'),
      contact: reader.name('contact'), email: reader.text('email', 120), phone: reader.text('phone', 120), address: reader.name('address'),
      bankName: reader.name('bankName'), bankAccount: reader.number('bankAccount'), salesperson: reader.name('salesperson'), department: reader.name('department'),
      creditLimit, terms: termsOf(reader) ?? DEFAULT_TERMS, cutOffDate: cutOffOf(reader), note: reader.text('note'),
    }
    if (!reader.failed) rows.push(read)
  }
  return { rows, skipped: list.skipped.all() }
}

function unique(reader: RowReader, seen: Map<string, number>, field: string, value: string): void {
  if (value === '') return
  const firstRow = seen.get(value)
  if (firstRow === undefined) seen.set(value, reader.row)
  else reader.fail(field, 'DUPLICATE_IN_FILE', undefined, { firstRow })
}

/** 25 · 25日 · 每月25日前 · 月底 → the day of the month until which the customer takes invoices. */
function cutOffOf(reader: RowReader): number | null {
  const text = reader.text('cutOffDate', 40).normalize('NFKC')
  if (text === '' || /^(无|不限|none|-)$/i.test(text)) return null
  if (/^(?:每月)?(?:月底|月末)$/.test(text)) return 31
  const date = Number(/^(?:每月)?(\d{1,2})(?:日|号|th)?(?:前|之前)?$/.exec(text)?.[1] ?? NaN)
  return date >= 1 && date <= 31 ? date : reader.fail('cutOffDate', 'BAD_DAY_OF_MONTH')
}
