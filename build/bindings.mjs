/** Loads every native part of the tools once, on the project's own Node, and names those that cannot be loaded. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** The package of a tool for this system, as the tool itself names it among its optional dependencies. */
function platformPackage(tool) {
  const folder = path.dirname(require.resolve(`${tool}/package.json`))
  const near = createRequire(path.join(folder, 'package.json'))
  for (const name of Object.keys(require(`${tool}/package.json`).optionalDependencies)) {
    try {
      return path.dirname(near.resolve(`${name}/package.json`))
    } catch {
      // It is that of another system.
    }
  }
  throw new Error('its native part is not installed')
}

function run(file, ...args) {
  const { error, status } = spawnSync(file, args, { stdio: 'ignore' })
  if (error) throw error
  return status
}

const CHECKS = {
  rolldown: () => import('rolldown'),
  lightningcss: () => require('lightningcss'),
  'better-sqlite3': () => new (require('better-sqlite3'))(':memory:').close(),
  oxlint: () => require(path.join(platformPackage('oxlint'), require(path.join(platformPackage('oxlint'), 'package.json')).main)),
  'oxlint-tsgolint': () => run(path.join(platformPackage('oxlint-tsgolint'), process.platform === 'win32' ? 'tsgolint.exe' : 'tsgolint'), '-h'),
  typescript: () => platformPackage('typescript'),
}

const failed = []
for (const [name, check] of Object.entries(CHECKS)) {
  try {
    await check()
  } catch (error) {
    failed.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}
if (failed.length > 0) {
  console.error(failed.join('; '))
  process.exit(1)
}
