/**
 * What may change (customers, users, settings, drafts) is proved by the journal: it says how each row stood after its
 * last change, so a row that stands otherwise was changed from outside.
 */
import { inArray, sql, type Table } from 'drizzle-orm'
import type { CustomerInput } from '../shared/customers/schemas.ts'
import type { Finding } from '../shared/ledgers/schemas.ts'
import { nameSort } from '../shared/nameSort.ts'
import { sortKeys } from './customers/pinyin.ts'
import type { RecordedChange } from './journalTables.ts'
import { listRates, rateKey } from './rates/queries.ts'
import type { Reader } from './reader.ts'
import { shapeOf } from './seal.ts'
import { passwordMark } from './users/queries.ts'

/** How each row stood after its last recorded change: kind → id → row, null when it was removed. */
export class LastChanges {
  readonly #byKind = new Map<string, Map<string, unknown>>()

  note({ what, id, after }: RecordedChange): void {
    const kind = this.#byKind.get(what) ?? new Map<string, unknown>()
    this.#byKind.set(what, kind)
    kind.set(String(id), after)
  }

  of(what: string): ReadonlyMap<string, unknown> {
    return this.#byKind.get(what) ?? new Map<string, unknown>()
  }
}

interface Standing {
  id: number | string
  name: string
  /** The values as they stand in the file, so that a text that is no JSON any more is told and not tripped over. */
  values: unknown[]
}

/** Rows that stand otherwise than their last recorded change says, are missing, or were never recorded. */
export async function checkChanges(reader: Reader, changes: LastChanges): Promise<Finding[]> {
  const { customers, users, bankAccounts, settings, invoices, exchangeRates, learntPayers, accountOpenings } = reader.t
  const stored = await reader.rows<{ key: string; value: string }>(sql`select key, value from ${settings}`)
  const password = shapeOf(users).columns.indexOf('password')
  /** `since`: columns that came later, as the migration filled them for what was recorded before. */
  const told = (table: Table, since: object = {}) => (after: object): unknown[] => shapeOf(table).values({ ...since, ...after, seal: '' })
  return [
    ...compare('customer', 'customers', changes, await standing(reader, customers, 'code'), (after) => told(customers, { cutOffCounts: true })({ ...after, ...sortKeys(after as CustomerInput) })),
    ...compare('user', 'users', changes, (await standing(reader, users, 'name')).map(({ values, ...row }) => ({ ...row, values: values.with(password, passwordMark(String(values[password]))) })), userValues),
    ...compare('bankAccount', 'bank_accounts', changes, await standing(reader, bankAccounts, 'number'), told(bankAccounts)),
    ...compare('exchangeRate', 'exchange_rates', changes, (await listRates(reader)).map((rate) => ({ id: rateKey(rate), name: '', values: [rate.currency, rate.on, rate.rate] })), told(exchangeRates)),
    ...compare('learntPayer', 'learnt_payers', changes, await standing(reader, learntPayers, 'key'), told(learntPayers)),
    ...compare('accountOpening', 'account_openings', changes, (await reader.db.select().from(accountOpenings).orderBy(accountOpenings.id)).map((row) => ({ id: row.id, name: '', values: [row.id, row.on, row.amount] })), told(accountOpenings)),
    ...['company', 'options', 'facts', 'mail'].flatMap((key) =>
      compare(key, 'settings', changes, stored.filter((row) => row.key === key).map((row) => ({ id: key, name: '', values: [row.value] })), (after) => [JSON.stringify(after)])),
    ...compare('invoice', 'invoices', changes, await standing(reader, invoices, 'number', sql`where status = 'draft' and seal = ''`), told(invoices), await postedSince(reader, changes.of('invoice'))),
  ]
}

const userValues = (after: object): unknown[] => {
  const { passwordMark: mark, ...user } = after as Record<string, unknown>
  const { id, name, role, department, active } = user
  return [id, name, role, department, active === true ? 1 : 0, mark, nameSort(String(name))]
}

async function standing(reader: Reader, table: Table, name: string, where = sql``): Promise<Standing[]> {
  const columns = shapeOf(table).columns.filter((column) => column !== 'seal')
  const rows = await reader.rows<Record<string, unknown>>(sql`select ${sql.join(columns.map((column) => sql.identifier(column)), sql`, `)} from ${table} ${where} order by id`)
  return rows.map((row) => ({ id: Number(row['id']), name: String(row[name]), values: columns.map((column) => row[column]) }))
}

/** Drafts that became documents: those are proved by their seals. */
async function postedSince(reader: Reader, recorded: ReadonlyMap<string, unknown>): Promise<ReadonlySet<string>> {
  const { invoices } = reader.t
  const ids = [...recorded].filter(([, after]) => after !== null).map(([id]) => Number(id))
  const posted = new Set<string>()
  for (let start = 0; start < ids.length; start += 500) {
    for (const { id } of await reader.db.select({ id: invoices.id }).from(invoices).where(sql`${inArray(invoices.id, ids.slice(start, start + 500))} and (${invoices.status} <> 'draft' or ${invoices.seal} <> '')`)) posted.add(String(id))
  }
  return posted
}

function compare(what: string, table: string, changes: LastChanges, rows: readonly Standing[], told: (after: object) => unknown[], elsewhere: ReadonlySet<string> = new Set()): Finding[] {
  const findings: Finding[] = []
  const recorded = changes.of(what)
  const found = (code: string, id: number | string, name: string): void => {
    findings.push({ kind: 'row', code, table, id: typeof id === 'number' ? id : null, document: `${what}:${id}:${name}`, text: `${table} ${id}` })
  }
  const present = new Set(rows.map(({ id }) => String(id)))
  for (const { id, name, values } of rows) {
    const after = recorded.get(String(id))
    if (typeof after !== 'object' || after === null) found('rowWithoutEntry', id, name)
    else if (JSON.stringify(told(after)) !== JSON.stringify(values)) found('changedRow', id, name)
  }
  for (const [id, after] of recorded) {
    if (after !== null && !present.has(id) && !elsewhere.has(id)) found('missingRow', Number.isNaN(Number(id)) ? id : Number(id), '')
  }
  return findings
}
