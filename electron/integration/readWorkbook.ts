/** An XLSX workbook: its visible and hidden sheets with their rows, from the parts of the zip archive. */
import type { Sheet } from '../../shared/integration/table.ts'
import { isDayFormat } from './excelDays.ts'
import { readSheet, type SheetContext } from './readSheet.ts'
import { Unreadable } from './refuse.ts'
import { attribute, elements, textOfRuns } from './xml.ts'
import { openArchive, type Archive } from './zip.ts'

/** Content of the sheets in the order of the workbook; anything zipped that is no XLSX workbook is refused. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const archive = openArchive(bytes)
  const path = workbookPath(archive)
  const workbook = required(archive, path).toString('utf8')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const targets = relations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder)
  const context: SheetContext = {
    sharedStrings: sharedStrings(archive, targets.byType.get('sharedStrings')),
    styles: styles(archive, targets.byType.get('styles')),
    from1904: /^(1|true)$/.test(attribute([...elements(workbook, 'workbookPr')][0]?.tag ?? '', 'date1904') ?? ''),
  }
  const sheets: Sheet[] = []
  for (const { tag } of elements(workbook, 'sheet')) {
    const part = targets.byId.get(/\s(?:\w+:)?id="([^"]*)"/.exec(tag)?.[1] ?? '')
    // Chart sheets and macro sheets have no rows.
    if (!part?.includes('worksheets/')) continue
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      hidden: attribute(tag, 'state') === 'hidden' || attribute(tag, 'state') === 'veryHidden',
      rows: readSheet(required(archive, part), context),
    })
  }
  return sheets
}

function required(archive: Archive, name: string): Buffer {
  const part = archive.read(name)
  if (!part) throw new Unreadable({ code: 'CORRUPT_FILE' })
  return part
}

function workbookPath(archive: Archive): string {
  const root = archive.read('_rels/.rels')?.toString('utf8') ?? ''
  for (const { tag } of elements(root, 'Relationship')) {
    if (attribute(tag, 'Type')?.endsWith('/officeDocument')) {
      const target = (attribute(tag, 'Target') ?? '').replace(/^\//, '')
      if (target.endsWith('.xml') && archive.has(target) && target.includes('workbook')) return target
    }
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml'
  const found = archive.has('xl/workbook.bin') ? 'xlsb' : archive.has('word/document.xml') ? 'docx' : archive.has('content.xml') ? 'ods' : 'zip'
  throw new Unreadable({ code: 'WRONG_FORMAT', params: { found } })
}

interface Relations {
  byId: Map<string, string>
  byType: Map<string, string>
}

function relations(archive: Archive, path: string, folder: string): Relations {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  for (const { tag } of elements(archive.read(path)?.toString('utf8') ?? '', 'Relationship')) {
    const target = attribute(tag, 'Target') ?? ''
    const part = target.startsWith('/') ? target.slice(1) : folder + target
    byId.set(attribute(tag, 'Id') ?? '', part)
    const type = attribute(tag, 'Type') ?? ''
    byType.set(type.slice(type.lastIndexOf('/') + 1), part)
  }
  return { byId, byType }
}

/** The texts of a workbook are held as one string, which has an end before the limit of the whole file. */
const MOST_TEXT_MEGABYTES = 256

function sharedStrings(archive: Archive, part: string | undefined): string[] {
  const bytes = part ? archive.read(part) : null
  if (bytes && bytes.length > MOST_TEXT_MEGABYTES * 1024 * 1024) throw new Unreadable({ code: 'TOO_LARGE', params: { limit: MOST_TEXT_MEGABYTES, unit: 'MB' } })
  const xml = bytes?.toString('utf8') ?? ''
  return Array.from(elements(xml, 'si'), ({ inner }) => textOfRuns(inner))
}

function styles(archive: Archive, part: string | undefined): SheetContext['styles'] {
  const xml = (part ? archive.read(part) : null)?.toString('utf8') ?? ''
  const codes = new Map<number, string>()
  for (const { tag } of elements(xml, 'numFmt')) codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  const formats = [...elements(xml, 'cellXfs')][0]?.inner ?? ''
  return Array.from(elements(formats, 'xf'), ({ tag }) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const code = codes.get(id)
    // A format of zeros only (00000000) shows numbers with leading zeros, which belong to a document number.
    return { day: isDayFormat(id, code), digits: code && /^0{2,}$/.test(code) ? code.length : 0 }
  })
}
