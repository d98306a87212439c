/** What a file is, is told by its content and never by its name: encodings, pages, hidden parts, and what no table can be read from. */
import { CFB as containers, utils, write } from '@e965/xlsx'
import AdmZip from 'adm-zip'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../electron/sheets/readTable.ts'
import type { FileReading, Sheet } from '../../shared/sheets/table.ts'
import { files as en } from '../../renderer/locales/en/files.ts'
import { files as zhCN } from '../../renderer/locales/zh-CN/files.ts'
import { UNREADABLE_KINDS } from '../../shared/sheets/table.ts'
import { packed } from '../support/archives.ts'

const cells = (reading: FileReading): unknown => ('table' in reading ? reading.table.sheets[0]?.rows.map((row) => row.cells) : reading.problem)
const encoding = (reading: FileReading): unknown => ('table' in reading ? reading.table.encoding : reading.problem)
const text = (content: string, as = 'utf8'): FileReading => readTable(iconv.encode(content, as, { addBOM: false }))
const LIST = '交易日期,收入,对方户名\r\n2026-03-02,58600.00,苏州明拓自动化有限公司\r\n2026-03-03,1.00,无锡恒远机电有限公司\r\n'
const ROWS = LIST.trim().split('\r\n').map((line) => line.split(','))

describe('the encoding of a text', () => {
  it.each([['utf16le', 'utf-16le'], ['utf16be', 'utf-16be'], ['utf8', 'utf-8'], ['gb18030', 'gb18030']])('%s is known without a mark', (as, name) => {
    expect(cells(text(LIST, as))).toEqual(ROWS)
    expect(encoding(text(LIST, as))).toBe(name)
    expect(encoding(text(LIST.replaceAll(',', '\t'), as))).toBe(name)
  })
  it('UTF-8 may have its mark', () => expect(cells(text(`\ufeff${LIST}`))).toEqual(ROWS))
  it('traditional signs of Big5 are told from simplified ones, and from traditional ones in GBK', () => {
    const traditional = '交易日期,收入,對方戶名,備註\r\n2026-03-02,58600.00,臺灣積體電路製造股份有限公司,貨款與運費\r\n'
    expect(encoding(text(traditional, 'big5'))).toBe('big5')
    expect(cells(text(traditional, 'big5'))).toEqual(traditional.trim().split('\r\n').map((line) => line.split(',')))
    expect(encoding(text(traditional, 'gb18030'))).toBe('gb18030')
    expect(encoding(text('金额,备注\r\n1,货款\r\n', 'gb18030'))).toBe('gb18030')
  })
})

describe('a text between signs', () => {
  it.each([',', ';', '\t', '|'])('may be cut by %j, and may say so in its first line', (cut) => {
    const content = LIST.replaceAll(',', cut)
    expect(cells(text(content))).toEqual(ROWS)
    const reading = text(`sep=${cut}\r\n${content}`)
    expect(cells(reading)).toEqual(ROWS)
    expect('table' in reading && reading.table.sheets[0]?.rows.map(({ row }) => row)).toEqual([2, 3, 4])
  })
  it('that says what it is cut by holds to it', () => expect(cells(text('sep=;\nDatum;Betrag\n2.3.2026;1.234,56\n'))).toEqual([['Datum', 'Betrag'], ['2.3.2026', '1.234,56']]))
})

describe('a page in one file', () => {
  const page = (rows: string): string => `<html><head><meta charset=3Dutf-8></head><body><table>${rows}</table></body></html>`
  const row = (...texts: string[]): string => `<tr>${texts.map((each) => `<td class=3D"x">${each}</td>`).join('')}</tr>`
  const quoted = (content: string): string => [...Buffer.from(content)].map((byte) => (byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join('').replace(/(.{70})/g, '$1=\r\n').replace(/=\r\n([0-9A-F])/g, '=\r\n$1')
  it('is read part by part, under the names of its sheets', () => {
    const frame = `<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>三月</x:Name><x:WorksheetSource HRef=3D"x.files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></html>`
    const mhtml = ['MIME-Version: 1.0', 'X-Document-Type: Workbook', 'Content-Type: multipart/related; boundary="----=_Next"', '', 'This is a page.', '', '------=_Next', 'Content-Location: file:///C:/x.htm', 'Content-Transfer-Encoding: quoted-printable', 'Content-Type: text/html; charset="utf-8"', '', frame,
      '', '------=_Next', 'Content-Location: file:///C:/x.files/sheet001.htm', 'Content-Transfer-Encoding: quoted-printable', 'Content-Type: text/html; charset="utf-8"', '', page(row('日期', '金额') + row('2026-03-02', '1.00')).replace(/[^\x20-\x7e]/g, (sign) => quoted(sign)),
      '', '------=_Next', 'Content-Location: file:///C:/x.files/sheet002.htm', 'Content-Transfer-Encoding: base64', 'Content-Type: text/html', '', Buffer.from('<table><tr><td>乙</td></tr></table>').toString('base64'), '', '------=_Next--', ''].join('\r\n')
    const reading = readTable(Buffer.from(mhtml))
    expect('table' in reading && reading.table).toMatchObject({ format: 'mhtml', sheets: [{ name: '三月', rows: [{ cells: ['日期', '金额'] }, { cells: ['2026-03-02', '1.00'] }] }, { rows: [{ cells: ['乙'] }] }] })
  })
  it('of too many parts is refused, and none of them left out', () => expect(readTable(Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1</table>\r\n'.repeat(300)}--x--`))).toMatchObject({ problem: { code: 'TOO_LARGE', params: { unit: 'entries' } } }))
  it('without any table is refused', () => expect(readTable(Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--x--'))).toEqual({ problem: { code: 'WRONG_FORMAT', params: { found: 'html' } } }))
})

const shape = ({ name, hidden, veryHidden, hiddenColumns, rows }: Sheet): unknown => ({ name, hidden, veryHidden, hiddenColumns, rows: rows.map((row) => [row.row, row.hidden ?? false]) })
const sheets = (reading: FileReading): unknown => ('table' in reading ? reading.table.sheets.map(shape) : reading.problem)

describe('what a workbook hides', () => {
  it('is known row by row, column by column and sheet by sheet', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('一')
    for (const value of [1, 2, 3, 4]) sheet.addRow([value, value, value])
    sheet.getRow(2).hidden = true
    sheet.getColumn(2).hidden = true
    sheet.autoFilter = 'A1:C4'
    book.addWorksheet('二', { state: 'hidden' }).addRow([1])
    book.addWorksheet('三', { state: 'veryHidden' }).addRow([1])
    expect(sheets(readTable(Buffer.from(await book.xlsx.writeBuffer())))).toEqual([
      { name: '一', hidden: false, hiddenColumns: [1], rows: [[1, false], [2, true], [3, false], [4, false]] }, { name: '二', hidden: true, rows: [[1, false]] }, { name: '三', hidden: true, veryHidden: true, rows: [[1, false]] },
    ])
  })
  it('in a workbook of Excel 97', () => {
    const book = utils.book_new()
    const sheet = utils.aoa_to_sheet([[1, 1, 1], [2, 2, 2]])
    sheet['!cols'] = [{}, { hidden: true }]
    utils.book_append_sheet(book, sheet, '一')
    utils.book_append_sheet(book, utils.aoa_to_sheet([[1]]), '三')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] }
    const container = CFB.read(Buffer.from(write(book, { bookType: 'biff8', type: 'buffer' }) as Uint8Array), { type: 'buffer' })
    expect(sheets(readTable(withHiddenRow(container, 1)))).toEqual([
      { name: '一', hidden: false, hiddenColumns: [1], rows: [[1, false], [2, true]] }, { name: '三', hidden: true, veryHidden: true, rows: [[1, false]] },
    ])
  })
  it('in a workbook in XML, and in a page', () => {
    const cell = '<Cell><Data ss:Type="String">x</Data></Cell>'
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/>
      <Row>${cell}</Row><Row ss:Hidden="1">${cell}</Row></Table><WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet></Workbook>`
    expect(sheets(readTable(Buffer.from(xml)))).toEqual([{ name: '一', hidden: true, veryHidden: true, hiddenColumns: [1, 2], rows: [[1, false], [2, true]] }])
    expect(sheets(readTable(Buffer.from('<html><table><tr><td>1<tr style="height:0;display:none"><td>2<tr hidden><td>3<tr class="hidden"><td>4</table>')))).toEqual([{ name: '', hidden: false, rows: [[1, false], [2, true], [3, true], [4, false]] }])
  })
})

/** The containers of the library, which gives them no types. */
const CFB = containers as {
  read: (bytes: Buffer, options: { type: 'buffer' }) => unknown
  find: (container: unknown, path: string) => { content: Uint8Array; size: number }
  write: (container: unknown, options: { type: 'buffer' }) => Uint8Array
}

/** The library writes no records of rows, so one is put right before the records of cells of the first sheet. */
function withHiddenRow(container: unknown, row: number): Buffer {
  const entry = CFB.find(container, '/Workbook')
  const stream = Buffer.from(entry.content)
  const record = Buffer.alloc(20)
  for (const [at, value] of [[0, 0x208], [2, 16], [4, row], [8, 3], [10, 255]] as const) record.writeUInt16LE(value, at)
  record.writeUInt8(0x20, 16)
  // The dimensions record stands before the cells; a sheet further down begins later by what is put in.
  const dimensions = stream.indexOf(Buffer.from([0x00, 0x02, 0x0e, 0x00]))
  const after = dimensions + 18
  const bound = [...stream.toString('latin1').matchAll(/\x85\0/g)].map(({ index }) => index).filter((index) => index < dimensions)
  for (const index of bound) if (stream.readUInt32LE(index + 4) > dimensions) stream.writeUInt32LE(stream.readUInt32LE(index + 4) + record.length, index + 4)
  entry.content = Buffer.concat([stream.subarray(0, after), record, stream.subarray(after)])
  entry.size = entry.content.length
  return Buffer.from(CFB.write(container, { type: 'buffer' }))
}

function workbookOf(rows: string): Buffer {
  const archive = new AdmZip()
  const put = (name: string, content: string): unknown => archive.addFile(name, Buffer.from(content))
  put('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>')
  put('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
  put('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  return archive.toBuffer()
}

describe('a row that no spreadsheet has', () => {
  it.each(['9007199254740993', '1048577', '1e400', '5.5', '99999999999999999999999'])('%s is refused', (row) => {
    const cell = '<c t="str"><v>x</v></c>'
    expect(readTable(workbookOf(`<row r="4">${cell}</row><row r="${row}">${cell}</row>`))).toEqual({ problem: { code: 'CORRUPT_FILE', row: 4 } })
    expect(readTable(Buffer.from(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="x"><Worksheet><Table><Row ss:Index="${row}"><Cell><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>`))).toEqual({ problem: { code: 'CORRUPT_FILE' } })
  })
})

const ole = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.alloc(512), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])

describe('what no table can be read from', () => {
  it.each<[string, Buffer | Promise<Buffer>]>([
    ['pdf', Buffer.from('%PDF-1.7\n')], ['picture', Buffer.from('\x89PNG\r\n', 'latin1')], ['picture', Buffer.from('\xff\xd8\xff\xe0', 'latin1')], ['picture', Buffer.from('GIF89a')], ['picture', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
    ['picture', Buffer.concat([Buffer.from('BM'), Buffer.from([40, 0, 0, 0]), Buffer.alloc(34)])], ['rar', Buffer.from('Rar!\x1a\x07\0')], ['7z', Buffer.from('377abcaf271c', 'hex')], ['archive', Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar\0')])],
    ['program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')], ['program', Buffer.from('\x7fELF\x02')], ['database', Buffer.from('SQLite format 3\0')], ['word', Buffer.from('{\\rtf1\\ansi x}')], ['json', Buffer.from('{"rows":[]}')], ['json', Buffer.from('[\n {"a": 1}]')],
    ['xmlOther', Buffer.from('<?xml version="1.0"?><Invoice><ID>1</ID></Invoice>')], ['xmlOther', Buffer.from('<Invoice><ID>1</ID></Invoice>')],
    ['ofd', packed([{ name: 'OFD.xml', content: '<x/>' }])], ['word', packed([{ name: '[Content_Types].xml', content: '<x/>' }, { name: 'word/document.xml', content: '<x/>' }])], ['slides', packed([{ name: 'ppt/presentation.xml', content: '<x/>' }])],
    ['xlsb', packed([{ name: 'xl/workbook.bin', content: 'x' }])], ['ods', packed([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content: '<x/>' }])], ['numbers', packed([{ name: 'Index/Document.iwa', content: 'x' }])],
    ['pdf', Buffer.from('\r\nHTTP/1.1\r\n%PDF-1.4\n')], ['mail', Buffer.from('From: a@b.c\r\nSubject: 对账单\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n')],
    ['nestedArchive', packed([{ name: 'a.csv', content: 'x' }])],
  ])('%s is called by its name', async (kind, content) => expect(readTable(await content)).toEqual({ problem: { code: 'UNREADABLE_KIND', params: { kind } } }))
  it.each([['encryptedOffice', 'EncryptedPackage'], ['word', 'WordDocument'], ['slides', 'PowerPoint Document'], ['mail', '__substg1.0_0037001F'], ['wps', 'WpsDocument']])('%s in a container of Office', (kind, stream) => {
    const reading = readTable(ole(stream))
    expect('problem' in reading && reading.problem.params?.['kind']).toBe(kind)
  })
  it('has a text in both languages that says what to export instead', () => {
    for (const texts of [zhCN, en]) expect(Object.keys(texts.unreadable).sort()).toEqual([...UNREADABLE_KINDS].sort())
  })
  it('is not what only begins with letters of it', () => {
    expect(cells(text('MZ,BM\n1,2\n'))).toEqual([['MZ', 'BM'], ['1', '2']])
    expect(cells(text('BMW,金额\n1,2\n'))).toEqual([['BMW', '金额'], ['1', '2']])
    expect(cells(text('[账户明细],金额\n1,2\n'))).toEqual([['[账户明细]', '金额'], ['1', '2']])
  })
})
