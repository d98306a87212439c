/** The fields and problems of a file in the words of the screen; what the backend adds later is shown by its code. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import { DATE_ORDERS } from '../../shared/sheets/days.ts'
import type { Problem } from '../../shared/sheets/schemas.ts'
import type { files } from '../locales/zh-CN/files.ts'

type Fields = keyof typeof files.fields
type Codes = keyof typeof files.codes
type Reasons = keyof typeof files.skipped
type Kinds = keyof typeof files.unreadable
type Units = keyof typeof files.units

/** Amounts among the facts of a problem, in minor units. */
const AMOUNTS = new Set(['total', 'received', 'open', 'ledger', 'expected', 'lines', 'net', 'tax'])

export function useFileWords() {
  const { t, i18n } = useTranslation('files')

  const field = useCallback((name: string): string => (i18n.exists(`files:fields.${name}`) ? t(`fields.${name as Fields}`) : name), [t, i18n])
  const problem = useCallback(
    ({ code, value, column, params = {} }: Problem): string => {
      const facts = Object.fromEntries(
        Object.entries(params).map(([name, fact]) => [name, AMOUNTS.has(name) && typeof fact === 'number' ? formatMoney(fact) : fact]),
      )
      const named = {
        value,
        column,
        ...facts,
        readings: DATE_ORDERS.flatMap((order) => (params[order] === undefined ? [] : t('place.reading', { day: String(params[order]), order: t(`place.${order}`) }))).join(t('place.or')),
        field: typeof params.field === 'string' ? field(params.field) : column,
        // A name beside a code and a format that was found stand in brackets, or not at all.
        name: params.name !== undefined && params.name !== '' && params.name !== value ? ` ${params.name}` : '',
        found: params.found === undefined ? '' : ` (${params.found})`,
        unit: i18n.exists(`files:units.${params.unit}`) ? t(`units.${params.unit as Units}`) : params.unit,
      }
      // Of a file inside of an archive the text begins with its name.
      const entry = typeof params.entry === 'string' ? `${params.entry}: ` : ''
      if (code === 'UNREADABLE_KIND' && i18n.exists(`files:unreadable.${params.kind}`)) return entry + t(`unreadable.${params.kind as Kinds}`)
      const key = code === 'TOO_LARGE' && params.unit !== undefined ? 'FILE_TOO_LARGE' : code
      return entry + (i18n.exists(`files:codes.${key}`) ? t(`codes.${key as Codes}`, named) : t('codes.unknown', { code }))
    },
    [t, i18n, field],
  )
  const skipped = useCallback((reason: string): string => (i18n.exists(`files:skipped.${reason}`) ? t(`skipped.${reason as Reasons}`) : reason), [t, i18n])
  return { field, problem, skipped }
}
