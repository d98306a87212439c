/** A Refusal is an expected "no": a reason that the contract declares, and the data that the screen needs to say it. */

export interface RefusalData {
  /** The input field that the screen marks, as a path such as lines.0.amount. */
  field?: string | undefined
  /** 1-based row of a file or a list. */
  row?: number | undefined
  column?: string | undefined
  /** Values for the sentence on the screen; money in minor units. */
  params?: Record<string, string | number> | undefined
}

export class Refusal extends Error {
  readonly reason: string
  readonly data: RefusalData

  constructor(reason: string, data: RefusalData = {}) {
    super(`${reason}${data.field ? ` (${data.field})` : ''}${data.params ? ` ${JSON.stringify(data.params)}` : ''}`)
    this.name = 'Refusal'
    this.reason = reason
    this.data = data
  }
}
