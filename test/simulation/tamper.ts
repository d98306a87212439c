/**
 * `npm run tamper -- --rows 100`: makes a ledger, changes so many single rows from outside, one after the other, and asks
 * the check each time. Every change must be named; after its undoing the ledger must be sound again. The tables take
 * turns; without a number each of them has one.
 */
import { parseArgs } from 'node:util'
import { checkLedger } from '../../db/check.ts'
import { fill } from './fill.ts'
import { Offices } from './office.ts'
import { Random } from './random.ts'
import { Intruder, isNamed } from './tampering.ts'

const { values } = parseArgs({ options: { rows: { type: 'string' }, seed: { type: 'string', default: '1' }, steps: { type: 'string', default: '400' } } })
const random = new Random(Number(values.seed))

const started = performance.now()
const offices = new Offices()
const ledger = await offices.open('tamper')
await fill(ledger, Number(values.seed), Number(values.steps))
const before = await checkLedger(ledger)
const missed: string[] = before.ok ? [] : [`the untouched ledger: ${JSON.stringify(before.findings[0])}`]
const intruder = new Intruder(ledger.location, random)
for (const table of intruder.emptyTables()) missed.push(`nothing stands in ${table}`)
const rows = Number(values.rows ?? intruder.tables)
const reached = new Set<string>()
let named = 0
for (let row = 0; row < rows; row += 1) {
  const change = intruder.tamper()
  reached.add(change.table)
  const { findings } = await checkLedger(ledger)
  if (isNamed(change, findings)) named += 1
  else missed.push(`${change.text}: ${JSON.stringify(findings.slice(0, 3))}`)
  change.undo()
  const after = await checkLedger(ledger)
  if (!after.ok) {
    missed.push(`after undoing ${change.text}: ${JSON.stringify(after.findings.slice(0, 3))}`)
    break
  }
}
intruder.close()
await offices.close(ledger)
offices.remove()
for (const text of missed) console.error(`MISSED ${text}`)
console.log(`tamper: ${rows} rows of ${reached.size} tables changed from outside, ${named} named, ${missed.length} missed, ${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exit(missed.length > 0 ? 1 : 0)
