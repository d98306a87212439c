/** The text of a filled wording: what may stand in it, and how it falls into paragraphs and bold pieces. */

/** Unicode keeps these two for programs; they stand for no character in any script. */
export const BOLD_START = '\u{FDD0}'
export const BOLD_END = '\u{FDD1}'

/** The marks, control characters, and what turns the direction of writing around: a name must not turn a figure beside it. */
const UNWANTED = /[\u{FDD0}\u{FDD1}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu

export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNWANTED, '')

export interface Piece {
  text: string
  bold: boolean
}

const BOLD_PIECE = new RegExp(`${BOLD_START}([^${BOLD_START}${BOLD_END}]*)${BOLD_END}`, 'u')

/** A filled part as paragraphs, each of plain and bold pieces; empty lines are no paragraphs. */
export const paragraphsOf = (filled: string): Piece[][] =>
  filled.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) =>
    line.split(BOLD_PIECE).map((text, index) => ({ text: plainText(text), bold: index % 2 === 1 })).filter((piece) => piece.text !== ''))

/** A filled part in one line without any marks, for titles of documents and lists. */
export const lineOf = (filled: string): string => paragraphsOf(filled).map((pieces) => pieces.map((piece) => piece.text).join('')).join(' ')
