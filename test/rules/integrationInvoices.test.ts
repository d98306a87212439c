/** 数电票 in XML, in the shape in which the tax bureau hands them out. Law: 电子发票公共服务平台 states the sums; none of them may differ. */
import { describe, expect, it } from 'vitest'
import { readUploaded } from '../../electron/sheets/readUploaded.ts'
import type { FileReading } from '../../shared/sheets/table.ts'
import { packed } from '../support/archives.ts'

interface Sums {
  number?: string
  net?: string
  tax?: string
  gross?: string
  lines?: string
  label?: string
  red?: string
  remark?: string
  supervision?: boolean
}
const line = (net: string, tax: string): string => `<IssuItemInformation><ItemName>*轴承*精密轴承</ItemName><Amount>${net}</Amount><TaxRate>0.13</TaxRate><ComTaxAm>${tax}</ComTaxAm></IssuItemInformation>`
function invoice({ number = '26322000000000000001', net = '51858.41', tax = '6741.59', gross = '58600.00', lines = line(net, tax), label = '', red = '', remark = '', supervision = true }: Sums = {}): string {
  return `<EInvoice><Header><EIid>${number}</EIid><Version>0.31</Version><InherentLabel>${label === '' ? '' : `<InIssuType><LabelCode>${label}</LabelCode><LabelName>是否蓝字发票标志</LabelName></InIssuType>`}</InherentLabel></Header>
    <EInvoiceData><SellerInformation><SellerIdNum>91320000000000000X</SellerIdNum><SellerName>苏州岚砺精密机械有限公司</SellerName></SellerInformation>
    <BuyerInformation><BuyerIdNum>91320500000000001A</BuyerIdNum><BuyerName>苏州明拓自动化有限公司</BuyerName></BuyerInformation>
    <BasicInformation><TotalAmWithoutTax>${net}</TotalAmWithoutTax><TotalTaxAm>${tax}</TotalTaxAm><TotalTax-includedAmount>${gross}</TotalTax-includedAmount><RequestTime>2026-03-01 10:00:00</RequestTime></BasicInformation>
    ${lines}${red === '' ? '' : `<SpecificInformation><RedEInvoice><OriginalInvoiceCode>${red}</OriginalInvoiceCode><CreditNoteNumber>3200</CreditNoteNumber></RedEInvoice></SpecificInformation>`}
    <AdditionalInformation><Remark>${remark}</Remark></AdditionalInformation></EInvoiceData>
    ${supervision ? `<TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber><IssueTime>2026-03-01</IssueTime></TaxSupervisionInfo>` : ''}</EInvoice>`
}
const file = (...invoices: string[]): Buffer => Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${invoices.length === 1 ? invoices[0]! : `<EInvoices>${invoices.join('')}</EInvoices>`}`)
const rows = (reading: FileReading): unknown => ('table' in reading ? reading.table.sheets.map((sheet) => sheet.rows.slice(1).map(({ cells }) => cells)) : reading.problem)
const BLUE = ['26322000000000000001', '2026-03-01', '91320000000000000X', '苏州岚砺精密机械有限公司', '91320500000000001A', '苏州明拓自动化有限公司', '51858.41', '6741.59', '58600.00', '是', null, null]

describe('an electronic invoice', () => {
  it('is a list of one row', async () => expect(rows(await readUploaded(file(invoice())))).toEqual([[BLUE]]))
  it('may come with others in one file', async () => {
    expect(rows(await readUploaded(file(invoice(), invoice({ number: '26322000000000000002' }))))).toEqual([[BLUE, ['26322000000000000002', ...BLUE.slice(1)]]])
  })
  it('and as files of an archive they are one list, beside whatever else lies in it', async () => {
    const reading = await readUploaded(await packed([{ name: '1.xml', content: file(invoice()) }, { name: '1.pdf', content: '%PDF' }, { name: '1.ofd', content: await packed([{ name: 'OFD.xml', content: '<x/>' }]) }, { name: '2.xml', content: file(invoice({ number: '26322000000000000002' })) }]))
    expect(rows(reading)).toEqual([[BLUE, ['26322000000000000002', ...BLUE.slice(1)]]])
    expect('table' in reading && reading.table.unread?.map(({ problem }) => problem.params)).toEqual([{ kind: 'pdf', entry: '1.pdf' }, { kind: 'ofd', entry: '1.ofd' }])
  })
  it('without the part of the tax bureau is known by its head and the time it was asked for', async () => expect(rows(await readUploaded(file(invoice({ supervision: false }))))).toEqual([[BLUE]]))
  it('of several lines, one of them a discount or free of tax, adds up', async () => {
    expect(rows(await readUploaded(file(invoice({ lines: line('60000.00', '6741.59') + line('-8141.59', '') }))))).toEqual([[BLUE]])
    expect(rows(await readUploaded(file(invoice({ net: '58600.00', tax: '0.00', lines: line('58600.00', '***') }))))).toEqual([[[...BLUE.slice(0, 6), '58600.00', '0.00', '58600.00', '是', null, null]]])
  })
  const red = { net: '-51858.41', tax: '-6741.59', gross: '-58600.00' }
  it.each([
    ['its own part', { ...red, label: 'N', red: '26322000000000000001' }, null], ['its remark', { ...red, remark: '被红冲蓝字数电票号码：26322000000000000001 红字发票信息确认单编号：3200' }, '被红冲蓝字数电票号码：26322000000000000001 红字发票信息确认单编号：3200'],
  ])('that is red names the blue one by %s', async (_, sums, remark) => {
    expect(rows(await readUploaded(file(invoice({ number: '26322000000000000009', ...sums }))))).toEqual([[['26322000000000000009', ...BLUE.slice(1, 6), '-51858.41', '-6741.59', '-58600.00', '否', '26322000000000000001', remark]]])
  })
  it.each([
    ['net and tax do not come to the gross', { gross: '58600.01' }, { number: '26322000000000000001', stated: '58600.01', counted: '58600.00' }],
    ['the lines do not come to the net', { lines: line('51858.40', '6741.59') }, { number: '26322000000000000001', stated: '51858.41', counted: '51858.40' }],
    ['the lines do not come to the tax', { lines: line('51858.41', '6741.60') }, { number: '26322000000000000001', stated: '6741.59', counted: '6741.60' }],
    ['an amount is none', { tax: 'x' }, { number: '26322000000000000001', stated: 'x', counted: '' }],
    ['it is called blue and is negative', { ...red, label: 'Y' }, { number: '26322000000000000001', stated: '-58600.00', counted: '蓝字' }],
  ])('is refused by its number where %s', async (_, sums, params) => {
    expect(rows(await readUploaded(file(invoice(sums))))).toEqual({ code: 'INVOICE_SUMS', params })
    expect(rows(await readUploaded(await packed([{ name: '1.xml', content: file(invoice({ number: '26322000000000000007' })) }, { name: '2.xml', content: file(invoice(sums)) }])))).toEqual({ code: 'INVOICE_SUMS', params: { ...params, entry: '2.xml' } })
  })
  it('is refused where it lacks a buyer, and where it is cut', async () => {
    expect(rows(await readUploaded(file(invoice().replace(/<BuyerName>.*<\/BuyerName>/, ''))))).toEqual({ code: 'INVOICE_INCOMPLETE', params: { number: '26322000000000000001', field: '购买方名称' } })
    expect(rows(await readUploaded(file(invoice()).subarray(0, -60)))).toEqual({ code: 'CORRUPT_FILE' })
  })
})
