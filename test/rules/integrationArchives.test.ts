import { gzipSync } from 'node:zlib'
import AdmZip from 'adm-zip'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/sheets/reader.ts'
import { readUploaded } from '../../electron/sheets/readUploaded.ts'
import { findStatement, statementMapping } from '../../shared/bank/mapping.ts'
import { readStatement } from '../../shared/bank/readStatement.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { FILE_LIMITS, type FileReading } from '../../shared/sheets/table.ts'
import { packed } from '../support/archives.ts'

const DETAIL = '交易日期,收入,余额\r\n2026-03-02,"58,600.00","78,600.00"\r\n'
const SUMMARY = '业务类型,收入合计\r\n交易付款,1\r\n'
const names = (reading: FileReading): unknown => ('table' in reading ? reading.table.sheets.map(({ name, rows }) => [name, rows.length]) : reading.problem)
const problem = (reading: FileReading): unknown => ('problem' in reading ? reading.problem : null)
const gb = (text: string): Buffer => iconv.encode(text, 'gb18030')
const book = (sheets: Record<string, string>): Buffer => {
  const archive = new AdmZip()
  const entries = Object.entries(sheets)
  const put = (name: string, text: string): unknown => archive.addFile(name, Buffer.from(text))
  put('xl/workbook.xml', `<workbook xmlns:r="r"><sheets>${entries.map(([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"/>`).join('')}</sheets></workbook>`)
  put('xl/_rels/workbook.xml.rels', `<Relationships>${entries.map((_, index) => `<Relationship Id="r${index}" Type="t/worksheet" Target="worksheets/sheet${index}.xml"/>`).join('')}</Relationships>`)
  for (const [index, [, text]] of entries.entries()) put(`xl/worksheets/sheet${index}.xml`, `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${text}</v></c></row></sheetData></worksheet>`)
  return archive.toBuffer()
}

/** A zip whose names are GBK without saying so, as a Chinese Windows packs it. */
function withGbkNames(files: Record<string, Buffer>): Buffer {
  const archive = new AdmZip()
  for (const [index, content] of Object.values(files).entries()) archive.addFile(`${index}`.padEnd(gb(Object.keys(files)[index]!).length, 'x'), content)
  const bytes = archive.toBuffer()
  for (const [index, name] of Object.keys(files).entries()) {
    const raw = gb(name)
    const placeholder = Buffer.from(`${index}`.padEnd(raw.length, 'x'))
    for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder, at + 1)) raw.copy(bytes, at)
  }
  // The flag that says UTF-8 is taken away.
  for (const [mark, flags] of [['PK\x03\x04', 6], ['PK\x01\x02', 8]] as const) {
    for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 1, 'latin1')) bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags)
  }
  return bytes
}

describe('an archive', () => {
  it('gives each file as a sheet under its name, in their order', async () => {
    expect(names(await readUploaded(await packed([{ name: '汇总.csv', content: gb(SUMMARY) }, { name: '明细/账务明细.csv', content: gb(DETAIL) }, { name: '多表.xlsx', content: book({ 三月: 'a', 四月: 'b' }) }])))).toEqual(
      [['汇总.csv', 2], ['明细/账务明细.csv', 2], ['多表.xlsx 三月', 1], ['多表.xlsx 四月', 1]])
  })
  it('may have the names of a Chinese Windows', async () => {
    expect(names(await readUploaded(withGbkNames({ '账务明细.csv': gb(DETAIL) })))).toEqual([['账务明细.csv', 2]])
  })
  it.each([['AES', false], ['the old encryption', true]])('asks for its password: %s', async (_, old) => {
    const bytes = await packed([{ name: 'a.csv', content: DETAIL }], { password: '031712', old })
    expect(problem(await readUploaded(bytes))).toEqual({ code: 'PASSWORD_NEEDED' })
    expect(problem(await readUploaded(bytes, '000000'))).toEqual({ code: 'WRONG_PASSWORD' })
    expect(names(await readUploaded(bytes, '031712'))).toEqual([['a.csv', 2]])
  })
  it('never takes a wrong password of the old encryption for damage', async () => {
    const bytes = await packed([{ name: 'a.csv', content: DETAIL }], { password: '031712', old: true })
    for (let guess = 0; guess < 600; guess += 1) expect(problem(await readUploaded(bytes, String(guess)))).toEqual({ code: 'WRONG_PASSWORD' })
  })
  it.each([
    ['7-Zip, AES', 'UEsDBDMDAQhjADOWfV0AAAAAVgAAADoAAAAKAAsA5piO57uGLmNzdgGZBwACAEFFAwAAFevCAYjh19FV3mXQmZ8kXG5PSeuW/WzfhD/aGOoNYVYWU2n/R4z6ltPztdalGodT0Hofl3I2vixy7CqH/B9oXrc140EEAGvARzBQhqzgTUk9QkmYYJBQSwECPwMzAwEIYwAzln1dAAAAAFYAAAA6AAAACgAvAAAAAAAAACCApIEAAAAA5piO57uGLmNzdgoAIAAAAAAAAQAYAAANfGIygN0BAA18YjKA3QEADXxiMoDdAQGZBwACAEFFAwAAUEsFBgAAAAABAAEAZwAAAIkAAAAAAA=='],
    ['Info-ZIP, the old encryption', 'UEsDBBQACQAIADOWfV1rPGCtRQAAADoAAAAKABwA5piO57uGLmNzdlVUCQADwnMMa8JzDGt1eAsAAQQAAAAABAAAAABjCGfDGeACwb5kpbxuut9j8HZrFvMNpat0qt62+SXkfw7euWEOjCvSzR7R6IkTc4cfoMrjSRxfsA4IcdzSckEzEL6sEkBQSwcIazxgrUUAAAA6AAAAUEsBAh4DFAAJAAgAM5Z9XWs8YK1FAAAAOgAAAAoAGAAAAAAAAQAAAKSBAAAAAOaYjue7hi5jc3ZVVAUAA8JzDGt1eAsAAQQAAAAABAAAAABQSwUGAAAAAAEAAQBQAAAAmQAAAAAA'],
  ])('of another program opens too: %s', async (_, base64) => {
    expect(names(await readUploaded(Buffer.from(base64, 'base64'), '031712'))).toEqual([['明细.csv', 2]])
  })
  it('names what it leaves out, and nothing of what other systems put in', async () => {
    const reading = await readUploaded(await packed([
      { name: '__MACOSX/._a.csv', content: 'x' }, { name: 'a.csv', content: DETAIL }, { name: '回单.pdf', content: '%PDF-1.7' }, { name: '说明.html', content: '<html><body>x' }, { name: '空.csv', content: '' },
    ]))
    expect(names(reading)).toEqual([['a.csv', 2]])
    expect('table' in reading && reading.table.unread).toEqual([
      { name: '回单.pdf', problem: { code: 'UNREADABLE_KIND', params: { kind: 'pdf', entry: '回单.pdf' } } }, { name: '说明.html', problem: { code: 'WRONG_FORMAT', params: { found: 'html', entry: '说明.html' } } },
      { name: '空.csv', problem: { code: 'EMPTY_FILE', params: { entry: '空.csv' } } },
    ])
  })
  it('is refused when nothing in it is a table, when a table in it is damaged, and when archives lie in it', async () => {
    expect(problem(await readUploaded(await packed([{ name: '回单.pdf', content: '%PDF-1.7' }])))).toEqual({ code: 'UNREADABLE_KIND', params: { kind: 'pdf', entry: '回单.pdf' } })
    expect(problem(await readUploaded(await packed([{ name: 'a.csv', content: DETAIL }, { name: 'b.csv', content: gb('a,b\n1,货款').subarray(0, -1) }])))).toEqual({ code: 'BROKEN_ENCODING', row: 2, params: { entry: 'b.csv' } })
    const inner = await packed([{ name: 'a.csv', content: DETAIL }])
    for (const content of [inner, gzipSync(DETAIL)]) expect(problem(await readUploaded(await packed([{ name: '三月.zip', content }])))).toEqual({ code: 'UNREADABLE_KIND', params: { kind: 'nestedArchive', entry: '三月.zip' } })
    expect(problem(await readUploaded(await packed([])))).toEqual({ code: 'EMPTY_FILE' })
    expect(problem(await readUploaded(inner.subarray(0, -30)))).toEqual({ code: 'CORRUPT_FILE' })
  })
})

describe('an archive of statements', () => {
  const statement = (title: string): string => `${title}交易日期,收入,余额,对方户名\r\n2026-03-02,10.00,110.00,甲公司\r\n`
  const read = async (files: Record<string, string>): Promise<unknown> => {
    const reading = await readUploaded(await packed(Object.entries(files).map(([name, content]) => ({ name, content }))))
    if ('problem' in reading) return reading.problem
    const place = findStatement(reading.table, {})!
    const problems = new Problems()
    const { account } = readStatement(place, { mapping: statementMapping(place), fileName: 'x.zip', own: { names: [], accounts: [] } }, problems)
    return problems.list()[0] ?? account?.number
  }
  const several = (...numbers: string[]): object => ({ code: 'SEVERAL_ACCOUNTS', value: numbers.join(', '), params: { count: numbers.length } })
  it('of one account knows it by the titles, or by the names of its files', async () => {
    expect(await read({ '1.csv': statement('账号,622200000011\r\n'), '2.csv': statement('账号,622200000011\r\n') })).toBe('622200000011')
    expect(await read({ '明细_622200000011_20260301.csv': statement(''), '明细_622200000011_20260401.csv': statement('') })).toBe('622200000011')
  })
  it('of two accounts is refused and names them', async () => {
    expect(await read({ '1.csv': statement('账号,622200000011\r\n'), '2.csv': statement('账号,622200000022\r\n') })).toMatchObject(several('622200000011', '622200000022'))
    expect(await read({ '明细_622200000011.csv': statement(''), '明细_622200000022.csv': statement('') })).toMatchObject(several('622200000011', '622200000022'))
  })
})

describe('a bomb', () => {
  it('is refused before it is unpacked', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024)
    expect(problem(await readUploaded(await packed([{ name: 'a.csv', content: zeros }])))).toMatchObject({ code: 'TOO_LARGE', params: { unit: 'ratio' } })
    const many = await packed(Array.from({ length: FILE_LIMITS.entries + 1 }, (_, index) => ({ name: `${index}.csv`, content: 'a' })))
    expect(problem(await readUploaded(many))).toMatchObject({ code: 'TOO_LARGE', params: { unit: 'entries' } })
    expect(problem(await readUploaded(gzipSync(zeros)))).toMatchObject({ code: 'TOO_LARGE', params: { unit: 'ratio' } })
  })
  it('that states less than it is, or gigabytes, is refused', async () => {
    for (const [stated, code] of [[100, /CORRUPT_FILE|TOO_LARGE/], [0xf0000000, /TOO_LARGE/]] as const) {
      const bytes = await packed([{ name: 'a.csv', content: Buffer.alloc(2 * 1024 * 1024, 'a,b\n') }])
      bytes.writeUInt32LE(stated, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24)
      const reading = await readUploaded(bytes)
      expect('problem' in reading && reading.problem.code).toMatch(code)
    }
  })
  it('of rows over many files is too large', async () => {
    const half = `a,b\n${'1,2\n'.repeat(110_000)}`
    expect(problem(await readUploaded(await packed([{ name: 'a.csv', content: half.replace('1', '7') }, { name: 'b.csv', content: half }])))).toMatchObject({ code: 'TOO_LARGE', params: { unit: 'rows' } })
  })
  it('of sixty million commas is refused without building a record of them', async () => {
    const reading = await readFile(new Uint8Array(Buffer.alloc(45_000_000, ',')))
    expect(reading).toEqual({ problem: { code: 'TOO_LARGE', row: 1, params: { limit: FILE_LIMITS.columns, unit: 'columns' } } })
    expect(await readFile(new Uint8Array(60_000_000))).toMatchObject({ problem: { code: 'TOO_LARGE', params: { limit: 50 } } })
  })
})

describe('a .gz', () => {
  it('is the file inside of it', async () => {
    expect(names(await readUploaded(gzipSync(DETAIL)))).toEqual([['', 2]])
    expect(names(await readUploaded(gzipSync(await packed([{ name: 'a.csv', content: DETAIL }]))))).toEqual([['a.csv', 2]])
    expect(problem(await readUploaded(gzipSync(DETAIL).subarray(0, -9)))).toEqual({ code: 'CORRUPT_FILE' })
    expect(problem(await readUploaded(gzipSync(gzipSync(DETAIL))))).toEqual({ code: 'UNREADABLE_KIND', params: { kind: 'nestedArchive' } })
  })
})

describe('the reading worker', () => {
  it('unpacks an archive with its password', async () => {
    const bytes = new Uint8Array(await packed([{ name: 'a.csv', content: DETAIL }], { password: '031712' }))
    expect(names(await readFile(bytes, { password: '031712' }))).toEqual([['a.csv', 2]])
  })
})
