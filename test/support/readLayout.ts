/** Reads a rendered statement as the program would, and says where what was read is not the truth. */
import { readTable } from '../../electron/sheets/readTable.ts'
import { findStatement, statementMapping } from '../../shared/bank/mapping.ts'
import { readStatement } from '../../shared/bank/readStatement.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { Random } from '../simulation/random.ts'
import { renderStatement, type Layout } from './statementLayouts.ts'
import { makeStatement, type TrueStatement } from './statementTruth.ts'

/** What is wrong with how the layout of this seed is read; empty when every line is the truth. */
export function faultsOf(seed: number): { faults: string[]; layout: Layout; lines: number } {
  const random = new Random(seed)
  const statement = makeStatement(random)
  const layout = renderStatement(statement, random)
  return { faults: [...faults(statement, layout)].slice(0, 8), layout, lines: statement.lines.length }
}

function* faults(statement: TrueStatement, { bytes, fileName, tells, turned }: Layout): Generator<string> {
  const reading = readTable(bytes)
  if ('problem' in reading) {
    yield `unreadable: ${reading.problem.code}`
    return
  }
  const place = findStatement(reading.table, {})
  if (!place) {
    yield 'no header'
    return
  }
  const problems = new Problems()
  const mapping = statementMapping(place)
  const read = readStatement(place, { mapping, fileName, own: { names: [statement.name], accounts: [statement.account] } }, problems)
  if (problems.count > 0) yield `problems ${JSON.stringify(problems.list().slice(0, 3))} with ${JSON.stringify(mapping)}`
  if (read.lines.length !== statement.lines.length) {
    yield `${read.lines.length} lines instead of ${statement.lines.length}, skipped ${JSON.stringify(read.skipped)} with ${JSON.stringify(mapping)}`
    return
  }
  for (const [index, line] of statement.lines.entries()) {
    const found = read.lines[index]!
    const expected: Record<string, unknown> = {
      on: line.on, direction: line.direction, amount: line.amount, time: !tells.time ? '' : tells.minutesOnly ? `${line.time.slice(0, 5)}:00` : line.time, balance: tells.balance ? line.balance : null,
      counterparty: tells.counterparty ? line.counterparty : '', counterpartyAccount: tells.counterpartyAccount ? line.counterpartyAccount : '', serial: tells.serial ? line.serial : '',
    }
    for (const [name, value] of Object.entries(expected)) if (found[name as 'on'] !== value) yield `row ${found.row} ${name} ${String(found[name as 'on'])} instead of ${String(value)} with ${JSON.stringify(mapping)}`
    for (const text of tells.texts.map((which) => line.texts[which]!)) if (!found.memo.includes(text)) yield `row ${found.row} memo ${found.memo} without ${text} with ${JSON.stringify(mapping)}`
  }
  if (tells.balance && (read.opening !== statement.opening || read.closing !== statement.lines.at(-1)!.balance)) yield `opening ${read.opening} instead of ${statement.opening}`
  if (read.breaks.length > 0) yield `breaks ${JSON.stringify(read.breaks.slice(0, 2))}`
  if (tells.account && read.account?.number !== statement.account) yield `account ${read.account?.number} instead of ${statement.account}`
  if (!tells.account && (read.account?.number ?? '') !== '') yield `account ${read.account?.number} out of nothing`
  if (read.notes.some(({ code }) => code === 'directionsTurned') !== turned || read.notes.some(({ code }) => code === 'totalsDiffer')) yield `notes ${JSON.stringify(read.notes)}`
}
