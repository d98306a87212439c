/** Who may import whom, held for every file; a file that no rule covers fails. The words are those of the rooms and slices. */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** From left to right: a slice knows only those before it. `ledgers` founds and fills whole ledgers, so it knows all. */
const SLICES = [
  'sheets', 'settings', 'users', 'terms', 'customers', 'rates', 'invoices', 'receipts', 'vouchers', 'offsets', 'refunds', 'acceptances', 'bank', 'collection', 'interest', 'templates', 'dunning', 'deliveries', 'accountPapers', 'limitation', 'badDebt', 'aging', 'periods', 'overview', 'integration', 'ledgers',
]

interface Room {
  rooms: readonly string[]
  packages: readonly string[]
  node: boolean
}
const ROOMS: Record<string, Room> = {
  shared: { rooms: ['shared'], packages: ['zod', '@orpc/contract', 'liquidjs', 'pinyin-pro'], node: false },
  db: { rooms: ['shared', 'db'], packages: ['zod', 'drizzle-orm', 'better-sqlite3', 'pg', '@electric-sql/pglite', 'pinyin-pro', 'chinese-days'], node: true },
  electron: { rooms: ['shared', 'db', 'electron'], packages: ['zod', '@orpc/server', '@orpc/openapi', '@orpc/zod', 'electron', 'exceljs', '@e965/xlsx', 'csv-parse', 'adm-zip', '@zip.js/zip.js', 'saxes', 'iconv-lite', 'nodemailer'], node: true },
  renderer: { rooms: ['shared', 'renderer'], packages: ['@orpc/client', '@orpc/contract', 'react', 'react-dom', 'antd', '@ant-design/icons', 'ag-grid-community', 'ag-grid-react', '@ag-grid-community/locale', 'echarts', 'dayjs', 'i18next', 'react-i18next'], node: false },
}
/** They may import anything, and nothing imports them. */
const FREE_ROOMS = ['test', 'build']
/** Folders whose files are made, not written. */
const SKIPPED = new Set(['node_modules', 'out', 'dist', '.git'])
const FORBIDDEN_NAMES = ['utils', 'helpers', 'common', 'manager', 'service']
const MAX_LINES = 400

/** Finer walls inside of a room: who alone may import what. */
const GATES: readonly { what: RegExp; only: RegExp; why: string }[] = [
  { what: /^(better-sqlite3|pg|@electric-sql\/pglite|drizzle-orm\/(better-sqlite3|node-postgres|pglite)(\/.*)?)$/, only: /^(db\/engine\/|test\/|build\/)/, why: 'only db/engine knows an engine' },
  { what: /^db\/[a-z]+\/commands\.ts$/i, only: /^(db\/|electron\/api\/|test\/)/, why: 'only electron/api calls commands' },
  { what: /^@orpc\/(server\/(node|message-port)|openapi\/node)$|^node:(http|net)$/, only: /^(electron\/hosts\/|test\/|build\/)/, why: 'only electron/hosts touches a port or a socket' },
  { what: /^electron$/, only: /^(electron\/(main|preload)\.ts|electron\/desktop\/|electron\/printing\/desktop\.ts|test\/)/, why: 'the backend runs without Electron' },
  { what: /^@orpc\/client\/(fetch|message-port)$/, only: /^(renderer\/transport\.ts|test\/)/, why: 'only the transport knows how calls travel' },
  { what: /^liquidjs$/, only: /^(shared\/templates\/fill\.ts|test\/)/, why: 'the template language is fenced in one place' },
  { what: /^nodemailer$/, only: /^(electron\/mail\/|test\/)/, why: 'letters leave by mail in one place' },
  { what: /^exceljs$/, only: /^(electron\/printing\/|test\/)/, why: 'workbooks are written in one place' },
  { what: /^@e965\/xlsx/, only: /^(electron\/sheets\/readOldWorkbook\.ts|test\/)/, why: 'the reader of old workbooks is given nothing but old workbooks' },
]
/** What breaks a gate with a reason of its own. */
const EXCEPTIONS = new Set([
  // Making the empty ledger that its command line asks for is the headless host's own act, before anybody can call.
  'electron/headless.ts db/ledgers/commands.ts',
])

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const file = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(file) : [file]
  })
}

const files = [...Object.keys(ROOMS), ...FREE_ROOMS].flatMap(filesUnder).filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const IMPORT = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm
interface Import {
  from: string
  /** A file of the project from its root, or a package. */
  to: string
  local: boolean
}
const imports: Import[] = files.flatMap((from) =>
  [...textOf(from).matchAll(IMPORT)].map((match) => {
    const name = match[1] ?? match[2] ?? ''
    const local = name.startsWith('.')
    return { from, to: local ? path.posix.join(path.posix.dirname(from), name) : name, local }
  }),
)

const roomOf = (file: string): string => file.split('/')[0] ?? ''
const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')
const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)
const sayAll = (found: readonly Import[]): string[] => found.map(({ from, to }) => `${from} → ${to}`)

/** The slice of a file in a room that is cut into slices; other folders and the files beside them are free for all. */
function sliceOf(file: string): string | null {
  const [room, ...rest] = file.split('/')
  const name = room === 'electron' ? (rest[0] === 'api' ? rest[1]?.replace(/\.ts$/, '') : undefined) : rest[0]
  return name !== undefined && SLICES.includes(name) ? name : null
}

describe('the rooms', () => {
  it('are all there are: every source file lies in one', () => {
    const outside = readdirSync(root).filter((name) => /\.(ts|tsx|js|mjs|cjs)$/.test(name))
    expect(outside).toEqual(['vite.config.ts'])
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
    expect(folders.map((entry) => entry.name).filter((name) => !(name in ROOMS) && !FREE_ROOMS.includes(name) && filesUnder(name).some((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file)))).toEqual([])
  })

  it('import only rooms that they may', () => {
    const wrong = imports.filter(({ from, to, local }) => {
      const room = ROOMS[roomOf(from)]
      return local && room && !room.rooms.includes(roomOf(to)) && to !== 'package.json'
    })
    expect(sayAll(wrong)).toEqual([])
  })

  it('import only packages that they may', () => {
    const wrong = imports.filter(({ from, to, local }) => {
      const room = ROOMS[roomOf(from)]
      return !local && room && !(isNode(to) ? room.node : room.packages.includes(packageOf(to)))
    })
    expect(sayAll(wrong)).toEqual([])
  })

  it.each(GATES)('keep their gates: $why', ({ what, only }) => {
    const wrong = imports.filter(({ from, to }) => what.test(to) && !only.test(from) && !EXCEPTIONS.has(`${from} ${to}`))
    expect(sayAll(wrong)).toEqual([])
  })
})

describe('the slices', () => {
  it.each(['shared', 'db'])('of %s import only slices to their left', (room) => {
    const wrong = imports.filter(({ from, to, local }) => {
      const [own, other] = [sliceOf(from), sliceOf(to)]
      return local && roomOf(from) === room && own !== null && other !== null && SLICES.indexOf(other) > SLICES.indexOf(own)
    })
    expect(sayAll(wrong)).toEqual([])
  })

  it('have the same words in every room', () => {
    const known = new Set([...SLICES, 'locales', 'ui', 'shell', 'home', 'engine', 'migrations', 'api', 'hosts', 'printing', 'mail', 'desktop'])
    const folders = Object.keys(ROOMS).flatMap((room) => readdirSync(path.join(root, room), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${room}/${entry.name}`))
    expect(folders.filter((folder) => !known.has(path.basename(folder)))).toEqual([])
  })
})

describe('every file', () => {
  it(`has at most ${MAX_LINES} lines`, () => {
    const made = /^db\/migrations\//
    expect(files.filter((file) => !made.test(file) && textOf(file).split('\n').length > MAX_LINES + 1)).toEqual([])
  })

  it('has a name that says what is in it', () => {
    expect(files.filter((file) => file.split('/').some((part) => FORBIDDEN_NAMES.includes(part.replace(/\..*$/, '').toLowerCase())))).toEqual([])
  })

  it('asks what is open on a day: the balances that know no days are read where they are kept and proved, and nowhere else', () => {
    const keeps = /^db\/(openAsOf|invariants|invoices\/(items|tables)|migrations\/.*)\.ts$/
    expect(files.filter((file) => !file.startsWith('test/') && !keeps.test(file) && /open_balances|openBalances/.test(textOf(file)))).toEqual([])
  })

  it('imports files by their whole name', () => {
    expect(sayAll(imports.filter(({ to, local }) => local && !/\.(ts|tsx|css|json|mjs|svg|png)(\?\w+)?$/.test(to)))).toEqual([])
  })

  it('is done: no silenced compiler and nothing left to do', () => {
    const words = /@ts-(ignore|expect-error|nocheck)|\b(TOD[O]|FIXM[E]|XX[X])\b/
    expect(files.filter((file) => file !== 'test/architecture.test.ts' && words.test(textOf(file)))).toEqual([])
  })
})

describe('the lock file', () => {
  it('says that better-sqlite3 brings its binaries, which npm install forgets, so that npm ci needs no compiler', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { gypfile?: boolean; resolved?: string }> }
    expect(lock.packages['node_modules/better-sqlite3'], 'add "gypfile": false to node_modules/better-sqlite3').toMatchObject({ gypfile: false })
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined), 'the lock works with any registry').toEqual([])
  })
})
