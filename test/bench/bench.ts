/**
 * `npm run bench -- --size 10000|100000|1000000 [--json FILE]`: how long the product takes on a ledger of so many documents,
 * each beside hand-written SQL on the same file in the same run. `--smoke` is the short form for `npm test`: a small ledger
 * and few runs, which only proves that both ways say the same. Ends with one line of figures; exits 1 when figures differ.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Office } from '../../electron/office.ts'
import { localEffects } from '../../electron/printing/localEffects.ts'
import { day } from '../../shared/day.ts'
import { generate } from '../support/generator.ts'
import { measureAging } from './aging.ts'
import { measureDunning } from './dunning.ts'
import { measureImport } from './importRows.ts'
import { lineOf, openPlain, type Measure } from './measure.ts'
import { measureReceipt } from './receiptCommit.ts'
import { measureReceiptsPage } from './receiptsPage.ts'
import { measureStart, measureWindow } from './startUp.ts'
import { measureStatements } from './statements.ts'

const TODAY = day('2026-06-30')
const { values } = parseArgs({ options: { size: { type: 'string' }, json: { type: 'string' }, smoke: { type: 'boolean', default: false } } })
const smoke = values.smoke
const size = Number(values.size ?? (smoke ? 2000 : 10_000))
if (!Number.isInteger(size) || size < 1000 || size > 5_000_000) throw new Error(`--size ${values.size ?? ''} is no number of documents from 1,000 to 5,000,000`)

const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-bench-'))
const file = path.join(folder, 'bench.db')
const measures: Measure[] = []
const show = (...some: Measure[]): void => {
  measures.push(...some)
  for (const measure of some) console.log(lineOf(measure))
}

try {
  const office = new Office({
    dataFolder: folder, ledgerFolder: folder, effects: localEffects, version: 'bench', printing: 'browser', now: () => new Date(`${TODAY}T02:00:00Z`),
    log: (_, error) => console.error(error),
  })
  const start = performance.now()
  const ledger = await office.open(file, { create: true })
  const { documents, customers } = await generate(ledger, { documents: size, until: TODAY })
  console.log(`${documents.toLocaleString('en')} documents of ${customers.length} customers made in ${((performance.now() - start) / 1000).toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`)
  const plain = openPlain(file)
  plain.pragma('wal_checkpoint(TRUNCATE)')
  const few = smoke ? 2 : size >= 1_000_000 ? 5 : 15
  show(...(await measureAging(ledger, plain, TODAY, few)))
  show(await measureReceiptsPage(ledger, plain, TODAY, smoke ? 2 : 30))
  show(await measureReceipt(ledger, plain, customers, TODAY, smoke ? 5 : 200))
  const context = { office, session: office.sessions.start({ trusted: true }) }
  show(await measureImport(context, plain, customers.length, TODAY, { rows: smoke ? 2000 : 100_000, runs: smoke ? 1 : 3 }))
  plain.close()
  await office.close()
  show(...(await measureStatements(folder, TODAY, smoke ? { lines: 300, items: 2000, customers: 100, runs: 1 } : { lines: 10_000, items: 100_000, customers: 2000, runs: 3 })))
  show(...(await measureDunning(folder, TODAY, smoke ? { customers: 100, items: 500, runs: 1 } : { customers: 5000, items: 50_000, runs: 5 })))
  show(await measureStart(file, smoke ? 1 : 5))
  const inWindow = smoke ? null : await measureWindow(file, 3)
  if (inWindow) show(inWindow)
  if (values.json !== undefined) {
    mkdirSync(path.dirname(path.resolve(values.json)), { recursive: true })
    writeFileSync(values.json, `${JSON.stringify({ size, documents, customers: customers.length, node: process.version, processors: cpus().length, measures }, null, 2)}\n`)
  }
  console.log(`bench ${size}: ${measures.map(({ name, ours, ratio }) => `${name.replace(/ \(.*|, .*/, '')} ${ours.toFixed(ours < 10 ? 2 : 0)} ms${ratio === null ? '' : ` ×${ratio.toFixed(2)}`}`).join(', ')}`)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
