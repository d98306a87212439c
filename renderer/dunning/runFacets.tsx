/** What a run adds up to, by state, by level and by why somebody gets none; each figure narrows the list to itself. */
import { useTranslation } from 'react-i18next'
import { LETTER_LEVELS, LINE_REASONS, LINE_STATES, type LetterLevel, type LineReason, type LineState, type RunSum } from '../../shared/dunning/schemas.ts'
import type { GridFilter } from '../../shared/grid.ts'
import { formatMoney, sumOf } from '../../shared/money.ts'

export interface Facet {
  state?: LineState
  level?: LetterLevel
  why?: LineReason
}

export const facetFilters = (facet: Facet): GridFilter[] => (['state', 'level', 'why'] as const).flatMap((field) => {
  const value = facet[field]
  return value === undefined ? [] : [{ field, op: 'eq' as const, value }]
})
const fits = (sum: RunSum, { state, level, why }: Facet): boolean => (state === undefined || sum.state === state) && (level === undefined || sum.level === level) && (why === undefined || sum.why === why)
export const countOf = (sums: readonly RunSum[], facet: Facet): number => sums.filter((sum) => fits(sum, facet)).reduce((count, sum) => count + sum.customers, 0)

export function RunFacets({ sums, facet, onChange }: { sums: readonly RunSum[]; facet: Facet; onChange: (facet: Facet) => void }) {
  const { t } = useTranslation('dunning')
  /** One figure; pressed again it is given up. */
  const chip = (name: string, part: Facet, chosen: boolean) => {
    // The figures of one row are those within what the other rows have chosen.
    const within = { ...facet, ...part }
    const count = countOf(sums, within)
    if (count === 0 && !chosen) return null
    const amount = formatMoney(sumOf(sums.filter((sum) => fits(sum, within)), (sum) => sum.amount))
    return (
      <button key={name} type="button" className="run-facet" aria-pressed={chosen} aria-label={t('run.facet', { name, count, amount })} title={amount} onClick={() => onChange(chosen ? without(facet, part) : within)}>
        {name} <b>{count.toLocaleString('en-US')}</b>
      </button>
    )
  }
  const all = Object.keys(facet).length === 0
  return (
    <div className="run-facets" role="group" aria-label={t('run.state.label')}>
      <button type="button" className="run-facet" aria-pressed={all} onClick={() => onChange({})}>{t('run.state.all')} <b>{countOf(sums, {}).toLocaleString('en-US')}</b></button>
      {LINE_STATES.map((state) => chip(t(`run.state.${state}`), { state }, facet.state === state))}
      <span className="run-facet-rule" />
      {LETTER_LEVELS.map((level) => chip(t(`level.${level}`), { level }, facet.level === level))}
      <span className="run-facet-rule" />
      {LINE_REASONS.filter((why) => why !== '').map((why) => chip(t(`leftOut.${why}`), { why }, facet.why === why))}
    </div>
  )
}

function without(facet: Facet, part: Facet): Facet {
  const rest = { ...facet }
  for (const key of ['state', 'level', 'why'] as const) if (key in part) delete rest[key]
  return rest
}
