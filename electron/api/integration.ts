import { asAnswer } from './errors.ts'
import { calendarOf, os, type Access, type Context } from './context.ts'
import { fileHash, ImportProblems, runImport, type ImportFile } from '../../db/integration/commands.ts'
import { inspectionOf, unreadable } from '../../db/integration/inspection.ts'
import { Pace } from '../../db/integration/pace.ts'
import { planImport } from '../../db/integration/plan.ts'
import { importGrid } from '../../db/integration/queries.ts'
import type { ImportEvent, ImportInput, ImportProgress, ImportResult } from '../../shared/integration/schemas.ts'
import type { FileProblem } from '../../shared/integration/table.ts'
import { readFile } from '../integration/reader.ts'

async function read(file: File, signal: AbortSignal | undefined): Promise<ImportFile | { problem: FileProblem }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = fileHash(bytes)
  const reading = await readFile(bytes, signal)
  return 'problem' in reading ? reading : { name: file.name, hash, table: reading.table }
}

/** Reads and posts a file; a file that cannot be read is a problem of the file like any other. */
async function importFile(input: ImportInput, { ledger, user }: Access, signal: AbortSignal | undefined, report?: (progress: ImportProgress) => void): Promise<ImportResult> {
  const { file, ...options } = input
  report?.({ stage: 'reading', done: 0, of: 1 })
  const content = await read(file, signal)
  if ('problem' in content) throw new ImportProblems(unreadable(file.name, content.problem).problems, 1)
  const calendar = await calendarOf(ledger)
  return ledger.write({ by: user, procedure: 'integration.run' }, (tx) => runImport(tx, content, options, calendar, new Pace({ signal, report })))
}

/** The events of an import as they happen. Whoever stops listening cancels it, and nothing is stored. */
async function* watch(input: ImportInput, context: Context & Access, signal: AbortSignal | undefined): AsyncGenerator<ImportEvent, void> {
  const cancel = new AbortController()
  const abort = (): void => cancel.abort(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  let latest: ImportProgress | null = null
  let wake: () => void = () => undefined
  let end: { result: ImportResult } | { error: unknown } | null = null
  const running = importFile(input, context, cancel.signal, (progress) => {
    latest = progress
    wake()
  }).then((result) => { end = { result } }, (error: unknown) => { end = { error } }).finally(() => wake())
  try {
    for (;;) {
      // Only the newest progress matters: a slow listener must not hold a queue of old ones.
      const [progress, ended] = [latest as ImportProgress | null, end as { result: ImportResult } | { error: unknown } | null]
      latest = null
      if (progress) yield { type: 'progress', progress }
      if (ended) {
        yield lastEvent(ended, context)
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

function lastEvent(ended: { result: ImportResult } | { error: unknown }, context: Context): ImportEvent {
  if ('result' in ended) return { type: 'done', result: ended.result }
  if (ended.error instanceof ImportProblems) return { type: 'problems', problems: ended.error.problems, problemCount: ended.error.count }
  throw asAnswer(ended.error, context.office)
}

export const integration = {
  inspect: os.integration.inspect.handler(async ({ input: { file, ...options }, context: { ledger }, signal }) => {
    const content = await read(file, signal)
    if ('problem' in content) return unreadable(file.name, content.problem)
    const calendar = await calendarOf(ledger)
    const plan = await ledger.read((reader) => planImport(reader, content.table, options, calendar))
    return inspectionOf(file.name, content.table, plan)
  }),
  watch: os.integration.watch.handler(({ input, context, signal }) => watch(input, context, signal)),
  run: os.integration.run.handler(async ({ input, context, signal, errors }) => {
    try {
      return await importFile(input, context, signal)
    } catch (error) {
      if (error instanceof ImportProblems) throw errors.PROBLEMS({ data: { problems: error.problems, problemCount: error.count } })
      throw error
    }
  }),
  list: os.integration.list.handler(({ input, context: { ledger } }) => ledger.read((reader) => importGrid(reader, input))),
}
