import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/sheets/reader.ts'
import { readTable } from '../../electron/sheets/readTable.ts'
import type { Cell, FileReading } from '../../shared/sheets/table.ts'

const rowsOf = (reading: FileReading, sheet = 0): { row: number; cells: Cell[] }[] => {
  if ('problem' in reading) throw new Error(reading.problem.code)
  return reading.table.sheets[sheet]?.rows ?? []
}
const csv = (text: string, encoding = 'utf8'): FileReading => readTable(iconv.encode(text, encoding))

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('一'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a text file', () => {
  it.each(['utf8', 'gb18030', 'utf16le', 'utf16be'])('is read in %s', (encoding) => {
    const bytes = iconv.encode('客户,金额\r\n甲㐀,1\r\n', encoding, { addBOM: encoding.startsWith('utf16') })
    expect(rowsOf(readTable(bytes))).toEqual([{ row: 1, cells: ['客户', '金额'] }, { row: 2, cells: ['甲㐀', '1'] }])
  })
  it.each([[','], ['\t'], [';']])('may be cut by %j', (cut) => {
    expect(rowsOf(csv(['a', 'b', 'c'].join(cut) + '\n' + ['1', '2', '3'].join(cut)))).toEqual([{ row: 1, cells: ['a', 'b', 'c'] }, { row: 2, cells: ['1', '2', '3'] }])
  })
  it('keeps quoted delimiters, quotes and line breaks, and names the line on which a record starts', () => {
    expect(rowsOf(csv('a,b\n"1,234.50","say ""hi""\nthere"\n\n"",x\ny,"open\nz,1'))).toEqual([
      { row: 1, cells: ['a', 'b'] }, { row: 2, cells: ['1,234.50', 'say "hi"\nthere'] }, { row: 5, cells: [null, 'x'] }, { row: 6, cells: ['y', '"open'] }, { row: 7, cells: ['z', '1'] },
    ])
  })
  it('keeps leading zeros that were protected for a spreadsheet', () => expect(rowsOf(csv('n,m\n="00123",\t00456\n'))[1]?.cells).toEqual(['00123', '00456']))
  it('that ends inside of a character names its line', () => {
    expect(readTable(iconv.encode('a,b\n1,货款', 'gb18030').subarray(0, -1))).toEqual({ problem: { code: 'BROKEN_ENCODING', row: 2 } })
    expect(readTable(Buffer.from('客户,b\n1,货款').subarray(0, -1))).toEqual({ problem: { code: 'BROKEN_ENCODING', row: 2 } })
  })
})

describe('a workbook', () => {
  it('gives text, numbers, days, results of formulas and row numbers', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.getRow(2).values = ['客户', 73051.52, new Date('2026-03-31T00:00:00Z'), new Date('2026-03-31T08:30:00Z'), true]
      sheet.getRow(4).values = [{ richText: [{ text: '甲' }, { text: '公司' }] }, { formula: 'B2*2', result: 146103.04 }, { formula: 'A1' }, null, 7]
      sheet.getCell('E4').numFmt = '00000000'
      book.addWorksheet('二', { state: 'hidden' }).getCell('C3').value = '&<x>'
    })
    const reading = readTable(bytes)
    expect(rowsOf(reading)).toEqual([
      { row: 2, cells: ['客户', 73051.52, '2026-03-31', '2026-03-31 08:30:00', true] }, { row: 4, cells: ['甲公司', 146103.04, { formula: 'A1' }, null, '00000007'] },
    ])
    expect(rowsOf(reading, 1)).toEqual([{ row: 3, cells: [null, null, '&<x>'] }])
    expect('table' in reading && reading.table.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  it('counts days from 1904 when it says so', async () => {
    const bytes = await workbook((sheet, book) => {
      book.properties.date1904 = true
      sheet.getCell('A1').value = new Date('2026-03-31T00:00:00Z')
    })
    expect(rowsOf(readTable(bytes))[0]?.cells).toEqual(['2026-03-31'])
  })

  it('that is cut or damaged is corrupt', async () => {
    const bytes = await workbook((sheet) => void (sheet.getCell('A1').value = 'x'))
    expect(readTable(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toEqual({ problem: { code: 'CORRUPT_FILE' } })
  })

  it('that would unpack beyond the limit is too large, whatever it states about itself', () => {
    const part = deflateRawSync(Buffer.alloc(40 * 1024 * 1024))
    expect(readTable(zip('xl/workbook.xml', part, 600 * 1024 * 1024))).toMatchObject({ problem: { code: 'TOO_LARGE' } })
    expect(readTable(zip('xl/workbook.xml', part, 1000))).toMatchObject({ problem: { code: 'TOO_LARGE' } })
  })
})

describe('a file called .xls', () => {
  const rows = [['客户', '金额', '日期'], ['甲㐀', 73051.52, '2026-03-31'], [null, 0.1, '2026-04-01 08:30:00']]
  const expected = rows.map((cells, index) => ({ row: index + 1, cells }))

  it('is a workbook of Excel 97', () => {
    const sheet = utils.aoa_to_sheet([['客户', '金额', '日期'], ['甲㐀', 73051.52, 46112], [null, 0.1, 46113 + 8.5 / 24]])
    for (const [cell, code] of [['C2', 'yyyy/m/d'], ['C3', 'yyyy-mm-dd hh:mm:ss']] as const) Object.assign(sheet[cell] as object, { z: code })
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '明细')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '旧')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const reading = readTable(Buffer.from(write(book, { bookType: 'biff8', type: 'buffer' }) as Uint8Array))
    expect(reading).toMatchObject({ table: { format: 'xls', sheets: [{ name: '明细', hidden: false }, { name: '旧', hidden: true }] } })
    expect(rowsOf(reading)).toEqual(expected)
  })

  it('is a page whose cells span columns and rows', () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td { mso-number-format:"<@>" }</style></head><body>
      <table><tr><td colspan=3>账户&nbsp;明细 &amp; 余额</td></tr><tr><th rowspan="2">日期<th colspan="2">发生额</tr><tr><th>借方</th><th>贷方</th></tr>
      <!-- <tr><td>0 --><tr><td>2026-04-01</td><td></td><td x:num>1,234.50<br></td></tr></table><p>完 < 毕`
    expect(readTable(iconv.encode(page, 'gb18030'))).toEqual({ table: { format: 'html', encoding: 'gb18030', sheets: [{ name: '', hidden: false, rows: [
      { row: 1, cells: ['账户 明细 & 余额'] }, { row: 2, cells: ['日期', '发生额'] }, { row: 3, cells: [null, '借方', '贷方'] }, { row: 4, cells: ['2026-04-01', null, '1,234.50'] },
    ] }] } })
  })

  it('is a workbook in XML', () => {
    const cell = (type: string, text: string, more = ''): string => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="明细"><Table>
      <Row>${cell('String', '流水', ' ss:MergeAcross="1"')}${cell('String', 'x')}</Row>
      <Row ss:Index="4">${cell('DateTime', '2026-04-01T00:00:00.000')}${cell('Number', '-12.5', ' ss:Index="3"')}</Row></Table></Worksheet></Workbook>`
    expect(rowsOf(readTable(Buffer.from(xml)))).toEqual([{ row: 1, cells: ['流水', null, 'x'] }, { row: 4, cells: ['2026-04-01', null, -12.5] }])
  })

  it('is text between tabs', () => expect(rowsOf(csv('客户\t金额\n甲\t1', 'gb18030'))).toEqual([{ row: 1, cells: ['客户', '金额'] }, { row: 2, cells: ['甲', '1'] }]))
})

/** An archive of one part, with a stated size that need not be true. */
function zip(name: string, packed: Buffer, stated: number): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(stated, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('anything else', () => {
  it.each([
    ['nothing', Buffer.alloc(0), { code: 'EMPTY_FILE' }], ['blank lines', Buffer.from('\n\n'), { code: 'EMPTY_FILE' }],
    ['a cut workbook of Excel 97', Buffer.from('d0cf11e0a1b11ae100', 'hex'), { code: 'CORRUPT_FILE' }],
    ['a PDF', Buffer.from('%PDF-1.7'), { code: 'UNREADABLE_KIND', params: { kind: 'pdf' } }],
    ['a page', Buffer.from('<html><table>'), { code: 'WRONG_FORMAT', params: { found: 'html' } }],
    ['bytes', Buffer.from('a\0b,c\n'), { code: 'WRONG_FORMAT', params: { found: 'binary' } }],
  ])('%s is refused as a whole', (_, bytes, problem) => expect(readTable(bytes)).toEqual({ problem }))
})

describe('the reading worker', () => {
  it('answers like the reader, and can be cancelled and timed out', async () => {
    const text = `a,b\n${'1,2\n'.repeat(150_000)}`
    const bytes = () => new Uint8Array(Buffer.from(text))
    expect(rowsOf(await readFile(bytes())).length).toBe(150_001)
    expect(await readFile(bytes(), { longest: 1 })).toMatchObject({ problem: { code: 'TOO_SLOW' } })
    await expect(readFile(bytes(), { signal: AbortSignal.abort(new Error('cancelled')) })).rejects.toThrow('cancelled')
  })
})
