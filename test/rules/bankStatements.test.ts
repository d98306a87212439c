import { describe, expect, it } from 'vitest'
import { accountOfName, accountOfTitles, sameAccount } from '../../shared/bank/account.ts'
import { classify } from '../../shared/bank/classify.ts'
import { newLines, perhapsSameLine, sameLine, type LineFacts } from '../../shared/bank/duplicates.ts'
import { findStatement, statementMapping } from '../../shared/bank/mapping.ts'
import { readStatement } from '../../shared/bank/readStatement.ts'
import type { Direction, LineClass } from '../../shared/bank/schemas.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { Cell, TableFile } from '../../shared/sheets/table.ts'

const OWN = { names: ['云州样例传动（集团）有限公司'], accounts: ['6222 0000 1111'] }
const tableOf = (rows: Cell[][]): TableFile => ({ format: 'csv', encoding: 'utf-8', sheets: [{ name: '', hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }] })

function read(rows: Cell[][], options: { fileName?: string; account?: string; currency?: string } = {}) {
  const place = findStatement(tableOf(rows), {})
  if (!place) throw new Error('no header')
  const problems = new Problems()
  const statement = readStatement(place, { mapping: statementMapping(place), fileName: '明细.csv', own: OWN, ...options }, problems)
  return { ...statement, problems: problems.list(), brief: statement.lines.map(({ direction, amount }) => (direction === 'in' ? amount : -amount)) }
}

describe('the class of a line', () => {
  const rows: [direction: Direction, counterparty: string, memo: string, type: string, expected: LineClass][] = [
    ['in', '云州甲有限公司', '货款', '', 'receipt'], ['in', '', '货款', '', 'receipt'], ['in', '张三', '', '', 'receipt'], ['in', '云州甲有限公司', '货款(扣手续费)', '', 'receipt'], ['in', '云州甲有限公司', '违约利息', '', 'receipt'],
    ['in', '云州甲有限公司', '申购单1203货款', '', 'receipt'], ['in', '云州银行设备有限公司', '货款', '', 'receipt'], ['in', '云州甲有限公司', '退回多付', '', 'receipt'],
    ['out', '云州乙有限公司', '材料款', '', 'payment'], ['out', '国家税务总局', '税款', '', 'payment'], ['out', '代发工资', '工资', '', 'payment'], ['out', '云州乙有限公司', '平台服务费', '', 'payment'], ['out', '云州乙有限公司', '手续费', '', 'payment'],
    ['out', '', '汇款手续费', '', 'fee'], ['out', '', '回单打印费', '收费', 'fee'], ['out', '', '', '收费', 'fee'], ['out', '中国工商银行云州支行', '账户管理费', '', 'fee'], ['out', '', '网银服务费', '', 'fee'], ['in', '', '手续费退回', '', 'fee'], ['out', '', 'BANK CHARGE', '', 'fee'],
    ['in', '', '批量结息', '', 'interest'], ['in', '单位活期存款应付利息', '', '', 'interest'], ['in', '', '利息', '', 'interest'], ['out', '', '贷款利息', '', 'interest'], ['in', '', 'Credit Interest', '', 'interest'],
    ['in', '云州样例传动(集团)有限公司', '往来', '', 'transfer'], ['out', '云州样例传动（集团）有限公司', '调拨', '', 'transfer'], ['in', '云州乙有限公司', '退汇：账号不符', '', 'refund'], ['in', '', '冲正', '', 'refund'],
    ['out', '云州甲有限公司', '退款', '', 'refund'], ['out', '云州甲有限公司', '退还货款', '', 'refund'],
    ['in', '', '贷款发放', '', 'other'], ['in', '国家金库云州支库', '退税', '', 'other'], ['out', '', '购买理财产品', '', 'other'], ['in', '李四', '投资款', '', 'other'],
  ]
  it.each(rows)('%s %s %s %s is %s', (direction, counterparty, memo, type, expected) =>
    expect(classify({ direction, counterparty, counterpartyAccount: '', memo, type }, OWN)).toBe(expected))
  it('is a transfer where the other account is the company’s own', () =>
    expect(classify({ direction: 'out', counterparty: '某某', counterpartyAccount: '622200001111', memo: '', type: '' }, OWN)).toBe('transfer'))
})

describe('the same line again', () => {
  const line = (over: Partial<LineFacts> = {}): LineFacts =>
    ({ on: day('2026-05-11'), time: '10:18:43', direction: 'in', amount: money(5572753), balance: money(9000000), counterparty: '云州甲有限公司', counterpartyAccount: '62001', serial: 'S1', ...over })
  const rows: [what: string, over: Partial<LineFacts>, same: boolean][] = [
    ['with the same number', {}, true], ['with the same number and without a balance', { balance: null, time: '' }, true], ['of another amount', { amount: money(5572754) }, false], ['of another day', { on: day('2026-05-12') }, false],
    ['of the other direction', { direction: 'out' }, false], ['with another number', { serial: 'S2', balance: null }, false], ['with another number and balance', { serial: 'S2', balance: money(9000001) }, false],
    ['without a number, with the same balance', { serial: '' }, true], ['without a number, with another balance', { serial: '', balance: money(1) }, false], ['without a number, at another time', { serial: '', time: '10:18:44' }, false],
    ['without a number, of the same party in other brackets', { serial: '', balance: null, counterparty: '云州甲 有限公司' }, true], ['without a number, of another party', { serial: '', balance: null, counterparty: '云州乙有限公司' }, false],
    ['in another layout of the bank, whose number is another', { serial: 'V9' }, true],
  ]
  it.each(rows)('%s', (_, over, same) => expect(sameLine(line(), line(over))).toBe(same))

  const doubtful: [what: string, over: Partial<LineFacts>, base: Partial<LineFacts>, perhaps: boolean][] = [
    ['with the account behind stars', { serial: '', balance: null, counterpartyAccount: '6***1' }, {}, true], ['with the account cut off to its last digits', { serial: '', balance: null, counterpartyAccount: '8901' }, { counterpartyAccount: '62001238901' }, true],
    ['with another account', { serial: '', balance: null, counterpartyAccount: '999002' }, {}, false], ['with the name cut off', { serial: '', balance: null, counterparty: '云州甲有限' }, {}, true],
    ['with a name behind stars', { serial: '', balance: null, counterparty: '张*' }, { counterparty: '张三' }, true], ['of another party', { serial: '', balance: null, counterparty: '云州乙有限公司', counterpartyAccount: '' }, {}, false],
    ['without a name', { serial: '', balance: null, counterparty: '', counterpartyAccount: '' }, {}, true], ['a day later, without a balance', { serial: '', balance: null, on: day('2026-05-12') }, {}, true],
    ['a day later, with another balance', { serial: '', balance: money(1), on: day('2026-05-12') }, {}, false], ['two days later', { serial: '', balance: null, on: day('2026-05-13') }, {}, false],
    ['with a number of another counting', { serial: 'V9', balance: null }, {}, true], ['with another number and balance', { serial: 'V9', balance: money(1) }, {}, false], ['at another time', { serial: '', balance: null, time: '23:59:59' }, {}, true],
    ['of another amount', { serial: '', balance: null, amount: money(1) }, {}, false], ['a fee of the next day, of nobody', { serial: '', balance: null, on: day('2026-05-12'), direction: 'out', counterparty: '', counterpartyAccount: '' }, { direction: 'out', counterparty: '', counterpartyAccount: '' }, false],
  ]
  it.each(doubtful)('in another layout: %s', (_, over, base, perhaps) => expect(perhapsSameLine({ ...line(base), ...over }, line(base))).toBe(perhaps))
  it('is another payment where the numbers of the file before are found again, and this one is another', () => {
    const known = [line(), line({ serial: 'S2', balance: null })].map((one) => ({ ...one, statementId: 7 }))
    const read = [line(), line({ serial: 'S3', balance: null })]
    expect(newLines(read, known)).toMatchObject({ fresh: [{ serial: 'S3' }], perhaps: [], duplicates: [{}] })
    expect(newLines(read, [known[1]!])).toMatchObject({ fresh: [{}, {}], perhaps: [{}] })
  })

  it('is used up once: two equal payments stay two', () => {
    const fee = line({ serial: '', time: '', balance: null, counterparty: '', direction: 'out', amount: money(500) })
    expect(newLines([{ ...fee }, { ...fee }, { ...fee }], [{ ...fee }, { ...fee }])).toMatchObject({ fresh: [{}], duplicates: [{}, {}] })
    expect(newLines([{ ...fee }, { ...fee }], [])).toMatchObject({ fresh: [{}, {}], duplicates: [] })
  })
  it('is found by its number before another that only looks alike', () => {
    const known = [line({ serial: '', counterparty: '' }), line({ balance: null })]
    expect(newLines([line()], known).duplicates[0]?.known).toBe(known[1])
  })
})

describe('whose account it is', () => {
  const above = (rows: Cell[][]) => accountOfTitles(tableOf(rows).sheets[0]!.rows)
  it.each<[Cell[][], object]>([
    [[['招商银行账务明细'], ['账号', '000014574200055081'], ['账号名称', '云州某公司'], ['币种', '人民币'], ['开户行', '招商银行云州分行']], { number: '000014574200055081', name: '云州某公司', bank: '招商银行云州分行', currency: 'CNY' }],
    [[['中国农业银行账户明细'], ['账号：00 1234-5678901  户名：云州某公司  币种：人民币']], { number: '0012345678901', name: '云州某公司', bank: '农业银行', currency: 'CNY' }],
    [[['查询账号[ Inquirer account number ]', '00098765432101']], { number: '00098765432101' }], [[['Account number', '808-123456-001', 'Currency', 'HKD'], ['HSBC']], { number: '808123456001', currency: 'HKD', bank: '汇丰银行' }],
    [[['对方账号：6222000011112222'], ['账号：6222********1234']], { number: '6222********1234' }], [[['交易时间：20260401-20260630'], ['账户明细']], { number: '' }],
  ])('%j', (rows, expected) => expect(above(rows)).toMatchObject(expected))
  it.each([['交易明细_0000596384718583_20260401-20260630.csv', '0000596384718583'], ['HISTORYDETAIL20260401170709.csv', ''], ['2026040120260630.xlsx', ''], ['明细(3).xls', '']])('the name %s tells %s', (name, number) => expect(accountOfName(name)).toBe(number))
  it.each([['6222****1234', '622200009991234', true], ['6222****1234', '622200009991235', false], ['0012-34', '001234', true], ['1234', '001234', false], ['', '', false]])('%s is %s: %s', (told, known, same) => expect(sameAccount(told, known)).toBe(same))
})

describe('headers of banks', () => {
  const banks: [bank: string, titles: string, line: string, expected: object][] = [
    ['工商银行', '凭证号|本方账号|对方账号|交易时间|借/贷|借方发生额|贷方发生额|对方行号|摘要|用途|对方单位名称|余额|个性化信息', '1234567|0011|62001|2026-04-03 13:02:53|贷||143,268.68|102|转账|货款|云州甲|837,269.46|合同7', { direction: 'in', amount: 14326868, counterparty: '云州甲', counterpartyAccount: '62001', memo: '合同7 货款 转账', serial: '1234567' }],
    ['农业银行', '交易时间|收入金额|支出金额|账户余额|对方账号|对方户名|对方开户行|交易用途|摘要', '2026-04-03 13:02:53|0.00|50.00|100.00|62001|云州乙|某行|材料|转存', { direction: 'out', amount: 5000, counterparty: '云州乙', time: '13:02:53' }],
    ['中国银行', '交易类型[ Transaction Type ]|付款人账号[ Debit Account No. ]|付款人名称[ Payer\'s Name ]|收款人账号[ Payee\'s Account Number ]|收款人名称[ Payee\'s Name ]|交易日期[ Transaction Date ]|交易时间[ Transaction time ]|交易金额[ Trade Amount ]|交易后余额[ After-transaction balance ]|交易流水号[ Transaction reference number ]|摘要[ Reference ]|用途[ Purpose ]', '来账|62001|云州甲|0011|本公司|20260403|13:02:53|100.00|900.00|T77|货款|', { direction: 'in', amount: 10000, counterparty: '云州甲', counterpartyAccount: '62001', serial: 'T77' }],
    ['交通银行', '交易时间|摘要|凭证种类|凭证号码|借贷标志|交易金额|余额|对方账号|对方户名|对方行名', '2026-04-03|货款|网银|889900|借|12.00|88.00|62001|云州乙|某行', { direction: 'out', amount: 1200, serial: '889900' }],
    ['民生银行', '交易日期|主机交易流水号|借方(出账)|贷方(入账)|账户余额|凭证号|摘要|对方账号|对方账号名称|对方开户行', '2026/4/3|M1234||12.00|88.00|5|货款|62001|云州甲|某行', { direction: 'in', counterparty: '云州甲', serial: 'M1234' }],
    ['平安银行', '交易日期|交易时间|账号|借|贷|账户余额|对方账户|对方账户名称|交易流水号|摘要|用途|备注', '20260403|130253|0011|5.00||95.00|62001|云州乙|P1|手续费||', { direction: 'out', amount: 500, time: '13:02:53' }],
    ['兴业银行', '银行流水号|查询账号|账户名称|币种|交易日期|借方金额|贷方金额|账户余额|摘要|对方户名|对方账号|对方银行', 'X12|0011|本公司|人民币|2026-04-03||7.00|7.00|货款|云州甲|62001|某行', { direction: 'in', serial: 'X12' }],
    ['农商银行', '交易日期|摘要|发生额|收付标志|余额|对方户名|对方账号', '2026年4月3日|货款|9.00|收|9.00|云州甲|62001', { direction: 'in', amount: 900, on: '2026-04-03' }],
    ['HSBCnet', 'Account number|Bank reference|Narrative|Customer reference|TRN type|Value date|Credit amount|Debit amount|Balance', '808123456001|N123|PAYMENT FROM A|C9|TRANSFER|13/04/2026||12.00|88.00', { direction: 'out', amount: 1200, memo: 'PAYMENT FROM A', serial: 'N123' }],
    ['DBS', 'Date|Value Date|Transaction Description 1|Transaction Description 2|Debit|Credit|Running Balance', '13-Apr-2026|13-Apr-2026|INWARD|REF A1|| 12.00|88.00', { direction: 'in', amount: 1200, on: '2026-04-13' }],
  ]
  it.each(banks)('of %s are understood', (_, titles, line, expected) => {
    const { lines, problems } = read([titles.split('|'), line.split('|').map((cell) => cell || null)])
    expect(problems).toEqual([])
    expect(lines).toMatchObject([expected])
  })
})

describe('a statement', () => {
  const titles = ['交易日期', '借方发生额', '贷方发生额', '余额', '对方户名', '摘要']
  const lines: Cell[][] = [['2026-04-01', null, '10', '110', '甲', ''], ['2026-04-01', '30', null, '80', '乙', ''], ['2026-04-02', null, '5', '85', '甲', ''], ['2026-04-03', null, '7', '92', '甲', '']]

  it('is turned around when the newest stands first, without times by its balances', () => {
    expect(read([titles, ...lines])).toMatchObject({ opening: 10000, closing: 9200, breaks: [], brief: [1000, -3000, 500, 700] })
    expect(read([titles, ...[...lines].reverse()])).toMatchObject({ opening: 10000, closing: 9200, breaks: [], brief: [1000, -3000, 500, 700] })
  })
  it('is believed by its balances when its words say the other way round', () => {
    expect(read([['交易日期', '贷方发生额', '借方发生额', '余额', '对方户名', '摘要'], ...lines])).toMatchObject({ brief: [1000, -3000, 500, 700], notes: [{ code: 'directionsTurned' }] })
  })
  it('names where its balances break', () => {
    expect(read([titles, lines[0]!, lines[1]!, lines[3]!])).toMatchObject({ breaks: [{ row: 4, on: '2026-04-03', expected: 8700, found: 9200 }] })
  })
  it('says when its own sum is another than that of its lines', () => {
    expect(read([titles, ...lines, ['合计', '30', '22', null, null, null]])).toMatchObject({ notes: [], skipped: { summary: { count: 1 } } })
    expect(read([titles, ...lines, ['合计', '30', '99', null, null, null]])).toMatchObject({ notes: [{ code: 'totalsDiffer', params: { side: 'in', stated: 9900, read: 2200 } }] })
  })
  it('takes the direction of amounts without sign from the balances, when the opening is told', () => {
    const plain: Cell[][] = [['日期', '金额', '余额', '对方户名'], ['2026-04-01', '10', '110', '甲'], ['2026-04-02', '30', '80', '乙']]
    expect(read([['期初余额：100.00'], ...plain]).brief).toEqual([1000, -3000])
    expect(read(plain).problems).toMatchObject([{ row: null, code: 'NO_DIRECTION' }])
  })
  it('may take a reversal as a negative amount on its own side', () => {
    expect(read([titles, lines[0]!, ['2026-04-01', null, '-10', '100', '甲', '冲正']])).toMatchObject({ brief: [1000, -1000], breaks: [] })
  })
  it('with 3/4/2026 is read in the order in which its days run on', () => {
    const english: Cell[][] = [['Date', 'Debit', 'Credit', 'Balance', 'Description'], ['03/04/2026', null, '1', '1', 'A'], ['05/04/2026', null, '1', '2', 'A'], ['06/04/2026', null, '1', '3', 'A']]
    expect(read(english)).toMatchObject({ dateOrder: 'dmy', dateOrderCertain: true, lines: [{ on: '2026-04-03' }, { on: '2026-04-05' }, { on: '2026-04-06' }] })
  })
  it('whose order of days is asked tells its account all the same', () => {
    expect(read([['Account Number', '00111111'], ['Date', 'Credit', 'Debit', 'Counterparty'], ['02/03/2026', '1', null, 'A']])).toMatchObject({ problems: [{ code: 'DATE_ORDER' }], lines: [], account: { number: '00111111', how: 'file' } })
  })
  it.each<[string, Cell[][], object]>([
    ['in a column of its own', [[...titles, '币种'], [...lines[0]!, 'CNY'], ['2026-04-02', '5', null, null, '乙', '', 'USD']], { row: 3, column: '币种', code: 'WRONG_CURRENCY', value: 'USD' }],
    ['beside its amount', [titles, lines[0]!, ['2026-04-02', null, 'USD 5.00', null, '乙', '']], { row: 3, column: '贷方发生额', code: 'WRONG_CURRENCY', value: 'USD' }],
    ['above the list', [['币种：美元'], titles, lines[0]!], { column: '', code: 'WRONG_CURRENCY', value: 'USD' }],
  ])('refuses another currency of a row and names where it stands: %s', (_, rows, problem) => {
    expect(read(rows, { currency: 'CNY' }).problems).toMatchObject([problem])
  })
  it('of several accounts is refused, or read for one of them', () => {
    const several: Cell[][] = [['账号', ...titles], ...lines.map((cells, index) => [index < 2 ? '00111111' : '00222222', ...cells])]
    expect(read(several).problems).toMatchObject([{ code: 'SEVERAL_ACCOUNTS', params: { count: 2 } }])
    expect(read(several, { account: '00222222' })).toMatchObject({ problems: [], lines: [{}, {}], skipped: { otherAccount: { count: 2 } }, account: { number: '00222222', how: 'file' } })
  })
  it.each<[string, Cell[], object]>([
    ['both sides', ['2026-04-01', '1', '2', null, '甲', ''], { column: '贷方发生额', code: 'BOTH_SIDES' }], ['no such day', ['2026-02-30', '1', null, null, '甲', ''], { column: '交易日期', code: 'BAD_DATE' }],
    ['three decimals', ['2026-04-01', '1.234', null, null, '甲', ''], { column: '借方发生额', code: 'TOO_MANY_DECIMALS' }], ['a formula for a name', ['2026-04-01', '1', null, null, '=cmd|x', ''], { column: '对方户名', code: 'UNSAFE_TEXT' }],
  ])('with %s names row and column', (_, cells, expected) => expect(read([titles, ...lines, cells]).problems).toMatchObject([{ row: 6, ...expected }]))
  it('with a word that says no direction names the row', () => {
    const words: Cell[][] = [['日期', '金额', '借贷标志', '对方户名'], ['2026-04-01', '1', '贷', '甲'], ['2026-04-02', '1', '借', '甲'], ['2026-04-02', '1', '借', '甲'], ['2026-04-03', '1', '？', '甲']]
    expect(read(words).problems).toMatchObject([{ row: 5, column: '借贷标志', code: 'BAD_DIRECTION' }])
  })
  it('keeps no number that many lines share', () => {
    const vouchers: Cell[][] = [[...titles, '凭证号'], ...lines.map((cells) => [...cells, '000000'])]
    expect(new Set(read(vouchers).lines.map(({ serial }) => serial))).toEqual(new Set(['']))
  })
})
