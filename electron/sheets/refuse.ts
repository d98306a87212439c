/** A reader stops at the first thing that makes a file unreadable as a whole; this carries it out of any depth. */
import { FILE_LIMITS, type FileProblem, type UnreadableKind } from '../../shared/sheets/table.ts'

export class Unreadable extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export const MEGABYTE = 1024 * 1024

/** The file has more of something than a file may have. */
export const tooLarge = (unit: 'rows' | 'columns' | 'cells' | 'entries' | 'ratio', row?: number): Unreadable =>
  new Unreadable({ code: 'TOO_LARGE', ...(row !== undefined && { row }), params: { limit: FILE_LIMITS[unit], unit } })

/** The file, or what it becomes unpacked, is larger than that many bytes. */
export const tooManyBytes = (limit: number): Unreadable => new Unreadable({ code: 'TOO_LARGE', params: { limit: limit / MEGABYTE, unit: 'MB' } })

/** A file that is known for what it is, and holds no table that could be read. */
export const unreadableKind = (kind: UnreadableKind): Unreadable => new Unreadable({ code: 'UNREADABLE_KIND', params: { kind } })
