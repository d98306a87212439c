import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { uniqueCombination } from '../../shared/receipts/combination.ts'
import { advanceOf, suggestAllocation, whyNoDifference, type Candidate } from '../../shared/receipts/rules.ts'

/** An open item: its number, what is open, its due day; the rest as wanted. */
const item = (itemId: number, open: number, dueOn = `2026-0${itemId}-01`, more: Partial<Candidate> = {}): Candidate => ({
  itemId, open: money(open), dueOn: day(dueOn), documentOn: day('2025-12-01'), number: `YS-202601-000${itemId}`, invoiceNumber: '', contractNumber: '', orderNumber: '', ...more,
})
const suggest = (amount: number, items: readonly Candidate[], reference = '', tolerance = 100) => {
  const { lines, gaveUp } = suggestAllocation({ amount: money(amount), reference, items, tolerance: money(tolerance) })
  return { lines: lines.map((line) => [line.itemId, line.amount, line.difference, line.reason]), gaveUp, advance: advanceOf(money(amount), lines) }
}

describe('suggestAllocation (rules: Receipts and allocation; 民法典 560)', () => {
  const three = [item(1, 30_000), item(2, 20_000), item(3, 50_050)]

  it.each([
    ['1. what the payer names, though another item is exact', 20_000, '付 YS-202601-0003 货款', [[3, 20_000, 0, 'reference']]],
    ['1. several, in the order in which they are named', 60_000, 'YS-202601-0003, YS-202601-0001', [[3, 50_050, 0, 'reference'], [1, 9950, 0, 'reference']]],
    ['1. and what is more than the named ones stays an advance', 60_000, 'YS-202601-0002', [[2, 20_000, 0, 'reference']]],
    ['1. short by the tolerance on what is named', 50_000, 'YS-202601-0003', [[3, 50_000, 50, 'reference']]],
    ['2. one item of exactly the amount', 20_000, '', [[2, 20_000, 0, 'exactAmount']]],
    ['3. one item that is more by at most the tolerance', 50_000, '', [[3, 50_000, 50, 'shortPayment']]],
    ['4. the only set that adds up', 80_050, '', [[1, 30_000, 0, 'uniqueCombination'], [3, 50_050, 0, 'uniqueCombination']]],
    ['5. else the oldest due first', 35_000, '', [[1, 30_000, 0, 'oldestFirst'], [2, 5000, 0, 'oldestFirst']]],
    ['5. and an advance beyond everything', 200_000, '', [[1, 30_000, 0, 'oldestFirst'], [2, 20_000, 0, 'oldestFirst'], [3, 50_050, 0, 'oldestFirst']]],
  ])('%s', (_, amount, reference, lines) => expect(suggest(amount, three, reference).lines).toEqual(lines))

  it.each<[string, string, string[], unknown[]]>([
    ['a settled debt: nothing is laid on another one, and it is said', '付 INV-7 货款', ['INV-7'], []],
    ['a settled debt by the end of its number', '货款 00000077', ['26002000000000000077'], []],
    ['a settled debt and an open one', 'INV-7, YS-202601-0002', ['INV-7'], [[2, 20_000, 0, 'reference']]],
    ['a contract of which something is open', 'HT-2026-1', [], [[1, 20_000, 0, 'reference']]],
    ['a contract of which nothing is open', 'HT-2025-9', ['INV-7'], []],
    ['nothing that is settled', 'INV-77', [], [[2, 20_000, 0, 'exactAmount']]],
  ])('with a reference that names %s (rules: paid twice?)', (_, reference, names, lines) => {
    const settled = [item(8, 0, '2025-01-01', { number: 'YS-202501-0008', invoiceNumber: 'INV-7', contractNumber: 'HT-2025-9' }), item(9, 0, '2025-01-01', { number: 'YS-202501-0009', invoiceNumber: '26002000000000000077', contractNumber: 'HT-2026-1' })]
    const items = [item(1, 30_000, '2026-01-01', { contractNumber: 'HT-2026-1' }), item(2, 20_000), item(3, 50_050)]
    const found = suggestAllocation({ amount: money(20_000), reference, items, settled, tolerance: money(100) })
    expect([found.settled.map(({ invoiceNumber }) => invoiceNumber), found.lines.map((line) => [line.itemId, line.amount, line.difference, line.reason])]).toEqual([names, lines])
  })

  it('leaves what is over as an advance', () => expect([suggest(200_000, three).advance, suggest(60_000, three, 'YS-202601-0002').advance]).toEqual([99_950, 40_000]))

  it('takes the oldest of several exact ones', () => expect(suggest(500, [item(2, 500), item(1, 500)]).lines).toEqual([[1, 500, 0, 'exactAmount']]))

  it('sees that a part payment of a named item is not the other item of that amount', () => {
    expect(suggest(20_000, [item(1, 30_000, '2026-01-01', { contractNumber: 'HT-2026-001' }), item(2, 20_000)], '合同HT-2026-001首付').lines).toEqual([[1, 20_000, 0, 'reference']])
  })

  describe('names', () => {
    const invoice = { invoiceNumber: '26312000000054300101' }
    it.each([
      ['the whole invoice number', invoice, '26312000000054300101', true], ['its last eight digits', invoice, '付款54300101', true], ['the last eight inside of a longer number', invoice, '9954300101', false],
      ['the last eight before more digits', invoice, '543001019', false], ['fewer digits', invoice, '4300101', false], ['full-width digits', invoice, '发票５４３００１０１', true],
      ['a contract, in small letters', { contractNumber: 'HT-2026-001' }, 'ht-2026-001 货款', true], ['a contract inside of another', { contractNumber: 'HT-2026-001' }, 'AHT-2026-001', false],
      ['a contract before more digits', { contractNumber: 'HT-2026-001' }, 'HT-2026-0012', false], ['an order', { orderNumber: 'PO8899' }, 'PO8899尾款', true], ['our number', {}, 'YS-202601-0001', true],
      ['a name of three characters', { orderNumber: 'A12' }, 'A12', false], ['nothing', {}, '货款', false],
    ])('%s', (_, more, reference, named) => {
      const lines = suggest(100, [item(1, 5000, '2026-01-01', more), item(2, 9000)], reference).lines
      expect(lines[0]?.[3] === 'reference').toBe(named)
    })
  })

  it.each([[9_900, 'shortPayment'], [9_899, 'oldestFirst'], [10_000, 'exactAmount']])('%i of 10,000 with a tolerance of 1.00 is %s', (amount, reason) => expect(suggest(amount, [item(1, 10_000)]).lines[0]?.[3]).toBe(reason))
  it('clears no second difference of an item', () => expect(suggest(9950, [item(1, 10_000, undefined, { cleared: true })]).lines).toEqual([[1, 9950, 0, 'oldestFirst']]))
  it.each([[false, 50], [true, 0]])('clears the rest of an item that is named only where nothing of it was cleared (%s): %i', (cleared, difference) => {
    expect(suggest(9950, [item(1, 10_000, undefined, { cleared, invoiceNumber: '26312000000012345678' }), item(2, 500)], '26312000000012345678').lines).toEqual([[1, 9950, difference, 'reference']])
  })
  it.each([
    ['at most the tolerance, and it closes the item', 100, false, 0, null], ['one fen over the tolerance', 101, false, 0, 'differenceOverTolerance'],
    ['one fen would stay open', 100, false, 1, 'differenceStaysOpen'], ['the item had one', 1, true, 0, 'differenceTwice'], ['no difference, whatever stays open', 0, true, 5000, null],
  ] as const)('a difference where %s: %i', (_, difference, cleared, rest, why) => expect(whyNoDifference({ difference, tolerance: 100, cleared, rest })).toBe(why))
  it('clears no difference without a tolerance', () => expect(suggest(9999, [item(1, 10_000)], '', 0).lines).toEqual([[1, 9999, 0, 'oldestFirst']]))
  it('clears no difference on what is only next in age', () => expect(suggest(49_950, [item(1, 30_000), item(2, 20_000)]).lines).toEqual([[1, 30_000, 0, 'oldestFirst'], [2, 19_950, 0, 'oldestFirst']]))
  it('passes over credits and closed items', () => expect(suggest(500, [item(1, -500), item(2, 0), item(3, 900)]).lines).toEqual([[3, 500, 0, 'oldestFirst']]))
  it('sorts by due day, then document day, then number', () => {
    const same = { documentOn: day('2025-12-02') }
    expect(suggest(100_000, [item(3, 7, '2026-01-01', same), item(2, 11, '2026-01-01', same), item(1, 13, '2026-01-02'), item(4, 17, '2026-01-01')]).lines.map(([id]) => id)).toEqual([4, 2, 3, 1])
  })
  it('suggests nothing where nothing is open', () => expect(suggest(500, [])).toEqual({ lines: [], gaveUp: false, advance: 500 }))
})

describe('uniqueCombination', () => {
  it('is none when two sets add up', () => {
    expect(uniqueCombination([item(1, 100), item(2, 200), item(3, 150), item(4, 150)], money(300)).set).toBeNull()
    expect(uniqueCombination([item(1, 100), item(2, 100), item(3, 200)], money(300)).set).toBeNull()
  })
  it('is the one that adds up, of two items or more', () => expect(uniqueCombination([item(1, 100), item(2, 230), item(3, 150)], money(330)).set?.map((one) => one.itemId)).toEqual([1, 2]))
  it('says that it gave up rather than call a set the only one', () => {
    const many = Array.from({ length: 40 }, (_, index) => item(1, 1000 + index * 7, '2026-01-01', { itemId: index + 1 } as Partial<Candidate>))
    expect(uniqueCombination(many, money(11_111), 2000)).toEqual({ set: null, gaveUp: true })
    expect(suggestAllocation({ amount: money(11_111), reference: '', items: many, tolerance: money(0), steps: 2000 })).toMatchObject({ gaveUp: true })
  })
})
