/** The papers that can be delivered, letters and papers of the account alike: number, customer, day, whether void. */
import { sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { DeliveredKind, DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import type { Scope } from '../customers/queries.ts'
import type { Reader } from '../reader.ts'

export interface Deliverable {
  paper: DeliveredPaper
  id: number
  number: string
  kind: DeliveredKind
  customerId: number
  customerName: string
  issuedOn: Day
  voided: boolean
}

const letters = (where: SQL): SQL => sql`select 'letter' as paper, d.id, d.number, d.level as kind, d.customer_id as "customerId", c.name as "customerName", d.issued_on as "issuedOn",
    case when exists (select 1 from letter_voids v where v.letter_id = d.id) then 1 else 0 end as voided
  from letters d join customers c on c.id = d.customer_id where ${where}`
const accountPapers = (where: SQL): SQL => sql`select 'accountPaper' as paper, d.id, d.number, d.kind, d.customer_id as "customerId", c.name as "customerName", d.issued_on as "issuedOn", 0 as voided
  from account_papers d join customers c on c.id = d.customer_id where ${where}`

const scoped = (scope: Scope): SQL => (scope === null ? sql`` : sql` and c.salesperson_id = ${scope}`)

async function find(reader: Reader, query: SQL): Promise<Deliverable[]> {
  const rows = await reader.rows<Omit<Deliverable, 'voided'> & { voided: number }>(query)
  return rows.map((row) => ({ ...row, voided: row.voided === 1 }))
}

/** Those of the papers that exist within the scope, by id. */
export async function deliverables(reader: Reader, paper: DeliveredPaper, ids: readonly number[], scope: Scope): Promise<Map<number, Deliverable>> {
  const where = sql`d.id in ${[...ids]}${scoped(scope)}`
  return new Map((await find(reader, paper === 'letter' ? letters(where) : accountPapers(where))).map((row) => [row.id, row]))
}

/** Those of the numbers that are papers, by number; a number says by itself which paper it is. */
export async function deliverablesByNumber(reader: Reader, numbers: readonly string[], scope: Scope): Promise<Map<string, Deliverable>> {
  const where = sql`d.number in ${[...numbers]}${scoped(scope)}`
  return new Map((await find(reader, sql`${letters(where)} union all ${accountPapers(where)}`)).map((row) => [row.number, row]))
}
