/** A file from outside on its way into the ledger, and what stops it there. */
import { createHash } from 'node:crypto'
import type { Problem } from '../../shared/sheets/schemas.ts'
import type { TableFile } from '../../shared/sheets/table.ts'

/** The file has problems; whoever throws it inside of a transaction stores nothing. */
export class ImportProblems extends Error {
  readonly problems: Problem[]
  readonly count: number

  constructor(problems: Problem[], count: number) {
    super(`The file has ${count} problems: ${problems[0]?.code ?? ''}`)
    this.name = 'ImportProblems'
    this.problems = problems
    this.count = count
  }
}

export interface ImportFile {
  name: string
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string
  table: TableFile
}

export const fileHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
