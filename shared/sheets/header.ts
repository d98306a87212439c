/** Finds the header of a list by its words, wherever it stands, and what each column means. */
import type { Field, ListKind } from './kinds.ts'
import { cellText, type Sheet, type TableRow } from './table.ts'
import { headerWithoutBrackets, plainHeader } from './words.ts'

const SEARCHED_ROWS = 50
const FEWEST_FIELDS = 3
const MISSING_REQUIRED = 120
const LEAST_SHARE = 0.5

/** Field → 0-based column. */
export type Mapping = Record<string, number>

export interface Header<Name extends string = string> {
  kind: ListKind<Name>
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
    else if (word.length >= (/[a-z]/.test(word) ? 5 : 2)) {
      // 应收账款期末余额 holds 期末余额: the larger the part that is ours, the surer.
      const shares = [plain, bare].map((text) => (text.includes(word) ? word.length / text.length : 0))
      const share = Math.max(...shares)
      if (share >= LEAST_SHARE) best = Math.max(best, 60 * share - rank)
    }
  }
  return best
}

/** Each column means one thing and each thing stands in one column; the best matches are taken first. */
export function proposeMapping(titles: readonly string[], fields: readonly Field[]): { mapping: Mapping; score: number; exact: number } {
  const pairs: { score: number; column: number; field: string }[] = []
  for (const [column, title] of titles.entries()) {
    const plain = plainHeader(title)
    if (plain === '' || plain.length > 40) continue
    const bare = headerWithoutBrackets(title)
    for (const field of fields) {
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

/** The best header of a sheet for one of the kinds; null when no row looks like one. */
export function findHeader<Name extends string>(sheet: Sheet, kinds: readonly ListKind<Name>[]): Header<Name> | null {
  let best: Header<Name> | null = null
  for (const [index, row] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    // A header is made of words: a row with numbers or days in it is data.
    if (row.cells.some((cell) => cell !== null && typeof cell !== 'string')) continue
    const titles = titlesOf(row)
    for (const kind of kinds) {
      const { mapping, score, exact } = proposeMapping(titles, kind.fields)
      if (exact < Math.min(FEWEST_FIELDS, titles.filter((title) => title !== '').length) || exact === 0) continue
      const missing = kind.required.filter((group) => !group.some((field) => field in mapping)).length
      const total = score + (kind.signal?.(titles.map(plainHeader)) ?? 0) - missing * MISSING_REQUIRED
      if (!best || total > best.score) best = { kind, index, row, mapping, score: total }
    }
  }
  return best
}

/** The row that the user pointed at as the header. */
export function headerAt<Name extends string>(sheet: Sheet, rowNumber: number, kinds: readonly ListKind<Name>[]): Header<Name> | null {
  const index = sheet.rows.findIndex((row) => row.row === rowNumber)
  const row = sheet.rows[index]
  if (!row) return null
  const found = findHeader({ ...sheet, rows: [row] }, kinds)
  const [kind] = kinds
  if (found || !kind) return found && { ...found, index }
  return { kind, index, row, mapping: {}, score: 0 }
}

/** The sheet and header that match best; a hidden sheet only when no visible one has a header. */
export function chooseSheet<Name extends string>(sheets: readonly Sheet[], kinds: readonly ListKind<Name>[]): { sheet: Sheet; header: Header<Name> } | null {
  let best: { sheet: Sheet; header: Header<Name> } | null = null
  for (const wanted of [false, true]) {
    for (const sheet of sheets.filter(({ hidden }) => hidden === wanted)) {
      const header = findHeader(sheet, kinds)
      if (header && (!best || header.score > best.header.score)) best = { sheet, header }
    }
    if (best) return best
  }
  return best
}

/** What makes two files of one kind: the same words in the same order. A remembered mapping is kept under it. */
export const headerSignature = (name: string, row: TableRow): string => `${name}|${titlesOf(row).map(plainHeader).join('|')}`
