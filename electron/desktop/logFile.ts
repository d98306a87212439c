/** What the backend says, kept in a file: a window has no terminal, and an unexpected error is looked up by its number. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const FULL_BYTES = 1_000_000

export class LogFile {
  readonly #file: string

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#file = path.join(folder, 'huikuan.log')
  }

  /** A full file becomes the old one, of which there is one. A disk that takes nothing more stops no work. */
  append(text: string | Uint8Array): void {
    try {
      if ((statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0) > FULL_BYTES) renameSync(this.#file, `${this.#file}.old`)
      appendFileSync(this.#file, text)
    } catch (error) {
      process.stderr.write(`${this.#file}: ${String(error)}\n`)
    }
  }
}
