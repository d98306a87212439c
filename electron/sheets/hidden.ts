/** What a spreadsheet hides: the columns of a sheet that nobody sees in it. */
import { FILE_LIMITS, type Sheet } from '../../shared/sheets/table.ts'

export const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'

export class HiddenColumns {
  readonly #columns = new Set<number>()

  /** From and to are 0-based; columns that no list reaches are left out. */
  add(from: number, to: number): void {
    for (let column = Math.max(from, 0); column <= to && column < FILE_LIMITS.columns; column += 1) this.#columns.add(column)
  }

  found(): Pick<Sheet, 'hiddenColumns'> {
    return this.#columns.size === 0 ? {} : { hiddenColumns: [...this.#columns].sort((a, b) => a - b) }
  }
}
