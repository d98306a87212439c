import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPglite } from '../../db/engine/pglite.ts'
import { runImport } from '../../db/integration/commands.ts'
import { ImportProblems } from '../../db/sheets/file.ts'
import { inspectionOf } from '../../db/integration/inspection.ts'
import { Pace } from '../../db/sheets/pace.ts'
import { planImport, type ImportOptions } from '../../db/integration/plan.ts'
import { importGrid } from '../../db/integration/queries.ts'
import { postInvoice } from '../../db/invoices/commands.ts'
import { closeMonth } from '../../db/periods/commands.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { Ledger } from '../../db/ledger.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { saveUser } from '../../db/users/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { gridRequest } from '../../shared/grid.ts'
import { day, type Month } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import type { ImportResult, Inspection } from '../../shared/integration/schemas.ts'
import type { Cell, TableFile } from '../../shared/sheets/table.ts'

const calendar = { today: day('2026-06-30'), isWorkday: () => true }
const DEFAULTS: ImportOptions = { createCustomers: false, allocate: 'none' }

const tableOf = (rows: Cell[][]): TableFile =>
  ({ format: 'xlsx', encoding: 'utf-8', sheets: [{ name: 'S', hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }] })

const CUSTOMERS: Cell[][] = [
  ['编码', '名称', '业务员', '部门', '账期', '开票截止日'],
  ['C1', '云州甲机械有限公司', '张三', '一部', '30天', 25], ['C2', '云州乙（集团）有限公司', '张三', '一部', '月结30', null],
]
const OPENING: Cell[][] = [
  ['期初应收', '截止日期：2026-03-31'], ['单据类型', '单据编号', '单据日期', '客户编码', '发票号', '金额', '已收金额', '余额', '到期日'],
  ['销售发票', 'X1', '2026-01-10', 'C1', '25000000000000000001', 1000, 400, 600, '2026-02-10'], ['其他应收单', 'Q1', '2026-02-01', 'C2', null, 50, 0, 50, '2026-03-01'],
]
const INVOICES: Cell[][] = [
  ['数电发票号码', '购买方名称', '开票日期', '价税合计', '是否正数发票', '备注'],
  ['25000000000000000001', '云州甲机械有限公司', '2026-01-10', 1000, '是', null],
  ['26000000000000000002', '云州甲机械有限公司', '2026-04-26', 300, '是', '合同号：HT2026-0002'],
  ['26000000000000000003', '云州乙(集团)有限公司', '2026-05-10', 200, '是', null],
  ['26000000000000000004', '云州甲机械有限公司', '2026-05-12', -100, '否', '被红冲蓝字数电票号码：26000000000000000002'],
  ['26000000000000000005', '云州甲机械有限公司', '2026-05-13', -600, '否', '被红冲蓝字数电票号码：25000000000000000001'],
]
const STATEMENT: Cell[][] = [
  ['交易时间', '对方户名', '借方发生额', '贷方发生额', '摘要', '交易流水号'],
  ['20260603 10:00:00', '云州乙集团有限责任公司', 0, 200, '货款', '11'], ['20260603 09:00:00', '张某', 0, 70, '货款', '10'], ['20260602 09:00:00', '供应商', 88, 0, '付款', '9'],
]

const engines: [string, (folder: string) => Promise<Ledger>][] = [
  ['SQLite', (folder) => Ledger.open(join(folder, 'ledger.hkgj'), { create: true })],
  ['PostgreSQL', async () => Ledger.over(openPglite(await PGlite.create()), 'pglite')],
]

describe.each(engines)('an import on %s', (engine, open) => {
  // Each start of PostgreSQL in this process takes seconds, so it proves the postings, and SQLite the decisions too.
  const decision = it.runIf(engine === 'SQLite')

  let folder: string
  let ledger: Ledger
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'import-'))
    ledger = await open(folder)
    await ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => saveUser(tx, { name: 'admin', role: 'administrator', department: '', active: true }))
  })
  afterEach(async () => {
    expect(await ledger.read(brokenInvariants)).toEqual([])
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (rows: Cell[][], options: Partial<ImportOptions> = {}, pace?: Pace): Promise<ImportResult> =>
    ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => runImport(tx, { name: 'f.xlsx', hash: 'h', table: tableOf(rows) }, { ...DEFAULTS, ...options }, calendar, pace))
  const inspect = (rows: Cell[][], options: Partial<ImportOptions> = {}): Promise<Inspection> =>
    ledger.read(async (reader) => inspectionOf('f.xlsx', tableOf(rows), await planImport(reader, tableOf(rows), { ...DEFAULTS, ...options }, calendar)))
  const problemsOf = (rows: Cell[][], options: Partial<ImportOptions> = {}) =>
    run(rows, options).then(() => [], (error: unknown) => (error instanceof ImportProblems ? error.problems : Promise.reject(error as Error)))
  const counts = async () => (await ledger.read((reader) => reader.rows<Record<string, number>>(sql`select (select cast(count(*) as bigint) from customers) as customers,
    (select cast(count(*) as bigint) from invoices) as invoices, (select cast(count(*) as bigint) from receipts) as receipts, (select cast(count(*) as bigint) from journal) as entries`)))[0]
  const open_ = () => ledger.read((reader) => reader.rows<{ number: string; kind: string; due: string; open: number }>(sql`select i.invoice_number as number, o.kind as kind, o.due_on as due, b.open as open
    from open_balances b join open_items o on o.id = b.item_id left join invoices i on i.id = o.document_id and o.kind <> 'receipt' order by o.id`))

  it('builds an office: customers, opening items, invoices, and red ones taken off the blue', async () => {
    expect(await run(CUSTOMERS)).toMatchObject({ target: 'customers', created: 2, customersCreated: 2 })
    expect(await run(OPENING)).toMatchObject({ created: 2, total: 65000, startOn: '2026-04-01' })
    expect((await ledger.read(loadCompany)).startOn).toBe('2026-04-01')
    expect(await run(INVOICES)).toMatchObject({ created: 4, skipped: { history: { count: 1 } }, total: -20000, allocationsCreated: 2, notes: [] })
    // The invoice of the 26th missed the cut-off on the 25th, so it counts from 1 May; month-end terms run from 31 May.
    expect(await open_()).toEqual([
      { number: '', kind: 'opening', due: '2026-03-01', open: 5000 },
      { number: '26000000000000000002', kind: 'invoice', due: '2026-05-31', open: 20000 },
      { number: '26000000000000000003', kind: 'invoice', due: '2026-06-30', open: 20000 },
    ])
  })

  it('imports nothing twice and says so', async () => {
    for (const rows of [CUSTOMERS, OPENING, INVOICES, STATEMENT]) await run(rows, { createCustomers: true })
    const before = await counts()
    expect(await run(CUSTOMERS)).toMatchObject({ id: null, created: 0, skipped: { existing: { count: 2 } } })
    expect(await run(OPENING)).toMatchObject({ id: null, created: 0, skipped: { existing: { count: 2 } } })
    expect(await run(INVOICES)).toMatchObject({ id: null, created: 0, skipped: { history: { count: 1 }, existing: { count: 4 } } })
    expect(await run(STATEMENT, { createCustomers: true })).toMatchObject({ id: null, created: 0, skipped: { outgoing: { count: 1 }, existing: { count: 2 } } })
    expect(await counts()).toEqual(before)
  })

  decision('refuses a row that says something else than the ledger', async () => {
    for (const rows of [CUSTOMERS, OPENING, INVOICES]) await run(rows)
    const changed = INVOICES.map((row) => [...row])
    changed[2]![3] = 301
    changed[3]![1] = '云州甲机械有限公司'
    expect(await problemsOf(changed)).toMatchObject([{ row: 3, column: '价税合计', code: 'DIFFERS_FROM_LEDGER', params: { ledger: 30000 } }, { row: 4, column: '购买方名称', code: 'DIFFERS_FROM_LEDGER' }])
    expect(await problemsOf([CUSTOMERS[0]!, ['C1', '另一家公司']])).toMatchObject([{ row: 2, column: '名称', code: 'DIFFERS_FROM_LEDGER', params: { ledger: '云州甲机械有限公司' } }])
  })

  it('names by row and column what lies in a closed month, and leaves out what it has', async () => {
    await run(CUSTOMERS)
    await run(OPENING)
    await run(INVOICES)
    await ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => closeMonth(tx, { month: '2026-05' as Month, acceptWarnings: true }, calendar))
    const before = await counts()
    expect(await problemsOf([...INVOICES, ['26000000000000000006', '云州甲机械有限公司', '2026-05-31', 10, '是', null], ['26000000000000000007', '云州甲机械有限公司', '2026-06-01', 10, '是', null]])).toEqual([
      { row: 7, column: '开票日期', code: 'PERIOD_CLOSED', value: '2026-05-31', params: { month: '2026-05', day: '2026-06-01' } },
    ])
    expect(await problemsOf([...STATEMENT, ['20260530 10:00:00', '云州乙集团有限责任公司', 0, 5, '货款', '12']], { createCustomers: true })).toMatchObject([{ row: 5, column: '交易时间', code: 'PERIOD_CLOSED', value: '2026-05-30' }])
    expect(await counts()).toEqual(before)
    expect(await run(INVOICES)).toMatchObject({ id: null, created: 0, skipped: { history: { count: 1 }, existing: { count: 4 } } })
    // A receipt of an open month pays an invoice of a closed one on its own day.
    expect(await run(STATEMENT, { createCustomers: true, allocate: 'suggest' })).toMatchObject({ created: 2, allocationsCreated: 1 })
    expect(await ledger.read((reader) => reader.rows(sql`select allocated_on as day from allocations order by id desc limit 1`))).toEqual([{ day: '2026-06-03' }])
  })

  decision('stores nothing of a file with one bad row', async () => {
    await run(CUSTOMERS)
    const before = await counts()
    const bad = [...OPENING, ['销售发票', 'X2', '2026-01-10', 'C9', '25000000000000000009', 1, 0, 1, '2026-02-10']]
    expect(await problemsOf(bad)).toMatchObject([{ row: 5, column: '客户编码', code: 'UNKNOWN_CUSTOMER', value: 'C9' }])
    expect(await counts()).toEqual(before)
    expect((await ledger.read(loadCompany)).startOn).toBeNull()
    expect(await inspect(bad)).toMatchObject({ create: 2, problemCount: 1, suggestCreateCustomers: false, preview: [{ row: 3, state: 'create' }, { row: 4, state: 'create' }, { row: 5, state: 'problem' }] })
  })

  decision('stores nothing of an import that was cancelled', async () => {
    const cancel = new AbortController()
    const before = await counts()
    const pace = new Pace({ signal: cancel.signal, report: ({ stage }) => { if (stage === 'writing') cancel.abort(new Error('cancelled')) } })
    await expect(run(CUSTOMERS, {}, pace)).rejects.toThrow('cancelled')
    expect(await counts()).toEqual(before)
  })

  it('makes customers, receivables and receipts of one list with the days of settlement', async () => {
    const rows: Cell[][] = [
      ['customerID', 'invoiceNumber', 'InvoiceDate', 'DueDate', 'InvoiceAmount', 'SettledDate'],
      ['K1', '1', '1/2/2013', '2/1/2013', '55.94', '1/15/2013'], ['K2', '2', '1/3/2013', '2/2/2013', '10', null], ['K1', '3', '1/20/2013', '2/19/2013', '7.06', '3/1/2013'],
    ]
    expect(await inspect(rows)).toMatchObject({ target: 'receivables', dateOrder: 'mdy', dateOrderCertain: true, create: 0, suggestCreateCustomers: true, problemCount: 3 })
    expect(await inspect(rows, { createCustomers: true })).toMatchObject({ create: 3, newCustomers: 2, receipts: 2, total: 7300, problemCount: 0 })
    expect(await run(rows, { createCustomers: true, currency: 'USD' })).toMatchObject({ created: 3, customersCreated: 2, receiptsCreated: 2, allocationsCreated: 2, total: 7300 })
    expect(await open_()).toEqual([{ number: '2', kind: 'invoice', due: '2013-02-02', open: 1000 }])
    expect(await run(rows, { createCustomers: true, currency: 'USD' })).toMatchObject({ created: 0, skipped: { existing: { count: 3 } } })
  })

  it('takes the receipts of a bank statement, allocates them, and keeps unknown payers apart', async () => {
    for (const rows of [CUSTOMERS, OPENING, INVOICES]) await run(rows)
    expect(await problemsOf(STATEMENT)).toMatchObject([{ row: 3, column: '对方户名', code: 'UNKNOWN_CUSTOMER', value: '张某' }])
    expect(await run(STATEMENT, { createCustomers: true, allocate: 'suggest' })).toMatchObject({ created: 2, customersCreated: 1, allocationsCreated: 1, skipped: { outgoing: { count: 1 } } })
    const rows = await ledger.read((reader) => reader.rows<{ name: string; payer: string; amount: number }>(sql`select c.name as name, r.payer as payer, r.amount as amount from receipts r join customers c on c.id = r.customer_id order by r.id`))
    expect(rows).toEqual([{ name: '待确认款', payer: '张某', amount: 7000 }, { name: '云州乙（集团）有限公司', payer: '云州乙集团有限责任公司', amount: 20000 }])
    expect((await open_()).filter(({ number }) => number === '26000000000000000003')).toEqual([])
  })

  decision('allocates to the invoices that a list of receipts names', async () => {
    for (const rows of [CUSTOMERS, OPENING, INVOICES]) await run(rows)
    const list: Cell[][] = [['收款日期', '客户名称', '收款金额', '发票号码', '手续费'], ['2026-06-01', '云州甲机械有限公司', 150, '26000000000000000002', 0.5]]
    expect(await run(list)).toMatchObject({ target: 'receipts', created: 1, allocationsCreated: 1 })
    expect(await open_()).toContainEqual({ number: '26000000000000000002', kind: 'invoice', due: '2026-05-31', open: 5000 })
  })

  decision('proposes the mapping again that was chosen for a file with this header', async () => {
    await run(CUSTOMERS)
    const rows: Cell[][] = [['单据日期', '客户编码', '金额', '项目'], ['2026-04-02', 'C1', 12, 'HT-77']]
    const mapping = { documentOn: 0, customerCode: 1, amount: 2, contractNumber: 3 }
    expect((await inspect(rows)).mapping).toEqual({ documentOn: 0, customerCode: 1, amount: 2 })
    await run(rows, { mapping })
    expect(await inspect(rows)).toMatchObject({ mapping, remembered: true })
  })

  it('posts the debts and the money of a customer ledger, and keeps what somebody left out with the reason', async () => {
    await run(CUSTOMERS)
    const rows: Cell[][] = [
      ['应收账款明细账'], ['客户编码', '日期', '凭证字号', '摘要', '借方金额', '贷方金额', '余额'],
      ['C1', '2026-04-02', '转1', '销售', 1000, null, 1000], ['C1', '2026-04-09', '收2', '收货款', null, 400, 600], ['C1', '2026-04-12', '转3', '销售', 300, null, 900], ['C2', '2026-04-12', '转4', '登记错', 5, null, 5],
    ]
    const leaveOut = [{ row: 6, reason: '另一本账的单据' }]
    expect(await inspect(rows, { leaveOut })).toMatchObject({ target: 'receivables', create: 3, skipped: { leftOut: { count: 1 } }, leftOut: [{ row: 6, reason: '另一本账的单据' }] })
    expect(await run(rows, { leaveOut })).toMatchObject({ created: 3, receiptsCreated: 1, total: 170000 })
    expect((await open_()).map(({ kind, open }) => [kind, open])).toEqual([['invoice', 100000], ['invoice', 30000], ['receipt', -40000]])
    expect(await ledger.read((reader) => importGrid(reader, gridRequest.parse({ limit: 1 })))).toMatchObject({ rows: [{ leftOut: [{ row: 6, reason: '另一本账的单据', text: expect.stringContaining('登记错') as string, sums: [{ field: 'debit', amount: 500 }, { field: 'open' }] }] }] })
    expect(await run(rows, { leaveOut })).toMatchObject({ id: null, created: 0, skipped: { existing: { count: 3 } } })
  })

  decision('starts a ledger with the balances of its customers', async () => {
    await run(CUSTOMERS)
    const rows: Cell[][] = [['客户余额表'], ['客户编码', '客户名称', '方向', '期末余额'], ['C1', '云州甲机械有限公司', '借', 70], ['C2', '云州乙（集团）有限公司', '贷', 20]]
    expect(await problemsOf(rows)).toMatchObject([{ row: null, code: 'AS_OF_MISSING' }])
    expect(await run(rows, { asOf: day('2026-03-31') })).toMatchObject({ target: 'balances', created: 2, startOn: '2026-04-01', total: 5000 })
    expect((await open_()).map(({ kind, open }) => [kind, open])).toEqual([['opening', 7000], ['creditNote', -2000]])
    expect(await run(rows, { asOf: day('2026-03-31') })).toMatchObject({ created: 0, skipped: { existing: { count: 2 } } })
  })

  const balancesOf = (...rows: Cell[][]): Cell[][] => [['客户余额表', '截止日期：2026-03-31'], ['客户名称', '期末余额'], ...rows]

  it('counts no balance twice beside the documents that it holds, whichever came first', async () => {
    await run(CUSTOMERS)
    expect(await run(balancesOf(['云州甲机械有限公司', 70]))).toMatchObject({ target: 'balances', created: 1, startOn: '2026-04-01' })
    const before = await counts()
    expect(await problemsOf(OPENING)).toEqual([{ row: 3, column: '金额', code: 'IN_BALANCE', value: '1000.00', params: { day: '2026-03-31' } }])
    expect(await counts()).toEqual(before)
    expect(await run(OPENING, { leaveOut: [{ row: 3, reason: '已在余额里' }] })).toMatchObject({ created: 1 })
    expect(await problemsOf(balancesOf(['云州乙（集团）有限公司', 50]))).toEqual([{ row: 3, column: '期末余额', code: 'HAS_DOCUMENTS', value: '50.00', params: { day: '2026-02-01' } }])
  })

  decision('knows the balance of a customer whose name is too long for a key', async () => {
    const long = `云州${'东方'.repeat(50)}有限公司`
    const opening: Cell[][] = [OPENING[0]!, ['单据类型', '单据编号', '单据日期', '客户名称', '金额', '已收金额', '余额', '到期日'], ['销售发票', 'X9', '2026-03-02', long, 10, 0, 10, '2026-04-02']]
    expect(await run(balancesOf([long, 30]), { createCustomers: true })).toMatchObject({ created: 1, customersCreated: 1 })
    expect(await problemsOf(opening)).toMatchObject([{ row: 3, code: 'IN_BALANCE', value: '10.00', params: { day: '2026-03-31' } }])
    expect(await run(balancesOf([long, 30]))).toMatchObject({ id: null, created: 0, skipped: { existing: { count: 1 } } })
    expect(await problemsOf(balancesOf([long, 31]))).toMatchObject([{ row: 3, code: 'DIFFERS_FROM_LEDGER', params: { ledger: 3000 } }])
  })

  decision('names an invoice taken back whose red one has not come, with what stays open', async () => {
    await run(CUSTOMERS)
    const titles: Cell[] = ['数电发票号码', '购买方名称', '开票日期', '价税合计', '发票状态', '是否正数发票', '备注']
    const blue = ['26000000000000000021', '云州甲机械有限公司', '2026-04-02', 300, '已红冲-全额', '是', null]
    const red = ['26000000000000000022', '云州甲机械有限公司', '2026-04-03', -300, '正常', '否', '被红冲蓝字数电票号码：26000000000000000021']
    const named = [{ row: 2, column: '数电发票号码', code: 'RED_NOT_FOUND', value: '26000000000000000021', params: { total: 30000 } }]
    expect((await inspect([titles, blue, red])).notes).toEqual([])
    expect((await inspect([titles, blue])).notes).toEqual(named)
    expect(await run([titles, blue])).toMatchObject({ created: 1, notes: named })
  })

  decision('says that the debts in a list of customers were not read', async () => {
    const rows: Cell[][] = [['编码', '名称', '联系人', '电话', '应收余额'], ['C1', '云州甲机械有限公司', '张三', '1', 70], ['C2', '云州乙（集团）有限公司', '李四', '2', null], ['C3', '云州丙有限公司', '王五', '3', '¥20.00']]
    const named = [{ row: null, column: '应收余额', code: 'DEBTS_NOT_READ', value: '2' }]
    expect(await inspect(rows)).toMatchObject({ target: 'customers', notes: named })
    expect(await run(rows)).toMatchObject({ target: 'customers', created: 3, total: 0, notes: named })
    expect(await open_()).toEqual([])
  })

  decision('refuses what says something else than a document typed by hand, by either of its numbers', async () => {
    await run(CUSTOMERS)
    const [customer] = await ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from customers where code = 'C1'`))
    const typed = { kind: 'invoice' as const, customerId: customer?.id ?? 0, documentOn: day('2026-05-02'), amount: money(10_000), contractNumber: '', orderNumber: '', note: '', installments: [], correctsId: null, post: true }
    await ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => postInvoice(tx, { ...typed, invoiceNumber: 'F1', sourceNumber: '', requestId: 'a' }, calendar))
    await ledger.write({ by: SYSTEM, procedure: 'test' }, (tx) => postInvoice(tx, { ...typed, invoiceNumber: '', sourceNumber: 'XS-9', requestId: 'b' }, calendar))
    const byInvoice = (amount: Cell): Cell[][] => [['发票号码', '客户名称', '开票日期', '价税合计'], ['F1', '云州甲机械有限公司', '2026-05-02', amount]]
    const bySource = (amount: Cell): Cell[][] => [['单据编号', '客户名称', '单据日期', '应收金额'], ['XS-9', '云州甲机械有限公司', '2026-05-02', amount]]
    for (const [list, column] of [[byInvoice, '价税合计'], [bySource, '应收金额']] as const) {
      expect(await problemsOf(list(120))).toMatchObject([{ row: 2, column, code: 'DIFFERS_FROM_LEDGER', params: { ledger: 10_000 } }])
      expect(await problemsOf(list('USD 100.00'))).toMatchObject([{ row: 2, column, code: 'DIFFERS_FROM_LEDGER', params: { ledger: 'CNY 100.00' } }])
      expect(await run(list(100))).toMatchObject({ created: 0, skipped: { existing: { count: 1 } } })
    }
  })
})
