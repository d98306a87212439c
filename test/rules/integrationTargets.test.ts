import { describe, expect, it } from 'vitest'
import type { Day } from '../../shared/day.ts'
import { readBalances, statedDay } from '../../shared/integration/balances.ts'
import { bucketsOf, dayInBucket } from '../../shared/integration/buckets.ts'
import { parseKind, parseStanding } from '../../shared/integration/kinds.ts'
import { findList } from '../../shared/integration/listKind.ts'
import { proveTotals } from '../../shared/integration/listTotals.ts'
import { isOwn } from '../../shared/integration/ownCompany.ts'
import { readReceivables, type ReceivableOptions } from '../../shared/integration/receivables.ts'
import type { Target } from '../../shared/integration/schemas.ts'
import { takeOut } from '../../shared/sheets/leaveOut.ts'
import { openPlace, proposedMapping } from '../../shared/sheets/locate.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { Cell, TableFile } from '../../shared/sheets/table.ts'

const file = (rows: Cell[][], name = 'S'): TableFile => ({ format: 'xlsx', encoding: 'utf-8', sheets: [{ name, hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }] })

const readSheets = (sheets: Cell[][][]) => readTable({ ...file([]), sheets: sheets.flatMap((rows, index) => file(rows, `${index + 1}月`).sheets) }, {})

const read = (rows: Cell[][], options: Reading = {}) => readTable(file(rows), options)

interface Reading extends Partial<ReceivableOptions> { fileName?: string; target?: Target; leaveOut?: number[] }

function readTable(table: TableFile, { fileName = '导出.xlsx', target, leaveOut = [], ...options }: Reading) {
  const found = findList(table, fileName, { target })
  if (!found.place) throw new Error('no list')
  const problems = new Problems()
  const list = openPlace(found.place, proposedMapping(found.place), { ownCurrency: 'CNY' }, problems)
  takeOut(list, found.place, leaveOut.map((row) => ({ row, reason: '重复登记' })), problems)
  const settings = { currency: 'CNY', ownCurrency: 'CNY', startOn: null, ...options }
  const made = found.place.kind.name === 'balances'
    ? readBalances(list, found.buckets, list.openingAsOf ?? statedDay(fileName), settings, problems) : readReceivables(list, settings, problems)
  proveTotals(list, ['open', 'gross', 'amount'], problems)
  return { ...made, target: found.place.kind.name, problems: problems.list() }
}

describe('the kind of a list', () => {
  const lists: [what: string, fileName: string, rows: Cell[][], expected: { target?: Target; other?: string; asked?: Target[] }][] = [
    ['收款单 of an ERP by its type', '列表.xls', [['单据日期', '单据类型', '单据编号', '客户', '币种', '原币金额', '本币金额'], ['2026-03-20', '收款单', 'SK1', '甲', '人民币', '1', '1']], { target: 'receipts' }],
    ['receipts by the name of the file', '三月回款登记.csv', [['日期', '客户', '金额', '备注'], ['2026-03-20', '甲', '1', '']], { target: 'receipts', asked: [] }],
    ['debts by the title', 'x.csv', [['应收明细表'], ['日期', '客户', '金额', '备注'], ['2026-03-20', '甲', '1', '']], { target: 'receivables', asked: [] }],
    ['neither by any word', 'x.csv', [['日期', '客户', '金额', '备注'], ['2026-03-20', '甲', '1', '']], { asked: ['receivables', 'receipts'] }],
    ['balances by what it lacks', '往来.xlsx', [['往来单位编码', '往来单位名称', '期末余额'], ['C1', '甲', '5']], { target: 'balances' }],
    ['an aged list', 'ar.xlsx', [['Customer', 'Current', '1 - 30', '31 - 60', '61 - 90', '> 90', 'Total'], ['ACME', '1', '2', '0', '0', '0', '3']], { target: 'balances' }],
    ['customers with what they owe beside', '客户档案.xlsx', [['编码', '名称', '税号', '联系人', '电话', '地址', '期末余额'], ['C1', '甲', 'T', '张', '1', 'x', '5']], { target: 'customers' }],
    ['what is owed to suppliers', '应付账款明细.xlsx', [['单据日期', '供应商', '发票号码', '金额', '到期日'], ['2026-03-20', '某厂', '1', '1', '2026-04-20']], { other: 'payables' }],
    ['invoices that were received', '全量发票导出-取得发票.xlsx', [['数电发票号码', '销方名称', '购买方名称', '开票日期', '价税合计'], ['1', '某厂', '甲', '2026-03-20', '1']], { other: 'payables' }],
    ['purchases of a company that the ledger does not know', '发票.xlsx', [['发票号码', '销方名称', '购买方名称', '开票日期', '价税合计'], ['1', '某厂', '甲公司', '2026-03-20', '1'], ['2', '另一厂', '甲公司', '2026-03-21', '1']], { other: 'payables' }],
    ['orders', '销售订单列表.xls', [['订单日期', '订单编号', '客户名称', '价税合计'], ['2026-03-20', 'XD1', '甲', '1']], { other: 'orders' }],
    ['a bank book', '银行存款日记账.xlsx', [['日期', '凭证号', '摘要', '对方单位', '借方金额', '贷方金额', '余额'], ['2026-03-20', '记1', '收货款', '甲', '1', '', '1']], { other: 'bankJournal' }],
  ]
  it.each(lists)('%s', (_, fileName, rows, { target, other, asked }) => {
    const found = findList(file(rows), fileName, {})
    if (target) expect(found.place?.kind.name).toBe(target)
    expect(found.other).toBe(other ?? null)
    if (asked) expect(found.asked).toEqual(asked)
  })

  it.each([
    ['other money', ['客户', '单据日期', '单据号', '应收金额'], ['客户', '收款日期', '收款单号', '收款金额']], ['other names of the sheets', ['客户', '日期', '单号', '金额'], ['客户', '日期', '单号', '金额']],
  ])('is that of one sheet where another one has %s', (_, debts, money) => {
    const sheet = (name: string, titles: string[]): TableFile['sheets'][number] => ({ name, hidden: false, rows: [{ row: 1, cells: titles }, { row: 2, cells: ['甲', '2026-03-01', '1', 5] }] })
    const found = findList({ ...file([]), sheets: [sheet('应收明细', debts), sheet('收款明细', money)] }, 'x.xlsx', {})
    expect(found.place?.parts).toHaveLength(1)
    expect(found.place?.unread).toHaveLength(1)
  })

  it('is taken as somebody said it', () => {
    expect(findList(file([['日期', '客户', '金额'], ['2026-03-20', '甲', '1']]), 'x.csv', { target: 'receipts' })).toMatchObject({ asked: [], place: { kind: { name: 'receipts' } } })
  })
})

describe('a word of a row', () => {
  it.each([['收款单', 'receipt'], ['应收收款', 'invoice'], ['销售收款单', 'receipt'], ['Payment', 'receipt'], ['Bill', 'purchase'], ['Bill Payment', 'purchase'], ['采购发票', 'purchase'], ['Sales invoice', 'invoice'],
    ['Credit Memo', 'creditNote'], ['收款退款单', 'refund'], ['销售订单', 'order'], ['Estimate', 'order'], ['销售普通发票', 'invoice'], ['', null]])('%s is %s', (text, kind) => expect(parseKind(text)).toBe(kind))

  it.each([
    ['作废', '发票状态', 'void'], ['已作废', '状态', 'void'], ['未作废', '状态', null], ['Cancelled', 'Status', 'void'], ['Voided', 'Status', 'void'], ['是', '是否作废', 'void'], ['否', '是否作废', null],
    ['已结清', '状态', 'settled'], ['未结清', '状态', null], ['全部核销', '核销状态', 'settled'], ['部分核销', '核销状态', 'partly'], ['未核销', '核销状态', null], ['Paid', 'Status', 'settled'], ['Unpaid', 'Status', null],
    ['Partially Paid', 'Payment Status', 'partly'], ['是', '是否结清', 'settled'], ['Draft', 'Status', 'draft'], ['暂存', '单据状态', 'draft'], ['未审核', '单据状态', 'draft'], ['已审核', '单据状态', null], ['审核中', '单据状态', 'draft'],
    ['正常', '发票状态', null], ['已红冲-全额', '发票状态', null], ['已红冲-部分', '发票状态', null], ['Overdue', 'Status', null], ['Awaiting Payment', 'Status', null], ['Awaiting Approval', 'Status', 'draft'],
  ])('%s under %s says %s', (text, title, standing) => expect(parseStanding(text, title)).toBe(standing))
})

describe('a customer ledger', () => {
  const head: Cell[] = ['客户', '日期', '凭证字号', '摘要', '借方', '贷方', '方向', '余额']
  it('makes debts of its debits and money of its credits, and its balance belongs to no row', () => {
    const made = read([
      ['应收账款明细账'], head,
      ['甲', '2026-01-01', null, '上年结转', null, null, '借', '500'], ['甲', '2026-01-10', '转1', '销售', '1000', null, '借', '1500'], ['甲', '2026-01-20', '收3', '收货款', null, '700', '借', '800'],
      ['甲', '2026-01-31', null, '本月合计', '1000', '700', '借', '800'], ['甲', '2026-01-31', null, '本年累计', '1000', '700', '借', '800'],
      ['乙', '2026-01-05', '转2', '销售', '300', null, '借', '300'], ['乙', '2026-01-09', '转7', '退货红字', null, '50', '借', '250'],
    ])
    expect(made.problems).toEqual([])
    expect(made.rows).toMatchObject([
      { row: 4, kind: 'invoice', amount: 100000 }, { row: 8, kind: 'invoice', amount: 30000 }, { row: 9, kind: 'creditNote', amount: 5000 }, { row: 4, kind: 'opening', amount: 50000, documentOn: '2026-01-09' },
    ])
    expect(made.receipts).toMatchObject([{ row: 5, amount: 70000, receivedOn: '2026-01-20' }])
    expect(made.skipped['summary']?.count).toBe(3)
  })

  it('that reaches back before the first day of ours brings its balance of that day forward, once', () => {
    const rows: Cell[][] = [['应收账款明细账'], ['客户', '日期', '摘要', '借方', '贷方', '余额'], ['甲', '2026-01-10', '销售', '1000', null, '1200'], ['甲', '2026-03-20', '收款', null, '700', '500'], ['甲', '2026-04-02', '销售', '10', null, '510'], ['乙', '2026-01-10', '销售', '80', null, '80']]
    expect(read(rows, { startOn: '2026-04-01' as Day }).rows).toMatchObject([
      { row: 5, kind: 'invoice', amount: 1000 }, { kind: 'opening', documentOn: '2026-04-01', amount: 50000 }, { kind: 'opening', documentOn: '2026-03-31', amount: 8000 },
    ])
  })

  it('is refused where its balance does not run on, and where it runs as a bank keeps it', () => {
    const rows: Cell[][] = [['应收账款明细账'], ['客户', '日期', '摘要', '借方', '贷方', '余额'], ['甲', '2026-01-10', '销售', '1000', null, '1000'], ['甲', '2026-01-20', '收款', null, '700', '350'], ['甲', '2026-01-21', '销售', '1', null, '351']]
    expect(read(rows).problems).toMatchObject([{ row: 4, column: '余额', code: 'BALANCE_UNPROVEN', params: { expected: 30000 } }])
    const bank: Cell[][] = [rows[1]!, ['甲', '2026-01-10', '货款', null, '1000', '1000'], ['甲', '2026-01-20', '付', '700', null, '300'], ['甲', '2026-01-21', '货款', null, '1', '301']]
    expect(read(bank, { target: 'receivables' }).problems).toMatchObject([{ row: null, code: 'BANK_SIDES' }])
  })

  it('is a list of documents where each balance is its row’s own', () => {
    const made = read([['客户', '单据日期', '发票号', '借方金额', '贷方金额', '余额'], ['甲', '2026-01-10', 'F1', '1000', '400', '600'], ['甲', '2026-01-20', 'F2', '300', null, '300']])
    expect(made).toMatchObject({ problems: [], receipts: [], rows: [{ amount: 60000, total: 100000 }, { amount: 30000 }] })
  })
})

describe('balances with a side', () => {
  it('are a debt on the debit side and the customer’s credit on the other', () => {
    expect(read([['应收期初余额', '截止日期：2026-03-31'], ['客户名称', '单据日期', '单据编号', '方向', '余额'], ['甲', '2026-03-01', 'Q1', '借', '1,000.00'], ['乙', '2026-03-02', 'Q2', '贷', '5,000.00'], ['丙', '2026-03-02', 'Q3', '平', '0']]).rows)
      .toMatchObject([{ kind: 'opening', amount: 100000 }, { kind: 'creditNote', amount: 500000, total: -500000 }])
    expect(read([['客户名称', '单据日期', '借方余额', '贷方余额'], ['甲', '2026-03-01', '20', null], ['乙', '2026-03-02', null, '30']], { startOn: '2026-04-01' as Day }).rows)
      .toMatchObject([{ kind: 'opening', amount: 2000 }, { kind: 'creditNote', amount: 3000 }])
  })
  it('whose side nobody knows are refused', () => {
    expect(read([['客户名称', '单据日期', '单据编号', '方向', '余额'], ['甲', '2026-03-01', 'Q1', '左', '1']]).problems).toMatchObject([{ row: 2, column: '方向', code: 'BAD_DIRECTION' }])
  })
})

describe('balances by customer', () => {
  it('open a ledger on the day of the list, proved by movements and total', () => {
    const rows = (end: string, total: string): Cell[][] => [
      ['应收款汇总表'], ['截止日期：2026-05-31'], ['往来单位编码', '往来单位名称', '期初余额', '本期应收', '本期收款', '本期冲销额', '期末余额'],
      ['C1', '甲', '100', '50', '30', '0', end], ['C2', '乙', '0', '0', '25', '0', '-25'], ['合计', null, '100', '50', '55', '0', total],
    ]
    expect(read(rows('120', '95'))).toMatchObject({ target: 'balances', problems: [], startOn: '2026-06-01', rows: [{ kind: 'opening', documentOn: '2026-05-31', amount: 12000 }, { kind: 'creditNote', amount: 2500 }] })
    expect(read(rows('121', '96')).problems).toMatchObject([{ row: 4, column: '期末余额', code: 'MOVEMENT_DIFFERS', params: { expected: 12000 } }])
    expect(read(rows('120', '94')).problems).toMatchObject([{ row: 6, column: '期末余额', code: 'TOTAL_DIFFERS', params: { total: 9400, lines: 9500 } }])
  })

  it('by age are one item a bucket, each with its day inside of it', () => {
    const made = read([['账龄分析表'], ['客户', '期末余额', '30天以内', '31-60天', '61-90天', '90天以上'], ['甲', '100', '40', '30', '0', '30'], ['总计', '100', '40', '30', '0', '30']], { fileName: '账龄2026-03-31.xlsx' })
    expect(made.problems).toEqual([])
    expect(made.rows.map(({ documentOn, dueOn, amount }) => ({ documentOn, dueOn, amount }))).toEqual([
      { documentOn: '2026-03-31', dueOn: null, amount: 4000 }, { documentOn: '2026-02-28', dueOn: null, amount: 3000 }, { documentOn: '2025-12-30', dueOn: null, amount: 3000 },
    ])
    expect(read([['客户', '合计', '1年以内', '1-2年'], ['甲', '100', '40', '61']], { fileName: '账龄2026-03.xlsx' }).problems).toMatchObject([{ row: 2, code: 'BUCKETS_DIFFER', params: { total: 10000, lines: 10100 } }])
  })

  it('by age may name the ages in a second line, and the customers under no title', () => {
    const two = read([['应收账款账龄分析表'], ['客户编码', '客户名称', '期末余额', '账龄', null, null], [null, null, null, '1年以内', '1-2年', '3年以上'], ['C1', '甲', 100, 60, 30, 10], ['合计', null, 100, 60, 30, 10]], { fileName: '账龄202603.xlsx' })
    expect(two).toMatchObject({ target: 'balances', problems: [], rows: [{ amount: 6000, documentOn: '2026-03-31' }, { amount: 3000, documentOn: '2025-03-30' }, { amount: 1000, documentOn: '2023-03-30' }] })
    const english = read([['A/R Aging Summary'], [null, 'Current', '1 - 30', '31 - 60', '91 and over', 'Total'], ['ACME', '100.00', '50.00', null, '20.00', '170.00'], ['TOTAL', '100.00', '50.00', '0.00', '20.00', '170.00']], { fileName: 'aging 2026-03-31.csv' })
    expect(english).toMatchObject({ target: 'balances', problems: [], rows: [{ amount: 10000, documentOn: '2026-03-31' }, { amount: 5000, dueOn: '2026-03-30' }, { amount: 2000, dueOn: '2025-12-30' }] })
  })

  it('whose day nobody says are asked for it', () => expect(read([['客户', '期末余额'], ['甲', '1']]).problems).toMatchObject([{ row: null, code: 'AS_OF_MISSING' }]))

  it.each([['截至2026-03-31', '2026-03-31'], ['2026年2月客户余额', '2026-02-28'], ['会计期间：2026年第3期', '2026-03-31'], ['AR_202604', '2026-04-30'], ['20260415', '2026-04-15'], ['2026-01-01 至 2026-03-31', '2026-03-31'], ['余额表', null]])(
    'of %s are of %s', (text, expected) => expect(statedDay(text)).toBe(expected))

  it.each([
    ['1-30', '2026-03-30'], ['31-60天', '2026-02-28'], ['30天以内', '2026-03-31'], ['>90', '2025-12-30'], ['1年以内', '2026-03-31'], ['1-2年', '2025-03-30'], ['3年以上', '2023-03-30'], ['三个月以上', '2025-12-30'], ['91 and over', '2025-12-30'], ['90+', '2025-12-30'],
  ])('under %s begin at the latest on %s', (title, expected) => {
    const [bucket] = bucketsOf([title, '4-5年'], '')?.columns ?? []
    expect(bucket && dayInBucket(bucket, '2026-03-31' as Day, false)).toBe(expected)
  })
})

describe('a document of several lines', () => {
  const head: Cell[] = ['开票日期', '发票号', '客户名称', '存货名称', '数量', '无税金额', '税额', '价税合计']
  it('adds up, with its head on each row or on the first one only', () => {
    const each = read([head, ['2026-03-02', 'X1', '甲', '轴承', 1, '100', '13', '113'], ['2026-03-02', 'X1', '甲', '齿轮', 1, '200', '26', '226'], ['2026-03-03', 'X2', '乙', '轴承', 1, '10', '1.3', '11.3'], ['合计', null, null, null, 3, '310', '40.3', '350.3']])
    expect(each).toMatchObject({ problems: [], rows: [{ row: 2, rows: [2, 3], amount: 33900 }, { amount: 1130 }] })
    const first = read([head, ['2026-03-02', 'X1', '甲', '轴承', 1, '100', '13', '113'], [null, null, null, '齿轮', 1, '200', '26', '226'], ['2026-03-03', 'X2', '乙', '轴承', 1, '10', '1.3', '11.3']])
    expect(first).toMatchObject({ problems: [], rows: [{ amount: 33900 }, { amount: 1130 }] })
  })
  it('is what its head says where that stands on each row, and the lines must make it', () => {
    const titles: Cell[] = ['InvoiceNumber', 'ContactName', 'InvoiceDate', 'DueDate', 'Total', 'TaxTotal', 'Quantity', 'UnitAmount', 'LineAmount']
    const rows = (line: string): Cell[][] => [titles, ['I1', 'ACME', '2026-03-02', '2026-04-01', '150', '0', '1', '100', '100'], ['I1', 'ACME', '2026-03-02', '2026-04-01', '150', '0', '1', line, line]]
    expect(read(rows('50'))).toMatchObject({ problems: [], rows: [{ amount: 15000 }] })
    expect(read(rows('60')).problems).toMatchObject([{ row: 2, code: expect.stringMatching(/^LINES_/) as string }])
  })
  it('is a problem where its rows contradict each other, or nothing tells lines from totals', () => {
    expect(read([head, ['2026-03-02', 'X1', '甲', '轴承', 1, '100', '13', '113'], ['2026-03-04', 'X1', '甲', '齿轮', 1, '200', '26', '226']]).problems).toMatchObject([{ row: 3, column: '开票日期', code: 'DIFFERS_IN_FILE' }])
    expect(read([['开票日期', '发票号', '客户', '品名', '价税合计'], ['2026-03-02', 'X1', '甲', '轴承', '113'], ['2026-03-02', 'X1', '甲', '齿轮', '113']]).problems).toMatchObject([{ row: 2, code: 'LINES_UNCLEAR' }])
  })
})

describe('a report of QuickBooks', () => {
  it('names the customer above its documents, and holds payments that are still open among them', () => {
    const made = read([
      ['Customer Balance Detail'], ['All Dates'], [null, 'Date', 'Transaction type', 'Num', 'Due date', 'Amount', 'Open balance', 'Balance'],
      ['ACME Ltd'], [null, '2026-04-01', 'Invoice', '1001', '2026-05-01', '1,000.00', '600.00', '600.00'], [null, '2026-04-20', 'Payment', '77', '2026-04-20', '-500.00', '-100.00', '500.00'], ['Total for ACME Ltd', null, null, null, null, null, '500.00', null],
      ['Bolt Inc'], [null, '2026-04-02', 'Invoice', '1002', '2026-05-02', '50.00', '50.00', '50.00'], [null, '2026-04-09', 'Credit Memo', '1003', '2026-04-09', '-20.00', '-20.00', '30.00'], ['Total for Bolt Inc', null, null, null, null, null, '30.00', null],
      ['TOTAL', null, null, null, null, null, '530.00', null],
    ])
    expect(made.problems).toEqual([])
    expect(made.rows.map(({ party, kind, amount, dueOn }) => [party.name, kind, amount, dueOn])).toEqual([['ACME Ltd', 'invoice', 60000, '2026-05-01'], ['Bolt Inc', 'invoice', 5000, '2026-05-02'], ['Bolt Inc', 'creditNote', 2000, '2026-04-09']])
    expect(made.receipts).toMatchObject([{ party: { name: 'ACME Ltd' }, amount: 10000, receivedOn: '2026-04-20' }])
  })
})

describe('the parties of an invoice', () => {
  const own = { name: '云州甲机械有限公司', taxNumber: '91X' }
  const head: Cell[] = ['数电发票号码', '销方识别号', '销方名称', '购方识别号', '购买方名称', '开票日期', '价税合计']
  it.each([
    ['our sale', ['1', '91X', '云州甲机械有限公司', '91B', '乙', '2026-03-02', '10'], 1, []], ['our purchase', ['1', '91C', '丙厂', '91x', '云州甲机械有限公司', '2026-03-02', '10'], 0, ['OWN_PURCHASES']],
    ['a sale of somebody else', ['1', '91C', '丙厂', '91B', '乙', '2026-03-02', '10'], 0, ['FOREIGN_SELLER']],
  ] as [string, Cell[], number, string[]][])('%s', (_, row, count, codes) => {
    const made = read([head, row], { own })
    expect(made.rows).toHaveLength(count)
    expect(made.problems.map(({ code }) => code)).toEqual(codes)
  })
  it('that bought among those that sold is left out with its sum', () => {
    const made = read([head, ['1', '91X', '云州甲机械有限公司', '91B', '乙', '2026-03-02', '10'], ['2', '91C', '丙厂', '91X', '云州甲机械有限公司', '2026-03-02', '7']], { own })
    expect(made.rows).toHaveLength(1)
    expect(made.skipped['purchase']).toMatchObject({ count: 1, sums: [{ field: 'gross', amount: 700 }] })
  })
})

describe('amounts with tax', () => {
  const rows: [what: string, titles: string[], cells: Cell[], expected: number | string][] = [
    ['net and tax', ['不含税金额', '税额'], ['1000', '130'], 113000], ['gross alone', ['价税合计'], ['1130'], 113000], ['all three', ['金额', '税额', '价税合计'], ['1000', '130', '1130'], 113000],
    ['three that do not fit', ['金额', '税额', '价税合计'], ['1000', '130', '1131'], 'NET_TAX_DIFFER'], ['an amount with its tax in it', ['金额', '税额'], ['113', '13'], 11300], ['an amount without its tax', ['金额', '税额'], ['100', '13'], 11300],
    ['no tax by law', ['金额', '税额', '价税合计'], ['100', '***', '100'], 10000], ['net alone', ['不含税金额'], ['1000'], 'NET_ONLY'],
  ]
  it.each(rows)('%s', (_, titles, cells, expected) => {
    const made = read([['开票日期', '发票号码', '购方名称', ...titles], ['2026-03-01', 'N1', '甲', ...cells]])
    expect(typeof expected === 'number' ? made.rows[0]?.amount : made.problems[0]?.code).toBe(expected)
  })
})

describe('documents that are no debt', () => {
  it('are left out by what they are, with their sums', () => {
    const made = read([['开票日期', '发票号码', '客户', '价税合计', '未收金额', '状态'], ['2026-03-01', '1', '甲', '10', '10', '正常'], ['2026-03-01', '2', '甲', '20', '20', '作废'], ['2026-03-01', '3', '甲', '30', '0', '已结清'], ['2026-03-01', '4', '甲', '40', '40', '草稿']])
    expect(made.rows).toHaveLength(1)
    expect(made.skipped).toMatchObject({ void: { count: 1, sums: [{ field: 'gross', amount: 2000 }, {}] }, settled: { count: 1 }, draft: { count: 1 } })
    expect(read([['开票日期', '发票号码', '客户', '价税合计', '未收金额', '状态'], ['2026-03-01', '3', '甲', '30', '5', '已结清']]).problems).toMatchObject([{ code: 'SETTLED_BUT_OPEN' }])
    expect(read([['开票日期', '发票号码', '客户', '价税合计', '收款状态'], ['2026-03-01', '3', '甲', '30', '部分收款']]).problems).toMatchObject([{ code: 'PARTLY_WITHOUT_OPEN' }])
  })
})

describe('currencies of documents', () => {
  it('are those of the document, and 本位币 beside them is not its amount', () => {
    expect(read([['客户', '单据日期', '发票号', '币种', '原币金额', '本位币金额'], ['A', '2026-03-01', '1', 'USD', '100', '720'], ['B', '2026-03-01', '2', '人民币', '50', '50']]).rows).toMatchObject([{ amount: 10000, currency: 'USD' }, { amount: 5000, currency: 'CNY' }])
    expect(read([['客户', '单据日期', '发票号', '币种', '本位币金额'], ['A', '2026-03-01', '1', 'USD', '720']]).rows).toMatchObject([{ amount: 72000, currency: 'CNY' }])
  })
})

describe('amounts that a workbook holds as numbers', () => {
  const ledger = (amounts: readonly [Cell, Cell, Cell][]): Cell[][] =>
    [['客户', '日期', '凭证字号', '摘要', '借方', '贷方', '余额'], ...amounts.map((each, index): Cell[] => ['甲', `2026-03-0${index + 1}`, `记${index + 1}`, '', ...each])]
  it('prove what the same texts prove', () => {
    const numbers: [Cell, Cell, Cell][] = [[100.5, null, 100.5], [200.25, null, 300.75], [null, 50.5, 250.25]]
    const texts = numbers.map((row) => row.map((cell) => (cell === null ? '' : String(cell))) as [Cell, Cell, Cell])
    expect(read(ledger(numbers))).toMatchObject({ problems: [], rows: [{ amount: 10050 }, { amount: 20025 }], receipts: [{ amount: 5050 }] })
    expect(read(ledger(numbers)).rows).toEqual(read(ledger(texts)).rows)
  })
  it('are proved by the total below them', () => {
    const list = (total: Cell): Cell[][] => [['客户', '单据日期', '单据编号', '金额'], ['甲', '2026-03-01', 'A1', 333.33], ['甲', '2026-03-02', 'A2', 666.67], ['合计', null, null, total]]
    expect(read(list(1000), { target: 'receivables' }).problems).toEqual([])
    expect(read(list(1000.5), { target: 'receivables' }).problems).toMatchObject([{ row: 4, code: 'TOTAL_DIFFERS' }])
  })
  it('tell lines from totals, and 金额 with its tax from 金额 without', () => {
    const head: Cell[] = ['客户', '单据日期', '发票号码', '金额', '税额']
    expect(read([head, ['甲', '2026-03-01', '1', 1130.5, 130.06]]).rows).toMatchObject([{ amount: 113050 }])
    expect(read([head, ['甲', '2026-03-01', '1', 1000.5, 130.07]]).rows).toMatchObject([{ amount: 113057 }])
  })
  it('tell the lines of a document from its total by quantity times price', () => {
    const head: Cell[] = ['开票日期', '发票号', '客户名称', '品名', '数量', '单价', '价税合计']
    expect(read([head, ['2026-03-02', 'X1', '甲', '轴承', 2.5, 40.1234, 100.31], ['2026-03-02', 'X1', '甲', '齿轮', 2.5, 40.1234, 100.31]])).toMatchObject({ problems: [], rows: [{ amount: 20062 }] })
    expect(read([head, ['2026-03-02', 'X1', '甲', '轴承', 1.5, 40, 100.25], ['2026-03-02', 'X1', '甲', '齿轮', 0.5, 80.5, 100.25]])).toMatchObject({ problems: [], rows: [{ amount: 10025 }] })
  })
  it('count by the sign before their decimals and by their unit', () => {
    const cells = (rows: readonly string[][]): Cell[][] => [['客户', '日期', '凭证字号', '摘要', '借方', '贷方', '余额'], ...rows.map((row): Cell[] => row)]
    expect(read(cells([['甲', '2026-03-01', '记1', '', '1.000,50', '', '1.000,50'], ['甲', '2026-03-02', '记2', '', '', '200,25', '800,25']])))
      .toMatchObject({ problems: [], rows: [{ amount: 100050 }], receipts: [{ amount: 20025 }] })
  })
})

describe('a row that somebody leaves out', () => {
  const list = (total: string): Cell[][] => [['客户', '单据日期', '单据编号', '金额'], ['甲', '2026-03-01', 'A1', '10'], ['甲', '2026-03-01', 'A2', '10'], ['合计', null, null, total]]
  it.each([['knows it', '20', []], ['does not', '10', []], ['fits neither way', '15', ['TOTAL_DIFFERS']]])('is held against a total that %s', (_, total, codes) => {
    const made = read(list(total), { target: 'receivables', leaveOut: [3] })
    expect(made.problems.map(({ code }) => code)).toEqual(codes)
    expect(made.rows).toMatchObject([{ row: 2, amount: 1000 }])
    expect(made.skipped['leftOut']).toMatchObject({ count: 1, sums: [{ amount: 1000 }] })
  })
  it.each([['knows it', '30', '80'], ['does not', '20', '70']])('is held against a running balance that %s', (_, second, last) => {
    const rows: Cell[][] = [['客户', '日期', '凭证字号', '借方', '贷方', '余额'], ['甲', '2026-03-01', '1', '20', null, '20'], ['甲', '2026-03-02', '2', '10', null, second], ['甲', '2026-03-03', '3', '50', null, last]]
    expect(read(rows, { leaveOut: [3] })).toMatchObject({ problems: [], rows: [{ amount: 2000 }, { amount: 5000 }] })
  })
})

describe('a total', () => {
  const head: Cell[] = ['客户', '单据日期', '单据编号', '单据状态', '金额']
  it.each([['with the void documents', '30'], ['without them', '20']])('may count %s', (_, total) => {
    expect(read([head, ['甲', '2026-03-01', 'A1', '已审核', '20'], ['甲', '2026-03-01', 'A2', '已作废', '10'], ['合计', null, null, null, total]], { target: 'receivables' }).problems).toEqual([])
  })
  it('may count its own sheet of several, or all of them', () => {
    const [first, second]: [Cell[], Cell[]] = [['甲', '2026-03-01', 'A1', '已审核', '20'], ['甲', '2026-04-01', 'A2', '已审核', '30']]
    const codes = (total: string): string[] => readSheets([[head, first], [head, second, ['合计', null, null, null, total]]]).problems.map(({ code }) => code)
    expect([codes('30'), codes('50'), codes('40')]).toEqual([[], [], ['TOTAL_DIFFERS']])
  })
})

describe('the own company', () => {
  it.each([['云州甲机械有限公司', '云州甲机械有限公司', true], ['云州甲机械有限公司', '乙厂', false], ['新账套', '乙厂', null], ['新账套', '新账套', null]])('of the ledger %s is the party %s: %s', (name, party, own) => {
    expect(isOwn({ name, taxNumber: '' }, { name: party, taxNumber: '' })).toBe(own)
  })
})

describe('the day of an age bucket that begins with 0', () => {
  it.each([['days', false, '2026-03-31'], ['days', true, '2026-03-30'], ['months', false, '2026-03-31'], ['months', true, '2026-03-30']] as const)('in %s, counted from the due day %s: %s', (unit, byDueDay, day) => {
    expect(dayInBucket({ column: 0, title: '', from: { count: 0, unit } }, '2026-03-31' as Day, byDueDay)).toBe(day)
  })
})
