/** The text of a file, whose encoding nobody states: banks write GB18030, other programs UTF-8 or UTF-16, Taiwan and Hong Kong Big5. */
import iconv from 'iconv-lite'
import type { TableFile } from '../../shared/sheets/table.ts'
import { isBig5, wideWithoutMark } from './guessEncoding.ts'
import { Unreadable } from './refuse.ts'

type Encoding = TableFile['encoding']

const LINE_FEED = 10

/** What the header of an OFX file of the West states; GB18030 would make Chinese signs of its accents. */
const WESTERN = /^\s*OFXHEADER:[\s\S]{0,200}CHARSET:\s*(?:1252|ISO-?8859-1)\b/i

/**
 * UTF-8 when the bytes are that without a fault, else GB18030, which Chinese banks and older programs write.
 * A byte order mark decides before both. A broken character names its line: the file was cut or damaged on its way.
 */
export function decodeFile(bytes: Buffer): { text: string; encoding: Encoding } {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (wide) return { text: fromWide(wholeUnits(bytes, 2), wide), encoding: wide }
  const unmarked = wideWithoutMark(bytes)
  if (unmarked) return { text: fromWide(wholeUnits(bytes, 0), unmarked), encoding: unmarked }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const brokenUtf8 = firstBrokenUtf8(body)
  if (brokenUtf8 < 0) return { text: body.toString('utf8'), encoding: 'utf-8' }
  if (isCutUtf8(body, brokenUtf8)) throw new Unreadable({ code: 'BROKEN_ENCODING', row: lineAt(body, brokenUtf8) })
  if (WESTERN.test(body.toString('latin1', 0, 400))) return { text: iconv.decode(body, 'win1252'), encoding: 'windows-1252' }
  if (!marked && isBig5(body)) return { text: iconv.decode(body, 'big5'), encoding: 'big5' }
  const brokenGb = firstBrokenGb18030(body)
  if (!marked && brokenGb < 0) return { text: iconv.decode(body, 'gb18030'), encoding: 'gb18030' }
  // Of the two readings the one that got further is the one the file was meant in.
  const broken = marked ? brokenUtf8 : Math.max(brokenUtf8, brokenGb)
  throw new Unreadable({ code: 'BROKEN_ENCODING', row: lineAt(body, broken) })
}

/** The name of a file inside of an archive: UTF-8, or the GBK of a Chinese Windows. */
export const decodeName = (bytes: Buffer): string => (firstBrokenUtf8(bytes) < 0 ? bytes.toString('utf8') : iconv.decode(bytes, 'gb18030'))

const fromWide = (bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string => (encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le')

/** UTF-8 up to a half character at the very end, with whole ones before it, is a cut file and not one of another encoding. */
const isCutUtf8 = (bytes: Buffer, broken: number): boolean =>
  broken >= bytes.length - 3 && bytes.subarray(0, broken).some((byte) => byte >= 0x80)

function wholeUnits(bytes: Buffer, from: number): Buffer {
  if (bytes.length % 2 === 1) throw new Unreadable({ code: 'BROKEN_ENCODING' })
  return bytes.subarray(from)
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1
  return line
}

/** The offset of the first byte that is no UTF-8, or -1. Overlong forms and surrogates are left to the decoder. */
function firstBrokenUtf8(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const more = lead < 0x80 ? 0 : lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : -1
    if (more < 0) return at
    for (let next = 1; next <= more; next += 1) {
      const byte = bytes[at + next] ?? 0
      if (byte < 0x80 || byte > 0xbf) return at
    }
    at += more + 1
  }
  return -1
}

/** The offset of the first byte that is no GB18030, or -1: one byte, two, or four. */
function firstBrokenGb18030(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    // A single 0x80 is the euro sign of Windows code page 936.
    if (lead <= 0x80) {
      at += 1
      continue
    }
    const second = bytes[at + 1] ?? 0
    if (lead === 0xff) return at
    if (second >= 0x40 && second !== 0x7f && second !== 0xff) at += 2
    else if (second >= 0x30 && second <= 0x39 && (bytes[at + 2] ?? 0) >= 0x81 && (bytes[at + 3] ?? 0) >= 0x30 && (bytes[at + 3] ?? 0) <= 0x39) at += 4
    else return at
  }
  return -1
}
