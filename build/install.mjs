/**
 * What a fresh clone lacks, or one that was left half installed. npm leaves native parts out without a word where the
 * Node that runs it is too old for them, and keeps them out afterwards; so what is installed is compared with the lock
 * file, and what is native is loaded.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const windows = process.platform === 'win32'

/** What npm is told whatever the settings of the machine are. Nothing here needs an install script, and npm 12 runs none. */
const SETTINGS = [
  '--include=dev', '--include=optional', '--include=peer', '--ignore-scripts', '--engine-strict=false', '--package-lock=true', '--bin-links=true',
  '--install-strategy=hoisted', '--global=false', '--no-audit', '--no-fund', '--loglevel=error',
]
/** From these versions on Node runs TypeScript as it is. */
const RUNS_TYPESCRIPT = '^22.18.0 || >=23.6.0'

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
const manifest = readJson(path.join(root, 'package.json'))
const say = (chinese, english) => console.error(`${chinese} ${english}`)

function stop(chinese, english) {
  say(chinese, english)
  process.exit(1)
}

/** Whether a version lies in a range of `^a.b.c` and `>=a.b.c` joined by `||`, which is all that the project writes. */
function fits(version, range) {
  const numbers = (text) => text.split('-')[0].split('.').map(Number)
  const [major, minor, patch] = numbers(version)
  return range.split('||').map((part) => part.trim()).some((part) => {
    const [a, b, c] = numbers(part.replace(/^(\^|>=)/, ''))
    const notLess = major !== a ? major > a : minor !== b ? minor > b : patch >= c
    return notLess && (!part.startsWith('^') || major === a)
  })
}

/** The Node that npm itself runs on; it decides what npm installs. */
function machineNode() {
  const said = /\bnode\/v(\S+)/.exec(process.env.npm_config_user_agent ?? '')
  return said ? said[1] : process.versions.node
}

/** The Node 24 that the lock file brings; where it brings none for this system, or one that does not run, that of the machine. */
export function ownNode() {
  const system = `${windows ? 'win' : process.platform}-${process.arch}`
  const name = [`node-${system}`, `node-bin-${system}`].find((each) => each in manifest.optionalDependencies)
  const brought = path.join(modules, name ?? `node-${system}`, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  return fits(process.versions.node, RUNS_TYPESCRIPT) ? process.execPath : null
}

const isMusl = () => {
  if (process.platform !== 'linux') return false
  // Otherwise the report looks up names of the network, which takes seconds.
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime === undefined
}

/** Packages that the lock file names for this machine and that are not installed so. */
function missingPackages() {
  const marker = path.join(modules, '.package-lock.json')
  if (!existsSync(marker)) return ['node_modules']
  const installed = readJson(marker).packages
  const libc = isMusl() ? 'musl' : 'glibc'
  const isFor = (list, value) => list === undefined || [list].flat().includes(value)
  return Object.entries(readJson(path.join(root, 'package-lock.json')).packages).filter(([folder, wanted]) => {
    if (folder === '' || installed[folder]?.version === wanted.version && existsSync(path.join(root, folder))) return false
    if (!wanted.optional) return true
    // An optional package without a system of its own belongs to one of another system.
    return wanted.os !== undefined && isFor(wanted.os, process.platform) && isFor(wanted.cpu, process.arch) && isFor(wanted.libc, libc)
  }).map(([folder]) => folder.replace(/^.*node_modules\//, ''))
}

/** Why the project cannot run as it is installed, or null. */
function whatIsMissing() {
  const missing = missingPackages()
  if (missing.length > 0) return missing.slice(0, 3).join(', ')
  const node = ownNode()
  if (node === null) return 'node'
  const loaded = spawnSync(node, [path.join(root, 'build', 'bindings.mjs')], { cwd: root, encoding: 'utf8' })
  return loaded.status === 0 ? null : loaded.stderr.trim() || `node (${loaded.error?.message ?? loaded.signal})`
}

/** Windows lets a running program be renamed but not be removed, and npm removes the Node that runs this. */
function releaseRunningNode() {
  if (!windows || !process.execPath.startsWith(modules)) return
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  renameSync(process.execPath, path.join(root, '.cache', `node-${Date.now()}.exe`))
}

function install() {
  const npm = process.env.npm_execpath ?? ''
  const outer = process.env.npm_node_execpath
  const own = path.join(modules, '.bin')
  const env = { ...process.env, PATH: (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== own).join(path.delimiter) }
  delete env.NODE_ENV
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] }
  releaseRunningNode()
  const { status, error } = outer && existsSync(outer) && path.basename(npm) === 'npm-cli.js'
    ? spawnSync(outer, [npm, 'ci', ...SETTINGS], options)
    : spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', ...SETTINGS], { ...options, shell: windows })
  if (error) stop(`找不到 npm（${error.message}）：请从 https://nodejs.org 安装 Node.js，npm 随它一起装好。`, 'npm was not found: install Node.js from https://nodejs.org, which brings it.')
  if (status !== 0) stop('依赖没有装好，原因见上。网络不通时可用 npm config set registry 换成您附近的镜像，再运行同一条命令。', 'Installing failed for the reason above. Where the network is the reason, choose a mirror with npm config set registry, and give the same command again.')
}

/** Everything that the project needs is installed afterwards, or the program has ended and said why not. */
export function prepare() {
  const missing = whatIsMissing()
  if (missing === null) return
  const machine = machineNode()
  const range = manifest.engines.node
  if (!fits(machine, range)) {
    stop(`需要 Node.js 20.19 以上的 20 版，或 22.12 以上的版本；这台电脑上是 ${machine}。请从 https://nodejs.org 安装长期支持版（LTS），再运行同一条命令。`,
      `Node.js ${range} is needed, and this machine has ${machine}: install the LTS version from https://nodejs.org and give the same command again.`)
  }
  say(existsSync(modules) ? `依赖不完整（${missing}），重新安装` : '第一次运行，正在安装依赖', existsSync(modules) ? `Incomplete (${missing}): installing again.` : 'First run: installing what the program needs.')
  say('下载约 370 MB，占用约 900 MB，通常需要 1 至 5 分钟，请不要关闭…', 'About 370 MB to download, 900 MB on disk, usually 1 to 5 minutes…')
  install()
  const still = whatIsMissing()
  if (still !== null) stop(`安装以后仍然不能使用：${still}。请把这一行告诉开发者。`, `Still not usable after installing: ${still}. Please report this line.`)
}
