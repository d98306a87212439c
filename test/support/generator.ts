/**
 * Seeded ledgers of any size for measuring: three years of invoices and receipts of many customers, most of them settled,
 * posted through the bulk commands that imports use. The same seed and size give the same documents.
 */
import { isWorkday } from '../../db/calendar.ts'
import { createCustomer } from '../../db/customers/commands.ts'
import { postInvoices, type BulkInvoice } from '../../db/invoices/bulk.ts'
import { postSettlements, type Settlement } from '../../db/invoices/items.ts'
import { Dice } from '../../db/ledgers/demoDice.ts'
import type { Ledger } from '../../db/ledger.ts'
import { postReceipts, type BulkReceipt } from '../../db/receipts/bulk.ts'
import { changeCompany, saveBankAccount } from '../../db/settings/commands.ts'
import { saveUser } from '../../db/users/commands.ts'
import { SYSTEM, type Writer } from '../../db/writer.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { addDays, addMonths, endOfMonth, type Day } from '../../shared/day.ts'
import { money, ZERO, type Money } from '../../shared/money.ts'

export interface Generated {
  documents: number
  customers: number[]
  bankAccounts: number[]
}

export interface GeneratorOptions {
  /** Invoices and receipts together; a few more or less come out. */
  documents: number
  /** The last day of the documents. */
  until: Day
  seed?: number
}

const MONTHS = 36
/** Invoices among the documents; one receipt often settles several. */
const INVOICES = 0.615
const DOCUMENTS_A_CUSTOMER = 150
const SETTLED = 0.88
const AREAS = ['华东', '华南', '华北', '西部', '海外'] as const

/** A debt on its way to being paid. */
interface Debt {
  itemId: number
  customerId: number
  invoiceNumber: string
  amount: Money
  payOn: Day
}

/** Fills an empty ledger; one transaction a month. */
export async function generate(ledger: Ledger, { documents, until, seed = 1 }: GeneratorOptions): Promise<Generated> {
  const dice = new Dice(seed)
  const startOn = addMonths(addDays(endOfMonth(until), 1), -MONTHS)
  const call = { by: SYSTEM, procedure: 'generate' }
  const { customers, bankAccounts } = await ledger.write(call, (tx) => people(tx, Math.max(5, Math.round(documents / DOCUMENTS_A_CUSTOMER)), startOn, dice))
  const debts = new Map<string, Debt[]>()
  let [written, serial] = [0, 0]
  for (let month = startOn; month <= until; month = addMonths(month, 1)) {
    const count = Math.round((documents * INVOICES) / MONTHS)
    const last = endOfMonth(month) < until ? endOfMonth(month) : until
    written += await ledger.write(call, async (tx) => {
      const invoices = invoicesOf(month, last, count, customers, (serial += count) - count, dice)
      await sell(tx, invoices, debts, dice)
      const due = debts.get(month) ?? []
      debts.delete(month)
      return invoices.length + (await collect(tx, due.filter((debt) => debt.payOn <= last), bankAccounts, dice))
    })
  }
  return { documents: written, customers, bankAccounts }
}

async function people(tx: Writer, count: number, startOn: Day, dice: Dice): Promise<Omit<Generated, 'documents'>> {
  await saveUser(tx, { name: '系统管理员', role: 'administrator', department: '', active: true })
  await changeCompany(tx, { name: '测算样本有限公司', startOn })
  const salespeople: number[] = []
  for (const [index, area] of AREAS.entries()) salespeople.push((await saveUser(tx, { name: `业务员${index + 1}`, role: 'salesperson', department: area, active: true })).id)
  const bankAccounts: number[] = []
  for (const bank of ['工商银行', '建设银行']) bankAccounts.push((await saveBankAccount(tx, { name: bank, bank, number: dice.digits(19), currency: 'CNY', active: true })).id)
  const customers: number[] = []
  for (let index = 0; index < count; index += 1) {
    const area = index % AREAS.length
    customers.push(await createCustomer(tx, customerInput.parse({
      code: `K${String(index + 1).padStart(5, '0')}`, name: `${AREAS[area]}样本${index + 1}机械有限公司`, department: AREAS[area] ?? '', salespersonId: salespeople[area] ?? null,
      taxNumber: `91${String(320_000_000_000_000 + index)}X`, terms: { kind: 'days', count: 30 + (index % 3) * 30 },
    })))
  }
  return { customers, bankAccounts }
}

function invoicesOf(month: Day, last: Day, count: number, customers: readonly number[], serial: number, dice: Dice): BulkInvoice[] {
  const days = Number(last.slice(8))
  const drawn = Array.from({ length: count }, () => dice.between(0, days - 1)).sort((a, b) => a - b)
  return drawn.map((dayOfMonth, index) => {
    // Squaring makes a few customers buy most, as in life.
    const customer = Math.floor(dice.next() ** 2 * customers.length)
    const documentOn = addDays(month, dayOfMonth)
    const dueOn = addDays(documentOn, 30 + (customer % 3) * 30)
    const amount = money(dice.between(50_000, 9_000_000))
    const number = serial + index
    return {
      kind: 'invoice', customerId: customers[customer] ?? 0, documentOn, dueOn, currency: 'CNY', amount, invoiceNumber: `${documentOn.slice(2, 4)}${String(320_000_000_000_000_000n + BigInt(number))}`,
      sourceNumber: '', contractNumber: number % 3 === 0 ? `HT-${number % 9973}` : '', orderNumber: `SO-${number}`, note: '', installments: [{ dueOn, amount }], correctsId: null,
    }
  })
}

/** Posts invoices and plans most of them to be paid, the date moved to a workday as banks do. */
async function sell(tx: Writer, invoices: readonly BulkInvoice[], debts: Map<string, Debt[]>, dice: Dice): Promise<void> {
  const posted = await postInvoices(tx, invoices)
  for (const [index, invoice] of invoices.entries()) {
    if (!dice.chance(SETTLED)) continue
    let payOn = addDays(invoice.dueOn, dice.between(-10, 45))
    while (!isWorkday(payOn)) payOn = addDays(payOn, 1)
    const month = `${payOn.slice(0, 7)}-01`
    const debt = { itemId: posted[index]?.itemIds[0] ?? 0, customerId: invoice.customerId, invoiceNumber: invoice.invoiceNumber, amount: invoice.amount, payOn }
    const there = debts.get(month)
    if (there) there.push(debt)
    else debts.set(month, [debt])
  }
}

/** Receipts over one to three of a customer's debts, a few of them in part or too large. */
async function collect(tx: Writer, due: readonly Debt[], bankAccounts: readonly number[], dice: Dice): Promise<number> {
  const payments: Debt[][] = []
  const open = new Map<number, Debt[]>()
  for (const debt of [...due].sort((a, b) => (a.payOn < b.payOn ? -1 : a.payOn > b.payOn ? 1 : a.itemId - b.itemId))) {
    const last = open.get(debt.customerId)
    if (last && last.length < 3 && dice.chance(0.4)) last.push(debt)
    else {
      const payment = [debt]
      payments.push(payment)
      open.set(debt.customerId, payment)
    }
  }
  const receivedOn = (payment: readonly Debt[]): Day => payment.reduce<Day>((last, debt) => (debt.payOn > last ? debt.payOn : last), payment[0]!.payOn)
  payments.sort((a, b) => (receivedOn(a) < receivedOn(b) ? -1 : receivedOn(a) > receivedOn(b) ? 1 : a[0]!.itemId - b[0]!.itemId))
  const parts = payments.map((payment) => payment.map((debt) => (dice.chance(0.04) ? money(Math.ceil(debt.amount / 2)) : debt.amount)))
  const receipts = await postReceipts(tx, payments.map((payment, index): BulkReceipt => ({
    customerId: payment[0]!.customerId, receivedOn: receivedOn(payment), currency: 'CNY', fee: ZERO, method: dice.chance(0.2) ? 'acceptance' : 'transfer',
    amount: money((parts[index] ?? []).reduce((sum, part) => sum + part, 0) + (dice.chance(0.02) ? 100_000 : 0)),
    bankAccountId: bankAccounts[index % bankAccounts.length] ?? null, reference: payment.map((debt) => debt.invoiceNumber.slice(-8)).join(' '), payer: '', note: '',
  })))
  const customerOf = new Map<number, number>()
  const settlements = payments.flatMap((payment, index) => payment.map((debt, part): Settlement => {
    const creditItemId = receipts[index]?.itemId ?? 0
    customerOf.set(debt.itemId, debt.customerId).set(creditItemId, debt.customerId)
    return { itemId: debt.itemId, creditItemId, amount: parts[index]?.[part] ?? ZERO, on: receivedOn(payment), reason: 'reference' }
  }))
  await postSettlements(tx, settlements, (itemId) => customerOf.get(itemId) ?? 0)
  return receipts.length
}
