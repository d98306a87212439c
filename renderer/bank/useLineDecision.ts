/**
 * What the clerk decides about the line of the cursor: its customer and what it settles. What is proposed stands until
 * something else is chosen, and a decision belongs to one line only: on another line the proposal of that one stands.
 */
import { useEffect, useState } from 'react'
import type { AcceptLine, LineDetail, ProposedLine, Proposal, StatementLine } from '../../shared/bank/schemas.ts'
import { LINE_REASONS, type AllocationLine } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { leftOf, overdrawn, suggestedDrafts, toLines, type AllocationDraft } from '../receipts/allocation.ts'
import type { AllocationStep } from '../receipts/allocationPanel.tsx'
import type { LookupItem } from '../ui/lookup.tsx'
import { useQuery } from '../ui/useQuery.ts'

type Customer = Pick<LookupItem, 'id' | 'code' | 'name'>

interface Choice {
  lineId: number
  /** Undefined while the proposed one stands; null when the clerk has emptied the field. */
  customer: Customer | null | undefined
  drafts: AllocationDraft[] | undefined
}

/** What keeps the line from being accepted as it stands on screen; keys of the texts under `bank:panel`. */
export type DecisionProblem = 'chooseFirst' | 'over'

/** Held arrow keys pass many lines; only the one that they stop at is asked for. */
const PASSING_MS = 60

const allocationsOf = (proposal: Proposal): AllocationLine[] =>
  proposal.allocations.map(({ itemId, amount, difference, reason }) => ({ itemId, amount, difference, reason: LINE_REASONS.find((own) => own === reason) ?? 'manual' }))

/** A line as it is proposed, or null when nothing is. */
export function asProposed({ id, proposal }: ProposedLine): AcceptLine | null {
  if (proposal.kind === 'none') return null
  if (proposal.kind === 'linked') {
    return { lineId: id, ...(proposal.receiptId === null ? {} : { receiptId: proposal.receiptId }), ...(proposal.acceptanceEventId === null ? {} : { acceptanceEventId: proposal.acceptanceEventId }) }
  }
  return proposal.customerId === null ? null : { lineId: id, customerId: proposal.customerId, allocations: allocationsOf(proposal) }
}

export interface LineDecision {
  detail: LineDetail | undefined
  loading: boolean
  error: unknown
  customer: Customer | null
  drafts: AllocationDraft[]
  /** The line is only linked to a document that is there already. */
  linked: boolean
  /** The clerk has changed something. */
  decided: boolean
  choose: (customer: Customer | null) => void
  change: (step: AllocationStep) => void
  /** What is accepted now: the clerk's decision, waiting for the customer's items when they are still on their way. */
  settle: () => Promise<AcceptLine | DecisionProblem>
}

/** One line with what is open of the customer in question; the money of a line that is claimed is booked, so only its customer is new. */
async function ask(line: StatementLine, customerId: number | undefined, claiming: boolean, signal?: AbortSignal): Promise<LineDetail> {
  const options = signal ? { signal } : {}
  if (!claiming) return api.bank.detail({ id: line.id, ...(customerId === undefined ? {} : { customerId }) }, options)
  const detail = await api.bank.detail({ id: line.id }, options)
  const question = { amount: line.amount, receivedOn: line.on, currency: line.currency, reference: line.memo }
  return { ...detail, suggestion: customerId === undefined ? null : await api.receipts.suggest({ customerId, ...question }, options) }
}

export function useLineDecision(line: StatementLine | undefined, claiming: boolean): LineDecision {
  const [choice, setChoice] = useState<Choice>()
  const own = choice !== undefined && choice.lineId === line?.id ? choice : undefined
  const customerId = own?.customer?.id
  const stopped = useStopped(line)
  const query = useQuery(
    async (signal) => (stopped ? { detail: await ask(stopped, customerId, claiming, signal), asked: customerId } : undefined),
    [stopped?.id, customerId],
    ['bank', 'invoices', 'receipts'],
  )
  // An answer about another line, or about the customer before, is not that of what is on screen.
  const fresh = query.data !== undefined && query.data.detail.line.id === line?.id && query.data.asked === customerId ? query.data.detail : undefined
  const proposal = fresh?.line.proposal
  const proposed = claiming || proposal?.customerId == null ? null : { id: proposal.customerId, code: proposal.customerCode, name: proposal.customerName }
  const customer = own?.customer === undefined ? proposed : own.customer
  const drafts = customer === null ? [] : (own?.drafts ?? draftsOf(fresh))

  async function settle(): Promise<AcceptLine | DecisionProblem> {
    if (!line) return 'chooseFirst'
    const detail = fresh ?? (await ask(line, customerId, claiming))
    if (!own && !claiming) {
      const accepted = asProposed(detail.line)
      if (accepted) return accepted
    }
    const chosen = own?.customer === undefined ? (claiming ? null : detail.line.proposal.customerId) : (own.customer?.id ?? null)
    if (chosen === null) return 'chooseFirst'
    const lines = own?.drafts ?? draftsOf(detail)
    if (leftOf(line.amount, lines) < 0 || lines.some(overdrawn)) return 'over'
    return { lineId: line.id, customerId: chosen, allocations: toLines(lines) }
  }

  return {
    detail: fresh,
    loading: line !== undefined && fresh === undefined && query.error === undefined,
    error: query.error,
    customer,
    drafts,
    linked: proposal?.kind === 'linked' && own === undefined,
    decided: own !== undefined,
    choose: (next) => line && setChoice({ lineId: line.id, customer: next, drafts: undefined }),
    change: (step) => line && setChoice((before) => {
      const newest = before?.lineId === line.id ? before : { lineId: line.id, customer: undefined, drafts: undefined }
      return { ...newest, drafts: step(newest.drafts ?? drafts) }
    }),
    settle,
  }
}

const draftsOf = (detail: LineDetail | undefined): AllocationDraft[] => (detail?.suggestion ? suggestedDrafts(detail.suggestion) : [])

function useStopped(line: StatementLine | undefined): StatementLine | undefined {
  const [stopped, setStopped] = useState(line)
  useEffect(() => {
    const timer = setTimeout(() => setStopped(line), PASSING_MS)
    return () => clearTimeout(timer)
  }, [line])
  return stopped
}
