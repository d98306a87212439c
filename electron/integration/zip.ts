/**
 * The parts of a zip archive, unpacked one by one and never beyond a limit.
 * A workbook from outside is not trusted: sizes that the archive states about itself are checked against what really comes out.
 */
import { inflateRawSync } from 'node:zlib'
import { FILE_LIMITS } from '../../shared/integration/table.ts'
import { Unreadable } from './refuse.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 10_000
const STORED = 0
const DEFLATED = 8

interface Entry {
  method: number
  packed: number
  unpacked: number
  offset: number
  encrypted: boolean
}

export interface Archive {
  has: (name: string) => boolean
  /** The bytes of a part, or null when the archive has no such part. */
  read: (name: string) => Buffer | null
}

const corrupt = (): Unreadable => new Unreadable({ code: 'CORRUPT_FILE' })
const tooLarge = (): Unreadable =>
  new Unreadable({ code: 'TOO_LARGE', params: { limit: FILE_LIMITS.unpackedBytes / 1024 / 1024, unit: 'MB' } })

/** Opens an archive by its central directory; a truncated file has none and is corrupt. */
export function openArchive(bytes: Buffer): Archive {
  const entries = readDirectory(bytes)
  let left = FILE_LIMITS.unpackedBytes
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const part = unpack(bytes, entry, left)
      left -= part.length
      return part
    },
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) throw tooLarge()
  const entries = new Map<string, Entry>()
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw corrupt()
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const entry: Entry = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    }
    total += entry.unpacked
    if (total > FILE_LIMITS.unpackedBytes) throw tooLarge()
    entries.set(name, entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT)
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw corrupt()
}

function unpack(bytes: Buffer, entry: Entry, left: number): Buffer {
  if (entry.encrypted) throw new Unreadable({ code: 'WRONG_FORMAT', params: { found: 'encrypted' } })
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw corrupt()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + entry.packed > bytes.length) throw corrupt()
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) throw corrupt()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(left, entry.unpacked + 1)) })
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : corrupt()
  }
}
