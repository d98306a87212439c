import { describe, expect, it } from 'vitest'
import { parseDirection, sideInBrackets } from '../../shared/bank/directionWords.ts'
import { accountAndName } from '../../shared/bank/account.ts'
import type { LeaveOut } from '../../shared/sheets/schemas.ts'
import { findStatement, statementMapping } from '../../shared/bank/mapping.ts'
import { readStatement } from '../../shared/bank/readStatement.ts'
import type { Direction } from '../../shared/bank/schemas.ts'
import { day } from '../../shared/day.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { Cell, TableFile } from '../../shared/sheets/table.ts'

const OWN = { names: ['云州样例传动有限公司'], accounts: ['512900000000123'] }

interface Given {
  fileName?: string
  leaveOut?: LeaveOut
  /** Another sheet, in front of that of the lines. */
  before?: Cell[][]
}

/** Rows as cells apart by |, read as the program would; money in is positive, and ? marks what no balance proves. */
function read(rows: string[], { fileName = '明细.csv', leaveOut, before }: Given = {}) {
  const sheet = (name: string, cells: Cell[][]) => ({ name, hidden: false, rows: cells.map((row, index) => ({ row: index + 1, cells: row })) })
  const cells = rows.map((row) => row.split('|').map((cell) => cell || null))
  const table: TableFile = { format: 'csv', encoding: 'utf-8', sheets: [...(before ? [sheet('查询条件', before)] : []), sheet('', cells)] }
  const place = findStatement(table, {})
  if (!place) throw new Error('no header')
  const problems = new Problems()
  const found = readStatement(place, { mapping: statementMapping(place), fileName, own: OWN, today: day('2026-06-30'), leaveOut }, problems)
  const brief = found.lines.map(({ direction, amount, unproven }) => `${direction === 'in' ? '' : '-'}${amount / 100}${unproven ? '?' : ''}`).join(' ')
  const skipped = Object.entries(found.skipped).map(([reason, { count, sums }]) => `${reason} ${count}${sums.map(({ field, amount }) => ` ${field} ${amount / 100}`).join('')}`).join(', ')
  return { ...found, brief, skipped, problems: problems.list().map(({ row, code }) => `${row ?? 'file'} ${code}`), notes: found.notes.map(({ code }) => code) }
}

const SIDES = '交易日期|摘要|收入|支出|余额|对方户名'
const PLAIN = '交易日期|摘要|收入|支出|对方户名'

describe('signs (money that went out again, money that came back)', () => {
  it.each<[string, string[], string]>([
    ['a receipt that is taken back, its balance agrees', [SIDES, '2026-05-01|货款|500||1500|甲公司', '2026-05-02|冲正|-300||1200|甲公司'], '500 -300'],
    ['the only amount of the column, first of the file', [SIDES, '2026-05-01|货款退回|-300||1000|甲公司', '2026-05-02|水费||200|800|丁公司'], '-300? -200'],
    ['without balances', [PLAIN, '2026-05-01|货款|500||甲公司', '2026-05-02|冲正|-300||甲公司'], '500 -300?'],
    ['a payment that came back', [SIDES, '2026-05-01|货款|500||1500|甲公司', '2026-05-02|退汇||-80|1580|乙公司'], '500 80'],
    ['the only payment, which came back', [PLAIN, '2026-05-01|退汇||-80|乙公司'], '80?'],
    ['most payments came back, without balances', [PLAIN, '2026-05-01|退汇||-80|乙公司', '2026-05-02|退汇||-70|乙公司', '2026-05-03|房租||60|丙公司'], '80? 70? -60'],
    ['a bank that writes what went out with a sign, as its balances prove', [SIDES, '2026-05-01|货款|500||1500|甲公司', '2026-05-02|房租||-80|1420|乙公司', '2026-05-03|房租||-20|1400|乙公司'], '500 -80 -20'],
    ['a column whose title shows the sign', ['交易日期|摘要|收入(+)|支出(-)|对方户名', '2026-05-01|房租||-80|乙公司', '2026-05-02|货款|20||甲公司'], '-80 20'],
    ['one column of signs', ['交易日期|摘要|金额|对方户名', '2026-05-01|房租|-80|乙公司', '2026-05-02|货款|20|甲公司'], '-80 20'],
    ['a word against a sign', ['交易日期|摘要|金额|借贷|对方户名', '2026-05-01|货款|20|贷|甲公司', '2026-05-02|冲正|-20|贷|甲公司', '2026-05-03|房租|5|借|乙公司'], '20 -20? -5'],
    ['a credit column beside a debit column of signs, and 余额 called ledger balance', ['Post date|Closing ledger balance|Narrative|Credit amount|Debit amount|Balance', '2026-10-09|4800|ALPHA|1000||5000', '2026-10-23|4800|RENT||-200|4800'], '1000 -200'],
    ['a line that the bank marks as taken back', ['交易日期|收入|支出|对方户名|冲正标志', '2026-10-09|1000||甲公司|正常', '2026-10-10|500||甲公司|冲正'], '1000 500?'],
    ['amounts in the currency of the account beside those of the payment', ['交易日期|交易币种|交易金额|记账币种|记账金额|借贷标志|对方户名', '2026-10-09|USD|1000|CNY|7100|贷|甲公司'], '7100'],
    ['what moved the account, and not what was paid before the fee', ['Created (UTC)|Type|Amount|Fee|Net|Description', '2026-10-09|charge|100|3.20|96.80|ALPHA', '2026-10-12|payout|-76.80|0|-76.80|BANK'], '96.8 -76.8'],
  ])('%s', (_, rows, brief) => expect(read(rows).brief).toBe(brief))
  it('calls what a receipt took back a refund', () => expect(read([PLAIN, '2026-05-02|冲正|-300||甲公司']).lines).toMatchObject([{ direction: 'out', class: 'refund' }]))
})

describe('direction', () => {
  it.each<[string, Direction | null]>([
    ['借 Dr', 'out'], ['贷 Cr', 'in'], ['收', 'in'], ['付', 'out'], ['借(收)', 'in'], ['贷（支）', 'out'], ['贷(收入)', 'in'], ['CR', 'in'], ['D', 'out'], ['+', 'in'], ['-', 'out'], ['/', null], ['2026-10-09', null], ['0512-66668888', null], ['收/付', null], ['借/贷', null], ['不计收支', null], ['C.R.', 'in'],
  ])('the word %s', (word, direction) => expect(parseDirection(word)).toBe(direction))
  it.each<[string, Direction | null]>([
    ['借方金额(收)', 'in'], ['贷方金额（支）', 'out'], ['交易金额(收入)', 'in'], ['记账金额(支出)', 'out'], ['发生额(借方)', 'out'], ['收(付)款金额', null], ['金额(USD)', null], ['金额（元）', null], ['金额(入账币种)', null], ['Amount (Credit)', 'in'],
  ])('the title %s', (title, direction) => expect(sideInBrackets(title)).toBe(direction))
  it.each<[string, string[], Given, string]>([
    ['brackets go before 借 and 贷', ['交易时间|借方金额(收)|贷方金额(支)|余额|对方户名', '2026-05-01|10||110|甲公司'], {}, '10'],
    ['of two pairs of columns the one with amounts', ['交易日期|摘要|交易金额(收入)|交易金额(支出)|记账金额(收入)|记账金额(支出)|余额', '2026-05-01|货款|-|-|10||110', '2026-05-02|费|-|-||4|106'], {}, '10 -4'],
    ['CR and DR behind the amount', ['Date|Narration|Amount|Balance', '02-Nov-2025|NEFT A|1,500.00 CR|11,500.00 CR', '03-Nov-2025|CHQ B|500.00 DR|11,000.00 CR'], {}, '1500 -500'],
    ['a journal of the company, its balance agrees', ['银行日记账', '日期|凭证号数|摘要|借方|贷方|方向|余额', '2026-03-01||期初余额|||借|200', '2026-03-02|记-1|货款|58.6||借|258.6', '2026-03-10|记-2|房租||8|借|250.6', '2026-03-31||当前合计|58.6|8|借|250.6'], {}, '58.6 -8'],
    ['a journal without balances, by its title', ['银行存款日记账', '日期|凭证号数|摘要|借方|贷方', '2026-03-02|记-1|货款|58.6|'], {}, '58.6?'],
    ['the file’s name', ['日期|摘要|金额|对方户名', '2026-03-02|货款|58.6|甲公司'], { fileName: '3月收款明细.xlsx' }, '58.6?'],
    ['the title', ['付款流水', '日期|摘要|金额|对方户名', '2026-03-02|货款|58.6|甲公司'], {}, '-58.6?'],
    ['payer and payee, the company by its name', ['日期|付款人名称|收款人名称|金额', '2026-03-02|甲公司|云州样例传动有限公司|58.6', '2026-03-03|云州样例传动有限公司|乙公司|6'], {}, '58.6 -6'],
  ])('%s', (_, rows, given, brief) => expect(read(rows, given).brief).toBe(brief))
  it('is asked where nothing tells it', () => expect(read(['日期|摘要|金额|对方户名', '2026-03-02|货款|58.6|甲公司']).problems).toEqual(['file NO_DIRECTION']))
})

describe('rows that are no lines', () => {
  const states = ['交易日期|收入|支出|对方户名|摘要|交易状态']
  it.each<[string, string[], string, string]>([
    ['failed', [...states, '2026-05-01|300||甲公司|货款|交易失败'], '', 'noMoney 1 in 300'],
    ['revoked and closed', [...states, '2026-05-01|300||甲公司|货款|已撤销', '2026-05-02||40|乙公司|货款|交易关闭', '2026-05-03|5||甲公司|货款|交易成功'], '5', 'noMoney 2 in 300 out 40'],
    ['not revoked', [...states, '2026-05-01|300||甲公司|货款|未撤销'], '300', ''],
    ['neutral', ['交易时间|交易对方|收/支|金额(元)|当前状态', '2026-05-01 09:00:00|甲公司|收入|¥10.00|已存入零钱', '2026-05-02 09:00:00|某银行|/|¥1000.00|提现已到账', '2026-05-03 09:00:00|某银行|不计收支|¥7.00|成功'], '10', 'neutral 2 amount 1007'],
    ['sums with a day', [SIDES, '2026-05-01|货款|500||1500|甲公司', '2026-05-31|本月合计|500|0|1500|', '2026-05-31|本年累计|500|0|1500|'], '500', 'summary 2 in 1000'],
  ])('%s', (_, rows, brief, skipped) => expect([read(rows).brief, read(rows).skipped]).toEqual([brief, skipped]))
  it.each<[string, string]>([
    ['a counterparty', '2026-05-01|收款合计|500||1500|甲公司|'], ['a number of the bank', '2026-05-01|期末余额|500||1500||M1'], ['a balance that proves it', '2026-05-02|收款合计|500||2000||'],
  ])('a payment whose memo is a sum stays one by %s', (_, row) => {
    const rows = [`${SIDES}|流水号`, row.startsWith('2026-05-02') ? '2026-05-01|货款|100||1500|甲公司|' : '', row].filter((text) => text !== '')
    expect(read(rows).brief.split(' ').at(-1)).toBe('500')
  })
  it('are left out by the clerk with a reason, whatever stands in them, and are named with their money', () => {
    const rows = [PLAIN, '2026-05-01|货款|500||甲公司', '2026-05-02|私人|30||王海', '2026-02-30|坏行|9||']
    expect(read(rows).problems).toEqual(['4 BAD_DATE'])
    const found = read(rows, { leaveOut: [{ row: 3, reason: '私人款' }, { row: 4, reason: '坏行' }] })
    expect([found.brief, found.problems, found.skipped, found.leftOut.map(({ row, reason }) => `${row} ${reason}`)]).toEqual(['500', [], 'leftOut 2 in 39', ['3 私人款', '4 坏行']])
    expect(read(rows, { leaveOut: [{ row: 99, reason: 'x' }] }).problems).toContain('file LEAVE_OUT_UNKNOWN')
  })
})

describe('what the file says of itself', () => {
  it.each<[string, string[], string[]]>([
    ['a total with a count agrees', [SIDES, '2026-05-01|货款|500||1500|甲公司', '收入合计: 1 笔，共 500.00 元', '支出合计: 0 笔，共 0.00 元'], []],
    ['a total with a count does not', [SIDES, '2026-05-01|货款|500||1500|甲公司', '收入合计: 2 笔，共 700.00 元'], ['totalsDiffer']],
    ['above the list', ['收入：1笔 500.00元', SIDES, '2026-05-01|货款|500||1500|甲公司'], []],
    ['above the list, another one', ['收入：2笔 501.00元', SIDES, '2026-05-01|货款|500||1500|甲公司'], ['totalsDiffer']],
    ['a row that the clerk leaves out is in it', [SIDES, '2026-05-01|货款|500||1500|甲公司', '合计||500|0||'], []],
  ])('%s', (_, rows, notes) => expect(read(rows).notes).toEqual(notes))
})

describe('who and whose', () => {
  const one = (rows: string[], given: Given = {}) => read(rows, given).lines[0]
  it.each<[string, string, string, string, string]>([
    ['one cell with both', '交易日期|收入|支出|对方账号与户名', '2026-05-01|10||62220000000001/甲公司', '甲公司', '62220000000001'],
    ['one cell with both, the name first', '交易日期|收入|支出|对方户名', '2026-05-01|10||甲公司(6222****0001)', '甲公司', '6222****0001'],
    ['收款方名称 for both sides', '交易日|借方金额|贷方金额|收款方名称|收款方账号', '2026-05-01||10|甲公司|62220001', '甲公司', '62220001'],
    ['对手信息', '交易日期|交易金额|对手信息', '2026-05-01|+10|甲公司', '甲公司', ''],
    ['付方 and 收方', '交易日期|金额|付方名称|付方账号|收方名称|收方账号', '2026-05-01|10|甲公司|62220001|云州样例传动有限公司|512900000000123', '甲公司', '62220001'],
  ])('%s', (_, titles, row, counterparty, counterpartyAccount) => expect(one([titles, row])).toMatchObject({ direction: 'in', counterparty, counterpartyAccount }))
  it.each<[string, string]>([['交易描述', '货款7'], ['Client Reference', 'INV7'], ['Payment Reference', 'INV7'], ['Narrative', 'INV7'], ['附言', 'INV7']])('the memo under %s', (title, text) =>
    expect(one([`交易日期|收入|支出|摘要|${title}`, `2026-05-01|10||转账|${text}`])?.memo).toContain(text))
  it.each<[string, string[], Given]>([
    ['企业账号', ['企业名称|云州样例传动有限公司||企业账号|512900000000123(人民币)', PLAIN, '2026-05-01|货款|10||甲公司'], {}],
    ['another sheet', [PLAIN, '2026-05-01|货款|10||甲公司'], { before: [['账户名称', '云州样例'], ['账号', '512900000000123']] }],
    ['one of the parties', ['交易日期|金额|付方名称|付方账号|收方名称|收方账号', '2026-05-01|10|甲公司|62220001||512900000000123'], {}],
  ])('the own account by %s', (_, rows, given) => expect(read(rows, given).account).toMatchObject({ number: '512900000000123', how: 'file' }))
  it.each([['62220000/甲公司', '62220000', '甲公司'], ['甲公司 6222 0000 1111 2222', '6222000011112222', '甲公司'], ['甲公司', '', '甲公司'], ['3M中国有限公司', '', '3M中国有限公司']])('%s', (text, account, name) => expect(accountAndName(text)).toEqual({ account, name }))
})

describe('what must not be read as one list, or not at all', () => {
  it.each<[string, string[], string[]]>([
    ['two accounts below each other', ['账号：512900000000123', SIDES, '2026-10-09||1000||5000|甲公司', '账号：6222888800001111', SIDES, '2026-10-10||300||900|乙公司'], ['4 SEVERAL_ACCOUNTS']],
    ['two currencies below each other', ['币种：人民币', SIDES, '2026-10-09||1000||5000|甲公司', '币种：美元', SIDES, '2026-10-10||300||900|乙公司'], ['4 WRONG_CURRENCY']],
    ['a second header with the sides the other way round', [SIDES, '2026-10-09||1000||5000|甲公司', '交易日期|摘要|支出|收入|余额|对方户名', '2026-10-10||200||4800|乙公司'], ['3 OTHER_HEADER']],
    ['money in above money out in one column', ['一、收入', '交易日期|对方户名|收入金额', '2026-10-09|甲公司|1000', '二、支出', '交易日期|对方户名|支出金额', '2026-10-10|乙公司|200'], ['5 OTHER_HEADER']],
    ['a title of each side below each other', ['收款明细', '交易日期|对方户名|金额', '2026-10-09|甲公司|1000', '付款明细', '交易日期|对方户名|金额', '2026-10-10|乙公司|200'], ['file NO_DIRECTION']],
    ['a column of days that only looks like signs', ['交易日期|金额|到期日|对方户名', '2026-10-09|1000|2026-12-01|甲公司'], ['file NO_DIRECTION']],
    ['a side that stands beside one amount only', ['Date|Details|Amount|Balance', '2026-10-09|ALPHA|1500.00 CR|5000', '2026-10-23|RENT|200.00|4800'], ['3 BAD_DIRECTION']],
    ['a whole column in words', ['交易日期|收入|支出|对方户名', '2026-10-09|壹仟元整||甲公司', '2026-10-10||贰佰元整|乙公司'], ['2 NOT_A_NUMBER', '3 NOT_A_NUMBER']],
    ['one side in stars', ['交易日期|收入|支出|对方户名', '2026-10-09|***||甲公司', '2026-10-10||200|乙公司'], ['2 NOT_A_NUMBER']],
  ])('%s', (_, rows, problems) => expect(read(rows).problems).toEqual(problems))
  it('takes pages of one list under the same header for one', () => expect(read([SIDES, '2026-10-09||1000||5000|甲公司', '账号：', SIDES, '2026-10-10|||200|4800|乙公司']).brief).toBe('1000 -200'))
  it('skips what was denied and what still waits for somebody', () =>
    expect(read(['交易日期|收入|支出|对方户名|状态', '2026-10-09|1000||甲公司|成功', '2026-10-10||200|乙公司|待审批', '2026-10-10||300|乙公司|Denied']).skipped).toBe('noMoney 2 out 500'))
  it('reads the currency of an account that stands in one cell with its number', () => expect([...read(['账号：512900000000123 币种：USD', PLAIN, '2026-10-09||1000||甲公司']).currencies.values()]).toMatchObject([{ currency: 'USD' }]))
  it('takes 交易明细账单 for the paper of a bank, and 明细账 for the company\'s own', () =>
    expect(['交易明细账单', '银行存款明细账'].map((title) => read([title, '交易日期|借方|贷方|对方户名', '2026-10-09||1000|甲公司']).brief)).toEqual(['1000', '-1000?']))
})
