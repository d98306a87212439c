/**
 * The bank's own list of the demonstration's main account for the running month: what the office has recorded stands in it
 * and is linked, the bank's fees are noted, and the money of the last days waits to be matched – some of it clear, some of a
 * person whom the office has met once, some of nobody known.
 */
import { sql } from 'drizzle-orm'
import type { AcceptLine, Direction, LineClass, ReadLine } from '../../shared/bank/schemas.ts'
import { addDays, addMonths, dateOf, later, startOfMonth, type Day } from '../../shared/day.ts'
import { money, sumOf, type Money } from '../../shared/money.ts'
import { acceptLines } from '../bank/commands.ts'
import { importStatement } from '../bank/importing.ts'
import { setOpening } from '../bank/reconciliations.ts'
import { recordedWithoutLine } from '../bank/surroundings.ts'
import type { Calendar } from '../invoices/commands.ts'
import { openOn } from '../openAsOf.ts'
import type { Writer } from '../writer.ts'
import { COMPANY } from './demoPeople.ts'
import type { Office } from './demoSetup.ts'

const OPENING = money(128_640_000)
/** On the first days of a month the list of the month before shows more. */
const FEW_DAYS = 8
/** The money of so many days still waits. */
const WAITING_DAYS = 6
/** Nobody pays less than so much by itself; what is open below it is the rest of something. */
const WORTH_PAYING = 100_000
/** Pays for a customer from an account of his own. */
const OWNER = { counterparty: '陈国平', counterpartyAccount: '6222021102045678901' }

interface Moved {
  on: Day
  direction: Direction
  amount: Money
  counterparty: string
  memo: string
  class: LineClass
  counterpartyAccount?: string
  receiptId?: number
  acceptanceEventId?: number
  customerId?: number
}

/** Imports the list and does with it what the office has done by today. */
export async function bringStatement(tx: Writer, office: Office, { today }: Pick<Calendar, 'today'>): Promise<void> {
  const [bankAccountId = 1] = office.accounts
  const month = startOfMonth(today)
  const first = dateOf(today) < FEW_DAYS ? addMonths(month, -1) : month
  const moved = [...(await recorded(tx, bankAccountId, first, today)), ...ofTheBank(first, today), ...(await paidSince(tx, office, first, today))]
    .map((one, index) => ({ ...one, index })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.index - b.index))
  let balance = OPENING
  const lines = moved.map((one, index): ReadLine => {
    balance = money(balance + (one.direction === 'in' ? one.amount : -one.amount))
    return {
      row: index + 3, on: one.on, time: '', direction: one.direction, amount: one.amount, balance, counterparty: one.counterparty, counterpartyAccount: one.counterpartyAccount ?? '', memo: one.memo,
      serial: `${one.on.replaceAll('-', '')}${String(index + 1).padStart(6, '0')}`, class: one.class,
    }
  })
  await setOpening(tx, { id: bankAccountId, on: addDays(first, -1), amount: OPENING }, today)
  const { id } = await importStatement(tx, { bankAccountId, fileName: `工行基本户 ${first.slice(0, 7)} 明细.xlsx`, fileHash: 'demo', lines, opening: OPENING, closing: balance })
  const ids = await tx.rows<{ id: number }>(sql`select id from statement_lines where statement_id = ${id} order by file_row`)
  await acceptLines(tx, moved.flatMap(({ receiptId, acceptanceEventId, customerId }, index): AcceptLine[] => {
    const lineId = ids[index]?.id ?? 0
    if (receiptId !== undefined) return [{ lineId, receiptId }]
    if (acceptanceEventId !== undefined) return [{ lineId, acceptanceEventId }]
    return customerId === undefined ? [] : [{ lineId, customerId }]
  }), { today })
}

/** What the office entered by hand and the bank has too. */
async function recorded(tx: Writer, bankAccountId: number, first: Day, today: Day): Promise<Moved[]> {
  const all = await recordedWithoutLine(tx, [{ on: first }, { on: today }])
  return all.filter((one) => one.bankAccountId === bankAccountId && one.on >= first && one.on <= today && one.amount > 0).map((one): Moved => ({
    on: one.on, direction: 'in', amount: one.amount, counterparty: one.kind === 'receipt' ? one.customerName : '待划转银行票据款', memo: one.kind === 'receipt' ? '货款' : '票据款', class: 'receipt',
    ...(one.kind === 'receipt' ? { receiptId: one.id } : { acceptanceEventId: one.id }),
  }))
}

/** Fees and payments, which are only noted. */
const ofTheBank = (first: Day, today: Day): Moved[] => ([
  { on: addDays(first, 1), direction: 'out', amount: money(18_640_000), counterparty: '苏州市永信钢材贸易有限公司', memo: '采购货款', class: 'payment' },
  { on: addDays(first, 2), direction: 'out', amount: money(3_500), counterparty: '', memo: '对公跨行转账手续费', class: 'fee' },
  { on: addDays(first, 4), direction: 'out', amount: money(20_000_000), counterparty: COMPANY.name, memo: '内部转账', class: 'transfer' },
  { on: addDays(first, 6), direction: 'out', amount: money(1_000), counterparty: '', memo: '回单服务费', class: 'fee' },
] satisfies Moved[]).filter(({ on }) => on <= today)

interface Debt {
  customerId: number
  name: string
  account: string
  open: Money
  invoiceNumber: string
}

/** What came in these days and nobody has entered yet: from customers who owe in one way or another. */
async function paidSince(tx: Writer, office: Office, first: Day, today: Day): Promise<Moved[]> {
  const debts = await tx.rows<Debt>(sql`select b.customer_id as "customerId", c.name, c.bank_account as account, b.open, i.invoice_number as "invoiceNumber"
    from ${await openOn(tx, today)} b join open_items o on o.id = b.item_id join customers c on c.id = b.customer_id join invoices i on i.id = o.document_id
    where b.open >= ${WORTH_PAYING} and o.kind = 'invoice' and o.currency = 'CNY' and o.due_on <= ${today} and i.invoice_number <> '' order by b.customer_id, o.due_on, b.item_id`)
  const owing = office.customers.map((id) => debts.filter((debt) => debt.customerId === id)).filter((own) => own.length > 0)
  const day = (back: number): Day => later(first, addDays(today, -back))
  const from = (index: number, back: number, memo: string, change: (own: readonly Debt[]) => Partial<Moved>): Moved[] => {
    const own = owing[index]
    const [debt] = own ?? []
    return own && debt ? [{ on: day(back), direction: 'in', amount: debt.open, counterparty: debt.name, counterpartyAccount: debt.account, memo, class: 'receipt', ...change(own) }] : []
  }
  const ofOwner = owing[6]
  return [
    ...from(6, WAITING_DAYS + 2, '代付货款', (own) => ({ ...OWNER, customerId: own[0]?.customerId ?? 0 })),
    ...from(0, WAITING_DAYS, '货款', () => ({})),
    ...from(1, 5, '', (own) => ({ memo: `付发票${own[0]?.invoiceNumber ?? ''}货款` })),
    ...from(2, 4, '支付货款', (own) => ({ amount: sumOf(own, (debt) => debt.open) })),
    ...from(3, 3, '往来款', (own) => ({ counterparty: `${own[0]?.name ?? ''}第二分公司`, counterpartyAccount: '', amount: own[0]?.open ?? money(0) })),
    { on: day(2), direction: 'in', amount: money(1_860_000), counterparty: '刘志强', counterpartyAccount: '6217001210098765432', memo: '转账', class: 'receipt' },
    ...from(4, 1, '货款', (own) => ({ amount: money(Math.max(100, Math.floor((own[0]?.open ?? 0) / 300) * 100)) })),
    ...(ofOwner?.[1] ? from(6, 0, '代付货款', () => ({ ...OWNER, amount: ofOwner[1]?.open ?? money(0) })) : []),
  ]
}
