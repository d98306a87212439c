/**
 * Turns whatever a call threw into words. A refusal is an expected no: its reason is a key of the namespace `refusals`
 * and its params fill the sentence. Anything else is a bug, shown with
 * its number, under which the log has the whole call.
 *
 *     const words = useErrorWords()
 *     words(error)            → text
 *     refusalOf(error)?.field → the field to mark
 */
import { ORPCError } from '@orpc/client'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import type { RefusalData } from '../../shared/refusal.ts'
import { ConnectionLost } from '../api.ts'

export interface RefusalSeen extends RefusalData {
  reason: string
}

/** Slices whose pages have words for the fields of a record. */
const FIELD_WORDS = ['customers', 'invoices', 'users', 'settings', 'receipts'] as const

/** Params that are money, in minor units. */
const MONEY_PARAMS = new Set(['amount', 'open', 'left', 'difference', 'tolerance', 'rest'])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The refusal in an error, or null when the error is something else. */
export function refusalOf(error: unknown): RefusalSeen | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED' || !isRecord(error.data) || typeof error.data.reason !== 'string') return null
  return error.data as unknown as RefusalSeen
}

export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** What the contract's own checks (zod) found wrong: paths of fields, and the code of the check where it has one. */
export function invalidOf(error: unknown): { field: string; code: string }[] {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !isRecord(error.data) || !Array.isArray(error.data.issues)) return []
  return error.data.issues.flatMap((issue: unknown) => (isRecord(issue) && Array.isArray(issue.path) ? [{ field: issue.path.join('.'), code: typeof issue.message === 'string' ? issue.message : '' }] : []))
}

export const invalidFieldsOf = (error: unknown): string[] => invalidOf(error).map(({ field }) => field)

function wordedParams(params: RefusalSeen['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, typeof value === 'number' && MONEY_PARAMS.has(name) ? formatMoney(value) : name === 'at' && typeof value === 'string' ? instantText(value) : value]),
  )
}

/** The minute of an instant, on the clock of whoever looks. */
const instantText = (instant: string): string => (instant === '' ? '' : new Date(instant).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' }))

/** The sentence of a reason, wherever it was told. */
export function useReasonWords(): (reason: string, params?: RefusalSeen['params']) => string {
  const { i18n } = useTranslation('refusals')
  // The reason is data of the contract; a test holds that each has its text.
  return useCallback((reason, params) => {
    // Which fields a colleague changed: those that a page has a word for.
    const word = (name: string): string => FIELD_WORDS.map((slice) => String(i18n.getResource(i18n.language, slice, `field.${name}`) ?? '')).find((text) => text !== '') ?? ''
    const labels = String(params?.['fields'] ?? '').split(',').map(word).filter((text) => text !== '')
    return i18n.t(`refusals:${reason}`, { ...wordedParams(params), ...(params?.['fields'] === undefined ? {} : { fields: labels.length === 0 ? '' : i18n.t('ui:error.changedFields', { fields: labels.join(', ') }) }), defaultValue: reason })
  }, [i18n])
}

export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation('ui')
  const said = useReasonWords()
  return useCallback(
    (error: unknown): string => {
      const refusal = refusalOf(error)
      if (refusal) {
        const place = [
          refusal.row === undefined ? '' : t('error.row', { row: refusal.row }),
          refusal.column === undefined ? '' : t('error.column', { column: refusal.column }),
        ].join('')
        return place + said(refusal.reason, refusal.params)
      }
      if (error instanceof ConnectionLost) return t('error.connection')
      if (error instanceof ORPCError) {
        if (error.code === 'BAD_REQUEST') return t('error.invalid', { fields: invalidFieldsOf(error).join(', ') })
        if (error.code === 'UNAUTHORIZED') return t('error.unauthorized')
        if (error.code === 'LOCKED') return t('error.locked')
        if (error.code === 'FORBIDDEN') return t('error.forbidden')
        if (error.code === 'NOT_FOUND') return t('error.notFound')
        if (error.code === 'BUSY') return t('error.busy')
        if (error.code === 'SUM_TOO_LARGE') return t('error.sumTooLarge')
        if (error.code === 'NO_LEDGER') return t('error.noLedger')
        const number = isRecord(error.data) && (typeof error.data.number === 'string' || typeof error.data.number === 'number') ? error.data.number : '—'
        return t('error.unexpected', { number })
      }
      return t('error.unexpected', { number: error instanceof Error ? error.message : String(error) })
    },
    [t, said],
  )
}
