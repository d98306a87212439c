/** The bills of the demonstration ledger: what a receipt by acceptance brought, and where each bill goes. */
import { addDays, addMonths, type Day } from '../../shared/day.ts'
import { money, ZERO, type Money } from '../../shared/money.ts'
import { Dice } from './demoDice.ts'
import type { BillMoved } from './demoSteps.ts'
import { note, type Customer, type Story } from './demoStory.ts'

/** Bills have a chance of their own, so that the story of the receipts is what it would be without them. */
const SEED = 530_000
/** Where bills go, by their turn: most are kept until they are due. */
const WAYS = ['keep', 'discount', 'keep', 'endorse', 'keep', 'keep', 'refused', 'split', 'keep', 'discount', 'endorse', 'keep'] as const
const BANKS = ['招商银行南京分行', '中国工商银行苏州分行', '江苏银行苏州分行', '中国建设银行上海分行', '宁波银行苏州分行'] as const
const COMPANIES = ['江苏重工集团有限公司', '上海电气装备有限公司', '浙江轨道装备股份有限公司', '安徽能源科技有限公司'] as const
const SUPPLIERS = ['无锡永信钢材有限公司', '宁波宏达轴承有限公司', '苏州金鼎铸造有限公司'] as const

/** Plans how a debt that a refusal brought back is paid. */
type Revived = (item: number, on: Day) => void

/** Registers one bill for a receipt by acceptance and plans its life; a receipt that is reversed gives its bill back. */
export function takeBill(story: Story, customer: Customer, { receipt, amount, revived }: { receipt: number; amount: Money; revived: Revived }, on: Day): void {
  const dice = new Dice(SEED + receipt)
  const issuedOn = addDays(on, -dice.between(2, 40))
  const bank = dice.chance(0.8)
  const given = {
    billNumber: dice.digits(30), kind: bank ? 'bank' : 'commercial', drawer: dice.pick(COMPANIES), acceptor: bank ? dice.pick(BANKS) : dice.pick(COMPANIES),
    priorHand: customer.name, issuedOn, dueOn: addMonths(issuedOn, dice.chance(0.7) ? 6 : 3), amount,
  } as const
  const bill = story.book.takeBill({ receipt, customer: customer.place, amount, dueOn: given.dueOn })
  note(story, on, { do: 'takeBill', receipt, bill, given })
  planLife(story, { bill, revived, way: WAYS[bill % WAYS.length] ?? 'keep' }, dice, on)
}

interface Planned {
  bill: number
  revived: Revived
  way: (typeof WAYS)[number]
}

type Move = Partial<Pick<BillMoved, 'text' | 'amount' | 'interest' | 'parts' | 'amounts' | 'item'>>

/** Notes a step for a day; when it has come, the step is taken only if the bill still allows it. `take` answers null to leave it. */
function later(story: Story, bill: number, step: BillMoved['step'], on: Day, take: (day: Day) => Move | null, then: (day: Day, move: Move) => void = () => {}): void {
  const { agenda, book } = story
  agenda.add(on, (day) => {
    const move = book.mayMove(bill, step, day) ? take(day) : null
    if (move === null) return
    note(story, day, { do: 'moveBill', bill, step, text: '', amount: book.bill(bill).amount, interest: ZERO, parts: [], amounts: [], item: 0, ...move })
    book.moveBill(bill, step)
    then(day, move)
  })
}

function planLife(story: Story, { bill, way, revived }: Planned, dice: Dice, on: Day): void {
  const { dueOn, amount } = story.book.bill(bill)
  const early = addDays(on, dice.between(6, 30))
  if (way === 'endorse') later(story, bill, 'endorse', early, () => ({ text: dice.pick(SUPPLIERS) }))
  if (way === 'discount') later(story, bill, 'discount', early, () => ({ interest: money(Math.round(amount * 0.008)) }))
  if (way === 'split') planSplit(story, { bill, revived }, dice, early)
  later(story, bill, 'settle', addDays(dueOn, 11), () => ({}))
  later(story, bill, 'present', addDays(dueOn, dice.between(0, 3)), () => ({}))
  if (way === 'refused') planRefusal(story, { bill, revived }, addDays(dueOn, 5), dice)
  else later(story, bill, 'collect', addDays(dueOn, dice.between(5, 7)), () => ({}))
}

/** One part goes to a supplier, the other is kept. */
function planSplit(story: Story, { bill, revived }: Pick<Planned, 'bill' | 'revived'>, dice: Dice, early: Day): void {
  const { book } = story
  const { receipt, customer, amount, dueOn } = book.bill(bill)
  const first = money(Math.floor(amount / 300_000) * 100_000)
  if (first <= 0) return
  later(story, bill, 'split', early, () => {
    const amounts = [first, money(amount - first)]
    return { amounts, parts: amounts.map((part) => book.takeBill({ receipt, customer, amount: part, dueOn })) }
  }, (day, { parts = [] }) => {
    for (const [index, part] of parts.entries()) planLife(story, { bill: part, revived, way: index === 0 ? 'endorse' : 'keep' }, dice, day)
  })
}

/** The debt that a refusal brings back is paid some weeks later, as other debts are. */
function planRefusal(story: Story, { bill, revived }: Pick<Planned, 'bill' | 'revived'>, on: Day, dice: Dice): void {
  const { book } = story
  const { customer, amount } = book.bill(bill)
  later(story, bill, 'dishonour', on, (day) => ({
    text: dice.pick(['账户余额不足', '承兑人账户已冻结', '票据要素不符']),
    item: book.owe({ customer, document: 0, documentOn: day, dueOn: day, open: amount, invoiceNumber: '', contractNumber: '', orderNumber: '' }),
  }), (day, { item = 0 }) => {
    if (dice.chance(0.6)) revived(item, addDays(day, dice.between(20, 50)))
    later(story, bill, 'notify', addDays(day, 1), () => ({}))
  })
}
