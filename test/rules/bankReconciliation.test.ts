import { describe, expect, it } from 'vitest'
import { chainLines, reconcile, type BankFacts, type BankLine, type BookEntry } from '../../shared/bank/reconciliation.ts'
import { reconciliationHtml } from '../../shared/bank/reconciliationHtml.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

let serial = 0
const line = (on: string, amount: number, more: Partial<BankLine> = {}): BankLine => ({
  id: (serial += 1), on: day(on), time: '', direction: amount > 0 ? 'in' : 'out', amount: money(Math.abs(amount)), balance: null, status: 'done', counterparty: '', memo: '', ...more,
})
const entry = (on: string, amount: number, of: BankLine | null, more: Partial<BookEntry> = {}): BookEntry => ({
  kind: amount > 0 ? 'receipt' : 'refund', id: (serial += 1), number: `SK-${serial}`, on: day(on), direction: amount > 0 ? 'in' : 'out', amount: money(Math.abs(amount)), text: '', line: of && { id: of.id, on: of.on }, ...more,
})
const facts = (more: Partial<BankFacts>): BankFacts => ({ asOf: day('2026-06-30'), opening: { on: day('2026-05-31'), amount: money(0) }, lines: [], entries: [], entered: null, ...more })
const figures = (of: BankFacts) => {
  const { bookBalance, statementBalance, statementBy, bankReceived, bankPaid, bookReceived, bookPaid, adjustedBook, adjustedStatement, difference } = reconcile(of)
  return { bookBalance, statementBalance, statementBy, lists: [bankReceived, bankPaid, bookReceived, bookPaid].map((rows) => rows.map((row) => row.amount)), adjustedBook, adjustedStatement, difference }
}

describe('银行存款余额调节表', () => {
  it('comes to the same on both sides once each has what the other knew', () => {
    // The book says 83,820, the statement 171,820. The bank collected 19,000 and paid 1,000 that the book lacks; the book has
    // a cheque of 3,000 received and one of 73,000 paid that the bank lacks. Both come to 101,820.
    const [collected, paid] = [line('2026-06-28', 1_900_000, { status: 'open' }), line('2026-06-29', -100_000, { status: 'open', balance: money(17_182_000) })]
    expect(figures(facts({
      opening: { on: day('2026-05-31'), amount: money(15_382_000) }, lines: [collected, paid],
      entries: [entry('2026-06-29', 300_000, null), entry('2026-06-30', -7_300_000, null)],
    }))).toEqual({
      bookBalance: 8_382_000, statementBalance: 17_182_000, statementBy: 'file', lists: [[1_900_000], [100_000], [300_000], [7_300_000]],
      adjustedBook: 10_182_000, adjustedStatement: 10_182_000, difference: 0,
    })
  })

  it('has in the book what is only noted: fees, interest, payments', () => expect(figures(facts({
    lines: [line('2026-06-01', 5000, { status: 'noted', balance: money(5000) }), line('2026-06-02', -300, { status: 'noted', balance: money(4700) })],
  }))).toMatchObject({ bookBalance: 4700, statementBalance: 4700, lists: [[], [], [], []], difference: 0 }))

  it('lists what the other side has only after the day', () => {
    const [early, late] = [line('2026-06-30', 700, { balance: money(700) }), line('2026-07-01', 900)]
    expect(figures(facts({ lines: [early], entries: [entry('2026-06-29', 900, late)] }))).toMatchObject({ bookBalance: 900, statementBalance: 700, lists: [[700], [], [900], []], adjustedBook: 1600, difference: 0 })
  })

  it('leaves to the opening what the bank had by then, whenever it was booked', () => {
    const before = line('2026-05-30', 400)
    expect(figures(facts({ opening: { on: day('2026-05-31'), amount: money(400) }, lines: [before], entries: [entry('2026-06-02', 400, before)] }))).toMatchObject({ bookBalance: 400, statementBalance: 400, statementBy: 'sum', lists: [[], [], [], []], difference: 0 })
    const after = line('2026-06-01', 600)
    expect(figures(facts({ lines: [after], entries: [entry('2026-05-31', 600, after)] }))).toMatchObject({ bookBalance: 600, statementBalance: 600, difference: 0 })
  })

  it('shows what no list explains as a difference, and where lines are missing', () => {
    const lines = [line('2026-06-01', 500, { balance: money(500), status: 'noted' }), line('2026-06-02', 100, { balance: money(900), status: 'noted' })]
    const { difference, gaps, suggestedOpening } = reconcile(facts({ lines }))
    expect([difference, gaps.map(({ on, expected, found }) => [on, expected, found]), suggestedOpening]).toEqual([-300, [['2026-06-02', 600, 900]], { before: '2026-06-01', amount: 0 }])
  })

  it('takes the balance that the clerk reads off the paper, and says when there is none', () => {
    expect(figures(facts({ lines: [line('2026-06-01', 500, { balance: money(500) })], entered: money(450) }))).toMatchObject({ statementBalance: 450, statementBy: 'entered', difference: 50 })
    expect(figures(facts({ opening: null, lines: [line('2026-06-01', 500, { status: 'noted' })] }))).toMatchObject({ statementBalance: null, statementBy: 'none', adjustedStatement: null, difference: null, bookBalance: 500 })
  })

  it('follows the balances within a day, in whatever order the files came', () => {
    const [c, a, b] = [line('2026-06-01', 1, { balance: money(111) }), line('2026-06-01', 100, { balance: money(100) }), line('2026-06-01', 10, { balance: money(110) })]
    expect(chainLines([c, a, b]).map(({ line: { id }, expected }) => [id, expected])).toEqual([[a.id, null], [b.id, null], [c.id, null]])
  })

  it('stands on paper with every list, its sums and its signatures', () => {
    const content = { bankAccountId: 1, bankAccount: '工行 <基本户>', currency: 'CNY', company: '云州机械', ...reconcile(facts({ lines: [line('2026-06-28', 1_900_000, { status: 'open', counterparty: '甲公司' })], entries: [entry('2026-06-29', 300_000, null, { text: '乙公司' })] })) }
    const paper = reconciliationHtml({ content, madeBy: '陈会计' }, 'zh-CN')
    for (const words of ['银行存款余额调节表', '云州机械', '工行 &lt;基本户&gt;', '2026年6月30日', '银行已收、企业未收', '甲公司', '19,000.00', '企业已收、银行未收', '乙公司', '调节后余额', '22,000.00', '调节后余额相符', '陈会计']) expect(paper).toContain(words)
    expect(reconciliationHtml({ content, madeBy: '' }, 'en')).toContain('Bank reconciliation')
  })
})
