/** Rows of a list of customers, read without the ledger. */
import { nameKey } from '../customers/names.ts'
import type { List } from '../sheets/list.ts'
import type { MonthEndOrder } from '../terms/reading.ts'
import { DEFAULT_TERMS, type CutOff, type Terms } from '../terms/schemas.ts'
import type { Money } from '../money.ts'
import type { Problems } from '../sheets/problems.ts'
import { termsOf } from './receivables.ts'
import { saysNothing } from '../sheets/words.ts'
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
  cutOffCounts: boolean
  note: string
}

export function readCustomers(list: List, problems: Problems, order?: MonthEndOrder): { rows: ReadCustomer[]; skipped: SkippedRows } {
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
      creditLimit, terms: termsOf(reader, order) ?? DEFAULT_TERMS, ...cutOffOf(reader), note: reader.text('note'),
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

const NO_CUT_OFF: CutOff = { cutOffDate: null, cutOffCounts: true }

/** 25 · 25日 · 每月25日前（含当日）· 25号（不含）· 月底 → until which day of the month the customer takes invoices, and whether it counts. */
function cutOffOf(reader: RowReader): CutOff {
  const text = reader.text('cutOffDate', 40).normalize('NFKC').replace(/\s/g, '')
  if (saysNothing(text) || /^(无|不限|none)$/i.test(text)) return NO_CUT_OFF
  const [, date, last, not] = /^(?:每月)?(?:(\d{1,2})(?:\.0+)?(?:日|号|th)?|(月底|月末))(?:前|之前|止|截止)?(?:\(?(?:(不含|不包括)|含|包括)(?:当日|当天|本日|该日)?\)?)?$/.exec(text) ?? []
  const cutOffDate = last ? 31 : Number(date ?? NaN)
  if (cutOffDate >= 1 && cutOffDate <= 31) return { cutOffDate, cutOffCounts: not === undefined }
  reader.fail('cutOffDate', 'BAD_DAY_OF_MONTH')
  return NO_CUT_OFF
}
