/** What was decided about lines of statements: the only place that posts decisions and moves the states that follow from them. */
import { inArray, sql } from 'drizzle-orm'
import { statusOf } from '../../shared/bank/rules.ts'
import type { LineClass, LineStatus } from '../../shared/bank/schemas.ts'
import type { Reader } from '../reader.ts'
import type { Present } from '../versions.ts'
import type { Writer } from '../writer.ts'
import type { DecisionKind } from './tables.ts'

/** A line with where it stands; amounts in minor units. */
export interface StandingLine {
  id: number
  bankAccountId: number
  on: string
  direction: 'in' | 'out'
  class: LineClass
  status: LineStatus
  receiptId: number | null
  refundId: number | null
  acceptanceEventId: number | null
}

interface Decision {
  line: Pick<StandingLine, 'id' | 'direction' | 'class'>
  kind: DecisionKind
  /** The class from now on; left out it stays as it is. */
  class?: LineClass
  documentId?: number | null
}

const SOME = 400
const DONE_BY: Partial<Record<DecisionKind, 'receiptId' | 'refundId' | 'acceptanceEventId'>> = {
  receipt: 'receiptId', linkedReceipt: 'receiptId', refund: 'refundId', linkedRefund: 'refundId', acceptance: 'acceptanceEventId',
}

const linesWhere = (reader: Reader, condition: ReturnType<typeof sql>): Promise<StandingLine[]> =>
  reader.rows<StandingLine>(sql`select s.line_id as id, s.bank_account_id as "bankAccountId", s.on_day as "on", l.direction as direction, s.class as class, s.status as status,
      s.receipt_id as "receiptId", s.refund_id as "refundId", s.acceptance_event_id as "acceptanceEventId"
    from statement_states s join statement_lines l on l.id = s.line_id where ${condition} order by s.line_id`)

/** Posts decisions and moves their lines' states. The last decision about a line says where it stands. */
export async function decide(tx: Writer, decisions: readonly Decision[]): Promise<void> {
  const { statementDecisions, statementStates } = tx.t
  const rows = []
  for (const { line, kind, class: next = line.class, documentId = null } of decisions) {
    rows.push({ id: await tx.nextId(statementDecisions), lineId: line.id, kind, class: next, documentId, at: tx.now, by: tx.by.name })
  }
  await tx.post(statementDecisions, rows)
  for (let start = 0; start < decisions.length; start += SOME) {
    const some = decisions.slice(start, start + SOME)
    const before = new Map((await tx.db.select().from(statementStates).where(inArray(statementStates.lineId, some.map(({ line }) => line.id)))).map((state) => [state.lineId, state]))
    await tx.db.delete(statementStates).where(inArray(statementStates.lineId, some.map(({ line }) => line.id)))
    await tx.insert(statementStates, some.flatMap(({ line, kind, class: next = line.class, documentId = null }) => {
      const state = before.get(line.id)
      if (!state) return []
      const column = DONE_BY[kind]
      return [{
        ...state, class: next, status: column ? 'done' as const : kind === 'same' ? 'same' as const : statusOf(next, line.direction),
        receiptId: column === 'receiptId' ? documentId : null, refundId: column === 'refundId' ? documentId : null, acceptanceEventId: column === 'acceptanceEventId' ? documentId : null,
      }]
    }))
  }
}

/** The last that was decided about any of the lines. */
export async function lastDecision(reader: Reader, lineIds: readonly number[]): Promise<Present> {
  const [row] = await reader.rows<{ version: number; by: string; at: string }>(sql`select id as version, decided_by as by, decided_at as at from statement_decisions
    where line_id in ${[...lineIds]} order by id desc limit 1`)
  return row ?? { version: 0 }
}

async function release(tx: Writer, lines: readonly StandingLine[]): Promise<number> {
  if (lines.length > 0) await decide(tx, lines.map((line) => ({ line, kind: 'undone', documentId: line.receiptId ?? line.refundId ?? line.acceptanceEventId })))
  return lines.length
}

/** The lines of a receipt that was reversed wait to be dealt with again. Returns how many there were. */
export const releaseLines = async (tx: Writer, receiptId: number): Promise<number> => release(tx, await linesWhere(tx, sql`s.receipt_id = ${receiptId}`))
/** The same for a refund that was reversed. */
export const releaseRefundLines = async (tx: Writer, refundId: number): Promise<number> => release(tx, await linesWhere(tx, sql`s.refund_id = ${refundId}`))
/** The same for a bill whose collection or discount was taken back. */
export const releaseUndoneLines = async (tx: Writer, acceptanceId: number): Promise<number> => release(tx, await linesWhere(tx,
  sql`s.acceptance_event_id in (select e.id from acceptance_events e join acceptance_events u on u.undoes_id = e.id where e.acceptance_id = ${acceptanceId})`))

/** The lines of a receipt that was moved to another customer belong to the new one: their money came only once. */
export async function moveLines(tx: Writer, receiptId: number, newReceiptId: number): Promise<number> {
  const lines = await linesWhere(tx, sql`s.receipt_id = ${receiptId}`)
  if (lines.length > 0) await decide(tx, lines.map((line) => ({ line, kind: 'receipt', documentId: newReceiptId })))
  return lines.length
}
