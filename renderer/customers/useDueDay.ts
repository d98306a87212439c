/** What terms and a cut-off mean for a day, as the backend works it out: only it knows the holidays. */
import type { DueDayView } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { CutOff, Terms } from '../../shared/terms/schemas.ts'
import { api } from '../api.ts'
import { useQuery } from '../ui/useQuery.ts'

export function useDueDay(on: Day | null, terms: Terms | null, { cutOffDate, cutOffCounts }: CutOff): DueDayView | null {
  const query = useQuery(
    (signal) => (on && terms ? api.customers.dueDay({ on, terms, cutOffDate, cutOffCounts }, { signal }) : Promise.resolve(null)),
    [on, JSON.stringify(terms), cutOffDate, cutOffCounts],
  )
  return query.data ?? null
}
