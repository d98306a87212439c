/** The debts that are still open: all items of one document are one debt, also those that were paid (民法典 189). */
import { sql, type SQL } from 'drizzle-orm'
import { addDays, addMonths, later, type Day } from '../../shared/day.ts'
import type { ItemKind } from '../../shared/invoices/schemas.ts'
import type { ClockView } from '../../shared/limitation/schemas.ts'
import { add, ZERO, type Money } from '../../shared/money.ts'
import type { Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import type { Reader } from '../reader.ts'

export interface Debt {
  /** The first item that is open. */
  itemId: number
  kind: ItemKind
  documentId: number
  number: string
  invoiceNumber: string
  contractNumber: string
  customerId: number
  customerCode: string
  customerName: string
  salesperson: string
  salespersonId: number | null
  currency: string
  documentOn: Day
  dueOn: Day
  open: Money
  installments: ClockView['installments']
}

interface StoredItem extends Omit<Debt, 'installments'> {
  amount: Money
}

export interface DebtFilter {
  /** The source of what is open on the day that is asked about (openOn). */
  open: SQL
  /** The debt of one item, open or not. */
  itemId?: number | undefined
  /** Those whose open items were all due by a day. */
  dueBy?: Day | undefined
}

/** Due by this day, a debt may be within six months of its end, or past it; a few days more, because a short month has none for the 31st. */
export const dueLongAgo = (asOf: Day): Day => addDays(addMonths(asOf, -30), 5)

/** A from-item with document_id and kind of the debts that are asked about. */
export const documentsOf = ({ open, itemId, dueBy }: DebtFilter): SQL => (itemId === undefined
  ? sql`(select i.document_id, i.kind from ${open} b join open_items i on i.id = b.item_id where b.open > 0 and i.kind not in ${MONEY_KINDS}
      group by i.document_id, i.kind ${dueBy === undefined ? sql`` : sql`having max(i.due_on) <= ${dueBy}`})`
  : sql`(select i.document_id, i.kind from open_items i where i.id = ${itemId} and i.amount > 0 and i.kind not in ${MONEY_KINDS})`)

/** Open debts, each with all its items by their due days. */
export async function loadDebts(reader: Reader, filter: DebtFilter, scope: Scope): Promise<Debt[]> {
  const items = await reader.rows<StoredItem>(sql`select x.id as "itemId", x.kind, x.document_id as "documentId", coalesce(v.number, ${documentNumber(sql`x.kind`, sql`x.document_id`)}) as number,
      coalesce(v.invoice_number, '') as "invoiceNumber", coalesce(v.contract_number, '') as "contractNumber", x.customer_id as "customerId", c.code as "customerCode", c.name as "customerName",
      coalesce(u.name, '') as salesperson, c.salesperson_id as "salespersonId", x.currency, x.document_on as "documentOn", x.due_on as "dueOn", x.amount, coalesce(b.open, 0) as open
    from ${documentsOf(filter)} d join open_items x on x.document_id = d.document_id and x.kind = d.kind left join ${filter.open} b on b.item_id = x.id
      left join invoices v on v.id = x.document_id and x.kind in ${INVOICE_KINDS} join customers c on c.id = x.customer_id left join users u on u.id = c.salesperson_id
    where x.amount > 0 ${scope === null ? sql`` : sql`and c.salesperson_id = ${scope}`} order by x.due_on, x.id`)
  const debts = new Map<string, Debt>()
  for (const { amount, ...item } of items) {
    const key = `${item.kind} ${item.documentId}`
    const debt = debts.get(key)
    const part = { itemId: item.itemId, dueOn: item.dueOn, amount, open: item.open }
    if (!debt) debts.set(key, { ...item, installments: [part] })
    else {
      if (debt.open === ZERO) debt.itemId = item.itemId
      debt.open = add(debt.open, item.open)
      debt.dueOn = later(debt.dueOn, item.dueOn)
      debt.installments.push(part)
    }
  }
  return [...debts.values()]
}
