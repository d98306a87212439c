/**
 * The office's day. The backend says it once the ledger is open (a demonstration or a test may live on another day than
 * the computer's clock); until then it is the day of this computer.
 */
import { dayAt, type Day } from '../../shared/day.ts'

let told: Day | null = null

export const today = (): Day => told ?? dayAt(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)

export function setToday(day: Day): void {
  told = day
}
