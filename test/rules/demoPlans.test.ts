/** The demonstration's plan on 800 days in a row: every step of it is one that a ledger takes, by a count of its own. */
import { describe, expect, it, vi } from 'vitest'
import { isWorkday } from '../../db/calendar.ts'
import { Dice } from '../../db/ledgers/demoDice.ts'
import { planPayment } from '../../db/ledgers/demoPayment.ts'
import { ACCOUNTS, CUSTOMERS } from '../../db/ledgers/demoPeople.ts'
import { planDemo, type DemoPlan } from '../../db/ledgers/demoPlans.ts'
import type { PlannedLine } from '../../db/ledgers/demoSteps.ts'
import { checkBill } from '../../shared/acceptances/rules.ts'
import { addDays, addMonths, day, endOfMonth, firstOfMonth, monthOf, startOfMonth, type Day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

vi.setConfig({ testTimeout: 600_000 })

const FIRST = day('2026-09-01')
const DAYS = Array.from({ length: 800 }, (_, count) => addDays(FIRST, count))
/** What may be owed, from a rest of one fen to the largest order. */
const OWED = [1, 5, 99, 100, 499, 501, 4999, 5001, 9999, 10_001, 99_999, 100_001, 1_499_999, 2_000_001, 3_000_001, 98_765_432]

const workdays = new Map<Day, boolean>()
const calendar = {
  isWorkday: (on: Day): boolean => {
    const known = workdays.get(on) ?? isWorkday(on)
    workdays.set(on, known)
    return known
  },
}

interface Debt { customer: number; documentOn: Day; left: number; cleared: boolean }

/** Follows a plan with sums of its own and says what a ledger would refuse. */
function faultsOf({ startOn, files, steps, missing }: DemoPlan, today: Day): string[] {
  const faults: string[] = missing.map((name) => `not shown: ${name}`)
  const debts = new Map<number, Debt>()
  const documents = new Map<number, { customer: number; items: readonly number[]; left: number }>()
  const receipts = new Map<number, { customer: number; left: number; on: Day; lines: PlannedLine[]; bill: number | null }>()
  const bills = new Map<number, { left: string; amount: number; dueOn: Day; last: Day }>()
  const numbers = new Set<string>()
  let [before, openFrom] = [startOn, startOn]
  if (startOn !== startOfMonth(addMonths(today, -18)) || files.length !== CUSTOMERS.length) faults.push(`starts on ${startOn} with ${files.length}`)
  for (const step of steps) {
    const { on } = step
    const wrong = (why: string): void => void faults.push(`${on} ${step.do}: ${why}`)
    const settle = (id: number, lines: readonly PlannedLine[]): void => {
      const receipt = receipts.get(id)
      for (const line of lines) {
        const debt = debts.get(line.item)
        if (!receipt || !debt || debt.customer !== receipt.customer || debt.documentOn > on || receipt.on > on || !(line.amount > 0)) wrong('a line of nothing')
        if (!receipt || !debt) continue
        receipt.left -= line.amount
        debt.left -= line.amount + line.difference
        if (receipt.left < 0 || debt.left < 0) wrong(`more than is open: ${receipt.left}, ${debt.left}`)
        if (line.difference !== 0 && (line.difference < 0 || line.difference > 100 || debt.left !== 0 || debt.cleared)) wrong(`a difference of ${line.difference}`)
        if (line.difference > 0) debt.cleared = true
        receipt.lines.push(line)
      }
      if (new Set(lines.map((line) => line.item)).size !== lines.length) wrong('an item twice')
    }
    const giveBack = (line: PlannedLine, id: number): void => {
      const [receipt, debt] = [receipts.get(id), debts.get(line.item)]
      if (!receipt?.lines.includes(line) || !debt) return wrong('nothing to take back')
      receipt.lines.splice(receipt.lines.indexOf(line), 1)
      receipt.left += line.amount
      debt.left += line.amount + line.difference
      if (line.difference > 0) debt.cleared = false
    }
    if (on < before || on > today) wrong(`after ${before} and up to ${today}`)
    if (on < openFrom) wrong(`in a closed month, open from ${openFrom}`)
    before = on
    switch (step.do) {
      case 'sell': {
        const parts = step.installments.length > 0 ? step.installments : [{ dueOn: step.dueOn, amount: step.amount }]
        if (!(step.amount > 0) || parts.reduce((sum, part) => sum + part.amount, 0) !== step.amount || parts.some((part) => part.amount <= 0 || part.dueOn < step.documentOn) || parts.length !== step.items.length) wrong('parts')
        if (step.kind === 'opening' ? step.documentOn >= startOn : step.documentOn !== on) wrong(`document of ${step.documentOn}`)
        if (step.invoiceNumber !== '' && numbers.has(step.invoiceNumber)) wrong(`invoice ${step.invoiceNumber} twice`)
        numbers.add(step.invoiceNumber)
        documents.set(step.document, { customer: step.customer, items: step.items, left: step.amount })
        for (const [index, item] of step.items.entries()) debts.set(item, { customer: step.customer, documentOn: step.documentOn, left: parts[index]?.amount ?? 0, cleared: false })
        break
      }
      case 'credit': {
        const document = documents.get(step.corrects)
        if (!document || document.customer !== step.customer || !(step.amount > 0) || step.amount > document.left) { wrong('corrects nothing'); break }
        document.left -= step.amount
        let left: number = step.amount
        // Items of one document are numbered by their due days.
        for (const item of document.items) {
          const debt = debts.get(item)
          const part = Math.min(left, debt?.left ?? 0)
          if (debt) debt.left -= part
          left -= part
        }
        break
      }
      case 'reverseSale': {
        const document = documents.get(step.document)
        if (!document) { wrong('no document'); break }
        documents.delete(step.document)
        for (const [id, receipt] of receipts) for (const line of receipt.lines.filter(({ item }) => document.items.includes(item))) giveBack(line, id)
        for (const item of document.items) debts.delete(item)
        break
      }
      case 'receive': {
        const currency = step.account === null ? null : ACCOUNTS[step.account]?.currency
        if (!(step.amount > 0) || step.fee < 0 || step.fee > step.amount || (step.method === 'transfer') !== (step.account !== null) || (currency !== null && currency !== CUSTOMERS[step.customer]?.currency)) wrong('amount, fee or account')
        receipts.set(step.receipt, { customer: step.customer, left: step.amount, on, lines: [], bill: null })
        settle(step.receipt, step.lines)
        break
      }
      case 'allocate': settle(step.receipt, step.lines); break
      case 'release': {
        const line = receipts.get(step.receipt)?.lines.find(({ item }) => item === step.item)
        if (line) giveBack(line, step.receipt)
        else wrong('nothing stands')
        break
      }
      case 'reverseReceipt': {
        const receipt = receipts.get(step.receipt)
        if (!receipt || (receipt.bill !== null) !== step.bills || (receipt.bill !== null && bills.get(receipt.bill)?.left !== 'held')) { wrong('not to be reversed'); break }
        for (const line of receipt.lines.slice()) giveBack(line, step.receipt)
        if (receipt.bill !== null) bills.delete(receipt.bill)
        receipts.delete(step.receipt)
        break
      }
      case 'takeBill': {
        const receipt = receipts.get(step.receipt)
        const refused = checkBill({ ...step.given, rangeFrom: 1, rangeTo: step.given.amount }, on)
        if (!receipt || receipt.on !== on || refused) wrong(`no bill: ${refused?.reason}`)
        if (receipt) receipt.bill = step.bill
        bills.set(step.bill, { left: 'held', amount: step.given.amount, dueOn: step.given.dueOn, last: on })
        break
      }
      case 'moveBill': {
        const bill = bills.get(step.bill)
        if (!bill || bill.last > on) { wrong('no such bill'); break }
        const { left, amount, dueOn } = bill
        const late = on >= dueOn
        const fits = {
          endorse: left === 'held' && on <= addDays(dueOn, 10), discount: left === 'held' && !late && step.interest < amount, split: left === 'held' && on <= addDays(dueOn, 10), present: left === 'held', collect: left === 'present',
          dishonour: ['present', 'endorse', 'discount'].includes(left) || (left === 'held' && late), settle: ['endorse', 'discount'].includes(left) && late, notify: left === 'dishonour',
        }[step.step]
        if (!fits) wrong(`${step.step} after ${left}`)
        if (step.step === 'split' && (step.amounts.some((part) => part <= 0) || step.amounts.reduce((sum, part) => sum + part, 0) !== amount)) wrong('parts of a bill')
        bill.last = on
        if (step.step !== 'notify') bill.left = step.step
        for (const [index, part] of step.parts.entries()) bills.set(part, { left: 'held', amount: step.amounts[index] ?? 0, dueOn, last: on })
        const owner = [...receipts.values()].find((receipt) => receipt.bill === step.bill)
        if (step.step === 'dishonour') debts.set(step.item, { customer: owner?.customer ?? -1, documentOn: on, left: amount, cleared: false })
        break
      }
      case 'closeMonth': {
        if (step.month !== monthOf(openFrom) || endOfMonth(firstOfMonth(step.month)) >= on) wrong(`closes ${step.month}, open from ${openFrom}`)
        openFrom = addMonths(openFrom, 1)
        break
      }
      case 'leaveDrafts': if (step.drafts.length !== 7 || step.drafts.some(({ amount }) => amount <= 0)) wrong('drafts'); break
      case 'sendLetters': case 'callCustomers': if (step.slots.length === 0) wrong('nobody'); break
      case 'settleDispute': case 'bringStatement': break
    }
  }
  for (const [name, least] of [['sendLetters', 10], ['callCustomers', 4], ['settleDispute', 1], ['leaveDrafts', 1], ['closeMonth', 16], ['bringStatement', 1]] as const) {
    if (steps.filter((step) => step.do === name).length < least) faults.push(`${name}: fewer than ${least}`)
  }
  return faults
}

describe('the plan of the demonstration ledger, on 800 days in a row', () => {
  it('is one that a ledger takes and has everything to show', () => {
    expect(DAYS).toContain('2028-02-29')
    const faults: string[] = []
    for (const today of DAYS) faults.push(...faultsOf(planDemo(today, calendar), today).map((fault) => `of ${today}: ${fault}`))
    expect(faults).toEqual([])
  })

  it('is the same for the same day', () => {
    expect(planDemo(FIRST, calendar)).toEqual(planDemo(FIRST, calendar))
  })
})

describe('a payment of the demonstration ledger, on 800 days in a row', () => {
  it('is one that the rules take: above zero, its fee within it, its account of its currency', () => {
    const wrong: string[] = []
    for (const [count, on] of DAYS.entries()) {
      const dice = new Dice(count + 1)
      for (const currency of ['CNY', 'USD'] as const) {
        for (const owed of OWED) {
          const { amount, fee, method, account } = planPayment(dice, { currency, shortName: '恒锐', items: [{ invoiceNumber: '26312000001234567', orderNumber: 'DD-1' }], owed: money(owed), accounts: [1, 2] })
          if (amount <= 0 || fee < 0 || fee > amount || (fee > 0 && fee > amount / 20) || (method !== 'transfer' && fee > 0) || (method === 'transfer') !== (account !== null)) wrong.push(`${on} ${currency} ${owed}: ${amount} fee ${fee} by ${method}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
