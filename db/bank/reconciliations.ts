/** The account book of a bank account, beside what the bank says. */
import { eq, sql } from 'drizzle-orm'
import { reconcile, type BankLine, type BookEntry } from '../../shared/bank/reconciliation.ts'
import { reconciliationRow, type Reconciliation, type ReconciliationRow, type ReconciliationView } from '../../shared/bank/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import type { Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { gridRows } from '../grid.ts'
import type { Reader } from '../reader.ts'
import { listBankAccounts, loadCompany } from '../settings/queries.ts'
import { versionOf } from '../versions.ts'
import type { Writer } from '../writer.ts'

interface Question {
  bankAccountId: number
  asOf: Day
  statementBalance?: Money | undefined
}

/** Receipts that were moved: from the old one to the one that stands for it. */
async function movedTo(reader: Reader): Promise<Map<number, number>> {
  return new Map((await reader.rows<{ from: number; to: number }>(sql`select receipt_id as "from", new_receipt_id as "to" from receipt_moves`)).map(({ from, to }) => [from, to]))
}

async function bookEntries(reader: Reader, bankAccountId: number, currency: string, asOf: Day): Promise<BookEntry[]> {
  interface Stored extends Omit<BookEntry, 'line'> {
    /** The account of a document that was recorded without one is that of its line. */
    bankAccountId: number | null
  }
  const stored = await reader.rows<Stored>(sql`select 'receipt' as kind, r.id, r.number, r.received_on as "on", 'in' as direction, r.amount - r.fee as amount, c.name as text, r.bank_account_id as "bankAccountId"
    from receipts r join customers c on c.id = r.customer_id
    where r.received_on <= ${asOf} and r.currency = ${currency} and (r.bank_account_id = ${bankAccountId} or r.bank_account_id is null) and r.method <> 'acceptance' and r.reverses_id is null
      and not exists (select 1 from receipts k where k.reverses_id = r.id and k.received_on <= ${asOf})
    union all select 'refund', f.id, f.number, f.refunded_on, 'out', f.amount, c.name, f.bank_account_id from refunds f join customers c on c.id = f.customer_id
    where f.refunded_on <= ${asOf} and f.currency = ${currency} and (f.bank_account_id = ${bankAccountId} or f.bank_account_id is null) and f.method <> 'acceptance' and f.reverses_id is null
      and not exists (select 1 from refunds k where k.reverses_id = f.id and k.refunded_on <= ${asOf})
    union all select 'acceptance', e.id, b.number, e.on_day, 'in', e.amount, b.acceptor, e.bank_account_id from acceptance_events e join acceptances b on b.id = e.acceptance_id
    where e.on_day <= ${asOf} and b.currency = ${currency} and (e.bank_account_id = ${bankAccountId} or e.bank_account_id is null) and e.kind in ('collected', 'discounted')
      and not exists (select 1 from acceptance_events u where u.undoes_id = e.id and u.on_day <= ${asOf})
    order by 4, 2`)
  interface Link {
    receiptId: number | null
    refundId: number | null
    acceptanceEventId: number | null
    id: number
    on: Day
  }
  const links = await reader.rows<Link>(sql`select s.receipt_id as "receiptId", s.refund_id as "refundId", s.acceptance_event_id as "acceptanceEventId", s.line_id as id, s.on_day as "on"
    from statement_states s where s.bank_account_id = ${bankAccountId} and s.status = 'done'`)
  const keyOf = (kind: BookEntry['kind'], id: number): string => `${kind} ${id}`
  const lines = new Map(links.map(({ receiptId, refundId, acceptanceEventId, ...line }) =>
    [receiptId !== null ? keyOf('receipt', receiptId) : refundId !== null ? keyOf('refund', refundId) : keyOf('acceptance', acceptanceEventId ?? 0), line]))
  const moved = await movedTo(reader)
  const lineOf = ({ kind, id }: Stored): BookEntry['line'] => {
    let [current, line] = [id, lines.get(keyOf(kind, id))]
    // Money came once: the line of a receipt that was moved later is that of the one it was moved to.
    while (!line && kind === 'receipt' && moved.has(current)) {
      current = moved.get(current) ?? 0
      line = lines.get(keyOf(kind, current))
    }
    return line ?? null
  }
  return stored.flatMap(({ bankAccountId: account, ...entry }) => {
    const line = lineOf({ ...entry, bankAccountId: account })
    return account === null && line === null ? [] : [{ ...entry, line }]
  })
}

/** Refuses unknownBankAccount. */
export async function reconciliationOf(reader: Reader, { bankAccountId, asOf, statementBalance }: Question): Promise<Reconciliation> {
  const account = (await listBankAccounts(reader)).find((one) => one.id === bankAccountId)
  if (!account) throw new Refusal('unknownBankAccount', { field: 'bankAccountId' })
  const [opening] = await reader.rows<{ on: Day; amount: Money }>(sql`select on_day as "on", amount from account_openings where bank_account_id = ${bankAccountId}`)
  const lines = await reader.rows<BankLine>(sql`select l.id, l.on_day as "on", l.time, l.direction, l.amount, l.balance, s.status, l.counterparty, l.memo
    from statement_lines l join statement_states s on s.line_id = l.id where l.bank_account_id = ${bankAccountId} and l.on_day <= ${asOf} and s.status <> 'same' order by l.on_day, l.id`)
  const entries = await bookEntries(reader, bankAccountId, account.currency, asOf)
  const { name } = await loadCompany(reader)
  return { bankAccountId, bankAccount: account.name, currency: account.currency, company: name, ...reconcile({ asOf, opening: opening ?? null, lines, entries, entered: statementBalance ?? null }) }
}

/** Keeps a reconciliation as it stands. Refuses unknownBankAccount, datedAhead, noStatementBalance. */
export async function saveReconciliation(tx: Writer, question: Question, today: Day): Promise<number> {
  if (question.asOf > today) throw new Refusal('datedAhead', { field: 'asOf', params: { day: today } })
  const content = await reconciliationOf(tx, question)
  const { statementBalance, difference, bookBalance, bankAccountId, asOf } = content
  if (statementBalance === null || difference === null) throw new Refusal('noStatementBalance', { field: 'statementBalance' })
  const { reconciliations } = tx.t
  const id = await tx.nextId(reconciliations)
  await tx.post(reconciliations, [{ id, bankAccountId, asOf, statementBalance, bookBalance, difference, content, madeAt: tx.now, madeBy: tx.by.name }])
  tx.mention(`reconciliation:${id}:${asOf}`)
  return id
}

const FIELDS = {
  id: sql`k.id`, bankAccountId: sql`k.bank_account_id`, bankAccount: sql`a.name`, asOf: sql`k.as_of`, statementBalance: sql`k.statement_balance`, bookBalance: sql`k.book_balance`, difference: sql`k.difference`,
  madeAt: sql`k.made_at`, madeBy: sql`k.made_by`,
}

export const reconciliationGrid = (reader: Reader, request: GridRequest): Promise<GridPage<ReconciliationRow>> => gridRows<ReconciliationRow>(reader, {
  row: reconciliationRow,
  fields: FIELDS, from: sql`from reconciliations k join bank_accounts a on a.id = k.bank_account_id`, order: sql`k.id desc`, tie: sql`k.id`,
}, request)

/** Refuses notFound. */
export async function reconciliationView(reader: Reader, id: number): Promise<ReconciliationView> {
  const { rows: [row] } = await reconciliationGrid(reader, { offset: 0, limit: 1, sort: [], filters: [{ field: 'id', op: 'eq', value: id }], withTotals: false })
  const [stored] = await reader.db.select({ content: reader.t.reconciliations.content }).from(reader.t.reconciliations).where(eq(reader.t.reconciliations.id, id))
  if (!row || !stored) throw new Refusal('notFound')
  return { ...row, content: stored.content as Reconciliation }
}

interface Opening {
  bankAccountId: number
  on: Day | null
  amount: Money | null
  version: number
}

/** Refuses notFound. */
export async function accountOpening(reader: Reader, bankAccountId: number): Promise<Opening> {
  if (!(await listBankAccounts(reader)).some((account) => account.id === bankAccountId)) throw new Refusal('notFound')
  const [row] = await reader.rows<{ on: Day; amount: Money }>(sql`select on_day as "on", amount from account_openings where bank_account_id = ${bankAccountId}`)
  const version = row ? await versionOf(reader, { what: 'accountOpening', id: bankAccountId }) : 0
  return { bankAccountId, on: row?.on ?? null, amount: row?.amount ?? null, version }
}

/** Where the account book begins. Refuses notFound, datedAhead. */
export async function setOpening(tx: Writer, input: { id: number; on: Day; amount: Money }, today: Day): Promise<void> {
  await accountOpening(tx, input.id)
  if (input.on > today) throw new Refusal('datedAhead', { field: 'on', params: { day: today } })
  const { accountOpenings } = tx.t
  const [before] = await tx.db.select().from(accountOpenings).where(eq(accountOpenings.id, input.id))
  await tx.db.delete(accountOpenings).where(eq(accountOpenings.id, input.id))
  await tx.insert(accountOpenings, [input])
  tx.record({ what: 'accountOpening', id: input.id, before: before ?? null, after: input })
}
