/** What the two commands do before the project's own Node is there, as a newcomer's machine would run them. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
let folder = ''

interface Packages {
  packages: Record<string, { version?: string; optional?: boolean; os?: string[]; cpu?: string[] }>
}

const write = (name: string, content: unknown): void => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'huikuan-clone-'))
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  for (const name of ['own.mjs', 'install.mjs', 'bindings.mjs']) cpSync(path.join(root, 'build', name), path.join(folder, 'build', name))
  write('package-lock.json', { packages: { '': {}, 'node_modules/one': { version: '1.0.0' } } } satisfies Packages)
  write('npm/package.json', {})
  write('npm/npm-cli.js', `require('node:fs').writeFileSync('asked.json', JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH, mode: process.env.NODE_ENV ?? null })); process.exit(7)`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script on a machine whose npm says that it runs on this Node. */
function onMachine(node: string, environment: Record<string, string> = {}): { status: number | null; lines: string[]; out: string } {
  const env = { ...process.env, npm_config_user_agent: `npm/10.8.2 node/v${node} linux x64 workspaces/false`, npm_node_execpath: process.execPath, npm_execpath: path.join(folder, 'npm/npm-cli.js'), ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/own.mjs', 'build/start.ts'], { cwd: folder, env, encoding: 'utf8' })
  return { status, lines: stderr.trim().split('\n'), out: stdout }
}

const asked = (): { args: string[]; path: string; mode: string | null } => JSON.parse(readFileSync(path.join(folder, 'asked.json'), 'utf8')) as ReturnType<typeof asked>

describe('a Node that npm cannot install the project with', () => {
  it.each(['16.20.2', '18.20.8', '20.0.0', '20.18.3', '21.7.3', '22.0.0', '22.11.0'])('is refused in one line of both languages: %s', (node) => {
    const { status, lines, out } = onMachine(node)
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`需要 Node.js 20.19 以上的 20 版，或 22.12 以上的版本；这台电脑上是 ${node}`)
    expect(lines[0]).toContain(`is needed, and this machine has ${node}`)
    expect(out).toBe('')
  })
})

describe('a fresh clone', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.23.5', '23.0.0', '24.0.0', '26.1.0'])('is installed by npm on Node %s, after how long and how much was said', (node) => {
    const { lines } = onMachine(node)
    expect(lines[0]).toContain('第一次运行')
    expect(lines[1]).toMatch(/MB.*分钟.*MB.*minutes/)
    expect(asked().args[0]).toBe('ci')
  })

  it('is installed whole, whatever npm was set to', () => {
    onMachine('24.0.0', { NODE_ENV: 'production' })
    const { args, mode, path: search } = asked()
    expect(args).toEqual(expect.arrayContaining(['--include=dev', '--include=optional', '--ignore-scripts', '--engine-strict=false', '--loglevel=error']))
    expect(mode).toBeNull()
    expect(search.split(path.delimiter)).not.toContain(path.join(folder, 'node_modules/.bin'))
  })

  it('says what to do when npm fails, without a stack', () => {
    const { status, lines } = onMachine('24.0.0')
    expect(status).toBe(1)
    expect(lines.at(-1)).toMatch(/依赖没有装好.*Installing failed/)
    expect(lines.join('\n')).not.toMatch(/^\s+at /m)
  })
})

describe('what is half installed', () => {
  const binding = { version: '2.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
  const other = { version: '2.0.0', optional: true, os: ['sunos'], cpu: [process.arch] }

  it.each([
    ['a native part that npm left out', { 'node_modules/@a/binding': binding }, {}, '@a/binding'],
    ['another version than the lock file says', { 'node_modules/one': { version: '1.0.0' } }, { 'node_modules/one': { version: '0.9.0' } }, 'one'],
    ['a package that was removed by hand', { 'node_modules/one': { version: '1.0.0' } }, { 'node_modules/one': { version: '1.0.0' } }, 'one'],
  ])('is installed again: %s', (_, wanted, installed, named) => {
    write('package-lock.json', { packages: { '': {}, ...wanted } })
    write('node_modules/.package-lock.json', { packages: installed })
    expect(onMachine('24.0.0').lines[0]).toContain(`Incomplete (${named})`)
  })

  it('is not what belongs to another system, but native parts must load', () => {
    write('package-lock.json', { packages: { '': {}, 'node_modules/@a/other': other } })
    write('node_modules/.package-lock.json', { packages: {} })
    expect(onMachine('24.0.0').lines[0]).toMatch(/Incomplete \(rolldown: .*better-sqlite3: /)
  })
})
