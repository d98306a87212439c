/** A PostgreSQL cluster for the length of a test run, where the machine has the programs. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface TemporaryPostgres {
  url: string
  stop: () => Promise<void>
}

/** The folder with initdb and postgres, newest version first, or null. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(path.delimiter)]
  return folders.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres'))) ?? null
}

/** PostgreSQL refuses to run as root, so root lends it to another user. */
function otherUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout))
    const [uid, gid] = ids
    if (uid !== undefined && gid !== undefined && uid > 0 && gid > 0) return { uid, gid }
  }
  return null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Null where the machine has no PostgreSQL; a cluster that does not start throws. */
export async function startPostgres(): Promise<TemporaryPostgres | null> {
  const programs = findPostgres()
  if (programs === null) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-postgres-'))
  const user = otherUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const settings = { cwd: folder, ...user, env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } }
  const remove = (): void => rmSync(folder, { recursive: true, force: true })

  const made = spawnSync(path.join(programs, 'initdb'), ['-D', data, '-U', 'huikuan', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'], { ...settings, encoding: 'utf8' })
  if (made.status !== 0) {
    remove()
    throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
  }
  const port = await freePort()
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-k', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'], { ...settings, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    server.kill('SIGINT')
    await ended
    remove()
  }
  try {
    await ready(server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://huikuan@127.0.0.1:${port}/postgres`, stop }
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`postgres did not start: ${output}`)), 30_000)
    server.once('exit', () => reject(new Error(`postgres ended: ${output}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4000)
      if (!output.includes('ready to accept connections')) return
      clearTimeout(timer)
      resolve()
    })
  })
}
