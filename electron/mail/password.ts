/** The mail passwords of this machine, one a ledger, in a file that only its owner may read; no ledger holds them. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const shape = z.record(z.string(), z.string())
const fileIn = (folder: string): string => path.join(folder, 'mailPasswords.json')

function readAll(folder: string): Record<string, string> {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    // No file yet, or one that somebody broke: the password is typed again.
    return {}
  }
}

export const readMailPassword = (folder: string, ledger: string): string | null => new Map(Object.entries(readAll(folder))).get(ledger) ?? null

/** Written to a second file and renamed, so that a power cut leaves the old or the new one; null forgets it. */
export function writeMailPassword(folder: string, ledger: string, password: string | null): void {
  const others = Object.entries(readAll(folder)).filter(([location]) => location !== ledger)
  const all = Object.fromEntries(password === null ? others : [...others, [ledger, password]])
  const file = fileIn(folder)
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(all, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
