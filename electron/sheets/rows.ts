/** The rows of a sheet as a reader finds them, never more than a file may hold. */
import { FILE_LIMITS, type Cell, type TableRow } from '../../shared/sheets/table.ts'
import { tooLarge, Unreadable } from './refuse.ts'

export class Rows {
  readonly rows: TableRow[] = []
  /** The 1-based row that the reader is at; 0 before the first. */
  row = 0
  #cells: Cell[] = []
  #held = 0
  #hidden = false

  /** The next row, or the one that the file states when it lies further down; no spreadsheet has a row beyond its last. */
  start(stated?: number, hidden = false): void {
    if (stated !== undefined && (stated > FILE_LIMITS.lastRow || (stated > 0 && !Number.isInteger(stated)))) throw new Unreadable({ code: 'CORRUPT_FILE', ...(this.row > 0 && { row: this.row }) })
    this.row = stated !== undefined && stated > this.row ? stated : this.row + 1
    this.#cells = []
    this.#hidden = hidden
  }

  /** An empty cell is no cell, so that a sheet formatted to its last row holds nothing there. */
  put(column: number, cell: Cell): void {
    if (cell === null || cell === '') return
    if (column >= FILE_LIMITS.columns) throw tooLarge('columns', this.row)
    while (this.#cells.length < column) this.#cells.push(null)
    this.#cells[column] = typeof cell === 'string' ? cell.slice(0, FILE_LIMITS.cellCharacters) : cell
  }

  end(): void {
    if (this.#cells.length === 0) return
    this.rows.push({ row: this.row, cells: this.#cells, ...(this.#hidden && { hidden: true }) })
    this.#held += this.#cells.length
    this.#cells = []
    if (this.rows.length > FILE_LIMITS.rows) throw tooLarge('rows')
    if (this.#held > FILE_LIMITS.cells) throw tooLarge('cells')
  }
}
