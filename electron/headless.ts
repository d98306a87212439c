/**
 * The program without Electron: `npm run headless -- --ledger FILE-or-postgres-URL --port N [--start YYYY-MM]`.
 * It serves one ledger on 127.0.0.1, makes an empty one where there is none, and prints one line of JSON with the
 * address and an administrator's token; everything else goes to the error output. With `--folder` instead of
 * `--ledger` it serves the whole program, which then begins with the first run.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { foundEmptyLedger } from '../db/ledgers/commands.ts'
import type { Ledger } from '../db/ledger.ts'
import { SYSTEM } from '../db/writer.ts'
import { zMonth } from '../shared/day.ts'
import { Refusal } from '../shared/refusal.ts'
import { startHttpHost } from './hosts/http.ts'
import { Office } from './office.ts'
import { localEffects } from './printing/localEffects.ts'

const USAGE = 'npm run headless -- --ledger FILE-or-postgres-URL --port N [--start YYYY-MM]'
const say = (text: string): void => void process.stderr.write(`${text}\n`)

function readOptions() {
  const { values } = parseArgs({
    options: { ledger: { type: 'string' }, folder: { type: 'string' }, port: { type: 'string', default: '0' }, start: { type: 'string' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port`)
  if (values.ledger === undefined && values.folder === undefined) throw new Error('--ledger is missing')
  if (values.start !== undefined && !zMonth.safeParse(values.start).success) throw new Error(`--start ${values.start} is no month such as 2026-01`)
  return { ...values, port }
}

/** The built page lies beside the bundled program, or in the build's folder when the sources run as they are. */
function pageFolder(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return [path.join(here, 'renderer'), path.join(here, '../build/out/renderer')].find((folder) => existsSync(path.join(folder, 'index.html')))
}

/** Opens the ledger; where there is none it makes an empty one with an administrator who has no password. */
async function openLedger(office: Office, location: string, startMonth: string | null): Promise<void> {
  const full = location.includes('://') ? location : path.resolve(location)
  const found = (ledger: Ledger): Promise<void> => ledger.write({ by: SYSTEM, procedure: 'ledgers.create' }, (tx) => foundEmptyLedger(tx, startMonth))
  if (full.includes('://')) {
    const ledger = await office.open(full, { create: true })
    if (ledger.isNew) await found(ledger)
  } else if (existsSync(full) && statSync(full).size > 0) await office.open(full)
  else {
    // A file of no bytes, as mktemp leaves it, is a place for a ledger and holds nothing to lose.
    rmSync(full, { force: true })
    await office.found(full, found)
    say(`New, empty ledger: ${path.basename(full)}`)
  }
}

async function start(): Promise<void> {
  const options = readOptions()
  const folder = path.resolve(options.folder ?? path.dirname(options.ledger ?? ''))
  const office = new Office({
    dataFolder: folder, ledgerFolder: folder, effects: localEffects, version: manifest.version, printing: 'browser', fixed: options.ledger !== undefined,
    log: (number, error) => say(`${new Date().toISOString()} [${number}] ${error instanceof Error ? error.stack : String(error)}`),
  })
  if (options.ledger !== undefined) await openLedger(office, options.ledger, options.start ?? null)
  const { token } = office.sessions.start({ trusted: true })
  const pages = pageFolder()
  if (pages === undefined) say('The page is not built (npm run build); only the interface is served.')
  const host = await startHttpHost({
    port: options.port,
    pageFolder: pages,
    authenticate: (given) => {
      const session = office.sessions.find(given)
      return session && { office, session }
    },
    onError: (error) => office.log('http', error),
  })
  office.httpUrl = host.url

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await host.close()
    await office.ledger?.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // Whoever started the host may go; it serves on until it is told to stop.
  process.stdout.on('error', () => undefined)
  process.stdout.write(`${JSON.stringify({ url: host.url, token, pid: process.pid })}\n`)
}

start().catch((error: unknown) => {
  say(error instanceof Refusal ? `The ledger cannot be opened: ${error.message}` : String(error))
  if (error instanceof Error && /^--|Unknown option/.test(error.message)) say(`Usage: ${USAGE}`)
  process.exit(1)
})
