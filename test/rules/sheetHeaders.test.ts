import { describe, expect, it } from 'vitest'
import { STATEMENT } from '../../shared/bank/fields.ts'
import { ALL_LISTS, LISTS } from '../../shared/integration/fields.ts'
import { proposeMapping } from '../../shared/sheets/header.ts'
import type { ListKind } from '../../shared/sheets/kinds.ts'
import { locate, openPlace, proposedMapping } from '../../shared/sheets/locate.ts'
import { isMoneyField, meaningOf } from '../../shared/sheets/meaning.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { isSummaryWord } from '../../shared/sheets/sums.ts'
import { plainCell, type Cell, type TableFile } from '../../shared/sheets/table.ts'
import { plainHeader } from '../../shared/sheets/words.ts'
import { Random } from '../simulation/random.ts'

const file = (rows: Cell[][]): TableFile => ({ format: 'csv', encoding: 'utf-8', sheets: [{ name: '', hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }] })
function open(kind: ListKind, rows: Cell[][], said = false) {
  const place = locate(file(rows), [kind], {})!
  const problems = new Problems()
  const mapping = proposedMapping(place)
  const list = openPlace(place, mapping, { said }, problems)
  return { mapping, rows: list.rows.map(({ row }) => row), skipped: list.skipped.all(), problems: problems.list() }
}
const fieldOf = (title: string, kind: ListKind): string | null => Object.keys(proposeMapping([title], kind.fields, { sides: kind.sides }).mapping)[0] ?? null

describe('the meaning of a title is not a word that it holds', () => {
  it.each<[title: string, kind: ListKind, not: string]>([
    ['未收款金额', LISTS.receipts, 'amount'], ['未收款金额', LISTS.receivables, 'received'], ['待收款金额', LISTS.receipts, 'amount'], ['待收款金额', LISTS.receivables, 'received'], ['应收款金额', LISTS.receipts, 'amount'],
    ['不含税金额', LISTS.receivables, 'gross'], ['非含税金额', LISTS.receivables, 'gross'], ['未开票金额', LISTS.receivables, 'gross'], ['Unpaid Amount', LISTS.receivables, 'received'], ['Non-received amount', LISTS.receivables, 'received'],
    ['未结算金额小计', LISTS.receivables, 'received'], ['预计收款日期', LISTS.receipts, 'receivedOn'], ['合同金额', LISTS.receivables, 'amount'], ['订单金额', LISTS.receivables, 'amount'], ['其中：税额', LISTS.receivables, 'tax'], ['金额(不含税)', LISTS.receivables, 'amount'], ['金额(预计)', LISTS.receipts, 'amount'],
    ['币别编码', LISTS.receivables, 'currency'], ['冻结余额', STATEMENT, 'balance'], ['手续费金额', STATEMENT, 'amount'],
  ])('%s of %o is not %s', (title, kind, not) => expect(fieldOf(title, kind)).not.toBe(not))

  it.each<[title: string, kind: ListKind, field: string]>([
    ['未收金额', LISTS.receivables, 'open'], ['应收金额（元）', LISTS.receivables, 'amount'], ['发票总金额', LISTS.receivables, 'amount'], ['应收账款期末余额', LISTS.receivables, 'open'], ['金额(USD)', LISTS.receivables, 'amount'], ['金额（万元）', LISTS.receivables, 'amount'], ['金额(含税)', LISTS.receivables, 'gross'],
    ['(单据头)价税合计', LISTS.receivables, 'gross'], ['*(单据头)客户#名称', LISTS.receivables, 'customerName'], ['*(单据头)客户#编码', LISTS.receivables, 'customerCode'], ['币别名称', LISTS.receivables, 'currency'], ['收款金额(人民币)', LISTS.receipts, 'amount'],
    ['借方金额(收)', STATEMENT, 'in'], ['贷方金额(付)', STATEMENT, 'out'], ['借方金额(收)', LISTS.receipts, 'amount'], ['记账金额(收入)', STATEMENT, 'in'], ['记账金额(支出)', STATEMENT, 'out'], ['交易金额(收入)', STATEMENT, 'in'], ['发生额（支出）', STATEMENT, 'out'], ['Amount (Paid out)', STATEMENT, 'out'],
    ['账户结余(元)', STATEMENT, 'balance'], ['Billing amount', STATEMENT, 'amount'], ['贷方发生额（收入）', STATEMENT, 'in'], ['借方(出账)', STATEMENT, 'out'], ['收入金额(贷)', STATEMENT, 'in'], ['支出（借）', STATEMENT, 'out'], ['收支金额(元)', STATEMENT, 'amount'], ['金额(收/付)', STATEMENT, 'amount'], ['交易金额[ Trade Amount ]', STATEMENT, 'amount'], ['交易后余额(Balance)', STATEMENT, 'balance'],
  ])('%s of %o is %s', (title, kind, field) => expect(fieldOf(title, kind)).toBe(field))

  it('is turned by each negation before each word of money, for three hundred seeded titles', () => {
    const random = new Random(8)
    const kinds = [...ALL_LISTS, STATEMENT] as ListKind[]
    const wrong: string[] = []
    for (let times = 0; times < 300; times += 1) {
      const kind = random.pick(kinds)!
      const field = random.pick(kind.fields.filter(isMoneyField))
      const word = random.pick(field?.words ?? [])
      if (!field || !word) continue
      const title = `${random.pick(/[a-z]/.test(word) ? ['un', 'non-', 'not '] : ['未', '待', '不', '无', '非', '尚未', '其中：'])}${word}${random.pick(['', '(USD)', '（元）', '小计', '(预计)'])}`
      const found = fieldOf(title, kind)
      const isWord = kind.fields.some(({ words }) => words.some((each) => each === meaningOf(title).plain || each === meaningOf(title).bare || plainHeader(title).startsWith(each)))
      if (found === field.field && !isWord) wrong.push(`${title} is ${found}`)
    }
    expect(wrong).toEqual([])
  })

  it('of two columns that say the same is that of the one which holds money', () => {
    const titles = ['交易日期', '交易金额(收入)', '交易金额(支出)', '记账金额(收入)', '记账金额(支出)', '余额', '对方户名']
    expect(open(STATEMENT, [titles, ['2026-03-28', '-', '-', '9,999.99', null, '119,351.21', '王海'], ['2026-03-25', '-', '-', null, '88,000.00', '109,351.22', '乙']]).mapping).toMatchObject({ in: 3, out: 4 })
  })
})

describe('a column of money whose title proves nothing', () => {
  const titles = ['客户名称', '单据日期', '单据编号', '合同金额']
  it('is not taken but asked, and the question names column and field', () => {
    expect(open(LISTS.receivables, [titles, ['甲', '2026-03-01', 'A1', '100.00']]).problems).toEqual([{ row: null, column: '合同金额', code: 'UNSURE_COLUMN', value: '', params: { field: 'amount', index: 3 } }])
  })
  it('is not asked where the list has its amount, where it holds no money, or where somebody said what the columns mean', () => {
    expect(open(LISTS.receivables, [[...titles, '金额'], ['甲', '2026-03-01', 'A1', '100.00', '50.00']]).problems).toEqual([])
    expect(open(LISTS.receivables, [titles, ['甲', '2026-03-01', 'A1', '面议']]).problems).toMatchObject([{ code: 'MISSING_COLUMN' }])
    expect(open(LISTS.receivables, [titles, ['甲', '2026-03-01', 'A1', '100.00']], true).problems).toMatchObject([{ code: 'MISSING_COLUMN' }])
  })
})

describe('rows of sums', () => {
  it.each(['小计', '合计', '合 计', '总计：', '本月合计', '本年累计', '当前合计', '当前累计', '过次页', '承前页', '本日合计', 'Total', 'Grand Total', 'Subtotal'])('%s is a word of them', (word) => expect(isSummaryWord(word)).toBe(true))
  it.each(['收款合计', '期末余额', '合计划款', '共计费', '货款', '小计算机'])('%s is none', (word) => expect(isSummaryWord(word)).toBe(false))

  const titles = ['单据日期', '单据编号', '客户名称', '摘要', '金额']
  const row: Cell[] = ['2026-03-05', 'A1', '甲公司', '货款', '400.00']
  it.each<[what: string, cells: Cell[], sum: boolean]>([
    ['the customer and its sum', [null, null, '甲公司 小计：', null, '400.00'], true], ['the customer and its sum without a blank', [null, null, '甲公司小计', null, '400.00'], true], ['the sum under the number', [null, '甲公司 合计', null, null, '400.00'], true], ['ACME Total', [null, null, 'ACME Ltd Total', null, '400.00'], true],
    ['a dated sum of the month under 摘要', ['2026-03-31', null, '甲公司', '本月合计', '400.00'], true], ['a dated sum of the year', ['2026-03-31', null, '甲公司', '本年累计', '900.00'], true], ['a page that is carried over', ['2026-03-31', null, null, '过次页', '900.00'], true], ['当前合计', ['2026-03-31', null, null, '当前合计', '900.00'], true],
    ['an undated 合计 under 摘要', [null, null, null, '合计', '400.00'], true], ['the word under the day', ['合计', null, null, null, '400.00'], true],
    ['a document whose remark is 本月合计', ['2026-03-31', 'A2', '甲公司', '本月合计', '400.00'], false], ['a document whose remark is 合计', ['2026-03-31', 'A2', '甲公司', '合计', '400.00'], false], ['a dated payment remarked 收款合计', ['2026-03-31', null, '甲公司', '收款合计', '400.00'], false],
    ['a customer called 合计科技', ['2026-03-31', 'A2', '合计科技有限公司', '货款', '400.00'], false], ['a dated row without a number', ['2026-03-31', null, '甲公司', '3月货款小计', '400.00'], false],
  ])('%s', (_, cells, sum) => {
    const { rows, skipped } = open(LISTS.receivables, [titles, row, cells])
    expect([rows.includes(3), skipped['summary']?.count ?? 0]).toEqual(sum ? [false, 1] : [true, 0])
  })
})

describe('what programs write around cells', () => {
  it.each<[Cell, Cell]>([['`00123', '00123'], ["'00123", '00123'], ['\t20260328', '20260328'], ['119,351.21   \t', '119,351.21'], ['="00123"', '00123'], ['"货款"', '货款'], ['\ufeff日期', '日期'], ['   ', null], ['=1+1', '=1+1'], ['5\'11', '5\'11'], ['-    ', '-'], [5, 5], [null, null]])(
    '%j is %j', (cell, expected) => expect(plainCell(cell)).toBe(expected))
})

describe('heads', () => {
  it('of two lines that repeat on each page are left out, both lines', () => {
    const head: Cell[][] = [['单据日期', '客户信息', null, '应收金额', null], [null, '编码', '名称', '原币', '余额']]
    const read = open(LISTS.receivables, [['应收明细表'], ...head, ['2026-01-01', 'C1', '甲', '10', '4'], ['2026-01-02', 'C1', '甲', '10', '5'], ...head, ['2026-01-03', 'C2', '乙', '10', '6']])
    expect(read.rows).toEqual([4, 5, 8])
    expect(read.skipped['repeatedHeader']?.count).toBe(2)
  })
  it('that name code and name of 金蝶 are read by the name, below a line of technical names', () => {
    const { mapping } = open(LISTS.receivables, [
      ['FBillHead(AR_receivable)', 'FBillNo', 'FDATE', 'FCUSTOMERID', 'FCUSTOMERID#Name', 'FCURRENCYID', 'FCURRENCYID#Name', 'FENDDATE_H', 'FALLAMOUNTFOR', 'FDOCUMENTSTATUS'],
      ['*单据头(序号)', '(单据头)单据编号', '*(单据头)业务日期', '*(单据头)客户#编码', '(单据头)客户#名称', '*(单据头)币别#编码', '(单据头)币别#名称', '*(单据头)到期日', '(单据头)价税合计', '(单据头)单据状态'],
      ['100001', 'AR0001', '2026-03-02', 'C001', '苏州甲', 'PRE001', '人民币', '2026-05-01', '58600.00', '已审核'],
    ])
    expect(mapping).toMatchObject({ number: 1, documentOn: 2, customerCode: 3, customerName: 4, currency: 6, dueOn: 7, gross: 8 })
  })
})
