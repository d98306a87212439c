/** The desktop program's command line: `huikuan [--ledger FILE] [--user-data-dir DIR] [--lang en] [--http PORT] [--download-dir DIR]`. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../../shared/host.ts'

export interface DesktopOptions {
  ledger: string | null
  userDataFolder: string | null
  language: Language | null
  /** Null leaves HTTP off; 0 is any free port. */
  httpPort: number | null
  /** Files are saved here without asking; for unattended use. */
  downloadFolder: string | null
}

/** Reads what it knows and leaves the rest alone: Chromium and the operating system add switches of their own. */
export function readOptions(args: readonly string[], folder: string): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      ledger: { type: 'string' },
      'user-data-dir': { type: 'string' },
      lang: { type: 'string' },
      http: { type: 'string' },
      'download-dir': { type: 'string' },
    },
  })
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const file = (value: unknown): string | null => {
    const given = text(value)
    return given === null ? null : path.resolve(folder, given)
  }
  const ledger = text(values.ledger)
  const port = Number(text(values.http) ?? Number.NaN)
  return {
    ledger: ledger !== null && isServer(ledger) ? ledger : file(ledger),
    userDataFolder: file(values['user-data-dir']),
    language: LANGUAGES.find((language) => language === values.lang) ?? null,
    httpPort: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : null,
    downloadFolder: file(values['download-dir']),
  }
}

const isServer = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)
