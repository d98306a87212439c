/** What is proposed for all open lines, worked out at once and kept until the ledger changes. */
import { sql } from 'drizzle-orm'
import { proposeAll, type Proposed } from '../../shared/bank/proposals.ts'
import { SURENESS, type Proposal, type SurenessCounts } from '../../shared/bank/schemas.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { add, ZERO } from '../../shared/money.ts'
import { firstOpenDay } from '../openMonths.ts'
import type { Reader } from '../reader.ts'
import { nameOf } from '../receipts/queries.ts'
import { settledItems } from '../receipts/settled.ts'
import { loadOptions } from '../settings/queries.ts'
import { openItemsOf, openLines, payerBook, recordedWithoutLine, type OpenItem } from './surroundings.ts'

export interface Proposals {
  /** In the order in which the money came. */
  all: readonly Proposed[]
  byLine: ReadonlyMap<number, Proposed>
  items: ReadonlyMap<number, OpenItem>
}

export async function loadProposals(reader: Reader): Promise<Proposals> {
  const lines = await openLines(reader)
  const payers = await payerBook(reader, lines)
  const memos = new Map<number, string[]>()
  for (const line of lines) {
    const customerId = payers.of(line)?.customer.id
    if (customerId !== undefined) memos.set(customerId, (memos.get(customerId) ?? []).concat(line.memo))
  }
  const items = await openItemsOf(reader, new Set(memos.keys()))
  const ownerOf = (customerId: number, currency: string): string => `${customerId} ${currency}`
  const byOwner = groupBy(items, (item) => ownerOf(item.customerId, item.currency))
  const settled = groupBy(await settledItems(reader, memos), (item) => item.customerId)
  const all = proposeAll(lines, {
    payers, settledOf: (customerId) => settled.get(customerId) ?? [], itemsOf: (customerId, currency) => byOwner.get(ownerOf(customerId, currency)) ?? [], recorded: await recordedWithoutLine(reader, lines),
    tolerance: (await loadOptions(reader)).tolerance, firstOpenDay: await firstOpenDay(reader),
  })
  return { all, byLine: new Map(all.map((one) => [one.line.id, one])), items: new Map(items.map((item) => [item.itemId, item])) }
}

/** The last entry of the journal: whatever proposals rest on is journaled. */
async function journalEnd(reader: Reader): Promise<number> {
  const [row] = await reader.rows<{ last: number }>(sql`select coalesce(max(id), 0) as last from journal`)
  return row?.last ?? 0
}

/** What is sure, and up to which entry of the journal that holds. */
interface Sure {
  journal: number
  lines: readonly Proposed[]
}

/** The proposals of one ledger, worked out anew when its journal has grown. */
export class ProposalBook {
  #kept: { journal: number; proposals: Proposals } | null = null
  #sure: Sure | null = null
  #left: Sure | null = null

  async of(reader: Reader): Promise<Proposals> {
    const journal = await journalEnd(reader)
    if (this.#kept?.journal !== journal) this.#kept = { journal, proposals: await loadProposals(reader) }
    return this.#kept.proposals
  }

  /** What may be accepted unseen. */
  async sure(reader: Reader): Promise<Sure> {
    const journal = await journalEnd(reader)
    if (this.#sure?.journal === journal) return this.#sure
    return { journal, lines: (await this.of(reader)).all.filter(({ sureness }) => sureness === 'sure') }
  }

  /**
   * Some of what was sure is being accepted, in the journal's next entry. The rest stays sure: no two lines that want the
   * same item are, so none of them rested on what the others settle. It counts once `committed` says so.
   */
  leave({ journal }: Sure, lines: readonly Proposed[]): void {
    this.#left = { journal: journal + 1, lines }
  }

  committed(): void {
    this.#sure = this.#left ?? this.#sure
    this.#left = null
  }
}

/** As the screen shows it. */
export function proposalOf({ payer, link, lines, ...proposed }: Proposed, items: ReadonlyMap<number, OpenItem>): Proposal {
  const customer = link ?? (payer && { customerId: payer.customer.id, customerCode: payer.customer.code, customerName: payer.customer.name })
  return {
    kind: link ? 'linked' : payer ? 'receipt' : 'none', customerId: customer?.customerId ?? null, customerCode: customer?.customerCode ?? '', customerName: customer?.customerName ?? '',
    customerBy: payer?.by ?? 'none', sureness: proposed.sureness, doubt: proposed.doubt, reason: lines[0]?.reason ?? null, advance: proposed.advance, gaveUp: proposed.gaveUp, settled: proposed.settled.map(nameOf),
    receivedOn: proposed.receivedOn, receiptId: link?.kind === 'receipt' ? link.id : null, acceptanceEventId: link?.kind === 'acceptance' ? link.id : null, documentNumber: link?.number ?? '',
    allocations: lines.flatMap(({ itemId, amount, difference, reason }) => {
      const item = items.get(itemId)
      return item ? [{ itemId, number: item.number, invoiceNumber: item.invoiceNumber, dueOn: item.dueOn, amount, difference, reason }] : []
    }),
  }
}

export function countSureness(proposed: readonly Proposed[]): SurenessCounts {
  const counts = Object.fromEntries(SURENESS.map((name) => [name, { lines: 0, amount: ZERO }])) as SurenessCounts
  for (const { sureness, line } of proposed) {
    counts[sureness].lines += 1
    counts[sureness].amount = add(counts[sureness].amount, line.amount)
  }
  return counts
}
