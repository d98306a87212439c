/**
 * The files of a zip archive as an office gets it: bills of 支付宝 with a password, a year of statements, invoices of the tax bureau.
 * What the archive states of itself is held against the limits before anything is unpacked, and what comes out of it against what it stated.
 */
import { gunzipSync } from 'node:zlib'
import { configure, ERR_INVALID_PASSWORD, Uint8ArrayReader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { FILE_LIMITS } from '../../shared/sheets/table.ts'
import { decodeName } from './decode.ts'
import { MEGABYTE, tooLarge, tooManyBytes, Unreadable } from './refuse.ts'

export interface ArchivedFile {
  name: string
  bytes: Buffer
}

/** Below it nothing is a bomb, and a file of few words shrinks to very little. */
const RATIO_FROM = 4 * MEGABYTE
/** What other systems put beside the files. */
const NO_FILE = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

configure({ useWebWorkers: false, useCompressionStream: true })

/** The files one after the other in the order of the archive. */
export async function* filesOf(bytes: Uint8Array, password: string | undefined): AsyncGenerator<ArchivedFile> {
  const entries = await listed(bytes)
  if (password === undefined && entries.some(({ encrypted }) => encrypted)) throw new Unreadable({ code: 'PASSWORD_NEEDED' })
  for (const entry of entries) {
    const size = entry.uncompressedSize
    yield { name: entry.filename, bytes: await unpack(entry, size, password) }
  }
}

async function listed(bytes: Uint8Array): Promise<FileEntry[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { filenameValidation: 'tolerant', decodeText: (name, _, type) => (type === 'filename' ? decodeName(Buffer.from(name)).replaceAll('\\', '/') : undefined) })
  const files: FileEntry[] = []
  let all = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      all += 1
      // Folders count too, or a file of nothing but folders would be walked through to its end.
      if (all > FILE_LIMITS.entries) throw tooLarge('entries')
      if (isFile(entry)) files.push(entry)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable({ code: 'CORRUPT_FILE' })
  }
  const total = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (files.some(({ uncompressedSize }) => uncompressedSize > FILE_LIMITS.bytes)) throw tooManyBytes(FILE_LIMITS.bytes)
  if (total > FILE_LIMITS.unpackedBytes) throw tooManyBytes(FILE_LIMITS.unpackedBytes)
  if (total > RATIO_FROM && total > bytes.length * FILE_LIMITS.ratio) throw tooLarge('ratio')
  return files
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory && !NO_FILE.test(entry.filename)

/** The bytes of one file, which are stopped at the size that the archive stated. */
async function unpack(entry: FileEntry, size: number, password: string | undefined): Promise<Buffer> {
  const data = Buffer.alloc(size)
  let held = 0
  const writable = new WritableStream<Uint8Array>({
    write(piece) {
      if (held + piece.length > size) throw tooManyBytes(FILE_LIMITS.unpackedBytes)
      data.set(piece, held)
      held += piece.length
    },
  })
  try {
    await entry.getData(writable, { checkCrc32: true, ...(entry.encrypted && password !== undefined && { password }) })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // The old encryption knows a wrong password by one byte only; one of 256 is told by what comes out of it.
    if (entry.encrypted && (entry.zipCrypto || (error instanceof Error && error.message === ERR_INVALID_PASSWORD))) throw new Unreadable({ code: 'WRONG_PASSWORD' })
    throw new Unreadable({ code: 'CORRUPT_FILE', params: { entry: entry.filename } })
  }
  if (held !== size) throw new Unreadable({ code: 'CORRUPT_FILE', params: { entry: entry.filename } })
  return data
}

const GZIP = Buffer.from([0x1f, 0x8b, 8])

export const isGzip = (bytes: Buffer): boolean => bytes.subarray(0, GZIP.length).equals(GZIP)

/** The file inside of a .gz; what it states of its size may be a lie, so the unpacking stops at the limit. */
export function gunzip(bytes: Buffer): Buffer {
  const most = Math.min(FILE_LIMITS.bytes, Math.max(RATIO_FROM, bytes.length * FILE_LIMITS.ratio))
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    if (!(error instanceof RangeError)) throw new Unreadable({ code: 'CORRUPT_FILE' })
    throw most === FILE_LIMITS.bytes ? tooManyBytes(most) : tooLarge('ratio')
  }
}
