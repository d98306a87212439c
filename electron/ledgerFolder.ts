/** Where the ledgers lie, the same for the window and for the page: the folder 回款管家 in the person's documents. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

const NAME = '回款管家'

/** What is asked of a machine, so that tests can be any of them. */
export interface Machine {
  platform: NodeJS.Platform
  home: string
  environment: Readonly<Record<string, string | undefined>>
  exists: (file: string) => boolean
  /** The text of a file, or null. */
  read: (file: string) => string | null
  /** What a program writes, or null where it fails. */
  ask: (program: string, args: readonly string[]) => string | null
}

const thisMachine: Machine = {
  platform: process.platform,
  home: homedir(),
  environment: process.env,
  exists: existsSync,
  read: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null),
  ask: (program, args) => {
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', windowsHide: true })
    return status === 0 ? stdout.trim() : null
  },
}

/** Windows alone knows where its documents are; a company or OneDrive may have moved them. */
const WINDOWS_DOCUMENTS = ['-NoProfile', '-NonInteractive', '-Command', "[Console]::OutputEncoding = [Text.Encoding]::UTF8; [Environment]::GetFolderPath('MyDocuments')"]

/** What the desktop wrote down as the person's documents (XDG user directories), or null. */
function xdgDocuments({ home, environment, read }: Machine): string | null {
  const settings = read(path.join(environment['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'user-dirs.dirs'))
  const written = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/m.exec(settings ?? '')?.[1]?.replaceAll(/\\(.)/g, '$1').replace(/^\$HOME(?=\/|$)/, home)
  // A desktop writes the home folder itself where there are no documents.
  return written === undefined || !path.isAbsolute(written) || path.resolve(written) === path.resolve(home) ? null : path.resolve(written)
}

/**
 * A folder that has ledgers already goes before one that has none, so that no ledger is out of sight because the desktop
 * moved its documents. `told` is what the system told Electron, which needs not ask again.
 */
export function ledgerFolder(told: string | null = null, machine: Machine = thisMachine): string {
  const usual = path.join(machine.home, 'Documents')
  if (machine.platform === 'win32') return path.join(told ?? (machine.ask('powershell.exe', WINDOWS_DOCUMENTS) || usual), NAME)
  const documents = [xdgDocuments(machine), usual, path.join(machine.home, '文档')].filter((folder) => folder !== null)
  const folder = documents.find((each) => machine.exists(path.join(each, NAME))) ?? documents.find((each) => machine.exists(each)) ?? documents[0] ?? usual
  return path.join(folder, NAME)
}
