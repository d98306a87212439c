/** Lists as small offices and their programs write them; each reads as a bookkeeper would read it. */
import { describe, expect, it } from 'vitest'
import type { Day } from '../../shared/day.ts'
import { readBalances, statedDay, statedDayOf } from '../../shared/integration/balances.ts'
import { bucketsOf } from '../../shared/integration/buckets.ts'
import { aboutOf, findList } from '../../shared/integration/listKind.ts'
import { proveTotals } from '../../shared/integration/listTotals.ts'
import { readReceivables } from '../../shared/integration/receivables.ts'
import { openPlace, proposedMapping } from '../../shared/sheets/locate.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { Cell, TableFile } from '../../shared/sheets/table.ts'

const file = (...sheets: [name: string, rows: Cell[][]][]): TableFile =>
  ({ format: 'xlsx', encoding: 'utf-8', sheets: sheets.map(([name, rows]) => ({ name, hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) })) })

function read(table: TableFile) {
  const found = findList(table, '', {})
  if (!found.place) throw new Error('no list')
  const problems = new Problems()
  const list = openPlace(found.place, proposedMapping(found.place), {}, problems)
  const { rows, receipts } = readReceivables(list, { currency: 'CNY', startOn: null }, problems)
  return {
    other: found.other, unread: found.place.unread.map(({ name }) => name), problems: problems.list(), skipped: list.skipped.all(),
    debts: rows.map(({ party, total }) => [party.name, total]), money: receipts.map(({ party, amount }) => [party.name, amount]),
  }
}

describe('a running balance under other words than 借方 and 贷方', () => {
  it.each([
    ['sales and receipts', ['客户', '日期', '摘要', '销售金额', '收款金额', '余额'], ''],
    ['本期应收 and 本期实收', ['客户', '日期', '摘要', '本期应收', '本期实收', '期末余额'], ''],
  ])('belongs to no row: %s', (_, titles) => {
    const { debts, money } = read(file(['应收明细', [titles, ['甲', '2026-10-02', '销售', 100, null, 100], ['甲', '2026-10-05', '收款', null, 60, 40], ['甲', '2026-10-08', '销售', 10, null, 50]]]))
    expect([debts, money]).toEqual([[['甲', 10000], ['甲', 1000]], [['甲', 6000]]])
  })
})

describe('the customer of a ledger', () => {
  const titles = ['日期', '凭证号', '摘要', '借方', '贷方', '余额']
  const row = ['2026-09-05', null, '销售', 300, null, 300]
  it.each<[what: string, table: TableFile, debts: [string, number][]]>([
    ['stands in its title', file(['Sheet1', [['明细账'], ['客户：甲公司', null, '币种：人民币'], titles, row]]), [['甲公司', 30000]]],
    ['stands behind its account', file(['Sheet1', [['明细账'], ['科目：1122 应收账款\\甲公司'], titles, row]]), [['甲公司', 30000]]],
    ['stands above each block', file(['Sheet1', [['客户：甲公司'], titles, row, ['客户：乙公司'], titles, row]]), [['甲公司', 30000], ['乙公司', 30000]]],
    ['names its sheet', file(['甲公司', [titles, row]], ['乙公司', [titles, row]]), [['甲公司', 30000], ['乙公司', 30000]]],
  ])('%s', (_, table, debts) => expect(read(table)).toMatchObject({ debts, problems: [] }))
})

describe('what says that nothing is owed', () => {
  it('is a word of a column or a whole remark, and one that nobody knows is asked', () => {
    const titles = ['客户', '开票日期', '发票号', '价税合计', '回款情况', '备注']
    const row = (number: string, state: string | null, note: string | null): Cell[] => ['甲', '2026-10-05', number, 100, state, note]
    const got = read(file(['发票', [titles, row('1', '已回款', null), row('2', '√', null), row('3', '未回款', null), row('4', null, '作废'), row('5', '见附件', null)]]))
    expect(got.debts).toEqual([['甲', 10000]])
    expect(got.skipped).toMatchObject({ settled: { count: 2 }, void: { count: 1, sums: [{ amount: 10000 }] } })
    expect(got.problems).toMatchObject([{ row: 6, code: 'STANDING_UNKNOWN' }])
  })
})

describe('lists that are not ours', () => {
  const titles = ['单位名称', '开票日期', '发票号', '金额']
  it('are left out by the name of their sheet and named', () => {
    expect(read(file(['应付', [titles, ['乙', '2026-10-05', '2', 70]]], ['应收', [titles, ['甲', '2026-10-05', '1', 100]]]))).toMatchObject({ debts: [['甲', 10000]], unread: ['应付'] })
  })
  it.each(['预付账款明细表', '预收账款余额表', '合同台账'])('are known by their title: %s', (title) => {
    expect(findList(file(['Sheet1', [[title], titles, ['甲', '2026-10-05', '1', 100]]]), '', {}).other).not.toBeNull()
  })
  it('are known by the day of their papers', () => {
    expect(findList(file(['Sheet1', [['合同编号', '客户名称', '签订日期', '金额'], ['HT1', '甲', '2026-10-05', 100]]]), '', {}).other).toBe('orders')
  })
})

it('two columns of money with one title are asked', () => {
  expect(read(file(['发票', [['客户', '开票日期', '发票号', '金额', '金额'], ['甲', '2026-10-05', '1', 100, 113]]])).problems).toMatchObject([{ code: 'UNSURE_COLUMN' }])
})

it('what stands below a list is no row of it, and is named', () => {
  const got = read(file(['应收', [['开票日期', '客户', '发票号', '价税合计'], ['2026-10-05', '甲', '1', 100], ['制表人：李四'], ['说明：以上金额含税'], ['1、请核对']]]))
  expect(got).toMatchObject({ debts: [['甲', 10000]], problems: [], skipped: { note: { count: 3 } } })
})

it.each<[string, string | null]>([
  ['Customer balances as at 31/03/2026', '2026-03-31'], ['As of March 31, 2026', '2026-03-31'], ['31 March 2026', '2026-03-31'], ['截至2026年3月末', '2026-03-31'],
  ['截至二〇二六年三月三十一日', '2026-03-31'], ['二〇二六年十二月', '2026-12-31'], ['as at 03/04/2026', null],
])('%s states the day %s', (text, day) => expect(statedDay(text)).toBe(day as Day | null))

describe('the Aged Receivables Summary of Xero', () => {
  const summary = (total: number, title = 'As at 31 March 2026'): TableFile => file(['Aged Receivables Summary', [
    ['Aged Receivables Summary'], ['Demo Company'], [title], ['Ageing by due date'], [], ['Contact', 'Current', '< 1 Month', '1 Month', '2 Months', '3 Months', 'Older', 'Total'],
    ['Bayside Club', 100, 0, 20, 0, 0, 3, 123], ['City Agency', 0, 50, 0, 0, 0, 0, 50], ['Total', 100, 50, 20, 0, 0, 3, total],
    ['Percentage of total', 0.578, 0.289, 0.116, 0, 0, 0.017, 1],
  ]])
  const balances = (table: TableFile) => {
    const { place, buckets } = findList(table, '', {})
    if (!place) throw new Error('no list')
    const problems = new Problems()
    const list = openPlace(place, proposedMapping(place), {}, problems)
    proveTotals(list, ['open'], problems)
    const { rows } = readBalances(list, buckets, list.openingAsOf ?? statedDayOf(aboutOf(place, '')), { currency: 'CNY', startOn: null }, problems)
    return { kind: place.kind.name, problems: problems.list(), skipped: list.skipped.all(), debts: rows.map(({ party, note, total, documentOn }) => [party.name, note, total, documentOn]) }
  }
  it('is one opening item a bucket of each contact, each with its day in the bucket', () => expect(balances(summary(173))).toMatchObject({
    kind: 'balances', problems: [], skipped: { summary: { count: 2 } },
    debts: [['Bayside Club', 'Current', 10000, '2026-03-31'], ['Bayside Club', '1 Month', 2000, '2026-02-27'], ['Bayside Club', 'Older', 300, '2025-11-29'], ['City Agency', '< 1 Month', 5000, '2026-03-30']],
  }))
  it('keeps < 1 Month and 1 Month apart where one of them says nothing', () => {
    const { debts } = balances(file(['S', [['As at 31 March 2026'], ['Contact', 'Current', '< 1 Month', '1 Month', 'Older', 'Total'], ['A', '-', '-', '20.00', '3.00', '23.00'], ['Total', '-', '-', '20.00', '3.00', '23.00']]]))
    expect(debts).toEqual([['A', '1 Month', 2000, '2026-02-27'], ['A', 'Older', 300, '2026-01-30']])
    const days = balances(file(['S', [['As at 31 March 2026'], ['Customer', '<90', '>90', 'Total'], ['A', '-', 20, 20], ['Total', '-', 20, 20]]]))
    expect(days.debts).toEqual([['A', '>90', 2000, '2025-12-30']])
  })
  it('has a total that must fit', () => expect(balances(summary(174)).problems).toMatchObject([{ row: 9, column: 'Total', code: 'TOTAL_DIFFERS', params: { total: 17400, lines: 17300 } }]))
  it('is told from a list whose contact is a person', () => {
    const nameOf = (...titles: string[]): unknown => {
      const { place } = findList(file(['Aged', [[...titles, 'Current', '1-30', '31-60', 'Total'], ['A', 'B', 1, 0, 0, 1]]]), '', {})
      return place && titles[proposedMapping(place)['customerName'] ?? NaN]
    }
    expect([nameOf('Customer', 'Contact'), nameOf('Contact', 'Customer'), nameOf('Contact', 'Company'), nameOf('Phone', 'Contact')]).toEqual(['Customer', 'Customer', 'Company', 'Contact'])
    expect(findList(file(['Sheet1', [['Company', 'Contact', 'Phone', 'Balance'], ['A', 'B', '1', 5]]]), '', {}).place?.kind.name).toBe('customers')
  })
  it('asks for its day where it states none', () => expect(balances(summary(173, '')).problems).toMatchObject([{ code: 'AS_OF_MISSING' }]))
})

it('the columns of Xero are ages', () => {
  expect(bucketsOf(['Contact', 'Current', '< 1 Month', '1 Month', '2 Months', 'Older', 'Total'], '')?.columns.map(({ from }) => from?.count ?? null)).toEqual([null, 0, 1, 2, 3])
})
