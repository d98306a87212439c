/** Workdays in China with the shifted ones (调休), by the State Council's yearly notices as chinese-days keeps them. */
import chineseDays from 'chinese-days'
import type { Day } from '../shared/day.ts'

/** In a year whose notice is not known yet it goes by Saturday and Sunday. */
export const isWorkday = (value: Day): boolean => chineseDays.isWorkday(value)

const known = new Map<string, boolean>()

/** Whether the notice for the year of a day is known; what is not is said where a day depends on it (节假日未知). */
export function knowsHolidays(value: Day): boolean {
  const year = value.slice(0, 4)
  const found = known.get(year) ?? chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0
  known.set(year, found)
  return found
}
