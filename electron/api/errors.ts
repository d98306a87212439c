/** One place turns what was thrown into what is answered: refusals as declared, bugs with a number for the log. */
import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { Refusal } from '../../shared/refusal.ts'
import type { Office } from '../office.ts'

export const NO_LEDGER = () => new ORPCError('NO_LEDGER', { status: 409, message: 'No ledger is open' })
export const UNAUTHORIZED = () => new ORPCError('UNAUTHORIZED', { status: 401, message: 'Sign in first' })
export const LOCKED = () => new ORPCError('LOCKED', { status: 423, message: 'The session is locked' })
export const SUM_TOO_LARGE = () => new ORPCError('SUM_TOO_LARGE', { status: 422, message: 'A sum is larger than the program can tell exactly' })
export const FORBIDDEN = () => new ORPCError('FORBIDDEN', { status: 403, message: 'Not permitted' })

/** What no screen asks for: the caller got the question itself wrong. */
const BAD_INPUT: ReadonlySet<string> = new Set(['badBoundaries'])

export function asAnswer(error: unknown, office: Office): unknown {
  if (error instanceof Refusal) {
    if (BAD_INPUT.has(error.reason)) return new ORPCError('BAD_REQUEST', { status: 400, message: error.message, data: { reason: error.reason, ...error.data } })
    if (error.reason === 'ledgerBusy') return new ORPCError('BUSY', { status: 503, message: 'Another program is writing to this ledger' })
    if (error.reason === 'sumTooLarge') return SUM_TOO_LARGE()
    if (error.reason === 'notFound') return new ORPCError('NOT_FOUND', { status: 404, message: 'Not found' })
    return new ORPCError('REFUSED', { status: 422, message: error.message, data: { reason: error.reason, ...error.data } })
  }
  if (error instanceof ORPCError) return error
  if (error instanceof Error && error.name === 'AbortError') return error
  const number = noteFault(error, office)
  return new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, message: `Unexpected error, number ${number}`, data: { number } })
}

/** Writes a fault to the log, with its stack, and answers the number under which it stands there. */
export function noteFault(error: unknown, office: Office): string {
  const number = randomUUID().slice(0, 8)
  office.log(number, error)
  return number
}
