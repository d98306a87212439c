/** A reader stops at the first thing that makes a file unreadable as a whole; this carries it out of any depth. */
import type { FileProblem } from '../../shared/sheets/table.ts'

export class Unreadable extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}
