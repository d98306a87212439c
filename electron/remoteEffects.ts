/** The backend's side of the effects: each is a question to Electron's main process and waits for its answer. */
import { Refusal } from '../shared/refusal.ts'
import type { EffectName, Effects } from './effects.ts'
import type { FromBackend, ToBackend } from './messages.ts'

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

export class RemoteEffects implements Effects {
  readonly #send: (message: FromBackend) => void
  readonly #waiting = new Map<number, Waiting>()
  #count = 0

  constructor(send: (message: FromBackend) => void) {
    this.#send = send
  }

  printPdf: Effects['printPdf'] = (...args) => this.#ask('printPdf', args)
  print: Effects['print'] = (...args) => this.#ask('print', args)
  chooseFile: Effects['chooseFile'] = (...args) => this.#ask('chooseFile', args)
  claimLedger: Effects['claimLedger'] = (...args) => this.#ask('claimLedger', args)
  ledgerChanged: Effects['ledgerChanged'] = (...args) => this.#ask('ledgerChanged', args)

  /** Takes an answer from the main process. */
  settle(message: Extract<ToBackend, { type: 'effectDone' | 'effectFailed' }>): void {
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.type === 'effectDone') waiting?.resolve(message.value)
    else waiting?.reject(message.refusal === null ? new Error(message.message) : new Refusal(message.refusal))
  }

  /** The main process answers each effect with its own kind of value, which the type of the effect names. */
  #ask<T>(name: EffectName, args: unknown[]): Promise<T> {
    const id = ++this.#count
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      this.#send({ type: 'effect', id, name, args })
    })
  }
}
