import { describe, expect, it } from 'vitest'
import type { Day } from '../../shared/day.ts'
import { readCustomers } from '../../shared/integration/customers.ts'
import { ALL_LISTS, LISTS } from '../../shared/integration/fields.ts'
import { chooseSheet, headerAt, proposeMapping } from '../../shared/sheets/header.ts'
import { locate, openPlace, proposedMapping } from '../../shared/sheets/locate.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { readReceipts } from '../../shared/integration/receipts.ts'
import { readReceivables } from '../../shared/integration/receivables.ts'
import type { Target } from '../../shared/integration/schemas.ts'
import type { SkippedRows } from '../../shared/sheets/schemas.ts'
import type { Cell, Sheet, TableFile } from '../../shared/sheets/table.ts'

const countsOf = (skipped: SkippedRows): Record<string, number> => Object.fromEntries(Object.entries(skipped).map(([reason, { count }]) => [reason, count]))
const sheet = (rows: Cell[][], name = 'Sheet1'): Sheet => ({ name, hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) })
const file = (...sheets: Sheet[]): TableFile => ({ format: 'xlsx', encoding: 'utf-8', sheets })

function open(rows: Cell[][], target?: Target) {
  const place = locate(file(sheet(rows)), target ? [LISTS[target]] : ALL_LISTS, {})
  if (!place) throw new Error('no header')
  const problems = new Problems()
  return { place, problems, list: openPlace(place, proposedMapping(place), {}, problems) }
}

const receivables = (rows: Cell[][], startOn: string | null = '2026-04-01') => {
  const { list, problems } = open(rows, 'receivables')
  const read = readReceivables(list, { currency: 'CNY', startOn: startOn as Day | null }, problems)
  return { ...read, problems: problems.list() }
}

describe('the header of a list', () => {
  const headers: [what: string, target: Target, titles: string[], mapping: Record<string, string>][] = [
    ['customers of an office', 'customers', ['编码', '名称', '税号', '账期', '开票截止日'], { code: '编码', name: '名称', taxNumber: '税号', terms: '账期', cutOffDate: '开票截止日' }],
    ['U8 receivables', 'receivables', ['单据类型', '单据编号', '单据日期', '客户编码', '客户名称', '原币金额', '到期日'], { number: '单据编号', documentOn: '单据日期', customerCode: '客户编码', amount: '原币金额', dueOn: '到期日' }],
    ['tax bureau', 'receivables', ['数电发票号码', '购方识别号', '购买方名称', '开票日期', '金额', '税额', '价税合计', '是否正数发票'], { electronicNumber: '数电发票号码', taxNumber: '购方识别号', gross: '价税合计', positive: '是否正数发票' }],
    ['English camel case', 'receivables', ['customerID', 'invoiceNumber', 'InvoiceDate', 'DueDate', 'InvoiceAmount', 'SettledDate'], { customerCode: 'customerID', invoiceNumber: 'invoiceNumber', documentOn: 'InvoiceDate', dueOn: 'DueDate', amount: 'InvoiceAmount', settledOn: 'SettledDate' }],
    ['units and full width', 'receivables', ['客户名称', '单据日期', '应收金额（元）', '余 额（元）'], { amount: '应收金额（元）', open: '余 额（元）' }],
    ['a bank', 'receipts', ['交易时间', '对方户名', '借方发生额（支取）', '贷方发生额（收入）', '摘要', '账户明细编号-交易流水号'], { receivedOn: '交易时间', customerName: '对方户名', outgoing: '借方发生额（支取）', amount: '贷方发生额（收入）', serial: '账户明细编号-交易流水号' }],
    ['receipts that look like receivables', 'receipts', ['单据日期', '收款单号', '客户编码', '客户名称', '结算方式', '收款金额', '本币金额', '业务员'], { receivedOn: '单据日期', serial: '收款单号', amount: '收款金额' }],
    ['two currencies', 'receivables', ['客户', '应收日期', '本币金额', '原币金额', '本币余额', '原币余额', '到期日', '币种'], { amount: '原币金额', open: '原币余额' }],
    ['plain English', 'receivables', ['Customer', 'Invoice #', 'Date', 'Due Date', 'Amount', 'Paid', 'Balance'], { invoiceNumber: 'Invoice #', documentOn: 'Date', received: 'Paid', open: 'Balance' }],
    ['receipts of an office', 'receipts', ['收款日期', '客户名称', '收款金额', '结算方式', '备注'], { receivedOn: '收款日期', amount: '收款金额', method: '结算方式', note: '备注' }],
  ]
  it.each(headers)('of %s is read as %s', (_, target, titles, expected) => {
    const chosen = chooseSheet([sheet([['某某公司'], [], titles])], ALL_LISTS)
    expect(chosen?.header).toMatchObject({ kind: { name: target }, index: 2 })
    const named = Object.fromEntries(Object.entries(chosen?.header.mapping ?? {}).map(([field, column]) => [field, titles[column]]))
    expect(named).toMatchObject(expected)
  })

  it('gives each column one meaning', () => {
    const { mapping } = proposeMapping(['客户', '客户名称', '客户编码', '客户'], LISTS.receivables.fields)
    expect(new Set(Object.values(mapping)).size).toBe(Object.values(mapping).length)
  })

  it('is sought in the sheet that matches best, and not in hidden ones', () => {
    const lines = sheet([['发票号码', '购买方名称', '开票日期', '金额', '数量', '单价']], '明细')
    const invoices = sheet([['发票号码', '购买方名称', '购方识别号', '开票日期', '金额', '税额', '价税合计', '备注']], '发票')
    expect(chooseSheet([lines, invoices, { ...invoices, hidden: true, name: '旧' }], ALL_LISTS)?.sheet.name).toBe('发票')
  })

  it('is not found where no row names anything', () => expect(locate(file(sheet([['你好', '世界'], [1, 2]])), ALL_LISTS, {})).toBeNull())

  it('may be two lines with merged titles, and either of them may be pointed at', () => {
    const rows: Cell[][] = [
      ['应收明细表'], ['单据日期', '客户信息', null, '应收金额', null, '到期日'], [null, '编码', '名称', '原币', '余额', null], ['2026-01-01', 'C1', '甲', '10', '4', '2026-02-01'],
    ]
    const { place, list } = open(rows)
    expect(place.header).toMatchObject({ kind: { name: 'receivables' }, index: 2, row: { row: 3 } })
    expect(place.header.mapping).toMatchObject({ documentOn: 0, customerCode: 1, customerName: 2, amount: 3, open: 4, dueOn: 5 })
    expect(list.rows.map(({ row }) => row)).toEqual([4])
    for (const row of [2, 3]) expect(headerAt(sheet(rows), row, ALL_LISTS)).toMatchObject({ index: 2, mapping: place.header.mapping })
  })

  it('misses a column that nothing stands for', () => {
    const { problems } = open([['期初应收', null, '截止日期：2026-03-31'], ['单据编号', '单据日期', '客户名称', '到期日'], ['A', '2026-01-01', '甲', '2026-02-01']])
    expect(problems.list()).toEqual([{ row: null, column: '余额', code: 'MISSING_COLUMN', value: '', params: { field: 'open' } }])
  })

  it('stands above no rows', () => {
    expect(open([['单据编号', '单据日期', '客户名称', '金额']]).problems.list()).toMatchObject([{ row: null, code: 'NO_DATA_ROWS' }])
  })
})

describe('rows of receivables', () => {
  const opening = ['单据类型', '单据编号', '单据日期', '客户名称', '发票号', '摘要', '金额', '已收金额', '余额', '到期日']

  it('post what is open of an opening list and leave its subtotals out', () => {
    const read = receivables([
      ['期初应收余额表', null, '截止日期：2026-03-31'], opening,
      ['销售发票', 'X1', '2026-01-02', '甲', '00530841', '销售 合同HT2025-0364', 100, 40, 60, '2026-03-01'],
      [null, '小计', null, '甲', null, null, 100, 40, 60], opening, [null, '合计', null, null, null, null, 100, 40, 60], ['制表人：某人'],
    ], null)
    expect(read.startOn).toBe('2026-04-01')
    expect(countsOf(read.skipped)).toEqual({ summary: 2, repeatedHeader: 1, note: 1 })
    expect(read.rows).toMatchObject([{ row: 3, kind: 'opening', key: 'I:00530841', amount: 6000, total: 10000, sourceNumber: 'X1', contractNumber: 'HT2025-0364', dueOn: '2026-03-01' }])
  })

  const invoices = ['数电发票号码', '购买方名称', '开票日期', '金额', '税额', '价税合计', '发票状态', '是否正数发票', '备注']
  it('of the tax bureau leave out what is before the start and what is void, and count a red invoice once', () => {
    const read = receivables([
      invoices,
      ['26002000000000000001', '甲', '2026-03-31 10:00:00', 100, 13, 113, '正常', '是', null],
      ['26002000000000000002', '甲', '2026-04-01 10:00:00', 100, 13, 113, '已红冲-全额', '是', '合同号：HT2026-0001'],
      ['26002000000000000003', '甲', '2026-04-02 10:00:00', -100, -13, -113, '正常', '否', '被红冲蓝字数电票号码：26002000000000000002'],
      ['26002000000000000004', '甲', '2026-04-02 10:00:00', 100, 13, 113, '已作废', '是', null],
    ])
    expect(countsOf(read.skipped)).toEqual({ history: 1, void: 1 })
    expect(read.rows).toMatchObject([
      { kind: 'invoice', amount: 11300, contractNumber: 'HT2026-0001', corrects: '' },
      { kind: 'creditNote', amount: 11300, total: -11300, corrects: '26002000000000000002' },
    ])
  })

  it('that tell when they were settled are whole, with the day', () => {
    const read = receivables([
      ['customerID', 'invoiceNumber', 'InvoiceDate', 'DueDate', 'InvoiceAmount', 'Disputed', 'SettledDate'],
      ['K1', '611365', '1/2/2013', '2/1/2013', '55.94', 'No', '1/15/2013'], ['K1', '611366', '1/2/2013', '2/1/2013', '10', 'Yes', null],
    ], null)
    expect(read.rows).toMatchObject([{ documentOn: '2013-01-02', amount: 5594, settledOn: '2013-01-15', note: '' }, { amount: 1000, settledOn: null, note: 'Disputed' }])
  })

  it('that were settled in part give a receipt of that part, and before the start only the rest', () => {
    const titles = ['客户名称', '发票号', '开票日期', '金额', '收款日期', '收款金额']
    const read = receivables([
      titles, ['甲', '1', '2026-04-02', 100, '2026-05-01', 40], ['甲', '2', '2026-01-02', 100, '2026-02-01', 40], ['甲', '3', '2026-01-02', 100, '2026-02-01', 100], ['甲', '4', '2026-04-02', 100, '2026-05-01', 140],
    ])
    expect(read.rows).toMatchObject([
      { kind: 'invoice', amount: 10000, settled: 4000, settledOn: '2026-05-01' }, { kind: 'opening', amount: 6000, total: 10000, settled: 0, settledOn: null },
    ])
    expect(countsOf(read.skipped)).toEqual({ settled: 1 })
    expect(read.problems).toMatchObject([{ row: 5, column: '收款金额', code: 'AMOUNT_MISMATCH' }])
  })

  const problemRows: [what: string, cells: Cell[], expected: object][] = [
    ['a word for an amount', ['销售发票', 'A', '2026-04-02', '甲', '1', '', 10, 0, '待确认', '2026-05-01'], { column: '余额', code: 'NOT_A_NUMBER', value: '待确认' }],
    ['three decimals', ['销售发票', 'A', '2026-04-02', '甲', '1', '', 1234.567, 0, null, '2026-05-01'], { column: '金额', code: 'TOO_MANY_DECIMALS', value: '1234.567' }],
    ['a day that does not exist', ['销售发票', 'A', '2026-02-30', '甲', '1', '', 10, 0, 10, '2026-05-01'], { column: '单据日期', code: 'BAD_DATE' }],
    ['no day', ['销售发票', 'A', null, '甲', '1', '', 10, 0, 10, '2026-05-01'], { column: '单据日期', code: 'MISSING_VALUE' }],
    ['no amount', ['销售发票', 'A', '2026-04-02', '甲', '1', '', null, null, null, '2026-05-01'], { column: '余额', code: 'MISSING_VALUE' }],
    ['no customer', ['销售发票', 'A', '2026-04-02', null, '1', '', 10, 0, 10, '2026-05-01'], { column: '客户名称', code: 'MISSING_VALUE' }],
    ['amounts that do not add up', ['销售发票', 'A', '2026-04-02', '甲', '1', '', 10, 3, 8, '2026-05-01'], { column: '余额', code: 'AMOUNT_MISMATCH', params: { total: 1000, received: 300, open: 800 } }],
    ['a due day before the document', ['销售发票', 'A', '2026-04-02', '甲', '1', '', 10, 0, 10, '2026-04-01'], { column: '到期日', code: 'DUE_BEFORE_DOCUMENT' }],
    ['a name that is a formula', ['销售发票', 'A', '2026-04-02', '=cmd|x', '1', '', 10, 0, 10, '2026-05-01'], { column: '客户名称', code: 'UNSAFE_TEXT', value: '=cmd|x' }],
    ['a number whose digits are lost', ['销售发票', 'A', '2026-04-02', '甲', Number('25002000000003164906'), '', 10, 0, 10, '2026-05-01'], { column: '发票号', code: 'DIGITS_LOST' }],
    ['a formula without a result', ['销售发票', 'A', '2026-04-02', '甲', '1', '', { formula: 'B2*2' }, 0, null, '2026-05-01'], { column: '金额', code: 'FORMULA_WITHOUT_RESULT' }],
  ]
  it.each(problemRows)('with %s are named by row and column', (_, cells, expected) => {
    const read = receivables([opening, ['销售发票', 'B', '2026-04-02', '乙', '2', '', 10, 0, 10, '2026-05-01'], cells])
    expect(read.problems).toMatchObject([{ row: 3, ...expected }])
    expect(read.problems).toHaveLength(1)
  })

  it('of one number twice name the first row, and every further problem is counted too', () => {
    const row: Cell[] = ['销售发票', 'A', '2026-04-02', '甲', '7', '', 10, 0, 10, '2026-05-01']
    expect(receivables([opening, row, [...row], ['销售发票', 'B', '2026-13-02', '甲', '8', '', 'x', 0, 10, '2026-05-01']]).problems).toMatchObject([
      { row: 3, column: '发票号', code: 'DUPLICATE_IN_FILE', params: { firstRow: 2 } }, { row: 4, code: 'BAD_DATE' }, { row: 4, column: '金额', code: 'NOT_A_NUMBER' },
    ])
  })

  it('without a number are told apart by what they say and how often', () => {
    const read = receivables([['客户名称', '单据日期', '金额', '备注'], ['甲', '2026-04-02', 10, ''], ['甲', '2026-04-02', 10, ''], ['甲', '2026-04-02', 11, '']])
    expect(read.problems).toEqual([])
    expect(new Set(read.rows.map(({ key }) => key)).size).toBe(3)
  })

  it('count in the unit of the title or the header', () => {
    expect(receivables([['单位：万元'], ['客户名称', '单据日期', '金额'], ['甲', '2026-04-02', 1.5]]).rows).toMatchObject([{ amount: 1500000 }])
    expect(receivables([['客户名称', '单据日期', '金额（千元）'], ['甲', '2026-04-02', '1.5']]).rows).toMatchObject([{ amount: 150000 }])
  })
})

describe('rows of customers', () => {
  it('carry terms in the words of the office, and only the row that is not understood waits, with its word', () => {
    const { list, problems } = open([['编码', '名称', '账期'], ['C1', '甲', '票后60天'], ['C2', '乙', '票到后30天'], ['C3', '丙', '30%预付70%发货前'], ['C4', '丁', '验收后看情况'], ['C5', '戊', '次月25日'], ['C6', '己', 60], ['C7', '庚', '30天月结']])
    expect(readCustomers(list, problems, 'before').rows.map(({ code, terms: { trigger, monthEnd, months, days, last, text } }) => [code, trigger, monthEnd, months, days, last?.count ?? null, text])).toEqual([
      ['C1', 'invoiced', 'none', 0, 60, null, ''], ['C2', 'handedIn', 'none', 0, 30, null, ''], ['C3', 'ready', 'none', 0, 0, null, '30%预付70%发货前'], ['C5', 'invoiced', 'none', 1, 0, 25, ''],
      ['C6', 'invoiced', 'none', 0, 60, null, ''], ['C7', 'handedIn', 'before', 0, 30, null, ''],
    ])
    expect(problems.list()).toEqual([{ row: 5, column: '账期', code: 'BAD_TERMS', value: '验收后看情况', params: { word: '看情况' } }])
  })

  it.each([
    ['25', 25, true], ['25日', 25, true], ['每月25日前', 25, true], ['25号（含）', 25, true], ['25日前(不含当日)', 25, false], ['每月20号（不含）', 20, false], ['25日不含当天', 25, false], ['25.0', 25, true], ['月底', 31, true], ['无', null, true], ['—', null, true], ['/', null, true], ['', null, true], ['45', undefined, true], ['随时', undefined, true],
  ])('take invoices until %s', (text, date, counts) => {
    const { list, problems } = open([['编码', '名称', '开票截止日'], ['C1', '甲', text]])
    const [row] = readCustomers(list, problems).rows
    expect([row?.cutOffDate, row?.cutOffCounts ?? true, problems.list().map((problem) => problem.code)]).toEqual([date, counts, date === undefined ? ['BAD_DAY_OF_MONTH'] : []])
  })

  it.each(['', '-', '—', '/'])('take the usual terms where the cell is “%s”', (text) => {
    const { list, problems } = open([['编码', '名称', '账期'], ['C1', '甲', text], ['C2', '乙', '60天']])
    expect([readCustomers(list, problems).rows.map((row) => row.terms.days), problems.list()]).toEqual([[30, 60], []])
  })

  it('carry terms, limit and cut-off day', () => {
    const { list, problems } = open([['编码', '名称', '信用额度', '账期', '开票截止日'], ['C1', '甲公司', 500000, '月结30', 25], ['C2', '乙公司', null, '60天', null], ['C3', '丙公司', null, '也许', 40]])
    expect(readCustomers(list, problems).rows).toMatchObject([
      { code: 'C1', creditLimit: 50000000, terms: { trigger: 'handedIn', monthEnd: 'before', days: 30 }, cutOffDate: 25, cutOffCounts: true }, { code: 'C2', creditLimit: null, terms: { trigger: 'invoiced', monthEnd: 'none', days: 60 }, cutOffDate: null },
    ])
    expect(problems.list()).toMatchObject([{ row: 4, column: '账期', code: 'BAD_TERMS', value: '也许', params: { word: '也许' } }, { row: 4, column: '开票截止日', code: 'BAD_DAY_OF_MONTH' }])
  })
})

describe('rows of a bank statement', () => {
  it('are the money that came in, oldest first, interest left out', () => {
    const { list, problems } = open([
      ['交易时间', '借方发生额', '贷方发生额', '对方户名', '摘要', '交易流水号'],
      ['20260608 12:01:40', 100, 0, '供应商', '货款', '4'], ['20260608 09:14:01', 0, 300, '甲公司', '付HT2026-0001', '3'],
      ['20260607 16:00:00', 0, 5, null, '存款利息', '2'], ['20260605 08:00:00', 0, 200, '乙公司', null, '1'],
    ])
    const read = readReceipts(list, { currency: 'CNY' }, problems)
    expect(read).toMatchObject({ statement: true, skipped: { outgoing: { count: 1 }, interest: { count: 1 } } })
    expect(read.rows.map(({ row, amount, reference, time }) => ({ row, amount, reference, time }))).toEqual([
      { row: 5, amount: 20000, reference: '', time: '08:00:00' }, { row: 3, amount: 30000, reference: '付HT2026-0001', time: '09:14:01' },
    ])
  })
})
