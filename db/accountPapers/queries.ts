import { desc, eq, sql, type SQL } from 'drizzle-orm'
import { ACCOUNT_PAPER_TEMPLATE, capitalOf } from '../../shared/accountPapers/rules.ts'
import { accountPaperRow, type AccountPaperContent, type AccountPaperKind, type AccountPaperRow, type AccountPaperView, type PaperCandidate, type PaperTerms } from '../../shared/accountPapers/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { ZERO } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company } from '../../shared/settings/schemas.ts'
import { givenCustomer, inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import { isDebit, movementsOf } from '../movements.ts'
import type { Reader } from '../reader.ts'

export interface PaperQuestion {
  kind: AccountPaperKind
  terms: PaperTerms
  company: Company
  /** The day on which the paper is made. */
  today: Day
  scope: Scope
}

const currencyOf = ({ terms, company }: Pick<PaperQuestion, 'terms' | 'company'>): string => terms.currency ?? company.currency

export function refuseReversedDays(from: Day | null, asOf: Day): void {
  if (from !== null && from > asOf) throw new Refusal('endBeforeStart', { field: 'from' })
}

/**
 * Customers with a balance or movements in the days, by code; `everybody` adds those in use without either, whose zero
 * balance an auditor may want confirmed too. Refuses endBeforeStart.
 */
export async function paperCandidates(reader: Reader, asked: { from: Day; asOf: Day; currency: string; everybody: boolean }, scope: Scope): Promise<PaperCandidate[]> {
  const { from, asOf, currency, everybody } = asked
  refuseReversedDays(from, asOf)
  const last = (column: 'issued_on' | 'number'): SQL =>
    sql`(select p.${sql.raw(column)} from account_papers p where p.customer_id = c.id order by p.issued_on desc, p.id desc limit 1)`
  const rows = await reader.rows<Omit<PaperCandidate, 'currency'>>(sql`select c.id as "customerId", c.code, c.name, coalesce(u.name, '') as salesperson,
      coalesce(s.opening, 0) as opening, coalesce(s.debits, 0) as debits, coalesce(s.credits, 0) as credits, coalesce(s.opening + s.debits - s.credits, 0) as closing,
      ${last('issued_on')} as "lastIssuedOn", coalesce(${last('number')}, '') as "lastNumber"
    from customers c left join users u on u.id = c.salesperson_id
    left join (select i.customer_id,
        cast(coalesce(sum(case when i.document_on < ${from} then i.amount end), 0) as bigint) as opening,
        cast(coalesce(sum(case when i.document_on >= ${from} and ${isDebit} then i.amount end), 0) as bigint) as debits,
        cast(coalesce(sum(case when i.document_on >= ${from} and not ${isDebit} then -i.amount end), 0) as bigint) as credits,
        max(i.document_on) as last_on
      from open_items i where i.currency = ${currency} and i.document_on <= ${asOf} group by i.customer_id) s on s.customer_id = c.id
    where (s.opening <> 0 or s.last_on >= ${from} ${everybody ? sql`or c.active = 1` : sql``}) ${scope === null ? sql`` : sql`and c.salesperson_id = ${scope}`}
    order by c.code`)
  return rows.map((row) => ({ ...row, currency }))
}

/** Everything that will stand on the paper, without a number yet. Refuses unknownCustomer. */
export async function paperContent(reader: Reader, customerId: number, question: PaperQuestion, sender: string): Promise<AccountPaperContent> {
  const { kind, terms: { from, asOf, language, auditor }, company, today } = question
  const customer = await givenCustomer(reader, customerId, question.scope, 'customerIds')
  const currency = currencyOf(question)
  // A confirmation tells no movements: the days after its day are none, and the balance before them is that of its day.
  const told = await movementsOf(reader, customerId, currency, from === null ? { from: addDays(asOf, 1), to: asOf } : { from, to: asOf })
  const { name, taxNumber, bankName, bankAccount, address, contact, phone } = company
  return {
    template: ACCOUNT_PAPER_TEMPLATE, kind, language, number: '', issuedOn: today, from, asOf, currency,
    company: { name, taxNumber, bankName, bankAccount, address, contact, phone },
    customer: { id: customer.id, code: customer.code, name: customer.name, address: customer.address, contact: customer.contacts[0]?.name ?? '' },
    auditor, ...told, rows: told.rows.map(({ documentId: _documentId, ...row }) => row), capital: told.closing === ZERO ? '' : capitalOf(told.closing, currency), sender,
  }
}

const paperFields = (reader: Reader): Record<string, SQL> => {
  const { accountPapers: a, accountPaperPrints: p, accountPaperReplies: r, customers: c } = reader.t
  const outer = sql.raw('"account_papers"."id"')
  return {
    id: sql`${a.id}`, number: sql`${a.number}`, kind: sql`${a.kind}`, customerId: sql`${a.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`),
    issuedOn: sql`${a.issuedOn}`, from: sql`${a.from}`, asOf: sql`${a.asOf}`, currency: sql`${a.currency}`, balance: sql`${a.balance}`, issuedBy: sql`${a.issuedBy}`,
    state: sql`coalesce((select case ${r.agreed} when 1 then 'agreed' else 'differs' end from ${r} where ${r.paperId} = ${outer} order by ${r.id} desc limit 1), 'waiting')`,
    prints: sql`(select cast(count(*) as bigint) from ${p} where ${p.paperId} = ${outer})`,
    lastPrintedAt: sql`(select max(${p.at}) from ${p} where ${p.paperId} = ${outer})`,
  }
}

/** Both kinds as they were issued, the latest first; a paper always has the day on which it was made, so ids are in that order. */
export async function paperGrid(reader: Reader, request: GridRequest, scope: Scope, only: { ids?: readonly number[]; kind?: AccountPaperKind } = {}): Promise<GridPage<AccountPaperRow>> {
  const { accountPapers: a, customers: c } = reader.t
  const { ids, kind } = only
  return gridRows<AccountPaperRow>(reader, {
    row: accountPaperRow,
    fields: paperFields(reader),
    from: sql`from ${a} join ${c} on ${c.id} = ${a.customerId}`,
    where: [inScope(reader, scope), kind ? sql`${a.kind} = ${kind}` : undefined, ids ? sql`${a.id} in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})` : undefined],
    search: (text) => sql`(${a.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(a.number, text)})`,
    totals: { balance: sql`${a.balance}` },
    currency: sql`${a.currency}`,
    order: kind ? sql`${a.issuedOn} desc, ${a.id} desc` : sql`${a.id} desc`,
    tie: sql`${a.id}`,
  }, request)
}

/** The paper as it was issued, with every print of it and every slip that came back, the last first. Refuses notFound, also outside the scope. */
export async function paperView(reader: Reader, id: number, scope: Scope): Promise<AccountPaperView> {
  const { accountPapers, accountPaperPrints, accountPaperReplies } = reader.t
  const [row] = (await paperGrid(reader, { offset: 0, limit: 1, sort: [], filters: [], withTotals: false }, scope, { ids: [id] })).rows
  const [stored] = await reader.db.select().from(accountPapers).where(eq(accountPapers.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  const printed = await reader.db.select().from(accountPaperPrints).where(eq(accountPaperPrints.paperId, id)).orderBy(desc(accountPaperPrints.id))
  const replies = await reader.db.select().from(accountPaperReplies).where(eq(accountPaperReplies.paperId, id)).orderBy(desc(accountPaperReplies.id))
  return {
    ...row, content: stored.content, hash: stored.hash, printed: printed.map(({ at, by, reprint, how }) => ({ at, by, reprint, how })),
    replies: replies.map(({ seal: _seal, paperId: _paperId, ...reply }) => reply),
  }
}
