/** What the columns of amounts say of a document: its total, with the tax, and what of it is received and open. */
import { absolute, add, money, subtract, sumOf, ZERO, type Money } from '../money.ts'
import { parseCurrency } from '../sheets/currencies.ts'
import type { List } from '../sheets/list.ts'
import type { RowReader } from '../sheets/rowReader.ts'
import { owedOn } from './kinds.ts'
import type { DocumentRows } from './lines.ts'

const TOTALS = ['gross', 'amount', 'net', 'tax', 'lineAmount', 'localAmount', 'received', 'open', 'localOpen', 'debit', 'credit', 'debitBalance', 'creditBalance'] as const
type Field = (typeof TOTALS)[number]
export type Amounts = Record<Field, Money | null>

/** Rates of VAT that stand on invoices of today and of the last years, in hundredths. */
const RATES = [1, 3, 5, 6, 9, 10, 11, 13, 16, 17]
/** What is written in the column of the tax where none is due. */
const NO_TAX = /^\*+$|免税|不征税|零税率|exempt/i

/** Amounts in the ledger's own currency beside those of the document say nothing of it; a side beside a balance is its sign. */
export function rowAmounts(reader: RowReader): Amounts {
  const local = isLocalOnly(reader)
  const read = (field: Field): Money | null => {
    if ((field === 'localAmount' || field === 'localOpen') && !local) return null
    if (field === 'tax' && NO_TAX.test(reader.loose('tax'))) return ZERO
    if (field !== 'open' && field !== 'localOpen') return reader.amount(field)
    const found = reader.money(field)
    return found === null ? null : owedOn(found.side, found.amount)
  }
  return Object.fromEntries(TOTALS.map((field) => [field, read(field)])) as Amounts
}

const IN_DOCUMENT = ['gross', 'amount', 'net', 'open', 'debit', 'credit', 'lineAmount', 'debitBalance', 'creditBalance', 'begin']

/** The list has its amounts in the ledger's own currency only, whatever currency the documents are in. */
export const isLocalOnly = (reader: RowReader): boolean => !IN_DOCUMENT.some((field) => reader.has(field))

/** The currency of the present row's amounts as the file says it: in a column of names, in the cells, or in one of codes. */
export function currencySaid(reader: RowReader): string | null {
  const said = reader.currency()
  const code = reader.text('currencyCode', 40)
  if (said !== null || reader.failed || code === '') return said
  return parseCurrency(code) ?? reader.fail('currencyCode', 'UNKNOWN_CURRENCY')
}

/** Quantity times price of the present row, in minor units; null where either is missing. */
function lineValue(reader: RowReader): number | null {
  const [quantity, price] = [reader.figure('quantity'), reader.figure('unitPrice')]
  return quantity === null || price === null ? null : quantity * price * 100
}

/**
 * The amounts of a document of several rows. What stands on the first row only is the document's; what differs from row to
 * row adds up; the same amount on each row is either, and the lines decide (their own column, quantity times price, net and
 * tax), or the total of the list. Null after the problem was noted: rows that leave it open, or lines that do not add up.
 */
export function documentAmounts(document: DocumentRows, reader: RowReader, repeats: Repeats): (Amounts & { currency: string | null }) | null {
  const rows: Amounts[] = []
  const lines: (number | null)[] = []
  let currency: string | null = null
  for (const part of document.parts) {
    reader.moveTo(part)
    rows.push(rowAmounts(reader))
    const said = isLocalOnly(reader) ? null : currencySaid(reader)
    if (reader.failed) return null
    if (said !== null && currency !== null && said !== currency) return reader.fail('currency', 'CURRENCIES_DIFFER', undefined, { currency, other: said })
    currency ??= said
    lines.push(rows.at(-1)?.lineAmount ?? lineValue(reader))
  }
  const [first] = rows
  if (!first) return null
  if (rows.length === 1) return { ...first, currency }
  reader.moveTo(document.head)
  const values = (field: Field): (Money | null)[] => rows.map((row) => row[field])
  const constant = (field: Field): boolean => first[field] !== null && rows.every((row) => row[field] === first[field])
  const added = (field: Field): Money | null => (values(field).every((value) => value === null) ? null : sumOf(values(field), (value) => value ?? 0))
  const totals = (['gross', 'amount', 'net'] as const).filter(constant)
  const mode = totals.length === 0 ? 'line' : repeatedBy()
  if (mode === null) return reader.fail(totals[0] ?? 'gross', 'LINES_UNCLEAR', undefined, { rows: rows.length, lastRow: document.parts.at(-1)?.row ?? 0 })
  const put = (field: Field): Money | null => (constant(field) && mode === 'head' && field !== 'lineAmount' ? first[field] : added(field))
  const all = Object.fromEntries(TOTALS.map((field) => [field, put(field)])) as Amounts
  // A head total is held against its lines: with the tax, without it, or as the lines say it themselves.
  const stated = all.gross ?? all.amount
  if (all.lineAmount !== null && stated !== null) {
    const fits = [all.lineAmount, add(all.lineAmount, all.tax ?? ZERO)].some((lines) => near(lines, stated, rows.length)) || (all.net !== null && near(all.lineAmount, all.net, rows.length))
    if (!fits) return reader.fail(all.gross === null ? 'amount' : 'gross', 'LINES_DIFFER', undefined, { total: stated, lines: all.lineAmount })
  }
  return { ...all, currency, amount: all.amount ?? (all.gross === null && all.net === null ? all.lineAmount : null) }

  function repeatedBy(): Repeats {
    for (const field of totals) {
      const total = first?.[field] ?? ZERO
      const tax = added('tax') ?? ZERO
      if (lines.every((line): line is number => line !== null)) {
        const of = lines.reduce((all, line) => all + line, 0)
        if ([of, of + tax, of + (first?.tax ?? 0)].some((value) => near(value, total, rows.length))) return 'head'
        if (rows.every((row, index) => [0, row.tax ?? 0].some((more) => near((lines[index] ?? 0) + more, row[field] ?? 0, 1)))) return 'line'
      }
    }
    const net = added('net')
    const gross = first?.gross ?? null
    if (gross !== null && constant('gross') && net !== null && !constant('net')) return near(net + (added('tax') ?? 0), gross, rows.length) ? 'head' : null
    return repeats
  }
}

/** How far, in fen, the tax of an invoice may lie from its rate: each of its lines was rounded. */
const ROUNDED = 2
const near = (a: number, b: number, fen: number): boolean => Math.abs(a - b) <= fen

/** Whether an amount that stands on each row of a document is that of the line or of the whole document; null when nothing tells. */
export type Repeats = 'line' | 'head' | null

/** What the total row of a list says: it adds up all rows, or each document once. */
export function repeatsOf(list: List, documents: readonly DocumentRows[], reader: RowReader): Repeats {
  if (documents.every(({ parts }) => parts.length === 1)) return null
  const field = (['gross', 'amount', 'net'] as const).find((each) => reader.has(each))
  const last = list.sums.at(-1)
  if (!field || !last) return null
  const read = (row: DocumentRows['head']): number => {
    reader.moveTo(row)
    return reader.looseMoney(field)?.amount ?? 0
  }
  const total = read(last)
  if (list.rows.reduce((all, row) => all + read(row), 0) === total) return 'line'
  return documents.reduce((all, { head }) => all + read(head), 0) === total ? 'head' : null
}

/** Whether 金额 beside 税额 is without the tax or with it: the rates of the law tell, over all rows of the list. */
export function amountHoldsTax(list: List, reader: RowReader): boolean {
  if (!reader.has('amount') || !reader.has('tax') || reader.has('gross') || reader.has('net')) return false
  let [without, within] = [0, 0]
  for (const row of list.rows) {
    reader.moveTo(row)
    const [amount, tax] = ['amount', 'tax'].map((field) => reader.looseMoney(field)?.amount)
    if (!amount || !tax) continue
    if (RATES.some((rate) => near(amount * rate / 100, tax, ROUNDED))) without += 1
    if (RATES.some((rate) => near(amount * rate / (100 + rate), tax, ROUNDED))) within += 1
  }
  return within > 0 && within > without
}

/**
 * What a document was issued for: 价税合计, else 金额 with the tax that is not in it, else what stands without tax and the tax.
 * Net and tax that do not make the gross are a problem of the row.
 */
export function totalOf(amounts: Amounts, reader: RowReader, holdsTax: boolean, lines: number): Money | null {
  const { gross, amount, net, tax } = amounts
  const stated = gross ?? (net === null ? null : amount)
  const without = net ?? (gross === null ? null : amount)
  if (stated !== null) {
    const made = without !== null && tax !== null ? add(without, tax) : null
    if (made === null || near(made, stated, lines > 1 ? lines : 0) || without === stated || absolute(made) === absolute(stated)) return stated
    return reader.fail(gross === null ? 'amount' : 'gross', 'NET_TAX_DIFFER', undefined, { net: without ?? ZERO, tax: tax ?? ZERO, total: stated })
  }
  const base = net ?? amount
  if (base !== null) return tax === null || (holdsTax && net === null) ? base : add(base, tax)
  return amounts.localAmount
}

/** Debit less credit of two columns of balances; null where the list has neither or the row says nothing. */
export const sidedBalance = ({ debitBalance, creditBalance }: Amounts): Money | null =>
  debitBalance === null && creditBalance === null ? null : subtract(debitBalance ?? money(0), creditBalance ?? money(0))
