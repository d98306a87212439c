/** Running a dunning: the proposal for everybody, what the clerk and the owner decide, and letters in lots that are each whole. */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import { isAbove, lowerOf, payByFor, whyLeftOut } from '../../shared/dunning/rules.ts'
import type { LeftOut, LetterContent, LetterLevel, LineChange, LineState, RunInput, RunIssued, RunStepKind } from '../../shared/dunning/schemas.ts'
import { add, ZERO } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Company } from '../../shared/settings/schemas.ts'
import type { Today } from '../receipts/commands.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Present } from '../versions.ts'
import type { Writer } from '../writer.ts'
import { postLetters } from './commands.ts'
import { contentOf, loadDunned, type Dunned, type DunningQuestion } from './content.ts'
import { candidates } from './queries.ts'
import { DONE, ISSUABLE, LEVEL, LINES, oneOf, STATE } from './runs.ts'

type WithoutRequest<Input> = Omit<Input, 'requestId'>

/**
 * Proposes a letter to everybody with something due on a day, and says of the others why they get none; nothing is sent.
 * Refuses datedAhead, payByPassed, nobodyToDun. Returns the run's id.
 */
export async function startRun(tx: Writer, input: WithoutRequest<RunInput>, { today }: Today): Promise<number> {
  const asOf = input.asOf ?? today
  if (asOf > today) throw new Refusal('datedAhead', { field: 'asOf', params: { day: today } })
  const options = await loadOptions(tx)
  const payBy = input.payBy ?? payByFor(today, options.payWithinDays)
  if (payBy < today) throw new Refusal('payByPassed', { field: 'payBy', params: { day: today } })
  const currency = input.currency ?? (await loadCompany(tx)).currency
  const rows = await candidates(tx, { asOf, currency, options, scope: null }, { overDays: input.overDays })
  if (rows.length === 0) throw new Refusal('nobodyToDun', { field: 'overDays', params: { day: asOf } })
  const id = await tx.nextId(tx.t.dunningRuns)
  const { overDays, language, note } = input
  await tx.post(tx.t.dunningRuns, [{ id, asOf, currency, overDays, payBy, language, note, postedAt: tx.now, postedBy: tx.by.name }])
  const first = await tx.nextId(tx.t.dunningRunLines)
  await tx.post(tx.t.dunningRunLines, rows.map((row, index) => {
    const asked = row.overdue > 0 ? row.overdue : row.dueSoon
    return {
      id: first + index, runId: id, customerId: row.customerId, level: row.level, due: row.dueLevel, amount: asked > 0 ? asked : add(row.disputed, row.promised),
      unallocated: add(row.unallocated, row.credits), daysOverdue: Math.max(0, row.daysOverdue), items: row.items, leftOut: row.leftOut,
    }
  }))
  tx.mention(`dunningRun:${id}:${asOf}`)
  return id
}

interface Run {
  currency: string
  payBy: Day
  language: LetterContent['language']
}

async function loadRun(tx: Writer, id: number): Promise<Run> {
  const [run] = await tx.rows<Run>(sql`select currency, pay_by as "payBy", language from dunning_runs where id = ${id}`)
  if (!run) throw new Refusal('notFound')
  return run
}

interface Line {
  id: number
  customerId: number
  customer: string
  state: LineState
  level: LetterLevel
  remark: string
  leftOut: LeftOut
}

const loadLines = (tx: Writer, runId: number, which: ReturnType<typeof sql>): Promise<Line[]> => tx.rows<Line>(sql`select dunning_run_lines.id, dunning_run_lines.customer_id as "customerId", customers.name as customer,
    ${STATE} as state, ${LEVEL} as level, coalesce(s.remark, '') as remark, dunning_run_lines.left_out as "leftOut" ${LINES} where dunning_run_lines.run_id = ${runId} and ${which}`)

interface Step {
  line: Pick<Line, 'id' | 'remark'>
  kind: RunStepKind
  taken: boolean
  level: LetterLevel
  letterId?: number
  reason?: string
}

async function postSteps(tx: Writer, runId: number, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  const first = await tx.nextId(tx.t.dunningRunSteps)
  await tx.post(tx.t.dunningRunSteps, steps.map(({ line, kind, taken, level, letterId, reason }, index) => ({
    id: first + index, runId, lineId: line.id, kind, taken, level, remark: line.remark, letterId: letterId ?? null, reason: reason ?? '', postedAt: tx.now, postedBy: tx.by.name,
  })))
  tx.mention(`dunningRun:${runId}:`)
}

/** Why a line may not be issued now; that the sum is small was for the clerk to decide when the line was taken by hand. */
const whyNow = (dunned: Dunned, { leftOut }: Pick<Line, 'leftOut'>, { asOf, options }: DunningQuestion): LeftOut => (dunned.why === 'belowMinimum' && leftOut === 'belowMinimum'
  ? whyLeftOut({ ...dunned, dunned: dunned.total }, asOf, { ...options, letterMinimum: ZERO }) : dunned.why)

/** The last that was decided about any of the lines of a run. */
export async function lastStep(tx: Writer, runId: number, lineIds: readonly number[]): Promise<Present> {
  const [row] = await tx.rows<{ version: number; by: string; at: string }>(sql`select id as version, posted_by as by, posted_at as at from dunning_run_steps
    where run_id = ${runId} and line_id in ${[...lineIds]} order by id desc limit 1`)
  return row ?? { version: 0 }
}

/**
 * Takes lines or leaves them out, lowers a level, writes a remark. Only a sum below the minimum may be overruled; hold,
 * dispute, promise, receipts and red invoices that cover it and the spacing may not. Refuses by the reasons of the contract, in its order.
 */
export async function changeLines(tx: Writer, { id, lineIds, taken, level, remark }: Omit<LineChange, 'requestId' | 'version'> & { id: number }, { today }: Today): Promise<void> {
  const run = await loadRun(tx, id)
  const wanted = [...new Set(lineIds)]
  const lines = await loadLines(tx, id, sql`dunning_run_lines.id in ${wanted}`)
  if (lines.length < wanted.length) throw new Refusal('notFound', { field: 'lineIds' })
  const done = lines.find((line) => DONE.has(line.state))
  if (done) throw new Refusal('lineDone', { params: { customer: done.customer } })
  const question = { asOf: today, currency: run.currency, options: await loadOptions(tx), scope: null }
  const stays = (line: Line): boolean => taken ?? line.state !== 'leftOut'
  const dunned = await loadDunned(tx, lines.filter(stays).map((line) => line.customerId), question)
  await postSteps(tx, id, lines.map((line) => {
    const change = { line: { id: line.id, remark: remark ?? line.remark }, kind: 'change' as const, taken: stays(line), level: level ?? line.level }
    const theirs = dunned.get(line.customerId)
    if (!change.taken || !theirs) return change
    const why = whyNow(theirs, { leftOut: 'belowMinimum' }, question)
    if (why !== '') throw new Refusal(why, { params: { customer: line.customer } })
    if (level !== undefined && isAbove(level, theirs.level)) throw new Refusal('levelTooHigh', { field: 'level', params: { customer: line.customer, level: theirs.level } })
    return { ...change, level: lowerOf(change.level, theirs.level) }
  }))
}

/** 批准: the owner lets final notices go out. Refuses notFound, nothingToApprove, notWaiting. Returns how many. */
export async function approveLines(tx: Writer, { id, lineIds }: { id: number; lineIds?: readonly number[] | undefined }): Promise<number> {
  await loadRun(tx, id)
  const waiting = await loadLines(tx, id, oneOf(new Set<LineState>(['needsApproval'])))
  if (waiting.length === 0) throw new Refusal('nothingToApprove')
  const chosen = lineIds === undefined ? waiting : waiting.filter((line) => lineIds.includes(line.id))
  if (lineIds !== undefined && chosen.length < new Set(lineIds).size) throw new Refusal('notWaiting', { field: 'lineIds' })
  await postSteps(tx, id, chosen.map((line) => ({ line, kind: 'approve', taken: true, level: 'finalNotice' })))
  return chosen.length
}

export type NextLetters = Pick<RunIssued, 'skipped' | 'left'> & { ids: number[] }

/**
 * Issues the next letters of a run, all or none of them, each with the sums and the level of this moment; who paid, objected
 * or got another letter meanwhile is skipped, and the line says why. Refuses notFound.
 */
export async function issueNext(tx: Writer, { id, limit }: { id: number; limit: number }, company: Company, { today }: Today): Promise<NextLetters> {
  const run = await loadRun(tx, id)
  const waiting = await tx.rows<{ id: number }>(sql`select dunning_run_lines.id ${LINES} where dunning_run_lines.run_id = ${id} and ${oneOf(ISSUABLE)} order by 1`)
  const next = waiting.slice(0, limit).map((line) => line.id)
  const lines = next.length === 0 ? [] : await loadLines(tx, id, sql`dunning_run_lines.id in ${next} order by dunning_run_lines.id`)
  const options = await loadOptions(tx)
  const question: DunningQuestion = { asOf: today, currency: run.currency, options, scope: null }
  const dunned = await loadDunned(tx, lines.map((line) => line.customerId), question)
  const payBy = run.payBy > today ? run.payBy : payByFor(today, options.payWithinDays)
  const skipped: NextLetters['skipped'] = []
  const letters: { line: Line; content: LetterContent }[] = []
  for (const line of lines) {
    const theirs = dunned.get(line.customerId)
    const why = theirs ? whyNow(theirs, line, question) : 'nothingDue'
    if (!theirs || why !== '') {
      skipped.push({ lineId: line.id, customerId: line.customerId, reason: why === '' ? 'nothingDue' : why })
      continue
    }
    const request = { customerId: line.customerId, level: lowerOf(line.level, theirs.level), payBy, remark: line.remark, language: run.language }
    letters.push({ line, content: await contentOf(tx, theirs, request, question, company, tx.by.name) })
  }
  const ids = await postLetters(tx, letters.map(({ content }) => content))
  const reasons = new Map(skipped.map((each) => [each.lineId, each.reason]))
  const issued = new Map(letters.map(({ line, content }, index) => [line.id, { level: content.level, letterId: ids[index] ?? 0 }]))
  await postSteps(tx, id, lines.map((line): Step => {
    const letter = issued.get(line.id)
    return letter ? { line, kind: 'issue', taken: true, ...letter } : { line, kind: 'skip', taken: false, level: line.level, reason: reasons.get(line.id) ?? 'nothingDue' }
  }))
  // Each line of the lot is done with now, by a letter or by the reason why there is none.
  return { ids, skipped, left: waiting.length - lines.length }
}
