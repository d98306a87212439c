/**
 * The parts of a workbook, which is a zip archive, unpacked one by one and never beyond a limit.
 * A workbook from outside is not trusted: a part is stopped at the size that the archive states, and the stated sizes have a limit.
 */
import { inflateRawSync } from 'node:zlib'
import AdmZip from 'adm-zip'
import { FILE_LIMITS } from '../../shared/sheets/table.ts'
import { tooManyBytes, Unreadable, unreadableKind } from './refuse.ts'

const MOST_ENTRIES = 10_000
const ENCRYPTED = 1

export interface Archive {
  names: readonly string[]
  has: (name: string) => boolean
  /** The bytes of a part, or null when the archive has no such part. */
  read: (name: string) => Buffer | null
}

const tooLarge = (): Unreadable => tooManyBytes(FILE_LIMITS.unpackedBytes)

/** Opens an archive by its central directory; a truncated file has none and is corrupt. */
export function openArchive(bytes: Buffer): Archive {
  const entries = orCorrupt(() => readDirectory(bytes))
  let left = FILE_LIMITS.unpackedBytes
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if ((entry.header.flags & ENCRYPTED) !== 0) throw unreadableKind('encryptedOffice')
      // A workbook may name one part as many sheets, so what was unpacked is counted beside what the directory states.
      left -= entry.header.size
      if (left < 0) throw tooLarge()
      return orCorrupt(() => unpack(entry))
    },
  }
}

const STORED = 0
const DEFLATED = 8

/** Into one buffer of the stated size: pieces that are joined afterwards would take twice the memory. */
function unpack(entry: AdmZip.IZipEntry): Buffer {
  const { method, size, crc } = entry.header
  const packed = entry.getCompressedData()
  if (method !== STORED && method !== DEFLATED) throw new Unreadable({ code: 'CORRUPT_FILE' })
  const data = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, SMALLEST_CHUNK) })
  if (data.length !== size || crc32(data) !== crc) throw new Unreadable({ code: 'CORRUPT_FILE' })
  return data
}
const SMALLEST_CHUNK = 64

/** The sum of zip by its table; Node has one of its own only since 22, and an Electron may bring an older Node. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(data: Buffer): number {
  let sum = 0xffffffff
  for (let index = 0; index < data.length; index += 1) sum = (sum >>> 8) ^ (CRC_TABLE[(sum ^ (data[index] ?? 0)) & 0xff] ?? 0)
  return (sum ^ 0xffffffff) >>> 0
}

function readDirectory(bytes: Buffer): Map<string, AdmZip.IZipEntry> {
  const archive = new AdmZip(bytes, { noSort: true })
  if (archive.getEntryCount() > MOST_ENTRIES) throw new Unreadable({ code: 'TOO_LARGE', params: { limit: MOST_ENTRIES, unit: 'entries' } })
  const entries = archive.getEntries()
  const total = entries.reduce((sum, { header }) => sum + header.size, 0)
  if (total > FILE_LIMITS.unpackedBytes) throw tooLarge()
  return new Map(entries.map((entry) => [entry.entryName.replaceAll('\\', '/'), entry]))
}

/** What the library cannot read is corrupt; a part that goes on beyond its stated size is one too large. */
function orCorrupt<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : new Unreadable({ code: 'CORRUPT_FILE' })
  }
}
