/** What the person sees before a statement is imported: the account, what is new, the balances, the first rows, every problem. */
import type { StatementInspection } from '../../shared/bank/fileSchemas.ts'
import type { ReadLine } from '../../shared/bank/schemas.ts'
import { sumOf, ZERO } from '../../shared/money.ts'
import { sheetNames } from '../../shared/sheets/locate.ts'
import { cellText, fileRow, type FileProblem, type TableFile, type TableRow } from '../../shared/sheets/table.ts'
import type { Inspected } from '../../shared/sheets/schemas.ts'
import { PREVIEWED_ROWS, shown } from '../sheets/columns.ts'
import { inspectedFile, unreadFile } from '../sheets/inspected.ts'
import { countClasses } from './importing.ts'
import type { StatementPlan } from './plan.ts'

const NO_LIST: Omit<StatementInspection, keyof Inspected> = {
  account: { number: '', bank: '', how: 'none', bankAccountId: null, bankAccount: '' }, lines: 0, newLines: 0, duplicates: 0, perhaps: [], byClass: countClasses([]),
  received: ZERO, paid: ZERO, firstOn: null, lastOn: null, opening: null, closing: null, breaks: [], notes: [], preview: [],
}

/** A file that could not be read at all. */
export const unreadableStatement = (fileName: string, problem: FileProblem): StatementInspection => ({ ...NO_LIST, ...unreadFile(fileName, problem) })

export function statementInspectionOf(fileName: string, table: TableFile, plan: StatementPlan): StatementInspection {
  const { place, read, fresh, lines } = plan
  const file = { ...NO_LIST, ...inspectedFile(fileName, table, plan.problems, place, read && { ...read, mapping: plan.mapping, remembered: false }), account: plan.account }
  if (!place || !read) return file
  const names = sheetNames(place)
  const moved = (direction: ReadLine['direction']) => sumOf(fresh.filter((line) => line.direction === direction), (line) => line.amount)
  return {
    ...file, lines: lines.length, newLines: fresh.length, duplicates: plan.known.size, byClass: countClasses(fresh), received: moved('in'), paid: moved('out'),
    perhaps: plan.perhaps.slice(0, PREVIEWED_ROWS).map(({ line, known }) => ({ ...fileRow(line.row, names), known: { ...known, memo: shown(known.memo), counterparty: shown(known.counterparty) } })),
    firstOn: lines[0]?.on ?? null, lastOn: lines.at(-1)?.on ?? null, opening: read.opening, closing: read.closing,
    breaks: read.breaks.map((each) => ({ ...each, ...fileRow(each.row, names) })), notes: read.notes, preview: previewOf(plan, place.rows, names),
  }
}

/** The first rows as they stand in the file. */
function previewOf({ lines, known, perhaps, problems }: StatementPlan, rows: readonly TableRow[], sheets: readonly string[]): StatementInspection['preview'] {
  const byRow = new Map(lines.map((line) => [line.row, line]))
  const doubtful = new Set(perhaps.map(({ line }) => line.row))
  const failed = problems.rows()
  return rows.slice(0, PREVIEWED_ROWS).map(({ row, cells }) => {
    const line = byRow.get(row)
    const state = failed.has(row) ? 'problem' as const : known.has(row) ? 'duplicate' as const : doubtful.has(row) ? 'perhaps' as const : line ? 'new' as const : 'skipped' as const
    if (line) return { ...line, ...fileRow(row, sheets), memo: shown(line.memo), counterparty: shown(line.counterparty), state }
    const texts = Array.from(cells, (cell) => shown(cellText(cell))).filter((text) => text !== '')
    return { ...fileRow(row, sheets), on: '', time: '', direction: null, amount: null, balance: null, counterparty: '', counterpartyAccount: '', memo: texts.join(' '), serial: '', class: null, state }
  })
}
