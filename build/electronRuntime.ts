/** Where the Electron of this machine is, and what it needs to show a window. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '..')
export const electronPackage = path.join(root, 'node_modules/electron')

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

/** Linux needs a display for a window; elsewhere there always is one. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

/** Chromium refuses its sandbox to root, so only then is it switched off. */
export const sandboxSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
