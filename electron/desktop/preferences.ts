/** What the desktop remembers between starts, in one small file beside the browser's own data. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { LANGUAGES } from '../../shared/host.ts'

const shape = z.object({
  lastLedger: z.string().nullable().catch(null),
  language: z.enum(LANGUAGES).catch('zh-CN'),
  maximized: z.boolean().catch(false),
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }).nullable().catch(null),
  /** Kept, so that an ERP that was given the token still works tomorrow. */
  httpToken: z.string().nullable().catch(null),
})
export type Preferences = z.infer<typeof shape>

export class PreferenceFile {
  readonly #file: string
  #current: Preferences

  constructor(folder: string) {
    this.#file = path.join(folder, 'preferences.json')
    this.#current = shape.parse(readJson(this.#file))
  }

  get current(): Readonly<Preferences> {
    return this.#current
  }

  /** Written to a second file and renamed, so that a power cut leaves the old or the new one, never half of it. */
  change(part: Partial<Preferences>): void {
    this.#current = { ...this.#current, ...part }
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#current, null, 2), { mode: 0o600 })
    renameSync(`${this.#file}.new`, this.#file)
  }
}

function readJson(file: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof content === 'object' && content !== null ? content : {}
  } catch {
    return {}
  }
}
