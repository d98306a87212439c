/** Where the Electron binary of this machine is. The npm package comes without one and fetches it when it can. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const INSTALL_PATIENCE_MS = 180_000

export const root = path.join(import.meta.dirname, '..')
const electronPackage = path.join(root, 'node_modules/electron')

function executableName(): string {
  const note = path.join(electronPackage, 'path.txt')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The folder with the unpacked Electron, or null when there is none. */
export function electronFolder(): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(electronPackage, 'dist')
  return existsSync(path.join(folder, executableName())) ? folder : null
}

/** The executable to start, or null when there is none. */
export function electronExecutable(): string | null {
  const folder = electronFolder()
  return folder === null ? null : path.join(folder, executableName())
}

/** Lets Electron's own installer fetch the binary where it is missing; a machine without network simply has none. */
export function fetchElectron(): void {
  const installer = path.join(electronPackage, 'install.js')
  if (electronFolder() !== null || process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || !existsSync(installer)) return
  console.error('正在获取 Electron… Fetching Electron')
  spawnSync(process.execPath, [installer], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: INSTALL_PATIENCE_MS })
}

/** Linux needs a display for a window; elsewhere there always is one. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

/** Chromium refuses its sandbox to root, so only then is it switched off. */
export const sandboxSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
