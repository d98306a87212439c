import { asAnswer } from './errors.ts'
import { calendarOf, os, type Access, type Context } from './context.ts'
import { runImport } from '../../db/integration/commands.ts'
import { inspectionOf, unreadable } from '../../db/integration/inspection.ts'
import { planImport } from '../../db/integration/plan.ts'
import { importGrid } from '../../db/integration/queries.ts'
import { ImportProblems } from '../../db/sheets/file.ts'
import { Pace } from '../../db/sheets/pace.ts'
import type { ImportEvent, ImportInput, ImportResult } from '../../shared/integration/schemas.ts'
import { readUpload } from '../sheets/upload.ts'
import { watchWork, type End, type Report } from '../sheets/watch.ts'

/** Reads and posts a file; a file that cannot be read is a problem of the file like any other. */
async function importFile(input: ImportInput, { ledger, user }: Access, signal: AbortSignal | undefined, report?: Report): Promise<ImportResult> {
  const { file, password, ...options } = input
  report?.({ stage: 'reading', done: 0, of: 1 })
  const content = await readUpload(file, password, signal)
  if ('problem' in content) throw new ImportProblems(unreadable(file.name, content.problem).problems, 1)
  const calendar = await calendarOf(ledger)
  return ledger.write({ by: user, procedure: 'integration.run' }, (tx) => runImport(tx, content, options, calendar, new Pace({ signal, report })))
}

function lastEvent(ended: End<ImportResult>, context: Context): ImportEvent {
  if ('result' in ended) return { type: 'done', result: ended.result }
  if (ended.error instanceof ImportProblems) return { type: 'problems', problems: ended.error.problems, problemCount: ended.error.count }
  throw asAnswer(ended.error, context.office)
}

export const integration = {
  inspect: os.integration.inspect.handler(async ({ input: { file, password, ...options }, context: { ledger }, signal }) => {
    const content = await readUpload(file, password, signal)
    if ('problem' in content) return unreadable(file.name, content.problem)
    const calendar = await calendarOf(ledger)
    const plan = await ledger.read((reader) => planImport(reader, content.table, options, calendar, file.name))
    return inspectionOf(file.name, content.table, plan)
  }),
  watch: os.integration.watch.handler(({ input, context, signal }) =>
    watchWork((cancel, report) => importFile(input, context, cancel, report), (end) => lastEvent(end, context), signal)),
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
