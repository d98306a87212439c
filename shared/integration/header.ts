/** Finds the header of a list by its words, wherever it stands, and what each column means. */
import { FIELDS, REQUIRED, type Field } from './fields.ts'
import { TARGETS, type Target } from './schemas.ts'
import { cellText, type Sheet, type TableRow } from './table.ts'
import { headerWithoutBrackets, plainHeader } from './words.ts'

const SEARCHED_ROWS = 50
const FEWEST_FIELDS = 3
const MISSING_REQUIRED = 120
const LEAST_SHARE = 0.5

/** Field → 0-based column. */
export type Mapping = Record<string, number>

export interface Header {
  target: Target
  /** Position of the header among the rows of the sheet, not its row number. */
  index: number
  row: TableRow
  mapping: Mapping
  score: number
}

/** How well a header names a field: 100 for its own word, less for a word that contains one of ours. */
function match(plain: string, bare: string, field: Field): number {
  let best = 0
  for (const [place, word] of field.words.entries()) {
    const rank = place * 0.2
    if (plain === word) return 100 - rank
    if (bare !== '' && bare === word) best = Math.max(best, 90 - rank)
    else if (word.length >= (/[a-z]/.test(word) ? 5 : 2) && plain.includes(word)) {
      const share = word.length / plain.length
      if (share >= LEAST_SHARE) best = Math.max(best, 60 * share - rank)
    }
  }
  return best
}

/** Each column means one thing and each thing stands in one column; the best matches are taken first. */
export function proposeMapping(titles: readonly string[], target: Target): { mapping: Mapping; score: number; exact: number } {
  const pairs: { score: number; column: number; field: string }[] = []
  for (const [column, title] of titles.entries()) {
    const plain = plainHeader(title)
    if (plain === '' || plain.length > 40) continue
    const bare = headerWithoutBrackets(title)
    for (const field of FIELDS[target]) {
      const score = match(plain, bare, field)
      if (score > 0) pairs.push({ score, column, field: field.field })
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.column - b.column)
  const mapping: Mapping = {}
  const taken = new Set<number>()
  let [score, exact] = [0, 0]
  for (const pair of pairs) {
    if (taken.has(pair.column) || pair.field in mapping) continue
    mapping[pair.field] = pair.column
    taken.add(pair.column)
    score += pair.score
    if (pair.score >= 80) exact += 1
  }
  return { mapping, score, exact }
}

const titlesOf = (row: TableRow): string[] => Array.from(row.cells, (cell) => cellText(cell))

/** The best header of a sheet for one target, or of every target; null when no row looks like one. */
export function findHeader(sheet: Sheet, targets: readonly Target[] = TARGETS): Header | null {
  let best: Header | null = null
  for (const [index, row] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    // A header is made of words: a row with numbers or days in it is data.
    if (row.cells.some((cell) => cell !== null && typeof cell !== 'string')) continue
    const titles = titlesOf(row)
    for (const target of targets) {
      const { mapping, score, exact } = proposeMapping(titles, target)
      if (exact < Math.min(FEWEST_FIELDS, titles.filter((title) => title !== '').length) || exact === 0) continue
      const missing = REQUIRED[target].filter((group) => !group.some((field) => field in mapping)).length
      const total = score - missing * MISSING_REQUIRED
      if (!best || total > best.score) best = { target, index, row, mapping, score: total }
    }
  }
  return best
}

/** The row that the user pointed at as the header. */
export function headerAt(sheet: Sheet, rowNumber: number, targets: readonly Target[] = TARGETS): Header | null {
  const index = sheet.rows.findIndex((row) => row.row === rowNumber)
  const row = sheet.rows[index]
  if (!row) return null
  const found = findHeader({ ...sheet, rows: [row] }, targets)
  const target = targets[0] ?? 'receivables'
  return found ? { ...found, index } : { target, index, row, mapping: {}, score: 0 }
}

/** The sheet and header that match best; a hidden sheet only when no visible one has a header. */
export function chooseSheet(sheets: readonly Sheet[], targets: readonly Target[] = TARGETS): { sheet: Sheet; header: Header } | null {
  let best: { sheet: Sheet; header: Header } | null = null
  for (const wanted of [false, true]) {
    for (const sheet of sheets.filter(({ hidden }) => hidden === wanted)) {
      const header = findHeader(sheet, targets)
      if (header && (!best || header.score > best.header.score)) best = { sheet, header }
    }
    if (best) return best
  }
  return best
}

/** What makes two files of one kind: the same words in the same order. A remembered mapping is kept under it. */
export const headerSignature = (target: Target, row: TableRow): string => `${target}|${titlesOf(row).map(plainHeader).join('|')}`
