/**
 * Files from outside are read in a thread of their own: a hostile one can neither hold up the office nor fill its memory,
 * because the thread is ended after a time and has a limit of its own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { FILE_LIMITS, type FileReading } from '../../shared/sheets/table.ts'

const LONGEST_MILLISECONDS = 60_000
const HEAP_MEGABYTES = 512

/** Built, the worker lies beside the host as readFile.cjs; unbundled it is the source file beside this one. */
function startWorker(options: WorkerOptions): Worker {
  const built = fileURLToPath(new URL('readFile.cjs', import.meta.url))
  // The built one is started from its text, because a worker cannot open a file inside of the packed application.
  if (existsSync(built)) return new Worker(readFileSync(built, 'utf8'), { ...options, eval: true })
  return new Worker(new URL('readFile.ts', import.meta.url), options)
}

export interface ReadOptions {
  /** Of an archive that asks for one. */
  password?: string | undefined
  signal?: AbortSignal | undefined
  /** Milliseconds after which the reading is given up. */
  longest?: number
}

/** The table of a file, or why it cannot be read; an aborted signal rejects with its reason. */
export function readFile(bytes: Uint8Array<ArrayBuffer>, { password, signal, longest = LONGEST_MILLISECONDS }: ReadOptions = {}): Promise<FileReading> {
  if (bytes.byteLength > FILE_LIMITS.bytes) {
    return Promise.resolve({ problem: { code: 'TOO_LARGE', params: { limit: FILE_LIMITS.bytes / 1024 / 1024, unit: 'MB' } } })
  }
  return new Promise((resolve, reject) => {
    const worker = startWorker({
      workerData: { bytes, password }, transferList: [bytes.buffer], resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES }, execArgv: [], stdout: true, stderr: true,
    })
    // What the libraries say of a damaged file is for nobody; unread, it would be kept.
    worker.stdout.resume()
    worker.stderr.resume()
    const timer = setTimeout(() => finish(() => resolve({ problem: { code: 'TOO_SLOW', params: { seconds: longest / 1000 } } })), longest)
    const abort = (): void => finish(() => reject(signal?.reason as Error))
    const finish = (answer: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      worker.removeAllListeners()
      // What the ended worker still reports is about an answer that nobody waits for.
      worker.on('error', () => undefined)
      void worker.terminate()
      answer()
    }
    worker.once('message', (reading: FileReading) => finish(() => resolve(reading)))
    worker.once('error', (error: Error & { code?: string }) => finish(() => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ problem: { code: 'TOO_LARGE', params: { limit: HEAP_MEGABYTES, unit: 'MB' } } })
      else reject(error)
    }))
    worker.once('exit', (code) => finish(() => reject(new Error(`The reading worker ended with ${code} and without an answer`))))
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}
