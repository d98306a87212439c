/**
 * `npm run killtest -- --kills 300`: a program posts into a ledger on disk and is killed (SIGKILL) at a random moment, as
 * often as asked. After each kill the ledger is opened again: whatever was acknowledged is there, nothing is half there.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { checkLedger } from '../../db/check.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { Ledger } from '../../db/ledger.ts'
import { foundOffice } from './office.ts'
import { Random } from './random.ts'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } })
const kills = Number(values.kills)
const MOST_DOCUMENTS = 12
const LONGEST_MILLISECONDS = 30
/** A full check takes longer the more there is, so it runs on some of the kills and on the last; invariants on all. */
const CHECK_EVERY = 10
/** A fresh ledger now and then, so that the first pages of a file are hit too. */
const KILLS_A_LEDGER = 25

const KINDS = ['invoices', 'receipts', 'refunds', 'offsets', 'acceptances'] as const
type Kind = (typeof KINDS)[number]
type Acknowledged = Record<Kind, Set<number>>
const nothing = (): Acknowledged => ({ invoices: new Set(), receipts: new Set(), refunds: new Set(), offsets: new Set(), acceptances: new Set() })
/** The rows of one write that nobody heard of: a move posts two receipts. */
const MOST_UNSAID: Record<Kind, number> = { invoices: 1, receipts: 2, refunds: 1, offsets: 1, acceptances: 1 }
const figures = { acknowledged: 0, unacknowledged: 0, beforeReady: 0 }
const problems: string[] = []

/** Starts the program and kills it; returns what it had acknowledged by then. */
async function killOnce(file: string, random: Random): Promise<[Kind, number][]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'posting.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(file), 'compiled') },
  })
  const said: [Kind, number][] = []
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  // Some are killed while the ledger is being opened; the others anywhere after so many documents.
  const early = random.chance(0.1)
  const wanted = random.between(0, MOST_DOCUMENTS)
  const delay = random.next() * LONGEST_MILLISECONDS
  const enough = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [kind, id] = line.split(' ')
      if (id !== undefined) said.push([kind as Kind, Number(id)])
      if (said.length >= wanted) resolve()
    })
  })
  if (!early) await Promise.race([enough, gone])
  await sleep(early ? random.between(50, 800) : delay)
  if (said.length === 0) figures.beforeReady += 1
  child.kill('SIGKILL')
  await gone
  return said
}

async function verify(file: string, acknowledged: Acknowledged, killed: number, thoroughly: boolean): Promise<void> {
  const ledger = await Ledger.open(file)
  try {
    for (const kind of KINDS) {
      const there = new Set((await ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from ${sql.identifier(kind)}`))).map(({ id }) => id))
      for (const id of acknowledged[kind]) if (!there.has(id)) problems.push(`kill ${killed}: ${kind} ${id} was acknowledged and is lost`)
      // Committed but killed before it was said: at most one write a kill, and from now on it must stay.
      const unsaid = [...there].filter((id) => !acknowledged[kind].has(id))
      if (unsaid.length > MOST_UNSAID[kind]) problems.push(`kill ${killed}: ${unsaid.length} ${kind} that nobody acknowledged`)
      figures.unacknowledged += unsaid.length
      for (const id of unsaid) acknowledged[kind].add(id)
    }
    for (const broken of await ledger.read(brokenInvariants)) problems.push(`kill ${killed}: ${broken.code} ${broken.table} ${broken.id} ${broken.text}`)
    if (thoroughly) for (const finding of (await checkLedger(ledger)).findings) problems.push(`kill ${killed}: ${finding.code} ${finding.text}`)
  } finally {
    await ledger.close()
  }
}

async function lane(folder: string, number: number, count: number): Promise<void> {
  const random = new Random(Number(values.seed) * 1000 + number)
  let file = ''
  let acknowledged = nothing()
  for (let killed = 1; killed <= count && problems.length === 0; killed += 1) {
    if ((killed - 1) % KILLS_A_LEDGER === 0) {
      file = path.join(folder, `lane-${number}-${killed}.db`)
      acknowledged = nothing()
      const ledger = await Ledger.open(file, { create: true })
      await foundOffice(ledger)
      await ledger.close()
    }
    for (const [kind, id] of await killOnce(file, random)) {
      acknowledged[kind].add(id)
      figures.acknowledged += 1
    }
    await verify(file, acknowledged, killed, killed % CHECK_EVERY === 0 || killed === count)
  }
}

const started = performance.now()
const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-kill-'))
const lanes = Math.min(kills, availableParallelism())
await Promise.all(Array.from({ length: lanes }, (_, number) => lane(folder, number, Math.floor(kills / lanes) + (number < kills % lanes ? 1 : 0))))
rmSync(folder, { recursive: true, force: true })
for (const problem of problems) console.error(`LOST ${problem}`)
console.log(`killtest: ${kills} kills, ${figures.beforeReady} before the first document, ${figures.acknowledged} documents acknowledged, ${figures.unacknowledged} committed without a word, ${problems.length} lost or half posted, ${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exit(problems.length > 0 ? 1 : 0)
