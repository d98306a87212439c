import { describe, expect, it } from 'vitest'
import { ALL_LISTS, LISTS } from '../../shared/integration/fields.ts'
import { readReceivables } from '../../shared/integration/receivables.ts'
import { decimalOfColumn, parseMoney, readMoney, type CellMoney } from '../../shared/sheets/amounts.ts'
import { agreedCurrency, currencyOfHeader, currencyOfTitles } from '../../shared/sheets/currencies.ts'
import { locate, openPlace, proposedMapping } from '../../shared/sheets/locate.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { Cell, Sheet, TableFile } from '../../shared/sheets/table.ts'

const sheetOf = (name: string, rows: Cell[][], more: Partial<Sheet> = {}): Sheet => ({ name, hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })), ...more })
const fileOf = (...sheets: Sheet[]): TableFile => ({ format: 'xlsx', encoding: 'utf-8', sheets })

function receivables(...sheets: Sheet[]) {
  const place = locate(fileOf(...sheets), [LISTS.receivables], {})!
  const problems = new Problems()
  const list = openPlace(place, proposedMapping(place), {}, problems)
  const read = readReceivables(list, { currency: 'CNY', startOn: null }, problems)
  return { ...read, place, hidden: list.hidden.all(), problems: problems.list() }
}

describe('the money of a cell: nothing that stands beside the figure is dropped', () => {
  const plain = (amount: number): CellMoney => ({ amount: amount as CellMoney['amount'], currency: null, side: null })
  const cells: [cell: Cell, expected: CellMoney | string | null][] = [
    ['1234.56', plain(123456)], ['1,234.56', plain(123456)], ["1'234.56", plain(123456)], ['1 234.56', plain(123456)], ['1\u00a0234.56', plain(123456)], ['+58600.00', plain(5860000)], [500, plain(50000)],
    ['-300.00', plain(-30000)], ['−300', plain(-30000)], ['500.00-', plain(-50000)], ['(500.00)', plain(-50000)], ['（500.00）', plain(-50000)], ['１，２３４．５０', plain(123450)],
    ['1,2,3,4', 'NOT_A_NUMBER'], ['12,34.50', 'NOT_A_NUMBER'], ['1,234,5.00', 'NOT_A_NUMBER'], ['1234,567.00', 'NOT_A_NUMBER'], ["1,234'567.00", 'NOT_A_NUMBER'], ['12,5', 'NOT_A_NUMBER'], ['1234,56', 'NOT_A_NUMBER'],
    ['0.005', 'TOO_MANY_DECIMALS'], ['(500.00', 'NOT_A_NUMBER'], ['500.00)', 'NOT_A_NUMBER'], ['1e5', 'NOT_A_NUMBER'], ['2026-11-02', 'NOT_A_NUMBER'], ['待定', 'NOT_A_NUMBER'], ['12 元/件', 'NOT_A_NUMBER'], ['', null], ['-', null], ['/', null], [null, null],
    ['USD 1,000.00', { ...plain(100000), currency: 'USD' }], ['1,000.00 USD', { ...plain(100000), currency: 'USD' }], ['US$1,000', { ...plain(100000), currency: 'USD' }], ['€500.00', { ...plain(50000), currency: 'EUR' }],
    ['HK$1,000.00', { ...plain(100000), currency: 'HKD' }], ['$700.00', { ...plain(70000), currency: '$' }], ['￥800.00', { ...plain(80000), currency: '¥' }], ['人民币500元', { ...plain(50000), currency: 'CNY' }], ['500美元', { ...plain(50000), currency: 'USD' }],
    ['-US$5.00', { ...plain(-500), currency: 'USD' }], ['(EUR 5.00)', { ...plain(-500), currency: 'EUR' }], ['USD $5', { ...plain(500), currency: 'USD' }], ['USD €5', 'NOT_A_NUMBER'], ['XYZ 5', 'NOT_A_NUMBER'],
    ['1,500.00 CR', { ...plain(150000), side: 'credit' }], ['500.00 DR', { ...plain(50000), side: 'debit' }], ['500.00Dr.', { ...plain(50000), side: 'debit' }], ['贷 500.00', { ...plain(50000), side: 'credit' }], ['500.00 借', { ...plain(50000), side: 'debit' }],
    ['收 500.00', { ...plain(50000), side: 'in' }], ['500.00付', { ...plain(50000), side: 'out' }], ['12.5万', plain(12500000)], ['1,234.5678万元', plain(1234567800)], ['3亿', plain(30000000000)], ['500元整', plain(50000)],
  ]
  it.each(cells)('%j', (cell, expected) => expect(readMoney(cell)).toEqual(expected))

  it.each<[string, Cell, number | string]>([
    ['1.234,56 beside certain commas', '1.234,56', 123456], ['12,5', '12,5', 1250], ['thousands with points', '1.234', 123400], ['a point that parts no thousands', '12.50', 'NOT_A_NUMBER'], ['three decimals', '1,234', 'NOT_A_NUMBER'], ['a whole number', '1234', 123400],
  ])('in a column of decimal commas: %s', (_, cell, expected) => {
    const found = readMoney(cell, 1, ',')
    expect(typeof found === 'object' ? found?.amount : found).toBe(expected)
  })
  it('of a column that shows neither sign is not guessed where both readings are whole', () => {
    expect(readMoney('1.500', 1, null)).toBe('AMBIGUOUS_AMOUNT')
    expect(readMoney('1,500', 1, null)).toEqual(plain(150000))
    expect(readMoney('1.500', 10_000, null)).toEqual(plain(1500000))
  })
  it.each<[Cell[], string | null]>([
    [['1234,56', '5'], ','], [['12,5'], ','], [['1.234.567'], ','], [['1.234,56', '1.500'], ','], [['1,234.56', '1,500'], '.'], [['12.50'], '.'], [['1,500', '2,000'], null], [['1.500'], null], [[5, null], null], [['12,5', '12.50', '1,234.00'], '.'],
  ])('the decimal sign of %j is %j', (cells, expected) => expect(decimalOfColumn(cells)).toBe(expected))
})

describe('an amount typed on the screen', () => {
  it.each<[string, string, number | string]>([
    ['500', 'CNY', 50000], ['￥500', 'CNY', 50000], ['CNY 500', 'CNY', 50000], ['USD 500', 'CNY', 'OTHER_CURRENCY'], ['€500', 'CNY', 'OTHER_CURRENCY'], ['$500', 'CNY', 'OTHER_CURRENCY'], ['US$500', 'USD', 50000], ['$500', 'HKD', 50000], ['￥500', 'USD', 'OTHER_CURRENCY'],
    ['500 CR', 'CNY', 'NOT_A_NUMBER'], ['12,5', 'CNY', 'NOT_A_NUMBER'], ['1,2,3,4', 'CNY', 'NOT_A_NUMBER'], ['1e5', 'CNY', 'NOT_A_NUMBER'],
  ])('%s in a cell of %s is %s', (text, currency, expected) => expect(parseMoney(text, currency)).toBe(expected))
})

describe('the currency that a file names', () => {
  it.each([['金额(USD)', 'USD'], ['Amount (EUR)', 'EUR'], ['美元金额', 'USD'], ['金额（港币）', 'HKD'], ['HKD Amount', 'HKD'], ['本位币金额', 'own'], ['金额（元）', null], ['金额(¥)', null], ['金额', null], ['usable balance', null], ['人民币金额', 'CNY']])(
    'in the header %s is %s', (title, expected) => expect(currencyOfHeader(title)).toBe(expected))
  it.each<[Cell[], string | null]>([
    [['币种：美元'], 'USD'], [['Currency:', ' SGD - Singapore Dollar'], 'SGD'], [['# 币    种: [                         人民币]'], 'CNY'], [['账号：123  币种：港币'], 'HKD'], [['币种', 'EUR'], 'EUR'], [['单位：美元'], 'USD'], [['单位：元'], null], [['币种：全部'], null], [['USD 账户流水'], null],
  ])('above the list %j is %s', (cells, expected) => expect(currencyOfTitles([{ row: 1, cells }])).toBe(expected))
  it.each([['USD', 'USD', 'USD'], ['$', 'HKD', 'HKD'], ['HKD', '$', 'HKD'], ['$', 'CNY', null], ['¥', 'JPY', 'JPY'], ['USD', 'EUR', null]])('%s and %s are %s', (one, other, expected) => expect(agreedCurrency(one, other)).toBe(expected))
  const titles = ['客户名称', '发票号码', '开票日期', '价税合计']
  it('in its cells is that of the document, and a contradiction is a problem of the row', () => {
    const rows: Cell[][] = [[...titles, '币种'], ['甲', '1', '2026-11-02', 'USD 1,000.00', null], ['乙', '2', '2026-11-02', '€500.00', '欧元'], ['丙', '3', '2026-11-02', '$700.00', '港币'], ['丁', '4', '2026-11-02', '￥800.00', null], ['戊', '5', '2026-11-02', 'US$1', '人民币']]
    const read = receivables(sheetOf('A', rows))
    expect(read.rows.map(({ currency }) => currency)).toEqual(['USD', 'EUR', 'HKD', 'CNY'])
    expect(read.problems).toMatchObject([{ row: 6, column: '价税合计', code: 'CURRENCIES_DIFFER', params: { currency: 'CNY', other: 'USD' } }])
  })
  it('in a header or above the list is that of every row without another', () => {
    expect(receivables(sheetOf('A', [['客户名称', '发票号码', '开票日期', '金额(USD)'], ['甲', '1', '2026-11-02', '5']])).rows).toMatchObject([{ currency: 'USD' }])
    expect(receivables(sheetOf('A', [['币种：欧元'], titles, ['甲', '1', '2026-11-02', '5']])).rows).toMatchObject([{ currency: 'EUR' }])
  })
})

describe('what is left out of a list', () => {
  it('is named with its rows and its money', () => {
    const read = receivables(sheetOf('A', [
      ['客户名称', '单据编号', '单据日期', '金额', '余额', '币种'], ['甲', 'A1', '2026-11-02', 100, 60, null], [null, '小计', null, 100, 60, null], ['甲', 'A2', '2026-11-03', 0, 0, null],
      ['乙', 'A3', '2026-11-02', 5, 5, 'USD'], [null, '小计', null, 5, 5, 'USD'],
    ]))
    expect(read.skipped).toEqual({
      summary: { count: 2, rows: [{ row: 3 }, { row: 6 }], sums: [{ field: 'amount', currency: '', amount: 10000 }, { field: 'open', currency: '', amount: 6000 }, { field: 'amount', currency: 'USD', amount: 500 }, { field: 'open', currency: 'USD', amount: 500 }] },
      zero: { count: 1, rows: [{ row: 4 }], sums: [] },
    })
  })
  it('holds no hidden row: that is read like any other, and named', () => {
    const sheet = sheetOf('A', [['客户名称', '单据编号', '单据日期', '金额'], ['甲', 'A1', '2026-11-02', 100], ['甲', 'A2', '2026-11-03', 50]])
    sheet.rows[2]!.hidden = true
    const read = receivables(sheet)
    expect(read.rows).toHaveLength(2)
    expect(read.hidden).toEqual({ hidden: { count: 1, rows: [{ row: 3 }], sums: [{ field: 'amount', currency: '', amount: 5000 }] } })
  })
})

describe('the sign before the decimals', () => {
  it('of a column that shows none is that of the file’s other columns', () => {
    const head: Cell[] = ['单据日期', '客户', '单据编号', '金额', '余额']
    expect(receivables(sheetOf('S', [head, ['2026-03-01', '甲', 'A1', '1.500,50', '1.500'], ['2026-03-02', '甲', 'A2', '2,75', '2']]))).toMatchObject({ problems: [], rows: [{ amount: 150000 }, { amount: 200 }] })
    expect(receivables(sheetOf('S', [head, ['2026-03-01', '甲', 'A1', '1,500.50', '1.500']]))).toMatchObject({ problems: [], rows: [{ amount: 150 }] })
  })
})

describe('several sheets', () => {
  const titles = ['客户名称', '单据编号', '单据日期', '金额']
  const january = sheetOf('1月', [titles, ['甲', 'A1', '2026-01-02', 100], ['甲', 'A2', '2026-01-03', 'x']])
  const february = sheetOf('2月', [['二月应收'], titles, ['乙', 'A1', '2026-02-02', 200], ['乙', 'A3', '2026-02-03', 300], ['合计', null, null, 500]])

  it('of one header are one list, whose rows and problems name their sheet', () => {
    const read = receivables(january, february)
    expect(read.place.parts.map(({ sheet }) => sheet.name)).toEqual(['1月', '2月'])
    expect(read.rows.map(({ amount, party }) => [party.name, amount])).toEqual([['甲', 10000], ['乙', 30000]])
    expect(read.problems).toMatchObject([{ sheet: '1月', row: 3, code: 'NOT_A_NUMBER' }, { sheet: '2月', row: 3, code: 'DUPLICATE_IN_FILE', params: { firstRow: '1月!2' } }])
    expect(read.skipped).toMatchObject({ summary: { rows: [{ sheet: '2月', row: 5 }] } })
  })
  it('whose columns stand in another order are read by their meaning', () => {
    const turned = sheetOf('3月', [['金额', '单据日期', '单据编号', '客户名称'], [700, '2026-03-02', 'A9', '丙']])
    expect(receivables(sheetOf('1月', [titles, ['甲', 'A1', '2026-01-02', 100]]), turned).rows).toMatchObject([{ party: { name: '甲' } }, { party: { name: '丙' }, amount: 70000, documentOn: '2026-03-02', sourceNumber: 'A9' }])
  })
  it.each<[string, Sheet]>([
    ['another header', sheetOf('说明', [['使用说明'], ['请勿修改']])], ['another unit', sheetOf('万元', [['单位：万元'], titles, ['乙', 'B1', '2026-02-02', 2]])],
    ['another currency', sheetOf('美元', [['币种：美元'], titles, ['乙', 'B1', '2026-02-02', 2]])], ['a hidden one', { ...february, hidden: true }],
  ])('that are not read are named with their rows: %s', (_, other) => {
    const { place, rows } = receivables(sheetOf('1月', [titles, ['甲', 'A1', '2026-01-02', 100]]), other, sheetOf('空', []))
    expect(rows).toHaveLength(1)
    expect(place.unread).toEqual([{ name: other.name, rows: other.rows.length, hidden: other.hidden }])
  })
  it('are read one by one where one is asked for', () => {
    const place = locate(fileOf(january, february), ALL_LISTS, { sheet: '2月' })
    expect([place?.parts.length, place?.rows[0]?.row, place?.unread]).toEqual([1, 3, [{ name: '1月', rows: 3, hidden: false }]])
  })
})
