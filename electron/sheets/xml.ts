/** The parts of a workbook as a stream of elements, without a tree; no entity but the five of XML is ever resolved. */
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { Unreadable } from './refuse.ts'

const PIECE_BYTES = 256 * 1024
/** What stands between two tags or inside of one is short; one that goes on and on would fill the memory. */
const LONGEST_TEXT = 32 * 1024 * 1024
/** The elements of a workbook are a dozen deep. */
const DEEPEST = 100

export type Attributes = Readonly<Record<string, string | undefined>>

/** Names of elements come without a prefix such as `x:`, which does not matter; `text` is what stands right before the closing tag. */
export interface ElementReader {
  open: (name: string, attributes: Attributes) => void
  close?: (name: string, text: string) => void
  /** The row that the reader is at, to name it when the part is broken there; 0 before the first. */
  row?: () => number
}

export function readElements(bytes: Buffer, reader: ElementReader): void {
  const corrupt = (): never => {
    const row = reader.row?.() ?? 0
    throw new Unreadable({ code: 'CORRUPT_FILE', ...(row > 0 && { row }) })
  }
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let text = ''
  let sinceTag = 0
  let depth = 0
  const addText = (more: string): void => void (text += more)
  parser.on('error', corrupt)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    sinceTag = 0
    depth += 1
    if (depth > DEEPEST) corrupt()
    reader.open(withoutPrefix(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    reader.close?.(withoutPrefix(name), text)
    text = ''
    sinceTag = 0
    depth -= 1
  })
  const decoder = new StringDecoder('utf8')
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    parser.write(decoder.write(bytes.subarray(at, at + PIECE_BYTES)))
    sinceTag += PIECE_BYTES
    if (sinceTag > LONGEST_TEXT) corrupt()
  }
  parser.write(decoder.end()).close()
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Characters that XML cannot hold stand as _x000B_ in the texts of a workbook. */
export const plainText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text

/** The text of all <t> runs; phonetic readings (<rPh>) beside them are no part of what is written. */
export class TextRuns {
  #text = ''
  #phonetic = false

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true
  }

  close(name: string, text: string): void {
    if (name === 'rPh') this.#phonetic = false
    else if (name === 't' && !this.#phonetic) this.#text += plainText(text)
  }

  /** What came together since it was taken last. */
  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }
}
