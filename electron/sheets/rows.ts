/** The rows of a sheet as a reader finds them, never more than a file may hold. */
import { FILE_LIMITS, type Cell, type TableRow } from '../../shared/sheets/table.ts'
import { Unreadable } from './refuse.ts'

export class Rows {
  readonly rows: TableRow[] = []
  /** The 1-based row that the reader is at; 0 before the first. */
  row = 0
  #cells: Cell[] = []

  /** The next row, or the one that the file states when it lies further down. */
  start(stated?: number): void {
    this.row = stated !== undefined && stated > this.row ? stated : this.row + 1
    this.#cells = []
  }

  /** An empty cell is no cell, so that a sheet formatted to its last row holds nothing there. */
  put(column: number, cell: Cell): void {
    if (cell === null || cell === '') return
    if (column >= FILE_LIMITS.columns) {
      throw new Unreadable({ code: 'TOO_LARGE', row: this.row, params: { limit: FILE_LIMITS.columns, unit: 'columns' } })
    }
    while (this.#cells.length < column) this.#cells.push(null)
    this.#cells[column] = typeof cell === 'string' ? cell.slice(0, FILE_LIMITS.cellCharacters) : cell
  }

  end(): void {
    if (this.#cells.length === 0) return
    this.rows.push({ row: this.row, cells: this.#cells })
    this.#cells = []
    if (this.rows.length > FILE_LIMITS.rows) {
      throw new Unreadable({ code: 'TOO_LARGE', params: { limit: FILE_LIMITS.rows, unit: 'rows' } })
    }
  }
}
