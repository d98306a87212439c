import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../shared/bank/links.ts'
import { accountKey, learnable, PayerBook, SEVERAL, type BankCustomer, type Learnt } from '../../shared/bank/payers.ts'
import { proposeAll, type OpenLine, type Surroundings } from '../../shared/bank/proposals.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import type { Candidate } from '../../shared/receipts/rules.ts'
import { DEFAULT_TERMS } from '../../shared/terms/schemas.ts'

const customer = (id: number, name: string, more: Partial<BankCustomer> = {}): BankCustomer => ({
  id, code: `C${id}`, name, shortName: '', taxNumber: '', terms: DEFAULT_TERMS, cutOffDate: null, cutOffCounts: true, bankAccount: '', active: true, ...more,
})
const CUSTOMERS = [
  customer(1, '澄阳信垣机械有限公司', { bankAccount: '6222 0000 1111 2222' }), customer(2, '澄阳信垣电子有限公司'), customer(3, '栎城百喆（集团）股份有限公司'), customer(4, '停用贸易有限公司', { active: false }),
]

/** An open item: its number, what is open; older ones have lower numbers. */
const item = (itemId: number, open: number, invoiceNumber = ''): Candidate => ({
  itemId, open: money(open), dueOn: day(`2026-01-${String(itemId).padStart(2, '0')}`), documentOn: day('2025-12-01'), number: `YS-202601-${String(itemId).padStart(4, '0')}`, invoiceNumber, contractNumber: '', orderNumber: '',
})
const A = '26002000000051747500'
const B = '26002000000051747501'

interface Given {
  amount: number
  memo?: string
  payer?: string
  account?: string
  on?: string
  time?: string
}
const line = ({ amount, memo = '', payer = '澄阳信垣机械有限公司', account = '', on = '2026-03-05', time = '' }: Given, index: number): OpenLine => ({
  id: index + 1, bankAccountId: 1, currency: 'CNY', on: day(on), time, amount: money(amount), counterparty: payer, counterpartyAccount: account, memo,
})
const recorded = (more: Partial<Recorded> = {}): Recorded => ({
  kind: 'receipt', id: 9, number: 'SK-9', customerId: 1, customerCode: 'C1', customerName: '澄阳信垣机械有限公司', unidentified: false, bankAccountId: 1, currency: 'CNY', on: day('2026-03-05'), amount: money(500), ...more,
})

interface World {
  learnt?: Learnt[]
  referenced?: [string, number][]
  recorded?: Recorded[]
  firstOpenDay?: string
  settled?: Candidate[]
}
const proposed = (items: readonly Candidate[], lines: readonly Given[], { learnt = [], referenced = [], recorded: known = [], firstOpenDay = '1900-01-01', settled = [] }: World = {}) => {
  const around: Surroundings = {
    payers: new PayerBook(CUSTOMERS, learnt, new Map(referenced)), itemsOf: (customerId, currency) => (customerId === 1 && currency === 'CNY' ? items : []),
    settledOf: (customerId) => (customerId === 1 ? settled : []), recorded: known, tolerance: money(100), firstOpenDay: day(firstOpenDay),
  }
  return proposeAll(lines.map(line), around)
}
const said = (items: readonly Candidate[], lines: readonly Given[], world: World = {}) => proposed(items, lines, world).map(({ line: { id }, payer, sureness, doubt, lines: taken, link }) => ({
  id, by: payer?.by ?? 'none', how: `${sureness}${doubt === null ? '' : ` ${doubt}`}`, settles: link ? link.number : taken.map(({ itemId, amount }) => `${itemId}:${amount}`).join(' '),
}))
const one = (items: readonly Candidate[], given: Given, world: World = {}) => {
  const { how, settles, by } = said(items, [given], world)[0] ?? { how: '', settles: '', by: '' }
  return [how, settles, by]
}

describe('one line (rules: Receipts and allocation)', () => {
  const open = [item(1, 30_000, A), item(2, 20_000, B), item(3, 50_050)]

  it.each<[string, Given, string, string]>([
    ['names an invoice and pays it', { amount: 30_000, memo: `付发票${A}货款` }, 'sure', '1:30000'],
    ['names two and pays both', { amount: 50_000, memo: `${A} ${B}` }, 'sure', '1:30000 2:20000'],
    ['names two and pays the first only', { amount: 30_000, memo: `${A} ${B}` }, 'likely partial', '1:30000'],
    ['pays part of what it names, as much as another item', { amount: 20_000, memo: `预付发票${A}部分款` }, 'likely partial', '1:20000'],
    ['pays more than it names', { amount: 35_000, memo: A }, 'likely partial', '1:30000'],
    ['is short by 1.50, more than the tolerance, on what it names', { amount: 29_850, memo: A }, 'likely partial', '1:29850'],
    ['is short within the tolerance on what it names', { amount: 29_950, memo: A }, 'sure', '1:29950'],
    ['is exactly one item', { amount: 20_000 }, 'sure', '2:20000'],
    ['is exactly one item, but names an invoice that is not open', { amount: 20_000, memo: '付发票26002000000099999999' }, 'likely otherReference', '2:20000'],
    ['is exactly one item, and a day stands in its memo', { amount: 20_000, memo: '20260304货款' }, 'sure', '2:20000'],
    ['is one item less a small difference', { amount: 49_990 }, 'sure', '3:49990'],
    ['is the only set', { amount: 80_050 }, 'sure', '1:30000 3:50050'],
    ['is nothing of all this', { amount: 12_345 }, 'unsure oldestFirst', '1:12345'],
  ])('%s', (_, given, how, settles) => expect(one(open, given).slice(0, 2)).toEqual([how, settles]))

  it.each<[string, Given, string, string]>([
    ['names a settled invoice, and another one is of its amount', { amount: 20_000, memo: '付XS0007' }, 'unsure settledReference', ''],
    ['names a settled invoice and an open one', { amount: 30_000, memo: `XS0007 ${A}` }, 'likely settledReference', '1:30000'],
    ['names nothing', { amount: 20_000, memo: '付货款' }, 'sure', '2:20000'],
  ])('that %s (rules: paid twice?)', (_, given, how, settles) => expect(one(open, given, { settled: [item(7, 0, 'XS0007')] }).slice(0, 2)).toEqual([how, settles]))
  it('of two lines that name one invoice the second was perhaps paid twice', () =>
    expect(said([item(1, 500, A), item(2, 500)], [{ amount: 500, memo: A }, { amount: 500, memo: A, on: '2026-03-06' }]).map(({ how, settles }) => [how, settles])).toEqual([['likely competing', '1:500'], ['unsure settledReference', '']]))
  it('of two equal items takes the older, but not unseen', () => expect(one([item(1, 500), item(2, 500)], { amount: 500 }).slice(0, 2)).toEqual(['likely equalItems', '1:500']))
  it('of two items within the tolerance takes one, but not unseen', () => expect(one([item(1, 10_050), item(2, 10_060)], { amount: 10_000 })[0]).toBe('likely equalItems'))
  it('is a part of the only thing that is owed', () => expect(one([item(1, 900)], { amount: 500 }).slice(0, 2)).toEqual(['likely oldestFirst', '1:500']))
  it('is an advance where nothing is open', () => expect(one([], { amount: 500 }).slice(0, 2)).toEqual(['likely nothingOpen', '']))
  it('says that it gave up rather than call a set the only one', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({ ...item(1, 2_000_000 + index * 1_013), itemId: index + 1 }))
    expect(one(many, { amount: 14_345_679 })[0]).toBe('unsure combinations')
  })
  it('of a closed month is booked on the first open day, and looked at', () => {
    const [first] = proposed([item(1, 500)], [{ amount: 500 }], { firstOpenDay: '2026-04-01' })
    expect([first?.receivedOn, first?.sureness, first?.doubt]).toEqual(['2026-04-01', 'likely', 'otherDay'])
  })
})

describe('whose money it is', () => {
  const open = [item(1, 500)]
  const learnt = (kind: Learnt['kind'], key: string, customerId: number): Learnt => ({ kind, key, customerId })

  it.each<[string, Given, World, string, string]>([
    ['another spelling of the name', { amount: 7, payer: '栎城百喆集团股份有限公司' }, {}, 'likely nothingOpen', 'nameVariant'],
    ['the own account under no name', { amount: 500, payer: '', account: '6222-0000-1111-2222' }, {}, 'sure', 'account'],
    ['the own account under a name that is not known', { amount: 500, payer: '某物业公司', account: '6222000011112222' }, {}, 'likely weakCustomer', 'account'],
    ['the own account under the name of another customer', { amount: 500, payer: '澄阳信垣电子有限公司', account: '6222000011112222' }, {}, 'unsure conflict', 'account'],
    ['a learnt name', { amount: 500, payer: '张三' }, { learnt: [learnt('name', '张三', 1)] }, 'sure', 'learntName'],
    ['a learnt account and its learnt name', { amount: 500, payer: '张三', account: '88889999' }, { learnt: [learnt('name', '张三', 1), learnt('account', '88889999', 1)] }, 'sure', 'learntAccount'],
    ['a learnt account under another name', { amount: 500, payer: '李四', account: '88889999' }, { learnt: [learnt('account', '88889999', 1)] }, 'likely weakCustomer', 'learntAccount'],
    ['a learnt name that is another customer', { amount: 500, payer: '澄阳信垣电子有限公司' }, { learnt: [learnt('name', '澄阳信垣电子有限公司', 1)] }, 'unsure conflict', 'learntName'],
    ['a payer of several customers', { amount: 500, payer: '张三' }, { learnt: [learnt('name', '张三', SEVERAL)] }, 'none unknownPayer', 'none'],
    ['a learnt payer of a customer who is deactivated', { amount: 500, payer: '张三' }, { learnt: [learnt('name', '张三', 4)] }, 'none unknownPayer', 'none'],
    ['a deactivated customer himself', { amount: 500, payer: '停用贸易有限公司' }, {}, 'likely inactive', 'name'],
    ['a branch', { amount: 500, payer: '澄阳信垣机械有限公司霁川分公司' }, {}, 'likely weakCustomer', 'branch'],
    ['a customer whom the memo names', { amount: 500, payer: '李四', memo: '代澄阳信垣机械有限公司付' }, {}, 'likely weakCustomer', 'memo'],
    ['two customers whom the memo names', { amount: 500, payer: '李四', memo: '代澄阳信垣机械有限公司、澄阳信垣电子有限公司付' }, {}, 'none unknownPayer', 'none'],
    ['a customer whose invoice the memo names', { amount: 500, payer: '李四', memo: A }, { referenced: [[A, 1]] }, 'likely weakCustomer', 'reference'],
    ['a company that only looks like a customer', { amount: 500, payer: '澄阳信垣物业管理有限公司' }, {}, 'none unknownPayer', 'none'],
  ])('%s', (_, given, world, how, by) => {
    const [found, , foundBy] = one(given.memo === A ? [item(1, 500, A)] : open, given, world)
    expect([found, foundBy]).toEqual([how, by])
  })

  it('tells everybody whom it might be', () => {
    const book = new PayerBook(CUSTOMERS, [])
    expect(book.candidatesOf({ counterparty: '李四', counterpartyAccount: '6222000011112222', memo: '代澄阳信垣电子有限公司付' }).map(({ customer: { id }, why }) => [id, why])).toEqual([[1, 'account'], [2, 'memo']])
  })

  it('learns names and accounts, but not of those who pay for everybody, nor masked accounts', () => {
    expect(learnable({ counterparty: '张 三', counterpartyAccount: '6222-0000 1234', memo: '' })).toEqual([{ kind: 'name', key: '张三' }, { kind: 'account', key: '622200001234' }])
    expect(learnable({ counterparty: '支付宝（中国）网络技术有限公司', counterpartyAccount: '215500690', memo: '' })).toEqual([])
    expect([accountKey('6222****1234'), accountKey('12345')]).toEqual(['', ''])
  })
})

describe('several lines', () => {
  it('never propose the same money: the earlier takes the item, and neither is sure', () => expect(said([item(1, 500), item(2, 900)], [{ amount: 500, on: '2026-03-06' }, { amount: 500, on: '2026-03-05' }])).toEqual([
    { id: 2, by: 'name', how: 'likely competing', settles: '1:500' }, { id: 1, by: 'name', how: 'unsure oldestFirst', settles: '2:500' },
  ]))
  it('of one day follow the time', () => expect(said([item(1, 500)], [{ amount: 200, time: '10:00:00' }, { amount: 350, time: '09:00:00' }]).map(({ id, settles }) => [id, settles])).toEqual([[2, '1:350'], [1, '1:150']]))
  it('that pay each what they name are sure', () => expect(said([item(1, 500, A), item(2, 500, B)], [{ amount: 500, memo: A }, { amount: 500, memo: B }]).map(({ how, settles }) => [how, settles])).toEqual([['sure', '1:500'], ['sure', '2:500']]))
  it('are not sure where an earlier one takes by age what a later one pays exactly', () => expect(said([item(1, 500), item(2, 900)], [{ amount: 1000, on: '2026-03-01' }, { amount: 900 }]).map(({ how }) => how)).toEqual(['unsure oldestFirst', 'unsure oldestFirst']))
})

describe('money that is recorded already', () => {
  const open = [item(1, 500)]
  it.each<[string, World, Given[], [string, string][]]>([
    ['the same customer, account, day and amount', { recorded: [recorded()] }, [{ amount: 500 }], [['sure', 'SK-9']]],
    ['some days apart', { recorded: [recorded({ on: day('2026-03-08') })] }, [{ amount: 500 }], [['likely nearReceipt', 'SK-9']]],
    ['recorded without an account', { recorded: [recorded({ bankAccountId: null })] }, [{ amount: 500 }], [['likely nearReceipt', 'SK-9']]],
    ['a month apart', { recorded: [recorded({ on: day('2026-04-08') })] }, [{ amount: 500 }], [['sure', '1:500']]],
    ['of another account', { recorded: [recorded({ bankAccountId: 2 })] }, [{ amount: 500 }], [['sure', '1:500']]],
    ['of another customer', { recorded: [recorded({ customerId: 2 })] }, [{ amount: 500 }], [['sure', '1:500']]],
    ['of nobody known yet', { recorded: [recorded({ customerId: 7, unidentified: true })] }, [{ amount: 500 }], [['likely nearReceipt', 'SK-9']]],
    ['one receipt and two lines', { recorded: [recorded()] }, [{ amount: 500 }, { amount: 500, on: '2026-03-06' }], [['unsure nearReceipt', 'SK-9'], ['likely nearReceipt', '1:500']]],
    ['two receipts and one line', { recorded: [recorded(), recorded({ id: 10, number: 'SK-10' })] }, [{ amount: 500 }], [['unsure nearReceipt', 'SK-9']]],
    ['a bill that was collected', { recorded: [recorded({ kind: 'acceptance', number: 'PJ-1', customerId: 2 })] }, [{ amount: 500, payer: '某银行', memo: '票据托收' }], [['likely nearReceipt', 'PJ-1']]],
  ])('%s', (_, world, lines, expected) => expect(said(open, lines, world).map(({ how, settles }) => [how, settles])).toEqual(expected))
})
