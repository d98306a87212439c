/** The ends of own buckets as people type them: 30,60,90 with commas of either width, blanks or slashes between. */

export type EndsProblem =
  | { problem: 'empty' | 'range' | 'tooMany' }
  | { problem: 'notNumber'; text: string }
  | { problem: 'notRising'; end: number; before: number }

const MOST_ENDS = 12
const LARGEST_END = 36_500

export function readEnds(text: string): { ends: number[] } | EndsProblem {
  const parts = text.normalize('NFKC').split(/[,、;\s/]+/).filter((part) => part !== '')
  if (parts.length === 0) return { problem: 'empty' }
  if (parts.length > MOST_ENDS) return { problem: 'tooMany' }
  const ends: number[] = []
  for (const part of parts) {
    if (!/^\d{1,6}$/.test(part)) return { problem: 'notNumber', text: part }
    const end = Number(part)
    if (end < 1 || end > LARGEST_END) return { problem: 'range' }
    const before = ends.at(-1)
    if (before !== undefined && end <= before) return { problem: 'notRising', end, before }
    ends.push(end)
  }
  return { ends }
}
