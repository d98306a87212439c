/** The import of statements: all lines of a file or none, in one transaction, and nothing that the ledger has already. */
import { newLines } from '../../shared/bank/duplicates.ts'
import { hasRest, type ClassCounts, type StatementRest } from '../../shared/bank/fileSchemas.ts'
import { statusOf } from '../../shared/bank/rules.ts'
import { LINE_CLASSES, type LineStatus, type ReadLine } from '../../shared/bank/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { rowInSheet } from '../../shared/sheets/table.ts'
import { ImportProblems, type ImportFile } from '../sheets/file.ts'
import { Pace } from '../sheets/pace.ts'
import type { Writer } from '../writer.ts'
import { linesBetween, planStatement, restOf, type StatementOptions } from './plan.ts'

export interface NewStatement {
  bankAccountId: number
  fileName: string
  fileHash: string
  /** Oldest first. */
  lines: readonly ReadLine[]
  /** The bank's balance before the first line and after the last, minor units; null where the file tells none. */
  opening: Money | null
  closing: Money | null
  /** What of the file did not become lines; left out where nothing was read. */
  rest?: StatementRest
}

export interface Imported {
  /** Null when nothing was new; then nothing was stored. */
  id: number | null
  lines: number
  duplicates: number
  byClass: ClassCounts
  open: number
  /** Lines that are perhaps the same payment as one of another file, and wait for a person to say so. */
  perhaps: number
}

const PIECE = 1000

export const countClasses = (lines: readonly ReadLine[]): ClassCounts =>
  Object.fromEntries(LINE_CLASSES.map((name) => [name, lines.filter((line) => line.class === name).length])) as ClassCounts

/** Posts what is new of a file's lines, as the bank wrote them. The caller has found out whose account it is. */
export async function importStatement(tx: Writer, statement: NewStatement, pace = new Pace()): Promise<Imported> {
  const { lines, bankAccountId, fileName, fileHash, opening, closing } = statement
  const { fresh, duplicates, perhaps } = newLines(lines, await linesBetween(tx, bankAccountId, lines))
  const twins = new Map(perhaps.map(({ line, known }) => [line, known.id]))
  const stands = (line: ReadLine): LineStatus => (twins.has(line) ? 'perhaps' : statusOf(line.class, line.direction))
  const answer = { lines: fresh.length, duplicates: duplicates.length, perhaps: perhaps.length, byClass: countClasses(fresh), open: fresh.filter((line) => stands(line) === 'open').length }
  if (fresh.length === 0) return { ...answer, id: null }
  await pace.begin('writing', fresh.length)
  const { statements, statementLines, statementTwins, statementDoubts, statementRests, statementStates } = tx.t
  const id = await tx.nextId(statements)
  const days = lines.map(({ on }) => on).sort()
  await tx.post(statements, [{
    id, bankAccountId, fileName, fileHash, firstOn: days[0] ?? '', lastOn: days.at(-1) ?? '', lines: fresh.length, duplicates: duplicates.length, opening, closing, importedAt: tx.now, importedBy: tx.by.name,
  }])
  if (statement.rest && hasRest(statement.rest)) await tx.post(statementRests, [{ id: await tx.nextId(statementRests), statementId: id, content: statement.rest }])
  tx.mention(`statement:${id}:${fileName}`)
  for (let start = 0; start < fresh.length; start += PIECE) {
    const piece = []
    const pairs = []
    const doubts = []
    for (const line of fresh.slice(start, start + PIECE)) {
      const lineId = await tx.nextId(statementLines)
      const otherId = twins.get(line)
      if (line.unproven) doubts.push({ id: await tx.nextId(statementDoubts), lineId, kind: 'direction' as const })
      if (otherId !== undefined) pairs.push({ id: await tx.nextId(statementTwins), lineId, otherId })
      piece.push({ ...line, row: rowInSheet(line.row), id: lineId, statementId: id, bankAccountId, status: stands(line) })
    }
    await tx.post(statementLines, piece)
    if (pairs.length > 0) await tx.post(statementTwins, pairs)
    if (doubts.length > 0) await tx.post(statementDoubts, doubts)
    await tx.insert(statementStates, piece.map((line) => ({
      lineId: line.id, bankAccountId, on: line.on, class: line.class, status: line.status, receiptId: null, refundId: null, acceptanceEventId: null,
    })))
    await pace.step(piece.length)
  }
  return { ...answer, id }
}

/**
 * Plans the file against the ledger as it is inside of this transaction, and posts its new lines. Throws ImportProblems
 * when there is any problem; refuses unknownBankAccount, otherAccount, noAccount.
 */
export async function importStatementFile(tx: Writer, file: ImportFile, options: StatementOptions, today: Day, pace = new Pace()): Promise<Imported & { rest: StatementRest }> {
  await pace.begin('checking', 1)
  const plan = await planStatement(tx, file, options, today)
  if (plan.problems.count > 0 || !plan.read) throw new ImportProblems(plan.problems.list(), plan.problems.count)
  const params = { number: plan.account.number, account: plan.account.bankAccount }
  if (plan.otherAccount) throw new Refusal('otherAccount', { field: 'bankAccountId', params })
  if (!plan.bankAccount) throw new Refusal(plan.account.number === '' ? 'noAccount' : 'unknownBankAccount', { field: 'bankAccountId', params })
  const { opening, closing } = plan.read
  const rest = restOf(plan)
  return { ...(await importStatement(tx, { bankAccountId: plan.bankAccount.id, fileName: file.name, fileHash: file.hash, lines: plan.lines, opening, closing, rest }, pace)), rest }
}
