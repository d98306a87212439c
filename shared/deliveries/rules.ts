/** Pure decisions about deliveries: how one stands, what a pasted list says, what a file really is. */
import { FILE_TYPES, type DeliveryOutcome, type DeliveryState, type FileType, type TrackingLine, type TrackingProblem } from './schemas.ts'

/** How a delivery stands by what came of it and was not undone: the stamped slip proves most, then the signature. */
export const stateOf = (standing: readonly DeliveryOutcome[]): DeliveryState =>
  standing.includes('slip') ? 'slip' : standing.includes('arrived') ? 'arrived' : standing.includes('returned') ? 'returned' : 'sent'

/** How a paper that was sent several times stands: what proves its arrival counts, else the last delivery; null when it was never sent. */
export function paperStateOf(states: readonly DeliveryState[]): DeliveryState | null {
  if (states.includes('slip')) return 'slip'
  return states.includes('arrived') ? 'arrived' : (states.at(-1) ?? null)
}

/**
 * Why an outcome cannot be noted beside those that stand: the same twice, or one that says the contrary. A slip may come
 * after the signature, and the signature be told after the slip; what came back did not arrive.
 */
export function whyNot(outcome: DeliveryOutcome, standing: readonly DeliveryOutcome[]): 'outcomeTwice' | 'alreadyReturned' | 'alreadyArrived' | null {
  if (standing.includes(outcome)) return 'outcomeTwice'
  if (outcome === 'returned') return standing.length > 0 ? 'alreadyArrived' : null
  return standing.includes('returned') ? 'alreadyReturned' : null
}

const TRACKING = /^[A-Za-z0-9][A-Za-z0-9\-/.]{3,59}$/

/** Two columns as they are pasted from a spreadsheet or typed: tab, comma (also 全角), semicolon or spaces between; empty lines are passed over. */
export function readTracking(text: string): TrackingLine[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== '')
  return lines.map((line) => {
    const [number = '', tracking = ''] = line.split(/\s*[\t,，;；]\s*|\s+/)
    return { number, tracking }
  })
}

/** What is wrong in the list itself, before the ledger is asked; rows count from 1. */
export function trackingProblems(lines: readonly TrackingLine[]): TrackingProblem[] {
  const numbers = new Map<string, number>()
  const trackings = new Map<string, number>()
  const count = (seen: Map<string, number>, text: string): number => {
    seen.set(text, (seen.get(text) ?? 0) + 1)
    return seen.get(text) ?? 0
  }
  return lines.flatMap(({ number, tracking }, index) => {
    const again = [count(numbers, number.toUpperCase()), count(trackings, tracking.toUpperCase())]
    const reason = number === '' ? 'numberMissing' : tracking === '' ? 'trackingMissing' : !TRACKING.test(tracking) ? 'trackingUnreadable'
      : (again[0] ?? 0) > 1 ? 'numberTwice' : (again[1] ?? 0) > 1 ? 'trackingTwice' : null
    return reason === null ? [] : [{ row: index + 1, reason, number, tracking }]
  })
}

const BEGINNINGS: Record<FileType, readonly number[]> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}

/** What a file is by its first bytes, whatever its name says; null when it is none of the three. */
export const fileTypeOf = (bytes: Uint8Array): FileType | null =>
  FILE_TYPES.find((type) => BEGINNINGS[type].every((value, index) => bytes[index] === value)) ?? null
