/**
 * How sure a proposal is. What is sure may be accepted unseen with hundreds of others, so everything that leaves a doubt
 * takes that away: a wrong proposal that is called sure is the worst that this slice can do.
 */
import type { Suggested } from '../receipts/rules.ts'
import type { CustomerBy, Doubt, Sureness } from './schemas.ts'

export interface Evidence {
  by: CustomerBy
  strong: boolean
  conflict: boolean
  active: boolean
  lines: readonly Suggested[]
  gaveUp: boolean
  /** Everything is allocated, and each item that is named is settled whole. */
  settlesWhole: boolean
  /** How many open items would do as well: of the very amount, or within the tolerance above it. */
  alike: number
  /** How many items are open at all. */
  openItems: number
  /** The memo names a debt that is settled already: it was perhaps paid twice. */
  settledNamed: boolean
  /** Nothing proves that the money came in. */
  unproven: boolean
  /** The memo names documents that are not among those that are settled. */
  namesOthers: boolean
  /** Another open line of the customer might settle the same items. */
  competes: boolean
  /** The month of the line is closed, so that it is booked on another day. */
  otherDay: boolean
}

/** What tells the customer letter by letter; a short payment is forgiven only to them. */
const EXACT = new Set<CustomerBy>(['learntAccount', 'learntName', 'account', 'name'])

export interface Verdict {
  sureness: Sureness
  doubt: Doubt | null
}
const verdict = (sureness: Sureness, doubt: Doubt | null): Verdict => ({ sureness, doubt })

/** The first doubt decides; without any the proposal is sure. */
export function verdictOf(evidence: Evidence): Verdict {
  if (evidence.conflict) return verdict('unsure', 'conflict')
  if (evidence.settledNamed) return verdict(evidence.lines.length > 0 && evidence.strong ? 'likely' : 'unsure', 'settledReference')
  const byAllocation = allocationDoubt(evidence)
  if (byAllocation?.sureness === 'unsure') return byAllocation
  if (!evidence.active) return verdict('likely', 'inactive')
  if (!evidence.strong) return verdict('likely', 'weakCustomer')
  if (evidence.unproven) return verdict('likely', 'unprovenDirection')
  if (byAllocation) return byAllocation
  if (evidence.namesOthers) return verdict('likely', 'otherReference')
  if (evidence.competes) return verdict('likely', 'competing')
  if (evidence.otherDay) return verdict('likely', 'otherDay')
  return verdict('sure', null)
}

function allocationDoubt({ by, lines, gaveUp, settlesWhole, alike, openItems, strong }: Evidence): Verdict | null {
  const [first] = lines
  if (!first) return verdict(strong ? 'likely' : 'unsure', 'nothingOpen')
  const short = lines.some((line) => line.difference > 0)
  if (first.reason === 'reference') {
    if (!settlesWhole) return verdict('likely', 'partial')
    return short && !EXACT.has(by) ? verdict('likely', 'shortPayment') : null
  }
  if (first.reason === 'exactAmount') return alike > 1 ? verdict('likely', 'equalItems') : null
  if (first.reason === 'shortPayment') {
    if (alike > 1) return verdict('likely', 'equalItems')
    return EXACT.has(by) ? null : verdict('likely', 'shortPayment')
  }
  if (first.reason === 'uniqueCombination') return gaveUp ? verdict('unsure', 'combinations') : null
  // Of a customer who owes one thing only, a part of it is paid.
  return verdict(openItems === 1 && strong ? 'likely' : 'unsure', gaveUp ? 'combinations' : 'oldestFirst')
}
