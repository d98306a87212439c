import { deflateRawSync } from 'node:zlib'
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
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), { code: 'WRONG_FORMAT', params: { found: 'xls' } }],
    ['a PDF', Buffer.from('%PDF-1.7'), { code: 'WRONG_FORMAT', params: { found: 'pdf' } }],
    ['a page', Buffer.from('<html><table>'), { code: 'WRONG_FORMAT', params: { found: 'html' } }],
    ['bytes', Buffer.from('a\0b,c\n'), { code: 'WRONG_FORMAT', params: { found: 'binary' } }],
  ])('%s is refused as a whole', (_, bytes, problem) => expect(readTable(bytes)).toEqual({ problem }))
})

describe('the reading worker', () => {
  it('answers like the reader, and can be cancelled and timed out', async () => {
    const text = `a,b\n${'1,2\n'.repeat(150_000)}`
    const bytes = () => new Uint8Array(Buffer.from(text))
    expect(rowsOf(await readFile(bytes())).length).toBe(150_001)
    expect(await readFile(bytes(), undefined, 1)).toMatchObject({ problem: { code: 'TOO_SLOW' } })
    await expect(readFile(bytes(), AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled')
  })
})
