/** The Chromium that the end-to-end tests use. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './electronRuntime.ts'

/** The executable of a browser of this machine, or null. */
export function findBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const system = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env['CHROME_PATH'] ?? '', ...system, chromium.executablePath()].find((file) => file !== '' && existsSync(file)) ?? null
}

/** Installs one where there is none, and says so. */
export function installBrowser(): string | null {
  const found = findBrowser()
  if (found !== null) return found
  console.error('No browser here: installing Chromium')
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (asRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'poppler-utils'], { stdio: ['ignore', 2, 2], env })
  }
  if (findBrowser() === null) {
    spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { cwd: root, stdio: ['ignore', 2, 2], timeout: 300_000 })
  }
  return findBrowser()
}
