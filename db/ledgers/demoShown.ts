/** What every demonstration has to show, and whether a story does. */
import { addDays, daysBetween, type Day } from '../../shared/day.ts'
import { LINE_REASONS, METHODS } from '../../shared/receipts/schemas.ts'
import { CUSTOMERS } from './demoPeople.ts'
import type { Step } from './demoSteps.ts'
import type { Story } from './demoStory.ts'

/** The ends of the buckets in which debts are shown, in days overdue. */
const BUCKETS = [30, 60, 90, 180, 365]
/** The share of the debt in own money that may be overdue, as offices know it. */
const [LEAST_OVERDUE, MOST_OVERDUE] = [0.26, 0.41]
/** Documents of an office of this size; letters come on top. */
const [FEWEST, MOST] = [1280, 1690]

/** The names of what a story does not show. */
export function missingIn({ steps, book }: Pick<Story, 'steps' | 'book'>, today: Day): string[] {
  const missing: string[] = []
  const atLeast = (name: string, count: number, least: number): void => void (count < least && missing.push(`${name}: ${count} of ${least}`))
  const of = <Deed extends Step['do']>(deed: Deed) => steps.filter((step): step is Extract<Step, { do: Deed }> => step.do === deed)
  const [sales, receipts] = [of('sell'), of('receive')]
  const lines = [...receipts, ...of('allocate')].flatMap((step) => step.lines)
  for (const [kind, least] of [['invoice', 600], ['other', 6], ['opening', 20]] as const) atLeast(kind, sales.filter((sale) => sale.kind === kind).length, least)
  atLeast('credit notes', of('credit').length, 14)
  atLeast('reversed invoices', of('reverseSale').length, 3)
  atLeast('reversed receipts', of('reverseReceipt').length, 3)
  atLeast('releases', of('release').length, 6)
  atLeast('installments', sales.filter((sale) => sale.installments.length === 3).length, 24)
  atLeast('foreign documents', [...sales, ...receipts].filter(({ customer }) => CUSTOMERS[customer]?.currency === 'USD').length, 6)
  for (const method of METHODS) atLeast(method, receipts.filter((receipt) => receipt.method === method).length, 6)
  atLeast('fees', receipts.filter((receipt) => receipt.fee > 0).length, 21)
  for (const reason of LINE_REASONS) atLeast(reason, lines.filter((line) => line.reason === reason).length, 11)
  atLeast('differences', lines.filter((line) => line.difference > 0).length, 11)
  for (const [status, least] of [['held', 6], ['endorsed', 1], ['discounted', 1], ['collected', 11], ['settled', 1], ['split', 1], ['dishonoured', 1]] as const) {
    atLeast(`bills ${status}`, book.bills.filter((bill) => bill.status === status).length, least)
  }
  atLeast('advances', book.receipts.filter((receipt) => receipt.left > 0).length, 5)
  const debts = book.items.filter((item) => item.open > 0 && CUSTOMERS[item.customer]?.currency === 'CNY')
  const overdue = debts.filter((item) => item.dueOn < today)
  const share = book.owed(overdue) / book.owed(debts)
  if (share < LEAST_OVERDUE || share > MOST_OVERDUE) missing.push(`overdue: ${Math.round(share * 100)} %`)
  for (const [index, end] of [...BUCKETS, Infinity].entries()) {
    atLeast(`overdue up to ${end} days`, overdue.filter(({ dueOn }) => daysBetween(dueOn, today) <= end && daysBetween(dueOn, today) > (BUCKETS[index - 1] ?? 0)).length, 1)
  }
  atLeast('due in a week', debts.filter(({ dueOn }) => dueOn >= today && dueOn <= addDays(today, 7)).length, 4)
  const documents = sales.length + of('credit').length + of('reverseSale').length + receipts.length + of('reverseReceipt').length
  if (documents < FEWEST || documents > MOST) missing.push(`documents: ${documents}`)
  return missing
}
