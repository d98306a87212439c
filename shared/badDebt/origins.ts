/**
 * Age is counted on 账龄连续计算 (rules: Bad debt): a debt that changed its paper – another customer took it over, the bill
 * that paid it was dishonoured, it was written off and came back – keeps the document day of its origin for the provision.
 */
import type { Day } from '../day.ts'
import { money, split, sumOf, type Money } from '../money.ts'

/** An item and what it stands for now; an item without sources is its own origin. */
export interface Paper {
  documentOn: Day
  /** What the sources are parts of: the item, the receipt whose bill came back, the write-off of which a part came back. */
  whole: Money
  /** The items whose debt it carries on, and how much of each stood there. What they do not make up began with the paper. */
  sources: readonly { itemId: number; amount: Money }[]
}

export interface Origin {
  on: Day
  amount: Money
}

/**
 * The document days of an amount of an item, through chains and splits. What came from several debts is of their days in
 * proportion, rounded half up, the last takes the rest. A source is always older than what it became, so chains end.
 */
export function originsOf(itemId: number, amount: Money, papers: ReadonlyMap<number, Paper>): Origin[] {
  const paper = papers.get(itemId)
  if (!paper) return []
  const sources = paper.sources.filter((source) => source.amount > 0 && source.itemId < itemId && papers.has(source.itemId))
  if (sources.length === 0) return [{ on: paper.documentOn, amount }]
  const began = Math.max(0, paper.whole - sumOf(sources, (source) => source.amount))
  const parts = split(amount, [began, ...sources.map((source) => source.amount)])
  const found = [{ on: paper.documentOn, amount: parts[0] ?? money(0) }, ...sources.flatMap((source, index) => originsOf(source.itemId, parts[index + 1] ?? money(0), papers))]
  return found.filter((origin) => origin.amount !== 0)
}
