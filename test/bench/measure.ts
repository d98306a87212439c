/** Times our way and the hand-written one by turns, so that both meet the same machine; the middle time of each counts. */
import DatabaseDriver from 'better-sqlite3'

export interface Measure {
  name: string
  /** Milliseconds, the median. */
  ours: number
  /** Milliseconds of the hand-written way; null where there is none. */
  floor: number | null
  ratio: number | null
  runs: number
}

export const median = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** Milliseconds that some work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function measureOf(name: string, ours: readonly number[], floor: readonly number[] | null): Measure {
  const [mine, theirs] = [median(ours), floor && median(floor)]
  return { name, ours: mine, floor: theirs, ratio: theirs === null ? null : mine / theirs, runs: ours.length }
}

interface Ways {
  runs: number
  ours: () => Promise<unknown>
  /** Hand-written ways to the same figures; the fastest is the one to beat. */
  floors: readonly (() => unknown)[]
}

/** The first time of each is not counted: it fills the caches for both. */
export async function compare(name: string, { runs, ours, floors }: Ways): Promise<Measure> {
  const mine: number[] = []
  const theirs: number[][] = floors.map(() => [])
  for (let run = -1; run < runs; run += 1) {
    const time = await timed(ours)
    if (run >= 0) mine.push(time)
    for (const [index, floor] of floors.entries()) {
      const other = await timed(floor)
      if (run >= 0) theirs[index]?.push(other)
    }
  }
  const best = theirs.reduce((fastest, times) => (median(times) < median(fastest) ? times : fastest))
  return measureOf(name, mine, best)
}

/** A plain connection to the same file, with the settings that the ledger uses. */
export function openPlain(file: string): DatabaseDriver.Database {
  const plain = new DatabaseDriver(file, { timeout: 15_000 })
  plain.pragma('synchronous = FULL')
  plain.pragma('foreign_keys = ON')
  plain.pragma('cache_size = -65536')
  plain.pragma('mmap_size = 1073741824')
  return plain
}

/** Both ways must say the same; a fast wrong figure is worth nothing. */
export function assertSame(name: string, ours: unknown, floor: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(floor)) throw new Error(`${name}: ours says ${JSON.stringify(ours)?.slice(0, 300)}, the hand-written query ${JSON.stringify(floor)?.slice(0, 300)}`)
}

const milliseconds = (time: number | null): string => (time === null ? '–' : time.toFixed(time < 10 ? 2 : 1)).padStart(10)

export const lineOf = ({ name, ours, floor, ratio, runs }: Measure): string =>
  `${name.padEnd(46)} ours ${milliseconds(ours)} ms  floor ${milliseconds(floor)} ms  ratio ${ratio === null ? '   –' : ratio.toFixed(2)}  (${runs} runs)`
