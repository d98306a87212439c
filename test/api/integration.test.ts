import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { call } from '@orpc/server'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import type { Context } from '../../electron/api/context.ts'
import { router } from '../../electron/api/router.ts'
import { Office } from '../../electron/office.ts'
import { localEffects } from '../../electron/printing/localEffects.ts'
import type { ImportEvent } from '../../shared/integration/schemas.ts'
import { packed } from '../support/archives.ts'

const LIST = '客户编码,客户名称,单据编号,单据日期,金额\r\nC1,云州甲公司,A1,2026-04-02,"1,234.50"\r\nC2,云州乙公司,A2,2026-04-03,10\r\n'
const csv = (text: string, encoding = 'gb18030'): File => new File([new Uint8Array(iconv.encode(text, encoding))], '应收.csv')

async function xlsx(rows: unknown[][]): Promise<File> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('应收').addRows(rows)
  return new File([await book.xlsx.writeBuffer()], '应收.xlsx')
}

describe('the import over its procedures', () => {
  let folder: string
  let office: Office
  let context: Context
  const bugs: unknown[] = []

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'import-api-'))
    office = new Office({
      dataFolder: folder, ledgerFolder: folder, effects: localEffects, version: '0', printing: 'browser', now: () => new Date('2026-06-30T02:00:00Z'),
      log: (_, error) => void bugs.push(error),
    })
    await office.found(path.join(folder, 'a.db'), (ledger) => ledger.write({ by: SYSTEM, procedure: 'ledgers.create' }, (tx) => foundEmptyLedger(tx, null)))
    context = { office, session: office.sessions.start({ trusted: true }) }
  })
  afterEach(async () => {
    await office.close()
    rmSync(folder, { recursive: true })
    expect(bugs).toEqual([])
  })

  const documents = async (): Promise<number | undefined> => (await call(router.invoices.list, {}, { context })).total

  it('previews a text file of an older program, imports it once, and lists what was imported', async () => {
    const inspection = await call(router.integration.inspect, { file: csv(LIST) }, { context })
    expect(inspection).toMatchObject({ format: 'csv', encoding: 'gb18030', target: 'receivables', headerRow: 1, rows: 2, create: 2, newCustomers: 2, total: 124450, problemCount: 0 })
    const first = await call(router.integration.run, { file: csv(LIST) }, { context })
    expect(first).toMatchObject({ created: 2, customersCreated: 2, total: 124450 })
    expect(await call(router.integration.run, { file: csv(LIST) }, { context })).toMatchObject({ id: null, created: 0, skipped: { existing: { count: 2 } } })
    expect(await call(router.integration.list, {}, { context })).toMatchObject({ total: 1, rows: [{ fileName: '应收.csv', created: 2 }] })
  })

  it('answers every problem of a workbook, and stores nothing', async () => {
    const file = await xlsx([['应收明细'], ['客户名称', '单据编号', '单据日期', '金额'], ['云州甲公司', 'A1', '2026-02-30', '待确认'], ['云州乙公司', 'A2', new Date('2026-04-03'), 10]])
    const expected = [{ row: 3, column: '单据日期', code: 'BAD_DATE' }, { row: 3, column: '金额', code: 'NOT_A_NUMBER', value: '待确认' }]
    expect(await call(router.integration.inspect, { file }, { context })).toMatchObject({ create: 1, problemCount: 2, problems: expected })
    await expect(call(router.integration.run, { file }, { context })).rejects.toMatchObject({ code: 'PROBLEMS', status: 422, data: { problemCount: 2, problems: expected } })
    expect(await documents()).toBe(0)
  })

  it.each([
    ['empty', new File([], 'x.csv'), 'EMPTY_FILE'], ['a cut workbook', new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], 'x.csv'), 'CORRUPT_FILE'],
    ['without a header', csv('你好,世界\n1,2\n'), 'NO_HEADER'],
  ])('says that a file is %s', async (_, file, code) => {
    expect(await call(router.integration.inspect, { file }, { context })).toMatchObject({ problemCount: 1, problems: [{ row: null, code }] })
    await expect(call(router.integration.run, { file }, { context })).rejects.toMatchObject({ code: 'PROBLEMS', data: { problems: [{ code }] } })
  })

  it('opens an archive by its password, names what in it is no table, and keeps the password nowhere', async () => {
    const file = (): Promise<File> => packed([{ name: '应收.csv', content: LIST }, { name: '发票.pdf', content: '%PDF-1.7' }], { password: 'geheim-031712' }).then((bytes) => new File([new Uint8Array(bytes)], '应收.zip'))
    for (const [password, code] of [[undefined, 'PASSWORD_NEEDED'], ['x', 'WRONG_PASSWORD']] as const) {
      const input = { file: await file(), ...(password !== undefined && { password }) }
      expect(await call(router.integration.inspect, input, { context })).toMatchObject({ format: '', problemCount: 1, problems: [{ row: null, code }] })
      await expect(call(router.integration.run, { ...input, file: await file() }, { context })).rejects.toMatchObject({ code: 'PROBLEMS', data: { problems: [{ code }] } })
    }
    const password = 'geheim-031712'
    expect(await call(router.integration.inspect, { file: await file(), password }, { context })).toMatchObject({
      format: 'zip', sheets: ['应收.csv'], create: 2, problemCount: 0, unreadFiles: [{ name: '发票.pdf', code: 'UNREADABLE_KIND', params: { kind: 'pdf', entry: '发票.pdf' } }],
    })
    expect(await call(router.integration.run, { file: await file(), password }, { context })).toMatchObject({ created: 2 })
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) if (name.isFile()) expect(readFileSync(path.join(name.parentPath, name.name)).includes(password)).toBe(false)
  })

  it('takes electronic invoices in one archive, each once', async () => {
    const invoice = (number: string, gross: string): string => `<?xml version="1.0"?><EInvoice><EInvoiceData><SellerInformation><SellerName>云州本公司</SellerName></SellerInformation><BuyerInformation><BuyerName>云州甲公司</BuyerName></BuyerInformation><BasicInformation><TotalAmWithoutTax>${gross}</TotalAmWithoutTax><TotalTaxAm>0.00</TotalTaxAm><TotalTax-includedAmount>${gross}</TotalTax-includedAmount></BasicInformation></EInvoiceData><TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber><IssueTime>2026-04-02</IssueTime></TaxSupervisionInfo></EInvoice>`
    const bytes = await packed([{ name: '1.xml', content: invoice('26322000000000000001', '100.00') }, { name: '2.xml', content: invoice('26322000000000000002', '7.50') }])
    const file = new File([new Uint8Array(bytes)], '数电票.zip')
    expect(await call(router.integration.inspect, { file, createCustomers: true }, { context })).toMatchObject({ format: 'zip', target: 'receivables', rows: 2, create: 2, total: 10_750, problemCount: 0 })
  })

  it('reports its progress to the end', async () => {
    const events: ImportEvent[] = []
    for await (const event of await call(router.integration.watch, { file: csv(LIST) }, { context })) events.push(event)
    expect(events.slice(0, -1).every(({ type }) => type === 'progress')).toBe(true)
    expect(events.at(-1)).toMatchObject({ type: 'done', result: { created: 2 } })
  })

  it('stores nothing when nobody listens any more', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `C1,云州甲公司,A${index},2026-04-02,1`)
    const file = csv(`客户编码,客户名称,单据编号,单据日期,金额\n${rows.join('\n')}`)
    for await (const event of await call(router.integration.watch, { file }, { context })) {
      if (event.type === 'progress' && event.progress.stage === 'writing') break
    }
    expect(await documents()).toBe(0)
  })

  it('adds up each currency by itself', async () => {
    const file = new File(['客户名称,发票号码,开票日期,价税合计\r\n甲公司,1,2026-04-02,"USD 1,000.00"\r\n乙公司,2,2026-04-02,€500.00\r\n甲公司,3,2026-04-03,USD 5\r\n'], 'x.csv')
    const totals = [{ currency: 'USD', amount: 100500 }, { currency: 'EUR', amount: 50000 }]
    expect(await call(router.integration.inspect, { file }, { context })).toMatchObject({ create: 3, totals })
    expect(await call(router.integration.run, { file }, { context })).toMatchObject({ created: 3, totals })
  })

  it('asks what nothing tells, takes the answer, and leaves rows out with a reason', async () => {
    const file = new File(['日期,客户,金额,备注\r\n2026-04-02,云州甲公司,100,\r\n2026-04-03,云州甲公司,7,记重了\r\n'], 'x.csv')
    expect(await call(router.integration.inspect, { file }, { context })).toMatchObject({ target: null, asked: ['receivables', 'receipts'], create: 0, problems: [{ row: null, code: 'KIND_UNKNOWN' }] })
    await expect(call(router.integration.run, { file }, { context })).rejects.toMatchObject({ data: { problems: [{ code: 'KIND_UNKNOWN', params: { targets: 'receivables, receipts' } }] } })
    const leaveOut = [{ row: 3, reason: '重复登记' }]
    expect(await call(router.integration.run, { file, target: 'receipts', leaveOut }, { context })).toMatchObject({ created: 1, total: 10000, leftOut: [{ row: 3, reason: '重复登记' }] })
    expect(await call(router.integration.list, {}, { context })).toMatchObject({ rows: [{ target: 'receipts', leftOut: [{ row: 3, reason: '重复登记' }] }] })
    await expect(call(router.integration.run, { file, target: 'receipts', leaveOut: [{ row: 99, reason: 'x' }] }, { context })).rejects.toMatchObject({ data: { problems: [{ code: 'LEAVE_OUT_UNKNOWN', value: '99' }] } })
  })
})
