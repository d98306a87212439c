/** Lists of two sides, 借方 and 贷方: a customer ledger with a running balance, or documents with what was received of each. */
import type { List } from '../sheets/list.ts'
import { absolute, add, subtract, ZERO, type Money } from '../money.ts'
import type { RowReader } from '../sheets/rowReader.ts'
import { isPeriodSum } from '../sheets/sums.ts'
import type { TableRow } from '../sheets/table.ts'
import { owedOn, parseSide } from './kinds.ts'

/**
 * ledger: debits are debts, credits are money and credit notes, the balance runs on and belongs to no row.
 * items: each row is a document, its credit what was received of it, its balance what is left.
 * bank: the balance runs the other way round, as a bank keeps it.
 */
export type Sides = 'none' | 'ledger' | 'items' | 'bank' | { unprovenRow: number; expected: Money }

export const OPENING_WORD = /^(?:期初|年初|上[年月期]|承前页|前期|上期)(?:余额|结转|结余)?$|^(?:opening balance|balance (?:brought|b\/?)\s*f(?:orward)?\.?|brought forward)$/i

/** The balance of the present row: what is owed, negative on the credit side, which stands in a column of its own or beside the amount. */
function balanceOf(reader: RowReader): Money {
  const { amount, side } = reader.looseMoney('open') ?? { amount: ZERO, side: null }
  return owedOn(parseSide(reader.loose('side')) ?? side, amount)
}

/**
 * Which of them a list is, proved over all of its rows and customers. Without a balance a list of both sides is a ledger; a
 * balance that fits neither is named with the first row that breaks it.
 */
export function sidesOf(list: List, reader: RowReader): Sides {
  if (!reader.has('debit') || !reader.has('credit')) return runsOn(list, reader) ? 'ledger' : 'none'
  if (!reader.has('open')) return 'ledger'
  const whole = sidesOfRows(list.whole, reader)
  // What somebody leaves out may be the very row that the balances do not know.
  return typeof whole === 'object' ? sidesOfRows(list.rows, reader) : whole
}

/** Where a list has its debts and its money when it does not call them 借方 and 贷方: 销售金额 and 收款金额, or one signed 金额. */
export const sideFields = (reader: RowReader): { debit: string; credit: string } => (reader.has('debit') && reader.has('credit') ? { debit: 'debit', credit: 'credit' } : {
  debit: ['debit', 'gross', 'amount'].find((field) => reader.has(field)) ?? 'debit', credit: ['credit', 'received'].find((field) => reader.has(field)) ?? 'credit',
})

/** A balance that follows from row to row and once is more than its row was issued for belongs to no document. */
function runsOn(list: List, reader: RowReader): boolean {
  const { debit } = sideFields(reader)
  if (!reader.has('open') || !reader.has(debit)) return false
  const outgrows = list.whole.some((row) => (reader.moveTo(row), absolute(balanceOf(reader)) > absolute(reader.looseMoney(debit)?.amount ?? ZERO)))
  return outgrows && sidesOfRows(list.whole, reader) === 'ledger'
}

function sidesOfRows(listed: readonly TableRow[], reader: RowReader): Sides {
  const fields = sideFields(reader)
  const last = new Map<string, Money>()
  let customer = ''
  let [ledger, bank, items, rows] = [true, true, true, 0]
  let broken: { unprovenRow: number; expected: Money } | undefined
  for (const row of listed) {
    reader.moveTo(row)
    const named = reader.loose('customerCode') || reader.loose('customerName') || reader.loose('taxNumber')
    customer = named || customer
    if (isPeriodSum(reader.loose('note'))) continue
    const moved = subtract(reader.looseMoney(fields.debit)?.amount ?? ZERO, reader.looseMoney(fields.credit)?.amount ?? ZERO)
    const open = balanceOf(reader)
    const before = last.get(customer)
    last.set(customer, open)
    if (before === undefined) {
      // The first balance of a customer may rest on what came before the list.
      if (moved !== open) items = false
      continue
    }
    rows += 1
    if (add(before, moved) !== open) {
      ledger = false
      broken ??= { unprovenRow: row.row, expected: add(before, moved) }
    }
    if (subtract(before, moved) !== open) bank = false
    if (moved !== open) items = false
  }
  if (items) return 'items'
  if (ledger) return 'ledger'
  return bank && rows > 0 ? 'bank' : broken ?? 'ledger'
}
