import { eq, sql, type SQL } from 'drizzle-orm'
import { customerRow, type CustomerHit, type CustomerRow, type CustomerView } from '../../shared/customers/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { Refusal } from '../../shared/refusal.ts'
import { storedTerms } from '../../shared/terms/schemas.ts'
import { contains, gridRows, named } from '../grid.ts'
import { MONEY_KINDS } from '../documents.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { loadCompany, officeToday } from '../settings/queries.ts'
import { nameKey } from '../../shared/customers/names.ts'

/** The salesperson whose customers may be seen, or null for all. Every query that shows customers' data takes it. */
export type Scope = number | null

export const inScope = (reader: Reader, scope: Scope): SQL | undefined =>
  scope === null ? undefined : sql`${reader.t.customers.salespersonId} = ${scope}`

/** Signs that keys leave out and that nobody means loosely: a_b is not ab. Brackets, spaces, dots and dashes are typed as one likes. */
const MEANT = /[_'"\\/]/
const LOOSE = /[\s()[\]{}<>·.,-]+/

/** That each of the words stands in one of a customer's texts as it is. */
const hasWords = (reader: Reader, words: readonly string[]): SQL => {
  const { customers: c } = reader.t
  const texts = [c.name, c.shortName, c.code, c.mnemonic, c.taxNumber].map((column) => sql`${column}`)
  return sql.join(words.map((word) => sql`(${sql.join(texts.map((text) => contains(text, word)), sql` or `)})`), sql` and `)
}

/** What a text has to have beside its key, as conditions on the customer of an id. */
const meant = (reader: Reader, text: string, customerId: SQL): SQL => {
  const words = text.normalize('NFKC').split(LOOSE).filter((word) => MEANT.test(word))
  return words.length === 0 ? sql`` : sql` and exists (select 1 from ${reader.t.customers} where ${reader.t.customers.id} = ${customerId} and ${hasWords(reader, words)})`
}

/** Ids of customers whose keys begin with a text, as a subquery on the key index. */
export const matchingCustomers = (reader: Reader, text: string): SQL => {
  const key = nameKey(text)
  if (key === '') return sql`select id as customer_id from ${reader.t.customers} where ${hasWords(reader, [text])}`
  return sql`select customer_id from ${reader.t.customerKeys} where key >= ${key} and key < ${`${key}\u{10FFFF}`}${meant(reader, text, sql`customer_id`)}`
}

export async function loadCustomer(reader: Reader, id: number, scope: Scope = null): Promise<CustomerView> {
  const { customers, users } = reader.t
  const [row] = await reader.db.select({ customer: customers, salesperson: users.name }).from(customers)
    .leftJoin(users, eq(users.id, customers.salespersonId)).where(eq(customers.id, id))
  if (!row || (scope !== null && row.customer.salespersonId !== scope)) throw new Refusal('notFound')
  const { nameKey: _key, nameSort: _name, shortNameSort: _short, departmentSort: _department, ...customer } = row.customer
  return { ...customer, terms: storedTerms(customer.terms), salesperson: row.salesperson ?? '' }
}

/** The customer that an input names. Refuses unknownCustomer at `field`, also outside the scope. */
export async function givenCustomer(reader: Reader, id: number, scope: Scope = null, field = 'customerId'): Promise<CustomerView> {
  try {
    return await loadCustomer(reader, id, scope)
  } catch (error) {
    // Anything else that goes wrong is not the customer's being unknown.
    if (error instanceof Refusal) throw new Refusal('unknownCustomer', { field, params: { customer: id } })
    throw error
  }
}

/** Lookup by code, name, short name or pinyin initials; the best kind of match first. */
export async function lookupCustomers(reader: Reader, text: string, limit: number, scope: Scope): Promise<CustomerHit[]> {
  const { customers: c, users: u } = reader.t
  const columns = sql`c.id, c.code, c.name, c.short_name as "shortName", c.mnemonic, coalesce(u.name, '') as salesperson`
  const owned = scope === null ? sql`` : sql` and c.salesperson_id = ${scope}`
  if (nameKey(text) === '') {
    const having = text.trim() === '' ? sql`` : sql` and c.id in (${matchingCustomers(reader, text.trim())})`
    return reader.rows<CustomerHit>(sql`select ${columns} from ${c} c left join ${u} u on u.id = c.salesperson_id where c.active = 1${owned}${having} order by c.code, c.id limit ${limit}`)
  }
  const key = nameKey(text)
  return reader.rows<CustomerHit>(sql`select ${columns} from (
      select customer_id, min(case when key = ${key} then rank - 3 else rank end) as rank from ${reader.t.customerKeys}
      where key >= ${key} and key < ${`${key}\u{10FFFF}`} group by customer_id) k
    join ${c} c on c.id = k.customer_id left join ${u} u on u.id = c.salesperson_id
    where c.active = 1${owned}${meant(reader, text, sql`c.id`)} order by k.rank, c.code, c.id limit ${limit}`)
}

interface StoredRow extends Omit<CustomerRow, 'active' | 'terms' | 'cutOffCounts'> {
  active: number
  cutOffCounts: number
  terms: string
}

export async function customerGrid(reader: Reader, request: GridRequest, scope: Scope): Promise<GridPage<CustomerRow>> {
  const { customers, users, openItems } = reader.t
  const { currency } = await loadCompany(reader)
  const open = await openOn(reader, await officeToday(reader))
  const balance = (credit: boolean): SQL => sql`coalesce((select cast(sum(b.open) as bigint) from ${open} b join ${openItems} i on i.id = b.item_id
    where b.customer_id = ${customers.id} and i.currency = ${currency} and ${credit ? sql`i.kind in ${MONEY_KINDS}` : sql`i.kind not in ${MONEY_KINDS}`}), 0)`
  const page = await gridRows<StoredRow>(reader, {
    row: customerRow,
    fields: {
      id: sql`${customers.id}`, version: sql`${customers.version}`, code: sql`${customers.code}`, name: named(sql`${customers.name}`, sql`${customers.nameSort}`), shortName: named(sql`${customers.shortName}`, sql`${customers.shortNameSort}`),
      mnemonic: sql`${customers.mnemonic}`, taxNumber: sql`${customers.taxNumber}`, phone: sql`${customers.phone}`,
      department: named(sql`${customers.department}`, sql`${customers.departmentSort}`), salesperson: named(sql`coalesce(${users.name}, '')`, sql`coalesce(${users.nameSort}, '')`), active: sql`${customers.active}`,
      terms: sql`${customers.terms}`, cutOffDate: sql`${customers.cutOffDate}`, cutOffCounts: sql`${customers.cutOffCounts}`, creditLimit: sql`${customers.creditLimit}`, open: balance(false), advance: sql`-${balance(true)}`,
    },
    from: sql`from ${customers} left join ${users} on ${users.id} = ${customers.salespersonId}`,
    countFrom: sql`from ${customers}`,
    decorated: ['salesperson'],
    where: [inScope(reader, scope)],
    search: (text) => sql`${customers.id} in (${matchingCustomers(reader, text)})`,
    totals: { open: balance(false), advance: sql`-${balance(true)}` },
    order: sql`${customers.code}`,
    tie: sql`${customers.id}`,
  }, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, active: row.active === 1, cutOffCounts: row.cutOffCounts === 1, terms: storedTerms(JSON.parse(row.terms)) })) }
}
