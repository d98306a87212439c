/** An XLSX workbook: its visible and hidden sheets with their rows, from the parts of the zip archive. */
import type { Sheet } from '../../shared/sheets/table.ts'
import { isDayFormat } from './excelDays.ts'
import { readSheet, type SheetContext } from './readSheet.ts'
import { MEGABYTE, tooManyBytes, Unreadable } from './refuse.ts'
import { plainText, readElements, TextRuns, type Attributes } from './xml.ts'
import { openArchive, type Archive } from './zip.ts'

/** Content of the sheets in the order of the workbook; anything zipped that is no XLSX workbook is refused. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const archive = openArchive(bytes)
  const path = workbookPath(archive)
  const workbook = required(archive, path)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const targets = relations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder)
  let from1904 = false
  const listed: Attributes[] = []
  readElements(workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      else if (name === 'sheet') listed.push(attributes)
    },
  })
  const context: SheetContext = {
    sharedStrings: sharedStrings(archive, targets.byType.get('sharedStrings')),
    styles: styles(archive, targets.byType.get('styles')),
    from1904,
  }
  return listed.flatMap((attributes) => {
    const part = targets.byId.get(relationOf(attributes))
    // Chart sheets and macro sheets have no rows.
    if (!part?.includes('worksheets/')) return []
    const veryHidden = attributes['state'] === 'veryHidden'
    return { name: plainText(attributes['name'] ?? ''), hidden: veryHidden || attributes['state'] === 'hidden', ...(veryHidden && { veryHidden }), ...readSheet(required(archive, part), context) }
  })
}

/** The relation that an element names, mostly as `r:id`; the prefix is free. */
const relationOf = (attributes: Attributes): string => Object.entries(attributes).find(([name]) => /^(\w+:)?id$/.test(name))?.[1] ?? ''

function required(archive: Archive, name: string): Buffer {
  const part = archive.read(name)
  if (!part) throw new Unreadable({ code: 'CORRUPT_FILE' })
  return part
}

function workbookPath(archive: Archive): string {
  for (const attributes of relationships(archive, '_rels/.rels')) {
    if (attributes['Type']?.endsWith('/officeDocument')) {
      const target = (attributes['Target'] ?? '').replace(/^\//, '')
      if (target.endsWith('.xml') && archive.has(target) && target.includes('workbook')) return target
    }
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml'
  throw new Unreadable({ code: 'CORRUPT_FILE' })
}

function relationships(archive: Archive, path: string): Attributes[] {
  const found: Attributes[] = []
  const bytes = archive.read(path)
  if (bytes) readElements(bytes, { open: (name, attributes) => void (name === 'Relationship' && found.push(attributes)) })
  return found
}

interface Relations {
  byId: Map<string, string>
  byType: Map<string, string>
}

function relations(archive: Archive, path: string, folder: string): Relations {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  for (const attributes of relationships(archive, path)) {
    const target = attributes['Target'] ?? ''
    const part = target.startsWith('/') ? target.slice(1) : folder + target
    byId.set(attributes['Id'] ?? '', part)
    const type = attributes['Type'] ?? ''
    byType.set(type.slice(type.lastIndexOf('/') + 1), part)
  }
  return { byId, byType }
}

/** The texts of a workbook are all held at once, which needs more memory than they take in the file. */
const MOST_TEXT_MEGABYTES = 96

function sharedStrings(archive: Archive, part: string | undefined): string[] {
  const bytes = part ? archive.read(part) : null
  if (!bytes) return []
  if (bytes.length > MOST_TEXT_MEGABYTES * MEGABYTE) throw tooManyBytes(MOST_TEXT_MEGABYTES * MEGABYTE)
  const runs = new TextRuns()
  const texts: string[] = []
  readElements(bytes, {
    open: (name) => runs.open(name),
    close(name, text) {
      if (name === 'si') texts.push(runs.take())
      else runs.close(name, text)
    },
  })
  return texts
}

function styles(archive: Archive, part: string | undefined): SheetContext['styles'] {
  const bytes = part ? archive.read(part) : null
  if (!bytes) return []
  const codes = new Map<number, string>()
  const formats: number[] = []
  let ofCells = false
  readElements(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), plainText(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') ofCells = true
      else if (name === 'xf' && ofCells) formats.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') ofCells = false
    },
  })
  return formats.map((id) => {
    const code = codes.get(id)
    // A format of zeros only (00000000) shows numbers with leading zeros, which belong to a document number.
    return { day: isDayFormat(id, code), digits: code && /^0{2,}$/.test(code) ? code.length : 0 }
  })
}
