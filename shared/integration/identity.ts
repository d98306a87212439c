/** What tells one row of a file from another, and the same row again in another file from a new one. */
import type { RowReader } from '../sheets/rowReader.ts'

export class Identities {
  readonly #rows = new Map<string, number>()
  readonly #contents = new Map<string, number>()
  readonly #reader: RowReader

  constructor(reader: RowReader) {
    this.#reader = reader
  }

  /**
   * The key of the present row: its own number, else its content and how often that occurred before in this file.
   * A number that stands twice in a file is a problem and gives null.
   */
  take(key: string | null, field: string, content: () => string): string | null {
    if (key === null) {
      const text = content()
      const times = (this.#contents.get(text) ?? 0) + 1
      this.#contents.set(text, times)
      return `C:${text}|${times}`
    }
    const firstRow = this.#rows.get(key)
    if (firstRow !== undefined) return this.#reader.fail(field, 'DUPLICATE_IN_FILE', undefined, { firstRow })
    this.#rows.set(key, this.#reader.row)
    return key
  }
}
