/** What Electron's main process and the backend say to each other; the page's calls never pass through here. */
import type { EffectName } from './effects.ts'

/** How the backend is started: one JSON argument. */
export interface BackendOptions {
  /** Opened at the start; null shows the first-run page. */
  ledger: string | null
  /** Where the program keeps its own notes, such as the list of recent ledgers. */
  dataFolder: string
  /** Where new ledgers are put unless the person says otherwise. */
  ledgerFolder: string
  http: { port: number; token: string } | null
  /** The built page, which the HTTP host serves too. */
  pageFolder: string
}

export type ToBackend =
  /** Carries a MessagePort to a page. */
  | { type: 'port' }
  | { type: 'effectDone'; id: number; value: unknown }
  | { type: 'effectFailed'; id: number; message: string; refusal: string | null }
  | { type: 'stop' }

export type FromBackend =
  | { type: 'ready' }
  | { type: 'effect'; id: number; name: EffectName; args: unknown[] }
  | { type: 'http'; url: string }
