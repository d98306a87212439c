/**
 * `npm run mutate -- --files 10000 --from 1`: damaged and hostile bank files through the real reading thread and the reader of
 * statements. No file may bring down its caller, take longer than ten seconds or more than 512 MB; each gives lines or a problem
 * with a code. Prints what came of them, the slowest and the most memory.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readFile } from '../../electron/sheets/reader.ts'
import { findStatement, statementMapping } from '../../shared/bank/mapping.ts'
import { readStatement } from '../../shared/bank/readStatement.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { otherFormat } from '../support/otherFormats.ts'
import { renderStatement } from '../support/statementLayouts.ts'
import { makeStatement } from '../support/statementTruth.ts'
import { mutate } from './mutations.ts'
import { Random } from './random.ts'

const MOST_MILLISECONDS = 10_000
const MOST_MEGABYTES = 512
const MEGABYTE = 1024 * 1024
const BATCH = 100

const { values } = parseArgs({ options: { files: { type: 'string', default: '10000' }, from: { type: 'string', default: '1' }, verbose: { type: 'boolean', default: false }, make: { type: 'string' } } })
const [from, count] = [Number(values.from), Number(values.files)]
const outcomes = new Map<string, number>()
const kinds = new Map<string, number>()
const faults: string[] = []
const slowest: { seed: number; what: string; milliseconds: number }[] = []

/** Lines of the statement, or the code of the first problem. */
async function outcomeOf(bytes: Buffer): Promise<string> {
  const reading = await readFile(new Uint8Array(bytes))
  if ('problem' in reading) return reading.problem.code
  const place = findStatement(reading.table, {})
  if (!place) return 'NO_HEADER'
  const problems = new Problems()
  const { lines } = readStatement(place, { mapping: statementMapping(place), fileName: 'x.csv', own: { names: [], accounts: [] } }, problems)
  return problems.list()[0]?.code ?? (lines.length > 0 ? 'lines' : 'NOTHING')
}

/** Bombs are made in a program of their own, so that their making does not count as memory of the reading. */
if (values.make !== undefined) {
  for (let seed = from; seed < from + count; seed += 1) {
    const random = new Random(seed)
    const statement = makeStatement(random)
    const plain = renderStatement(statement, random).bytes
    // Every third one is a format of banks, an invoice or an archive.
    const { what, bytes } = mutate(seed % 3 === 0 ? otherFormat(statement, plain, random) : plain, random)
    writeFileSync(path.join(values.make, `${seed}-${what}`), bytes)
  }
  process.exit(0)
}
const folder = mkdtempSync(path.join(tmpdir(), 'mutations-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

let peak = 0
const most = { megabytes: 0, seed: 0, what: '' }
const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 5)
let names = new Map<number, string>()
for (let seed = from; seed < from + count; seed += 1) {
  if ((seed - from) % BATCH === 0) {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
    execFileSync(process.execPath, [import.meta.filename, '--make', folder, '--from', String(seed), '--files', String(Math.min(BATCH, from + count - seed))])
    names = new Map(readdirSync(folder).map((name) => [Number(name.split('-')[0]), name]))
  }
  const name = names.get(seed) ?? ''
  const mutated = { what: name.slice(name.indexOf('-') + 1), bytes: readFileSync(path.join(folder, name)) }
  const before = process.memoryUsage().rss
  peak = before
  const started = performance.now()
  const outcome = await outcomeOf(mutated.bytes).catch((error: unknown) => `crash: ${String(error)}`)
  const milliseconds = performance.now() - started
  const megabytes = Math.max(peak, process.memoryUsage().rss) / MEGABYTE
  if (values.verbose) console.log(seed, mutated.what, outcome, Math.round(milliseconds), 'ms', Math.round(megabytes), 'MB')
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  kinds.set(mutated.what, (kinds.get(mutated.what) ?? 0) + 1)
  if (megabytes > most.megabytes) Object.assign(most, { megabytes, seed, what: mutated.what })
  slowest.push({ seed, what: mutated.what, milliseconds })
  slowest.sort((a, b) => b.milliseconds - a.milliseconds).splice(5)
  if (outcome.startsWith('crash') || outcome === 'NOTHING') faults.push(`seed ${seed} ${mutated.what}: ${outcome}`)
  if (milliseconds > MOST_MILLISECONDS) faults.push(`seed ${seed} ${mutated.what}: ${Math.round(milliseconds)} ms`)
  if (megabytes > MOST_MEGABYTES) faults.push(`seed ${seed} ${mutated.what}: ${Math.round(megabytes)} MB, ${Math.round(before / MEGABYTE)} before`)
}
clearInterval(watch)
const table = (counts: ReadonlyMap<string, number>): string => [...counts].sort((a, b) => b[1] - a[1]).map(([name, times]) => `${name} ${times}`).join(', ')
console.log(`${count} files of ${kinds.size} mutations (seeds ${from} to ${from + count - 1}): ${table(outcomes)}`)
console.log(`slowest: ${slowest.map(({ seed, what, milliseconds }) => `${Math.round(milliseconds)} ms (${what}, seed ${seed})`).join(', ')}`)
console.log(`most memory of the whole program: ${Math.round(most.megabytes)} MB (${most.what}, seed ${most.seed})`)
if (faults.length > 0) console.log(`${faults.length} faults:\n  ${faults.slice(0, 20).join('\n  ')}`)
console.log(`${count - faults.length} passed, ${faults.length} failed, 0 skipped`)
process.exit(faults.length > 0 ? 1 : 0)
