/** Finds the header of a list by its words, wherever it stands, and what each column means. */
import type { Field, ListKind } from './kinds.ts'
import { isMoneyField, matchOf, meaningOf, type Side } from './meaning.ts'
import { cellText, type Sheet, type TableRow } from './table.ts'
import { plainHeader } from './words.ts'

const SEARCHED_ROWS = 60
const FEWEST_FIELDS = 3
const MISSING_REQUIRED = 120
const LONGEST_TITLE = 40

/** Field → 0-based column. */
export type Mapping = Record<string, number>

export interface Header<Name extends string = string> {
  kind: ListKind<Name>
  /** Position of the header's last line among the rows of the sheet, not its row number. */
  index: number
  /** The titles; those of a header of two lines are put together. */
  row: TableRow
  /** The one or two lines of it as they stand in the file. */
  lines: TableRow[]
  mapping: Mapping
  score: number
}

export interface MappingOptions {
  /** Of a list that tells money in from money out: the side of a field. */
  sides?: Readonly<Record<string, Side>> | undefined
  /** Whether a column holds money; of two titles that say the same, the one above money is meant. */
  holdsMoney?: ((column: number) => boolean) | undefined
}

/** A column that may stand for a field of money, but whose title does not prove it. */
export interface Unsure {
  column: number
  field: string
}

export interface Proposal {
  mapping: Mapping
  unsure: Unsure[]
  score: number
  exact: number
}

const NO_MONEY = 30
const OWN_TITLE = { score: 101, unsure: false }

/** Each column means one thing and each thing stands in one column; the best matches are taken first, guesses of money never. */
export function proposeMapping(titles: readonly string[], fields: readonly Field[], { sides = {}, holdsMoney }: MappingOptions = {}): Proposal {
  const pairs: { score: number; column: number; field: string; unsure: boolean }[] = []
  const sided = Object.keys(sides).length > 0
  for (const [column, title] of titles.entries()) {
    const meaning = meaningOf(title)
    if (meaning.plain === '' || meaning.plain.length > LONGEST_TITLE) continue
    for (const field of fields) {
      const own = field.title === title
      const { score, unsure } = own ? OWN_TITLE : matchOf(meaning, field, sides[field.field], sided)
      const empty = !own && score > 0 && holdsMoney !== undefined && isMoneyField(field) && !holdsMoney(column)
      if (score > 0 && !(empty && unsure)) pairs.push({ score: empty ? Math.max(score - NO_MONEY, 1) : score, column, field: field.field, unsure })
    }
  }
  pairs.sort((a, b) => Number(a.unsure) - Number(b.unsure) || b.score - a.score || a.column - b.column)
  const mapping: Mapping = {}
  const unsure: Unsure[] = []
  const taken = new Set<number>()
  let [score, exact] = [0, 0]
  for (const pair of pairs) {
    if (taken.has(pair.column) || pair.field in mapping) continue
    taken.add(pair.column)
    if (pair.unsure) {
      unsure.push({ column: pair.column, field: pair.field })
      continue
    }
    mapping[pair.field] = pair.column
    score += pair.score
    if (pair.score >= SURE) exact += 1
  }
  return { mapping, unsure, score, exact }
}
/** From here on a title is a word of ours, with or without brackets, and not only one that holds it. */
const SURE = 80

const titlesOf = (row: TableRow): string[] => Array.from(row.cells, (cell) => cellText(cell))

/** A header is made of words: a row with numbers or days in it is data. */
const isWords = (row: TableRow): boolean => row.cells.every((cell) => cell === null || typeof cell === 'string')
const DATA = /^[\s+\-¥￥]*\d[\d,.:/\-年月日\s]*$/

/**
 * Two lines that make one header, as 发生额 above 借方 | 贷方 or 借方发生额 above 支取. The upper title of merged cells stands
 * over all of them. Null when the lower line says nothing of its own, or is data.
 */
function joined(upper: TableRow, lower: TableRow | undefined, fields: readonly Field[]): TableRow | null {
  if (!lower || lower.row !== upper.row + 1 || !isWords(lower)) return null
  const [above, below] = [titlesOf(upper), titlesOf(lower)]
  if ([...above, ...below].some((text) => DATA.test(text) || text.length > LONGEST_TITLE) || below.every((text) => text === '')) return null
  // Under a title of its own a column says the same once more, if anything; at least one must say something else.
  if (!below.some((text, column) => text !== '' && text !== above[column])) return null
  // The upper line names most columns; a title or a label that happens to stand there names one or two.
  const filled = (texts: readonly string[]): number => texts.filter((text) => text !== '').length
  if (filled(above) * 2 < Math.max(above.length, below.length)) return null
  let over = ''
  const cells = Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const [own, text] = [above[column] ?? '', below[column] ?? '']
    if (own !== '') over = own
    else if (text === '') over = ''
    if (text === '' || over === '') return text || own || null
    const both = `${over.replace(ABOUT, '')} ${text}`
    // What stands below 对方 is the other side's, whatever it would mean alone.
    return OTHER_SIDE.test(plainHeader(over)) || bestMatch(both, fields) >= bestMatch(text, fields) ? both : text
  })
  return { row: lower.row, cells }
}
const ABOUT = /(?:信息|资料|情况)$/
const OTHER_SIDE = /对方|对手|收付|counterpart/i
const bestMatch = (title: string, fields: readonly Field[]): number =>
  fields.reduce((best, field) => Math.max(best, matchOf(meaningOf(title), field, undefined, false).score), 0)

/** The best header of a sheet for one of the kinds; null when no row looks like one. */
export function findHeader<Name extends string>(sheet: Sheet, kinds: readonly ListKind<Name>[]): Header<Name> | null {
  let best: (Header<Name> & { from: number }) | null = null
  for (const [index, first] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    if (!isWords(first)) continue
    for (const kind of kinds) {
      for (const second of [null, joined(first, sheet.rows[index + 1], kind.fields)]) {
        const row = second ?? first
        const titles = titlesOf(row)
        const { mapping, score, exact } = proposeMapping(titles, kind.fields, { sides: kind.sides })
        if (exact < Math.min(FEWEST_FIELDS, titles.filter((title) => title !== '').length) || exact === 0) continue
        const missing = kind.required.filter((group) => !group.some((field) => field in mapping)).length
        const total = score + (kind.signal?.(titles.map(plainHeader)) ?? 0) - missing * MISSING_REQUIRED - (second ? SECOND_LINE : 0)
        if (!best || total > best.score + (best.from < index ? FURTHER_DOWN : 0)) best = { kind, index: second ? index + 1 : index, row, lines: second ? sheet.rows.slice(index, index + 2) : [row], mapping, score: total, from: index }
      }
    }
  }
  return best
}
/** A second line must add something, or it is the first row of the list. */
const SECOND_LINE = 20
/** A header further down must say clearly more, or it is the same one again on the next page, and what lies between would be lost. */
const FURTHER_DOWN = 40

/** The row that the user pointed at as the header. */
export function headerAt<Name extends string>(sheet: Sheet, rowNumber: number, kinds: readonly ListKind<Name>[]): Header<Name> | null {
  const index = sheet.rows.findIndex((row) => row.row === rowNumber)
  const row = sheet.rows[index]
  if (!row) return null
  const [kind] = kinds
  const alone = findHeader({ ...sheet, rows: [row] }, kinds)
  // The row that was pointed at may be either line of a header of two.
  const both = [index, index - 1].flatMap((first) => findHeader({ ...sheet, rows: sheet.rows.slice(Math.max(first, 0), first + 2) }, kinds) ?? [])
    .find(({ row: { row: last }, score }) => (last === rowNumber || last === rowNumber + 1) && score > (alone?.score ?? 0))
  if (both) return { ...both, index: sheet.rows.findIndex(({ row: number }) => number === both.row.row) }
  if (alone) return { ...alone, index }
  return kind ? { kind, index, row, lines: [row], mapping: {}, score: 0 } : null
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
