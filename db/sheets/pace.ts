/**
 * How far a long command is, and whether it should stop. Inside of a transaction nothing is awaited but the ledger, with this
 * one exception: now and then it lets the program breathe, so that its progress is shown and a cancel arrives. The writer's
 * queue keeps everybody else out meanwhile, and readers have a connection of their own.
 */
import type { ImportProgress } from '../../shared/sheets/schemas.ts'

const MILLISECONDS_BETWEEN = 50

export class Pace {
  readonly #signal: AbortSignal | undefined
  readonly #report: ((progress: ImportProgress) => void) | undefined
  #last = 0
  #stage: ImportProgress['stage'] = 'checking'
  #done = 0
  #of = 0

  constructor({ signal, report }: { signal?: AbortSignal | undefined; report?: ((progress: ImportProgress) => void) | undefined } = {}) {
    this.#signal = signal
    this.#report = report
  }

  /** A new stage of so many steps begins. */
  async begin(stage: ImportProgress['stage'], of: number): Promise<void> {
    this.#stage = stage
    this.#done = 0
    this.#of = of
    await this.#breathe()
  }

  /** Some steps are done; an aborted signal throws its reason, and the transaction rolls back. */
  async step(steps = 1): Promise<void> {
    this.#done += steps
    if (performance.now() - this.#last >= MILLISECONDS_BETWEEN) await this.#breathe()
  }

  async #breathe(): Promise<void> {
    this.#report?.({ stage: this.#stage, done: Math.min(this.#done, this.#of), of: this.#of })
    await new Promise((resume) => setImmediate(resume))
    this.#signal?.throwIfAborted()
    this.#last = performance.now()
  }
}
