/** A file from outside on its way into the ledger, and what stops it there. */
import { createHash } from 'node:crypto'
import type { Problem, UnreadFile } from '../../shared/sheets/schemas.ts'
import type { FileProblem, TableFile } from '../../shared/sheets/table.ts'

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

/** Why a file cannot be read, as one of the problems that a file may have. */
export const asProblem = ({ row, code, params }: FileProblem): Problem => ({ row: row ?? null, column: '', code, value: '', ...(params && { params }) })

/** The files of an archive that hold no table. */
export const unreadFilesOf = (table: TableFile): UnreadFile[] => (table.unread ?? []).map(({ name, problem: { code, params } }) => ({ name, code, ...(params && { params }) }))

export const fileHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
