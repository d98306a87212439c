/**
 * What a fresh clone lacks, for start.mjs and check.mjs. Plain JavaScript, because the Node of the machine may be old;
 * everything else runs on the Node 24 that npm ci puts into node_modules.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'

/** The Node that the project runs on. */
export const ownNode = path.join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** Runs a program in the project with its output on the screen; its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

/** Installs the dependencies when they are missing or the lock file is newer than what is installed. */
export function installDependencies() {
  const marker = path.join(root, 'node_modules', '.package-lock.json')
  const upToDate = existsSync(marker) && existsSync(ownNode) && sameLock(marker)
  if (upToDate) return
  console.error('正在安装依赖… Installing dependencies (npm ci)')
  const status = run(windows ? 'npm.cmd' : 'npm', ['ci'], { shell: windows })
  if (status !== 0) {
    console.error('依赖安装失败，请检查网络后重试。 Installing failed; check the network and try again.')
    process.exit(status)
  }
  writeFileSync(path.join(root, 'node_modules', '.huikuan-lock'), readFileSync(path.join(root, 'package-lock.json')))
}

/** The lock file of the last npm ci, or at least not newer than what npm wrote down. */
function sameLock(marker) {
  const lock = path.join(root, 'package-lock.json')
  const copy = path.join(root, 'node_modules', '.huikuan-lock')
  if (existsSync(copy)) return readFileSync(copy, 'utf8') === readFileSync(lock, 'utf8')
  return statSync(marker).mtimeMs >= statSync(lock).mtimeMs
}
