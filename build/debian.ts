/** What the program and its tests need of a Linux machine, by the names of Debian's packages. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The package of each shared library that Chromium and Electron load. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'libX11-xcb.so.1': 'libx11-xcb1', 'libX11.so.6': 'libx11-6', 'libXcomposite.so.1': 'libxcomposite1', 'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6', 'libXfixes.so.3': 'libxfixes3', 'libXrandr.so.2': 'libxrandr2', 'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0', 'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0', 'libatspi.so.0': 'libatspi2.0-0', 'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2', 'libdbus-1.so.3': 'libdbus-1-3', 'libdrm.so.2': 'libdrm2', 'libexpat.so.1': 'libexpat1', 'libgbm.so.1': 'libgbm1',
  'libgdk-3.so.0': 'libgtk-3-0', 'libgio-2.0.so.0': 'libglib2.0-0', 'libglib-2.0.so.0': 'libglib2.0-0', 'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0', 'libnspr4.so': 'libnspr4', 'libnss3.so': 'libnss3', 'libnssutil3.so': 'libnss3', 'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3', 'libudev.so.1': 'libudev1', 'libxcb.so.1': 'libxcb1', 'libxkbcommon.so.0': 'libxkbcommon0',
}
/** Debian 13 and Ubuntu 24.04 renamed these when times became 64 bits wide. */
const RENAMED = new Set(['libasound2', 'libatk1.0-0', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libcups2', 'libglib2.0-0', 'libgtk-3-0'])

const output = (program: string, ...args: string[]): string | null => {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout : null
}

const nameHere = (name: string): string => (RENAMED.has(name) && output('apt-cache', 'show', `${name}t64`) ? `${name}t64` : name)

/** The shared libraries that the loader (ldd) does not find for a program. */
export const librariesNotFound = (listing: string): string[] => [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')

/** Debian's packages with these libraries; a library that none is known for stands for itself. */
export const packagesOf = (libraries: readonly string[]): string[] => [...new Set(libraries.map((library) => LIBRARIES[library] ?? library))].map(nameHere)

/** The packages that a program cannot start without and that are not here. */
export function missingPackages(executable: string): string[] {
  if (process.platform !== 'linux') return []
  return packagesOf(librariesNotFound(output('ldd', executable) ?? ''))
}

/** False only where the machine can tell that it has no font with Chinese in it. */
export const hasChineseFont = (): boolean => process.platform !== 'linux' || output('fc-list', ':lang=zh', 'file') !== ''

export const CHINESE_FONTS = 'fonts-noto-cjk'

export const installCommand = (packages: readonly string[]): string => `sudo apt-get install ${packages.join(' ')}`

/** The file of a program on the search path, or null. */
export function findProgram(name: string): string | null {
  const files = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '').map((folder) => path.join(folder, name))
  return files.find((file) => existsSync(file)) ?? null
}

let updated = false

/** Installs packages where it may, which is as root on Debian and its kin, and says so. Whether they came, the caller sees. */
export function installPackages(packages: readonly string[]): void {
  if (packages.length === 0 || process.platform !== 'linux' || process.getuid?.() !== 0 || findProgram('apt-get') === null) return
  console.error(`正在安装 Installing ${packages.join(' ')}`)
  const apt = (...args: string[]): void => void spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (!updated) apt('update')
  updated = true
  apt('install', '--no-install-recommends', ...packages)
}
