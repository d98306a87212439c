/**
 * What is proposed for the open lines of statements, all at once: the lines of one customer one after the other as the
 * money came, so that no two of them propose the same open amount. Amounts in minor units.
 */
import { isDay, later, type Day } from '../day.ts'
import { numbersNamed } from '../invoices/references.ts'
import { add, subtract, ZERO, type Money } from '../money.ts'
import { advanceOf, namedItems, suggestAllocation, type Allocation, type Candidate, type Suggested } from '../receipts/rules.ts'
import { linksOf, type Recorded } from './links.ts'
import type { Payer, PayerFacts } from './payers.ts'
import type { Doubt, Sureness } from './schemas.ts'
import { verdictOf, type Verdict } from './sureness.ts'

/** An open incoming line. */
export interface OpenLine extends PayerFacts {
  id: number
  bankAccountId: number
  currency: string
  on: Day
  time: string
  amount: Money
  /** Nothing proves that the money came in and did not go out. */
  unproven?: boolean
}

export interface Surroundings {
  payers: { of: (line: PayerFacts) => Payer | null }
  /** The open debts of a customer in a currency. */
  itemsOf: (customerId: number, currency: string) => readonly Candidate[]
  /** Debts of a customer that are settled and that memos may name. */
  settledOf?: (customerId: number) => readonly Candidate[]
  /** Receipts and collected bills that are recorded and miss their line. */
  recorded: readonly Recorded[]
  tolerance: Money
  firstOpenDay: Day
}

export interface Proposed {
  line: OpenLine
  payer: Payer | null
  sureness: Sureness
  doubt: Doubt | null
  lines: readonly Suggested[]
  advance: Money
  gaveUp: boolean
  /** What the memo names and is settled already. */
  settled: readonly Candidate[]
  receivedOn: Day
  link: Recorded | null
}

const UNPROVEN = { sureness: 'likely', doubt: 'unprovenDirection' } as const

/** As the money came. */
export const byArrival = (a: Pick<OpenLine, 'on' | 'time' | 'id'>, b: Pick<OpenLine, 'on' | 'time' | 'id'>): number =>
  compare(a.on, b.on) || compare(a.time, b.time) || a.id - b.id
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A proposal for each line, in the order in which the money came. */
export function proposeAll(lines: readonly OpenLine[], around: Surroundings): Proposed[] {
  const inOrder = [...lines].sort(byArrival)
  const payers = new Map(inOrder.map((line) => [line.id, around.payers.of(line)]))
  const { links, near } = linksOf(inOrder.map((line) => ({ line, payer: payers.get(line.id) ?? null })), around.recorded)
  const groups = new Map<string, OpenLine[]>()
  const proposed = new Map<number, Proposed>()
  for (const line of inOrder) {
    const payer = payers.get(line.id) ?? null
    const receivedOn = later(line.on, around.firstOpenDay)
    const link = links.get(line.id)
    const base = { line, payer, lines: [], gaveUp: false, settled: [], receivedOn, link: null, advance: line.amount }
    if (link) proposed.set(line.id, { ...base, ...link, ...(line.unproven && link.sureness === 'sure' && UNPROVEN), advance: ZERO })
    else if (!payer) proposed.set(line.id, { ...base, sureness: 'none', doubt: 'unknownPayer' })
    else {
      const key = `${payer.customer.id} ${line.currency}`
      groups.set(key, [...(groups.get(key) ?? []), line])
    }
  }
  for (const group of groups.values()) {
    const customerId = payers.get(group[0]?.id ?? 0)?.customer.id ?? 0
    for (const one of proposeGroup(group, around.itemsOf(customerId, group[0]?.currency ?? ''), around.settledOf?.(customerId) ?? [], payers, around)) {
      proposed.set(one.line.id, near.has(one.line.id) && one.sureness === 'sure' ? { ...one, sureness: 'likely', doubt: 'nearReceipt' } : one)
    }
  }
  return inOrder.flatMap((line) => proposed.get(line.id) ?? [])
}

/** The lines of one customer and currency, each after those before it took theirs. */
function proposeGroup(group: readonly OpenLine[], items: readonly Candidate[], settled: readonly Candidate[], payers: ReadonlyMap<number, Payer | null>, around: Surroundings): Proposed[] {
  const suggest = (line: OpenLine, of: readonly Candidate[]): Allocation => {
    // What a line before has settled is settled for this one.
    const gone = of === items ? [] : items.filter((item) => !of.some(({ itemId }) => itemId === item.itemId))
    return suggestAllocation({ amount: line.amount, reference: line.memo, items: of, settled: [...settled, ...gone], tolerance: around.tolerance })
  }
  const taken = new Map<number, Money>()
  const left = (): Candidate[] => items.flatMap((item) => {
    const open = subtract(item.open, taken.get(item.itemId) ?? ZERO)
    return open > 0 ? [{ ...item, open }] : []
  })
  const worked = group.map((line) => {
    const untouched = taken.size === 0
    const open = untouched ? items : left()
    const found = suggest(line, open)
    for (const { itemId, amount, difference } of found.lines) taken.set(itemId, add(taken.get(itemId) ?? ZERO, amount, difference))
    // What the line would settle if it were the only one: where that differs, another line is after the same money.
    return { line, open, found, alone: untouched ? found : suggest(line, items) }
  })
  const wanted = new Map<number, Set<number>>()
  for (const { line, found, alone } of worked) {
    for (const { itemId } of [...found.lines, ...alone.lines]) wanted.set(itemId, (wanted.get(itemId) ?? new Set()).add(line.id))
  }
  return worked.flatMap(({ line, open, found, alone }) => {
    const payer = payers.get(line.id)
    if (!payer) return []
    const competes = !same(found.lines, alone.lines) || found.lines.some(({ itemId }) => (wanted.get(itemId)?.size ?? 0) > 1)
    const receivedOn = later(line.on, around.firstOpenDay)
    return [{
      line, payer, lines: found.lines, gaveUp: found.gaveUp, settled: found.settled, advance: advanceOf(line.amount, found.lines), receivedOn, link: null,
      ...judge(line, payer, found, open, { openItems: items.length, competes, otherDay: receivedOn !== line.on, tolerance: around.tolerance }),
    }]
  })
}

const same = (a: readonly Suggested[], b: readonly Suggested[]): boolean =>
  a.length === b.length && a.every((line, index) => line.itemId === b[index]?.itemId && line.amount === b[index].amount && line.difference === b[index].difference)

function judge(line: OpenLine, payer: Payer, { lines, gaveUp, settled: paid }: Allocation, open: readonly Candidate[], more: { openItems: number; competes: boolean; otherDay: boolean; tolerance: Money }): Verdict {
  const byId = new Map(open.map((item) => [item.itemId, item]))
  const settled = lines.flatMap(({ itemId }) => byId.get(itemId) ?? [])
  const reason = lines[0]?.reason
  const most = reason === 'shortPayment' ? line.amount + more.tolerance : line.amount
  return verdictOf({
    by: payer.by, strong: payer.strong, conflict: payer.conflict, active: payer.customer.active, lines, gaveUp, settledNamed: paid.length > 0,
    settlesWhole: advanceOf(line.amount, lines) === 0 && lines.every((one) => add(one.amount, one.difference) === byId.get(one.itemId)?.open)
      && (reason !== 'reference' || namedItems(line.memo, open).length === lines.length),
    alike: open.filter((item) => item.open >= line.amount && item.open <= most).length, openItems: more.openItems,
    namesOthers: namesOthers(line.memo, settled), unproven: line.unproven === true, competes: more.competes, otherDay: more.otherDay,
  })
}

/** The memo names a document that is not settled here; a day written as eight digits is none. */
const namesOthers = (memo: string, settled: readonly Candidate[]): boolean => numbersNamed(memo).some((number) => {
  const wanted = number.toUpperCase()
  if (isDay(wanted.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))) return false
  return !settled.some((item) => item.invoiceNumber.endsWith(wanted) || [item.contractNumber, item.orderNumber, item.number].some((name) => name.toUpperCase() === wanted))
})
