/**
 * `npm run simulate -- --seeds 2000 --steps 200`: so many seeded runs, spread over the processors.
 * `npm run simulate -- --seed 17`: replays one run here. Ends with one line of figures and exits 1 on a violation.
 */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Offices } from './office.ts'
import { simulate, type Figures } from './run.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '100' }, steps: { type: 'string', default: '200' }, seed: { type: 'string' }, from: { type: 'string', default: '1' }, workers: { type: 'string' } },
})
const steps = Number(values.steps)
const total: Figures = { steps: 0, posted: 0, refused: 0, agings: 0, asked: 0, totals: 0, lists: 0 }
const add = (figures: Figures): void => {
  for (const key of Object.keys(total) as (keyof Figures)[]) total[key] += figures[key]
}

/** Runs seeds one after the other in this process; the first violation ends it. */
async function runHere(from: number, to: number): Promise<string | null> {
  const offices = new Offices()
  try {
    for (let seed = from; seed <= to; seed += 1) {
      const ledger = await offices.open(`seed-${seed}`)
      add(await simulate(ledger, seed, steps))
      await offices.close(ledger)
    }
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    offices.remove()
  }
}

interface Report {
  figures: Figures
  violation: string | null
}

function runElsewhere(from: number, to: number): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = fork(import.meta.filename, ['--steps', String(steps), '--from', String(from), '--seeds', String(to - from + 1)], { env: { ...process.env, HUIKUAN_SIMULATION_WORKER: '1' } })
    let violation: string | null = `the process of seeds ${from} to ${to} ended without a report`
    worker.on('message', (report: Report) => {
      add(report.figures)
      violation = report.violation
    })
    // The exit may be told before the last message; the end of the channel never is.
    worker.on('disconnect', () => resolve(violation))
  })
}

const started = performance.now()
const first = Number(values.seed ?? values.from)
const seeds = values.seed === undefined ? Number(values.seeds) : 1
const last = first + seeds - 1
const SHARE = 25

async function everywhere(): Promise<string[]> {
  const found: string[] = []
  let next = first
  const lane = async (): Promise<void> => {
    while (next <= last && found.length === 0) {
      const from = next
      next += SHARE
      const violation = await runElsewhere(from, Math.min(last, from + SHARE - 1))
      if (violation !== null) found.push(violation)
    }
  }
  await Promise.all(Array.from({ length: Number(values.workers ?? availableParallelism()) }, lane))
  return found
}

if (process.env['HUIKUAN_SIMULATION_WORKER'] !== undefined) {
  const violation = await runHere(first, last)
  // The channel is closed once the report is through, else it may be lost.
  process.send?.({ figures: total, violation } satisfies Report, () => process.disconnect())
} else {
  const violations = seeds === 1 ? [await runHere(first, last)].filter((one) => one !== null) : await everywhere()
  for (const violation of violations) console.error(`VIOLATION ${violation}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`simulate: ${seeds} seeds, ${total.steps} steps, ${total.posted} posted, ${total.refused} refused, ${total.agings} agings compared, ${total.asked} past agings asked again, ${total.totals} control totals compared, ${total.lists} times the lists of today, ${violations.length} violations, ${seconds} s`)
  process.exit(violations.length > 0 ? 1 : 0)
}
