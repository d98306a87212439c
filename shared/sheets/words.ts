/** How words of a file are compared with the words we know. */

/** The unit that a header states in brackets, as in 金额（万元）; it is no part of the word. */
const UNIT = /[([【]\s*(?:单位:?)?\s*(?:人民币)?(?:元|万元|千元|百万元|cny|rmb|usd|¥|\$|yuan)\s*[)\]】]/g
const BRACKETS = /[([【][^)\]】]*[)\]】]/g
const NOT_WORD = /[\s_\-—–:;,.#*'"“”‘’/\\|、。()[\]【】<>《》?!&+=~`^%$¥@]/g

/** A header as it is compared: full and half width, case, spaces, punctuation and the unit make no difference. */
export function plainHeader(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(UNIT, '').replace(NOT_WORD, '')
}

/** The same without what stands in brackets: 贷方发生额（收入） is a 贷方发生额. */
export const headerWithoutBrackets = (text: string): string => plainHeader(text.normalize('NFKC').replace(BRACKETS, ''))

/** An empty text, or what offices write for nothing: a dash, a stroke. */
export const saysNothing = (text: string): boolean => /^[-—–/\s]*$/.test(text)

/** Text to be kept: without control characters, runs of blanks as one. */
export function cleanText(text: string): string {
  // Most cells are clean already; only the others are worth the price of replacing.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f\u00a0\u200b\ufeff]| {2}/.test(text) || text !== text.trim()
    // oxlint-disable-next-line no-control-regex
    ? text.replace(/[\u0000-\u001f\u007f\u00a0\u200b\ufeff]+/g, ' ').replace(/ {2,}/g, ' ').trim()
    : text
}

const UNITS: Record<string, number> = { 元: 1, 千元: 1000, 万元: 10_000, 百万元: 1_000_000 }

/** What one of a column is in yuan by its header, as in 金额（万元）; null when it names no unit. */
export const unitOfHeader = (text: string): number | null =>
  UNITS[/(?:[([【:]\s*|金额|余额)(?:人民币)?(百万元|万元|千元|元)\s*(?:[)\]】]|$)/.exec(text.normalize('NFKC'))?.[1] ?? ''] ?? null

/** What one of the whole list is in yuan by its title, as in 单位：万元; a sum in a title (注册资本 500 万元) is no unit. */
export const unitOfTitle = (text: string): number | null =>
  UNITS[/单位\s*:?\s*(?:人民币)?(百万元|万元|千元|元)(?:$|[\s)\]】,;])/.exec(text.normalize('NFKC'))?.[1] ?? ''] ?? null

/** Text that a spreadsheet would run as a formula when the list is exported again. */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@＝＋－＠]/.test(text)
