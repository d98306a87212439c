/**
 * `npm run concurrency -- --writers 8 --deeds 500`: so many programs at once on one PostgreSQL ledger, whose connections are
 * cut now and then, and two on one SQLite file, all on the same few customers. Whatever was acknowledged is there once,
 * nothing is settled twice, numbers have no gaps and the ledger is sound.
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { startPostgres } from '../../build/temporaryPostgres.ts'
import { checkLedger } from '../../db/check.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { Ledger } from '../../db/ledger.ts'
import { foundOffice, Offices } from './office.ts'
import type { Told } from './rivals.ts'

const { values } = parseArgs({ options: { writers: { type: 'string', default: '8' }, deeds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } })
const CUT_EVERY_MILLISECONDS = 700
const LONGEST_SILENCE_MILLISECONDS = 60_000

/** Runs one rival to its end; what it tells is collected. A rival that says nothing for long hangs, which is a deadlock. */
function rival(location: string, seed: number, deeds: number, told: Told[]): Promise<void> {
  const child = fork(path.join(import.meta.dirname, 'rivals.ts'), [location, String(seed), String(deeds)])
  return new Promise((resolve) => {
    const hangs = (): void => {
      told.push({ kind: 'bug', text: `writer ${seed} hangs` })
      child.kill('SIGKILL')
    }
    let watch = setTimeout(hangs, LONGEST_SILENCE_MILLISECONDS)
    child.on('message', (one: Told) => {
      told.push(one)
      clearTimeout(watch)
      watch = setTimeout(hangs, LONGEST_SILENCE_MILLISECONDS)
    })
    child.on('exit', (code) => {
      clearTimeout(watch)
      if (code !== 0) told.push({ kind: 'bug', text: `writer ${seed} ended with ${code}` })
      resolve()
    })
  })
}

/** What is wrong after all have ended. */
async function problemsOf(location: string, told: readonly Told[]): Promise<string[]> {
  const problems = told.flatMap((one) => (one.kind === 'bug' ? [one.text] : []))
  const acknowledged = told.filter((one) => one.kind === 'acknowledged')
  const ledger = await Ledger.open(location)
  try {
    await ledger.read(async (reader) => {
      for (const broken of await brokenInvariants(reader)) problems.push(`${broken.code} ${broken.table} ${broken.id} ${broken.text}`)
      for (const table of new Set(acknowledged.map((one) => one.table).filter((name) => name !== ''))) {
        const there = new Set((await reader.rows<{ id: number }>(sql`select id from ${sql.identifier(table)}`)).map(({ id }) => id))
        const ids = acknowledged.filter((one) => one.table === table).map(({ id }) => id)
        for (const id of ids) if (!there.has(id)) problems.push(`${table} ${id} was acknowledged and is lost`)
        if (new Set(ids).size !== ids.length) problems.push(`${table}: one document was the answer to two requests`)
      }
      const entries = await reader.rows<{ procedure: string; count: number }>(sql`select procedure, cast(count(*) as bigint) as count from journal where procedure <> 'simulation.found' group by procedure`)
      const lost = told.filter((one) => one.kind === 'lost').length
      for (const { procedure, count } of entries) {
        // What was committed while the connection was cut is acknowledged when it is asked again; only the last try may stay without a word.
        const said = acknowledged.filter((one) => one.procedure === procedure).length
        if (count < said || count > said + lost) problems.push(`${procedure}: ${said} acknowledged, ${count} done`)
      }
    })
    for (const finding of (await checkLedger(ledger)).findings) problems.push(`${finding.code} ${finding.text}`)
  } finally {
    await ledger.close()
  }
  return problems
}

/** `meanwhile` is what happens around them while they work. */
async function contest(name: string, location: string, writers: number, deeds: number, meanwhile = (work: () => Promise<unknown>): Promise<unknown> => work()): Promise<boolean> {
  const started = performance.now()
  const told: Told[] = []
  await meanwhile(() => Promise.all(Array.from({ length: writers }, (_, number) => rival(location, Number(values.seed) * 1000 + number, deeds, told))))
  const seconds = (performance.now() - started) / 1000
  const problems = await problemsOf(location, told)
  for (const problem of problems.slice(0, 20)) console.error(`BROKEN on ${name}: ${problem}`)
  const count = (kind: Told['kind']): number => told.filter((one) => one.kind === kind).length
  const reasons = new Map<string, number>()
  for (const one of told) if (one.kind === 'refused') reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + 1)
  console.log(`concurrency on ${name}: ${writers} writers, ${count('acknowledged')} acknowledged, ${count('refused')} refused (${[...reasons].map(([reason, times]) => `${reason} ${times}`).join(', ')}), ${count('lost')} connections lost and tried again, ${((count('acknowledged') + count('refused')) / seconds).toFixed(0)} a second, ${problems.length} problems, ${seconds.toFixed(1)} s`)
  return problems.length === 0
}

/** Cuts one connection of the ledger's database every now and then, as a network does. */
async function cutting<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const cut = setInterval(() => void client.query(`select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = 'rivals' and pid <> pg_backend_pid() order by random() limit 1) one`), CUT_EVERY_MILLISECONDS)
  try {
    return await work()
  } finally {
    clearInterval(cut)
    await client.end()
  }
}

async function onPostgres(): Promise<boolean> {
  const server = await startPostgres()
  if (server === null) {
    console.log('not run: concurrency on PostgreSQL: no initdb and postgres on this machine')
    return true
  }
  try {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query('CREATE DATABASE rivals')
    await client.end()
    const url = new URL(server.url)
    url.pathname = '/rivals'
    const ledger = await Ledger.open(url.href, { create: true })
    await foundOffice(ledger)
    await ledger.close()
    return await contest('PostgreSQL', url.href, Number(values.writers), Number(values.deeds), (work) => cutting(server.url, work))
  } finally {
    await server.stop()
  }
}

async function onSqlite(): Promise<boolean> {
  const offices = new Offices()
  try {
    const ledger = await offices.open('rivals')
    await ledger.close()
    return await contest('SQLite', ledger.location, 2, Number(values.deeds) * 2)
  } finally {
    offices.remove()
  }
}

const sound = [await onSqlite(), await onPostgres()]
process.exit(sound.every(Boolean) ? 0 : 1)
