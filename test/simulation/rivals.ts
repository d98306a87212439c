/**
 * One of the programs that concurrency.ts sets on the same ledger: works at random on the same few customers as all the
 * others, and tells its parent what was acknowledged. Started with the place of the ledger, a seed and how much to do.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { dishonourAcceptance, presentAcceptance } from '../../db/acceptances/commands.ts'
import { receiveAcceptances, returnAcceptances } from '../../db/acceptances/register.ts'
import { undoAcceptance } from '../../db/acceptances/undo.ts'
import { postInvoice, reverseInvoice } from '../../db/invoices/commands.ts'
import { Ledger } from '../../db/ledger.ts'
import { postOffset } from '../../db/offsets/commands.ts'
import { allocate, moveReceipt, recordReceipt, releaseAllocation, reverseReceipt } from '../../db/receipts/commands.ts'
import { recordRefund } from '../../db/refunds/commands.ts'
import { SYSTEM, type Writer } from '../../db/writer.ts'
import { receiveInput } from '../../shared/acceptances/schemas.ts'
import { day } from '../../shared/day.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { offsetInput } from '../../shared/offsets/schemas.ts'
import { allocationLine, receiptInput } from '../../shared/receipts/schemas.ts'
import { refundInput } from '../../shared/refunds/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { CUSTOMERS } from './office.ts'
import { Random } from './random.ts'

export type Told =
  | { kind: 'acknowledged'; procedure: string; table: string; id: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'lost' }
  | { kind: 'bug'; text: string }

const calendar = { today: day('2026-06-30'), isWorkday: () => true }
const WEIGHTS = { invoice: 14, receipt: 26, allocate: 20, release: 12, reverseInvoice: 6, reverseReceipt: 5, move: 6, refund: 8, offset: 10, bill: 6, billStep: 8 }
const MOST_TRIES = 10

interface Deed {
  procedure: string
  /** Where the answered id must stand afterwards; empty when the answer is none. */
  table: string
  input: unknown
  work: (tx: Writer) => Promise<unknown>
}

const [location = '', seed = '1', deeds = '100'] = process.argv.slice(2)
const random = new Random(Number(seed))
/** A connection may be cut while the ledger is being opened, too. */
async function opened(tries: number): Promise<Ledger> {
  try {
    return await Ledger.open(location)
  } catch (error) {
    if (tries === 0) throw error
    return opened(tries - 1)
  }
}

const ledger = await opened(MOST_TRIES)
const tell = (told: Told): void => void process.send?.(told)

interface Open {
  id: number
  open: number
}

/** What is open of a customer now; by the time something is done with it, others may have been quicker. */
const openOf = (customerId: number, side: 'debts' | 'credits'): Promise<Open[]> => ledger.read((reader) => reader.rows<Open>(sql`select b.item_id as id, b.open as open from open_balances b
  join open_items i on i.id = b.item_id where b.customer_id = ${customerId} and ${side === 'debts' ? sql`b.open > 0` : sql`b.open < 0 and i.kind = 'receipt'`} order by b.item_id limit 8`))

const someId = async (query: ReturnType<typeof sql>): Promise<number | null> => random.pick(await ledger.read((reader) => reader.rows<{ id: number }>(query)))?.id ?? null

async function lines(customerId: number, most: number) {
  let left = most
  const chosen = []
  for (const debt of await openOf(customerId, 'debts')) {
    if (left <= 0 || chosen.length === 3) break
    const amount = Math.min(left, random.chance(0.7) ? debt.open : random.between(1, debt.open))
    chosen.push(allocationLine.parse({ itemId: debt.id, amount }))
    left -= amount
  }
  return chosen
}

const DEEDS: Record<keyof typeof WEIGHTS, (customerId: number) => Promise<Deed | null>> = {
  invoice: async (customerId) => {
    const input = invoiceInput.parse({ customerId, documentOn: '2026-05-01', dueOn: '2026-06-01', amount: random.between(1000, 900_000) })
    return { procedure: 'invoices.save', table: 'invoices', input, work: (tx) => postInvoice(tx, input, calendar) }
  },
  receipt: async (customerId) => {
    const amount = random.between(1, 900_000)
    const input = receiptInput.parse({ customerId, receivedOn: '2026-06-10', amount, allocations: random.chance(0.7) ? await lines(customerId, amount) : [] })
    return { procedure: 'receipts.record', table: 'receipts', input, work: (tx) => recordReceipt(tx, input, calendar) }
  },
  allocate: async (customerId) => {
    const credit = random.pick(await openOf(customerId, 'credits'))
    const chosen = credit ? await lines(customerId, -credit.open) : []
    if (!credit || chosen.length === 0) return null
    const input = { creditItemId: credit.id, lines: chosen, field: 'lines' }
    return { procedure: 'receipts.allocate', table: '', input, work: (tx) => allocate(tx, input, calendar) }
  },
  release: async (customerId) => {
    const id = await someId(sql`select a.id from allocations a join open_items i on i.id = a.item_id where i.customer_id = ${customerId} and a.releases_id is null and a.reason <> 'reversal'
      and not exists (select 1 from allocations r where r.releases_id = a.id) order by a.id limit 10`)
    return id === null ? null : { procedure: 'receipts.release', table: '', input: { id }, work: (tx) => releaseAllocation(tx, { id }, calendar) }
  },
  move: async (customerId) => {
    const receiptId = await someId(sql`select r.id from receipts r where r.customer_id = ${customerId} and r.reverses_id is null and r.method = 'transfer' and not exists (select 1 from receipts v where v.reverses_id = r.id) order by r.id limit 5`)
    const input = { id: receiptId ?? 0, customerId: (customerId % 3) + 1, reason: '记错客户' }
    return receiptId === null ? null : { procedure: 'receipts.move', table: 'receipts', input, work: (tx) => moveReceipt(tx, input, calendar) }
  },
  refund: async (customerId) => {
    const credit = random.pick(await openOf(customerId, 'credits'))
    if (!credit) return null
    const amount = random.between(1, -credit.open)
    const input = refundInput.parse({ customerId, refundedOn: '2026-06-29', amount, credits: random.chance(0.5) ? [{ itemId: credit.id, amount }] : [] })
    return { procedure: 'refunds.record', table: 'refunds', input, work: (tx) => recordRefund(tx, input, calendar) }
  },
  offset: async (customerId) => {
    const kind = random.pick(['advance', 'customers', 'payable'] as const)!
    const [debt, credit] = [random.pick(await openOf(customerId, 'debts')), random.pick(await openOf(customerId, 'credits'))]
    if (!debt || (kind === 'advance' && !credit)) return null
    const amount = random.between(1, kind === 'advance' && credit ? Math.min(debt.open, -credit.open) : debt.open)
    const input = offsetInput.parse({
      kind, customerId, otherCustomerId: kind === 'customers' ? (customerId % 3) + 1 : null, offsetOn: '2026-06-29', document: '同意函',
      lines: [{ itemId: debt.id, creditItemId: kind === 'advance' ? credit?.id ?? null : null, amount }],
    })
    return { procedure: 'offsets.post', table: 'offsets', input, work: (tx) => postOffset(tx, input, calendar) }
  },
  bill: async (customerId) => {
    // Few numbers, so that the same bill comes in twice.
    const bill = { billNumber: `B${random.between(1, 40)}`, drawer: '出票人', acceptor: '承兑行', issuedOn: '2026-03-01', dueOn: '2026-06-25', amount: random.between(1000, 90_000) }
    const input = receiveInput.parse({ customerId, receivedOn: '2026-04-01', bills: [bill] })
    return { procedure: 'acceptances.receive', table: 'receipts', input, work: (tx) => receiveAcceptances(tx, input, calendar) }
  },
  billStep: async (customerId) => {
    const id = await someId(sql`select acceptance_id as id from acceptance_states where customer_id = ${customerId} and status in ('held', 'presented', 'dishonoured') order by acceptance_id limit 4`)
    if (id === null) return null
    const input = { id, on: calendar.today, note: '', reason: '账户余额不足' }
    const [name, work] = random.pick([['present', presentAcceptance], ['dishonour', dishonourAcceptance], ['undo', undoAcceptance]] as const)!
    return { procedure: `acceptances.${name}`, table: '', input, work: (tx) => work(tx, input, calendar) }
  },
  reverseInvoice: (customerId) => reversal('invoices', customerId),
  reverseReceipt: (customerId) => reversal('receipts', customerId),
}

async function reversal(table: 'invoices' | 'receipts', customerId: number): Promise<Deed | null> {
  const id = await someId(sql`select id from ${sql.identifier(table)} d where customer_id = ${customerId} and reverses_id is null
    and not exists (select 1 from ${sql.identifier(table)} r where r.reverses_id = d.id) order by id limit 5`)
  const input = { id: id ?? 0, reason: '开错' }
  return id === null ? null : { procedure: `${table}.reverse`, table, input, work: async (tx) => {
    if (table === 'invoices') return reverseInvoice(tx, input, calendar)
    await returnAcceptances(tx, input.id, undefined, calendar)
    return reverseReceipt(tx, input, calendar)
  } }
}

/** Sends a request; where the connection was lost on the way it is sent again, and still is done once. */
async function send(deed: Deed, requestId: string): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ledger.write({ by: SYSTEM, procedure: deed.procedure, requestId, input: deed.input }, deed.work)
    } catch (error) {
      if (error instanceof Refusal && error.reason !== 'ledgerBusy') throw error
      if (!(error instanceof Refusal) && !isLost(error)) throw error
      if (tried === MOST_TRIES) throw error
      tell({ kind: 'lost' })
    }
  }
}

const isLost = (error: unknown): boolean => /connection|terminat|ECONNRESET/i.test(error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : '')

async function doOne(): Promise<void> {
  try {
    const deed = await DEEDS[random.weighted(WEIGHTS)](random.pick(CUSTOMERS.slice(0, 3))!)
    if (!deed) return
    const requestId = randomUUID()
    // Now and then the same request comes twice at once, as from an impatient finger.
    const answers = await Promise.all(Array.from({ length: random.chance(0.1) ? 2 : 1 }, () => send(deed, requestId)))
    if (JSON.stringify(answers[0] ?? null) !== JSON.stringify(answers.at(-1) ?? null)) tell({ kind: 'bug', text: `${deed.procedure}: one request has two answers: ${JSON.stringify(answers)}` })
    tell({ kind: 'acknowledged', procedure: deed.procedure, table: deed.table, id: deed.table === '' ? 0 : Number(answers[0]) })
  } catch (error) {
    if (error instanceof Refusal) tell({ kind: 'refused', reason: error.reason })
    else if (isLost(error)) tell({ kind: 'lost' })
    else tell({ kind: 'bug', text: error instanceof Error ? `${error.stack} ${String(error.cause ?? '')}` : String(error) })
  }
}

for (let done = 0; done < Number(deeds); done += 1) await doOne()
await ledger.close()
process.disconnect()
