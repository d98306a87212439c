import { describe, expect, it } from 'vitest'
import { nameKey } from '../../shared/customers/names.ts'
import { orderOfColumn } from '../../shared/sheets/dateOrder.ts'
import { parseAmount } from '../../shared/sheets/amounts.ts'
import { parseCurrency } from '../../shared/sheets/currencies.ts'
import { parseDay, type DateOrder } from '../../shared/sheets/days.ts'
import { parseFlag, parseKind, parseMethod } from '../../shared/integration/kinds.ts'
import { CustomerIndex, type KnownCustomer } from '../../shared/customers/matching.ts'
import { correctedInvoice, numberInText } from '../../shared/integration/references.ts'
import type { Cell } from '../../shared/sheets/table.ts'
import { unitOfHeader, unitOfTitle } from '../../shared/sheets/words.ts'
import { DEFAULT_TERMS } from '../../shared/terms/schemas.ts'

describe('an amount of a file', () => {
  const rows: [cell: Cell, unit: number, expected: number | string | null][] = [
    [73051.52, 1, 7305152], [0.1 + 0.2, 1, 30], [1000.1 + 234.46, 1, 123456], [1234.567, 1, 'TOO_MANY_DECIMALS'], [-94000, 1, -9400000],
    ['1,234.50', 1, 123450], ['￥1,234.5', 1, 123450], ['（1,234.50）', 1, -123450], ['1,234.50-', 1, -123450], ['１２３．４', 1, 12340], ['12', 1, 1200],
    ['待确认', 1, 'NOT_A_NUMBER'], ['1.234', 1, 'TOO_MANY_DECIMALS'], ['1.230', 1, 123], ['', 1, null], ['-', 1, null], ['—', 1, null], [null, 1, null],
    [1.5, 10_000, 1500000], ['1.23456', 10_000, 1234560], ['1.2345678', 10_000, 'TOO_MANY_DECIMALS'], ['12.5万', 1, 12500000], ['3万元', 1, 3000000],
    [true, 1, 'NOT_A_NUMBER'], [99_999_999_999, 1, 'TOO_LARGE'], ['99999999999', 1, 'TOO_LARGE'],
  ]
  it.each(rows)('%j in units of %d is %j', (cell, unit, expected) => expect(parseAmount(cell, unit)).toBe(expected))
})

describe('a day of a file', () => {
  const rows: [cell: Cell, order: DateOrder, expected: string | null][] = [
    ['2026-06-30', 'ymd', '2026-06-30'], ['2026/6/3', 'ymd', '2026-06-03'], ['20260630', 'ymd', '2026-06-30'], ['2026年6月3日', 'ymd', '2026-06-03'],
    ['2026-02-30 10:11:12', 'ymd', 'BAD_DATE'], ['2026-06-30 10:11:12', 'ymd', '2026-06-30'], ['20260608 12:01:40', 'ymd', '2026-06-08'],
    ['2026.6.3', 'ymd', '2026-06-03'], ['3/4/2013', 'mdy', '2013-03-04'], ['3/4/2013', 'dmy', '2013-04-03'], ['13/4/2013', 'mdy', 'BAD_DATE'],
    ['1-Jan-2013', 'ymd', '2013-01-01'], ['Jan 5, 2013', 'ymd', '2013-01-05'], [46203, 'ymd', '2026-06-30'], ['46203', 'ymd', '2026-06-30'], [20260630, 'ymd', '2026-06-30'],
    ['明天', 'ymd', 'BAD_DATE'], ['', 'ymd', null], ['-', 'ymd', null], [null, 'ymd', null], [5, 'ymd', 'BAD_DATE'], ['2026-06-30abc', 'ymd', 'BAD_DATE'], [true, 'ymd', 'BAD_DATE'],
  ]
  it.each(rows)('%j read as %s is %j', (cell, order, expected) => expect(parseDay(cell, order)).toBe(expected))

  it('takes the order of the parts from the column', () => {
    expect(orderOfColumn(['1/2/2013', '1/13/2013'])).toMatchObject({ order: 'mdy', certain: true })
    expect(orderOfColumn(['1/2/2013', '13/1/2013'])).toMatchObject({ order: 'dmy', certain: true })
    expect(orderOfColumn(['1/2/2013', '3/4/2013'])).toMatchObject({ certain: false, example: '1/2/2013' })
    expect(orderOfColumn(['2013-01-02', null])).toEqual({ order: null, certain: true, example: '' })
  })
})

describe('a word of a file', () => {
  it.each([['人民币', 'CNY'], ['人民币元', 'CNY'], ['usd', 'USD'], ['美元', 'USD'], ['港币', 'HKD'], ['贝壳', null]])('currency %s is %s', (text, expected) => expect(parseCurrency(text)).toBe(expected))
  it.each([['是', true], ['Yes', true], ['否', false], ['No', false], ['也许', null]])('%s is %s', (text, expected) => expect(parseFlag(text)).toBe(expected))
  it.each([['销售发票', 'invoice'], ['其他应收单', 'other'], ['红字销售发票', 'creditNote'], ['期初余额', 'opening'], ['??', null]])('document %s is %s', (text, expected) => expect(parseKind(text)).toBe(expected))
  it.each([['电汇', 'transfer'], ['', 'transfer'], ['现金', 'cash'], ['银行承兑汇票', 'acceptance'], ['抵账', 'other']])('way of payment %s is %s', (text, expected) => expect(parseMethod(text)).toBe(expected))
  it.each([['金额（万元）', 10_000], ['金额(元)', 1], ['余额', null], ['应收金额千元', 1000]])('header %s counts in %s', (text, expected) => expect(unitOfHeader(text)).toBe(expected))
  it.each([['单位：元', 1], ['单位：万元', 10_000], ['注册资本 500 万元', null], ['核算单位：某某公司', null]])('title %s counts in %s', (text, expected) => expect(unitOfTitle(text)).toBe(expected))
  it('compares names without brackets, spaces and width', () => expect(nameKey('致衡自动化（栎城） 有限公司')).toBe(nameKey('致衡自动化(栎城)有限公司')))
})

describe('numbers inside of a remark', () => {
  it.each([
    ['被红冲蓝字数电票号码:25002000000003949780', '25002000000003949780'],
    ['被红冲蓝字数电发票号码：25002000000007599150 红字发票信息确认单编号：25002437007553669302', '25002000000007599150'],
    ['对应正数发票代码:4400194130号码:12345678', '12345678'],
    ['合同号：HT2025-0029', ''], ['', ''],
  ])('%s corrects %s', (note, expected) => expect(correctedInvoice(note)).toBe(expected))

  it.each([['合同号：HT2025-0001', 'HT2025-0001'], ['销售产品 合同HT2025-0364', 'HT2025-0364'], ['按合同发货', ''], ['含运费', '']])(
    '%s names the contract %s', (note, expected) => expect(numberInText(note, 'contract')).toBe(expected))
})

describe('the customer of a row', () => {
  const customer = (id: number, code: string, name: string, shortName = '', taxNumber = ''): KnownCustomer =>
    ({ id, code, name, shortName, taxNumber, terms: DEFAULT_TERMS, cutOffDate: null, cutOffCounts: true })
  const index = new CustomerIndex([
    customer(1, 'A1', '云州甲（集团）机械有限公司', '', '91X'), customer(2, 'A2', '云州乙机械有限公司', '乙机械厂'), customer(3, 'A3', '云州丙贸易有限公司'),
    customer(4, 'A4', '同名商行'), customer(5, 'A5', '同名商行'),
  ])
  const party = (code: string, name: string, taxNumber = '') => ({ code, name, taxNumber, salesperson: '', department: '' })
  const idOf = (found: ReturnType<CustomerIndex['find']>): number | string => (typeof found === 'string' ? found : found.id)

  it.each([
    ['by code', party('A2', ''), 2], ['by name', party('', '云州乙机械有限公司'), 2], ['by name in other brackets', party('', '云州甲(集团)机械有限公司'), 1],
    ['by tax number', party('', '', '91x'), 1], ['unknown', party('Z', '无此户'), 'UNKNOWN_CUSTOMER'], ['two of one name', party('', '同名商行'), 'AMBIGUOUS_CUSTOMER'],
    ['a code that settles two of one name', party('A5', '同名商行'), 5], ['code and name of different customers', party('A2', '云州丙贸易有限公司'), 'CUSTOMER_MISMATCH'],
  ])('is found %s', (_, wanted, expected) => expect(idOf(index.find(wanted))).toBe(expected))

  it.each([
    ['云州乙机械有限责任公司', '', 2], ['云州甲集团机械有限公司', '', 1], ['云州 乙机械有限公司 ', '', 2], ['云州乙机械有限公司南山分公司', '', 2],
    ['张三', '代乙机械厂付货款', 2], ['云州乙物业管理有限公司', '往来款', null], ['某财务公司', '代云州甲(集团)机械有限公司、云州丙贸易有限公司付', null],
  ])('payer %s with remark %s is %s', (name, remark, expected) => expect(index.findPayer(name, remark)?.id ?? null).toBe(expected))
})
