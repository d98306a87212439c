/** Issues a run lot by lot: each lot is one transaction, so a stop leaves every letter whole and the rest not issued. */
import { api } from '../api.ts'

const LOT = 50

export interface Step {
  done: number
  total: number
}

export interface Outcome {
  issued: number
  skipped: number
  left: number
}

/** Stopped, it answers what was done until then. */
export async function* issueRun(runId: number, total: number, signal: AbortSignal): AsyncGenerator<Step, Outcome> {
  const outcome: Outcome = { issued: 0, skipped: 0, left: total }
  while (outcome.left > 0 && !signal.aborted) {
    yield { done: total - outcome.left, total }
    const { issued, skipped, left } = await api.dunning.issueRun({ id: runId, limit: LOT, requestId: crypto.randomUUID() })
    outcome.issued += issued.length
    outcome.skipped += skipped.length
    outcome.left = left
  }
  return outcome
}
