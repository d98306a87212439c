/** Lists of two sides, 借方 and 贷方: a customer ledger with a running balance, or documents with what was received of each. */
import type { List } from '../sheets/list.ts'
import type { Money } from '../money.ts'
import type { RowReader } from '../sheets/rowReader.ts'
import { parseSide } from './kinds.ts'

/**
 * ledger: debits are debts, credits are money and credit notes, the balance runs on and belongs to no row.
 * items: each row is a document, its credit what was received of it, its balance what is left.
 * bank: the balance runs the other way round, as a bank keeps it.
 */
export type Sides = 'none' | 'ledger' | 'items' | 'bank' | { unprovenRow: number; expected: Money }

export const OPENING_WORD = /^(?:期初|年初|上[年月期]|承前页|前期|上期)(?:余额|结转|结余)?$|^(?:opening balance|balance (?:brought|b\/?)\s*f(?:orward)?\.?|brought forward)$/i

/** A sum over a period, dated like any row of the ledger: 本月合计, 本年累计. */
export const PERIOD_SUM = /^(?:本页|本日|当日|本月|当月|本季|本年|本期|全年|年度|当前|\d{1,2}月份?)(?:合计|累计|小计|总计|发生额)$/
export const isPeriodSum = (text: string): boolean => PERIOD_SUM.test(text.normalize('NFKC').replace(/\s/g, ''))

/** Minor units as far as they can be read; problems of the cells are noted when the row itself is read. */
function loose(reader: RowReader, field: string): number {
  const text = reader.loose(field).normalize('NFKC').replace(/[,¥\s]/g, '')
  const value = Number(/^\((.+)\)$/.test(text) ? `-${text.slice(1, -1)}` : text || 0)
  return Number.isFinite(value) ? Math.round(value * 100) : 0
}

/**
 * Which of them a list is, proved over all of its rows and customers. Without a balance a list of both sides is a ledger; a
 * balance that fits neither is named with the first row that breaks it.
 */
export function sidesOf(list: List, reader: RowReader): Sides {
  if (!reader.has('debit') || !reader.has('credit')) return 'none'
  if (!reader.has('open')) return 'ledger'
  const last = new Map<string, number>()
  let customer = ''
  let [ledger, bank, items, rows] = [true, true, true, 0]
  let broken: { unprovenRow: number; expected: Money } | undefined
  for (const row of list.rows) {
    reader.moveTo(row)
    const named = reader.loose('customerCode') || reader.loose('customerName') || reader.loose('taxNumber')
    customer = named || customer
    if (isPeriodSum(reader.loose('note'))) continue
    const [debit, credit] = [loose(reader, 'debit'), loose(reader, 'credit')]
    const stated = loose(reader, 'open')
    const open = parseSide(reader.loose('side')) === 'credit' && stated > 0 ? -stated : stated
    const before = last.get(customer)
    last.set(customer, open)
    if (before === undefined) {
      // The first balance of a customer may rest on what came before the list.
      if (debit - credit !== open) items = false
      continue
    }
    rows += 1
    if (before + debit - credit !== open) {
      ledger = false
      broken ??= { unprovenRow: row.row, expected: (before + debit - credit) as Money }
    }
    if (before - debit + credit !== open) bank = false
    if (debit - credit !== open) items = false
  }
  if (items) return 'items'
  if (ledger) return 'ledger'
  return bank && rows > 0 ? 'bank' : broken ?? 'ledger'
}
