/** Pictures on paper: what is taken for one, judged by its bytes, and how a document carries each of them once. */
import type { PictureType } from './schemas.ts'

export const PICTURE_LIMITS = { bytes: 300 * 1024, least: 16, most: 3000 } as const

export interface PictureFacts {
  type: PictureType
  width: number
  height: number
}

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]
const startsWith = (bytes: Uint8Array, head: readonly number[], at = 0): boolean => head.every((byte, index) => bytes[at + index] === byte)

/** Type and size of a PNG or JPEG by its own bytes, whatever the file is called; null for anything else. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  if (startsWith(bytes, PNG_HEAD)) return pngFacts(bytes)
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? jpegFacts(bytes) : null
}

const numberAt = (bytes: Uint8Array, at: number, length: number): number => bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)

/** The first part of a PNG is its header, the last one its end; nothing may follow that. */
function pngFacts(bytes: Uint8Array): PictureFacts | null {
  const whole = bytes.length > 45 && startsWith(bytes, [0x49, 0x48, 0x44, 0x52], 12) && startsWith(bytes, PNG_END, bytes.length - PNG_END.length)
  return whole ? { type: 'image/png', width: numberAt(bytes, 16, 4), height: numberAt(bytes, 20, 4) } : null
}

/** Walks the segments of a JPEG to the frame that says its size. */
function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  if (!startsWith(bytes, [0xff, 0xd9], bytes.length - 2)) return null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { type: 'image/jpeg', height: numberAt(bytes, at + 5, 2), width: numberAt(bytes, at + 7, 2) }
    const length = numberAt(bytes, at + 2, 2)
    if (length < 2) return null
    at += 2 + length
  }
  return null
}

/** Pictures by the hash of their bytes, as addresses that hold the bytes themselves. */
export type Pictures = ReadonlyMap<string, string>
export const NO_PICTURES: Pictures = new Map()

const DATA = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/
const HASH = /^[0-9a-f]{64}$/

/** The class of an element that shows a picture; empty where there is none, so that nothing stands there. */
export const pictureClass = (hash: string | null, pictures: Pictures): string =>
  (hash !== null && HASH.test(hash) && DATA.test(pictures.get(hash) ?? '') ? `picture-${hash.slice(0, 16)}` : '')

/** The rules that draw them: the bytes of a picture stand once in a document, however many letters show it. */
export const pictureRules = (hashes: readonly (string | null)[], pictures: Pictures): string =>
  [...new Set(hashes)].filter((hash) => pictureClass(hash, pictures) !== '').map((hash) => `.${pictureClass(hash, pictures)} { content: url("${pictures.get(hash ?? '') ?? ''}"); }\n`).join('')
