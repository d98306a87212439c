/**
 * `npm run tamper -- --rows 100`: makes a ledger, changes so many single rows from outside, one after the other, and asks
 * the check each time. Every change must be named; after its undoing the ledger must be sound again.
 */
import { parseArgs } from 'node:util'
import { checkLedger } from '../../db/check.ts'
import { issueLetters, notePrint } from '../../db/dunning/commands.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { SYSTEM } from '../../db/writer.ts'
import { day } from '../../shared/day.ts'
import type { Ledger } from '../../db/ledger.ts'
import { CUSTOMERS, Offices } from './office.ts'
import { Random } from './random.ts'
import { simulate } from './run.ts'
import { Intruder, isNamed } from './tampering.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } })
const rows = Number(values.rows)
const random = new Random(Number(values.seed))

/** A ledger with something in every table: a simulated office, letters, prints. */
async function fill(ledger: Ledger): Promise<void> {
  await simulate(ledger, Number(values.seed), 150)
  const call = { by: SYSTEM, procedure: 'tamper.fill' }
  await ledger.write(call, async (tx) => {
    const question = { asOf: day('2027-06-30'), currency: 'CNY', options: await loadOptions(tx), scope: null }
    const requests = CUSTOMERS.map((customerId) => ({ customerId, remark: '', language: 'zh-CN' as const }))
    const { ids } = await issueLetters(tx, requests, question, await loadCompany(tx), true)
    for (const id of ids) await notePrint(tx, id, 'pdf')
  })
}

const started = performance.now()
const offices = new Offices()
const ledger = await offices.open('tamper')
await fill(ledger)
const before = await checkLedger(ledger)
const missed: string[] = before.ok ? [] : [`the untouched ledger: ${JSON.stringify(before.findings[0])}`]
const intruder = new Intruder(ledger.location)
let named = 0
for (let row = 0; row < rows; row += 1) {
  const change = intruder.tamper(random)
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
console.log(`tamper: ${rows} rows changed from outside, ${named} named, ${missed.length} missed, ${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exit(missed.length > 0 ? 1 : 0)
