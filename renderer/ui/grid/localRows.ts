/** Filters and totals of a grid that has all its rows at hand; the backend does the same for the others. */
import type { GridFilter } from '../../../shared/grid.ts'
import { shownText, valueOf, type GridColumn } from './columns.ts'

function passes(value: string | number | boolean | null, filter: GridFilter): boolean {
  const wanted = filter.value
  if (filter.op === 'in') return Array.isArray(wanted) && wanted.some((each) => String(each) === String(value))
  if (Array.isArray(wanted) || value === null) return false
  if (filter.op === 'eq') return String(value).toLowerCase() === String(wanted).toLowerCase()
  if (filter.op === 'contains') return String(value).toLowerCase().includes(String(wanted).toLowerCase())
  if (filter.op === 'startsWith') return String(value).toLowerCase().startsWith(String(wanted).toLowerCase())
  if (filter.op === 'gte') return value >= wanted
  if (filter.op === 'lte') return value <= wanted
  return value >= wanted && (filter.to === undefined || value <= filter.to)
}

export function filterRows<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], filters: readonly GridFilter[], search: string): Row[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  return rows.filter((row) => {
    const fits = filters.every((filter) => {
      const column = columns.find((each) => each.field === filter.field)
      return !column || passes(valueOf(row, column.field), filter)
    })
    if (!fits || words.length === 0) return fits
    const line = columns.map((column) => shownText(column, row)).join(' ').toLowerCase()
    return words.every((word) => line.includes(word))
  })
}

/** One line with the sums of the columns that ask for one; none when none does. */
export function totalRows<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[]): Record<string, number>[] {
  const summed = columns.filter((column) => column.total)
  if (summed.length === 0) return []
  return [Object.fromEntries(
    summed.map((column) => [
      column.field,
      rows.reduce((sum, row) => {
        const value = valueOf(row, column.field)
        return typeof value === 'number' ? sum + value : sum
      }, 0),
    ]),
  )]
}
