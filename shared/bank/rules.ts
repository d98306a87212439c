/** Pure decisions about the lines of a statement (rules: Receipts and allocation). */
import type { Direction, LineClass, LineStatus } from './schemas.ts'

/** Customers' money in and money back to customers wait for a clerk; everything else is only noted in the account book. */
export const statusOf = (name: LineClass, direction: Direction): LineStatus =>
  (name === 'receipt' && direction === 'in') || (name === 'refund' && direction === 'out') ? 'open' : 'noted'
