/** What an office may try to read in vain: the kind of the content by its first bytes, or by what a container holds. */
import type { UnreadableKind } from '../../shared/sheets/table.ts'

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Offset, bytes, kind; the first that fits. */
const SIGNATURES: readonly (readonly [number, Buffer, UnreadableKind])[] = [
  [0, ascii('%PDF'), 'pdf'], [0, ascii('\x89PNG'), 'picture'], [0, ascii('\xff\xd8\xff'), 'picture'], [0, ascii('GIF8'), 'picture'],
  [0, ascii('II*\0'), 'picture'], [0, ascii('MM\0*'), 'picture'], [8, ascii('WEBP'), 'picture'], [4, ascii('ftyphei'), 'picture'], [4, ascii('ftypmif1'), 'picture'],
  [0, ascii('Rar!'), 'rar'], [0, ascii('7z\xbc\xaf'), '7z'], [257, ascii('ustar'), 'archive'], [0, ascii('BZh'), 'archive'], [0, ascii('\xfd7zXZ'), 'archive'],
  [0, ascii('\x28\xb5\x2f\xfd'), 'archive'], [0, ascii('MSCF'), 'archive'], [0, ascii('\x7fELF'), 'program'], [0, ascii('\xca\xfe\xba\xbe'), 'program'], [0, ascii('\xcf\xfa\xed\xfe'), 'program'],
  [0, ascii('SQLite format 3'), 'database'], [4, ascii('Standard Jet DB'), 'database'], [4, ascii('Standard ACE DB'), 'database'], [0, ascii('{\\rtf'), 'word'],
]
/** Two letters could also begin a text; a bitmap states its own length, a program begins with a number of pages. */
const isBitmap = (bytes: Buffer): boolean => bytes.length > 26 && bytes.toString('latin1', 0, 2) === 'BM' && bytes.readUInt32LE(2) === bytes.length
const isProgram = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 2) === 'MZ' && bytes.subarray(2, 64).includes(0)

export function kindOfBytes(bytes: Buffer): UnreadableKind | null {
  const signed = SIGNATURES.find(([at, signature]) => bytes.subarray(at, at + signature.length).equals(signature))
  if (signed) return signed[2]
  // Some programs write a few lines of their own before the mark of a PDF.
  if (bytes.subarray(0, 1024).includes('%PDF-1.')) return 'pdf'
  return isBitmap(bytes) ? 'picture' : isProgram(bytes) ? 'program' : null
}

/** By the name of a file inside; the first that fits. */
const PARTS: readonly (readonly [RegExp, UnreadableKind])[] = [
  [/^OFD\.xml$/i, 'ofd'], [/^xl\/workbook\.bin$/, 'xlsb'], [/^word\//, 'word'], [/^ppt\//, 'slides'], [/^(?:Index\/.*\.iwa|Index\.zip|index\.apxl)$/, 'numbers'], [/^visio\//, 'office'],
]

/** What an archive is as a whole; null for a mere bundle of files. */
export function kindOfParts(names: readonly string[]): UnreadableKind | null {
  const found = PARTS.find(([part]) => names.some((name) => part.test(name)))
  if (found) return found[1]
  return names.includes('mimetype') && names.includes('content.xml') ? 'ods' : null
}

/** By the name of a stream in an OLE container, which stands there in UTF-16. */
const STREAMS: readonly (readonly [string, UnreadableKind])[] = [
  ['EncryptedPackage', 'encryptedOffice'], ['WordDocument', 'word'], ['WpsDocument', 'wps'], ['PowerPoint Document', 'slides'], ['__substg1.0_', 'mail'],
]

/** Null for a workbook, in which documents of other programs may lie as well. */
export function kindOfContainer(bytes: Buffer): UnreadableKind | null {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  return has('Workbook') || has('Book\0') ? null : STREAMS.find(([name]) => has(name))?.[1] ?? null
}

const isMail = (start: string): boolean => /^[\w-]+:\s/.test(start) && /^subject:/im.test(start) && /^content-type:\s*(?:multipart\/(?:mixed|alternative)|text\/)/im.test(start)

/** Text that is a mail or data for programs: JSON, or XML that none of the readers knows. */
export const kindOfText = (start: string): UnreadableKind | null =>
  isMail(start) ? 'mail' : /^\s*[[{]\s*(?:["{[\]}]|$)/.test(start) ? 'json' : /^\s*<(?:\?xml\b|!DOCTYPE (?!html)|[\w:.-]+[\s>])/i.test(start) ? 'xmlOther' : null
