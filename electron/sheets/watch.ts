/** Long work on a file as events: how far it is, and how it ended. Whoever stops listening cancels it. */
import type { ImportProgress } from '../../shared/sheets/schemas.ts'

export type Report = (progress: ImportProgress) => void
export interface ProgressEvent {
  type: 'progress'
  progress: ImportProgress
}
export type End<Result> = { result: Result } | { error: unknown }

/** Only the newest progress matters: a slow listener must not hold a queue of old ones. */
export async function* watchWork<Result, Last>(
  work: (signal: AbortSignal, report: Report) => Promise<Result>, last: (end: End<Result>) => Last, signal: AbortSignal | undefined,
): AsyncGenerator<ProgressEvent | Last, void> {
  const cancel = new AbortController()
  const abort = (): void => cancel.abort(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  let latest: ImportProgress | null = null
  let wake: () => void = () => undefined
  let end: End<Result> | null = null
  const running = work(cancel.signal, (progress) => {
    latest = progress
    wake()
  }).then((result) => { end = { result } }, (error: unknown) => { end = { error } }).finally(() => wake())
  try {
    for (;;) {
      const [progress, ended] = [latest as ImportProgress | null, end as End<Result> | null]
      latest = null
      if (progress) yield { type: 'progress', progress }
      if (ended) {
        yield last(ended)
        return
      }
      if (latest === null && end === null) await new Promise<void>((resume) => { wake = resume })
    }
  } finally {
    signal?.removeEventListener('abort', abort)
    cancel.abort()
    await running
  }
}
