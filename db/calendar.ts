/** Workdays in China with the shifted ones (调休), by the State Council's yearly notices as chinese-days keeps them. */
import chineseDays from 'chinese-days'
import type { Day } from '../shared/day.ts'

export const isWorkday = (value: Day): boolean => chineseDays.isWorkday(value)
