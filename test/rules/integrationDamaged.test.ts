import AdmZip from 'adm-zip'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../electron/sheets/readTable.ts'
import type { FileReading } from '../../shared/sheets/table.ts'

const csv = (text: string): FileReading => readTable(Buffer.from(text))
const rowsOf = (reading: FileReading): unknown => ('table' in reading ? reading.table.sheets[0]?.rows : reading.problem)

describe('a text file of a careless program', () => {
  it('counts line breaks of two characters inside of a field once', () => {
    expect(rowsOf(csv('a,b\r\n"x\r\ny",1\r\n\r\nz,2'))).toEqual([{ row: 1, cells: ['a', 'b'] }, { row: 2, cells: ['x\r\ny', '1'] }, { row: 5, cells: ['z', '2'] }])
  })
  it('keeps what stands behind a closing quote', () => {
    expect(rowsOf(csv('a,b\n"x"y,1\nz,2'))).toEqual([{ row: 1, cells: ['a', 'b'] }, { row: 2, cells: ['"x"y', '1'] }, { row: 3, cells: ['z', '2'] }])
  })
  it('may begin with a title of fewer fields than its rows', () => {
    expect(rowsOf(csv('公司\na,b,c\n1,2,3\n4'))).toEqual([{ row: 1, cells: ['公司'] }, { row: 2, cells: ['a', 'b', 'c'] }, { row: 3, cells: ['1', '2', '3'] }, { row: 4, cells: ['4'] }])
  })
})

function workbook(sheet: string): FileReading {
  const archive = new AdmZip()
  const put = (name: string, text: string): unknown => archive.addFile(name, Buffer.from(text))
  put('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>')
  put('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
  put('xl/worksheets/sheet1.xml', sheet)
  return readTable(archive.toBuffer())
}
const cell = (text: string): string => `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="4"><x:c r="B4" t="str"><x:v>${text}</x:v></x:c></x:row></x:sheetData></x:worksheet>`

describe('a workbook of another program', () => {
  it('may write its elements with a prefix', () => expect(rowsOf(workbook(cell('甲 &amp; 乙')))).toEqual([{ row: 4, cells: [null, '甲 & 乙'] }]))
  it('has no entities of its own', () => {
    expect(rowsOf(workbook(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>${cell('&a;')}`))).toEqual({ code: 'CORRUPT_FILE', row: 4 })
  })
  it('is corrupt where its elements do not close, go too deep, or do not end', () => {
    expect(rowsOf(workbook(cell('1').replace('</x:c>', '')))).toEqual({ code: 'CORRUPT_FILE', row: 4 })
    expect(rowsOf(workbook(`<worksheet>${'<a>'.repeat(1000)}`))).toEqual({ code: 'CORRUPT_FILE' })
    expect(rowsOf(workbook(`<worksheet><!--${'a'.repeat(40 * 1024 * 1024)}`))).toEqual({ code: 'CORRUPT_FILE' })
  })
})
