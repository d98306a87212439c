import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import { cleanName } from '../../shared/deliveries/fileNames.ts'
import { fileTypeOf, trackingProblems, whyNot } from '../../shared/deliveries/rules.ts'
import { MAX_FILE_BYTES, type DeliveredPaper, type DeliveryInput, type DeliveryOutcome, type DeliveryWay, type OutcomeInput, type TrackingInput, type TrackingProblem, type UndoInput } from '../../shared/deliveries/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { pastDay } from '../collection/checks.ts'
import type { Scope } from '../customers/queries.ts'
import { hashOf } from '../seal.ts'
import type { Writer } from '../writer.ts'
import { deliverables, deliverablesByNumber, type Deliverable } from './documents.ts'
import { standingOutcomes } from './outcomes.ts'
import { deliveryView } from './queries.ts'

type WithoutRequest<Input> = Omit<Input, 'requestId'>

/** Notes that papers were sent. Refuses by the reasons of the contract, in its order. Returns the ids. */
export async function recordDeliveries(tx: Writer, input: WithoutRequest<DeliveryInput>, today: Day, scope: Scope): Promise<number[]> {
  const { paper, way, tracking, recipient, note } = input
  const documentIds = [...new Set(input.documentIds)]
  const known = await deliverables(tx, paper, documentIds, scope)
  const documents = documentIds.map((id) => {
    const document = known.get(id)
    if (!document) throw new Refusal('notFound')
    return document
  })
  const voided = documents.find((document) => document.voided)
  if (voided) throw new Refusal('letterVoided', { field: 'documentIds', params: { number: voided.number } })
  const on = pastDay(input.on, today, 'on')
  const early = documents.find((document) => on < document.issuedOn)
  if (early) throw new Refusal('beforeDocument', { field: 'on', params: { day: early.issuedOn } })
  return postDeliveries(tx, documents.map((document) => ({ document, way, on, tracking, recipient, note })))
}

export interface Sending {
  document: Deliverable
  way: DeliveryWay
  on: Day
  tracking: string
  recipient: string
  note: string
}

/** Posts deliveries that were checked, and names their papers in the journal. Returns the ids. */
export async function postDeliveries(tx: Writer, sendings: readonly Sending[]): Promise<number[]> {
  const firstId = await tx.nextId(tx.t.deliveries)
  await tx.post(tx.t.deliveries, sendings.map(({ document, ...sending }, index) => {
    tx.mention(`${document.paper}:${document.id}:${document.number}`)
    return { id: firstId + index, paper: document.paper, documentId: document.id, ...sending, postedAt: tx.now, postedBy: tx.by.name }
  }))
  return sendings.map((_, index) => firstId + index)
}

/** The list cannot be posted; nothing of it was. */
export class TrackingProblems extends Error {
  readonly problems: TrackingProblem[]

  constructor(problems: TrackingProblem[]) {
    super(`${problems.length} lines`)
    this.problems = problems
  }
}

/** Posts a pasted list of papers and tracking numbers, all of it or nothing: throws TrackingProblems. Refuses notInFuture. Returns how many. */
export async function recordTracking(tx: Writer, { lines, way, on: given }: WithoutRequest<TrackingInput>, today: Day, scope: Scope): Promise<number> {
  const on = pastDay(given, today, 'on')
  const inList = trackingProblems(lines)
  const told = new Set(inList.map(({ row }) => row))
  const known = await deliverablesByNumber(tx, lines.map(({ number }) => number.toUpperCase()), scope)
  const sent = await tx.rows<{ paper: DeliveredPaper; documentId: number; tracking: string }>(sql`select d.paper, d.document_id as "documentId", d.tracking from deliveries d
    where (d.paper = 'letter' and d.document_id in ${idsOf(known, 'letter')} or d.paper = 'accountPaper' and d.document_id in ${idsOf(known, 'accountPaper')})`)
  const before = new Set(sent.map((each) => `${each.paper}:${each.documentId}:${each.tracking.toUpperCase()}`))
  const why = (document: Deliverable | undefined, tracking: string): TrackingProblem['reason'] | null => {
    if (!document) return 'unknownPaper'
    if (document.voided) return 'letterVoided'
    if (on < document.issuedOn) return 'beforeDocument'
    return before.has(`${document.paper}:${document.id}:${tracking.toUpperCase()}`) ? 'alreadyRecorded' : null
  }
  const sendings: Sending[] = []
  const problems = [...inList]
  for (const [index, { number, tracking }] of lines.entries()) {
    const document = known.get(number.toUpperCase())
    const reason = told.has(index + 1) ? null : why(document, tracking)
    if (reason !== null) problems.push({ row: index + 1, reason, number, tracking })
    else if (document) sendings.push({ document, way, on, tracking, recipient: '', note: '' })
  }
  if (problems.length > 0) throw new TrackingProblems(problems.sort((one, other) => one.row - other.row))
  return (await postDeliveries(tx, sendings)).length
}

/** An empty list would be no SQL; no document has the id 0. */
const idsOf = (known: ReadonlyMap<string, Deliverable>, paper: DeliveredPaper): number[] => [0, ...[...known.values()].filter((document) => document.paper === paper).map(({ id }) => id)]

/** Notes what came of a delivery. Refuses by the reasons of the contract, in its order. */
export async function recordOutcome(tx: Writer, input: WithoutRequest<OutcomeInput>, today: Day, scope: Scope): Promise<void> {
  const delivery = await deliveryView(tx, input.id, today, scope)
  const on = pastDay(input.on, today, 'on')
  if (on < delivery.on) throw new Refusal('beforeDelivery', { field: 'on', params: { day: delivery.on } })
  const standing = await tx.rows<{ outcome: DeliveryOutcome }>(sql`select o.outcome from ${standingOutcomes} o where o.delivery_id = ${input.id}`)
  const why = whyNot(input.outcome, standing.map(({ outcome }) => outcome))
  if (why !== null) throw new Refusal(why, { field: 'outcome' })
  const { deliveryOutcomes: table } = tx.t
  const { id: deliveryId, outcome, signedBy, note } = input
  await tx.post(table, [{ id: await tx.nextId(table), deliveryId, outcome, on, signedBy, note, undoesId: null, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`${delivery.paper}:${delivery.documentId}:${delivery.number}`)
}

/** Takes a mistaken outcome back by a later row. Refuses notFound, alreadyUndone. */
export async function undoOutcome(tx: Writer, { id: deliveryId, outcomeId, note }: WithoutRequest<UndoInput>, today: Day, scope: Scope): Promise<void> {
  const delivery = await deliveryView(tx, deliveryId, today, scope)
  const mistaken = delivery.outcomes.find((each) => each.id === outcomeId && each.undoesId === null)
  if (!mistaken) throw new Refusal('notFound')
  if (mistaken.undone) throw new Refusal('alreadyUndone')
  const { deliveryOutcomes: table } = tx.t
  await tx.post(table, [{ id: await tx.nextId(table), deliveryId, outcome: mistaken.outcome, on: today, signedBy: '', note, undoesId: outcomeId, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`${delivery.paper}:${delivery.documentId}:${delivery.number}`)
}

/** Keeps a scan with a delivery. What it is, its bytes say. Refuses notFound, fileTooLarge, fileOfOtherKind. */
export async function attachFile(tx: Writer, deliveryId: number, file: { name: string; bytes: Uint8Array }, today: Day, scope: Scope): Promise<void> {
  const delivery = await deliveryView(tx, deliveryId, today, scope)
  const { bytes } = file
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal('fileTooLarge', { field: 'file' })
  const type = fileTypeOf(bytes)
  if (type === null) throw new Refusal('fileOfOtherKind', { field: 'file' })
  const { deliveryFiles: table } = tx.t
  const text = Buffer.from(bytes).toString('base64')
  const name = cleanName(file.name, `${delivery.number}.${type.split('/')[1] ?? 'pdf'}`)
  await tx.post(table, [{ id: await tx.nextId(table), deliveryId, name, type, size: bytes.length, hash: hashOf(text), bytes: text, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`${delivery.paper}:${delivery.documentId}:${delivery.number}`)
}
