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

const RECEIPT_TITLES = /^(收款单编?号|收款日期|收款日|收款金额|收款方式|收款账[号户]|结算方式|到账日期|到账金额|实收金额|receiptno|receiptdate|datereceived|paymentmethod)/
const DEBT_TITLES = /发票|开票|到期|余额|未收|已收|duedate|invoice|balance/

/** A list of receipts and one of receivables share most of their words; these tell which of the two a list is. */
function signal(titles: readonly string[], target: Target): number {
  if (target !== 'receipts') return 0
  const plain = titles.map(plainHeader)
  if (plain.some((title) => DEBT_TITLES.test(title))) return 0
  return plain.filter((title) => RECEIPT_TITLES.test(title)).length * 60
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
      const total = score + signal(titles, target) - missing * MISSING_REQUIRED
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
