/** Every problem of a file is counted; the first thousand are kept, which is more than anybody mends by hand. */
import type { Problem } from './schemas.ts'
import { fileRow } from './table.ts'

export const SHOWN_PROBLEMS = 1000
const SHOWN_CHARACTERS = 200

export class Problems {
  count = 0
  /** The names of the sheets that are read as one list; a problem of a row then names its sheet. */
  sheets: readonly string[] = []
  readonly #shown: Problem[] = []

  add(row: number | null, column: string, code: string, value = '', params?: Record<string, string | number>): void {
    this.count += 1
    // The first problems of the rows are wanted, so those of whole files, which come late, are always kept.
    if (row !== null && this.#shown.length >= SHOWN_PROBLEMS) return
    this.#shown.push({ row, column, code, value: value.slice(0, SHOWN_CHARACTERS), ...(params && { params }) })
  }

  /** Whole-file problems first, then by row. */
  list(): Problem[] {
    return [...this.#shown].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, SHOWN_PROBLEMS).map((problem) => this.#placed(problem))
  }

  /** The rows with a problem, as the list numbers them. */
  rows(): ReadonlySet<number | null> {
    return new Set(this.#shown.map(({ row }) => row))
  }

  #placed(problem: Problem): Problem {
    if (this.sheets.length < 2 || problem.row === null) return problem
    const place = fileRow(problem.row, this.sheets)
    const { firstRow } = problem.params ?? {}
    if (typeof firstRow !== 'number') return { ...problem, ...place }
    const first = fileRow(firstRow, this.sheets)
    return { ...problem, ...place, params: { ...problem.params, firstRow: first.sheet === place.sheet ? first.row : `${first.sheet}!${first.row}` } }
  }
}
