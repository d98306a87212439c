/** What the ledger knows of interruptions: demands that arrived, money, signed statements, promises, notes by hand and lawsuits. */
import { sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { CLOSING, type ClockEvent } from '../../shared/limitation/rules.ts'
import type { CaseStage, ClockEntry, InterruptionKind } from '../../shared/limitation/schemas.ts'
import type { Money } from '../../shared/money.ts'
import type { Scope } from '../customers/queries.ts'
import { arrivedDemands } from '../deliveries/arrived.ts'
import { standingOutcomes } from '../deliveries/outcomes.ts'
import type { Reader } from '../reader.ts'
import type { Debt } from './debts.ts'

export type LedgerEvent = ClockEvent & Omit<ClockEntry, 'effect' | keyof ClockEvent>
interface OfItem {
  itemId: number
}
type Found<More> = More & { on: Day; documentId: number; number: string; text: string; by: string }

interface Question {
  /** The debts that are asked about, as documentsOf names them. */
  documents: SQL
  asOf: Day
  /** Of one customer, where all of them are. */
  customerId: number | undefined
}

/** The events of each debt by its first open item, in no order. One question for each kind of event, however many debts there are. */
export async function eventsOf(reader: Reader, debts: readonly Debt[], { documents, asOf, scope }: { documents: SQL; asOf: Day; scope: Scope }): Promise<Map<number, LedgerEvent[]>> {
  const events = new Map<number, LedgerEvent[]>()
  if (debts.length === 0) return events
  const customers = new Set(debts.map(({ customerId }) => customerId))
  const question: Question = { documents, asOf, customerId: customers.size === 1 ? [...customers][0] : undefined }
  const byItem = new Map(debts.flatMap((debt) => debt.installments.map(({ itemId }): [number, Debt] => [itemId, debt])))
  const byCustomer = groupBy(debts, (debt) => debt.customerId)
  const note = (debt: Debt, event: LedgerEvent): void => {
    const known = events.get(debt.itemId)
    // A letter, a receipt or a promise may name several items of a debt; it happened once.
    if (!known) events.set(debt.itemId, [event])
    else if (!known.some(({ kind, source, documentId, on, takenBack }) => kind === event.kind && source === event.source && documentId === event.documentId && on === event.on && takenBack === event.takenBack)) known.push(event)
  }
  const ofItem = (itemId: number, event: LedgerEvent): void => {
    const debt = byItem.get(itemId)
    if (debt) note(debt, event)
  }
  for (const { itemIds, ...event } of await demands(reader, question, scope)) for (const itemId of itemIds) ofItem(itemId, event)
  for (const source of [payments, promisesOnItems, interruptions, lawsuits]) for (const { itemId, ...event } of await source(reader, question)) ofItem(itemId, event)
  for (const { customerId, concerns, ...event } of [...(await statements(reader, question)), ...(await promisesOfAll(reader, question))]) {
    for (const debt of byCustomer.get(customerId) ?? []) if (concerns(debt)) note(debt, event)
  }
  return events
}

const theirs = (column: string, { customerId }: Question): SQL => (customerId === undefined ? sql`` : sql`and ${sql.raw(column)} = ${customerId}`)
const NOTHING = { until: null, takenBack: false, amount: null } as const

/** Letters that arrived, and their stamped slips: a slip is the debtor's own signature under a demand. */
async function demands(reader: Reader, { asOf, customerId }: Question, scope: Scope): Promise<(LedgerEvent & { itemIds: number[] })[]> {
  const arrived = await arrivedDemands(reader, { customerId, asOf }, scope)
  if (arrived.length === 0) return []
  const slips = new Map((await reader.rows<{ deliveryId: number; on: Day; by: string }>(sql`select s.delivery_id as "deliveryId", s.on_day as "on", s.signed_by as by from ${standingOutcomes} s
    where s.outcome = 'slip' and s.on_day <= ${asOf} order by s.on_day desc, s.id desc`)).map((slip) => [slip.deliveryId, slip]))
  return arrived.flatMap(({ documentId, deliveryId, number, on, itemIds }) => {
    const event = { ...NOTHING, source: 'letter' as const, documentId, number, text: '', by: '', itemIds }
    const slip = slips.get(deliveryId)
    return [{ ...event, kind: 'demand' as const, on }, ...(slip ? [{ ...event, kind: 'slip' as const, on: slip.on, text: slip.by }] : [])]
  })
}

/**
 * Money that the debtor paid on the debt, on the day on which it came: when we allocate it later the debtor does nothing. A
 * released allocation was not for this debt, so it interrupts nothing. Credit notes, offsets and write-offs are our acts.
 */
async function payments(reader: Reader, question: Question): Promise<(LedgerEvent & OfItem)[]> {
  const released = sql`exists (select 1 from allocations k where k.releases_id = a.id and k.allocated_on <= ${question.asOf})`
  const rows = await reader.rows<Found<OfItem> & { amount: Money; takenBack: number }>(sql`select a.item_id as "itemId", r.received_on as "on", r.id as "documentId", r.number, r.reference as text, r.posted_by as by,
      cast(sum(a.amount) as bigint) as amount, case when ${released} then 1 else 0 end as "takenBack"
    from ${question.documents} d join open_items x on x.document_id = d.document_id and x.kind = d.kind join allocations a on a.item_id = x.id
      join open_items c on c.id = a.credit_item_id and c.kind = 'receipt' join receipts r on r.id = c.document_id
    where a.releases_id is null and a.reason <> 'reversal' and r.reverses_id is null and r.received_on <= ${question.asOf} group by 1, 2, 3, 4, 5, 6, 8`)
  return rows.map(({ takenBack, ...row }) => ({ ...NOTHING, ...row, kind: 'partPayment', source: 'receipt', takenBack: takenBack === 1 }))
}

interface OfCustomer {
  customerId: number
  concerns: (debt: Debt) => boolean
}

/** 对账单 and 询证函 whose last slip agrees with a balance in our favour: they concern what existed on the day of the balance. */
async function statements(reader: Reader, question: Question): Promise<(LedgerEvent & OfCustomer)[]> {
  const rows = await reader.rows<Found<{ customerId: number; currency: string; asOf: Day; kind: 'statement' | 'confirmation'; amount: Money }>>(sql`select p.customer_id as "customerId", p.currency, p.as_of as "asOf", p.kind,
      p.balance as amount, r.on_day as "on", p.id as "documentId", p.number, r.person as text, r.posted_by as by
    from account_papers p join account_paper_replies r on r.id = (select max(l.id) from account_paper_replies l where l.paper_id = p.id)
    where r.agreed = 1 and p.balance > 0 and r.on_day <= ${question.asOf} ${theirs('p.customer_id', question)}`)
  return rows.map(({ currency, asOf, kind, ...row }) => ({
    ...NOTHING, ...row, kind: kind === 'statement' ? 'signedStatement' : 'confirmation', source: 'accountPaper', concerns: (debt) => debt.currency === currency && debt.documentOn <= asOf,
  }))
}

/**
 * Promises, on the day on which they were made. A broken promise still acknowledged the debt; one that was withdrawn may
 * have been noted by mistake, so it counts only when it is noted by hand with its evidence.
 */
const promises = (concerned: SQL, question: Question): SQL => sql`p.made_on as "on", p.id as "documentId", p.due_on as number, p.person as text, p.amount, p.posted_by as by,
    case when exists (select 1 from collection_ends e where e.what = 'promise' and e.document_id = p.id and e.on_day <= ${question.asOf}) then 1 else 0 end as "takenBack"
  from promises p ${concerned} p.made_on <= ${question.asOf} ${theirs('p.customer_id', question)}`

interface StoredPromise extends Found<object> {
  amount: Money
  takenBack: number
}
const asPromise = ({ on, documentId, number, text, by, amount, takenBack }: StoredPromise): LedgerEvent =>
  ({ ...NOTHING, kind: 'promise', source: 'promise', on, documentId, number, text, by, amount, takenBack: takenBack === 1 })

const promisesOnItems = async (reader: Reader, question: Question): Promise<(LedgerEvent & OfItem)[]> =>
  (await reader.rows<StoredPromise & OfItem>(sql`select x.item_id as "itemId", ${promises(sql`join promise_items x on x.promise_id = p.id where`, question)}`)).map((row) => ({ ...asPromise(row), itemId: row.itemId }))

/** A promise about no items concerns all that existed when it was made and was due by its day. */
async function promisesOfAll(reader: Reader, question: Question): Promise<(LedgerEvent & OfCustomer)[]> {
  const rows = await reader.rows<StoredPromise & { customerId: number; currency: string; dueOn: Day }>(sql`select p.customer_id as "customerId", p.currency, p.due_on as "dueOn",
    ${promises(sql`where not exists (select 1 from promise_items x where x.promise_id = p.id) and`, question)}`)
  return rows.map((row) => ({
    ...asPromise(row), customerId: row.customerId, concerns: (debt) => debt.currency === row.currency && debt.documentOn <= row.on && debt.installments.some((part) => part.dueOn <= row.dueOn),
  }))
}

const interruptions = async (reader: Reader, question: Question): Promise<(LedgerEvent & OfItem)[]> =>
  (await reader.rows<Found<OfItem & { kind: InterruptionKind; undone: number }>>(sql`select x.item_id as "itemId", n.kind, n.on_day as "on", n.id as "documentId", '' as number, n.evidence as text, n.posted_by as by,
      case when exists (select 1 from interruptions u where u.undoes_id = n.id) then 1 else 0 end as undone
    from interruptions n join interruption_items x on x.interruption_id = n.id where n.undoes_id is null and n.on_day <= ${question.asOf} ${theirs('n.customer_id', question)}`))
    .map(({ undone, ...row }) => ({ ...NOTHING, ...row, source: 'interruption', takenBack: undone === 1 }))

/** The stage at which a lawsuit stands on a day, from its last event that is no cost and no note; `column` stage or on_day. */
export const lastStage = (column: 'stage' | 'on_day', lawsuitId: SQL, asOf: Day): SQL => sql`(select e.${sql.identifier(column)} from lawsuit_events e
  where e.lawsuit_id = ${lawsuitId} and ${isStage('e', asOf)}
    and not exists (select 1 from lawsuit_events l where l.lawsuit_id = e.lawsuit_id and ${isStage('l', asOf)} and (l.on_day > e.on_day or (l.on_day = e.on_day and l.id > e.id))))`
const isStage = (event: string, asOf: Day): SQL => sql`${sql.raw(event)}.stage not in ('cost', 'note') and ${sql.raw(event)}.on_day <= ${asOf}`

async function lawsuits(reader: Reader, question: Question): Promise<(LedgerEvent & OfItem)[]> {
  const rows = await reader.rows<Found<OfItem & { stage: CaseStage | null; since: Day | null; amount: Money }>>(sql`select x.item_id as "itemId", l.filed_on as "on", l.id as "documentId", l.number, l.court as text, l.claim as amount,
      l.posted_by as by, ${lastStage('stage', sql`l.id`, question.asOf)} as stage, ${lastStage('on_day', sql`l.id`, question.asOf)} as since
    from lawsuits l join lawsuit_items x on x.lawsuit_id = l.id where l.filed_on <= ${question.asOf} ${theirs('l.customer_id', question)}`)
  return rows.map(({ stage, since, ...row }) => ({
    ...NOTHING, ...row, kind: 'lawsuit', source: 'lawsuit', until: stage !== null && CLOSING.has(stage) ? since : null, withdrawn: stage === 'withdrawn',
  }))
}
