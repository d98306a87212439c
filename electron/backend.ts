/** The utility process: it owns the ledger, answers the page over its port and, where it is switched on, programs over HTTP. */
import { inspect } from 'node:util'
import './webFile.ts'
import manifest from '../package.json' with { type: 'json' }
import { startHttpHost, type HttpHost } from './hosts/http.ts'
import { servePort } from './hosts/port.ts'
import type { BackendOptions, FromBackend, ToBackend } from './messages.ts'
import { Office } from './office.ts'
import { RemoteEffects } from './remoteEffects.ts'
import { portSession } from './sessions.ts'

const options = JSON.parse(process.argv[2] ?? '') as BackendOptions
const parent = process.parentPort
const send = (message: FromBackend): void => parent.postMessage(message)
const log = (number: string, error: unknown): void => void process.stderr.write(`${new Date().toISOString()} [${number}] ${inspect(error)}\n`)

const effects = new RemoteEffects(send)
const office = new Office({ dataFolder: options.dataFolder, ledgerFolder: options.ledgerFolder, effects, version: manifest.version, printing: 'native', log })
let http: HttpHost | null = null

parent.on('message', ({ data, ports }) => {
  const message = data as ToBackend
  const [port] = ports
  if (message.type === 'port' && port) servePort(port, { office, session: portSession() })
  else if (message.type === 'effectDone' || message.type === 'effectFailed') effects.settle(message)
  else if (message.type === 'stop') void stop()
})

// A bug outside of any call leaves a state nobody knows; the main process starts a new backend on the ledger as committed.
process.on('uncaughtException', (error) => {
  log('fatal', error)
  process.exit(1)
})

void start()

async function start(): Promise<void> {
  await openLast()
  await listen()
  send({ type: 'ready' })
}

/** The last ledger may be gone or damaged: then the page starts without one and says why when it is opened again. */
async function openLast(): Promise<void> {
  if (options.ledger === null) return
  try {
    await office.open(options.ledger)
    await office.remember()
  } catch (error) {
    log('open', error)
  }
}

async function listen(): Promise<void> {
  if (options.http === null) return
  try {
    office.sessions.start({ trusted: true, token: options.http.token })
    http = await startHttpHost({
      port: options.http.port,
      pageFolder: options.pageFolder,
      authenticate: (token) => {
        const session = office.sessions.find(token)
        return session && { office, session }
      },
      onError: (error) => log('http', error),
    })
    office.httpUrl = http.url
    send({ type: 'http', url: http.url })
  } catch (error) {
    // Another program has the port: the desktop works all the same.
    log('http', error)
  }
}

/** The ledger is closed without telling the host, so that it is opened again at the next start. */
async function stop(): Promise<void> {
  await http?.close()
  await office.ledger?.close()
  process.exit(0)
}
