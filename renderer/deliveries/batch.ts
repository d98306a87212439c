/** Many papers lot by lot: printed, exported, mailed. Each lot is whole; between two the work can be stopped. */
import type { ExportGrouping, ExportEvent } from '../../shared/deliveries/exportSchemas.ts'
import type { MailResult } from '../../shared/deliveries/mailSchemas.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import type { GridQuery } from '../../shared/grid.ts'
import { api } from '../api.ts'
import type { Language } from '../../shared/host.ts'

export interface Step {
  done: number
  total: number
  file: string
}

/** So many papers are one print job. */
export const PRINT_LOT = 100
/** A mail takes a second or more; after so many the screen tells how far it is. */
const MAIL_LOT = 4

/** Prints lot by lot; answers how many went to the printer until it was done or stopped. */
export async function* printLots(print: (ids: number[]) => Promise<void>, ids: readonly number[], signal: AbortSignal): AsyncGenerator<Step, number> {
  let done = 0
  while (done < ids.length && !signal.aborted) {
    yield { done, total: ids.length, file: '' }
    const lot = ids.slice(done, done + PRINT_LOT)
    await print(lot)
    done += lot.length
  }
  return done
}

type Exported = Extract<ExportEvent, { type: 'done' }>

/** Exports into a folder of the desktop. Stopped, it answers how many papers are in files that are whole. */
export async function* exportFiles(paper: DeliveredPaper, documentIds: number[], grouping: ExportGrouping, language: Language, signal: AbortSignal): AsyncGenerator<Step, Exported> {
  let done = 0
  try {
    for await (const event of await api.deliveries.exportPapers({ paper, documentIds, grouping, language }, { signal })) {
      if (event.type === 'done') return event
      done = event.done
      yield event
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return { type: 'done', folder: null, files: 0, papers: done }
}

/** Sends lot by lot and tells what came of each; a stop lets the lot at hand end. */
export async function* mailLots(
  paper: DeliveredPaper, letters: readonly { documentId: number; to: string }[], requestId: string, signal: AbortSignal, tell: (results: readonly MailResult[]) => void,
): AsyncGenerator<Step, void> {
  for (let done = 0; done < letters.length && !signal.aborted; done += MAIL_LOT) {
    yield { done, total: letters.length, file: '' }
    tell(await api.deliveries.mail({ paper, letters: letters.slice(done, done + MAIL_LOT), requestId }))
  }
}

const PAGE = 1000

/** All rows that a list would show, page by page. */
export async function allRows<Row>(list: (request: GridQuery) => Promise<{ rows: Row[] }>, request: GridQuery, most: number): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await list({ ...request, offset: rows.length, limit: PAGE, withTotals: false })
    rows.push(...page.rows)
    if (page.rows.length < PAGE || rows.length >= most) return rows.slice(0, most)
  }
}
