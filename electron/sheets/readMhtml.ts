/** A page in one file (.mht, or an .xls that is one): each part with a table is a sheet, under the name that the workbook gave it. */
import { FILE_LIMITS, type Sheet } from '../../shared/sheets/table.ts'
import { decodeFile } from './decode.ts'
import { readHtml } from './readHtml.ts'
import { tooLarge } from './refuse.ts'

export const isMhtml = (start: string): boolean => /^(?:[\w-]+:.*\r?\n(?:[ \t]+.*\r?\n)*){0,12}?content-type:\s*multipart\/related/i.test(start)

export function readMhtml(bytes: Buffer): Sheet[] {
  const raw = bytes.toString('latin1')
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/i.exec(raw.slice(0, 4000))
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
  if (mark === '--') return []
  const pieces = raw.split(mark, FILE_LIMITS.entries + 3).slice(1)
  // Behind the last mark stands nothing.
  if (pieces.length > FILE_LIMITS.entries + 1) throw tooLarge('entries')
  const parts = pieces.flatMap((part) => pageOf(part) ?? [])
  const names = new Map(parts.flatMap(({ text }) => namedIn(text)))
  const sheets = parts.flatMap(({ place, text }): Sheet[] => {
    const rows = readHtml(text)
    return rows.length === 0 ? [] : [{ name: names.get(place) ?? '', hidden: false, rows }]
  })
  return sheets.map((sheet, index) => (sheet.name === '' && sheets.length > 1 ? { ...sheet, name: String(index + 1) } : sheet))
}

function pageOf(part: string): { place: string; text: string } | null {
  const end = /\r?\n\r?\n/.exec(part)
  const head = end ? part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ') : ''
  if (!end || !/^content-type:\s*(?:text\/html|application\/xhtml)/im.test(head)) return null
  const body = part.slice(end.index + end[0].length)
  const packed = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase()
  const bytes = packed === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(packed === 'quoted-printable' ? unquoted(body) : body, 'latin1')
  return { place: fileNamed(/^content-location:\s*(\S+)/im.exec(head)?.[1] ?? ''), text: decodeFile(bytes).text }
}

const unquoted = (text: string): string => text.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

const fileNamed = (location: string): string => location.slice(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1).toLowerCase()

/** Excel says in the first part which sheet lies in which other part. */
const namedIn = (text: string): [string, string][] =>
  [...text.matchAll(/<x:Name>([^<]{1,200})<\/x:Name>\s*<x:WorksheetSource\s+HRef=3?D?"([^"]{1,400})"/gi)].map(([, name = '', place = '']) => [fileNamed(place), name])
